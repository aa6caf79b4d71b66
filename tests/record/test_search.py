"""What is looked for is found, on both kinds of databases, whatever its spelling."""

from pathlib import Path

import pytest

import mahdar
from mahdar.errors import QueryError
from mahdar.record.query import parse
from mahdar.record.record import Record
from mahdar.record.search import Hit, count, find

ARTICLES = {
    "talks": (
        "2020-12-29",
        "التقى وزير الخارجية التركي مولود تشاووش أوغلو نظيره الروسي سيرغي لافروف في سوتشي."
        " وقال لافروف إن موسكو ستواصل العمل من أجل الهدنة في سورية.",
    ),
    "release": ("2020-12-10", "أُفرج عن الصحفي في مدينة حلب السورية بعد أسبوع."),
    "condemned": (
        "2021-01-05",
        "أدانت وزارة الخارجية المصرية الهجوم على السفارة الليبية في الخرطوم. ورفضت القاهرة العقوبات على السودان.",
    ),
}


@pytest.fixture
def record(place: str) -> Record:
    made = Record(place, make=True)
    coded = (mahdar.code(text, published=day, id=name, source="الصحيفة") for name, (day, text) in ARTICLES.items())
    list(made.add(coded, "1"))
    return made


def found(record: Record, query: str, kind: str = "article") -> list[str]:
    hits = find(record.database, kind, parse(query))
    assert count(record.database, kind, parse(query)) == len(hits)
    return [hit.minutes.article.id for hit in hits]


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("", ["condemned", "talks", "release"]),
        ("المدينة", ["release"]),
        ("لمدينتنا", ["release"]),
        ("سوريا", ["talks", "release"]),
        ("سورية", ["talks", "release"]),
        ("افرج", ["release"]),
        ("أفرج", ["release"]),
        ("ولافروف", ["talks"]),
        ("الهدنة سوريا", ["talks"]),
        ('"الهدنة في سوريا"', ["talks"]),
        ('"سوريا في الهدنة"', []),
        ("سوريا -الهدنة", ["release"]),
        ("since:2020-12-15", ["condemned", "talks"]),
        ("until:2020-12", ["talks", "release"]),
        ("until:2020-12-10", ["release"]),
        ("source:الصحيفة", ["condemned", "talks", "release"]),
        ("-source:الصحيفة", []),
        ("article:talks,release", ["talks", "release"]),
        ("country:RUS", ["talks"]),
        ("actor:لافروف", ["talks"]),
        ("actor:Lavrov", ["talks"]),
        ("dossier:syria", ["talks", "release"]),
        ("dossier:arab-mashreq", ["talks", "release"]),
    ],
)
def test_articles(record: Record, query: str, articles: list[str]) -> None:
    assert found(record, query) == articles


@pytest.mark.parametrize(
    ("query", "types"),
    [
        ("dyad:RUS-TUR", ["CONSULT"]),
        ("dyad:TUR-RUS", ["CONSULT"]),
        ("dyad:EGY-RUS", []),
        ("type:accuse,consult country:EGY", ["ACCUSE"]),
        ("quad:verbal-cooperation since:2020-12-20", ["CONSULT"]),
        ("لافروف سوتشي", ["CONSULT"]),
        ("status:negated", []),
    ],
)
def test_events(record: Record, query: str, types: list[str]) -> None:
    hits = find(record.database, "event", parse(query))
    assert [hit.line.type for hit in hits if hit.line] == types  # type: ignore[union-attr]


def test_statements_positions_and_commitments(record: Record) -> None:
    assert found(record, "actor:RUS الهدنة", "statement") == ["talks"]
    assert set(found(record, "stance:against actor:EGY", "position")) == {"condemned"}
    assert found(record, "actor:RUS strength:vow", "commitment") == ["talks"]


def test_the_words_of_a_hit_stand_in_its_article(record: Record) -> None:
    hits: list[Hit] = [h for kind in ("statement", "event") for h in find(record.database, kind, parse(""))]
    assert hits
    assert all(part in hit.minutes.article.text for hit in hits for part in hit.exact().split(" … "))


def test_a_field_that_says_nothing_about_a_line(record: Record) -> None:
    with pytest.raises(QueryError, match="`stance:` says nothing about events"):
        find(record.database, "event", parse("stance:for"))


def test_pages(record: Record) -> None:
    pages = [find(record.database, "article", parse(""), limit=2, offset=n)[0].minutes.article.id for n in range(2)]
    assert pages == ["condemned", "talks"]


def test_a_replaced_article_is_found_by_its_new_words_only(record: Record) -> None:
    list(record.add([mahdar.code("زار الرئيس التونسي الجزائر.", published="2021-02-01", id="talks")], "1"))
    assert found(record, "الجزائر") == ["talks"]
    assert found(record, "سوتشي") == []
    assert found(record, "لافروف", "event") == []


def test_a_record_is_a_file(tmp_path: Path) -> None:
    """Every table opens with the library that comes with Python."""
    import sqlite3

    path = tmp_path / "mahdar.db"
    Record(path, make=True).close()
    with sqlite3.connect(path) as plain:
        tables = {name for (name,) in plain.execute("select name from sqlite_master where type = 'table'")}
    assert {"articles", "actors", "mentions", "statements", "events", "event_actors", "corrections"} <= tables
