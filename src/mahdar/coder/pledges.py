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
        lemmas: dict[str, list[int]] = {}
        for number, lemma in enumerate(lexicon.lemmas):
            lemmas.setdefault(lemma.past, []).append(number)
        made = {lemma.past: lemma.pledges for lemma in lexicon.lemmas}
        # the promises that a reporting participle makes by itself: those of the verbs of its cue
        self.of_cue = [
            tuple(sorted({p for verb in cue.verbs for p in made.get(fold(verb.split()[0]), ()) if not lexicon.pledges[p].deed}))
            for cue in lexicon.cues
        ]
        # lists of verbs, by their lemmas
        self.engagements, self.outcomes, self.running, self.guesses, self.being, self.transitive, self.in_person = (
            frozenset(number for past in lexicon.grammar[name] for number in lemmas.get(past, ()))
            for name in ("engagements", "outcomes", "running", "guesses", "being", "transitive", "in_person")
        )
