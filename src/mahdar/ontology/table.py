"""Reading the data files of the ontology: TOML in, frozen structs out, a clear error where an entry does not fit."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from mahdar.errors import DataError

HERE = Path(__file__).parent

T = TypeVar("T")


def read_table(path: Path) -> dict[str, Any]:
    """The TOML file at `path` as a dictionary. Raises `DataError` where it is absent or no TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: not UTF-8 (byte {error.start}); save the file as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path}: not TOML: {error}") from error


def read_entries(path: Path, table: dict[str, Any], name: str, kind: type[T], key: str = "id") -> tuple[T, ...]:
    """The entries `[[name]]` of a table as structs of `kind`; an entry is named by its `key`, which must be unique."""
    found = table.get(name, [])
    if not isinstance(found, list):
        raise DataError(f"{path}: `{name}` is no list; write each entry under [[{name}]]")
    entries: dict[str, T] = {}
    for number, raw in enumerate(found, 1):
        label = _entry_name(raw, key) or f"number {number}"
        if label in entries:
            raise DataError(f"{path}: [[{name}]] {label}: stands twice; merge the two")
        entries[label] = _convert(path, f"[[{name}]] {label}", raw, kind)
    return tuple(entries.values())


def _entry_name(raw: object, key: str) -> str:
    return str(raw.get(key, "")) if isinstance(raw, dict) else ""


def _convert(path: Path, where: str, raw: object, kind: type[T]) -> T:
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise DataError(f"{path}: {where}: {error}") from error
