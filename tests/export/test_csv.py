"""Every table as CSV."""

import csv
from collections.abc import Callable
from pathlib import Path

from mahdar.export.csv import write_folder
from mahdar.record.query import parse
from mahdar.record.record import Record
from mahdar.record.schema import metadata


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_table_with_every_row(kept: Record, tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    write_folder(kept, parse(""), tmp_path)
    golden("events.csv", (tmp_path / "events.csv").read_text(encoding="utf-8"))
    assert {name: len(rows(tmp_path / f"{name}.csv")) for name in metadata.tables} == kept.count()


def test_a_query_chooses_articles(kept: Record, tmp_path: Path) -> None:
    write_folder(kept, parse("source:الجريدة"), tmp_path)
    (article,) = rows(tmp_path / "articles.csv")
    (minutes,) = kept.minutes(["two 2"])
    assert article["text"] == minutes.article.text
    assert {row["article_id"] for row in rows(tmp_path / "events.csv")} == {"2"}
    assert len(rows(tmp_path / "event_actors.csv")) == sum(len(e.actor) + len(e.recipient) for e in minutes.events)
    assert len(rows(tmp_path / "mentions.csv")) == sum(len(actor.mentions) for actor in minutes.actors)
