"""The tables of a record, row by row: all of them, or what belongs to the articles that a query finds."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Table, select

from mahdar.record.filters import Filter
from mahdar.record.query import Query
from mahdar.record.record import Record
from mahdar.record.schema import LINES, articles, metadata

ROWS = 2000  # fetched at once


def tables() -> list[Table]:
    """Every table of a record, by name."""
    return [metadata.tables[name] for name in sorted(metadata.tables)]


def batches(record: Record, table: Table, query: Query) -> Iterator[list[Row[Any]]]:
    """The rows of a table in the order of its key, some at a time. Raises `mahdar.errors.QueryError`."""
    with record.database.reading() as connection:
        wanted = select(table).order_by(*table.primary_key.columns)
        article = article_of(table)
        if query.clauses and article is not None:
            asked = Filter("article", connection.dialect.name == "sqlite").conditions(query)
            wanted = wanted.where(article.in_(named(table, asked)))
        found = connection.execution_options(yield_per=ROWS).execute(wanted)
        for part in found.partitions():
            yield list(part)


def named(table: Table, asked: list[ColumnElement[bool]]) -> Select[Any]:
    """The articles asked for, by what a table knows them by."""
    return select(articles.c.name if table.name == "corrections" else articles.c.id).where(*asked)


def article_of(table: Table) -> ColumnElement[Any] | None:
    """What says which article a row belongs to; None in tables that all articles share."""
    if table is articles:
        return table.c.id
    if table.name == "corrections":
        return table.c.article
    for name in ("article_id", "event_id"):
        if name in table.c:
            return table.c[name] if name == "article_id" else table.c[name] // LINES
    first = next(iter(table.primary_key.columns))
    owners = {key.column.table for key in first.foreign_keys}
    return first // LINES if any("article_id" in owner.c for owner in owners) else None
