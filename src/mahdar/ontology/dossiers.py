"""Dossiers (ملفات): the matters that are followed over time, with the words that point to them.

The shipped file is `dossiers.toml`; an analyst's own file of the same shape adds dossiers and adds words to those that
exist. What counts as an occurrence of a word (folding, clitics) is the reader's business, not this file's.
"""

from functools import cache
from pathlib import Path

import msgspec

from mahdar.errors import DataError
from mahdar.minutes import Label
from mahdar.ontology.table import HERE, read_entries, read_table


class Dossier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A matter followed over time.

    One `strong` word suffices; of the `words` there must be two, or one in the title. A word inside one of the
    `unless` phrases does not count. A dossier without words only groups those that have it as their parent.
    """

    id: str
    label: Label = Label()
    parent: str | None = None
    strong: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


def read_dossiers(path: Path) -> tuple[Dossier, ...]:
    """The dossiers of one file, each as it stands there. Raises `DataError` naming file and entry."""
    table = read_table(path)
    if unknown := sorted(set(table) - {"dossier"}):
        raise DataError(f"{path}: unknown key `{unknown[0]}`; write each dossier under [[dossier]]")
    dossiers = read_entries(path, table, "dossier", Dossier)
    for dossier in dossiers:
        if empty := [word for word in (*dossier.strong, *dossier.words, *dossier.unless) if not word.strip()]:
            raise DataError(f"{path}: [[dossier]] {dossier.id}: an empty word {empty[0]!r}; remove it")
    return dossiers


def merge(old: Dossier, new: Dossier) -> Dossier:
    """The old dossier with what the new one says of it: words are added, label and parent replaced where given."""
    return Dossier(
        id=old.id,
        label=Label(ar=new.label.ar or old.label.ar, en=new.label.en or old.label.en),
        parent=old.parent if new.parent is None else new.parent,
        strong=_union(old.strong, new.strong),
        words=_union(old.words, new.words),
        unless=_union(old.unless, new.unless),
    )


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """Both, in order, each word once."""
    return tuple(dict.fromkeys((*first, *second)))


def check_dossiers(path: Path, dossiers: dict[str, Dossier]) -> None:
    """Every dossier has a label, its parent exists, and no line of parents comes round to itself."""
    for dossier in dossiers.values():
        where = f"{path}: [[dossier]] {dossier.id}"
        if not (dossier.label.ar or dossier.label.en):
            raise DataError(f'{where}: no label; write label = {{ ar = "…", en = "…" }}')
        line = [dossier.id]
        while parent := dossiers[line[-1]].parent:
            if parent not in dossiers:
                raise DataError(f"{where}: its parent `{parent}` is no dossier; add it or correct the name")
            if parent in line:
                raise DataError(f"{where}: its parents run in a circle: {' → '.join([*line, parent])}")
            line.append(parent)


@cache
def _shipped() -> tuple[Dossier, ...]:
    """The dossiers that come with Mahdar; read once."""
    path = HERE / "dossiers.toml"
    dossiers = read_dossiers(path)
    check_dossiers(path, {dossier.id: dossier for dossier in dossiers})
    return dossiers


def load_dossiers(extra: Path | None = None) -> tuple[Dossier, ...]:
    """The shipped dossiers and those of an analyst's own file, which may also extend shipped ones."""
    dossiers = {dossier.id: dossier for dossier in _shipped()}
    if extra is not None:
        for dossier in read_dossiers(extra):
            old = dossiers.get(dossier.id)
            dossiers[dossier.id] = merge(old, dossier) if old else dossier
        check_dossiers(extra, dossiers)
    return tuple(dossiers.values())
