"""Minutes as gold: the guidelines' shape, words verbatim."""

import json
from pathlib import Path

import msgspec
import pytest
from tests.conftest import TEXT

from mahdar.errors import RecordError
from mahdar.evaluation.gold import article_of, gold_of, stretch, write
from mahdar.minutes import Minutes, Span

GOLDEN = {
    "id": "one",
    "actors": [
        {"name": "رامي الحسن", "code": "JOR", "kind": "person", "role": None},
        {"name": "لينا سعد", "code": "UNK", "kind": "person", "role": None},
    ],
    "statements": [
        {"speaker": "رامي الحسن", "code": "JOR", "mode": "indirect", "cue": "أكد", "content": "أن بلاده ترفض الحصار"}
    ],
    "events": [
        {
            "type": "CONSULT", "mode": None, "actor": ["JOR", "UNK"], "recipient": [], "status": "actual",
            "date": "2020-12-29", "place": "عمّان", "evidence": "لقائه السفيرة",
        },
        {
            "type": "REJECT", "mode": "yield", "actor": ["JOR"], "recipient": ["UNK"], "status": "hypothetical",
            "date": None, "place": None, "evidence": "ترفض الحصار",
        },
    ],
    "positions": [{"holder": "JOR", "stance": "against", "about": "الحصار", "evidence": "ترفض الحصار"}],
    "commitments": [{"by": ["JOR"], "strength": "vow", "what": "وستفتح المعبر", "due": "2020-12-29"}],
}  # fmt: skip


def test_the_files_are_those_of_the_guidelines(minutes: Minutes, tmp_path: Path) -> None:
    assert write(tmp_path / "gold", [minutes]) == 1
    assert json.loads((tmp_path / "gold" / "gold.json").read_text(encoding="utf-8")) == [GOLDEN]
    (article,) = json.loads((tmp_path / "gold" / "articles.json").read_text(encoding="utf-8"))
    title, _, body = TEXT.partition("\n")
    assert article == {"id": "one", "title": title, "date": "2020-12-29", "source": "وكالة", "url": None, "text": body}


def test_every_quoted_string_is_a_stretch_of_the_article(minutes: Minutes) -> None:
    gold = gold_of(minutes)
    quoted = [one.content for one in gold.statements] + [one.evidence for one in (*gold.events, *gold.positions)]
    assert all(words in TEXT for words in [*quoted, *(one.what for one in gold.commitments)])


def test_a_mode_that_the_gold_does_not_record_is_left_out(minutes: Minutes) -> None:
    event = msgspec.structs.replace(minutes.events[1], type="COERCE", mode="seize")
    coerced = msgspec.structs.replace(minutes, events=(event,))
    assert gold_of(coerced).events[0].mode is None
    assert gold_of(coerced, verbatim=False).events[0].mode == "seize"


def test_several_stretches() -> None:
    text = "واحد اثنان ثلاثة " + "س" * 100 + " أربعة"
    near = [Span(0, 4, "واحد"), Span(11, 16, "ثلاثة")]
    assert stretch(near, text) == "واحد اثنان ثلاثة"
    assert stretch([*near, Span(118, 123, "أربعة")], text) == "ثلاثة"
    assert stretch([], text) == ""


def test_who_plays_no_part_is_left_out(minutes: Minutes) -> None:
    alone = msgspec.structs.replace(minutes, events=())
    assert [actor.name for actor in gold_of(alone).actors] == ["رامي الحسن"]
    assert len(gold_of(alone, verbatim=False).actors) == 2


def test_a_text_without_its_title_stays_whole(minutes: Minutes) -> None:
    untitled = msgspec.structs.replace(minutes, article=msgspec.structs.replace(minutes.article, title=""))
    assert article_of(untitled)["text"] == TEXT


def test_a_folder_that_cannot_be(minutes: Minutes, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(RecordError, match="name another folder"):
        write(tmp_path / "file", [minutes])
