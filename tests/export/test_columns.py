"""docs/exports.md has every format with its columns, in their order."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from mahdar.cli.exporting import Target
from mahdar.export.plover import ENTITY
from mahdar.record.schema import metadata

DOCS = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", DOCS, re.MULTILINE | re.DOTALL))


def columns(section: str, head: str) -> list[str]:
    """The first cells of the table with a head."""
    table = section.split(f"| {head} |")[1].split("\n\n")[0]
    return re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)


def test_every_format_has_a_section() -> None:
    assert {name for section in SECTIONS for name in section.split(", ")} == {target.value for target in Target}


@pytest.mark.parametrize("form", ["plover", "polecat", "icews", "gdelt", "gdelt-mentions", "bibtex", "ris"])
def test_columns(form: str) -> None:
    assert columns(SECTIONS[form], "column") == list(import_module(f"mahdar.export.{form.replace('-', '_')}").COLUMNS)


def test_entities() -> None:
    assert columns(SECTIONS["plover"], "entity field") == list(ENTITY)


def test_tables() -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \|", SECTIONS["csv, parquet"], re.MULTILINE)
    documented = {name: re.findall(r"`(\w+)`", cells) for name, cells in rows}
    assert documented == {name: [column.name for column in table.columns] for name, table in metadata.tables.items()}
