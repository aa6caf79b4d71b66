"""Every trigger, light verb and word of speech is read in its example, and no trigger in its counter-example."""

from pathlib import Path

import pytest

from mahdar.coder.clauses import Clauses
from mahdar.coder.coder import Coder, RawArticle
from mahdar.coder.coreference import Cast
from mahdar.coder.nominals import NounReader
from mahdar.coder.recogniser import Recogniser
from mahdar.coder.reports import ReportFinder
from mahdar.coder.sentences import split
from mahdar.languages.ar import Arabic
from mahdar.lexicon.cache import load

LEXICON = load(Arabic())
TRIGGERS = LEXICON.triggers
CUES = (*LEXICON.cues, *LEXICON.speech, *LEXICON.sources)
# Entries whose example is not read yet, or by another entry (listed with their kind): none is to be added.
UNREAD = frozenset((Path(__file__).parent / "unread.txt").read_text(encoding="utf-8").split())


def known(entries: tuple, prefix: str) -> list:  # type: ignore[type-arg]
    """The entries as parameters; those known to be unread fail, or are taken off the list."""
    marks = {True: [pytest.mark.xfail(reason="known to be unread", strict=True)], False: []}
    return [pytest.param(entry, id=entry.id, marks=marks[f"{prefix}:{entry.id}" in UNREAD]) for entry in entries]


def read(coder: Coder, text: str) -> list[tuple[str, dict[str, list[str]]]]:
    """The rule of each event of a text, with the codes of those who take part."""
    minutes = coder.code(RawArticle(text, published="2021-03-10"))
    codes = {actor.id: actor.code for actor in minutes.actors}
    return [
        (e.rule, {"actor": [codes[i] for i in e.actor], "recipient": [codes[i] for i in e.recipient]}) for e in minutes.events
    ]


@pytest.mark.parametrize("trigger", known(TRIGGERS, "trigger"))
def test_the_trigger_is_read_in_its_example(coder: Coder, trigger) -> None:  # type: ignore[no-untyped-def]
    assert trigger.example
    found = [who for rule, who in read(coder, trigger.example) if rule == trigger.id]
    assert any(all(sorted(who[slot]) == sorted(codes) for slot, codes in trigger.expect.items()) for who in found)


@pytest.mark.parametrize("trigger", known(tuple(t for t in TRIGGERS if t.counter), "counter"))
def test_the_trigger_is_not_read_in_its_counter_example(coder: Coder, trigger) -> None:  # type: ignore[no-untyped-def]
    assert trigger.id not in [rule for rule, _ in read(coder, trigger.counter)]


@pytest.mark.parametrize("cue", known(CUES, "cue"))
def test_the_words_of_speech_report_in_their_example(coder: Coder, cue) -> None:  # type: ignore[no-untyped-def]
    assert cue.example
    finder = ReportFinder(Cast(coder.analyser, cue.example, {}))
    recogniser = Recogniser(coder.lexicon, coder.analyser)
    sentences = split(cue.example, coder.analyser)
    rules = [r.rule for s in sentences for r in finder.reports(Clauses(s, recogniser.find(s), coder.analyser))]
    assert cue.id in rules


@pytest.mark.parametrize("light", LEXICON.lights, ids=lambda light: light.example)
def test_the_light_verb_carries_the_noun_of_its_example(coder: Coder, light, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    assert light.example
    carried, find = [], NounReader.light

    def watched(*arguments):  # type: ignore[no-untyped-def]
        found = find(*arguments)
        carried.append(found[0])
        return found

    monkeypatch.setattr(NounReader, "light", watched)
    coder.code(RawArticle(light.example, published="2021-03-10"))
    assert light in carried


def test_what_is_unread_is_an_entry() -> None:
    names = {f"{kind}:{e.id}" for kind, entries in (("trigger", TRIGGERS), ("counter", TRIGGERS), ("cue", CUES)) for e in entries}
    assert names >= UNREAD
