"""An analyst at a record: accepts, rejects, edits, splits and merges its lines, and undoes it; each with who and why."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, or_, select

from mahdar.errors import RecordError
from mahdar.minutes import Actor, Commitment, Event, Minutes, Place, Position, Statement
from mahdar.record import corrections as kept
from mahdar.record import schema
from mahdar.record.draft import Correction
from mahdar.record.edits import Scene, edited, parse
from mahdar.record.fragments import LETTERS, Fragment, fragment
from mahdar.record.reading import minutes_of
from mahdar.record.record import Record, now
from mahdar.record.schema import LINES

_LETTER = {kind: letter for letter, kind in LETTERS.items()}
TABLES = {
    "statement": schema.statements,
    "event": schema.events,
    "position": schema.positions,
    "commitment": schema.commitments,
    "actor": schema.article_actors,
}


class Found(msgspec.Struct, frozen=True):
    """A line of the record."""

    id: int
    kind: str
    line: Any
    minutes: Minutes

    @property
    def article(self) -> str:
        return self.minutes.article.id

    def fragment(self) -> Fragment:
        return fragment(self.minutes, self.line)


class Analyst:
    """Who corrects. Every method makes corrections and returns their ids; `RecordError` says what cannot be done."""

    def __init__(self, record: Record, who: str, why: str) -> None:
        if not who.strip() or not why.strip():
            raise RecordError("a correction needs who made it and why; write --who and --why")
        self.record, self.who, self.why = record, who.strip(), why.strip()

    def accept(self, name: str) -> list[int]:
        """Say that a line is right: it stays as it is, whatever the machine makes later."""
        return self.change(lambda: [self.note("accept", one := self.find(name), after=one.fragment())])

    def reject(self, name: str) -> list[int]:
        """Say that a line is wrong: it goes, and stays away."""
        return self.change(lambda: [self.note("reject", self.find(name))])

    def edit(self, name: str, edits: Sequence[str]) -> list[int]:
        """Give fields of a line other values."""
        fields = parse(edits)
        if not fields:
            raise RecordError("nothing to edit; write field=value, as in status=historical")
        return self.change(lambda: [self.note("edit", one := self.find(name), after=self.edited(one, fields))])

    def split(self, name: str, rest: Sequence[str]) -> list[int]:
        """Part an event from those of other articles (all, or those named), or a line into two, the second with edits."""
        edits = [one for one in rest if "=" in one]
        if edits:
            if len(edits) < len(rest):
                raise RecordError("split: name other lines, or the fields of a second line, not both")
            return self.change(lambda: [self.note("split", one := self.find(name), after=self.edited(one, parse(edits)))])
        return self.change(lambda: self.part(self.find(name), rest))

    def merge(self, name: str, other: str) -> list[int]:
        """Join two lines: of one article to one line, events of two articles to one event, actors of two to one actor."""
        return self.change(lambda: [self.joined(self.find(name), self.find(other))])

    def undo(self, number: int) -> list[int]:
        """Take a correction back."""
        return self.change(lambda: [self.undone(number)])

    # --- how

    def change(self, make: Callable[[], list[int]]) -> list[int]:
        """Make corrections and write their articles again, all or nothing."""
        with self.record.changing() as self.connection:
            self.touched: set[str] = set()
            made = make()
            self.record.rewrite(self.connection, self.touched)
        return made

    def find(self, name: str) -> Found:
        return find(self.connection, name)

    def note(self, action: str, one: Found, after: Fragment | None = None, other: Found | None = None) -> int:
        """Write a correction down."""
        self.touched |= {one.article} | ({other.article} if other else set())
        lines = [one.id] + ([other.id] if other else [])
        return kept.keep(
            self.connection,
            {
                "article": one.article,
                "kind": one.kind,
                "line": one.id,
                "action": action,
                "before": one.fragment(),
                "after": after,
                "other_article": other.article if other else None,
                "other_line": other.id if other else None,
                "other": other.fragment() if other else None,
                "builds_on": self.last(one.kind, lines[0]),
                "who": self.who,
                "at": now(),
                "why": self.why,
            },
        )

    def last(self, kind: str, line: int) -> int | None:
        """The last correction that stands and made a line what it is."""
        table = schema.corrections
        here = or_(table.c.line == line, table.c.other_line == line)
        known = kept.read(self.connection, here, table.c.kind == kind, table.c.standing == "stands", table.c.action != "undo")
        return known[-1].id if known else None

    def edited(self, one: Found, fields: dict[str, str]) -> Fragment:
        """A line with other values, as a fragment."""
        dossiers = self.connection.scalars(select(schema.dossiers.c.name))
        scene = Scene(one.minutes, [*dossiers, *(dossier.id for dossier in self.record.known)], self.place)
        changed = edited(one.line, fields, scene)
        if changed == one.line:
            raise RecordError(f"{shown(one)}: has these values already; `correct accept` confirms a line")
        return fragment(one.minutes, changed, scene.extra)

    def place(self, name: str) -> Place:
        """What the record, or else the gazetteer, knows of a place."""
        table = schema.places
        known = self.connection.execute(
            select(table).where(table.c.name == name).order_by(table.c.geonames.is_(None), table.c.id).limit(1)
        ).first()
        if known is not None:
            return Place(known.name, known.geonames, known.country, known.lat, known.lon)
        from mahdar.places.gazetteer import fold, load_places

        spelled = {fold(one): found for one, found in load_places().items()}
        if found := spelled.get(fold(name)):
            return Place(name, found[0].geonames, found[0].country or None, found[0].lat, found[0].lon)
        return Place(name)

    def part(self, one: Found, others: Sequence[str]) -> list[int]:
        """Part an event from what others tell."""
        if one.kind != "event":
            raise RecordError(f"{shown(one)}: to split {article(one.kind)} say what the second line is, as field=value")
        group = together(self.connection, one.id)
        named = [self.find(other) for other in others] or [self.find(f"e{line}") for line in group]
        for other in named:
            if other.kind != "event" or other.id not in group:
                raise RecordError(f"{shown(other)}: does not tell the same event as {shown(one)}; there is nothing to part")
        if not named:
            raise RecordError(
                f"{shown(one)}: no other article tells this event; to make two of the line say what the second is, as field=value"
            )
        return [self.note("split", one, other=other) for other in named]

    def joined(self, one: Found, other: Found) -> int:
        """Join two lines."""
        if one.kind != other.kind or one.id == other.id:
            raise RecordError(f"{shown(one)} and {shown(other)}: only two lines of one kind can be joined")
        if one.article == other.article:
            return self.note("merge", one, after=fragment(one.minutes, union(one.line, other.line)), other=other)
        if one.kind == "event":
            if other.id in together(self.connection, one.id):
                raise RecordError(f"{shown(one)} and {shown(other)}: are one event already")
            return self.note("merge", one, other=other)
        if one.kind == "actor":
            same = {field: getattr(one.line, field) for field in ("code", "kind", "wikidata")}
            label = msgspec.structs.replace(one.line.label, ar=one.line.label.ar or one.line.name)
            known = Fragment(actors=(msgspec.structs.replace(other.line, label=label, **same),))
            return self.note("merge", other, after=known, other=one)
        raise RecordError(
            f"{shown(one)} and {shown(other)}: each article has its own {one.kind}s; only those of one can be joined"
        )

    def undone(self, number: int) -> int:
        known = kept.read(self.connection)
        gone = kept.undone(known)
        one = next((each for each in known if each.id == number), None)
        if one is None:
            raise RecordError(f"correction {number}: there is none; `mahdar corrections list` shows them")
        if one.action == "undo":
            raise RecordError(f"correction {number}: undid another; make that one again instead")
        if one.id in gone:
            raise RecordError(f"correction {number}: is undone already")
        later = [each.id for each in known if each.builds_on == number and each.id not in gone and each.action != "undo"]
        if later and one.action != "accept" and not one.across:  # which left the line as it was
            raise RecordError(f"correction {number}: correction {later[-1]} builds on it; undo that first")
        self.touched |= {name for name in (one.article, one.other_article) if name}
        values = {field: getattr(one, field) for field in ("article", "kind", "before", "after", "other_article", "other")}
        return kept.keep(
            self.connection,
            values | {"action": "undo", "builds_on": number, "who": self.who, "at": now(), "why": self.why},
        )


def find(connection: Connection, name: str) -> Found:
    """The line that a name means: `e42000007`, or 42000007 where one kind alone has a line of that id."""
    letter, digits = (name[0], name[1:]) if name[:1] in LETTERS else ("", name)
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 18:
        raise RecordError(f"`{name}`: no line's id; write 42000007, or with the letter of its kind e42000007 (s, e, p, c, a)")
    line = int(digits)
    kinds = [LETTERS[letter]] if letter else list(TABLES)
    held = [kind for kind in kinds if connection.scalar(select(TABLES[kind].c.id).where(TABLES[kind].c.id == line)) is not None]
    if not held:
        raise RecordError(f"{name}: the record has no such line; the searches show the ids (column `line`)")
    if len(held) > 1:
        which = ", ".join(f"{_LETTER[kind]}{line} ({kind})" for kind in held)
        raise RecordError(f"{name}: may be {which}; write it with its letter")
    (minutes,) = minutes_of(connection, [line // LINES])
    wanted = f"{_LETTER[held[0]]}{line % LINES}"
    return Found(line, held[0], next(one for one in getattr(minutes, f"{held[0]}s") if one.id == wanted), minutes)


def together(connection: Connection, line: int) -> list[int]:
    """The other lines that tell the same event."""
    table = schema.events
    first = connection.scalar(select(table.c.same_as).where(table.c.id == line)) or line
    query = select(table.c.id).where(or_(table.c.same_as == first, table.c.id == first), table.c.id != line)
    return list(connection.scalars(query.order_by(table.c.id)))


def union(one: Any, other: Any) -> Any:
    """Two lines of one article as one: the first, with what the second adds."""
    joined: dict[str, Any] = {}
    for field in UNION[type(one)]:
        joined[field] = tuple(dict.fromkeys((*getattr(one, field), *getattr(other, field))))
    for field in ("content", "evidence", "mentions"):
        if field in joined:
            joined[field] = tuple(sorted(joined[field], key=lambda span: (span.start, span.end)))
    for field in FILLED[type(one)]:
        joined[field] = getattr(one, field) or getattr(other, field)
    return msgspec.structs.replace(one, **joined)


UNION: dict[type, tuple[str, ...]] = {
    Statement: ("content", "dossiers"),
    Event: ("evidence", "actor", "recipient", "contexts", "dossiers"),
    Position: ("dossiers",),
    Commitment: ("by", "with_", "dossiers"),
    Actor: ("mentions",),
}
FILLED: dict[type, tuple[str, ...]] = {
    Statement: ("speaker", "cue"),
    Event: ("mode", "date", "place", "statement"),
    Position: ("statement",),
    Commitment: ("due", "statement"),
    Actor: ("sector", "office", "wikidata"),
}


def shown(one: Found | Correction) -> str:
    """A line as the person at the keyboard knows it."""
    return f"{_LETTER[one.kind]}{one.id if isinstance(one, Found) else one.line}"


def article(kind: str) -> str:
    return f"{'an' if kind[0] in 'ae' else 'a'} {kind}"
