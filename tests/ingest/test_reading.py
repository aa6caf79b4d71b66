"""Paths in, articles and problems out."""

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from mahdar.coder.coder import RawArticle
from mahdar.ingest.reading import count, read

ARABIC = "قال وزير الخارجية إن بلاده مستعدة للحوار في أي وقت."
LINE = json.dumps({"id": "line", "text": ARABIC}).encode() + b"\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(ARABIC, encoding="utf-8")
    (tmp_path / "many.jsonl").write_bytes(LINE * 3)
    (tmp_path / "packed.txt.gz").write_bytes(gzip.compress(ARABIC.encode()))
    (tmp_path / "packed.jsonl.gz").write_bytes(gzip.compress(LINE * 2))
    (tmp_path / "page.pdf").write_bytes(b"%PDF")
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(LINE)[:-10])
    (tmp_path / "wrong.jsonl.gz").write_bytes(LINE)
    (tmp_path / "folder.txt").mkdir()
    return tmp_path


def found(*paths: Path) -> list[str]:
    """Ids of articles and texts of messages, the messages without the folder."""
    return [
        str(item.id) if isinstance(item, RawArticle) else str(item).removeprefix(f"{paths[0].parent}/")
        for item in read(map(str, paths))
    ]


def test_every_known_kind(folder: Path) -> None:
    names = ("one.txt", "many.jsonl", "packed.txt.gz", "packed.jsonl.gz")
    assert found(*(folder / name for name in names)) == ["one", *["line"] * 3, "packed", *["line"] * 2]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("page.pdf", "page.pdf: unknown kind of file '.pdf'; known are .txt and .jsonl, and each with .gz"),
        ("none.txt", "none.txt: no such file"),
        ("folder.txt", "folder.txt: a folder; name the files in it"),
        ("wrong.jsonl.gz", "wrong.jsonl.gz: cannot be read (Not a gzipped file (b'{\"'))"),
    ],
)
def test_what_cannot_be_read_is_said_and_the_rest_goes_on(folder: Path, name: str, message: str) -> None:
    assert found(folder / name, folder / "one.txt") == [message, "one"]


def test_a_broken_gzip_is_said(folder: Path) -> None:
    *_, message = found(folder / "cut.jsonl.gz")
    assert message.startswith("cut.jsonl.gz: broken gzip")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LINE + b"x\n")))
    article, problem = read(["-"])
    assert isinstance(article, RawArticle)
    assert str(problem).startswith("standard input:2: no article")


def test_counts_what_it_can(folder: Path) -> None:
    assert count([str(folder / "one.txt"), str(folder / "many.jsonl")]) == 4
    assert count(["-"]) is None
    assert count([str(folder / "packed.txt.gz")]) is None
