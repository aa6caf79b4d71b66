"""Every word of stance and every judgement takes its stand in its example, and none in its counter-example."""

import pytest

from mahdar.coder.coder import Coder, RawArticle
from mahdar.languages.ar import Arabic
from mahdar.lexicon.cache import load

LEXICON = load(Arabic())
ENTRIES = (*LEXICON.stances, *LEXICON.judgements)


def rules(coder: Coder, text: str) -> list[tuple[str, str]]:
    return [(p.rule, p.stance) for p in coder.code(RawArticle(text, published="2021-03-10")).positions]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_the_example_takes_the_stand(coder: Coder, entry) -> None:  # type: ignore[no-untyped-def]
    assert entry.example
    assert (entry.id, entry.stance) in rules(coder, entry.example)


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if entry.counter], ids=lambda entry: entry.id)
def test_the_counter_example_takes_none(coder: Coder, entry) -> None:  # type: ignore[no-untyped-def]
    assert entry.id not in [rule for rule, _ in rules(coder, entry.counter)]
