"""A user's own folder: which files it may hold and which tables each may have. What would go unread is an error."""

from difflib import get_close_matches
from pathlib import Path
from typing import Any

from mahdar.errors import DataError
from mahdar.lexicon.reading import line_of_key

# The tables of each file; None where they are lists of words or patterns, checked against the shipped ones.
FILES: dict[str, tuple[str, ...] | None] = {
    "cues.toml": ("cue", "source", "phrase", "headline"),
    "titles.toml": ("title", "honorific", "counterpart"),
    "bodies.toml": ("body",),
    "people.toml": ("people",),
    "light.toml": ("light",),
    "stances.toml": ("stance", "judgement"),
    "pledges.toml": ("pledge",),
    "grammar.toml": None,
    "contexts.toml": ("context", "defaults"),
    "dates.toml": None,
    "furniture.toml": None,
    "verbs.toml": ("ordinary",),
    "states.toml": ("state",),
    "organisations.toml": ("organisation",),
    "groups.toml": ("group",),
    "realms.toml": ("realm", "institution"),
    "pacts.toml": ("pact",),
    "dossiers.toml": ("dossier",),
}
_CLOSE = 0.75  # how alike a slip and what was meant are
FOLDERS = ("triggers", "people")
_STEMS = {name.partition(".")[0] for name in FILES}


def check_names(own: Path) -> None:
    """Raises DataError where the folder is none, or holds a file of a lexicon under a name by which it is not found."""
    if not own.is_dir():
        raise DataError(f"{own}: no such folder")
    for path in sorted(own.rglob("*")):
        place = path.relative_to(own)
        if not path.is_file() or any(part.startswith(".") for part in place.parts) or path.suffix == ".md":
            continue
        in_folder = place.parent.name in FOLDERS
        if path.suffix != ".toml":
            if in_folder or place.name.partition(".")[0].lower() in _STEMS:
                raise DataError(f"{path}: the files of a lexicon end in .toml; rename it or take it out")
        elif len(place.parts) > 1 + in_folder and (in_folder or place.name in FILES):
            right = own / place.parent.name / place.name if in_folder else own / place.name
            raise DataError(f"{path}: a lexicon has no folders within folders; move it to {right}")
        elif not in_folder and place.name not in FILES:
            known = ", ".join(FILES)
            raise DataError(f"{path}: no file of a lexicon; known are {known}, triggers/*.toml and people/*.toml")


def tables_of(place: Path) -> tuple[str, ...] | None:
    """The tables that a file may have, by its place in its folder."""
    if place.parent.name == "people":
        return ("person",)
    if place.parent.name == "triggers":
        return ("class",) if place.name.startswith("classes") else ("light",) if place.name == "light.toml" else ("trigger",)
    return FILES[place.name]


def check_tables(path: Path, place: Path, tables: dict[str, Any]) -> None:
    """Raises DataError where a file has a table that nothing reads: [[cues]] for [[cue]]."""
    known = tables_of(place)
    for table in tables if known is not None else ():
        if known is not None and table not in known:
            where = f"{path}:{line_of_key(path, table)}"
            if table == "class":
                raise DataError(f"{where}: word classes stand in a file triggers/classes*.toml; move [class] there")
            raise DataError(f"{where}: no table {table!r} in {place}; {one_of(table, known)}")


def one_of(said: str, known: tuple[str, ...]) -> str:
    """What may be written instead: the likely one, or all."""
    close = get_close_matches(said, known, 1, _CLOSE)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(known)}"
