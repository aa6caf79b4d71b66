"""Readable minutes: sections, labels in two scripts, the words behind each line."""

import msgspec
import pytest

from mahdar.export.text import TextMinutes
from mahdar.minutes import Minutes

ISOLATES = dict.fromkeys(map(ord, "\u2068\u2069"))


def lines(minutes: Minutes, script: str) -> list[str]:
    """The lines without isolating marks."""
    return [line.translate(ISOLATES) for line in TextMinutes(script).lines(minutes)]  # type: ignore[arg-type]


def test_english(minutes: Minutes) -> None:
    assert lines(minutes, "en") == [
        "لقاء في عمّان",
        "2020-12-29 · وكالة · one",
        "",
        "Who met whom",
        "  Rami al-Hasan (JOR), لينا سعد · Consult · 2020-12-29 · عمّان · Diplomatic",
        "      «لقائه السفيرة»",
        "",
        "Who said what",
        "  Rami al-Hasan (JOR) · indirect · Energy",
        "      أكد: «أن بلاده ترفض الحصار»",
        "",
        "Who did what to whom",
        "  Rami al-Hasan (JOR) → لينا سعد · Reject (Yield) · Hypothetical",
        "      «ترفض الحصار»",
        "",
        "Who stands where",
        "  Rami al-Hasan (JOR) · against · الحصار",
        "      «ترفض الحصار»",
        "",
        "Who promised what",
        "  Rami al-Hasan (JOR) with لينا سعد · vow · due 2020-12-29",
        "      «وستفتح المعبر»",
        "",
        "Dossiers: Energy",
    ]


def test_arabic(minutes: Minutes) -> None:
    text = "\n".join(lines(minutes, "ar"))
    for heading in ("من التقى من", "من قال ماذا", "من فعل ماذا بمن", "من يقف أين", "من تعهد بماذا", "الملفات"):
        assert heading in text
    assert "رامي الحسن (JOR) ← لينا سعد" in text
    assert "رامي الحسن (JOR) مع لينا سعد" in text


@pytest.mark.parametrize("script", ["ar", "en"])
def test_isolating_marks_are_in_pairs_on_every_line(minutes: Minutes, script: str) -> None:
    for line in TextMinutes(script).lines(minutes):  # type: ignore[arg-type]
        assert line.count("\u2068") == line.count("\u2069")


def test_nothing_to_enter(minutes: Minutes) -> None:
    assert lines(Minutes(minutes.article), "en")[-1] == "Nothing to enter"


def test_a_rule_between_articles(minutes: Minutes) -> None:
    pages = "".join(TextMinutes("en").pages([minutes, minutes]))
    assert pages.count("─" * 60) == 1
    assert pages.endswith("\n")


def test_nothing_of_an_article_steers_the_terminal(minutes: Minutes) -> None:
    article = msgspec.structs.replace(minutes.article, id="x\x1b[2J\u202e", source="\x07")
    assert not set("".join(lines(Minutes(article), "en"))) & set("\x1b\x07\u202e")


def test_who_is_not_named_is_said_to_be_so(minutes: Minutes) -> None:
    nobody = msgspec.structs.replace(minutes.actors[1], id="a3", name="مجهول", mentions=())
    done = msgspec.structs.replace(minutes.events[1], actor=("a3",), recipient=("a1",))
    suffered = msgspec.structs.replace(minutes.events[1], actor=("a1",), recipient=("a3",))
    text = lines(Minutes(minutes.article, (*minutes.actors, nobody), events=(done, suffered)), "en")
    assert "  unnamed → Rami al-Hasan (JOR) · Reject (Yield) · Hypothetical" in text
    assert "  Rami al-Hasan (JOR) · Reject (Yield) · Hypothetical" in text
