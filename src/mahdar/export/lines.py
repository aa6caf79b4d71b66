"""Lines of the minutes for other formats: as each article has them, in the same order in every record."""

from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, UnaryExpression, select

from mahdar.errors import QueryError
from mahdar.minutes import Article, Minutes
from mahdar.record import search
from mahdar.record.filters import TABLES, Filter
from mahdar.record.query import Query
from mahdar.record.reading import minutes_of
from mahdar.record.record import BATCH, Record
from mahdar.record.schema import articles
from mahdar.record.search import Hit

KINDS = ("statement", "event", "position", "commitment")
_TOGETHER = 200


def lines(record: Record, query: Query, kinds: Sequence[str] = KINDS) -> Iterator[Hit]:
    """Lines of those kinds that a query can be asked of (`type:` says something about events alone), kind by kind.

    Raises `mahdar.errors.QueryError` where it can be asked of none.
    """
    for kind in askable(record, query, kinds):
        ids = found(record, kind, query)
        for part in range(0, len(ids), _TOGETHER):
            with record.database.reading() as connection:
                hits = list(search.hits(connection, kind, ids[part : part + _TOGETHER]))
            yield from hits


def askable(record: Record, query: Query, kinds: Sequence[str]) -> list[str]:
    """The kinds of lines about which all fields of a query say something."""
    asked: list[str] = []
    wrong: QueryError | None = None
    for kind in kinds:
        try:
            Filter(kind, record.database.file is not None).conditions(query)
        except QueryError as error:
            wrong = wrong or error
        else:
            asked.append(kind)
    if wrong and not asked:
        raise wrong
    return asked


def found(record: Record, kind: str, query: Query) -> list[int]:
    """The ids of the lines, or articles, that a query asks for, by day and id of their article."""
    table = TABLES[kind]
    with record.database.reading() as connection:
        conditions = Filter(kind, connection.dialect.name == "sqlite").conditions(query)
        chosen = select(table.c.id) if kind == "article" else select(table.c.id).join(articles)
        return list(connection.scalars(chosen.where(*conditions).order_by(*by_article(connection), table.c.id)))


def minutes(record: Record, query: Query) -> Iterator[tuple[int, Minutes]]:
    """The articles that a query asks for with all their minutes, each with its row id."""
    ids = found(record, "article", query)
    for part in range(0, len(ids), _TOGETHER):
        with record.database.reading() as connection:
            some = list(zip(ids[part : part + _TOGETHER], minutes_of(connection, ids[part : part + _TOGETHER]), strict=True))
        yield from some


def sources(record: Record, query: Query) -> Iterator[Article]:
    """The articles that a query asks for."""
    ids = found(record, "article", query)
    for part in range(0, len(ids), BATCH):
        some = ids[part : part + BATCH]
        known = dict(zip(sorted(some), record.articles(some), strict=True))
        yield from (known[number] for number in some)


def by_article(connection: Connection) -> tuple[UnaryExpression[str], UnaryExpression[str]]:
    """The order of a record's lines: by the day of their article, then its id."""
    return in_order(connection, articles.c.published), in_order(connection, articles.c.name)


def in_order(connection: Connection, column: ColumnElement[str]) -> UnaryExpression[str]:
    """By the code points of a text, what is empty first, in either database."""
    binary = column.collate("BINARY" if connection.dialect.name == "sqlite" else "C")
    return binary.asc().nulls_first()
