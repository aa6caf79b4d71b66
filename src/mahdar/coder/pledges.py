"""The words of promise made ready to be looked for: what they promise, what they do not, what carries them."""

from collections.abc import Callable

from mahdar.coder.triggers import Words
from mahdar.lexicon.lexicon import Lexicon


class PledgeWords:
    """The conditions of pledges, compiled once a coder."""

    def __init__(self, lexicon: Lexicon, fold: Callable[[str], str]) -> None:
        self.deed = {pledge.id: Words(pledge.deed, {}, fold) for pledge in lexicon.pledges}
        self.no_deed = {pledge.id: Words(pledge.no_deed, {}, fold) for pledge in lexicon.pledges}
        self.carriers = {pledge.id: Words(pledge.carriers, {}, fold) for pledge in lexicon.pledges}
        grammar = lexicon.grammar
        self.engagements, self.outcomes, self.running, self.guesses = (
            frozenset(grammar[name]) for name in ("engagements", "outcomes", "running", "guesses")
        )
        self.being, self.transitive, self.in_person = (frozenset(grammar[name]) for name in ("being", "transitive", "in_person"))
