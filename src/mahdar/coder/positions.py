"""Who stands where: words of stance with their holder and matter, and judgements in what somebody says."""

from mahdar.coder.arguments import ArgumentFinder
from mahdar.coder.clauses import Clauses
from mahdar.coder.complements import actors, agreeing, besides, complement
from mahdar.coder.coreference import Cast
from mahdar.coder.entities import Entity
from mahdar.coder.holders import HolderFinder
from mahdar.coder.judgements import JudgementReader
from mahdar.coder.said import Said
from mahdar.coder.stances import StanceWords
from mahdar.coder.stands import Stand, StandMaker, same
from mahdar.coder.status import circumstance
from mahdar.coder.tokens import NounReading


class PositionReader:
    """Reads positions of states and bodies."""

    def __init__(self, cast: Cast, arguments: ArgumentFinder, words: StanceWords) -> None:
        self.cast = cast
        self.lexicon = cast.lexicon
        self.arguments = arguments
        self.words = words
        self.finder = HolderFinder(arguments, words)
        self.maker = StandMaker(cast, words)
        self.judging = JudgementReader(arguments, words, self.finder, self.maker)

    def read(self, sentences: list[Clauses]) -> list[Stand]:
        """The positions of an article; of one holder's stands on one matter the first counts, the more certain before."""
        found = [stand for clauses in sentences for stand in self.of(clauses)]
        kept: list[Stand] = []
        for stand in sorted(found, key=lambda s: -s.confidence):
            if not any(same(stand, other) for other in kept):
                kept.append(stand)
        return sorted(kept, key=lambda s: s.evidence)

    def of(self, clauses: Clauses) -> list[Stand]:
        """The stands of one sentence."""
        found: list[Stand] = []
        for i in clauses.telling:
            word = clauses.tokens[i].word
            if "stance" in word.kinds or word.participles:
                found.extend(self.at(clauses, i))
        for said in self.arguments.said.get(clauses.sentence.index, ()):
            found.extend(self.judging.of(clauses, said))
        return found

    # --- words of stance

    def at(self, clauses: Clauses, i: int) -> list[Stand]:
        """The stands that the word at token `i` takes."""
        word = clauses.tokens[i].word
        said = self.arguments.statement_at(clauses, i)
        verb = clauses.verbs.get(i)
        if verb is not None:
            entries = next((lemma.stances for r in agreeing(clauses, i) if (lemma := self.lexicon.lemmas[r.lemma]).stances), ())
            options: list[tuple[int, NounReading | None]] = [(entry, None) for entry in entries]
        elif word.participles and besides(clauses, i):
            options = [(entry, None) for cue in word.participles for entry in self.words.of_cue[cue]]
        else:
            options = [(n.use.entry, n) for n in word.nouns if n.use.kind == "stance"]
        for entry, noun in options:
            stance = self.lexicon.stances[entry]
            if stance.negated and (verb is None or not verb.negated) or stance.spoken and said is None:
                continue
            if verb is not None and (stance.present and verb.past or verb.pronoun and "object" in stance.takes):
                continue  # تسانده الأمم المتحدة: of what stands before
            who, subject = actors(self.arguments, clauses, i, stance.takes, stance.whom) if verb is not None else ([], [])
            if verb is not None and not who:
                continue
            words = complement(clauses, i, stance.takes, said, noun is not None, subject)
            if words is None or self.words.opens_none(stance.id, clauses.tokens, *words):
                continue
            holders = self.finder.held(who if verb is not None else self.finder.of(clauses, i, noun))
            if not holders or stance.spoken and said is not None and not own(said, holders[0]):
                continue
            if stance.others and self.of_himself(clauses, *words):
                continue
            if stance.conditional and self.words.conditions.find(clauses.tokens, i, self.reach(clauses, said)) is None:
                continue
            around = circumstance(clauses, i, i, words[1])
            if around.negated and not stance.negated or around.hypothetical or around.subordinate:
                continue
            if verb is not None and (verb.pluperfect or i and "pluperfect" in clauses.tokens[i - 1].word.tags and not verb.past):
                continue  # كانت تعارض: no longer
            return [stand for stand in self.maker.make(clauses, i, holders, stance, words, said) if stand.matter]
        return []

    @staticmethod
    def of_himself(clauses: Clauses, start: int, end: int) -> bool:
        """Whether somebody warns of or hopes for what his own side would do: من أن بلاده سترد, أن نزور القاهرة."""
        first = range(start, min(end, start + 3))
        if any("own_country" in clauses.tokens[k].word.tags for k in first):
            return True
        verb = next((k for k in first if k in clauses.verbs), None)
        if verb is None:
            return False
        unsaid = verb == start + 1 and not clauses.subject(verb) and not clauses.verbs[verb].passive
        return clauses.verbs[verb].person.startswith("1") or unsaid

    @staticmethod
    def reach(clauses: Clauses, said: Said | None) -> int:
        return said.content[1] if said is not None else len(clauses.tokens)


def own(said: Said, holder: Entity) -> bool:
    """Whether somebody speaks of his own side."""
    return bool(said.speakers) and said.speakers[0].itself.code == holder.itself.code


__all__ = ["PositionReader", "Stand"]
