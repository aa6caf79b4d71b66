"""W3C Web Annotations: both selectors find the words."""

import json
from collections.abc import Callable

from mahdar.export.annotation import write
from mahdar.record.query import parse
from mahdar.record.record import Record


def test_what_comes_out(kept: Record, golden: Callable[[str, str], None]) -> None:
    golden("annotation.json", "".join(write(kept, parse(""))))


def test_selectors_find_the_words(kept: Record) -> None:
    texts = {minutes.article.id: minutes.article.text for minutes in kept.minutes(kept.names())}
    items = json.loads("".join(write(kept, parse(""))))["items"]
    for item in items:
        text = texts["one" if item["id"].startswith("urn:mahdar:one:") else "two 2"]
        for target in item["target"]:
            position, quote = target["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"])
    assert len(items) == 9


def test_a_query_of_events_gives_events_alone(kept: Record) -> None:
    items = json.loads("".join(write(kept, parse("type:REJECT"))))["items"]
    assert [item["id"] for item in items] == ["urn:mahdar:one:e2"]
