"""The house: arrows between the rooms run down only, and every file is named after a noun."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import mahdar

PACKAGE = Path(mahdar.__file__).parent
FLOORS = [
    {"cli", "progress", "web", "scale"},
    {"record", "export", "ingest", "coder", "evaluation"},
    {"lexicon"},
    {"languages", "actors", "places", "ontology"},
    {"minutes", "errors"},
]
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}


def rooms_imported(path: Path) -> Iterator[str]:
    """The rooms that a file imports from, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        for name in names:
            if name.startswith("mahdar."):
                yield name.split(".")[1]


FILES = [path for path in sorted(PACKAGE.rglob("*.py")) if path != PACKAGE / "__init__.py"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_arrows_run_down(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    above = {other for other in rooms_imported(path) if FLOOR[other] < FLOOR[room]}
    assert not above, f"{room} imports {above}"


def test_the_coder_knows_no_files_and_no_exports() -> None:
    for path in (PACKAGE / "coder").glob("*.py"):
        assert {"ingest", "export", "record", "scale"}.isdisjoint(rooms_imported(path)), path


def test_a_language_pack_imports_nothing_of_the_coder() -> None:
    for path in (PACKAGE / "languages").rglob("*.py"):
        assert {"coder", "lexicon"}.isdisjoint(rooms_imported(path)), path


def test_no_room_for_odds_and_ends() -> None:
    assert not [p for p in FILES if p.stem in ("utils", "util", "helpers", "common", "misc")]
