"""Corrections hold for what is found, survive coding again and new versions, part and join events, and can be undone."""

import contextlib
import itertools
import random
from typing import Any

import msgspec
import pytest
from sqlalchemy import select

import mahdar
from mahdar.errors import RecordError
from mahdar.minutes import Minutes
from mahdar.record import corrections, schema
from mahdar.record.analyst import Analyst
from mahdar.record.draft import Correction
from mahdar.record.query import parse
from mahdar.record.record import Record
from mahdar.record.search import Hit, find

FIRST = "التقى وزير الخارجية التركي مولود تشاووش أوغلو نظيره الروسي سيرغي لافروف في سوتشي، وقال إن بلاده ترفض العقوبات."
TALKS = "التقى وزير الخارجية التركي مولود تشاووش أوغلو نظيره الروسي سيرغي لافروف في سوتشي اليوم الثلاثاء."
AGAIN = "في سوتشي اجتمع لافروف مع نظيره التركي مولود تشاووش أوغلو، أمس الثلاثاء، وبحث وزير الخارجية الروسي معه الأزمة."
APART = "التقى وزير الخارجية التركي مولود تشاووش أوغلو نظيره المصري سامح شكري في القاهرة اليوم الثلاثاء."


def coded(text: str, name: str = "one", day: str = "2020-12-29") -> Minutes:
    return mahdar.code(text, published=day, id=name, source=f"صحيفة {name}")


def without(minutes: Minutes, **changed: Any) -> Minutes:
    """As another version of the coder might make them."""
    return msgspec.structs.replace(minutes, **changed)


@pytest.fixture
def record(place: str) -> Record:
    kept = Record(place, make=True)
    list(kept.add([coded(FIRST)], "1"))
    return kept


def analyst(record: Record) -> Analyst:
    return Analyst(record, "ريما", "قرأت الخبر")


def hits(record: Record, kind: str, query: str = "") -> list[Hit]:
    return find(record.database, kind, parse(query), 99)


def meeting(record: Record, article: str = "one") -> Hit:
    (hit,) = (hit for hit in every(record) if hit.minutes.article.id == article and hit.line and hit.line.type == "CONSULT")
    return hit


def every(record: Record) -> list[Any]:
    """All lines that tell events, those that others tell first too."""
    return [one for hit in hits(record, "event") for one in (hit, *hit.others)]


def listed(record: Record) -> list[Correction]:
    with record.database.reading() as connection:
        return corrections.read(connection)


def whole(record: Record) -> dict[str, Any]:
    """What the record holds of articles, and of their lines who corrected them."""
    tables = (schema.statements, schema.events, schema.positions, schema.commitments, schema.article_actors)
    with record.database.reading() as connection:
        origins = [connection.execute(select(table.c.id, table.c.origin).order_by(table.c.id)).all() for table in tables]
        same = connection.execute(select(schema.events.c.id, schema.events.c.same_as).order_by(schema.events.c.id)).all()
    return {"minutes": list(record.minutes(record.names())), "origins": origins, "same": same}


def test_an_edit_holds_for_searches_and_is_marked(record: Record) -> None:
    line = meeting(record).id
    analyst(record).edit(f"e{line}", ["status=historical", "date=2020-11", "recipient=EGY", "place=القاهرة"])
    assert hits(record, "event", "type:CONSULT status:actual") == []
    (hit,) = hits(record, "event", "status:historical recipient:EGY until:2020-11 origin:edited")
    assert (hit.id, hit.origin) == (line, "edited")
    assert hit.line.place.country == "EGY"
    assert [hit.id for hit in hits(record, "event", "مصر")] == [line]
    assert hits(record, "statement")[0].origin is None


def test_a_correction_keeps_who_when_why_and_both_lines(record: Record) -> None:
    line = meeting(record).id
    analyst(record).edit(f"e{line}", ["status=historical"])
    (one,) = listed(record)
    assert (one.who, one.why, one.action, one.line, one.standing) == ("ريما", "قرأت الخبر", "edit", line, "stands")
    assert one.at.startswith("20")
    assert one.before.line("event").status == "actual"
    assert one.after is not None and one.after.line("event").status == "historical"
    assert {actor.code for actor in one.before.actors} == {"TUR", "RUS"}


@pytest.mark.parametrize("action", ["accept", "reject", "edit", "split", "merge"])
def test_every_kind_can_be_corrected_and_undone(record: Record, action: str) -> None:
    before = whole(record)
    edits = {"statement": "mode=direct", "event": "status=future", "position": "stance=for", "actor": "sector=LEG"}
    for kind, edit in edits.items():
        table = schema.article_actors if kind == "actor" else schema.metadata.tables[f"{kind}s"]
        with record.database.reading() as connection:
            first, *more = [f"{kind[0]}{line}" for line in connection.scalars(select(table.c.id).order_by(table.c.id))]
        if action == "merge" and not more:
            continue
        extra = {"edit": [[edit]], "split": [[edit]], "merge": more[:1]}.get(action, [])
        (made,) = getattr(analyst(record), action)(first, *extra)
        assert whole(record) != before
        analyst(record).undo(made)
        assert whole(record) == before
    assert {one.standing for one in listed(record) if one.action != "undo"} == {"undone"}


def test_corrections_survive_coding_again(record: Record) -> None:
    line = meeting(record).id
    (position,) = hits(record, "position")
    analyst(record).edit(f"e{line}", ["status=historical"])
    analyst(record).reject(f"p{position.id}")
    analyst(record).accept(f"s{hits(record, 'statement')[0].id}")
    before = whole(record)
    list(record.add([coded(FIRST)], "2", recode=True))
    assert whole(record) == before
    assert [one.standing for one in listed(record)] == ["stands"] * 3


def test_a_corrected_line_is_found_among_others(record: Record) -> None:
    """The machine makes another line first, so that the numbers are others, and reads fewer words of the corrected one."""
    line = meeting(record)
    analyst(record).edit(f"e{line.id}", ["status=historical"])
    machine = coded(FIRST)
    (told,) = [event for event in machine.events if event.type == "CONSULT"]
    other = msgspec.structs.replace(told, id="e1", type="PROTEST", quad="material-conflict", mode=None)
    start, end = told.evidence[0].start, told.evidence[0].end - 3
    fewer = (mahdar.minutes.Span(start, end, FIRST[start:end]),)
    again = msgspec.structs.replace(told, id="e2", evidence=fewer)
    list(record.add([without(machine, events=(other, again))], "2", recode=True))
    kept = {event.id: event for event in next(record.minutes(["one"])).events}
    assert (kept["e1"].type, kept["e1"].status) == ("PROTEST", "actual")
    assert (kept["e2"].type, kept["e2"].status) == ("CONSULT", "historical")
    assert len(kept) == 2
    assert listed(record)[0].line == schema.LINES + 2


def test_what_the_machine_no_longer_makes_stays_and_what_was_rejected_stays_away(record: Record) -> None:
    line = meeting(record)
    (position,) = hits(record, "position")
    analyst(record).accept(f"e{line.id}")
    analyst(record).reject(f"p{position.id}")
    list(record.add([without(coded(FIRST), events=(), positions=())], "2", recode=True))
    assert meeting(record).line.evidence == line.line.evidence
    assert meeting(record).origin == "accepted"
    list(record.add([coded(FIRST)], "3", recode=True))
    assert [event.type for event in next(record.minutes(["one"])).events].count("CONSULT") == 1
    assert hits(record, "position") == []


def test_a_new_version_keeps_what_its_words_bear(record: Record) -> None:
    line = meeting(record)
    (position,) = hits(record, "position")
    analyst(record).edit(f"e{line.id}", ["status=historical"])
    analyst(record).edit(f"p{position.id}", ["stance=for"])
    list(record.add([coded("عاجل. " + TALKS)], "1"))
    assert meeting(record).line.status == "historical"
    assert [one.standing for one in listed(record)] == ["orphaned", "orphaned"] or hits(record, "position") == []
    assert listed(record)[1].standing == "orphaned"
    assert listed(record)[1].line is None
    list(record.add([coded("عاجل. " + FIRST)], "1"))
    assert [one.standing for one in listed(record)] == ["stands", "stands"]
    (position,) = hits(record, "position")
    assert position.line.stance == "for"
    text = position.minutes.article.text
    assert text[position.line.evidence.start : position.line.evidence.end] == position.line.evidence.exact


PAPERS = [coded(TALKS, "a"), coded(AGAIN, "b", "2020-12-30"), coded(APART, "c")]


def told_by(record: Record) -> list[list[str]]:
    found = hits(record, "event", "type:CONSULT")
    return sorted(sorted(one.minutes.article.id for one in (hit, *hit.others)) for hit in found)


@pytest.fixture
def papers(place: str) -> Record:
    kept = Record(place, make=True)
    list(kept.add(PAPERS, "1"))
    return kept


def lines(record: Record) -> dict[str, str]:
    return {name: f"e{meeting(record, name).id}" for name in "abc"}


def test_an_event_is_parted_and_others_are_joined(papers: Record) -> None:
    at = lines(papers)
    (parted,) = analyst(papers).split(at["a"], [])
    assert told_by(papers) == [["a"], ["b"], ["c"]]
    analyst(papers).merge(at["b"], at["c"])
    assert told_by(papers) == [["a"], ["b", "c"]]
    assert meeting(papers, "c").origin == "merged"
    analyst(papers).undo(parted)
    assert told_by(papers) == [["a", "b", "c"]]


def test_what_was_parted_and_joined_survives_coding_again_and_another_paper(papers: Record) -> None:
    at = lines(papers)
    analyst(papers).split(at["a"], [at["b"]])
    analyst(papers).merge(at["b"], at["c"])
    for name in range(3):
        list(papers.add([PAPERS[name]], "2", recode=True))
        assert told_by(papers) == [["a"], ["b", "c"]]
    list(papers.add([coded(TALKS, "d")], "1"))
    groups = told_by(papers)
    assert not any({"a", "b"} <= set(group) for group in groups)
    assert any({"b", "c"} <= set(group) for group in groups)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))), ids=str)
def test_the_order_of_adding_plays_no_part(tmp_path, order: tuple[int, ...]) -> None:  # type: ignore[no-untyped-def]
    record = Record(tmp_path / "mahdar.db", make=True)
    for n in order:
        list(record.add([PAPERS[n]], "1"))
    at = lines(record)
    analyst(record).split(at["a"], [])
    analyst(record).merge(at["b"], at["c"])
    list(record.add([coded(TALKS, "d")], "1"))
    assert told_by(record) == [["a", "d"], ["b", "c"]]


def test_actors_of_two_articles_are_joined_and_parted(papers: Record) -> None:
    def actor(article: str, code: str) -> tuple[int, int]:
        table = schema.article_actors
        query = (
            select(table.c.id, table.c.actor_id)
            .join(schema.articles)
            .where(schema.articles.c.name == article, table.c.code == code)
        )
        with papers.database.reading() as connection:
            row = connection.execute(query.where(table.c.kind == "person")).one()
            return row.id, row.actor_id

    one, other = actor("a", "RUS"), actor("c", "EGY")
    (joined,) = analyst(papers).merge(f"a{one[0]}", f"a{other[0]}")
    assert actor("c", "RUS")[1] == one[1]
    analyst(papers).undo(joined)
    assert actor("c", "EGY") == other
    analyst(papers).edit(f"a{one[0]}", ["label_ar=لافروف آخر"])
    assert actor("a", "RUS")[1] != one[1]


def test_lines_of_an_article_become_one_and_what_refers_to_them_follows(record: Record) -> None:
    machine = coded(FIRST)
    (said,) = machine.statements
    twice = msgspec.structs.replace(said, id="s2")
    held = tuple(msgspec.structs.replace(position, statement="s2") for position in machine.positions)
    list(record.add([without(machine, statements=(said, twice), positions=held)], "2", recode=True))
    analyst(record).merge("s1000001", "s1000002")
    kept = next(record.minutes(["one"]))
    assert [statement.id for statement in kept.statements] == ["s1"]
    assert {position.statement for position in kept.positions} == {"s1"}
    with pytest.raises(RecordError, match="no such line"):
        analyst(record).accept("s1000002")


def test_corrections_of_one_line_build_on_each_other(record: Record) -> None:
    line = f"e{meeting(record).id}"
    (first,) = analyst(record).edit(line, ["status=historical"])
    (second,) = analyst(record).edit(line, ["date=2020-11"])
    with pytest.raises(RecordError, match=f"correction {second} builds on it"):
        analyst(record).undo(first)
    list(record.add([coded(FIRST)], "2", recode=True))
    assert (meeting(record).line.status, meeting(record).line.date.value) == ("historical", "2020-11")
    analyst(record).undo(second)
    assert (meeting(record).line.status, meeting(record).line.date) != ("historical", None)
    analyst(record).undo(first)
    assert meeting(record).line.status == "actual"
    with pytest.raises(RecordError, match="undone already"):
        analyst(record).undo(first)


def test_the_second_line_of_a_split_can_be_corrected(record: Record) -> None:
    line = meeting(record).id
    analyst(record).split(f"e{line}", ["type=AGREE"])
    (second,) = hits(record, "event", "type:AGREE origin:split")
    analyst(record).edit(f"e{second.id}", ["status=negated"])
    for _ in range(2):
        kinds = sorted((hit.line.type, hit.line.status) for hit in every(record) if hit.origin)
        assert kinds == [("AGREE", "negated"), ("CONSULT", "actual")]
        list(record.add([coded(FIRST)], "2", recode=True))
        record.tally.recoded = 0


def test_the_line_that_tells_an_event_first_is_rejected(papers: Record) -> None:
    at = lines(papers)
    (parted,) = analyst(papers).split(at["a"], [at["b"]])
    (gone,) = analyst(papers).reject(at["a"])
    assert told_by(papers) == [["b"], ["c"]]
    assert {one.id: one.standing for one in listed(papers)} == {parted: "stands", gone: "stands"}
    analyst(papers).undo(gone)
    assert told_by(papers) == [["a"], ["b"], ["c"]]


EDITS = {
    "statement": ("mode=direct", "speaker=EGY"),
    "event": ("status=historical", "type=ACCUSE", "recipient=EGY", "place=القاهرة"),
    "position": ("stance=for", "holder=EGY"),
    "actor": ("sector=LEG", "code=EGY"),
}


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_corrected_survives_and_can_be_undone(papers: Record, seed: int) -> None:
    list(papers.add([coded(FIRST), coded(TALKS, "d")], "1"))
    before, chance, made = whole(papers), random.Random(seed), list[int]()
    for _ in range(25):
        kind = chance.choice(sorted(EDITS))
        table = schema.article_actors if kind == "actor" else schema.metadata.tables[f"{kind}s"]
        with papers.database.reading() as connection:
            ids = [f"{kind[0]}{line}" for line in connection.scalars(select(table.c.id).order_by(table.c.id))]
        if not ids:
            continue
        one, other, edit = chance.choice(ids), chance.choice(ids), chance.choice(EDITS[kind])
        action = chance.choice(["accept", "reject", "edit", "split", "merge", "part"])
        extra: list[Any] = {"edit": [[edit]], "split": [[edit]], "part": [[]], "merge": [other]}.get(action, [])
        with contextlib.suppress(RecordError):  # some things cannot be done
            made += getattr(analyst(papers), action.replace("part", "split"))(one, *extra)
    after = whole(papers)
    assert len(made) > 8
    assert after != before
    again = [coded(FIRST), coded(TALKS, "d"), *PAPERS]
    list(papers.add(again, "2", recode=True))
    assert whole(papers) == after
    for minutes in chance.sample(again, len(again)):
        list(papers.add([minutes], "3", recode=True))
    assert whole(papers) == after
    for number in reversed(made):
        analyst(papers).undo(number)
    assert whole(papers) == before


@pytest.mark.parametrize(
    ("do", "said"),
    [
        (lambda a: a.accept("1000001"), "write it with its letter"),
        (lambda a: a.accept("e99"), "no such line"),
        (lambda a: a.accept("eins"), "no line's id"),
        (lambda a: a.edit("e1000001", []), "nothing to edit"),
        (lambda a: a.edit("e1000001", ["status=actual"]), "has these values already"),
        (lambda a: a.split("e1000001", []), "no other article tells this event"),
        (lambda a: a.split("s1000001", []), "say what the second line is"),
        (lambda a: a.merge("e1000001", "s1000001"), "only two lines of one kind"),
        (lambda a: a.undo(7), "there is none"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_changes_nothing(record: Record, do: Any, said: str) -> None:
    before = whole(record)
    with pytest.raises(RecordError, match=said) as wrong:
        do(analyst(record))
    assert "\n" not in str(wrong.value)
    assert (whole(record), listed(record)) == (before, [])


def test_who_and_why_are_asked_for(record: Record) -> None:
    with pytest.raises(RecordError, match="who made it and why"):
        Analyst(record, " ", "x")
