"""Exports and imports by the command line."""

from pathlib import Path

import pytest

from mahdar.cli.exporting import Target
from mahdar.minutes import Minutes
from mahdar.record.record import Record

FOLDERS = ("csv", "parquet", "brat")


@pytest.fixture
def record(tmp_path: Path, minutes: Minutes) -> Path:
    with Record(tmp_path / "mahdar.db", make=True) as record:
        list(record.add([minutes], "1"))
    return tmp_path / "mahdar.db"


@pytest.mark.parametrize("form", list(Target))
def test_every_format(run, record: Path, tmp_path: Path, form: Target) -> None:  # type: ignore[no-untyped-def]
    if form is Target.parquet:
        pytest.importorskip("pyarrow")
    out = tmp_path / "out"
    ran = run("export", form.value, "source:وكالة", "--record", record, "--out", out)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")
    if form in FOLDERS:
        assert list(out.iterdir())
        assert b"makes a folder" in run("export", form.value, "-r", record).stderr
    else:
        assert out.read_bytes() == run("export", form.value, "-r", record, "-o", "-").stdout != b""


def test_import(run, record: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    written = run("export", "plover", "--record", record).stdout
    (tmp_path / "f.jsonl").write_bytes(written + b"{broken\n")
    taken = run("import", "plover", tmp_path / "f.jsonl", "--record", tmp_path / "new.db")
    assert taken.returncode == 1
    assert b"f.jsonl:3: no event of PLOVER's" in taken.stderr
    assert b"1 added" in taken.stderr
    assert run("import", "plover", "-", "-r", tmp_path / "two.db", stdin=written).returncode == 0
    assert run("export", "plover", "-r", tmp_path / "two.db").stdout == written
    assert run("import", "plover", tmp_path / "none", "-r", record).returncode == 2


def test_a_wrong_query_leaves_no_file(run, record: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    ran = run("export", "polecat", "stance:for", "-r", record, "-o", tmp_path / "out")
    assert ran.returncode == 1
    assert ran.stderr.count(b"\n") == 1
    assert not (tmp_path / "out").exists()
