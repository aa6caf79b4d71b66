"""A statement found in a sentence."""

from typing import NamedTuple

from mahdar.coder.clauses import Clauses
from mahdar.coder.entities import Entity


class Content(NamedTuple):
    """Reported words: their tokens, their mode, and whether they are a bare noun phrase rather than a clause or quotation."""

    start: int
    end: int
    mode: str
    bare: bool


class Said:
    """A statement found: token ranges of cue and content within its sentence."""

    __slots__ = ("clauses", "content", "cue", "id", "mode", "rule", "span", "speakers", "weight")

    def __init__(
        self,
        clauses: Clauses,
        speakers: list[Entity],
        mode: str,
        cue: tuple[int, int] | None,
        content: tuple[int, int],
        rule: str,
    ) -> None:
        self.clauses = clauses
        self.speakers = speakers
        self.mode = mode
        self.cue = cue
        self.content = content
        self.rule = rule
        self.weight = 0.8
        self.id = ""
        tokens = clauses.tokens
        self.span = (tokens[content[0]].start, tokens[content[1] - 1].end)

    @property
    def speaker(self) -> Entity | None:
        return self.speakers[0] if self.speakers else None


def outermost(said: list[Said]) -> Said:
    """The last statement that stands within no other one of its sentence."""
    for one in reversed(said):
        if not any(o is not one and o.content[0] <= one.content[0] and one.content[1] <= o.content[1] for o in said):
            return one
    return said[-1]


def same_voice(one: list[Entity], other: list[Entity]) -> bool:
    """Whether two statements have one speaker, or a speaker and his own state."""
    if not one or not other:
        return False
    return one[0] is other[0] or one[0].codes[:1] == other[0].codes[:1] != [] and "state" in (one[0].kind, other[0].kind)
