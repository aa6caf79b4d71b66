"""RIS of the sources."""

from collections.abc import Callable

from mahdar.export.ris import write
from mahdar.record.query import parse
from mahdar.record.record import Record


def test_what_comes_out(kept: Record, golden: Callable[[str, str], None]) -> None:
    golden("sources.ris", "".join(write(kept, parse(""))))


def test_a_query_chooses(kept: Record) -> None:
    (one,) = write(kept, parse("source:الجريدة"))
    assert "ID  - two 2\n" in one
