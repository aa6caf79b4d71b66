"""A record keeps what it is given, once, on both kinds of databases."""

import msgspec
import pytest

import mahdar
from mahdar.minutes import Minutes
from mahdar.record.record import Record

FIRST = "التقى وزير الخارجية التركي مولود تشاووش أوغلو نظيره الروسي سيرغي لافروف في سوتشي، وقال إن بلاده ترفض العقوبات."
SECOND = "أدانت وزارة الخارجية المصرية الهجوم على السفارة، وأعلنت أنها ستستضيف محادثات الأسبوع المقبل."


def coded(text: str, name: str, **known: str) -> Minutes:
    return mahdar.code(text, published="2020-12-29", id=name, **known)


@pytest.fixture
def record(place: str) -> Record:
    return Record(place, make=True)


def test_minutes_come_back_as_they_were(record: Record) -> None:
    given = [coded(FIRST, "one"), coded(SECOND, "two", source="الصحيفة", url="http://example.org/2")]
    assert given[0].events and given[0].statements and given[0].positions
    list(record.add(given, "1"))
    assert list(record.minutes(["two", "nobody", "one"])) == [given[1], given[0]]
    assert record.names() == ["one", "two"]


def test_the_same_again_changes_nothing(record: Record) -> None:
    given = [coded(FIRST, "one")]
    list(record.add(given, "1"))
    before = record.count()
    list(record.add(given, "1"))
    assert record.count() == before
    assert (record.tally.added, record.tally.same) == (1, 1)


def test_another_text_is_a_new_version_and_the_old_is_kept(record: Record) -> None:
    list(record.add([coded(FIRST, "one"), coded(SECOND, "two")], "1"))
    list(record.add([coded(SECOND, "one")], "1"))
    assert next(record.minutes(["one"])).article.text == SECOND
    assert [(v.version, v.text) for v in record.versions("one")] == [(1, FIRST)]
    assert record.tally.changed == 1
    assert next(record.minutes(["two"])) == coded(SECOND, "two")


def test_coding_again_replaces_the_lines(record: Record) -> None:
    whole = coded(FIRST, "one")
    list(record.add([msgspec.structs.replace(whole, events=(), positions=())], "old"))
    list(record.add([whole], "new", recode=True))
    assert list(record.minutes(["one"])) == [whole]
    assert record.tally.recoded == 1
    assert record.count()["versions"] == 0


def test_articles_that_are_known_need_no_coding(record: Record) -> None:
    one, two = coded(FIRST, "one"), coded(SECOND, "two")
    list(record.add([one], "1"))
    assert list(record.unknown([(one.article, 1), (two.article, 2)])) == [2]
    changed = msgspec.structs.replace(one.article, text=SECOND)
    assert list(record.unknown([(changed, 3)])) == [3]


def test_of_two_of_one_article_in_a_batch_the_later_stays(record: Record) -> None:
    list(record.add([coded(FIRST, "one"), coded(SECOND, "one")], "1"))
    assert next(record.minutes(["one"])).article.text == SECOND


def test_everybody_has_one_row_across_articles(record: Record) -> None:
    list(record.add([coded(FIRST, "one"), coded(FIRST + " " + SECOND, "two")], "1"))
    counts = record.count()
    assert counts["article_actors"] > counts["actors"]
