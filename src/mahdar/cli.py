"""The command line. Only what a command needs is loaded, and only when it runs."""

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from mahdar import __version__
from mahdar.errors import MahdarError

if TYPE_CHECKING:
    from mahdar.export.text import TextMinutes
    from mahdar.ingest.problem import Problem

T = TypeVar("T")


class Format(StrEnum):
    """What `code` prints."""

    text = "text"
    json = "json"
    jsonl = "jsonl"


class Listing(StrEnum):
    """What `lexicon coverage` prints."""

    tsv = "tsv"
    json = "json"


class Script(StrEnum):
    """What script the labels are in."""

    ar = "ar"
    en = "en"


app = typer.Typer(
    help="Keep the minutes of diplomacy: who met whom, said what, did what to whom, stands where and promised what.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
lexicon_app = typer.Typer(help="Your own additions to the lexicon.", no_args_is_help=True)
app.add_typer(lexicon_app, name="lexicon")

Files = Annotated[list[str], typer.Argument(metavar="FILE...", help=".txt, .jsonl, or these with .gz; - reads JSONL.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Number of processes.")]
Own = Annotated[Path | None, typer.Option("--lexicon", metavar="DIR", help="A folder with your own additions.")]
Labels = Annotated[Script, typer.Option("--labels", help="Script of the labels in readable minutes.")]


class Complaints:
    """Messages on standard error, one line each; the exit code tells whether there were any."""

    def __init__(self) -> None:
        self.any = False

    def sift(self, items: "Iterable[T | Problem]") -> "Iterator[T]":
        """The items that are no problems; those are said."""
        from mahdar.ingest.problem import Problem

        for item in items:
            if isinstance(item, Problem):
                self.any = True
                typer.echo(f"mahdar: {item}", err=True)
            else:
                yield item

    def exit(self) -> typer.Exit:
        return typer.Exit(1 if self.any else 0)


def show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"mahdar {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    """Options of all commands."""


@app.command()
def code(
    files: Files,
    form: Annotated[Format, typer.Option("--format", "-f", help="What to print.")] = Format.text,
    jobs: Jobs = 1,
    lexicon: Own = None,
    labels: Labels = Script.en,
) -> None:
    """Code articles: print the minutes of each.

    What is wrong with the input is said on standard error, one line each; the rest is coded, and the exit code is 1.
    """
    from mahdar.export import json
    from mahdar.minutes import decode

    complaints = Complaints()
    coded = coded_lines(files, jobs, lexicon, complaints)
    if form is Format.text:
        pieces = readable(labels, lexicon).pages(map(decode, coded))
    else:
        pieces = json.lines(coded) if form is Format.jsonl else json.document(coded)
    for piece in pieces:
        sys.stdout.write(piece)
    raise complaints.exit()


@app.command()
def explain(files: Files, lexicon: Own = None, labels: Labels = Script.en) -> None:
    """Explain minutes: for each sentence the records that rest on it, and what was dropped.

    With each record stand the rule that made it, its words, its arguments and its confidence.
    """
    import mahdar
    from mahdar.coder.sentences import split
    from mahdar.export.explanation import Explanation
    from mahdar.ingest.reading import read

    complaints = Complaints()
    coder = mahdar.open_coder(lexicon)
    writer = Explanation(readable(labels, lexicon))
    thorough = getattr(coder, "explain", None)
    for number, raw in enumerate(complaints.sift(read(files))):
        minutes, dropped = thorough(raw) if thorough else (coder.code(raw), [])
        sentences = [(s.start, s.end) for s in split(minutes.article.text, coder.analyser)]
        sys.stdout.write("\n" if number else "")
        for line in writer.lines(minutes, sentences, dropped):
            sys.stdout.write(line + "\n")
    raise complaints.exit()


@app.command()
def schema() -> None:
    """Print the JSON Schema of the minutes."""
    import msgspec

    from mahdar.minutes import json_schema

    document = msgspec.json.encode(json_schema(), order="deterministic")
    sys.stdout.write(msgspec.json.format(document, indent=2).decode("utf-8") + "\n")


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


def coded_lines(files: list[str], jobs: int, lexicon: Path | None, complaints: Complaints) -> "Iterator[bytes]":
    """The minutes of the articles of files, a line each; what is wrong with any goes to the complaints."""
    from mahdar.ingest.reading import count, read
    from mahdar.progress import watched
    from mahdar.scale.processes import code_all

    return complaints.sift(watched(code_all(read(files), jobs, lexicon), lambda: count(files)))


def readable(labels: Script, lexicon: Path | None) -> "TextMinutes":
    """The writer of readable minutes; the user's own dossiers bring their labels."""
    from mahdar.export.text import TextMinutes

    own = lexicon / "dossiers.toml" if lexicon else None
    return TextMinutes(labels.value, own if own and own.is_file() else None)


def main() -> None:
    """Run the command line; an error that is ours is one line. A closed pipe is quiet: Typer sees to that."""
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app()
    except MahdarError as wrong:
        typer.echo(f"mahdar: {wrong}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
