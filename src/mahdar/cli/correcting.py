"""Commands by which an analyst corrects the lines of a record, and looks the corrections up."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mahdar.cli.app import app
from mahdar.cli.options import Place, Table

if TYPE_CHECKING:
    from mahdar.record.analyst import Analyst

correct_app = typer.Typer(help="Correct the lines of a record: accept, reject, edit, split, merge, undo.", no_args_is_help=True)
corrections_app = typer.Typer(help="What analysts corrected in a record.", no_args_is_help=True)
app.add_typer(correct_app, name="correct")
app.add_typer(corrections_app, name="corrections")

Line = Annotated[str, typer.Argument(metavar="LINE", help="A line's id, as searches show it: e42000007.")]
Who = Annotated[str, typer.Option("--who", metavar="NAME", envvar="MAHDAR_WHO", help="Who corrects.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="For what reason.")]


@correct_app.command()
def accept(line: Line, record: Place, who: Who, why: Why) -> None:
    """Say that a line is right: it stays as it is, whatever is coded later."""
    correct(record, who, why, lambda analyst: analyst.accept(line))


@correct_app.command()
def reject(line: Line, record: Place, who: Who, why: Why) -> None:
    """Say that a line is wrong: it goes, and stays away."""
    correct(record, who, why, lambda analyst: analyst.reject(line))


@correct_app.command()
def edit(
    line: Line,
    edits: Annotated[
        list[str], typer.Argument(metavar="FIELD=VALUE...", help="Other values: status=historical; see the README.")
    ],
    record: Place,
    who: Who,
    why: Why,
) -> None:
    """Give fields of a line other values."""
    correct(record, who, why, lambda analyst: analyst.edit(line, edits))


@correct_app.command()
def split(
    line: Line,
    record: Place,
    who: Who,
    why: Why,
    rest: Annotated[
        list[str] | None, typer.Argument(metavar="[LINE...|FIELD=VALUE...]", help="From which lines; or what a second line says.")
    ] = None,
) -> None:
    """Part an event from the lines of other articles that tell it (from all, or from those named), or make two of a line."""
    correct(record, who, why, lambda analyst: analyst.split(line, rest or ()))


@correct_app.command()
def merge(
    line: Line,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The line that is the same.")],
    record: Place,
    who: Who,
    why: Why,
) -> None:
    """Join two lines of an article to one, the events of two articles to one event, or their actors to one actor."""
    correct(record, who, why, lambda analyst: analyst.merge(line, other))


@correct_app.command()
def undo(
    numbers: Annotated[list[int], typer.Argument(metavar="CORRECTION...", help="Numbers of corrections.")],
    record: Place,
    who: Who,
    why: Why,
) -> None:
    """Take corrections back, the last made first."""
    for number in sorted(set(numbers), reverse=True):
        correct(record, who, why, lambda analyst, number=number: analyst.undo(number))  # type: ignore[misc]


def correct(record: str, who: str, why: str, do: "Callable[[Analyst], Sequence[int]]") -> None:
    """Correct a record, and say what the corrections' numbers are and where their lines stand."""
    from mahdar.export.changes import said
    from mahdar.record.analyst import Analyst
    from mahdar.record.corrections import read
    from mahdar.record.record import Record
    from mahdar.record.schema import corrections

    with Record(record) as kept:
        made = do(Analyst(kept, who, why))
        with kept.database.reading() as connection:
            for one in read(connection, corrections.c.id.in_(made)):
                typer.echo(said(one))


@corrections_app.command(name="list")
def list_(
    record: Place,
    article: Annotated[str | None, typer.Option("--article", metavar="ID", help="Only those of one article.")] = None,
    form: Annotated[Table, typer.Option("--format", "-f", help="What to print.")] = Table.text,
) -> None:
    """List corrections, the first made first: what was changed, by whom, when and why, and whether it still stands."""
    from mahdar.export.changes import lines
    from mahdar.record.corrections import of_articles, read
    from mahdar.record.record import Record

    with Record(record) as kept, kept.database.reading() as connection:
        found = of_articles(connection, [article]) if article else read(connection)
    for piece in lines(form.value, found):
        sys.stdout.write(piece)


@corrections_app.command()
def export(
    record: Place,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="The folder for gold.json and articles.json.")],
    whole: Annotated[bool, typer.Option("--whole", help="Only articles of which every line was looked at.")] = False,
) -> None:
    """Write the corrected articles as gold minutes: gold.json and articles.json."""
    from mahdar.evaluation.gold import write
    from mahdar.record.record import Record

    with Record(record) as kept:
        number = write(out, list(kept.minutes(kept.corrected(whole))))
    typer.echo(f"{out}: {number:,} articles", err=True)
