"""Commands that write a record in the formats of others, and take their files in."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mahdar.cli.app import app
from mahdar.cli.complaints import Complaints
from mahdar.cli.options import Place
from mahdar.cli.recording import Query

if TYPE_CHECKING:
    from mahdar.ingest.plover import Imported
    from mahdar.record.record import Record


class Target(StrEnum):
    """What a record can be written as; each is a module of `mahdar.export`."""

    plover = "plover"
    polecat = "polecat"
    icews = "icews"
    gdelt = "gdelt"
    gdelt_mentions = "gdelt-mentions"
    csv = "csv"
    parquet = "parquet"
    annotation = "annotation"
    quotation = "quotation"
    brat = "brat"
    bibtex = "bibtex"
    ris = "ris"


class Source(StrEnum):
    """What can be taken in."""

    plover = "plover"


Format = Annotated[Target, typer.Argument(metavar="FORMAT", help=", ".join(Target))]
Out = Annotated[str, typer.Option("--out", "-o", metavar="F", help="A file (- is standard output), or a folder for some.")]


@app.command()
def export(form: Format, record: Place, query: Query = None, out: Out = "-") -> None:
    """Write a record, or what a query finds in it, in a format of others; docs/exports.md has the columns.

    `csv`, `parquet` and `brat` make a folder, the others a file.
    """
    from importlib import import_module

    from mahdar.export.output import into_file, into_folder
    from mahdar.record.query import parse
    from mahdar.record.record import Record

    asked = parse(" ".join(query or ()))
    writer = import_module(f"mahdar.export.{form.value.replace('-', '_')}")
    with Record(record) as kept:
        if hasattr(writer, "write_folder"):
            into_folder(out, form.value, lambda folder: writer.write_folder(kept, asked, folder))
        else:
            into_file(out, writer.write(kept, asked), newline=getattr(writer, "NEWLINE", "\n"))


@app.command(name="import")
def take_in(
    form: Annotated[Source, typer.Argument(metavar="FORMAT", help=", ".join(Source))],
    file: Annotated[str, typer.Argument(metavar="F", help="A file, which may end in .gz; - is standard input.")],
    record: Place,
) -> None:
    """Take events of a file into a record, which is made where there is none.

    A PLOVER file that Mahdar wrote comes back as it was; one of others as events without spans, with all that it says.
    """
    from mahdar.ingest.plover import read
    from mahdar.ingest.reading import open_binary
    from mahdar.record.record import Record

    complaints = Complaints()
    if file != "-" and not Path(file).is_file():
        raise typer.BadParameter(f"{file}: no such file")
    stream = sys.stdin.buffer if file == "-" else open_binary(Path(file))
    with stream, Record(record, True) as kept:
        keep(kept, list(complaints.sift(read(stream, "standard input" if file == "-" else file))))
        typer.echo(f"{kept.name}: {kept.tally}", err=True)
    raise complaints.exit()


def keep(kept: "Record", found: "list[Imported]") -> None:
    """Store what was taken in, under the name of who coded it."""
    foreign = {one.minutes.article.id: one.foreign for one in found}
    for coder in dict.fromkeys(one.coded_by for one in found):
        for _ in kept.add((one.minutes for one in found if one.coded_by == coder), coder, foreign=foreign):
            pass
