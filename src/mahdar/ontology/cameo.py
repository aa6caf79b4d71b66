"""CAMEO codes and what they are in PLOVER: twenty roots, a leaf file, and the leaves that leave their root.

`cameo2plover.txt` is the published conversion table, word for word; what has changed since it is in `cameo.toml`.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from mahdar.errors import DataError
from mahdar.minutes import Label
from mahdar.ontology.plover import load_plover
from mahdar.ontology.table import HERE, read_entries, read_table


class Root(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of CAMEO's twenty roots; `type` is its PLOVER type, None for statements and appeals."""

    code: str
    penta: int
    quad_class: int
    label: Label
    type: str | None = None


class RootException(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A code that does not follow its root; `mode` and `contexts` replace the leaf file's where they are given."""

    code: str
    type: str
    why: str
    mode: str | None = None
    contexts: tuple[str, ...] | None = None


class Renamed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Modes and contexts of the leaf file under their names of today; an empty name drops them."""

    modes: dict[str, str]
    contexts: dict[str, str]


class Coding(NamedTuple):
    """What an event is in PLOVER."""

    type: str
    mode: str | None
    contexts: tuple[str, ...]


class Cameo(msgspec.Struct, frozen=True):
    """The roots, and every code that has a line of its own."""

    roots: dict[str, Root]
    leaves: dict[str, Coding]


def read_leaves(path: Path, renamed: Renamed) -> dict[str, Coding]:
    """The leaf file: lines `code: TYPE, mode, contexts # words`. A line without commas heads a root and is passed over."""
    leaves: dict[str, Coding] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        rule = line.split("#", 1)[0].strip()
        if "," not in rule:
            continue
        code, colon, coding = rule.partition(":")
        fields = [field.strip() for field in coding.split(",")]
        if not colon or not code.isdigit() or len(fields) != 3:
            raise DataError(f"{path}: line {number}: not `code: TYPE, mode, contexts`")
        leaves[code] = _coding(fields[0], fields[1], fields[2], renamed)
    return leaves


def _coding(type_id: str, mode: str, contexts: str, renamed: Renamed) -> Coding:
    names = [name.strip() for name in contexts.split(";")]
    today = (renamed.contexts.get(name, name) for name in names)
    return Coding(type_id, renamed.modes.get(mode, mode) or None, tuple(name for name in today if name))


def _apply(exception: RootException, leaves: dict[str, Coding]) -> Coding:
    """The exception's coding: its own words, else those of the nearest line of the leaf file."""
    base = _nearest(exception.code, leaves) or Coding(exception.type, None, ())
    mode = base.mode if exception.mode is None else exception.mode or None
    return Coding(exception.type, mode, base.contexts if exception.contexts is None else exception.contexts)


def _nearest(code: str, leaves: dict[str, Coding]) -> Coding | None:
    """The coding of the code itself, else of the longest code that it begins with, its root excepted."""
    for length in range(len(code), 2, -1):
        if found := leaves.get(code[:length]):
            return found
    return None


def _check(path: Path, code: str, coding: Coding) -> None:
    """Type, mode and contexts must be PLOVER's of today."""
    plover = load_plover()
    try:
        event_type = plover.type(coding.type)
        if coding.mode:
            event_type.mode(coding.mode)
    except DataError as error:
        raise DataError(f"{path}: {code}: {error}") from error
    if unknown := set(coding.contexts) - {context.id for context in plover.contexts}:
        raise DataError(f"{path}: {code}: no such context: {', '.join(sorted(unknown))}")


def read_cameo(path: Path, leaf_path: Path) -> Cameo:
    """CAMEO from a table of roots and a leaf file, checked against PLOVER. Raises `DataError` naming file and code."""
    table = read_table(path)
    try:
        renamed = msgspec.convert(table.get("renamed", {}), Renamed)
    except msgspec.ValidationError as error:
        raise DataError(f"{path}: [renamed]: {error}") from error
    leaves = read_leaves(leaf_path, renamed)
    for exception in read_entries(path, table, "exception", RootException, key="code"):
        leaves[exception.code] = _apply(exception, leaves)
    for code, coding in leaves.items():
        _check(path, code, coding)
    roots = read_entries(path, table, "root", Root, key="code")
    return Cameo(roots={root.code: root for root in roots}, leaves=leaves)


@cache
def load_cameo() -> Cameo:
    """CAMEO as shipped; read once."""
    return read_cameo(HERE / "cameo.toml", HERE / "cameo2plover.txt")


def root_of(code: str) -> Root:
    """The root of a code: `0841` belongs to `08`. Raises `DataError` for a code that is none of CAMEO's."""
    root = load_cameo().roots.get(code[:2])
    if root is None or not code.isdigit():
        raise DataError(f"CAMEO has no code `{code}`; codes are strings of two to four digits, from 01 to 20")
    return root


def plover_of(code: str) -> Coding | None:
    """Type, mode and contexts of a CAMEO code; a leaf without a line takes its parent's. None for roots 01 and 02."""
    root = root_of(code)
    if root.type is None:
        return None
    return _nearest(code, load_cameo().leaves) or Coding(root.type, None, ())
