"""Days of dates as far as they are known, and pairs of those who take part."""

import pytest

from mahdar.export.telling import days, tellings
from mahdar.record.query import parse
from mahdar.record.record import Record


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020-12-29", ("2020-12-29", "2020-12-29")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2020-12", ("2020-12-01", "2020-12-31")),
        ("2020", ("2020-01-01", "2020-12-31")),
    ],
)
def test_days(value: str, expected: tuple[str, str]) -> None:
    assert days(value) == expected


def test_an_event_is_told_once_by_the_first(kept: Record) -> None:
    found = {one.name: [each.article.id for each in one.all] for one in tellings(kept, parse(""))}
    assert found == {"one#e1": ["one", "two 2"], "one#e2": ["one"], "two 2#e2": ["two 2"], "two 2#e3": ["two 2"]}


def test_dyads(kept: Record) -> None:
    pairs = {
        one.name: [tuple(actor.code if actor else None for actor in pair) for pair in one.dyads()]
        for one in tellings(kept, parse(""))
    }
    assert pairs["two 2#e2"] == [("JOR", "SDN"), ("JOR", "NSA:HEZBOLLAH"), ("SDN", "NSA:HEZBOLLAH")]
    assert pairs["two 2#e3"] == [(None, "IGO:IAEA")]
    assert pairs["one#e2"] == [("JOR", "UNK")]
