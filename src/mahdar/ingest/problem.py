"""Something wrong with the input, said in one line to the person at the keyboard."""

import re

import msgspec

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")
_LONGEST = 300


class Problem(msgspec.Struct, frozen=True):
    """What is wrong, where (file, line from 1, byte from 0), and how to mend it."""

    source: str
    what: str
    mend: str = ""
    line: int | None = None
    byte: int | None = None

    def __str__(self) -> str:
        where = self.source if self.line is None else f"{self.source}:{self.line}"
        at = "" if self.byte is None else f"byte {self.byte}: "
        message = f"{where}: {at}{self.what}" + (f"; {self.mend}" if self.mend else "")
        message = _CONTROLS.sub(" ", message)
        return message if len(message) <= _LONGEST else message[: _LONGEST - 1] + "…"
