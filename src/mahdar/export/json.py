"""Minutes as JSON: one line an article, or one indented document."""

from collections.abc import Iterable, Iterator

import msgspec


def lines(minutes: Iterable[bytes]) -> Iterator[str]:
    """One line an article, as it is."""
    for line in minutes:
        yield line.decode("utf-8") + "\n"


def document(minutes: Iterable[bytes]) -> Iterator[str]:
    """An indented object for a single article, an indented array for several or none; never held whole."""
    first: bytes | None = None
    opened = False
    for line in minutes:
        if first is None:
            first = line
            continue
        if not opened:
            yield "[\n" + element(first)
            opened = True
        yield ",\n" + element(line)
    if opened:
        yield "\n]\n"
    else:
        yield indented(first) + "\n" if first is not None else "[]\n"


def indented(line: bytes) -> str:
    return msgspec.json.format(line, indent=2).decode("utf-8")


def element(line: bytes) -> str:
    """An object, indented as a part of an array."""
    return "  " + indented(line).replace("\n", "\n  ")
