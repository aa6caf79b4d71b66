"""A dossier over time: positions in order, and who has moved."""

import pytest

import mahdar
from mahdar.record.course import course, same
from mahdar.record.query import parse
from mahdar.record.record import Record

DAYS = {
    "2020-03-01": "قال وزير الخارجية المصري سامح شكري إن القاهرة ترفض نشر قوات أجنبية في ليبيا.",
    "2020-01-01": "قال وزير الخارجية التركي مولود تشاووش أوغلو إن أنقرة ترفض وقف إطلاق النار في ليبيا.",
    "2020-05-01": "قال وزير الخارجية التركي مولود تشاووش أوغلو إن أنقرة تؤيد وقف إطلاق النار في ليبيا.",
}


@pytest.fixture
def record(place: str) -> Record:
    made = Record(place, make=True)
    list(made.add((mahdar.code(text, published=day, id=day) for day, text in DAYS.items()), "1"))
    return made


def test_positions_stand_in_order_and_a_change_is_marked(record: Record) -> None:
    steps = [step for step in course(record.database, parse("dossier:libya")) if step.code in ("TUR", "EGY")]
    assert [step.day for step in steps] == sorted(DAYS)
    first, egypt, last = steps
    assert (first.position.stance, first.before) == ("against", None)
    assert egypt.before is None
    assert last.position.stance == "for"
    assert last.before == first.hit


def test_one_holder_alone(record: Record) -> None:
    assert {step.code for step in course(record.database, parse("dossier:libya actor:EGY"))} == {"EGY"}


def test_matters() -> None:
    assert same(frozenset("ab"), frozenset("abc"))
    assert not same(frozenset("abc"), frozenset("cde"))
    assert not same(frozenset(), frozenset("a"))
