"""The database behind a record: a SQLite file, or a PostgreSQL server by its URL; opened, made, brought up to date."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, exc, inspect, make_url, text

from mahdar.errors import RecordError

MIGRATIONS = Path(__file__).parent / "migrations"
_WAIT = 120  # seconds for another that writes
_PAGE = 8192  # bytes
_LOCK = 0x6D616864  # the number of PostgreSQL's lock for those who write


class Database:
    """Where a record lies. `reading` and `writing` give a connection within a transaction."""

    def __init__(self, place: str, make: bool = False) -> None:
        """Open the database at a path or URL. Raises `RecordError` where there is none, unless one is to be made."""
        self.place = place
        self.file = None if "://" in place else Path(place)
        if self.file is not None:
            check_file(self.file, make)
        self.engine = engine(place, self.file)
        self.prepare(make)

    def prepare(self, make: bool) -> None:
        """See that the tables are there and of this version."""
        from alembic.script import ScriptDirectory

        scripts = ScriptDirectory(str(MIGRATIONS))
        head = scripts.get_current_head()
        with self.reading() as connection:
            tables = set(inspect(connection).get_table_names())
            current = connection.scalar(text("select version_num from alembic_version")) if "alembic_version" in tables else None
        if current == head:
            return
        if current is not None and current not in {script.revision for script in scripts.walk_revisions()}:
            raise RecordError(f"{self.name}: a record of a newer Mahdar (its tables are {current}); update Mahdar to open it")
        if current is None and tables and tables != {"alembic_version"}:
            raise RecordError(f"{self.name}: a database, but no record of Mahdar's; name another")
        if current is None and not make:
            raise RecordError(f"{self.name}: an empty database; `mahdar add` makes it a record")
        with self.writing() as connection:
            migrate(connection)

    @property
    def name(self) -> str:
        """The place as it may be shown: without a password."""
        return self.place if self.file is not None else make_url(self.place).render_as_string(hide_password=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self.told(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone may write; what it wrote is kept at the end, or nothing of it."""
        with self.told(), self.engine.connect().execution_options(mahdar_writes=True) as connection, connection.begin():
            if self.file is None:
                connection.execute(text(f"select pg_advisory_xact_lock({_LOCK})"))
            yield connection

    @contextmanager
    def told(self) -> Iterator[None]:
        """What goes wrong in a database, said in one line."""
        try:
            yield
        except exc.DBAPIError as wrong:
            raise RecordError(f"{self.name}: {complaint(str(wrong.orig))}") from wrong

    def close(self) -> None:
        self.engine.dispose()


def check_file(path: Path, make: bool) -> None:
    """Say what is wrong with a file before SQLite says it in its own words, or makes one that nobody wanted."""
    if path.is_dir():
        raise RecordError(f"{path}: a folder; name a file in it")
    if not path.exists():
        if not make:
            raise RecordError(f"{path}: no such record; `mahdar add FILES --record {path}` makes one")
        if not path.parent.is_dir():
            raise RecordError(f"{path}: there is no folder {path.parent}; make it first")
        return
    with path.open("rb") as stream:
        head = stream.read(16)
    if head and head != b"SQLite format 3\0":
        raise RecordError(f"{path}: no record but another kind of file; name another")


def complaint(words: str) -> str:
    """A database's complaint as one line with a mend."""
    first = words.strip().splitlines()[0] if words.strip() else "the database failed"
    for sign, said in _COMPLAINTS:
        if sign in words:
            return said
    return first


_COMPLAINTS = (
    ("disk is full", "the disk is full; what was stored before is kept: make room and run the command again"),
    ("disk I/O error", "the disk cannot be read or written; what was stored before is kept"),
    ("readonly database", "the record or its folder may not be written to; change its permissions or name another"),
    ("unable to open database file", "cannot be opened or made there; look at the permissions of the folder"),
    ("database is locked", f"another program has been writing for {_WAIT} seconds; try again later"),
    ("malformed", "the file is damaged; take a copy from before, or recover it with the `sqlite3` program"),
    ("not a database", "no record but another kind of file; name another"),
    ("Connection refused", "no PostgreSQL server answers there; is it running?"),
    ("closed the connection", "the connection to PostgreSQL was lost; what was stored before is kept: run the command again"),
    ("terminating connection", "the connection to PostgreSQL was lost; what was stored before is kept: run the command again"),
    ("connection is lost", "the connection to PostgreSQL was lost; what was stored before is kept: run the command again"),
)


def engine(place: str, file: Path | None) -> Engine:
    """SQLAlchemy's engine for a file or a URL."""
    if file is not None:
        connect = partial(sqlite3.connect, file, timeout=_WAIT, check_same_thread=False)
        made = create_engine("sqlite://", creator=connect, poolclass=QueuePool)  # one may read while another does
        event.listen(made, "connect", on_connect)
        event.listen(made, "begin", on_begin)
        return made
    try:
        url = make_url(place)
        if url.get_backend_name() not in ("postgresql", "postgres"):
            raise RecordError(f"{url.drivername}: a kind of database that is not known; name a file or postgresql://…")
        return create_engine(url.set(drivername="postgresql+psycopg"))
    except exc.ArgumentError:
        raise RecordError(f"{place}: no URL; write postgresql://user@host/database, or name a file") from None


def on_connect(connection: Any, _: object) -> None:
    """Transactions begun by us alone, a log beside the file so that readers and a writer do not wait for each other."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"pragma page_size = {_PAGE}")
    cursor.execute("pragma journal_mode = wal")
    cursor.execute("pragma synchronous = normal")
    cursor.execute("pragma foreign_keys = on")
    cursor.execute("pragma cache_size = -65536")
    cursor.execute("pragma temp_store = memory")
    cursor.close()


def on_begin(connection: Connection) -> None:
    """Who will write says so at once: two that begin as readers cannot both go on to write."""
    writes = connection.get_execution_options().get("mahdar_writes")
    connection.exec_driver_sql("begin immediate" if writes else "begin")


def migrate(connection: Connection) -> None:
    """Bring the tables to the newest version."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
