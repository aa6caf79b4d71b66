"""Which entries of the lexicon made records, and which none."""

import json
from pathlib import Path

import pytest

from mahdar.coder.coder import Coder, RawArticle
from mahdar.lexicon.coverage import TABLES, Use, coverage, document, rows
from mahdar.minutes import Minutes

TEXTS = ("قال وزير الخارجية الروسي سيرغي لافروف إن روسيا تدين الغارات الإسرائيلية على سوريا.", "زار الرئيس التركي قطر.")


@pytest.fixture(scope="module")
def minutes(coder: Coder) -> list[Minutes]:
    return [coder.code(RawArticle(text, published="2021-03-10")) for text in TEXTS]


def test_every_entry_is_there_once(coder: Coder, minutes: list[Minutes]) -> None:
    uses = coverage(coder.lexicon, minutes)
    names = [(use.table, use.id) for use in uses]
    assert len(names) == len(set(names))
    assert len(names) == sum(len(getattr(coder.lexicon, field)) for tables in TABLES.values() for _, field in tables)


def test_records_are_counted_by_the_entry_that_made_them(coder: Coder, minutes: list[Minutes]) -> None:
    uses = coverage(coder.lexicon, [*minutes, minutes[0]])
    assert Use("cue", "say", 2) in uses
    assert Use("trigger", "condemn", 2) in uses
    assert Use("pledge", "vow", 0) in uses
    rules = {r.rule for m in minutes for kind in TABLES for r in getattr(m, kind)}
    assert {use.id for use in uses if use.records} <= rules


def test_what_made_none_comes_first_in_the_order_of_the_lexicon(coder: Coder, minutes: list[Minutes]) -> None:
    uses = coverage(coder.lexicon, minutes)
    assert [use.records for use in uses] == sorted(use.records for use in uses)
    unused = [use.id for use in uses if use.table == "trigger" and not use.records]
    assert unused == [trigger.id for trigger in coder.lexicon.triggers if trigger.id in unused]


def test_without_minutes_nothing_is_used(coder: Coder) -> None:
    assert not any(use.records for use in coverage(coder.lexicon, []))


def test_lines_have_three_columns_and_their_names() -> None:
    assert list(rows([Use("cue", "say", 3)])) == ["table\tid\trecords\n", "cue\tsay\t3\n"]


def test_a_document_is_an_array() -> None:
    assert json.loads(document([Use("cue", "say", 3)])) == [{"table": "cue", "id": "say", "records": 3}]
    assert json.loads(document([])) == []


def test_the_command_counts_what_the_coder_reads(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"id": t[:3], "text": t, "published": "2021-03-10"}) + "\n" for t in TEXTS), "utf-8")
    ran = run("lexicon", "coverage", path)
    assert (ran.returncode, ran.stderr) == (0, b"")
    lines = ran.stdout.decode().splitlines()
    assert lines[0] == "table\tid\trecords"
    assert "cue\tsay\t1" in lines and "trigger\tcondemn\t1" in lines
    asjson = run("lexicon", "coverage", path, "--format", "json", "--jobs", "2").stdout
    assert ["\t".join(map(str, row.values())) for row in json.loads(asjson)] == lines[1:]


def test_bad_input_is_said_and_the_rest_counted(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": broken\n' + json.dumps({"text": TEXTS[0]}).encode() + b"\n")
    ran = run("lexicon", "coverage", path, tmp_path / "none.txt")
    assert ran.returncode == 1
    assert "cue\tsay\t1" in ran.stdout.decode()
    assert len(ran.stderr.decode().splitlines()) == 2
    assert all(line.startswith("mahdar: ") for line in ran.stderr.decode().splitlines())


def test_an_own_lexicon_is_counted_too(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    own = tmp_path / "mine"
    own.mkdir()
    (own / "cues.toml").write_text('[[cue]]\nid = "mine"\nverbs = ["غرد غرد II"]\ntakes = ["that"]\n', "utf-8")
    (tmp_path / "a.txt").write_text(TEXTS[0], "utf-8")
    assert "cue\tmine\t0" in run("lexicon", "coverage", tmp_path / "a.txt", "--lexicon", own).stdout.decode()
