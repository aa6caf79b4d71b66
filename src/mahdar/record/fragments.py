"""Single lines of minutes in the interchange format, with those who take part: what a correction keeps; and how two are alike."""

from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from mahdar.minutes import Actor, Commitment, Event, Minutes, Position, Span, Statement

Line = Statement | Event | Position | Commitment | Actor
L = TypeVar("L", Statement, Event, Position, Commitment, Actor)
KINDS = ("statement", "event", "position", "commitment", "actor")
LETTERS = dict(zip("sepca", KINDS, strict=True))
WORDS = {"statement": "content", "event": "evidence", "position": "evidence", "commitment": "what", "actor": "mentions"}
# Whom the lines of a kind name, field by field.
PARTIES = {
    "statement": ("speaker",),
    "event": ("actor", "recipient"),
    "position": ("holder",),
    "commitment": ("by", "with_"),
    "actor": (),
}
# What two lines on the same words must have in common to say the same.
_CLAIM = {"statement": "speaker", "event": "type", "position": "stance", "commitment": "strength", "actor": "code"}


class Fragment(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line with its actors and the statement that it rests on, in the interchange format."""

    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    commitments: tuple[Commitment, ...] = ()

    def line(self, kind: str) -> Any:
        """The line that the fragment is of."""
        return getattr(self, f"{kind}s")[0]

    def statement(self, line: Line) -> Statement | None:
        """The statement that the line rests on."""
        name = getattr(line, "statement", None)
        return next((one for one in self.statements if one.id == name), None)


class Lines(msgspec.Struct, frozen=True):
    """All lines of an article, without the article."""

    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    positions: tuple[Position, ...]
    commitments: tuple[Commitment, ...]
    dossiers: tuple[str, ...]

    @classmethod
    def of(cls, minutes: Minutes) -> "Lines":
        return cls(*(getattr(minutes, field) for field in cls.__struct_fields__))


def kind_of(line: Line) -> str:
    return LETTERS[line.id[0]]


def fragment(minutes: Minutes, line: Line, extra: Iterable[Actor] = ()) -> Fragment:
    """A line of minutes as a fragment; `extra` are actors that the minutes lack."""
    kind = kind_of(line)
    if isinstance(line, Actor):
        return Fragment(actors=(line,))
    said = tuple(one for one in minutes.statements if one.id == getattr(line, "statement", None))
    wanted = {*parties(line), *(one.speaker for one in said)}
    actors = tuple(actor for actor in (*minutes.actors, *extra) if actor.id in wanted)
    if isinstance(line, Statement):
        return Fragment(actors, (line,))
    return msgspec.structs.replace(Fragment(actors, said), **{f"{kind}s": (line,)})


def parties(line: Line) -> list[str]:
    """The ids of those whom a line names."""
    named: list[str] = []
    for field in PARTIES[kind_of(line)]:
        value = getattr(line, field)
        named += [value] if isinstance(value, str) else list(value or ())
    return named


def renamed(line: L, names: dict[str, str]) -> L:
    """A line that names others, each once: ids that `names` lacks are left out."""
    changed: dict[str, Any] = {}
    for field in PARTIES[kind_of(line)]:
        value = getattr(line, field)
        if value is None or isinstance(value, str):
            changed[field] = names.get(value) if value else None
        else:
            changed[field] = tuple(dict.fromkeys(names[each] for each in value if each in names))
    return msgspec.structs.replace(line, **changed)


def words(line: Line) -> tuple[Span, ...]:
    """The words that a line rests on."""
    found = getattr(line, WORDS[kind_of(line)])
    return (found,) if isinstance(found, Span) else tuple(found)


def moved(line: L, text: str) -> L | None:
    """A line with its words where a text has them, nearest to where they were; None where it has them no more."""
    found = [there(span, text) for span in words(line)]
    held = tuple(span for span in found if span is not None)
    if found and (not held or len(held) < len(found) and not isinstance(line, Actor)):
        return None
    field = WORDS[kind_of(line)]
    changed: dict[str, Any] = {field: held[0] if isinstance(getattr(line, field), Span) else held}
    if isinstance(line, Statement) and line.cue is not None:
        changed["cue"] = there(line.cue, text)
    return msgspec.structs.replace(line, **changed)


def there(span: Span, text: str) -> Span | None:
    """Where a text has the words of a span."""
    if text[span.start : span.end] == span.exact:
        return span
    if not span.exact:
        return None
    starts, at = [], text.find(span.exact)
    while at >= 0:
        starts.append(at)
        at = text.find(span.exact, at + 1)
    if not starts:
        return None
    start = min(starts, key=lambda found: (abs(found - span.start), found))
    return Span(start, start + len(span.exact), span.exact)


def overlap(one: Line, other: Line) -> float:
    """The words that two lines share, of those that they have: 0 to 1."""
    first, second = words(one), words(other)
    length = sum(span.end - span.start for span in (*first, *second))
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in first for b in second)
    return 2 * shared / length if length else 0.0


def same_claim(one: Line, other: Line) -> bool:
    """Whether two lines of a kind say the same of their words; of statements any two do."""
    if isinstance(one, Statement):
        return True
    claim = _CLAIM[kind_of(one)]
    return bool(getattr(one, claim) == getattr(other, claim))


def likeness(one: Line, other: Line, strict: bool = False) -> float:
    """How far two lines of one kind are the same line, coded twice; 0 where they are not. `strict`: only the same claim."""
    shared, same = overlap(one, other), same_claim(one, other)
    if isinstance(one, Actor) and isinstance(other, Actor):
        named = one.name == other.name
        if same and named:
            return 1.0 + shared
        return shared if shared >= 0.3 and (same or not strict) else 0.0
    if shared < ((0.5 if strict else 0.3) if same else 0.6) or strict and not same:
        return 0.0
    return shared + (0.5 if same else 0.0)
