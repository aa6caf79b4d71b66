"""Keeping minutes in a record and looking them up, by the command line; killed, and two at once."""

import csv
import io
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import mahdar
from mahdar.minutes import Minutes
from mahdar.record.record import Record

MINISTERS = ("المصري", "الأردني", "التونسي", "الروسي", "التركي", "الفرنسي")


def article(number: int) -> dict[str, str]:
    minister = MINISTERS[number % len(MINISTERS)]
    text = (
        f"قال وزير الخارجية {minister} إن بلاده ترفض القرار رقم {number}، وأضاف أنها ستدعم الحوار."
        f" والتقى الوزير {minister} نظيره الإيطالي في روما، ودعا إلى وقف القتال."
    )
    return {"id": f"n{number}", "title": f"الخبر {number}", "published": "2021-03-01", "source": "الصحيفة", "text": text}


def archive(path: Path, numbers: range) -> Path:
    path.write_text("".join(json.dumps(article(n), ensure_ascii=False) + "\n" for n in numbers), encoding="utf-8")
    return path


def minutes_of(number: int) -> Minutes:
    row = article(number)
    return mahdar.code(row["text"], row["title"], row["published"], id=row["id"], source=row["source"])


@pytest.fixture
def forty(tmp_path: Path) -> Path:
    return archive(tmp_path / "forty.jsonl", range(40))


@pytest.fixture
def adding() -> Iterator[object]:
    """Starts `mahdar add` in the background; what still runs in the end is stopped."""
    started: list[subprocess.Popen[bytes]] = []

    def start(path: Path, record: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "mahdar.cli", "add", str(path), "--record", record]
        started.append(subprocess.Popen(command, stderr=subprocess.PIPE))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def test_add_and_look_up(run, place: str, forty: Path) -> None:  # type: ignore[no-untyped-def]
    added = run("add", forty, "--record", place)
    assert (added.returncode, added.stdout) == (0, b"")
    assert b"40 added" in added.stderr
    assert b"40 already there" in run("add", forty, "--record", place).stderr

    found = run("statements", "actor:TUN", "القرار", "-r", place, "--limit", "2").stdout.decode()
    assert "2 of 7" in found
    assert "ترفض القرار" in found

    rows = json.loads(run("events", "type:CONSULT", "country:TUN", "-r", place, "-f", "json").stdout)
    assert {row["type"] for row in rows} == {"CONSULT"}
    assert all("TUN" in row["actor_code"] and row["place"] == "روما" for row in rows)

    table = list(
        csv.DictReader(io.StringIO(run("search", "source:الصحيفة", "-r", place, "-f", "csv", "-n", "99").stdout.decode()))
    )
    assert len(table) == 40
    assert table[0]["title"] == "الخبر 39"
    assert run("positions", "-r", place, "stance:against").returncode == 0
    assert run("commitments", "-r", place, "--labels", "ar").returncode == 0


def test_recode_replaces_what_another_version_coded(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "mahdar.db"
    with Record(path, make=True) as old:
        list(old.add([minutes_of(1)], "0.0.1 of long ago"))
    assert b"1 coded again" in run("recode", "--record", path).stderr
    assert b"nothing to add" in run("recode", "--record", path).stderr
    assert list(Record(path).minutes(["n1"])) == [minutes_of(1)]


def test_what_is_wrong_is_said_and_the_rest_is_kept(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = archive(tmp_path / "some.jsonl", range(3))
    path.write_text(path.read_text(encoding="utf-8") + '{"text": broken\n', encoding="utf-8")
    added = run("add", path, "--record", tmp_path / "mahdar.db")
    assert added.returncode == 1
    assert b"some.jsonl:4: no article" in added.stderr
    assert b"3 added" in added.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("search", "tyep:x"), b"did you mean `type:`"),
        (("events", "stance:for"), b"says nothing about events"),
    ],
)
def test_a_wrong_query_is_one_line(run, tmp_path: Path, arguments: tuple[str, ...], said: bytes) -> None:  # type: ignore[no-untyped-def]
    Record(tmp_path / "mahdar.db", make=True).close()
    ran = run(*arguments, "--record", tmp_path / "mahdar.db")
    assert ran.returncode == 1
    assert said in ran.stderr
    assert ran.stderr.count(b"\n") == 1


def test_the_record_is_named_by_the_environment(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("MAHDAR_RECORD", str(tmp_path / "none.db"))
    assert b"no such record" in run("search", "x").stderr


def test_killed_it_keeps_whole_articles_and_goes_on(tmp_path: Path, adding) -> None:  # type: ignore[no-untyped-def]
    path, record = archive(tmp_path / "many.jsonl", range(260)), tmp_path / "mahdar.db"
    chance = random.Random(7)
    for _ in range(4):
        process = adding(path, str(record))
        deadline = time.monotonic() + 60
        while not record.exists() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 2))
        process.send_signal(signal.SIGKILL)
        process.wait()
        with Record(record, make=True) as opened:
            names = opened.names()
            assert list(opened.minutes(names)) == [minutes_of(int(name[1:])) for name in names]
    assert adding(path, str(record)).wait(240) == 0
    with Record(record) as opened:
        assert sorted(opened.names()) == sorted(f"n{n}" for n in range(260))


def test_two_at_once_both_finish(place: str, tmp_path: Path, adding) -> None:  # type: ignore[no-untyped-def]
    first = adding(archive(tmp_path / "one.jsonl", range(60)), place)
    second = adding(archive(tmp_path / "two.jsonl", range(40, 100)), place)
    assert (first.wait(240), second.wait(240)) == (0, 0)
    with Record(place) as opened:
        assert sorted(opened.names()) == sorted(f"n{n}" for n in range(100))
        assert list(opened.minutes(["n50"])) == [minutes_of(50)]


def test_nothing_of_a_record_is_loaded_for_help() -> None:
    asked = "import mahdar.cli, sys\nsys.argv = ['mahdar', '--help']\ntry: mahdar.cli.main()\nexcept SystemExit: pass"
    asked += "\nassert not {'sqlalchemy', 'alembic', 'psycopg'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", asked], check=True, stdout=subprocess.DEVNULL, env=dict(os.environ))
