"""brat standoff: fragments find their words, and what they tell is named in annotation.conf."""

import re
from collections.abc import Callable
from pathlib import Path

from mahdar.export.brat import Standoff, write_folder
from mahdar.minutes import Actor, Article, Label, Minutes, Span
from mahdar.record.query import parse
from mahdar.record.record import Record


def test_what_comes_out(kept: Record, tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    write_folder(kept, parse(""), tmp_path)
    golden("000001.ann", (tmp_path / "000001.ann").read_text(encoding="utf-8"))
    golden("annotation.conf", (tmp_path / "annotation.conf").read_text(encoding="utf-8"))
    assert (tmp_path / "articles.tsv").read_text(encoding="utf-8") == "file\tarticle\n000001\tone\n000002\ttwo 2\n"
    kinds = re.findall(r"^(\w+)", (tmp_path / "annotation.conf").read_text(encoding="utf-8"), re.MULTILINE)
    for name in ("000001", "000002"):
        text = (tmp_path / f"{name}.txt").read_text(encoding="utf-8")
        for line in (tmp_path / f"{name}.ann").read_text(encoding="utf-8").splitlines():
            if line.startswith("T"):
                _, where, exact = line.split("\t")
                kind, _, at = where.partition(" ")
                assert " ".join(text[slice(*map(int, piece.split()))] for piece in at.split(";")) == exact
                assert kind in kinds


def test_words_over_a_line_break_are_fragments() -> None:
    text = "قبل\nأول\nثان"
    actor = Actor("a1", "x", Label(), "UNK", "person", None, None, None, (Span(4, 11, "أول\nثان"),))
    first, _ = Standoff(Minutes(Article("x", "", None, None, None, "ar", text), (actor,))).lines()
    assert first == "T1\tPerson 4 7;8 11\tأول ثان\n"
