"""Who promised what: words that commit, and what a speaker says that his own side will do."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mahdar.coder.arguments import ArgumentFinder
from mahdar.coder.clauses import Clauses
from mahdar.coder.complements import actors, agreeing, besides, complement, end_of
from mahdar.coder.coreference import Cast
from mahdar.coder.entities import UNKNOWN, Entity
from mahdar.coder.futures import FutureReader
from mahdar.coder.holders import HolderFinder
from mahdar.coder.pledges import PledgeWords
from mahdar.coder.promises import Promise, covers, due
from mahdar.coder.said import Said
from mahdar.coder.stances import StanceWords
from mahdar.coder.status import Circumstance, circumstance, is_background
from mahdar.coder.tokens import NounReading
from mahdar.lexicon.entries import Pledge

if TYPE_CHECKING:
    from mahdar.coder.coder import Reading


class CommitmentReader:
    """Reads the commitments of an article."""

    def __init__(
        self, cast: Cast, arguments: ArgumentFinder, reading: "Reading", words: PledgeWords, stances: StanceWords
    ) -> None:
        self.cast = cast
        self.lexicon = cast.lexicon
        self.arguments = arguments
        self.published = reading.published
        self.words = words
        self.finder = HolderFinder(arguments, stances)
        self.futures = FutureReader(arguments, words, self.finder, reading.published)

    def read(self, sentences: list[Clauses]) -> list[Promise]:
        found: list[Promise] = []
        for clauses in sentences:
            for i in clauses.telling:
                word = clauses.words[i]
                promises = self.by_word(clauses, i) if "pledge" in word.kinds or word.participles else []
                for promise in promises or (self.by_future(clauses, i) if i in clauses.verbs else ()):
                    if not any(covers(promise, other) for other in found):
                        found.append(promise)
        return found

    # --- words that commit

    def by_word(self, clauses: Clauses, i: int) -> list[Promise]:
        """The promises that the word at token `i` makes."""
        verb = clauses.verbs.get(i)
        if verb is not None:
            entries = next((lemma.pledges for r in agreeing(clauses, i) if (lemma := self.lexicon.lemmas[r.lemma]).pledges), ())
            options: list[tuple[int, NounReading | None]] = [(entry, None) for entry in entries]
        elif clauses.words[i].participles and besides(clauses, i):
            options = [(entry, None) for cue in clauses.words[i].participles for entry in self.words.of_cue[cue]]
        else:
            options = [(n.use.entry, n) for n in clauses.tokens[i].word.nouns if n.use.kind == "pledge"]
        for entry, noun in options:
            pledge = self.lexicon.pledges[entry]
            if pledge.strength == "hope" and verb is None and noun is None:
                continue  # متمنياً له التوفيق: courtesy
            said = self.arguments.statement_at(clauses, i)
            who, words = self.reads(clauses, i, pledge, noun, said)
            if words is None or not self.holds(clauses, pledge, words):
                continue
            around = circumstance(clauses, i, i, words[1])
            if around.negated or around.hypothetical or around.subordinate:
                continue
            if pledge.strength == "plan" and verb is not None and (verb.pluperfect or self.is_background(around)):
                continue
            by = [e for e in who if e.itself.code != UNKNOWN and self.finder.may_hold(e)]
            if verb is not None and verb.future and said is not None and by and self.of_others(said, by):
                continue
            if by and not (pledge.strength == "hope" and self.for_others(clauses, words[0], by)):
                spans = (words, *self.joined(clauses, words, pledge, said))
                decided = pledge.strength == "plan" and verb is not None and not verb.future
                both = decided and len({e.itself.code for e in by}) > 1
                strength = "agree" if both else pledge.strength  # قرر البلدان إقامة علاقات
                return [self.promise(clauses, by, strength, span, pledge.id, said) for span in spans]
        return []

    @staticmethod
    def joined(clauses: Clauses, words: tuple[int, int], pledge: Pledge, said: Said | None) -> Iterator[tuple[int, int]]:
        """What is promised besides, behind the same preposition: على فتح المعابر، وعلى تبادل الأسرى."""
        tokens, end = clauses.tokens, words[1]
        while end + 2 < len(tokens):
            at = end + (not tokens[end].word.is_word)
            form = tokens[at].word.form
            if form[:1] != "و" or form[1:] not in pledge.takes or "prepositions" not in tokens[at].word.tags:
                return
            end = end_of(clauses, at + 1, said)
            if end <= at + 1:
                return
            yield at + 1, end

    def reads(
        self, clauses: Clauses, i: int, pledge: Pledge, noun: NounReading | None, said: Said | None
    ) -> tuple[list[Entity], tuple[int, int] | None]:
        """Who commits by the word at token `i`, and the words of what is promised."""
        if noun is not None:
            who = self.finder.of(clauses, i, noun)
            return who, complement(clauses, i, pledge.takes, said, True) if who else None
        if i not in clauses.verbs:
            return self.finder.of(clauses, i, None), complement(clauses, i, pledge.takes, said, False)
        who, subject = actors(self.arguments, clauses, i, pledge.takes)
        if not who:
            return [], None
        if pledge.carriers:
            behind = max((p.end for p in subject), default=i + 1)
            return who, self.carried(clauses, behind, pledge, said)
        return who, complement(clauses, i, pledge.takes, said, False, subject)

    def carried(self, clauses: Clauses, behind: int, pledge: Pledge, said: Said | None) -> tuple[int, int] | None:
        """What is promised in an agreement that a verb brings about: وقعوا اتفاقاً لتزويد لبنان بالكهرباء."""
        end = clauses.clause_end(behind) if behind < len(clauses.tokens) else behind
        at = self.words.carriers[pledge.id].find(clauses.tokens, behind, min(end, behind + 3))
        return complement(clauses, at, pledge.takes, said, True) if at is not None else None

    def holds(self, clauses: Clauses, pledge: Pledge, words: tuple[int, int]) -> bool:
        """Whether the words promise such a thing as the pledge is for."""
        tokens, (start, end) = clauses.tokens, words
        while start < end - 1 and not tokens[start].word.is_word:
            start += 1
        deed, no_deed = self.words.deed[pledge.id], self.words.no_deed[pledge.id]
        if no_deed.heads and no_deed.find(tokens, start, start + 1) is not None:
            return False
        return not deed.heads or deed.find(tokens, start, start + 1) is not None

    def is_background(self, around: Circumstance) -> bool:
        """Whether what was planned was so before the news."""
        day = around.date.value if around.date is not None and around.date.future_value is None else None
        return day is not None and is_background(day, self.published)

    @staticmethod
    def of_others(said: Said, by: list[Entity]) -> bool:
        """Whether somebody else than who commits says that he will."""
        return bool(said.speakers) and said.speakers[0].itself.code not in {e.itself.code for e in by}

    def for_others(self, clauses: Clauses, start: int, by: list[Entity]) -> bool:
        """Whether what is hoped for is that somebody else does something: أملها في أن تعود واشنطن."""
        if "complementizers" not in clauses.tokens[start].word.tags:
            return False
        verb = next((i for i in (start + 1, start + 2) if i in clauses.verbs), None)
        if verb is None:
            return True
        if clauses.verbs[verb].person.startswith("1"):
            return False
        who, _ = actors(self.arguments, clauses, verb, ("object",))
        subject = clauses.subject(verb)
        if subject and subject[0].start == verb + 1 and subject[0].head is None and clauses.tokens[verb + 1].word.definite:
            return True  # أن تتحسن الظروف
        return not {e.itself.code for e in who} & {e.itself.code for e in by}

    # --- what is said to be done

    def by_future(self, clauses: Clauses, i: int) -> list[Promise]:
        """What a verb tells that somebody will do."""
        told = self.futures.at(clauses, i)
        if told is None:
            return []
        said = self.arguments.statement_at(clauses, i)
        return [self.promise(clauses, told.by, told.strength, (told.start, told.end), told.rule, said)]

    def promise(
        self, clauses: Clauses, by: list[Entity], strength: str, words: tuple[int, int], rule: str, said: Said | None
    ) -> Promise:
        tokens = clauses.tokens
        start, end = words
        made = Promise(by, strength, (tokens[start].start, tokens[end - 1].end), rule, said.id if said is not None else None)
        made.due = due(clauses, start, end, self.published)
        made.clauses, made.i = clauses, start
        made.others = self.partners(clauses, start, end, by)
        return made

    def partners(self, clauses: Clauses, start: int, end: int, by: list[Entity]) -> list[Entity]:
        """Those with whom (مع) the promised thing is to be done."""
        own = {e.itself.code for e in by}
        with_whom = self.lexicon.grammar["with_whom"]
        phrases = [p for p in clauses.phrases if start < p.start < end and p.prep in with_whom]
        return [e for e in self.arguments.entities(clauses, phrases) if e.itself.code not in own | {UNKNOWN}]
