"""What may be edited: values checked against the ontology and the article, one clear line where wrong."""

from typing import Any

import pytest

from mahdar.errors import RecordError
from mahdar.minutes import Date, Minutes, Place
from mahdar.record.edits import FIELDS, STORED, Scene, edited, parse


def scene(minutes: Minutes) -> Scene:
    return Scene(minutes, ["syria", "energy"], Place)


def changed(minutes: Minutes, line: Any, *edits: str) -> Any:
    return edited(line, parse(edits), scene(minutes))


def test_an_event(minutes: Minutes) -> None:
    line = changed(
        minutes, minutes.events[0], "type=accuse", "mode=allege", "status=historical", "date=2020-12", "place=إربد",
        "actor=JOR", "recipient=لينا سعد", "contexts=economic, legal", "dossiers=syria", "evidence=ترفض الحصار … المعبر",
    )  # fmt: skip
    assert (line.type, line.mode, line.quad, line.status) == ("ACCUSE", "allege", "verbal-conflict", "historical")
    assert (line.date, line.place) == (Date("2020-12", "month"), Place("إربد"))
    assert (line.actor, line.recipient) == (("a1",), ("a2",))
    assert (line.contexts, line.dossiers) == (("economic", "legal"), ("syria",))
    assert [span.exact for span in line.evidence] == ["ترفض الحصار", "المعبر"]
    assert all(minutes.article.text[span.start : span.end] == span.exact for span in line.evidence)


def test_a_mode_goes_with_its_type(minutes: Minutes) -> None:
    assert changed(minutes, minutes.events[1], "type=THREATEN").mode is None
    assert changed(minutes, minutes.events[1], "type=REQUEST").mode == "yield"
    assert changed(minutes, minutes.events[1], "mode=").mode is None


def test_other_lines(minutes: Minutes) -> None:
    assert changed(minutes, minutes.statements[0], "speaker=", "mode=direct").speaker is None
    assert changed(minutes, minutes.positions[0], "stance=for", "about=المعبر").about == "المعبر"
    promise = changed(minutes, minutes.commitments[0], "with=", "due=2021", "strength=plan")
    assert (promise.with_, promise.due) == ((), Date("2021", "year"))
    actor = changed(minutes, minutes.actors[0], "code=LBN", "sector=leg")
    assert (actor.code, actor.sector, actor.label.en) == ("LBN", "LEG", "")


def test_who_the_article_does_not_name(minutes: Minutes) -> None:
    known = scene(minutes)
    line = edited(minutes.events[0], {"actor": "EGY, السفيرة (LBN)"}, known)
    assert line.actor == ("a3", "a4")
    assert [(actor.name, actor.code, actor.kind) for actor in known.extra] == [
        ("مصر", "EGY", "state"),
        ("السفيرة", "LBN", "person"),
    ]
    assert known.extra[1].mentions[0].exact == "السفيرة"


@pytest.mark.parametrize(
    ("kind", "edit", "said"),
    [
        ("event", "type=MEET", "known are AGREE"),
        ("event", "mode=phoned", "CONSULT has no mode `phoned`"),
        ("event", "status=past", "known are actual"),
        ("event", "date=2020-13", "no date"),
        ("event", "date=gestern", "no date"),
        ("event", "actor=XYZ", "no actor of the article"),
        ("event", "actor=مجهول", "no actor of the article"),
        ("event", "actor=مجهول (XYZ)", "no code"),
        ("event", "evidence=ليس هنا", "does not have these words"),
        ("event", "contexts=weather", "known are"),
        ("event", "dossiers=moon", "known are energy, syria"),
        ("event", "stance=for", "no field of an event"),
        ("statement", "mode=loud", "known are direct"),
        ("position", "holder=", "needs a holder"),
        ("position", "stance=maybe", "known are for"),
        ("commitment", "strength=oath", "known are vow"),
        ("commitment", "by=", "needs somebody"),
        ("actor", "code=rus", "no code"),
        ("actor", "kind=robot", "known are person"),
        ("actor", "sector=XXX", "known are"),
        ("actor", "name=", "needs a value"),
    ],
)
def test_a_wrong_value_is_one_line(minutes: Minutes, kind: str, edit: str, said: str) -> None:
    with pytest.raises(RecordError, match=said) as wrong:
        changed(minutes, getattr(minutes, f"{kind}s")[0], edit)
    assert "\n" not in str(wrong.value)


def test_nobody_left_is_no_event(minutes: Minutes) -> None:
    with pytest.raises(RecordError, match="needs an actor or a recipient"):
        changed(minutes, minutes.events[0], "actor=")


@pytest.mark.parametrize("given", [["status"], ["=x"], ["date=2020", "date=2021"]])
def test_what_is_no_edit(given: list[str]) -> None:
    with pytest.raises(RecordError, match=r"no edit|twice"):
        parse(given)


def test_the_fields_are_those_of_the_lines(minutes: Minutes) -> None:
    for kind, fields in FIELDS.items():
        line = getattr(minutes, f"{kind}s")[0]
        own = {STORED.get(field, field) for field in fields} - {"label_ar", "label_en"}
        assert own <= set(line.__struct_fields__)
