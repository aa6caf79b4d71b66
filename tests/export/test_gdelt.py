"""GDELT 2.0, events: 61 columns without a head, a pair a row."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import cast

from mahdar.export.gdelt import COLUMNS, when, write
from mahdar.export.telling import Telling
from mahdar.record.query import parse
from mahdar.record.record import Record


def test_what_comes_out(kept: Record, golden: Callable[[str, str], None]) -> None:
    golden("gdelt.tsv", "".join(write(kept, parse(""))))


def test_every_row_has_every_column(kept: Record) -> None:
    assert len(COLUMNS) == len(set(COLUMNS)) == 61
    assert {line.count("\t") for line in write(kept, parse(""))} == {len(COLUMNS) - 1}


def test_what_did_not_take_place_is_no_row(kept: Record) -> None:
    assert not [line for line in write(kept, parse("status:hypothetical")) if not line.startswith("Event ID")]


def test_a_year_alone_is_no_day_and_no_month() -> None:
    assert when_of("2020") == ("", "", "2020", "")
    assert when_of("2020-11") == ("", "202011", "2020", "")
    assert when_of("2020-11-09") == ("20201109", "202011", "2020", "2020.9288")
    assert when_of(None) == ("", "", "", "")


def when_of(value: str | None) -> tuple[str, str, str, str]:
    date = SimpleNamespace(value=value) if value else None
    return when(cast(Telling, SimpleNamespace(event=SimpleNamespace(date=date))))
