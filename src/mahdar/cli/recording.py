"""Commands that keep minutes in a record, and look them up there."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mahdar.cli.app import app
from mahdar.cli.coding import own_dossiers, readable
from mahdar.cli.complaints import Complaints
from mahdar.cli.options import Files, Jobs, Labels, Own, Place, Script, Table

if TYPE_CHECKING:
    from mahdar.coder.coder import RawArticle
    from mahdar.ingest.problem import Problem
    from mahdar.minutes import Article
    from mahdar.record.record import Record

Query = Annotated[list[str] | None, typer.Argument(metavar="[QUERY]", help="Words, phrases, field:value; see the README.")]
Most = Annotated[int, typer.Option("--limit", "-n", min=1, help="How many are shown, the newest first.")]
Skip = Annotated[int, typer.Option("--offset", min=0, help="How many are passed over before.")]
Shape = Annotated[Table, typer.Option("--format", "-f", help="What to print.")]


@app.command()
def add(files: Files, record: Place, jobs: Jobs = 1, lexicon: Own = None) -> None:
    """Code articles and keep their minutes in a record, which is made where there is none.

    An article that is there already is passed over; one that says something else than before becomes a new version of it.
    What is wrong with the input is said on standard error, one line each; the rest is kept, and the exit code is 1.
    """
    from mahdar.ingest.reading import read
    from mahdar.record.record import Record

    complaints = Complaints()
    with Record(record, True, own_dossiers(lexicon)) as kept:
        store(kept, kept.unknown(cleaned(read(files), lexicon, complaints)), jobs, lexicon, complaints)
        typer.echo(f"{kept.name}: {kept.tally}", err=True)
    raise complaints.exit()


@app.command()
def recode(record: Place, jobs: Jobs = 1, lexicon: Own = None) -> None:
    """Code the articles of a record again with this version of Mahdar, where another version or lexicon coded them."""
    from mahdar.coder.coder import RawArticle
    from mahdar.record.record import Record

    complaints = Complaints()
    with Record(record, dossiers=own_dossiers(lexicon)) as kept:
        stale = kept.coded_otherwise(coded_by(lexicon))
        again = (RawArticle(a.text, a.id, a.title, a.published, a.source, a.url) for a in kept.articles(stale))
        store(kept, again, jobs, lexicon, complaints, recode=True)
        typer.echo(f"{kept.name}: {kept.tally}", err=True)
    raise complaints.exit()


def store(
    kept: "Record",
    articles: "Iterable[RawArticle]",
    jobs: int,
    lexicon: Path | None,
    complaints: Complaints,
    recode: bool = False,
) -> None:
    """Code articles and store their minutes as they come."""
    from mahdar.minutes import decode
    from mahdar.progress import watched
    from mahdar.scale.processes import code_all

    coded = map(decode, complaints.sift(code_all(articles, jobs, lexicon)))
    for _ in watched(kept.add(coded, coded_by(lexicon), recode), lambda: None):
        pass


def cleaned(
    items: "Iterable[RawArticle | Problem]", lexicon: Path | None, complaints: Complaints
) -> "Iterator[tuple[Article, RawArticle]]":
    """Articles as the coder will clean them, each with what it was read from."""
    import mahdar

    coder = mahdar.open_coder(lexicon)
    for raw in complaints.sift(items):
        yield coder.article(raw), raw


def coded_by(lexicon: Path | None) -> str:
    """Which Mahdar codes, with which lexicon."""
    import mahdar

    return f"{mahdar.__version__} {mahdar.open_coder(lexicon).lexicon.version[:12]}"


def searcher(kind: str, does: str) -> Callable[..., None]:
    """The command that looks for lines of a kind."""

    def command(
        record: Place,
        query: Query = None,
        form: Shape = Table.text,
        limit: Most = 20,
        offset: Skip = 0,
        labels: Labels = Script.en,
    ) -> None:
        look_up(kind, record, query, form, limit, offset, labels)

    command.__doc__ = does
    return command


for _name, _kind, _does in (
    ("search", "article", "Find articles in a record."),
    ("statements", "statement", "Find statements in a record: who said what."),
    ("events", "event", "Find events in a record: who did what to whom."),
    ("positions", "position", "Find positions in a record: who stands where."),
    ("commitments", "commitment", "Find commitments in a record: who promised what."),
):
    app.command(name=_name)(searcher(_kind, _does))


@app.command()
def offices(
    record: Place, query: Query = None, form: Shape = Table.text, limit: Most = 20, offset: Skip = 0, labels: Labels = Script.en
) -> None:
    """Say who held which office when, as the articles of a record call people, with the words that say so."""
    from mahdar.export.findings import Findings
    from mahdar.record.offices import tenures
    from mahdar.record.query import parse
    from mahdar.record.record import Record

    asked = parse(" ".join(query or ()))
    with Record(record) as kept, kept.database.reading() as connection:
        found = tenures(connection, asked, limit, offset)
    for line in Findings(readable(labels, None)).offices(form.value, found):
        sys.stdout.write(line)


@app.command()
def course(record: Place, query: Query = None, form: Shape = Table.text, labels: Labels = Script.en) -> None:
    """Follow positions over time, the earliest first, and mark who moved: `mahdar course dossier:syria actor:TUR`."""
    from mahdar.export.findings import Findings
    from mahdar.record.course import course
    from mahdar.record.query import parse
    from mahdar.record.record import Record

    asked = parse(" ".join(query or ()))
    with Record(record) as kept:
        found = course(kept.database, asked)
    for line in Findings(readable(labels, None)).course(form.value, found):
        sys.stdout.write(line)


def look_up(kind: str, record: str, words: list[str] | None, form: Table, limit: int, offset: int, labels: Script) -> None:
    """Print what a record holds on a query."""
    from mahdar.export.findings import Findings
    from mahdar.record.query import parse
    from mahdar.record.record import Record
    from mahdar.record.search import count, find

    query = parse(" ".join(words or ()))
    with Record(record) as kept:
        found = find(kept.database, kind, query, limit, offset)
        number = count(kept.database, kind, query) if form is Table.text else len(found)
    for line in Findings(readable(labels, None)).lines(form.value, kind, found, number):
        sys.stdout.write(line)
