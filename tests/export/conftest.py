"""A small record to export, in each kind of database, and the files that are to come out."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from mahdar import __version__
from mahdar.minutes import Actor, Article, Date, Event, Label, Minutes, Place, Span, Statement
from mahdar.record import schema
from mahdar.record.record import Record

GOLDEN = Path(__file__).parent / "golden"
TEXT = "بعد اللقاء\nقالت الوكالة. اجتمع رامي الحسن بالسفيرة لينا سعد في عمّان.\nواتصل هاتفياً بوزراء السودان ولبنان."
ADDED = {"one": "2021-01-01T10:00:00+00:00", "two": "2021-01-02T11:30:05+00:00"}


def span(exact: str) -> Span:
    start = TEXT.index(exact)
    return Span(start, start + len(exact), exact)


def again() -> Minutes:
    """Another paper that tells of the meeting, and of a call between three; its title needs care."""
    minister = Actor(
        "a1", "رامي الحسن", Label("رامي الحسن", "Rami al-Hasan"), "JOR", "person", "GOV", "minister", "Q1",
        (span("رامي الحسن"),),
    )  # fmt: skip
    envoy = Actor("a2", "لينا سعد", Label(), "UNK", "person", None, "ambassador", None, (span("لينا سعد"),))
    sudan = Actor("a3", "السودان", Label("السودان", "Sudan"), "SDN", "state", None, None, None, (span("السودان"),))
    group = Actor("a4", "لبنان", Label("حزب الله", "Hezbollah"), "NSA:HEZBOLLAH", "group", "REB", None, None, ())
    body = Actor("a5", "الوكالة", Label("", "IAEA"), "IGO:IAEA", "organisation", "IGO", None, None, (span("الوكالة"),))
    nobody = Actor("a6", "مجهول", Label(), "UNK", "group", None, None, None, ())
    met = Event(
        "e1", "CONSULT", None, ("diplomatic",), "verbal-cooperation", ("a1", "a2"), (), "actual", Date("2020-12-29", "day"),
        Place("عمّان", 250441, "JOR", 31.95, 35.93), None, (span("اجتمع رامي الحسن بالسفيرة لينا سعد"),), "meet", 0.9, (),
    )  # fmt: skip
    called = Event(
        "e2", "CONSULT", "phone", (), "verbal-cooperation", ("a1", "a3", "a4"), (), "historical", Date("2020-11", "month"),
        None, None, (span("واتصل"), span("بوزراء")), "call", 0.5, ("energy",),
    )  # fmt: skip
    accused = Event(
        "e3", "ACCUSE", "allege", ("gender", "crime"), "verbal-conflict", ("a6",), ("a5",), "actual", None, None, None,
        (span("قالت"),), "say", 0.5, (),
    )  # fmt: skip
    said = Statement("s1", "a5", "direct", span("قالت"), (span("اجتمع رامي الحسن"),), ("energy",), "say", 0.9)
    article = Article("two 2", "أ\tب & ج_د\n50%", "2020-12-30", "الجريدة", "https://paper.example/a b", "ar", TEXT)
    return Minutes(article, (minister, envoy, sudan, group, body, nobody), (said,), (met, called, accused))


@pytest.fixture
def kept(place: str, minutes: Minutes) -> Iterator[Record]:
    """A record of two articles that tell of one meeting."""
    with Record(place, make=True) as record:
        list(record.add([minutes, again()], "7 lexicon"))
        with record.database.writing() as connection:
            for name, moment in ADDED.items():
                named = schema.articles.c.name.startswith(name)
                connection.execute(update(schema.articles).where(named).values(added=moment))
        yield record


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compares what was written with the file that is to come out."""

    def compare(name: str, written: str) -> None:
        assert written.replace(f"Mahdar {__version__}", "Mahdar VERSION") == (GOLDEN / name).read_text(encoding="utf-8")

    return compare
