"""Commands that code articles and print what they come to; nothing is kept."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mahdar.cli.app import app
from mahdar.cli.complaints import Complaints
from mahdar.cli.options import Files, Format, Jobs, Labels, Own, Script

if TYPE_CHECKING:
    from mahdar.export.text import TextMinutes


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


def coded_lines(files: list[str], jobs: int, lexicon: Path | None, complaints: Complaints) -> "Iterator[bytes]":
    """The minutes of the articles of files, a line each; what is wrong with any goes to the complaints."""
    from mahdar.ingest.reading import count, read
    from mahdar.progress import watched
    from mahdar.scale.processes import code_all

    return complaints.sift(watched(code_all(read(files), jobs, lexicon), lambda: count(files)))


def readable(labels: Script, lexicon: Path | None) -> "TextMinutes":
    """The writer of readable minutes; the user's own dossiers bring their labels."""
    from mahdar.export.text import TextMinutes

    return TextMinutes(labels.value, own_dossiers(lexicon))


def own_dossiers(lexicon: Path | None) -> Path | None:
    """The user's own file of dossiers, where there is one."""
    own = lexicon / "dossiers.toml" if lexicon else None
    return own if own and own.is_file() else None
