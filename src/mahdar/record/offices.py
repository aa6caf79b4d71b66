"""Who held which office when: what the articles of a record call people, day by day, with the words that say so."""

import re
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, func, select

from mahdar.errors import QueryError
from mahdar.record.filters import Filter
from mahdar.record.query import Query
from mahdar.record.schema import actors, article_actors, articles, mentions

FIELDS = ("actor", "country", "since", "until", "source")
_ENDS = re.compile(r"[.!؟?\n]")
_LONGEST = 300  # characters of evidence


class Tenure(msgspec.Struct, frozen=True):
    """Somebody in an office: the first and the last day on which an article says so, in how many, and the first words."""

    name: str
    code: str
    office: str
    first: str | None
    last: str | None
    articles: int
    article: str
    evidence: str


def tenures(connection: Connection, query: Query, limit: int = 50, offset: int = 0) -> list[Tenure]:
    """Who held an office, those whom most articles name first. Raises `mahdar.errors.QueryError`."""
    for clause in query.clauses:
        if clause.field not in FIELDS:
            asked = f"`{clause.field}:` says" if clause.field else "words say"
            raise QueryError(f"query: {asked} nothing about offices; ask by {', '.join(f'{field}:' for field in FIELDS)}")
    in_articles = Filter("article", connection.dialect.name == "sqlite")
    here = in_articles.conditions(Query(tuple(clause for clause in query.clauses if clause.field not in ("actor", "country"))))
    who = [condition(in_articles, clause.field or "", clause.values) for clause in query.of("actor", "country")]
    number = func.count(articles.c.id.distinct())
    held = (
        select(
            article_actors.c.actor_id,
            article_actors.c.code,
            article_actors.c.office,
            func.min(articles.c.published).label("first"),
            func.max(articles.c.published).label("last"),
            number.label("number"),
        )
        .join(articles, articles.c.id == article_actors.c.article_id)
        .where(article_actors.c.kind == "person", article_actors.c.office.is_not(None), *here, *who)
        .group_by(article_actors.c.actor_id, article_actors.c.code, article_actors.c.office)
        .order_by(number.desc(), article_actors.c.actor_id, article_actors.c.office)
    )
    return [tenure(connection, row) for row in connection.execute(held.limit(limit).offset(offset))]


def condition(asked: Filter, field: str, values: tuple[str, ...]) -> ColumnElement[bool]:
    """Who is asked for: by code, or by a part of the name."""
    coded = [value.upper() for value in values if field == "country" or value.isascii() and value.upper() == value]
    named = [article_actors.c.actor_id.in_(asked.named(value)) for value in values if value.upper() not in coded]
    found: ColumnElement[bool] = article_actors.c.code.in_(coded)
    for one in named:
        found = found | one
    return found


def tenure(connection: Connection, row: Row[Any]) -> Tenure:
    """One of those found, with the words of the earliest article that gives the office."""
    first = (
        select(articles.c.name, articles.c.text, mentions.c.start, actors.c.name.label("who"))
        .join(article_actors, article_actors.c.article_id == articles.c.id)
        .join(actors, actors.c.id == article_actors.c.actor_id)
        .join(mentions, mentions.c.article_actor_id == article_actors.c.id)
        .where(
            article_actors.c.actor_id == row.actor_id, article_actors.c.office == row.office, article_actors.c.code == row.code
        )
        .order_by(articles.c.published, articles.c.name, mentions.c.position)
        .limit(1)
    )
    found = connection.execute(first).one()
    words = sentence(found.text, found.start)
    return Tenure(found.who, row.code, row.office, row.first, row.last, row.number, found.name, words)


def sentence(text: str, at: int) -> str:
    """The sentence around a place in a text, no longer than bearable."""
    before = max((match.end() for match in _ENDS.finditer(text, 0, at)), default=0)
    after = _ENDS.search(text, at)
    return text[max(before, at - _LONGEST // 2) : min(after.start() if after else len(text), at + _LONGEST // 2)].strip()
