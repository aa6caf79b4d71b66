"""The form under which a word is searched: folded and lightly stemmed, by what `search.toml` says."""

import tomllib
from functools import cache
from pathlib import Path

import msgspec

from mahdar.languages.ar.letters import fold

HERE = Path(__file__).parent
_FREQUENT = 20_000  # ranks: a rarer word says nothing about what is joined to it


class Affixes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `search.toml`."""

    before: tuple[str, ...]
    letters: tuple[str, ...]
    loose: tuple[str, ...]
    pronouns: tuple[str, ...]
    endings: tuple[str, ...]
    least: int
    spellings: dict[str, str]


@cache
def affixes() -> Affixes:
    return msgspec.convert(tomllib.loads((HERE / "search.toml").read_text(encoding="utf-8")), Affixes)


@cache
def ranks() -> dict[str, int]:
    """How frequent words are, the most frequent first."""
    words = (HERE / "common_words.txt").read_text(encoding="utf-8").split()
    return {word: rank for rank, word in reversed(list(enumerate(words)))}


def search_form(word: str) -> str:
    """A word folded and lightly stemmed: بالمدينة → مدين. What is no Arabic word is folded only."""
    folded = fold(word).lower()
    if not folded or not "ء" <= folded[0] <= "ي":
        return folded
    known = affixes()
    rest = without(folded, known.before, known.least, front=True)
    rest = without_letter(folded, known) if rest == folded else rest
    for one, other in known.spellings.items():
        rest = rest.replace(one, other) if len(rest) > known.least else rest
    bare = without(rest, known.pronouns, known.least)
    rest = bare[:-1] if bare != rest and bare.endswith("ت") and len(bare) > known.least else bare
    while (shorter := without(rest, known.endings, known.least)) != rest:
        rest = shorter
    return rest


def without_letter(folded: str, known: Affixes) -> str:
    """The word without a single clitic letter, where the rest is the more frequent word, or the whole is none."""
    rank = ranks()
    rest = folded[1:]
    if folded[0] not in known.letters or len(rest) < known.least:
        return folded
    whole, bare = rank.get(folded), rank.get(rest)
    if whole is None:
        joined = folded[0] in known.loose and len(rest) > known.least or bare is not None and bare < _FREQUENT
    else:
        joined = bare is not None and bare * 4 < whole
    return rest if joined else folded


def without(word: str, taken: tuple[str, ...], least: int, front: bool = False) -> str:
    """The word without the longest of some beginnings or endings that leaves letters enough."""
    if not (word.startswith(taken) if front else word.endswith(taken)):
        return word
    for affix in taken:
        if len(word) - len(affix) >= least and (word.startswith(affix) if front else word.endswith(affix)):
            return word[len(affix) :] if front else word[: -len(affix)]
    return word
