"""Who held which office when, as the articles say."""

import pytest

import mahdar
from mahdar.errors import QueryError
from mahdar.record.offices import Tenure, sentence, tenures
from mahdar.record.query import parse
from mahdar.record.record import Record

DAYS = {
    "2021-02-01": "قال وزير الخارجية العماني رائد السالمي إن بلاده ترحب بالاتفاق.",
    "2020-01-01": "وصل السفير العماني رائد السالمي إلى طهران. والتقى السالمي وزير الطاقة.",
    "2021-06-01": "زار وزير الخارجية العماني رائد السالمي عمان.",
}


@pytest.fixture
def record(place: str) -> Record:
    made = Record(place, make=True)
    list(made.add((mahdar.code(text, published=day, id=day) for day, text in DAYS.items()), "1"))
    return made


def asked(record: Record, query: str) -> list[Tenure]:
    with record.database.reading() as connection:
        return tenures(connection, parse(query))


def test_offices_with_their_days_and_words(record: Record) -> None:
    found = {tenure.office: tenure for tenure in asked(record, "actor:السالمي")}
    minister = found["foreign-minister"]
    assert (minister.name, minister.code, minister.first, minister.last, minister.articles) == (
        "رائد السالمي",
        "OMN",
        "2021-02-01",
        "2021-06-01",
        2,
    )
    assert minister.article == "2021-02-01"
    assert minister.evidence == DAYS["2021-02-01"].rstrip(".")
    assert found["ambassador"].last == "2020-01-01"
    assert found["ambassador"].evidence == "وصل السفير العماني رائد السالمي إلى طهران"


def test_by_state_and_day(record: Record) -> None:
    assert {tenure.office for tenure in asked(record, "country:OMN since:2021")} == {"foreign-minister"}
    assert asked(record, "country:EGY") == []


def test_what_says_nothing_about_offices(record: Record) -> None:
    with pytest.raises(QueryError, match="says nothing about offices"):
        asked(record, "type:CONSULT")


def test_a_sentence() -> None:
    assert sentence("قال. زار الوزير عمان! ثم غادر", 8) == "زار الوزير عمان"
    assert sentence("بلا نهاية", 2) == "بلا نهاية"
