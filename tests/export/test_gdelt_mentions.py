"""GDELT 2.0, mentions: 16 columns without a head, a telling a row."""

from collections.abc import Callable

from mahdar.export.gdelt_mentions import COLUMNS, write
from mahdar.record.query import parse
from mahdar.record.record import Record


def test_what_comes_out(kept: Record, golden: Callable[[str, str], None]) -> None:
    golden("gdelt_mentions.tsv", "".join(write(kept, parse(""))))


def test_every_row_has_every_column(kept: Record) -> None:
    assert len(COLUMNS) == len(set(COLUMNS)) == 16
    assert {line.count("\t") for line in write(kept, parse(""))} == {len(COLUMNS) - 1}


def test_what_did_not_take_place_is_no_row(kept: Record) -> None:
    assert not [line for line in write(kept, parse("status:hypothetical")) if not line.startswith("Event ID")]
