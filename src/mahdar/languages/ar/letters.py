"""Arabic letters: the folded form of a word, in which the spellings of different papers become one."""

import re
from collections.abc import Iterator
from functools import lru_cache

# Hamza is written with every seat and with none, ta marbuta with and without dots. Final alef maqsura stays apart
# from ya: نفى (he denied) is not نفي (denial), على (on) is not علي (Ali).
_SEATS = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ة": "ه",
        "ؤ": "ء",
        "ئ": "ء",
        "ـ": None,
        "ی": "ي",
        "ک": "ك",
        "ڤ": "ف",
        "گ": "ك",
    }
    | {chr(c): None for c in (*range(0x64B, 0x660), 0x670, *range(0x6D6, 0x6DD), 0x200C, 0x200D, 0x200E, 0x200F)}
    | {chr(0x660 + d): str(d) for d in range(10)}
    | {chr(0x6F0 + d): str(d) for d in range(10)}
)
_SPACE = re.compile(r"\s+")


def fold(text: str) -> str:
    """The folded form of a text: no diacritics or tatweel, one alef, one hamza, ha for ta marbuta, ASCII digits."""
    return text.translate(_SEATS)


def fold_phrase(text: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    return tuple(_SPACE.split(fold(text).replace("-", " ").strip()))


@lru_cache(maxsize=1 << 16)
def bare(form: str) -> str:
    """A folded word without its article and with one gender, for comparing titles: المتحدثة → متحدث."""
    word = form.removeprefix("ال")
    return word[:-1] if word.endswith("ه") and len(word) > 4 else word


def is_feminine_noun(surface: str) -> bool:
    """Whether a word ends in ta marbuta, which no verb and no pronoun does: خطوة (a step) is not خطوه (they drew it)."""
    return "ة" in surface[-2:]


# Damma on the first letter of a past form, or behind its third: قُتل, أُعلن, اعتُقل, استُهدف. Behind ya, ta, nun it may be present.
_PASSIVE = re.compile(r"^[وف]?[\u064e]?(?:[^\W\dياتن]\u064f|ا\w\u0652?تُ|استُ)")


def is_passive(surface: str) -> bool:
    """Whether the vowels that a paper has written make a past verb passive."""
    return "\u064f" in surface and _PASSIVE.match(surface) is not None


def other_spellings(form: str) -> Iterator[str]:
    """The form with its final alef maqsura and ya exchanged: papers in Egypt write المصرى for المصري, إلي for إلى."""
    if len(form) > 2:
        if form[-1] == "ى":
            yield form[:-1] + "ي"
        elif form[-1] == "ي":
            yield form[:-1] + "ى"
