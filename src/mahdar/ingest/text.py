"""A text file: one article, named after the file."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from mahdar.coder.coder import RawArticle
from mahdar.ingest.inspection import LONGEST, inspect
from mahdar.ingest.problem import Problem

_LONGEST_FILE = 4 * LONGEST  # bytes; no UTF-8 of an article within bounds is longer


def read(stream: BinaryIO, path: Path) -> Iterator[RawArticle | Problem]:
    """The article of a file, or what is wrong with it."""
    source = str(path)
    raw = stream.read(_LONGEST_FILE + 1)
    if len(raw) > _LONGEST_FILE:
        yield Problem(source, f"more than {_LONGEST_FILE:,} bytes in one article", "split it into its articles")
        return
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        yield no_utf8(source, raw, wrong.start)
        return
    yield from inspect(RawArticle(text, id=identity(path)), source)


def identity(path: Path) -> str:
    """The file's name without its ending: `talks.txt.gz` is `talks`."""
    name = path.name.removesuffix(".gz")
    return name.removesuffix(".txt") or name


def no_utf8(source: str, raw: bytes, at: int, line: int | None = None) -> Problem:
    """The message for bytes that are no UTF-8, with a guess at what they are."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        at, mend = 0, "it looks like UTF-16; save it as UTF-8"
    else:
        mend = "save it as UTF-8 (Arabic files that are not are mostly windows-1256)"
    return Problem(source, f"0x{raw[at]:02x} is no UTF-8", mend, line, at)
