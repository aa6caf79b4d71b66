"""What a record holds on a query: articles, statements, events, positions, commitments, the newest first."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, select

from mahdar.minutes import Commitment, Event, Minutes, Position, Statement
from mahdar.record.database import Database
from mahdar.record.filters import TABLES, Filter
from mahdar.record.query import Query
from mahdar.record.reading import minutes_of
from mahdar.record.schema import LINES

Line = Statement | Event | Position | Commitment


class Hit(msgspec.Struct, frozen=True):
    """A line found, with the minutes that it stands in; an article found has no line."""

    id: int
    kind: str
    minutes: Minutes
    line: Line | None = None

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
        return list(hits(connection, kind, ids))


def count(database: Database, kind: str, query: Query) -> int:
    """How many lines of one kind a query asks for."""
    with database.reading() as connection:
        found = statement(connection, kind, query).order_by(None).subquery()
        return connection.scalar(select(func.count()).select_from(found)) or 0


def statement(connection: Connection, kind: str, query: Query) -> Select[Any]:
    """The SQL of a query: ids, the newest first."""
    asked = Filter(kind, connection.dialect.name == "sqlite")
    table = TABLES[kind]
    newest = asked.day.desc() if connection.dialect.name == "sqlite" else asked.day.desc().nulls_last()
    return select(table.c.id).where(*asked.conditions(query)).order_by(newest, table.c.id.desc())


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
