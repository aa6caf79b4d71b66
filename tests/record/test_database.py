"""Databases that cannot be opened, or fail while they are used: one clear line each, and nothing lost."""

import os
import sqlite3
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

import mahdar
from mahdar.errors import RecordError
from mahdar.record.database import Database
from mahdar.record.record import Record
from mahdar.record.schema import metadata


def refused(place: object, make: bool = False) -> str:
    with pytest.raises(RecordError) as wrong:
        Record(str(place), make)
    assert "\n" not in str(wrong.value)
    return str(wrong.value)


def test_the_migrations_make_the_tables_of_the_schema(place: str) -> None:
    with Database(place, make=True).reading() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    ours = [change for change in found if "_words" not in str(change)]
    assert not ours


def test_a_record_of_an_older_version_is_brought_up_to_date(place: str) -> None:
    record = Record(place, make=True)
    list(record.add([mahdar.code("زار الوزير المصري عمان.", id="one")], "1"))
    with record.database.writing() as connection:  # as the first version left it
        connection.execute(text("drop table foreign_lines"))
        connection.execute(text("update alembic_version set version_num = '0001'"))
    record.close()
    newer = Record(place)
    assert newer.names() == ["one"]
    assert newer.count()["foreign_lines"] == 0


def test_a_record_that_is_not_there(tmp_path: Path) -> None:
    assert "no such record" in refused(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()
    assert "there is no folder" in refused(tmp_path / "no" / "none.db", make=True)
    assert "a folder" in refused(tmp_path)


def test_a_file_that_is_no_record(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("not a record at all, but some text", encoding="utf-8")
    assert "another kind of file" in refused(tmp_path / "text.db", make=True)
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("create table recipes (name text)")
    assert "no record of Mahdar's" in refused(tmp_path / "other.db", make=True)


def test_a_record_of_a_newer_version(place: str) -> None:
    database = Database(place, make=True)
    with database.writing() as connection:
        connection.execute(text("update alembic_version set version_num = '9999'"))
    database.close()
    assert "newer Mahdar" in refused(place)


def test_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "mahdar.db"
    Record(path, make=True).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
    assert "damaged" in refused(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert "permissions" in refused(tmp_path / "mahdar.db", make=True)
    finally:
        tmp_path.chmod(0o700)


def test_a_full_disk_keeps_what_was_stored(tmp_path: Path) -> None:
    path = tmp_path / "mahdar.db"
    record = Record(path, make=True)
    list(record.add([mahdar.code("زار الوزير المصري عمان.", id="one")], "1"))
    with record.database.writing() as connection:  # SQLite answers as it does on a full disk
        pages = connection.scalar(text("pragma page_count"))
        connection.execute(text(f"pragma max_page_count = {pages}"))
    with pytest.raises(RecordError, match="the disk is full; what was stored before is kept"):
        list(record.add([mahdar.code("زار الوزير المصري عمان. " * 3000, id="two")], "1"))
    record.close()
    assert Record(path).names() == ["one"]


def test_no_server_and_no_such_kind_of_database() -> None:
    assert "no PostgreSQL server answers" in refused("postgresql://mahdar@127.0.0.1:1/mahdar")
    assert "a kind of database that is not known" in refused("mysql://localhost/mahdar")


def test_a_password_is_not_shown() -> None:
    assert "secret" not in refused("postgresql://mahdar:secret@127.0.0.1:1/mahdar")


def test_a_connection_lost_in_the_middle(postgres: str, server: str) -> None:
    record = Record(postgres, make=True)
    list(record.add([mahdar.code("زار الوزير المصري عمان.", id="one")], "1"))
    with pytest.raises(RecordError, match="connection to PostgreSQL was lost"), record.database.writing() as connection:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as other:
            other.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = %s", [postgres.rsplit("/", 1)[1]]
            )
        connection.execute(text("select 1"))
    assert record.names() == ["one"]  # the next one is a new connection
