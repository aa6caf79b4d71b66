"""Every table of a record as a CSV file with a head, in a folder. Texts keep their line breaks: spans count them."""

import csv
from pathlib import Path

from mahdar.export.tables import batches, tables
from mahdar.record.query import Query
from mahdar.record.record import Record


def write_folder(record: Record, query: Query, folder: Path) -> None:
    """A file for each table; with a query the rows of the articles that it finds. Raises `OSError`, `QueryError`."""
    for table in tables():
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow([column.name for column in table.columns])
            for rows in batches(record, table, query):
                writer.writerows(rows)
