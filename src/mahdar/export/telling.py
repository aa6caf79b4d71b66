"""Events for other formats: each once, by the line that tells it first, with all who tell it."""

import datetime
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import combinations
from typing import Any

import msgspec
from sqlalchemy import and_, select

from mahdar.export.findings import disagreement
from mahdar.export.lines import by_article
from mahdar.export.sentences import Sentences
from mahdar.export.text import unnamed
from mahdar.minutes import Actor, Article, Event, Minutes, Span, Statement
from mahdar.ontology.plover import score_of
from mahdar.record import search
from mahdar.record.merge import SYMMETRIC
from mahdar.record.query import Query
from mahdar.record.reading import lines_of
from mahdar.record.record import Record
from mahdar.record.schema import LINES, articles, events, line_number
from mahdar.record.schema import foreign_lines as foreign
from mahdar.record.search import Hit

TOOK_PLACE = frozenset({"actual", "historical"})
_TOGETHER = 200  # events whose articles are looked up at once


class Origin(msgspec.Struct, frozen=True):
    """What a record knows of an article beside its minutes: who coded it, when it was added, its story, a foreign line."""

    coder: str
    added: str
    story: int | None


class Telling:
    """An event as one article tells it."""

    def __init__(
        self,
        hit: Hit,
        origin: Origin,
        others: tuple["Telling", ...] = (),
        foreign_line: str | None = None,
        said: Minutes | None = None,
    ) -> None:
        assert isinstance(hit.line, Event)
        self.hit = hit
        self.number = hit.id
        self.minutes = hit.minutes
        self.article: Article = hit.minutes.article
        self.event: Event = hit.line
        self.origin = origin
        self.others = others
        self.foreign_line = foreign_line
        self.said: Statement | None = said.statements[0] if said else None
        self.known = {actor.id: actor for actor in (*hit.minutes.actors, *(said.actors if said else ()))}

    @property
    def name(self) -> str:
        """What the event is known by in any record: the article's id and the line."""
        return f"{self.article.id}#{self.event.id}"

    @property
    def all(self) -> tuple["Telling", ...]:
        """This telling and those of other articles, the earliest first."""
        return (self, *self.others)

    @cached_property
    def actors(self) -> list[Actor]:
        return self.named(self.event.actor)

    @cached_property
    def recipients(self) -> list[Actor]:
        return self.named(self.event.recipient)

    def named(self, ids: Iterable[str]) -> list[Actor]:
        """Those in a role, without whom the article leaves unnamed."""
        return [actor for actor in map(self.known.__getitem__, ids) if not self.nameless(actor)]

    def nameless(self, actor: Actor) -> bool:
        """Whether a name is only our word for somebody unknown; actors of foreign files have no mentions, but names."""
        return self.foreign_line is None and unnamed(actor)

    @cached_property
    def sentences(self) -> Sentences:
        return Sentences(self.article.text)

    @property
    def at(self) -> int | None:
        """Where the evidence begins, in code points."""
        return self.event.evidence[0].start if self.event.evidence else None

    @property
    def words(self) -> str:
        """The words that the event rests on."""
        return " … ".join(span.exact for span in self.event.evidence)

    @property
    def score(self) -> float:
        """PLOVER's, from -10 to +10."""
        return score_of(self.event.type, self.event.mode)

    @property
    def days(self) -> tuple[str, str]:
        """The first and the last day on which it may have happened; empty where that is not known."""
        return days(self.event.date.value) if self.event.date else ("", "")

    @property
    def disagreement(self) -> str:
        """In what those who tell it differ: `date: 2020-12-29 / 2020-12-30`."""
        return "; ".join(f"{what}: {' / '.join(values)}" for what, values in disagreement(self.hit).items())

    def dyads(self) -> list[tuple[Actor | None, Actor | None]]:
        """Pairs of who did it and to whom; of those who do together what only several can do, each with each."""
        if self.recipients:
            actors: list[Actor | None] = [*self.actors] or [None]
            return [(one, other) for one in actors for other in self.recipients]
        if self.event.type in SYMMETRIC and len(self.actors) > 1:
            return list(combinations(self.actors, 2))
        return [(actor, None) for actor in self.actors] or [(None, None)]

    def nearest(self, actor: Actor | None) -> Span | None:
        """The mention of somebody that stands nearest to the evidence."""
        if actor is None or self.at is None:
            return None
        return min(actor.mentions, key=lambda span: (abs(span.start - (self.at or 0)), span.start), default=None)


def days(value: str) -> tuple[str, str]:
    """The first and last day of a day, month or year."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 3:
        return value, value
    if len(parts) == 1:
        return f"{value}-01-01", f"{value}-12-31"
    year, month = parts
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return f"{value}-01", (following - datetime.timedelta(days=1)).isoformat()


def tellings(record: Record, query: Query, statuses: frozenset[str] | None = None) -> Iterator[Telling]:
    """The events that a query asks for, by day and id of the article that tells them first: the same order in every record.

    Of some statuses alone, where they are given. Raises `mahdar.errors.QueryError`.
    """
    with record.database.reading() as connection:
        asked = search.statement(connection, "event", query).order_by(None)
        chosen = events.c.id.in_(asked) if statuses is None else and_(events.c.id.in_(asked), events.c.status.in_(statuses))
        order = (*by_article(connection), events.c.id)
        ids = list(connection.scalars(select(events.c.id).join(articles).where(chosen).order_by(*order)))
    for part in range(0, len(ids), _TOGETHER):
        with record.database.reading() as connection:
            found = list(search.told(connection, ids[part : part + _TOGETHER]))
        yield from told(record, found)


def told(record: Record, hits: list[Hit]) -> Iterator[Telling]:
    """Findings with what the record knows of their articles."""
    lines = [one for hit in hits for one in (hit, *hit.others)]
    origins = rows(record, articles, articles.c.name, [line.minutes.article.id for line in lines])
    kept = rows(record, foreign, foreign.c.event_id, [line.id for line in lines])

    said = statements(record, lines)

    def telling(hit: Hit, others: tuple[Telling, ...] = ()) -> Telling:
        row = origins[hit.minutes.article.id]
        foreign_line = kept[hit.id].line if hit.id in kept else None
        return Telling(hit, Origin(row.coded_by, row.added, row.story_id), others, foreign_line, said.get(hit.id))

    for hit in hits:
        others = sorted(hit.others, key=lambda other: (other.minutes.article.published or "", other.minutes.article.id))
        yield telling(msgspec.structs.replace(hit, others=tuple(others)), tuple(map(telling, others)))


def statements(record: Record, tellings: Iterable[Hit]) -> dict[int, Minutes]:
    """The statement that each event rests on, in minutes that hold nothing else."""
    rests = {
        hit.id: hit.id // LINES * LINES + line_number(hit.line.statement)
        for hit in tellings
        if isinstance(hit.line, Event) and hit.line.statement
    }
    with record.database.reading() as connection:
        found = dict(lines_of(connection, "statement", list(dict.fromkeys(rests.values()))))
    return {event: found[line] for event, line in rests.items() if line in found}


def rows(record: Record, table: Any, by: Any, wanted: list[Any]) -> dict[Any, Any]:
    """The rows of a table by one of its columns."""
    keys = list(dict.fromkeys(wanted))
    with record.database.reading() as connection:
        return {getattr(row, by.name): row for row in connection.execute(select(table).where(by.in_(keys)))} if keys else {}
