"""Every table as Parquet; without pyarrow one clear line."""

import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from mahdar.errors import ExportError
from mahdar.export.parquet import write_folder
from mahdar.record.query import parse
from mahdar.record.record import Record
from mahdar.record.schema import metadata


def test_every_table_with_every_row(kept: Record, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    write_folder(kept, parse(""), tmp_path)
    for name, table in metadata.tables.items():
        read = parquet.read_table(tmp_path / f"{name}.parquet")
        with kept.database.reading() as connection:
            rows = connection.execute(select(table).order_by(*table.primary_key.columns)).all()
        assert read.column_names == [column.name for column in table.columns]
        assert [tuple(row.values()) for row in read.to_pylist()] == [tuple(row) for row in rows]


def test_without_pyarrow(kept: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match="needs pyarrow"):
        write_folder(kept, parse(""), tmp_path)
