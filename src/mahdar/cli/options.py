"""Options that several commands have, and what they choose between."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """What `code` prints."""

    text = "text"
    json = "json"
    jsonl = "jsonl"


class Listing(StrEnum):
    """What `lexicon coverage` prints."""

    tsv = "tsv"
    json = "json"


class Table(StrEnum):
    """What a search prints."""

    text = "text"
    json = "json"
    csv = "csv"


class Script(StrEnum):
    """What script the labels are in."""

    ar = "ar"
    en = "en"


Files = Annotated[list[str], typer.Argument(metavar="FILE...", help=".txt, .jsonl, or these with .gz; - reads JSONL.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Number of processes.")]
Own = Annotated[Path | None, typer.Option("--lexicon", metavar="DIR", help="A folder with your own additions.")]
Labels = Annotated[Script, typer.Option("--labels", help="Script of the labels in readable minutes.")]
Place = Annotated[
    str,
    typer.Option("--record", "-r", metavar="RECORD", envvar="MAHDAR_RECORD", help="A SQLite file, or postgresql://…"),
]
