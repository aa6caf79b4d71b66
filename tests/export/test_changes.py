"""Corrections as they are listed."""

import csv
import io
import json

import msgspec
import pytest

from mahdar.export.changes import COLUMNS, lines, said
from mahdar.minutes import Minutes
from mahdar.record.draft import Correction
from mahdar.record.fragments import fragment

GOLDEN = """\
3 edit e42000001: status actual → historical; place عمّان → –
      «لقائه السفيرة»
      2021-02-03 ريما: خبر قديم

1
"""


@pytest.fixture
def edit(minutes: Minutes) -> Correction:
    event = minutes.events[0]
    changed = msgspec.structs.replace(event, status="historical", place=None)
    return Correction(
        3, "one", "event", "edit", fragment(minutes, event), fragment(minutes, changed), None, None, None, "ريما",
        "2021-02-03T04:05:06+00:00", "خبر قديم", 42000001,
    )  # fmt: skip


def test_text(edit: Correction) -> None:
    assert "".join(lines("text", [edit])) == GOLDEN


def test_tables(edit: Correction) -> None:
    (row,) = csv.DictReader(io.StringIO("".join(lines("csv", [edit]))))
    assert tuple(row) == COLUMNS
    assert json.loads(row["after"])["events"][0]["status"] == "historical"
    (known,) = json.loads("".join(lines("json", [edit])))
    assert tuple(known) == COLUMNS
    assert known["before"]["events"][0]["place"]["name"] == "عمّان"
    assert (known["line"], known["who"], known["standing"]) == ("e42000001", "ريما", "stands")


def test_in_one_line(edit: Correction, minutes: Minutes) -> None:
    def turned(**changed: object) -> str:
        return said(msgspec.structs.replace(edit, **changed))

    assert turned(action="undo", builds_on=2, line=None) == "3 undo 2"
    assert turned(action="reject", after=None, line=None) == "3 reject e1 of one"
    assert turned(action="split", after=None, other_line=43000001) == "3 split e42000001 | e43000001"
    assert (
        turned(action="merge", after=None, other_line=43000001, standing="orphaned")
        == "3 merge e42000001 + e43000001   [orphaned]"
    )
    actor = fragment(minutes, minutes.events[1])
    assert "actor رامي الحسن (JOR), لينا سعد (UNK) → رامي الحسن (JOR)" in turned(after=actor)
