"""What several papers tell is one event, in whatever order they are added, and what is not stays apart."""

import itertools

import msgspec
import pytest

import mahdar
from mahdar.export.findings import disagreement
from mahdar.minutes import Minutes
from mahdar.record.merge import Told, compare, groups, overlap
from mahdar.record.query import parse
from mahdar.record.record import Record
from mahdar.record.search import Hit, count, find

TALKS = "التقى وزير الخارجية التركي مولود تشاووش أوغلو نظيره الروسي سيرغي لافروف في سوتشي اليوم الثلاثاء."
AGAIN = "في سوتشي اجتمع لافروف مع نظيره التركي مولود تشاووش أوغلو، أمس الثلاثاء، وبحث وزير الخارجية الروسي معه الأزمة."
OTHER = "التقى وزير الخارجية التركي مولود تشاووش أوغلو نظيره المصري سامح شكري في القاهرة اليوم الثلاثاء."
LATER = "التقى وزير الخارجية التركي مولود تشاووش أوغلو نظيره الروسي سيرغي لافروف في موسكو."


def paper(name: str, text: str, day: str) -> Minutes:
    return mahdar.code(text, published=day, id=name, source=f"صحيفة {name}")


PAPERS = [
    paper("a", TALKS, "2020-12-29"),
    paper("b", AGAIN, "2020-12-30"),
    paper("c", OTHER, "2020-12-29"),
    paper("d", LATER, "2021-01-20"),
]


def meetings(record: Record) -> list[Hit]:
    return find(record.database, "event", parse("type:CONSULT"))


def told_by(record: Record) -> list[list[str]]:
    return sorted(sorted(one.minutes.article.id for one in (hit, *hit.others)) for hit in meetings(record))


def test_two_papers_one_event(place: str) -> None:
    record = Record(place, make=True)
    list(record.add(PAPERS, "1"))
    assert told_by(record) == [["a", "b"], ["c"], ["d"]]
    assert count(record.database, "event", parse("type:CONSULT")) == 3
    assert [
        hit.minutes.article.id for hit in find(record.database, "event", parse("type:CONSULT source:'صحيفة b'".replace("'", '"')))
    ] == ["a"]


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))), ids=str)
def test_the_order_of_adding_plays_no_part(tmp_path, order: tuple[int, ...]) -> None:  # type: ignore[no-untyped-def]
    record = Record(tmp_path / "mahdar.db", make=True)
    for n in order:
        list(record.add([PAPERS[n]], "1"))
    assert told_by(record) == [["a", "b"], ["c"], ["d"]]
    assert all(hit.minutes.article.id == "a" for hit in meetings(record) if hit.others)


def test_a_changed_article_leaves_its_events(place: str) -> None:
    record = Record(place, make=True)
    list(record.add(PAPERS[:2], "1"))
    list(record.add([paper("a", OTHER, "2020-12-29")], "1"))
    assert told_by(record) == [["a"], ["b"]]


def test_what_they_disagree_on_is_kept(place: str) -> None:
    record = Record(place, make=True)
    list(record.add([PAPERS[0], paper("b", TALKS.replace("سوتشي", "موسكو"), "2020-12-29")], "1"))
    (hit,) = [hit for hit in meetings(record) if hit.others]
    assert disagreement(hit)["place"] == ["سوتشي", "موسكو"]


EVENT = Told(
    id=1_000_001, article=1, order=("2020-12-29", "a", 1), type="CONSULT", mode=None, status="actual", date=None, day=737788,
    known_day=False, place=None, country=None, actors=frozenset({"RUS", "TUR"}), recipients=frozenset(), people=frozenset({1, 2}),
    words=frozenset({"لق", "وزير", "خارج"}),
)  # fmt: skip


def like(**other: object) -> bool:
    changed = msgspec.structs.replace(EVENT, **({"id": 2_000_001, "article": 2} | other))
    found, turned = compare(EVENT, changed), compare(changed, EVENT)
    assert found == turned
    return found is not None


def test_likeness() -> None:
    assert like()
    assert like(day=737789)
    assert not like(day=737793)
    assert not like(type="AGREE")
    assert not like(status="negated")
    assert not like(actors=frozenset({"EGY", "LBY"}))
    assert not like(actors=frozenset({"RUS", "EGY"}))
    assert like(actors=frozenset({"RUS", "TUR", "EGY"}))
    assert not like(words=frozenset({"شيء", "آخر"}), people=frozenset({7}))
    assert not like(id=1_000_002, article=1)


def test_every_pair_has_its_reasons() -> None:
    found = compare(EVENT, msgspec.structs.replace(EVENT, id=2_000_001, article=2), copied=True)
    assert found is not None
    assert "the same day" in found.reasons
    assert "one story" in found.reasons


def test_groups_need_more_than_a_chain() -> None:
    told = [msgspec.structs.replace(EVENT, id=n * 1_000_000 + 1, article=n, order=("", str(n), 1)) for n in range(1, 5)]
    ids = [event.id for event in told]
    chain = dict.fromkeys(itertools.pairwise(ids), 0.65)
    assert len(groups(told, chain)) == 2
    assert len(groups(told, dict.fromkeys(itertools.combinations(ids, 2), 0.9))) == 1


def test_overlap() -> None:
    assert overlap(frozenset("ab"), frozenset("ab")) == 1
    assert overlap(frozenset("ab"), frozenset("bc")) == pytest.approx(1 / 3)
    assert overlap(frozenset("a"), frozenset("abcd"), smaller=True) == pytest.approx((0.25 + 1) / 2)
    assert overlap(frozenset(), frozenset("a")) == 0


def test_an_analysts_choice_stands_against_what_speaks_for_it() -> None:
    told = [msgspec.structs.replace(EVENT, id=n * 1_000_000 + 1, article=n, order=("", str(n), 1)) for n in range(1, 5)]
    one, two, three, four = (event.id for event in told)
    alike = dict.fromkeys(itertools.combinations((one, two, three), 2), 0.9)

    def made(choices: dict[tuple[int, int], bool]) -> list[list[int]]:
        return [[event.id for event in group] for group in groups(told, alike, choices)]

    assert made({}) == [[one, two, three], [four]]
    assert made({(one, four): True}) == [[one, two, three, four]]
    assert made({(one, two): False, (one, three): False}) == [[one], [two, three], [four]]
    assert made({(one, two): False, (one, three): False, (three, four): True}) == [[one], [two, three, four]]
    assert made({(one, two): False, (one, three): True, (two, three): True})[0] == [one, three]  # what is parted goes first
