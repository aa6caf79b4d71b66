"""What a record holds on a query: articles, statements, events, positions, commitments, the newest first."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, func, select

from mahdar.minutes import Commitment, Event, Minutes, Position, Statement
from mahdar.record.database import Database
from mahdar.record.filters import TABLES, Filter
from mahdar.record.query import Query
from mahdar.record.reading import lines_of
from mahdar.record.schema import LINES, events

_TOGETHER = 200  # lines read at once
_AHEAD = 3  # lines read for each that is shown: an event is told by several

Line = Statement | Event | Position | Commitment


class Hit(msgspec.Struct, frozen=True):
    """A line found, with the minutes that it stands in; an article found has no line.

    An event is found once, by the line that tells it first; `others` are the lines of other articles that tell it too.
    """

    id: int
    kind: str
    minutes: Minutes
    line: Line | None = None
    others: tuple["Hit", ...] = ()
    origin: str | None = None  # what an analyst did to the line

    def exact(self) -> str:
        """The words that it rests on."""
        line = self.line
        if line is None:
            return self.minutes.article.title or self.minutes.article.text[:200]
        if isinstance(line, Statement):
            return " ".join(span.exact for span in line.content)
        if isinstance(line, Event):
            return " … ".join(span.exact for span in line.evidence)
        return (line.evidence if isinstance(line, Position) else line.what).exact


def find(database: Database, kind: str, query: Query, limit: int = 20, offset: int = 0) -> list[Hit]:
    """Lines of one kind that a query asks for, the newest first. Raises `mahdar.errors.QueryError`."""
    with database.reading() as connection:
        ids = page(connection, statement(connection, kind, query), limit, offset)
        return list(told(connection, ids) if kind == "event" else hits(connection, kind, ids))


def find_all(database: Database, kind: str, query: Query) -> Iterator[Hit]:
    """All lines of one kind that a query asks for, the newest first, read some at a time."""
    with database.reading() as connection:
        ids = list(dict.fromkeys(connection.scalars(statement(connection, kind, query))))
        for part in range(0, len(ids), _TOGETHER):
            some = ids[part : part + _TOGETHER]
            yield from told(connection, some) if kind == "event" else hits(connection, kind, some)


def count(database: Database, kind: str, query: Query) -> int:
    """How many lines of one kind a query asks for."""
    with database.reading() as connection:
        found = statement(connection, kind, query).order_by(None).distinct().subquery()
        return connection.scalar(select(func.count()).select_from(found)) or 0


def statement(connection: Connection, kind: str, query: Query) -> Select[Any]:
    """The SQL of a query: ids, the newest first."""
    asked = Filter(kind, connection.dialect.name == "sqlite")
    table = TABLES[kind]
    line = func.coalesce(table.c.same_as, table.c.id) if kind == "event" else table.c.id
    return select(line).where(*asked.conditions(query)).order_by(newest(connection, asked.day), line.desc())


def page(connection: Connection, asked: Select[Any], limit: int, offset: int) -> list[int]:
    """The ids of one page, each once: several lines may tell one event, and the latest of them says where it stands."""
    found: dict[int, None] = {}
    passed = 0
    while len(found) < limit + offset:
        rows = list(connection.scalars(asked.limit(_AHEAD * (limit + offset)).offset(passed)))
        found |= dict.fromkeys(rows)
        passed += len(rows)
        if len(rows) < _AHEAD * (limit + offset):
            break
    return list(found)[offset : offset + limit]


def newest(connection: Connection, day: ColumnElement[str]) -> ColumnElement[str]:
    """The latest day first, what has none last."""
    return day.desc() if connection.dialect.name == "sqlite" else day.desc().nulls_last()


def told(connection: Connection, ids: list[int]) -> Iterator[Hit]:
    """Events by their first lines, each with the lines of others."""
    query = select(events.c.id, events.c.same_as).where(events.c.same_as.in_(ids)).order_by(events.c.id)
    others: dict[int, list[int]] = {}
    for row in connection.execute(query):
        others.setdefault(row.same_as, []).append(row.id)
    lines = [*ids, *(line for main in ids for line in others.get(main, ()))]
    found = {hit.id: hit for hit in hits(connection, "event", lines)}
    for main in ids:
        also = sorted(
            (found[line] for line in others.get(main, ())), key=lambda hit: (hit.minutes.article.published or "", hit.id)
        )
        yield msgspec.structs.replace(found[main], others=tuple(also))


def hits(connection: Connection, kind: str, ids: list[int]) -> Iterator[Hit]:
    """The lines with some ids, in their order; each in minutes that hold nothing else."""
    if kind == "article":
        reader = lines_of(connection, kind, [line * LINES for line in ids])
        yield from (Hit(line // LINES, kind, minutes) for line, minutes in reader)
        return
    table = TABLES[kind]
    touched = select(table.c.id, table.c.origin).where(table.c.id.in_(ids), table.c.origin.is_not(None))
    origins = {row.id: row.origin for row in connection.execute(touched)}
    for line, minutes in lines_of(connection, kind, ids):
        found: tuple[Line, ...] = getattr(minutes, f"{kind}s")
        yield Hit(line, kind, minutes, found[0], origin=origins.get(line))
