"""Characters of a text that are no part of it: what cannot be written, what must not be printed, and letters."""

import re

# Halves of a character beyond U+FFFF, left alone by a cut or by a wrong `\ud800` in JSON. UTF-8 cannot hold them.
_SURROGATES = re.compile(r"[\ud800-\udfff]")
# NUL and the other controls without a use in text, and the marks that turn the direction of what is displayed.
# LRM, RLM and the joiners are left out: Arabic texts use them rightly.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_LETTER = re.compile(r"[^\W\d_]")


def are_plain(text: str) -> bool:
    """Whether all characters of a text can be seen, its line ends and spaces apart: a quick look for what is seldom there."""
    return text.replace("\n", "").isprintable()


def writable(text: str) -> str:
    """The text without lone surrogates, so that it can be written as UTF-8."""
    return text if text.isascii() else _SURROGATES.sub("", text)


def surrogates(text: str) -> list[str]:
    """The lone surrogates in a text, each once, as `\\ud800`."""
    return [] if text.isascii() else [f"\\u{ord(c):x}" for c in sorted(set(_SURROGATES.findall(text)))]


def controls(text: str) -> list[str]:
    """The control characters in a text, each once, as `U+0000`."""
    return [f"U+{ord(c):04X}" for c in sorted(set(_CONTROLS.findall(text)))]


def has_letters(text: str) -> bool:
    """Whether there is any letter, of any script."""
    return _LETTER.search(text) is not None
