"""Every table of a record as a Parquet file, in a folder; needs pyarrow, which the extra `parquet` brings."""

from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy import BigInteger, Float, Integer, Table

from mahdar.errors import ExportError
from mahdar.export.tables import batches, tables
from mahdar.record.query import Query
from mahdar.record.record import Record


def write_folder(record: Record, query: Query, folder: Path) -> None:
    """A file for each table; with a query the rows of the articles that it finds.

    Raises `OSError`, `QueryError`, and `ExportError` where pyarrow is not installed.
    """
    arrow, parquet = library()
    for table in tables():
        schema = arrow.schema([arrow.field(c.name, kind(arrow, c.type), c.nullable) for c in table.columns])
        with parquet.ParquetWriter(folder / f"{table.name}.parquet", schema, compression="zstd") as writer:
            for rows in batches(record, table, query):
                writer.write_table(arrow.table(columns(table, rows), schema=schema))


def library() -> tuple[Any, Any]:
    """pyarrow and its part for Parquet. Raises `ExportError` where it is not installed."""
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        raise ExportError("parquet: needs pyarrow, which is not installed; pip install 'mahdar[parquet]'") from None


def columns(table: Table, rows: list[Any]) -> dict[str, list[Any]]:
    """Rows as columns by name."""
    names = [column.name for column in table.columns]
    return dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))


def kind(arrow: Any, sort: Any) -> Any:
    """Arrow's type for a column's; numbers that are no measure are counted in 64 bits."""
    if isinstance(sort, Integer | BigInteger):
        return arrow.int64()
    return arrow.float64() if isinstance(sort, Float) else arrow.string()
