"""What keeping an archive in a record costs: time against coding, size against the texts, and how fast queries answer.

    python bench/keep_archive.py [archive.jsonl] [--articles N] [--record PLACE]

First the archive is coded and stored, on one core: storing with all that belongs to it (full text, stories, merging of
events) as a share of the time that coding takes. Then a record of N articles is made, by varying dates and names of the
coded ones, and its size and its queries are measured. Without an archive, articles are generated. `--record` names a
file or a PostgreSQL database that is empty; a temporary file is used without it.
"""

import argparse
import datetime
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from sqlalchemy import text

import mahdar
from mahdar.ingest.problem import Problem
from mahdar.ingest.reading import read_file
from mahdar.minutes import Actor, Date, Minutes, Span, decode
from mahdar.record.query import parse
from mahdar.record.record import Record
from mahdar.record.search import find
from mahdar.scale.processes import code_all

sys.path.insert(0, str(Path(__file__).parent.parent))
from bench.code_archive import generated

MOST_OF_CODING = 0.25
MOST_OF_TEXT = 1.6
MOST_OF_A_ROW = 400  # bytes
MOST_MILLISECONDS = 60
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_SHIFTED = [str.maketrans(_LETTERS, _LETTERS[n:] + _LETTERS[:n]) for n in range(len(_LETTERS))]
_EVERY = 17  # days between two copies of an article

QUERIES = (
    ("event", ""),
    ("statement", ""),
    ("event", "dossier:iran-nuclear"),
    ("event", "dyad:USA-IRN"),
    ("statement", "actor:SAU"),
    ("statement", "actor:كيري"),
    ("article", "الهدنة"),
    ("statement", "الاتفاق النووي"),
    ("event", "type:CONSULT since:2016 until:2016-06"),
    ("position", "stance:against dossier:yemen"),
)


def vary(minutes: Minutes, copy: int) -> Minutes:
    """An article's minutes as another's: persons of other names, another day, the same places in the text."""
    if copy == 0:
        return minutes
    letters = _SHIFTED[copy % len(_SHIFTED)]
    people = {actor.id for actor in minutes.actors if actor.kind == "person"}
    words = list(minutes.article.text)
    for actor in minutes.actors:
        if actor.id in people:
            for span in actor.mentions:
                words[span.start : span.end] = list("".join(words[span.start : span.end]).translate(letters))
    whole = "".join(words)

    def again(found: Span) -> Span:
        return Span(found.start, found.end, whole[found.start : found.end])

    def spans(found: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(map(again, found))

    def moved(day: str | None) -> str | None:
        return day and (datetime.date.fromisoformat(day) + datetime.timedelta(days=_EVERY * copy)).isoformat()

    def dated(date: Date | None) -> Date | None:
        return date and (Date(moved(date.value) or "", "day") if date.precision == "day" else date)

    def named(actor: Actor) -> Actor:
        other = msgspec.structs.replace(actor, mentions=spans(actor.mentions))
        if actor.id not in people:
            return other
        label = msgspec.structs.replace(actor.label, ar=actor.label.ar.translate(letters))
        return msgspec.structs.replace(other, name=actor.name.translate(letters), label=label)

    change = msgspec.structs.replace
    article = minutes.article
    return Minutes(
        change(article, id=f"{article.id}-{copy}", published=moved(article.published), url=None, text=whole),
        tuple(map(named, minutes.actors)),
        tuple(change(s, cue=s.cue and again(s.cue), content=spans(s.content)) for s in minutes.statements),
        tuple(change(e, date=dated(e.date), evidence=spans(e.evidence)) for e in minutes.events),
        tuple(change(p, evidence=again(p.evidence)) for p in minutes.positions),
        tuple(change(c, what=again(c.what), due=dated(c.due)) for c in minutes.commitments),
        minutes.dossiers,
    )


def coded(archive: Path) -> tuple[list[Minutes], float]:
    """The minutes of an archive, and the seconds of the processor that coding them took."""
    mahdar.open_coder()
    begun = time.process_time()
    lines = [line for line in code_all(read_file(archive)) if not isinstance(line, Problem)]
    return [decode(line) for line in lines], time.process_time() - begun


def stored(place: str, minutes: Iterator[Minutes]) -> float:
    """Seconds of the processor that storing takes."""
    begun = time.process_time()
    with Record(place, make=True) as record:
        for _ in record.add(minutes, "bench"):
            pass
    return time.process_time() - begun


def grown(minutes: list[Minutes], number: int) -> Iterator[Minutes]:
    """So many articles, each day's together, as an archive grows."""
    for n in range(number):
        yield vary(minutes[n % len(minutes)], n // len(minutes))


def size(record: Record) -> tuple[int, int, int]:
    """Bytes of the record, bytes of the texts in it, rows of its other tables."""
    counts = record.count()
    rows = sum(number for table, number in counts.items() if table != "articles")
    with record.database.writing() as connection:
        sqlite = connection.dialect.name == "sqlite"
        texts = connection.scalar(
            text(f"select sum({'length(cast(text as blob))' if sqlite else 'octet_length(text)'}) from articles")
        )
        if sqlite:
            pages = connection.scalar(text("select page_count * page_size from pragma_page_count(), pragma_page_size()"))
        else:
            pages = connection.scalar(text("select pg_database_size(current_database())"))
    return int(pages or 0), int(texts or 0), rows


def timed(record: Record, kind: str, query: str, rounds: int = 15) -> float:
    """Milliseconds of a query's first page, at the median."""
    asked = parse(query)
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        find(record.database, kind, asked, limit=20)
        times.append(1000 * (time.perf_counter() - begun))
    return statistics.median(times)


def verdict(kept: bool) -> str:
    return "kept" if kept else "NOT KEPT"


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("archive", nargs="?", type=Path)
    ask.add_argument("--articles", type=int, default=100_000)
    ask.add_argument("--record", default="")
    args = ask.parse_args()
    random.seed(1)
    with tempfile.TemporaryDirectory() as folder:
        there = args.archive is not None and args.archive.is_file()
        archive = args.archive if there else generated(Path(folder) / "generated.jsonl")
        minutes, coding = coded(archive)
        storing = stored(str(Path(folder) / "first.db"), iter(minutes))
        share = storing / coding
        print(f"storing: {len(minutes):,} articles, {storing:.2f} s to {coding:.2f} s of coding")
        print(f"share:   {share:.2f}   (limit {MOST_OF_CODING})   {verdict(share <= MOST_OF_CODING)}")
        if not args.articles:
            return
        place = args.record or str(Path(folder) / "grown.db")
        spent = stored(place, grown(minutes, args.articles))
        with Record(place) as record:
            held, texts, rows = size(record)
            most = MOST_OF_TEXT * texts + MOST_OF_A_ROW * rows
            print(f"record:  {args.articles:,} articles in {spent:.0f} s")
            print(f"size:    {held / 1e6:,.0f} MB, {texts / 1e6:,.0f} MB of text, {rows:,} rows")
            print(f"size:    {held / most:.2f} of what is allowed   {verdict(held <= most)}")
            for kind, query in QUERIES:
                took = timed(record, kind, query)
                kept = verdict(took <= MOST_MILLISECONDS)
                print(f"query:   {took:6.1f} ms   (limit {MOST_MILLISECONDS})   {kept:8}   {kind}s {query}")


if __name__ == "__main__":
    main()
