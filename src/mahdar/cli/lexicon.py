"""Commands about the lexicon and a user's own additions to it."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from mahdar.cli.app import app
from mahdar.cli.coding import coded_lines
from mahdar.cli.complaints import Complaints
from mahdar.cli.options import Files, Jobs, Listing, Own
from mahdar.errors import MahdarError

lexicon_app = typer.Typer(help="Your own additions to the lexicon.", no_args_is_help=True)
app.add_typer(lexicon_app, name="lexicon")


@lexicon_app.command()
def check(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder with your own additions.")],
) -> None:
    """Check your own additions: every file is read and compiled together with the lexicon."""
    import mahdar

    mahdar.open_coder(folder)
    files = sorted(folder.rglob("*.toml"))
    for path in files:
        typer.echo(f"{path}: in order")
    if not files:
        raise MahdarError(f"{folder}: no .toml file in it; see the README for the files that a lexicon may hold")


@lexicon_app.command()
def coverage(
    files: Files,
    form: Annotated[Listing, typer.Option("--format", "-f", help="What to print.")] = Listing.tsv,
    jobs: Jobs = 1,
    lexicon: Own = None,
) -> None:
    """Code articles and list the lexicon's triggers, cues and words of stance and promise with the records that each made.

    Those that made none come first. What is wrong with the input is said as `code` says it.
    """
    import mahdar
    from mahdar.lexicon import coverage as listing
    from mahdar.minutes import decode

    complaints = Complaints()
    coded = coded_lines(files, jobs, lexicon, complaints)
    uses = listing.coverage(mahdar.open_coder(lexicon).lexicon, map(decode, coded))
    for piece in [listing.document(uses)] if form is Listing.json else listing.rows(uses):
        sys.stdout.write(piece)
    raise complaints.exit()
