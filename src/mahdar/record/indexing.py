"""The index for full text: the words of articles and of their lines, folded and lightly stemmed by the language pack.

SQLite keeps them in contentless FTS5 tables, PostgreSQL as a `tsvector` beside each id: no second copy of any text.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from sqlalchemy import Connection, text

from mahdar.languages.ar import Arabic
from mahdar.minutes import Minutes, Span
from mahdar.record.schema import LINES, line_number

INDEXED = ("article", "statement", "event", "position", "commitment")
_WORD = re.compile(r"[\w\u064b-\u065f\u0670]+")  # vowel signs are no letters to Python, but part of a word
_cached: Callable[[str], str] = lru_cache(maxsize=200_000)(Arabic.search_form)

Entry = tuple[int, str]


def searched(words: str) -> str:
    """The words of a text as the index has them, with a space between."""
    return " ".join(map(_cached, _WORD.findall(words)))


def entries(article: int, minutes: Minutes) -> dict[str, list[Entry]]:
    """(id, words) of an article and its lines, by kind; a line's words are its evidence and the names of those who take part."""
    base = article * LINES
    names = {actor.id: actor.name for actor in minutes.actors}

    def entry(line: str, spans: Iterable[Span], parties: Iterable[str | None]) -> Entry:
        words = [*(names[party] for party in parties if party), *(span.exact for span in spans)]
        return (base + line_number(line), searched(" ".join(words)))

    return {
        "article": [(article, searched(minutes.article.text))],
        "statement": [entry(s.id, s.content, [s.speaker]) for s in minutes.statements],
        "event": [entry(e.id, e.evidence, [*e.actor, *e.recipient]) for e in minutes.events],
        "position": [entry(p.id, [p.evidence], [p.holder]) for p in minutes.positions],
        "commitment": [entry(c.id, [c.what], [*c.by, *c.with_]) for c in minutes.commitments],
    }


def add(connection: Connection, kind: str, found: Iterable[Entry]) -> None:
    """Take entries of one kind into the index."""
    rows = list(found)
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"insert into {kind}_words (rowid, words) values (?, ?)", rows)
    else:
        connection.exec_driver_sql(f"insert into {kind}_words (id, words) values (%s, to_tsvector('simple', %s))", rows)


def remove(connection: Connection, kind: str, found: Iterable[Entry]) -> None:
    """Take entries out: a contentless table has to be told the words that it was given."""
    rows = [{"id": line, "words": words} for line, words in found]
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        command = f"insert into {kind}_words ({kind}_words, rowid, words) values ('delete', :id, :words)"
        connection.execute(text(command), rows)
    else:
        connection.execute(text(f"delete from {kind}_words where id = :id"), [{"id": row["id"]} for row in rows])
