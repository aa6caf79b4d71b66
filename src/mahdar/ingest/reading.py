"""Paths in, articles out, one after the other; what cannot be read comes out as a problem, and the rest goes on."""

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from mahdar.coder.coder import RawArticle
from mahdar.ingest import jsonl, text
from mahdar.ingest.problem import Problem

STANDARD_INPUT = "-"
KINDS = (".txt", ".jsonl")


def read(names: Iterable[str]) -> Iterator[RawArticle | Problem]:
    """The articles of files: `.txt`, `.jsonl`, either with `.gz` after it; `-` is standard input, in JSON lines."""
    for name in names:
        if name == STANDARD_INPUT:
            yield from jsonl.read(sys.stdin.buffer, "standard input")
        else:
            yield from read_file(Path(name))


def read_file(path: Path) -> Iterator[RawArticle | Problem]:
    """The articles of one file, as its ending says."""
    kind = Path(path.name.removesuffix(".gz")).suffix
    if path.is_dir():
        yield Problem(str(path), "a folder", "name the files in it")
    elif not path.exists():
        yield Problem(str(path), "no such file")
    elif kind not in KINDS:
        yield Problem(str(path), f"unknown kind of file {kind!r}", "known are .txt and .jsonl, and each with .gz")
    else:
        yield from contents(path, kind)


def contents(path: Path, kind: str) -> Iterator[RawArticle | Problem]:
    """The articles of a file of a known kind."""
    try:
        with open_binary(path) as stream:
            yield from text.read(stream, path) if kind == ".txt" else jsonl.read(stream, str(path))
    except OSError as wrong:
        yield Problem(str(path), f"cannot be read ({wrong.strerror or wrong})")
    except (EOFError, zlib.error) as wrong:
        yield Problem(str(path), f"broken gzip ({wrong})", "what stood before the break is coded")


def open_binary(path: Path) -> BinaryIO:
    """The file's bytes, unpacked where it is gzip."""
    return cast(BinaryIO, gzip.open(path)) if path.suffix == ".gz" else path.open("rb")


def count(names: Iterable[str]) -> int | None:
    """How many articles there may be, for a progress bar; None where only reading them would tell."""
    total = 0
    for path in map(Path, names):
        if str(path) == STANDARD_INPUT or path.suffix == ".gz" or not path.is_file():
            return None
        total += lines_in(path) if path.suffix == ".jsonl" else 1
    return total


def lines_in(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b""))
