"""PLOVER files: those that Mahdar wrote come back without loss, those of others with all that they say."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

import mahdar
from mahdar.cli.exporting import keep
from mahdar.export.plover import write
from mahdar.ingest.plover import Imported, read
from mahdar.ingest.problem import Problem
from mahdar.minutes import Date, Minutes
from mahdar.record.query import parse
from mahdar.record.record import IMPORTED, Record

TALKS = "التقى وزير الخارجية التركي مولود تشاووش أوغلو نظيره الروسي سيرغي لافروف في سوتشي اليوم الثلاثاء."
AGAIN = "قال لافروف إن موسكو لن تزور أنقرة. وفي سوتشي اجتمع لافروف مع نظيره التركي مولود تشاووش أوغلو، أمس الثلاثاء."
FOREIGN: dict[str, Any] = {
    "id": "x1", "has_event": True, "date": "2019-03-02", "event": ["CONSULT"], "mode": ["visit", "future"],
    "actor": [{"code": "TUR", "sector": "GOV", "entity_text": "the minister", "office": "minister", "party": "none"}],
    "recipient": [{"code": "UNO"}], "context": ["diplomatic"], "event_loc": "Ankara", "text": "The minister will visit.",
    "link": "https://paper.example/1", "weight": 0.3, "coder": "somebody", "religion": None,
}  # fmt: skip


def taken(*lines: dict[str, Any] | str) -> list[Imported | Problem]:
    written = "".join((line if isinstance(line, str) else json.dumps(line)).rstrip("\n") + "\n" for line in lines)
    return list(read(io.BytesIO(written.encode()), "f"))


def imported(place: str | Path, lines: list[str]) -> Record:
    record = Record(place, make=True)
    found = [one for one in taken(*lines) if isinstance(one, Imported)]
    keep(record, found)
    return record


def test_what_mahdar_wrote_comes_back_without_loss(place: str, tmp_path: Path, minutes: Minutes) -> None:
    papers = [
        mahdar.code(TALKS, published="2020-12-29", id="a", source="صحيفة"),
        mahdar.code(AGAIN, published="2020-12-30", id="b", url="https://paper.example/b"),
        minutes,
    ]
    first = Record(tmp_path / "first.db", make=True)
    list(first.add(papers[:2], "1"))
    list(first.add(papers[2:], "2"))
    lines = list(write(first, parse("")))
    second = imported(place, lines)
    assert list(write(second, parse(""))) == lines
    assert any(json.loads(line)["mahdar"]["also"] for line in lines)
    for before in papers:
        (after,) = second.minutes([before.article.id])
        assert after.article == before.article
        assert after.events == before.events
        assert after.dossiers == before.dossiers
        known = {actor.id: actor for actor in before.actors}
        assert all(actor == known[actor.id] for actor in after.actors)
        said = {event.statement for event in before.events}
        assert after.statements == tuple(each for each in before.statements if each.id in said)
    assert second.coded_otherwise("1") == [row + 1 for row, name in enumerate(second.names()) if name == "one"]


def test_a_foreign_file_is_taken_in_without_spans_and_with_all_it_says(place: str, tmp_path: Path) -> None:
    record = imported(place, [json.dumps(FOREIGN)])
    (minutes,) = record.minutes(record.names())
    (event,) = minutes.events
    assert (event.type, event.mode, event.status, event.contexts) == ("CONSULT", "visit", "future", ("diplomatic",))
    assert (event.date, event.evidence, event.rule) == (Date("2019-03-02", "day"), (), IMPORTED)
    assert event.place is not None and event.place.name == "Ankara"
    assert [(a.name, a.code, a.kind, a.sector, a.office) for a in minutes.actors] == [
        ("the minister", "TUR", "person", "GOV", "minister"), ("UNO", "IGO:UN", "organisation", None, None),
    ]  # fmt: skip
    assert (minutes.article.text, minutes.article.url) == ("The minister will visit.", "https://paper.example/1")
    assert record.coded_otherwise("1") == []

    lines = list(write(record, parse("")))
    out = json.loads(lines[0])
    assert {key: out[key] for key in ("id", "weight", "coder", "text", "link")} == {
        key: FOREIGN[key] for key in ("id", "weight", "coder", "text", "link")
    }
    assert out["actor"][0]["party"] == "none"
    assert out["mahdar"]["foreign"] == FOREIGN
    assert list(write(imported(tmp_path / "again.db", lines), parse(""))) == lines


def test_nul_and_odd_values_are_taken_in(place: str) -> None:
    odd = {"event": ["AID"], "text": "a\0b", "actor": [{"code": 5}, "RUS", {}], "recipient": None, "context": 3, "x": "\0"}
    record = imported(place, [json.dumps(odd)])
    (minutes,) = record.minutes(record.names())
    assert minutes.article.text == "ab"
    assert [actor.code for actor in minutes.actors] == ["UNK", "RUS"]
    assert json.loads(next(iter(write(record, parse("")))))["x"] == "\0"


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    record = imported(tmp_path / "mahdar.db", [json.dumps(FOREIGN)])
    keep(record, [one for one in taken(FOREIGN) if isinstance(one, Imported)])
    assert (record.tally.added, record.tally.same) == (1, 1)


def test_events_of_one_text_are_of_one_article() -> None:
    (one,) = taken(FOREIGN, FOREIGN | {"id": "x2", "event": "AID", "date": "2019-13", "mode": "weird"})
    assert isinstance(one, Imported)
    assert [(event.id, event.type, event.mode, event.date) for event in one.minutes.events] == [
        ("e1", "CONSULT", "visit", Date("2019-03-02", "day")), ("e2", "AID", None, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{broken", "f:1: no event of PLOVER's"),
        ("[1]", "f:1: no event of PLOVER's"),
        ({"event": ["DANCE"]}, "`DANCE` is no event type"),
        ({"id": "x"}, "no `event`"),
        ({"has_event": False}, "a line without an event"),
        ({"mahdar": {}}, "`article` is missing"),
        ({"mahdar": {"article": {"id": "x"}, "coded_by": "1"}}, "the line with the text of article x is not in the file"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_taken_in(line: dict[str, Any] | str, said: str) -> None:
    found = taken(line, FOREIGN)
    assert said in str(found[0])
    assert isinstance(found[-1], Imported)


def test_slips_in_a_line_that_mahdar_wrote(tmp_path: Path, minutes: Minutes) -> None:
    record = Record(tmp_path / "mahdar.db", make=True)
    list(record.add([minutes], "1"))
    line = json.loads(next(iter(write(record, parse("type:CONSULT")))))
    assert "has no mode `dance`" in str(taken(line | {"mode": ["dance"]})[0])
    assert "no event type `DANCE`" in str(taken(line | {"event": ["DANCE"]})[0])
    assert "there is no quad_code 9" in str(taken(line | {"quad_code": 9})[0])
    kept = line["mahdar"] | {"article": line["mahdar"]["article"] | {"published": 5}}
    assert "published" in str(taken(line | {"mahdar": kept})[0])
