"""Reading a data file."""

from pathlib import Path

import msgspec
import pytest

from mahdar.errors import DataError
from mahdar.ontology.table import read_entries, read_table


class Thing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    size: float = 0


def test_entries_in_order(tmp_path: Path) -> None:
    path = tmp_path / "things.toml"
    path.write_text('[[thing]]\nid = "b"\nsize = 1\n[[thing]]\nid = "a"\n', encoding="utf-8")
    table = read_table(path)
    assert read_entries(path, table, "thing", Thing) == (Thing("b", 1), Thing("a"))
    assert read_entries(path, table, "other", Thing) == ()


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "things.toml"
    path.write_bytes("# سوريا".encode("cp1256"))
    with pytest.raises(DataError, match=r"things\.toml: not UTF-8"):
        read_table(path)
