"""Articles that share their text are one story."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

import mahdar
from mahdar.minutes import Minutes
from mahdar.record.indexing import searched
from mahdar.record.record import Record
from mahdar.record.schema import articles
from mahdar.record.stories import SKETCH, apart, likeness, sketch
from mahdar.record.stories import grams as grams_of

COPY = (
    "أعلنت الحكومة أن الميناء سيفتح أبوابه الأسبوع المقبل بعد أشهر من الإغلاق، وأكدت أن السفن ستدخل تحت إشراف المراقبين،"
    " وأن العائدات ستودع في حساب خاص تشرف عليه لجنة مستقلة من خمسة أعضاء."
)
LONGER = COPY + " ورحبت نقابة العمال بالقرار ودعت إلى صرف الرواتب المتأخرة قبل نهاية الشهر."
ELSE = "قال وزير المالية إن الموازنة الجديدة ستعرض على البرلمان في جلسة علنية، وإن العجز فيها أقل مما كان عليه في العام الماضي."


def grams(text: str) -> set[int]:
    return grams_of(searched(text))


def paper(name: str, text: str, day: str = "2021-03-01") -> Minutes:
    return mahdar.code(text, published=day, id=name)


PAPERS = [paper("b", COPY), paper("a", LONGER, "2021-03-02"), paper("c", ELSE), paper("d", COPY, "2021-06-01")]


def stories(record: Record) -> dict[str, str]:
    """The name of the story of each article."""
    with record.database.reading() as connection:
        rows = connection.execute(select(articles.c.id, articles.c.name, articles.c.story_id)).all()
    names = {row.id: row.name for row in rows}
    return {row.name: names[row.story_id] for row in rows}


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))), ids=str)
def test_the_order_of_adding_plays_no_part(tmp_path, order: tuple[int, ...]) -> None:  # type: ignore[no-untyped-def]
    record = Record(tmp_path / "mahdar.db", make=True)
    for n in order:
        list(record.add([PAPERS[n]], "1"))
    assert stories(record) == {"a": "b", "b": "b", "c": "c", "d": "d"}


def test_on_both_kinds_of_databases(place: str) -> None:
    record = Record(place, make=True)
    list(record.add(PAPERS, "1"))
    assert stories(record) == {"a": "b", "b": "b", "c": "c", "d": "d"}


def test_a_changed_article_leaves_its_story(place: str) -> None:
    record = Record(place, make=True)
    list(record.add(PAPERS, "1"))
    list(record.add([paper("b", ELSE)], "1"))
    assert stories(record) == {"a": "a", "b": "b", "c": "b", "d": "d"}


def test_likeness() -> None:
    same = likeness(grams(COPY), grams(COPY))
    assert (same.jaccard, same.containment, same.alike) == (1, 1, True)
    longer = likeness(grams(COPY), grams(LONGER))
    assert longer.alike
    assert longer.containment > longer.jaccard
    assert not likeness(grams(COPY), grams(ELSE)).alike


def test_spelling_makes_no_difference() -> None:
    assert grams(COPY) == grams(COPY.replace("أ", "ا").replace("ة", "ه").replace("،", " -"))


def test_days_apart() -> None:
    assert apart("2021-03-01", "2021-02-27") == 2
    assert apart(None, "2021-02-27") == 0


@given(st.text())
def test_any_text_has_a_sketch(text: str) -> None:
    found = sketch(grams(text))
    assert 1 <= len(found) <= SKETCH
    assert found == sorted(found)
