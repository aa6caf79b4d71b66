"""PLOVER's JSON lines: the manual's fields, an event once with all who tell it."""

import json
from collections.abc import Callable

from mahdar.export.plover import COLUMNS, ENTITY, OURS, overlay, write
from mahdar.record.query import parse
from mahdar.record.record import Record


def test_what_comes_out(kept: Record, golden: Callable[[str, str], None]) -> None:
    golden("plover.jsonl", "".join(write(kept, parse(""))))


def test_all_fields_of_the_manual_and_spans_that_fit(kept: Record) -> None:
    texts = {minutes.article.id: minutes.article.text for minutes in kept.minutes(kept.names())}
    for line in map(json.loads, write(kept, parse(""))):
        assert tuple(line) == (*COLUMNS, OURS)
        assert all(tuple(one) == (*ENTITY, OURS) for one in line["actor"] + line["recipient"])
        text, info = texts[line[OURS]["article"]["id"]], line["text_info"]
        assert text[info["start"] : info["end"]] in line["text"] or "…" in line["event_text"]
        assert " … ".join(text[start:end] for start, end in line[OURS]["evidence"]) == line["event_text"]


def test_a_query_chooses(kept: Record) -> None:
    (line,) = write(kept, parse("type:ACCUSE"))
    assert json.loads(line)["id"] == "two 2#e3"


def test_what_a_foreign_file_says_fills_what_is_empty() -> None:
    ours = {"coder": "", "event": ["AID"], "mode": [], "actor": [{"code": "TUR", "age": ""}]}
    overlay(ours, {"coder": "x", "event": ["GIVE"], "mode": None, "actor": [{"code": "TR", "age": "40", "party": "y"}], "z": 1})
    assert ours == {
        "coder": "x", "event": ["AID"], "mode": [], "actor": [{"code": "TUR", "age": "40", "party": "y"}], "z": 1,
    }  # fmt: skip
