"""Sentences of a text, told cheaply: what stands between line breaks and marks that end a sentence."""

import re
from bisect import bisect_right

# A mark behind a single letter ends an abbreviation (د. أ.ف.ب), not a sentence.
_END = re.compile(r"(?<!\b\w)[.!?؟…]+[»”\"’)\]]*\s+|\n+")


class Sentences:
    """Where the sentences of a text begin."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(end.end() for end in _END.finditer(text) if end.end() < len(text))]

    def number(self, at: int) -> int:
        """Which sentence, from 1, holds the code point `at`; the title is the first."""
        return bisect_right(self.starts, at)

    def around(self, at: int) -> tuple[int, int]:
        """Start and end of the sentence that holds the code point `at`."""
        number = self.number(at)
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return start, start + len(self.text[start:end].rstrip())
