"""JSON lines: one article a line, with the keys id, title, published, source, url, text. Other keys are passed over."""

import json
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from mahdar.coder.coder import RawArticle
from mahdar.ingest.inspection import LONGEST, inspect
from mahdar.ingest.problem import Problem
from mahdar.ingest.text import no_utf8

_LONGEST_LINE = 8 * LONGEST  # bytes; a line is read no further than this


class Line(msgspec.Struct):
    """An article as it stands in a line. Only the text must be there."""

    text: str
    id: str | int | None = None
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None

    def raw(self) -> RawArticle:
        identifier = None if self.id is None else str(self.id)
        return RawArticle(self.text, identifier, self.title or "", self.published, self.source, self.url)


_decoder = msgspec.json.Decoder(Line)


def read(stream: BinaryIO, source: str) -> Iterator[RawArticle | Problem]:
    """The articles of a stream of lines. A broken line is a problem, and the next line is read."""
    for number, line in lines(stream):
        if line is None:
            yield Problem(source, f"a line of more than {_LONGEST_LINE:,} bytes", "split it into its articles", number)
        elif number == 1 and line.removeprefix(b"\xef\xbb\xbf").strip() == b"[":
            yield Problem(source, "a JSON array", "write one article a line: jq -c '.[]'", number)
            return
        elif line.strip():
            yield from article(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line, source, number)


def article(line: bytes, source: str, number: int) -> Iterator[RawArticle | Problem]:
    """The article of one line, or what is wrong with it."""
    try:
        raw = parse(line).raw()
    except UnicodeDecodeError as wrong:
        yield no_utf8(source, line, wrong.start, number)
    except (ValueError, RecursionError) as wrong:
        what = str(wrong) if isinstance(wrong, msgspec.MsgspecError) else "not JSON"
        yield Problem(source, f"no article: {what}", "the line is skipped", number)
    else:
        yield from inspect(raw, source, number)


def parse(line: bytes) -> Line:
    """A line read strictly; where that fails, with Python's own reader, which lets lone surrogates and NUL pass."""
    text = line.decode("utf-8").rstrip("\r\n")  # so that a line cut off is said to be so
    try:
        return _decoder.decode(text)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError as strict:
        try:
            value = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            raise strict from None
        return msgspec.convert(value, Line)


def lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """(number from 1, line) of a stream; None in place of a line that is too long, which is never held whole."""
    number = 0
    while line := stream.readline(_LONGEST_LINE + 1):
        number += 1
        if len(line) <= _LONGEST_LINE:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_LONGEST_LINE)
        yield number, None
