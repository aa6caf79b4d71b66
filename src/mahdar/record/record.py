"""A record: all articles with their minutes, opened by a path or a URL."""

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from mahdar.minutes import Article, Minutes
from mahdar.ontology.dossiers import load_dossiers
from mahdar.record import corrections, indexing, schema
from mahdar.record.database import Database
from mahdar.record.merge import EventMerger
from mahdar.record.reading import minutes_of
from mahdar.record.stories import StoryTeller
from mahdar.record.storing import Directory, Rows

BATCH = 100  # articles in a transaction
IMPORTED = "imported"  # in place of who coded an article, where that was another program
Foreign = Mapping[str, Mapping[str, str]]  # article's id → event → what a foreign file says of it, as JSON
_BATCH_CHARACTERS = 1_000_000
_LINES = (schema.commitments, schema.positions, schema.events, schema.statements, schema.article_actors)


class Tally:
    """What adding came to, in articles."""

    def __init__(self) -> None:
        self.added = 0
        self.changed = 0  # a newer version of one that was there
        self.recoded = 0
        self.same = 0

    def __str__(self) -> str:
        named = {"added": self.added, "in a new version": self.changed, "coded again": self.recoded, "already there": self.same}
        return ", ".join(f"{number:,} {what}" for what, number in named.items() if number) or "nothing to add"


class Record:
    """All articles with their minutes."""

    def __init__(self, place: str | Path, make: bool = False, dossiers: Path | None = None) -> None:
        """Open a record: the path of a SQLite file, or `postgresql://…`. With `make`, one that is not there is made.

        `dossiers` is a user's own file of them, whose labels and parents the record is to know.

        Raises `mahdar.errors.RecordError` where it cannot be opened.
        """
        self.known = load_dossiers(dossiers)
        self.database = Database(str(place), make)
        self.directory = Directory(self.known)
        self.teller, self.merger = StoryTeller(), EventMerger()
        self.tally = Tally()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, wrong: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self.database.close()

    # --- adding

    def unknown(self, articles: Iterable[tuple[Article, Any]]) -> Iterator[Any]:
        """Of pairs (article as cleaned, anything), the second of those whose article is not in the record as it stands."""
        batch: list[tuple[Article, Any]] = []
        for pair in articles:
            batch.append(pair)
            if len(batch) == BATCH:
                yield from self._unknown(batch)
                batch = []
        yield from self._unknown(batch)

    def _unknown(self, batch: list[tuple[Article, Any]]) -> Iterator[Any]:
        with self.database.reading() as connection:
            known = rows_of(connection, [article.id for article, _ in batch])
        for article, thing in batch:
            row = known.get(article.id)
            if row is not None and row.digest == digest(article):
                self.tally.same += 1
            else:
                yield thing

    def add(
        self, coded: Iterable[Minutes], coded_by: str, recode: bool = False, foreign: Foreign | None = None
    ) -> Iterator[Minutes]:
        """Store minutes, some articles at a time, each time all of them or none; yields what is stored.

        Minutes of an article that stands there as it is change nothing; with `recode` they replace the lines. `foreign` is
        kept with the events of articles taken in.
        """
        batch: list[Minutes] = []
        size = 0
        for minutes in coded:
            batch.append(minutes)
            size += len(minutes.article.text)
            if len(batch) == BATCH or size > _BATCH_CHARACTERS:
                yield from self.store(batch, coded_by, recode, foreign)
                batch, size = [], 0
        yield from self.store(batch, coded_by, recode, foreign)

    def store(
        self, batch: Sequence[Minutes], coded_by: str, recode: bool = False, foreign: Foreign | None = None
    ) -> Sequence[Minutes]:
        """Store minutes in one transaction."""
        latest = {minutes.article.id: minutes for minutes in batch}  # of two of one article the later
        if not latest:
            return ()
        with self.changing() as connection:
            self.put(connection, list(latest.values()), coded_by, recode, foreign or {})
        return batch

    def put(self, connection: Connection, batch: list[Minutes], coded_by: str, recode: bool, foreign: Foreign) -> None:
        known = rows_of(connection, [minutes.article.id for minutes in batch])
        fresh: list[Minutes] = []
        ids: dict[str, int] = {}
        new: list[dict[str, Any]] = []
        recoded: set[int] = set()  # their text is what it was
        left: set[int] = set()  # events of other articles whose likes go
        for minutes in batch:
            article = minutes.article
            row = known.get(article.id)
            if row is None:
                new.append(article_row(article, coded_by) | {"version": 1})
                self.tally.added += 1
            elif row.digest != digest(article):
                left |= self.merger.forget(connection, row.id)
                self.replace(connection, row, article_row(article, coded_by) | {"version": row.version + 1}, keep=True)
                ids[article.id] = row.id
                self.tally.changed += 1
            elif recode:
                left |= self.merger.forget(connection, row.id)
                self.replace(connection, row, {"coded_by": coded_by}, keep=False)
                ids[article.id] = row.id
                recoded.add(row.id)
                self.tally.recoded += 1
            else:
                self.tally.same += 1
                continue
            fresh.append(minutes)
        if new:
            made = insert(schema.articles).returning(schema.articles.c.id, sort_by_parameter_order=True)
            ids |= zip((row["name"] for row in new), connection.scalars(made, new), strict=True)
        self.fill(connection, ids, fresh, recoded, left, foreign)

    def fill(
        self,
        connection: Connection,
        ids: dict[str, int],
        machine: list[Minutes],
        recoded: set[int],
        left: set[int],
        foreign: Foreign,
    ) -> None:
        """Write the lines of articles whose rows are there, as corrected; `left` are events to be grouped again."""
        mine = set(ids.values())
        held = corrections.hold(connection, ids, machine)
        fresh = [held[one.article.id].minutes if one.article.id in held else one for one in machine]
        self.directory.meet(connection, fresh)
        rows = Rows(self.directory)
        words: dict[str, list[indexing.Entry]] = {kind: [] for kind in indexing.INDEXED}
        for minutes in fresh:
            name = minutes.article.id
            rows.add(ids[name], minutes, held[name].origins if name in held else None)
            for kind, found in indexing.entries(ids[name], minutes).items():
                words[kind] += found
        rows.write(connection)
        if kept := [row for minutes in fresh for row in foreign_rows(ids[minutes.article.id], minutes, foreign)]:
            connection.execute(insert(schema.foreign_lines), kept)
        for kind, found in words.items():
            indexing.add(connection, kind, found)
        chosen = corrections.settle(connection, ids, held)
        self.teller.join(connection, {article: text for article, text in words["article"] if article not in recoded})
        self.merger.join(connection, sorted(mine))
        elsewhere = {event for event in left if event // schema.LINES not in mine}  # those of these articles are new
        self.merger.group(connection, elsewhere | chosen)

    # --- correcting

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """A connection to write by; where that fails, what was learnt in vain is forgotten."""
        try:
            with self.database.writing() as connection:
                yield connection
        except BaseException:
            self.directory = Directory(self.known)  # what they learnt may not be there
            self.teller, self.merger = StoryTeller(), EventMerger()
            raise

    def rewrite(self, connection: Connection, names: Iterable[str]) -> None:
        """Write the lines of articles again, from what the machine made of them and the corrections that stand."""
        known = rows_of(connection, sorted(set(names)))
        ids = {name: row.id for name, row in known.items()}
        machine: list[Minutes] = []
        left: set[int] = set()
        foreign = {name: foreign_of(connection, row.id) for name, row in known.items()}
        for row in known.values():
            (now,) = minutes_of(connection, [row.id])
            machine.append(corrections.machine(connection, row.id, now))
            left |= self.merger.forget(connection, row.id)
            self.replace(connection, row, {"coded_by": row.coded_by}, keep=False)
        self.fill(connection, ids, machine, set(ids.values()), left, foreign)

    def replace(self, connection: Connection, row: Row[Any], values: dict[str, Any], keep: bool) -> None:
        """Take out an article's lines and give it other values; with `keep`, what it said becomes one of its versions."""
        (old,) = minutes_of(connection, [row.id])
        for kind, found in indexing.entries(row.id, old).items():
            indexing.remove(connection, kind, found)
        if keep:
            connection.execute(insert(schema.versions).values(version_row(row, now())))
        for table in _LINES:
            connection.execute(delete(table).where(table.c.article_id == row.id))
        links = schema.dossier_links["article"]
        connection.execute(delete(links).where(links.c.article_id == row.id))
        connection.execute(update(schema.articles).where(schema.articles.c.id == row.id).values(values))

    def corrected(self, whole: bool = False) -> list[str]:
        """The ids of articles with corrections that stand; with `whole` those of which analysts looked at every line."""
        with self.database.reading() as connection:
            names = corrections.names_corrected(connection)
            if not whole:
                return names
            ids = {row.id: name for name, row in rows_of(connection, names).items()}
            open_ones: set[int] = set()
            for table in _LINES[:-1]:
                query = select(table.c.article_id).where(table.c.article_id.in_(ids), table.c.origin.is_(None))
                open_ones |= set(connection.scalars(query))
        return [name for name in names if name not in {ids[article] for article in open_ones}]

    # --- reading

    @property
    def name(self) -> str:
        """Where the record lies, as it may be shown."""
        return self.database.name

    def names(self) -> list[str]:
        """The ids of all articles, in the order in which they were added."""
        with self.database.reading() as connection:
            return list(connection.scalars(select(schema.articles.c.name).order_by(schema.articles.c.id)))

    def minutes(self, names: Iterable[str]) -> Iterator[Minutes]:
        """The minutes of articles, in the order of their ids given; those that are not there are passed over."""
        with self.database.reading() as connection:
            wanted = list(names)
            for part in range(0, len(wanted), BATCH):
                known = rows_of(connection, wanted[part : part + BATCH])
                yield from minutes_of(connection, [known[name].id for name in wanted[part : part + BATCH] if name in known])

    def articles(self, ids: Iterable[int]) -> Iterator[Article]:
        """Articles by their row ids, as they stand."""
        wanted = list(ids)
        for part in range(0, len(wanted), BATCH):
            with self.database.reading() as connection:
                query = select(schema.articles).where(schema.articles.c.id.in_(wanted[part : part + BATCH]))
                rows = connection.execute(query.order_by(schema.articles.c.id)).all()
            yield from (Article(r.name, r.title, r.published, r.source, r.url, r.language, r.text) for r in rows)

    def coded_otherwise(self, coded_by: str) -> list[int]:
        """The row ids of articles that another version of Mahdar or another lexicon coded."""
        coded = schema.articles.c.coded_by.not_in((coded_by, IMPORTED))  # there is nothing to code in what was taken in
        query = select(schema.articles.c.id).where(coded).order_by(schema.articles.c.id)
        with self.database.reading() as connection:
            return list(connection.scalars(query))

    def versions(self, name: str) -> list[Row[Any]]:
        """What an article said before, the oldest version first."""
        query = select(schema.versions).join(schema.articles).where(schema.articles.c.name == name)
        with self.database.reading() as connection:
            return list(connection.execute(query.order_by(schema.versions.c.version)))

    def count(self) -> dict[str, int]:
        """How many rows each table has."""
        with self.database.reading() as connection:
            tables = schema.metadata.sorted_tables
            return {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables}


def rows_of(connection: Connection, names: Sequence[str]) -> dict[str, Row[Any]]:
    """The rows of articles by their ids in the interchange format."""
    query = select(schema.articles).where(schema.articles.c.name.in_(names))
    return {row.name: row for row in connection.execute(query)} if names else {}


def digest(article: Article) -> str:
    """What tells an article's version: its words, and what it says of itself."""
    said = (article.title, article.text, article.published, article.source, article.url)
    return hashlib.sha256("\x1f".join(value or "" for value in said).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def article_row(article: Article, coded_by: str) -> dict[str, Any]:
    return {
        "name": article.id,
        "title": article.title,
        "published": article.published,
        "source": article.source,
        "url": article.url,
        "language": article.language,
        "text": article.text,
        "digest": digest(article),
        "coded_by": coded_by,
        "added": now(),
    }


def foreign_rows(article: int, minutes: Minutes, foreign: Foreign) -> list[dict[str, Any]]:
    """What foreign files say of the events of an article."""
    said = foreign.get(minutes.article.id, {})
    there = {event.id for event in minutes.events}
    return [
        {"event_id": article * schema.LINES + schema.line_number(event), "line": line}
        for event, line in said.items()
        if event in there
    ]


def foreign_of(connection: Connection, article: int) -> dict[str, str]:
    """What foreign files said of the events of an article, by the events' ids in its minutes."""
    base = article * schema.LINES
    table = schema.foreign_lines
    query = select(table).where(table.c.event_id >= base, table.c.event_id < base + schema.LINES)
    return {f"e{row.event_id - base}": row.line for row in connection.execute(query)}


def version_row(row: Row[Any], replaced: str) -> dict[str, Any]:
    kept = ("version", "title", "published", "source", "url", "text", "digest", "added")
    return {"article_id": row.id, "replaced": replaced} | {column: getattr(row, column) for column in kept}


def now() -> str:
    """This moment, in universal time, to the second."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
