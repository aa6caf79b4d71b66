"""Reading data files: TOML tables become entries; what is wrong is said with file, line and mend."""

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from mahdar.errors import DataError

E = TypeVar("E")


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file. Raises DataError with the line where it is no TOML, or with the byte where no UTF-8."""
    try:
        raw = path.read_bytes()
    except OSError as wrong:
        raise DataError(f"{path}: cannot be read: {wrong.strerror}") from None
    try:
        return tomllib.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as wrong:
        raise DataError(f"{path}: byte {wrong.start} is no UTF-8; save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as wrong:
        raise DataError(f"{path}: no valid TOML: {wrong}") from None


def line_of(path: Path, table: str, index: int) -> int:
    """The line (from 1) on which the entry number `index` of `[[table]]` starts."""
    head = re.compile(rf"\s*\[\[\s*{re.escape(table)}\s*\]\]")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if head.match(line):
            if index == 0:
                return number
            index -= 1
    return 1


def line_of_key(path: Path, key: str) -> int:
    """The line (from 1) on which a table or a key of a file stands first."""
    name = rf"[\"']?{re.escape(key)}[\"']?"
    head = re.compile(rf"\s*(?:\[\[?\s*(?:[^\]=]*\.\s*)?{name}\s*[\].]|{name}\s*[=.]|.*[{{,]\s*{name}\s*=)")
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if head.match(line)), 1)


def at(path: Path, table: str, index: int) -> str:
    """Where an entry stands, for a message: path:line."""
    return f"{path}:{line_of(path, table, index)}"


def read_entries(path: Path, table: str, kind: type[E], tables: dict[str, Any] | None = None) -> list[E]:
    """The entries of `[[table]]` in a file, in order; `tables` where the file has been read already."""
    entries = []
    rows = (tables if tables is not None else read_toml(path)).get(table, [])
    if not isinstance(rows, list):
        raise DataError(f"{path}:{line_of_key(path, table)}: {table} is no list of entries; write each under [[{table}]]")
    for index, row in enumerate(rows):
        try:
            entries.append(msgspec.convert(row, kind))
        except msgspec.ValidationError as wrong:
            raise DataError(f"{at(path, table, index)}: [[{table}]] {wrong}") from None
    return entries
