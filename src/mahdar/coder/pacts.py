"""Whose an agreement is: its own words name its parties, it is known by name, or it was told of before."""

from collections import Counter
from collections.abc import Iterable

from mahdar.coder.arguments import ArgumentFinder
from mahdar.coder.clauses import Clauses
from mahdar.coder.coreference import Cast
from mahdar.coder.entities import UNKNOWN, Entity
from mahdar.coder.mentions import Mention
from mahdar.coder.phrases import Phrase

_WITH = frozenset({"بين", "مع"})
_REACH = 7  # words behind an agreement within which its parties are named


class PactReader:
    """Finds the parties of agreements; remembers those of the last one that was told of."""

    def __init__(self, cast: Cast, arguments: ArgumentFinder, weights: Counter[str]) -> None:
        self.cast = cast
        self.arguments = arguments
        self.weights = weights  # how often the article names each state, body and group
        self.words = frozenset(cast.lexicon.grammar["treaties"])
        self.last: list[Entity] = []

    def at(self, clauses: Clauses, phrase: Phrase) -> int | None:
        """The word for an agreement that a phrase opens with: الاتفاق, توقيع الاتفاق."""
        for i in range(phrase.start, min(phrase.start + 2, phrase.end)):
            word = clauses.tokens[i].word
            if not self.words.isdisjoint(word.stems):
                return i
            if not word.telling:
                break
        return None

    def parties(self, clauses: Clauses, phrases: Iterable[Phrase]) -> list[Entity]:
        """The parties of the agreement that phrases speak of."""
        for phrase in phrases:
            i = self.at(clauses, phrase)
            if i is not None:
                named, known = self.named(clauses, i, phrase), self.known(clauses, i)
                one = any(e in known for e in named)  # الاتفاق النووي مع إيران: that of 5+1 as well
                return list(dict.fromkeys([*named, *known])) if one else named or known or self.told(clauses, i)
        return []

    def named(self, clauses: Clauses, i: int, phrase: Phrase) -> list[Entity]:
        """Those whom the words at token `i` name: الاتفاق الإيراني, اتفاق مع إيران, الاتفاق بين السودان ومصر."""
        who = [e for m in phrase.mentions if m.start > i for e in self.meant(clauses, m)]
        sides = False
        for following in clauses.phrases_after(phrase.end - 1, phrase.end + _REACH):
            if following.prep in _WITH and (following.joined or not sides):
                who.extend(self.arguments.entities(clauses, [following]))
                sides = True
            elif sides:
                break
        return list(dict.fromkeys(e for e in who if e.codes and e.code != UNKNOWN))

    def meant(self, clauses: Clauses, mention: Mention) -> list[Entity]:
        return [self.cast.by_code(mention.codes[0])] if mention.kind == "nisba" else self.cast.resolve(clauses, mention)

    def known(self, clauses: Clauses, i: int) -> list[Entity]:
        """Those of the agreement that bears this name, as far as the article speaks of them: الاتفاق النووي."""
        pacts, tokens = self.cast.analyser.pacts, clauses.tokens
        for stem in sorted(tokens[i].word.stems & pacts.keys()):
            for rest, codes in pacts[stem]:
                following = tokens[i + 1 : i + 1 + len(rest)]
                if len(following) == len(rest) and all(w in t.word.stems for w, t in zip(rest, following, strict=True)):
                    return [self.cast.by_code(code) for code in codes if self.weights[code]]
        return []

    def told(self, clauses: Clauses, i: int) -> list[Entity]:
        """Those of the agreement told of before, where this one is known already: الاتفاق."""
        return self.last if clauses.tokens[i].word.definite else []
