"""schema.org: direct speech is a Quotation, reported speech none."""

import json
from collections.abc import Callable

from mahdar.export.quotation import write
from mahdar.record.query import parse
from mahdar.record.record import Record


def test_what_comes_out(kept: Record, golden: Callable[[str, str], None]) -> None:
    written = "".join(write(kept, parse("")))
    golden("quotation.json", written)
    assert [each["@type"] for each in json.loads(written)["@graph"]] == ["Statement", "Quotation"]
