"""How the words of dates are spelled, as tables and patterns hold them: folded, with their numbers and ordinals."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

DROPPED = re.compile("[\u064b-\u0652\u0670\u0640\u200e\u200f]")
LEVEL = (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ة", "ه"), ("ؤ", "ء"), ("ئ", "ء"))
EASTERN = re.compile("[٠-٩۰-۹]")
WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
TOKEN = re.compile("[0-9]+|[\u0621-\u064a]+")
END = "(?![\u0621-\u064a0-9])"
CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
_T = TypeVar("_T")


def fold(text: str) -> tuple[str, list[int]]:
    """Level spelling, with the places (in the folded text) where characters were dropped, in order."""
    dropped = [match.start() - index for index, match in enumerate(DROPPED.finditer(text))]
    if dropped:
        text = DROPPED.sub("", text)
    # A few replacements are several times as fast as one `translate` of Arabic text.
    for variant, plain in LEVEL:
        text = text.replace(variant, plain)
    return (text.translate(WESTERN) if EASTERN.search(text) else text), dropped


def whole(word: str, folded: str, at: int) -> int:
    """Where a word or number stands next as one that is no part of a longer one."""
    least, most = ("0", "9") if word.isdigit() else ("\u0621", "\u064a")
    while True:
        start = folded.index(word, at)
        end = start + len(word)
        if not (start and least <= folded[start - 1] <= most or least <= folded[end : end + 1] <= most):
            return start
        at = start + 1


def original(position: int, dropped: list[int]) -> int:
    """The offset in the text as given; the end of a word takes the diacritics after it."""
    return position + bisect_right(dropped, position)


def key(name: str) -> str:
    """A name as the tables hold it: folded and single-spaced."""
    return " ".join(fold(name)[0].split())


def keys(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(key, names))


def look(table: Mapping[str, _T], matched: str) -> _T:
    """The entry of a matched (folded) name, whose article may have lost its alif after ل (للأسبوع)."""
    name = " ".join(matched.split())
    return table[name] if name in table else table["ا" + name]


def bare(word: str) -> str:
    """A preposition without the conjunction before it (ومنذ)."""
    return word[1:] if len(word) > 2 and word[0] in "وف" else word


def any_of(names: Iterable[str]) -> str:
    """A group that matches any of the names, the longest first; an article may lack its alif (للأسبوع)."""
    ordered = sorted({key(name) for name in names}, key=len, reverse=True)
    patterns = [r"\s+".join(map(re.escape, name.split())) for name in ordered]
    return "(?:" + "|".join(re.sub("^ال", "ا?ل", pattern) for pattern in patterns) + ")" if patterns else "(?!)"


def numbers(data: Mapping[str, Any]) -> dict[str, int]:
    """Number words up to ninety-nine: خمسة, خمسة عشر, خمسة وعشرين."""
    units = {key(name): n for n, group in enumerate(data["units"], 1) for name in group}
    tens = {key(name): n for n, group in enumerate(data["tens"], 2) for name in group}
    table = {**units, **{name: 10 * n for name, n in tens.items()}}
    table |= {key(name): n for n, group in enumerate(data["teens"], 11) for name in group}
    table |= {f"{u} و{t}": 10 * n + m for u, m in units.items() if m < 10 for t, n in tens.items()}
    return table


def ordinals(data: Mapping[str, Any]) -> dict[str, int]:
    """Ordinals up to the thirty-first: السابع, السابع عشر, السابع والعشرين."""
    units = {key(name): n for n, group in enumerate(data["units"], 1) for name in group}
    tens = {key(name): n for n, group in enumerate(data["tens"], 2) for name in group}
    table = {**units, **{name: 10 * n for name, n in tens.items()}}
    table |= {key(name): n for n, group in enumerate(data["teens"], 11) for name in group}
    first = dict.fromkeys(map(key, data["first_of_compound"]), 1)
    table |= {f"{u} و{t}": 10 * n + m for u, m in {**units, **first}.items() if m < 10 for t, n in tens.items()}
    return table
