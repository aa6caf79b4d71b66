"""What a record holds on a query: articles, statements, events, positions, commitments, the newest first."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, func, select

from mahdar.minutes import Commitment, Event, Minutes, Position, Statement
from mahdar.record.database import Database
from mahdar.record.filters import TABLES, Filter
from mahdar.record.query import Query
from mahdar.record.reading import minutes_of
from mahdar.record.schema import LINES, events

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
        ids = list(connection.scalars(statement(connection, kind, query).limit(limit).offset(offset)))
        return list(told(connection, ids) if kind == "event" else hits(connection, kind, ids))


def count(database: Database, kind: str, query: Query) -> int:
    """How many lines of one kind a query asks for."""
    with database.reading() as connection:
        found = statement(connection, kind, query).order_by(None).subquery()
        return connection.scalar(select(func.count()).select_from(found)) or 0


def statement(connection: Connection, kind: str, query: Query) -> Select[Any]:
    """The SQL of a query: ids, the newest first."""
    asked = Filter(kind, connection.dialect.name == "sqlite")
    table = TABLES[kind]
    conditions = asked.conditions(query)
    if kind == "event":
        main = func.coalesce(table.c.same_as, table.c.id)
        found = select(main.label("id"), func.max(asked.day).label("day")).where(*conditions).group_by(main).subquery()
        return select(found.c.id).order_by(newest(connection, found.c.day), found.c.id.desc())
    return select(table.c.id).where(*conditions).order_by(newest(connection, asked.day), table.c.id.desc())


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
    """The lines with some ids, each with its article's minutes, in their order."""
    of = {line: line if kind == "article" else line // LINES for line in ids}
    articles = list(dict.fromkeys(of.values()))
    minutes = dict(zip(articles, minutes_of(connection, articles), strict=True))
    for line in ids:
        whole = minutes[of[line]]
        if kind == "article":
            yield Hit(line, kind, whole)
        else:
            lines: tuple[Line, ...] = getattr(whole, f"{kind}s")
            yield Hit(line, kind, whole, next(one for one in lines if int(one.id[1:]) == line % LINES))
