"""Every word that commits does so in its example, and not in its counter-example."""

import pytest

from mahdar.coder.coder import Coder, RawArticle
from mahdar.languages.ar import Arabic
from mahdar.lexicon.cache import load

PLEDGES = load(Arabic()).pledges


def rules(coder: Coder, text: str) -> list[tuple[str, str]]:
    return [(c.rule, c.strength) for c in coder.code(RawArticle(text, published="2021-03-10")).commitments]


@pytest.mark.parametrize("pledge", PLEDGES, ids=lambda pledge: pledge.id)
def test_the_example_commits(coder: Coder, pledge) -> None:  # type: ignore[no-untyped-def]
    assert pledge.example
    assert (pledge.id, pledge.strength) in rules(coder, pledge.example)


@pytest.mark.parametrize("pledge", [pledge for pledge in PLEDGES if pledge.counter], ids=lambda pledge: pledge.id)
def test_the_counter_example_does_not(coder: Coder, pledge) -> None:  # type: ignore[no-untyped-def]
    assert pledge.id not in [rule for rule, _ in rules(coder, pledge.counter)]
