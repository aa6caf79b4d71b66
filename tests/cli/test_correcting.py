"""Correcting a record by the command line, and measuring the coder against what came of it."""

import csv
import io
import json
from pathlib import Path

import pytest

import mahdar
from mahdar.record.record import Record

TEXT = "التقى وزير الخارجية التركي نظيره الروسي سيرغي لافروف في سوتشي. وقال لافروف إن بلاده ترفض العقوبات."
REASON = ("--who", "ريما", "--why", "قرأت الخبر")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "mahdar.db"
    with Record(path, make=True) as kept:
        list(kept.add([mahdar.code(TEXT, "لقاء سوتشي", "2020-12-29", id="one")], "of long ago"))
    return path


def test_correct_and_undo(run, record: Path) -> None:  # type: ignore[no-untyped-def]
    (event,) = json.loads(run("events", "type:CONSULT", "-r", record, "-f", "json").stdout)
    line = event["line"]
    edited = run("correct", "edit", line, "status=historical", "date=2020-11", "-r", record, *REASON)
    assert edited.stdout.decode().startswith(f"1 edit {line}: status actual → historical; date")
    (row,) = csv.DictReader(io.StringIO(run("events", "type:CONSULT", "-r", record, "-f", "csv").stdout.decode()))
    assert (row["line"], row["origin"], row["date"]) == (line, "edited", "2020-11")
    assert run("recode", "-r", record).returncode == 0
    assert "· edited" in run("events", "status:historical", "-r", record).stdout.decode()
    assert run("correct", "split", line, "type=AGREE", "-r", record, *REASON).returncode == 0
    assert run("correct", "merge", line, "e1500002", "-r", record, *REASON).returncode == 0
    assert run("correct", "accept", "s1000001", "-r", record, *REASON).returncode == 0
    assert run("correct", "reject", "p1000001", "-r", record, *REASON).returncode == 0
    assert run("correct", "undo", "1", "3", "2", "4", "5", "-r", record, *REASON).returncode == 0
    listed = run("corrections", "list", "--article", "one", "-r", record).stdout.decode()
    assert listed.count("[undone]") == 5
    assert run("events", "origin:edited", "-r", record).stdout == b"0 of 0\n"


def test_gold_and_figures(run, record: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert b"no article of it was corrected" in run("evaluate", "-r", record).stderr
    run("correct", "edit", "e1000001", "status=historical", "-r", record, *REASON)
    assert run("corrections", "export", "--out", tmp_path / "gold", "-r", record).returncode == 0
    (gold,) = json.loads((tmp_path / "gold" / "gold.json").read_text(encoding="utf-8"))
    assert [event["status"] for event in gold["events"] if event["type"] == "CONSULT"] == ["historical"]
    figures = json.loads(run("evaluate", "-r", record, "--format", "json").stdout)
    assert figures["articles"] == 1
    assert figures["figures"]["events: type+who"]["F1"] == 1
    assert figures["figures"]["event status"]["accuracy"] < 1
    assert "events: type+who             P 1.000" in run("evaluate", "-r", record).stdout.decode()
    assert b"0 articles" in run("corrections", "export", "--whole", "--out", tmp_path / "none", "-r", record).stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("edit", "e1000001", "status=past"), b"known are actual"),
        (("edit", "1000001", "status=historical"), b"write it with its letter"),
        (("reject", "e77"), b"no such line"),
        (("undo", "7"), b"there is none"),
    ],
)
def test_what_is_wrong_is_one_line(run, record: Path, arguments: tuple[str, ...], said: bytes) -> None:  # type: ignore[no-untyped-def]
    ran = run("correct", *arguments, "-r", record, *REASON)
    assert ran.returncode == 1
    assert said in ran.stderr
    assert ran.stderr.count(b"\n") == 1
