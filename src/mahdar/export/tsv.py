"""Rows between tabs: every value on one line, without characters that would break the table."""

import re
from collections.abc import Iterable

_BREAKING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def line(values: Iterable[object]) -> str:
    """A row with its newline."""
    return "\t".join(map(cell, values)) + "\n"


def cell(value: object) -> str:
    """A value as a cell: empty for None, no tabs and no line breaks, numbers in their shortest form."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".") or "0"
    return _BREAKING.sub(" ", str(value)).strip()


def several(values: Iterable[object]) -> str:
    """Several values in one cell, each once, in their order."""
    return "; ".join(dict.fromkeys(cell(value).replace(";", ",") for value in values if value not in (None, "")))
