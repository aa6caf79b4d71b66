"""Pieces of another direction inside a line, set apart so that a terminal does not reorder what is around them."""

import re
import unicodedata

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")
_STRONG = {"L": False, "R": True, "AL": True}


def clean(text: str) -> str:
    """The text on one line, without characters that steer a terminal or turn its direction."""
    return _CONTROLS.sub(" ", text)


def isolated(text: str, right_to_left: bool) -> str:
    """The text, between isolating marks where it holds letters that run against its surroundings."""
    text = clean(text)
    for character in text:
        runs = _STRONG.get(unicodedata.bidirectional(character))
        if runs is not None and runs is not right_to_left:
            return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"
    return text
