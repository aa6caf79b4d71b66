"""The command line. Only what a command needs is loaded, and only when it runs."""

import sys
from typing import Annotated

import typer

from mahdar import __version__
from mahdar.errors import MahdarError

app = typer.Typer(
    help="Keep the minutes of diplomacy: who met whom, said what, did what to whom, stands where and promised what.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"mahdar {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    """Options of all commands."""


def main() -> None:
    """Run the command line; an error that is ours is one line. A closed pipe is quiet: Typer sees to that."""
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app()
    except MahdarError as wrong:
        typer.echo(f"mahdar: {wrong}", err=True)
        sys.exit(1)
