"""Rows as minutes: what the tables of a record hold of articles, in the interchange format."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from sqlalchemy import Connection, Row, Select, select

from mahdar.minutes import (
    Actor,
    ActorKind,
    Article,
    Commitment,
    Date,
    Event,
    Label,
    Minutes,
    Place,
    Position,
    Precision,
    Span,
    Statement,
)
from mahdar.record import schema as s
from mahdar.record.schema import LINES

_ARTICLES = 50  # read at once


def minutes_of(connection: Connection, articles: Sequence[int]) -> Iterator[Minutes]:
    """The minutes of articles, by their row ids, in that order; those that are not there are passed over."""
    for part in range(0, len(articles), _ARTICLES):
        some = articles[part : part + _ARTICLES]
        reader = Reader(connection, some)
        yield from (reader.minutes(article) for article in some if article in reader.articles)


def lines_of(connection: Connection, kind: str, lines: Sequence[int]) -> Iterator[tuple[int, Minutes]]:
    """Lines of one kind by their ids, in that order: each in minutes that hold it alone, with those who take part in it."""
    for part in range(0, len(lines), _ARTICLES):
        some = lines[part : part + _ARTICLES]
        reader = Reader(connection, sorted({line // LINES for line in some}), (kind, some))
        known = some if kind == "article" else set(reader.known(kind))
        yield from ((line, reader.minutes(line // LINES, line)) for line in some if line in known)


class Reader:
    """The rows of some articles, by the line that they belong to; of `only` (kind, ids) those of these lines alone."""

    def __init__(self, connection: Connection, articles: Sequence[int], only: tuple[str, Sequence[int]] | None = None) -> None:
        self.connection = connection
        self.articles = {row.id: row for row in connection.execute(select(s.articles).where(s.articles.c.id.in_(articles)))}
        self.ids = articles
        self.only = only
        self.lines: dict[str, dict[int, list[Row[Any]]]] = {}
        places = select(s.events, *[c.label(f"place_{c.name}") for c in s.places.c if c.name != "id"])
        for table in (s.statements, s.events, s.positions, s.commitments):
            query = places.select_from(s.events.outerjoin(s.places)) if table is s.events else select(table)
            self.lines[table.name] = {} if self.passed(table.name) else self.by_article(table, query)
        self.parts = {
            "content": self.of_lines(s.statement_content, s.statements),
            "evidence": self.of_lines(s.event_evidence, s.events),
            "event": self.of_lines(s.event_actors, s.events),
            "commitment": self.of_lines(s.commitment_parties, s.commitments),
        }
        self.lines["article_actors"] = self.by_article(s.article_actors, select(s.article_actors))
        self.parts["mentions"] = self.of_lines(s.mentions, s.article_actors)
        self.dossiers = {kind: {} if self.passed(f"{kind}s") else self.matters(kind) for kind in s.dossier_links}

    def passed(self, table: str) -> bool:
        """Whether a table is not asked for."""
        return self.only is not None and table not in (f"{self.only[0]}s", "article_actors", "articles")

    def wanted(self, table: Any) -> Any:
        """The condition for the lines of a table that are asked for."""
        if self.only is None:
            return table.c.article_id.in_(self.ids)
        if table is s.article_actors:
            return table.c.id.in_(sorted(self.taking_part()))
        return table.c.id.in_(self.only[1])

    def taking_part(self) -> set[int]:
        """The actors of the lines that are asked for."""
        rows = [row for kind in self.lines.values() for found in kind.values() for row in found]
        held = {getattr(row, name) for row in rows for name in ("speaker_id", "holder_id") if hasattr(row, name)}
        parts = [row for kind in ("event", "commitment") for found in self.parts[kind].values() for row in found]
        return {actor for actor in held if actor is not None} | {row.article_actor_id for row in parts}

    def known(self, kind: str) -> list[int]:
        """The lines of a kind that are there."""
        return [row.id for rows in self.lines[f"{kind}s"].values() for row in rows]

    def by_article(self, table: Any, query: Select[Any]) -> dict[int, list[Row[Any]]]:
        return self.grouped(query.where(self.wanted(table)).order_by(table.c.id), "article_id")

    def grouped(self, query: Select[Any], by: str) -> dict[int, list[Row[Any]]]:
        found: dict[int, list[Row[Any]]] = defaultdict(list)
        for row in self.connection.execute(query):
            found[getattr(row, by)].append(row)
        return found

    def of_lines(self, table: Any, owner: Any) -> dict[int, list[Row[Any]]]:
        """The rows of a table by the line that they are parts of."""
        if self.passed(owner.name):
            return {}
        first = next(iter(table.primary_key.columns))
        lines = select(owner.c.id).where(self.wanted(owner))
        return self.grouped(select(table).where(first.in_(lines)).order_by(*table.primary_key.columns), first.name)

    def matters(self, kind: str) -> dict[int, list[str]]:
        """The dossiers of the lines of one kind, or of the articles."""
        table = s.dossier_links[kind]
        line = table.c[f"{kind}_id"]
        owner = s.metadata.tables[f"{kind}s"]
        ids = select(owner.c.id).where(owner.c.id.in_(self.ids) if kind == "article" else self.wanted(owner))
        query = select(line.label("line"), s.dossiers.c.name).join_from(table, s.dossiers).where(line.in_(ids))
        found: dict[int, list[str]] = defaultdict(list)
        for row in self.connection.execute(query.order_by(line, table.c.position)):
            found[row.line].append(row.name)
        return found

    def minutes(self, article: int, line: int | None = None) -> Minutes:
        """An article's minutes; of one `line`, where it is given, alone."""
        row = self.articles[article]
        self.text = row.text

        def rows(table: str) -> list[Row[Any]]:
            found = self.lines[table].get(article, [])
            return found if line is None or table == "article_actors" else [one for one in found if one.id == line]

        return Minutes(
            Article(row.name, row.title, row.published, row.source, row.url, row.language, row.text),
            tuple(map(self.actor, rows("article_actors"))),
            tuple(map(self.statement, rows("statements"))),
            tuple(map(self.event, rows("events"))),
            tuple(map(self.position, rows("positions"))),
            tuple(map(self.commitment, rows("commitments"))),
            self.matter("article", article),
        )

    def span(self, start: int, end: int) -> Span:
        return Span(start, end, self.text[start:end])

    def spans(self, rows: Iterable[Row[Any]]) -> tuple[Span, ...]:
        return tuple(self.span(row.start, row.end) for row in rows)

    def matter(self, kind: str, line: int) -> tuple[str, ...]:
        return tuple(self.dossiers[kind].get(line, ()))

    def parties(self, kind: str, line: int, role: str) -> tuple[str, ...]:
        return tuple(name("a", row.article_actor_id) for row in self.parts[kind].get(line, ()) if row.role == role)

    def actor(self, row: Row[Any]) -> Actor:
        return Actor(
            name("a", row.id),
            row.name,
            Label(row.label_ar, row.label_en),
            row.code,
            cast(ActorKind, row.kind),
            row.sector,
            row.office,
            row.wikidata,
            self.spans(self.parts["mentions"].get(row.id, ())),
        )

    def statement(self, row: Row[Any]) -> Statement:
        return Statement(
            name("s", row.id),
            name("a", row.speaker_id) if row.speaker_id is not None else None,
            row.mode,
            self.span(row.cue_start, row.cue_end) if row.cue_start is not None else None,
            self.spans(self.parts["content"].get(row.id, ())),
            self.matter("statement", row.id),
            row.rule,
            row.confidence,
        )

    def event(self, row: Row[Any]) -> Event:
        place = None
        if row.place_id is not None:
            place = Place(row.place_name, row.place_geonames, row.place_country, row.place_lat, row.place_lon)
        return Event(
            name("e", row.id),
            row.type,
            row.mode,
            tuple(row.contexts.split()),
            row.quad,
            self.parties("event", row.id, "actor"),
            self.parties("event", row.id, "recipient"),
            row.status,
            date(row.date, row.date_precision),
            place,
            said(row.statement_id),
            self.spans(self.parts["evidence"].get(row.id, ())),
            row.rule,
            row.confidence,
            self.matter("event", row.id),
        )

    def position(self, row: Row[Any]) -> Position:
        return Position(
            name("p", row.id),
            name("a", row.holder_id),
            row.stance,
            row.about,
            self.span(row.start, row.end),
            said(row.statement_id),
            self.matter("position", row.id),
            row.rule,
            row.confidence,
        )

    def commitment(self, row: Row[Any]) -> Commitment:
        return Commitment(
            name("c", row.id),
            self.parties("commitment", row.id, "by"),
            self.parties("commitment", row.id, "with"),
            self.span(row.start, row.end),
            row.strength,
            date(row.due, row.due_precision),
            said(row.statement_id),
            self.matter("commitment", row.id),
            row.rule,
            row.confidence,
        )


def name(letter: str, line: int) -> str:
    """A line's id in the minutes of its article."""
    return f"{letter}{line % LINES}"


def said(line: int | None) -> str | None:
    return None if line is None else name("s", line)


def date(value: str | None, precision: str | None) -> Date | None:
    return None if value is None else Date(value, cast(Precision, precision))
