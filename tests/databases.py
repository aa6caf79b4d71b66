"""Records to test with: a SQLite file, and a PostgreSQL server of its own that is started from the installed program."""

import os
import pwd
import shutil
import socket
import subprocess
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest


def program(name: str) -> str | None:
    """Where a program of PostgreSQL's lies: on the path, or where Debian puts it."""
    found = shutil.which(name) or next(iter(sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)), None)
    return str(Path(found).resolve()) if found else None


def somebody() -> str | None:
    """Whom the server runs as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    users = {user.pw_name for user in pwd.getpwall()}
    return "postgres" if "postgres" in users else "nobody"


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a PostgreSQL server, without the name of a database."""
    initdb, postgres = program("initdb"), program("postgres")
    if initdb is None or postgres is None:
        without = pytest.fail if os.environ.get("MAHDAR_ALL_TESTS") else pytest.skip
        without("PostgreSQL is not installed (Debian: apt install postgresql)")
    user = somebody()
    folder = Path(f"/tmp/mahdar-{uuid.uuid4().hex[:12]}")  # a short path: it holds a socket
    folder.mkdir()
    if user:
        shutil.chown(folder, user)
    data = folder / "data"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    arguments = ["-D", str(data), "-U", "mahdar", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]
    subprocess.run([initdb, *arguments], check=True, stdout=subprocess.DEVNULL, user=user, cwd=folder)
    settings = ["-c", "fsync=off", "-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={folder}"]
    log = (folder / "log").open("wb")
    process = subprocess.Popen(
        [postgres, "-D", str(data), "-p", str(port), *settings], stdout=log, stderr=log, user=user, cwd=folder
    )
    url = f"postgresql://mahdar@127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                psycopg.connect(f"{url}/postgres").close()
                break
            except psycopg.OperationalError:
                if process.poll() is not None:
                    raise
                time.sleep(0.05)
        yield url
    finally:
        process.terminate()
        process.wait(30)
        log.close()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres(server: str) -> Iterator[str]:
    """The URL of an empty PostgreSQL database."""
    name = f"m{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"create database {name}")  # type: ignore[call-overload]
    yield f"{server}/{name}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"drop database {name} with (force)")  # type: ignore[call-overload]


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a record may be made, in each kind of database."""
    if request.param == "sqlite":
        return str(tmp_path / "mahdar.db")
    url: str = request.getfixturevalue("postgres")
    return url
