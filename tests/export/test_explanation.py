"""Explanations: sentence by sentence, what was made of it and what was dropped."""

from typing import NamedTuple

from mahdar.export.explanation import Explanation
from mahdar.export.text import TextMinutes
from mahdar.minutes import Minutes

ISOLATES = dict.fromkeys(map(ord, "\u2068\u2069"))


class Dropped(NamedTuple):
    start: int
    end: int
    rule: str
    reason: str


def test_records_stand_under_their_sentence(minutes: Minutes) -> None:
    text = minutes.article.text
    body = text.index("\n") + 1
    sentences = [(0, body - 1), (body, len(text))]
    dropped = [Dropped(0, 4, "meet", "no participants")]
    written = Explanation(TextMinutes("en")).lines(minutes, sentences, dropped)
    lines = [line.translate(ISOLATES) for line in written]
    title, sentence = lines.index("لقاء في عمّان", 1), lines.index(text[body:])
    assert lines[title + 1 : title + 3] == ["  Considered and dropped:", "      «لقاء» · meet · no participants"]
    assert lines[sentence + 1 : sentence + 4] == [
        "  statement s1 · rule affirm · 0.90",
        "      Rami al-Hasan (JOR) · indirect · Energy",
        "      أكد: «أن بلاده ترفض الحصار»",
    ]
    heads = [line.split(" · ")[0].strip() for line in lines if " · rule " in line]
    assert heads == ["statement s1", "event e2", "position p1", "commitment c1", "event e1"]
