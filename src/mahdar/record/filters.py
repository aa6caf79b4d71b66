"""Queries as SQL: which articles, statements, events, positions or commitments a query asks for."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, bindparam, func, literal, not_, or_, select, text

from mahdar.errors import QueryError
from mahdar.record import schema as s
from mahdar.record.indexing import searched
from mahdar.record.query import Clause, Query

Condition = ColumnElement[bool]
TABLES = {
    "article": s.articles,
    "statement": s.statements,
    "event": s.events,
    "position": s.positions,
    "commitment": s.commitments,
}
# What each kind of line can be asked beside what holds of its article.
_OWN = {
    "article": {"country", "actor"},
    "statement": {"country", "actor", "speech", "origin"},
    "event": {"country", "actor", "recipient", "dyad", "type", "mode", "quad", "status", "origin"},
    "position": {"country", "actor", "stance", "origin"},
    "commitment": {"country", "actor", "strength", "origin"},
}
_OF_ARTICLES = {"since", "until", "source", "article", "dossier"}
_COLUMNS = {name: name for name in ("type", "mode", "quad", "status", "stance", "strength", "origin")} | {"speech": "mode"}


class Filter:
    """Conditions on one kind of line, for one kind of database."""

    def __init__(self, kind: str, sqlite: bool) -> None:
        self.kind = kind
        self.sqlite = sqlite
        self.table: Table = TABLES[kind]
        self.id: ColumnElement[int] = self.table.c.id
        self.words = 0

    def conditions(self, query: Query) -> list[Condition]:
        """What must hold of the lines asked for. Raises `QueryError` where a field says nothing about such lines."""
        out: list[Condition] = []
        for clause in query.clauses:
            if clause.field is not None and clause.field not in _OF_ARTICLES | _OWN[self.kind]:
                raise QueryError(f"query: `{clause.field}:` says nothing about {self.kind}s")
            held = or_(*[self.one(clause, value) for value in clause.values])
            out.append(not_(held) if clause.no else held)
        return out

    def one(self, clause: Clause, value: str) -> Condition:
        """What one value of a clause asks."""
        field = clause.field
        if field is None:
            return self.found(value, clause.phrase)
        if field in _COLUMNS:
            column: ColumnElement[Any] = self.table.c[_COLUMNS[field]]
            return column == (value.upper() if field == "type" else value.lower())
        asked: Callable[[str], Condition] = getattr(self, field)
        return asked(value)

    # --- words

    def found(self, words: str, phrase: bool) -> Condition:
        """Whether the line has some words: all of them, or in their order."""
        stems = searched(words).split()
        self.words += 1
        name = f"words_{self.words}"
        if self.sqlite:
            sought = f'"{" ".join(stems)}"' if phrase else " ".join(f'"{stem}"' for stem in stems)
            lines = text(f"select rowid from {self.kind}_words where {self.kind}_words match :{name}")
        else:
            sought = (" <-> " if phrase else " & ").join(f"'{stem}'" for stem in stems)
            lines = text(f"select id from {self.kind}_words where words @@ to_tsquery('simple', :{name})")
        return self.id.in_(lines.bindparams(bindparam(name, sought)).columns(s.articles.c.id))

    # --- what holds of an article and of its lines

    def since(self, day: str) -> Condition:
        return self.day >= day

    def until(self, day: str) -> Condition:
        return self.day < day + "~"  # behind every day of a month or year

    @property
    def day(self) -> ColumnElement[str]:
        return self.table.c.published if self.kind == "article" else self.table.c.day

    def source(self, name: str) -> Condition:
        return self.in_articles(s.articles.c.source == name)

    def article(self, name: str) -> Condition:
        return self.in_articles(s.articles.c.name == name)

    def in_articles(self, condition: Condition) -> Condition:
        if self.kind == "article":
            return condition
        return self.table.c.article_id.in_(select(s.articles.c.id).where(condition))

    def dossier(self, name: str) -> Condition:
        """Whether the line belongs to a dossier or to one under it."""
        links = s.dossier_links[self.kind]
        under = select(s.dossiers.c.id).where(s.dossiers.c.name == name).cte("under", recursive=True)
        child = s.dossiers.alias()
        parent = s.dossiers.alias()
        below = select(child.c.id).join(parent, child.c.parent == parent.c.name).join(under, under.c.id == parent.c.id)
        tree = under.union(below)
        return self.id.in_(select(links.c[f"{self.kind}_id"]).where(links.c.dossier_id.in_(select(tree.c.id))))

    # --- who

    def actor(self, value: str) -> Condition:
        return self.by(value, ("actor",) if self.kind == "event" else ("by",))

    def recipient(self, value: str) -> Condition:
        return self.by(value, ("recipient",))

    def country(self, value: str) -> Condition:
        return self.by(value.upper(), ("actor", "recipient") if self.kind == "event" else ("by", "with"))

    def by(self, value: str, roles: tuple[str, ...]) -> Condition:
        """Whether somebody with a code or a name takes part in one of some roles."""
        if self.kind == "event":
            parties = s.event_actors
            return self.id.in_(select(parties.c.event_id).where(self.whom(parties, value), parties.c.role.in_(roles)))
        actors = s.article_actors
        whom = self.whom(actors, value)
        found = select(actors.c.id).where(whom)
        if self.kind == "statement":
            return s.statements.c.speaker_id.in_(found)
        if self.kind == "position":
            return s.positions.c.holder_id.in_(found)
        if self.kind == "article":
            return self.id.in_(select(actors.c.article_id).where(whom))
        parties = s.commitment_parties
        return self.id.in_(
            select(parties.c.commitment_id).where(parties.c.article_actor_id.in_(found), parties.c.role.in_(roles))
        )

    def whom(self, table: Table, value: str) -> Condition:
        """Whether a row is about somebody with a code or a name."""
        return table.c.code == value.upper() if is_code(value) else table.c.actor_id.in_(self.named(value))

    def named(self, name: str) -> Select[tuple[int]]:
        """Actors of the record whose name has these words."""
        if name.isascii():
            return select(s.actors.c.id).where(func.lower(s.actors.c.label_en).contains(name.lower(), autoescape=True))
        return select(s.actors.c.id).where(s.actors.c.name.contains(name, autoescape=True))

    def dyad(self, value: str) -> Condition:
        """Whether both take part: in any roles, or the first as actor and the second as recipient."""
        one, _, other = value.upper().partition(">" if ">" in value else "-")
        first, second = s.event_actors.alias(), s.event_actors.alias()
        both = select(first.c.event_id).join(second, first.c.event_id == second.c.event_id)
        asked = and_(first.c.code == one.strip(), second.c.code == other.strip())
        if ">" in value:
            asked = and_(asked, first.c.role == literal("actor"), second.c.role == literal("recipient"))
        return self.id.in_(both.where(asked))


def is_code(value: str) -> bool:
    """Whether a value is the code of an actor rather than a name: RUS, rus, IGO:UN."""
    return value.isascii() and (":" in value or len(value) == 3 or value.upper() == "UNK")
