"""Entries checked where their form is right: names of the ontology exist, and no word is empty."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec

from mahdar.errors import DataError
from mahdar.lexicon import entries as e
from mahdar.lexicon.folder import one_of
from mahdar.lexicon.reading import line_of_key
from mahdar.minutes import Stance, Strength
from mahdar.ontology.plover import load_plover

Fold = Callable[[str], str]
Named = tuple[str, str | None, tuple[str, ...]]  # field, what it says, what it may say


def flaw(entry: e.Entry, fold: Fold) -> str | None:
    """What is wrong with an entry and how to mend it, or None."""
    for field in msgspec.structs.fields(entry):
        value = getattr(entry, field.name)
        if isinstance(value, str) and field.required and not value.strip():
            return f"`{field.encode_name}` is empty; fill it in"
        if field.name != "expect" and any(not fold(word).strip() for word in words_in(value)):
            return f"an empty word in `{field.encode_name}`; remove it"
    for name, said, known in named(entry):
        if said is not None and said not in known:
            return f"`{name}` cannot be {said!r}; {one_of(said, known)}"
    return None


def words_in(value: Any) -> Iterator[str]:
    """The words of a list, or of a table of lists with its keys."""
    if isinstance(value, tuple):
        yield from (word for word in value if isinstance(word, str))
    elif isinstance(value, dict):
        for key, words in value.items():
            yield key
            yield from words_in(words)


def named(entry: e.Entry) -> Iterator[Named]:
    """The names in an entry that must be those of the ontology or of the coder."""
    plover = load_plover()
    contexts = tuple(context.id for context in plover.contexts)
    types = tuple(event_type.id for event_type in plover.types)
    yield "sector", getattr(entry, "sector", None), tuple(sector.id for sector in plover.sectors)
    match entry:
        case e.Trigger():
            yield "type", entry.type, types
            yield "future", entry.future, types
            modes = tuple(mode.id for event_type in plover.types if event_type.id == entry.type for mode in event_type.modes)
            yield from (("mode", mode, modes) for mode in (entry.mode, *entry.modes))
            yield from (("contexts", context, contexts) for context in entry.contexts)
        case e.Judgement():
            yield "stance", entry.stance, get_args(Stance)
            yield "matter", entry.matter, ("before", "after", "duty")
        case e.Stance():
            yield "stance", entry.stance, get_args(Stance)
        case e.Pledge():
            yield "strength", entry.strength, get_args(Strength)
        case e.ContextWords():
            yield "id", entry.id, contexts


def word_list(path: Path, key: str, value: Any, fold: Fold) -> list[str]:
    """A value that must be a list of words. Raises DataError with its line where it is none."""
    where = f"{path}:{line_of_key(path, key)}"
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise DataError(f'{where}: {key} is no list of words; write {key} = ["…", "…"]')
    if not all(fold(word).strip() for word in value):
        raise DataError(f"{where}: an empty word in {key}; remove it")
    return value


def pattern_list(path: Path, key: str, value: Any) -> list[str]:
    """A value that must be a list of regular expressions, which are joined to one later."""
    patterns = word_list(path, key, value, str)
    for pattern in patterns:
        try:
            re.compile(f"(?!)|(?:{pattern})")
        except re.error as wrong:
            where = f"{path}:{line_of_key(path, key)}"
            raise DataError(f"{where}: {pattern!r} in {key} is no regular expression: {wrong.msg}") from None
    return patterns


def known_key(path: Path, key: str, known: tuple[str, ...]) -> None:
    """Raises DataError where a file names a list that Mahdar does not have."""
    if key not in known:
        raise DataError(f"{path}:{line_of_key(path, key)}: there is no {key!r}; {one_of(key, known)}")


def merged(path: Path, shipped: dict[str, Any], own: dict[str, Any], fold: Fold) -> dict[str, Any]:
    """Tables with what a user's file says instead; every key and the form of its value are those of the shipped."""
    out = dict(shipped)
    for key, value in own.items():
        known_key(path, key, tuple(shipped))
        model = shipped[key]
        out[key] = merged(path, model, value, fold) if isinstance(value, dict) and isinstance(model, dict) else value
        if not like(value, model, fold):
            where = f"{path}:{line_of_key(path, key)}"
            raise DataError(f"{where}: {key} has not the form of the shipped one, which begins {begin(model)}")
    return out


def like(value: Any, shipped: Any, fold: Fold) -> bool:
    """Whether a value has the form of the shipped one; groups of names count as many as there."""
    if isinstance(shipped, list) and isinstance(value, list):
        groups = any(isinstance(item, list) for item in shipped)
        return (not groups or len(value) == len(shipped)) and all(like(item, shipped[0], fold) for item in value if shipped)
    if isinstance(shipped, dict) and isinstance(value, dict):
        return all(key in shipped and like(item, shipped[key], fold) for key, item in value.items())
    return type(value) is type(shipped) and not (isinstance(value, str) and not fold(value).strip())


def begin(value: Any) -> str:
    """The start of a value, for a message."""
    text = str(value)
    return text if len(text) < 60 else f"{text[:60]}…"
