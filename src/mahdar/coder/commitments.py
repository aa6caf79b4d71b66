"""Who promised what: first-person futures, what a state's spokesman says it will do, and words that commit."""

import datetime
from typing import TYPE_CHECKING

from mahdar.coder.arguments import ArgumentFinder
from mahdar.coder.clauses import Clauses
from mahdar.coder.complements import agreeing, complement, end_of, of_predicate
from mahdar.coder.coreference import Cast
from mahdar.coder.entities import UNKNOWN, Entity
from mahdar.coder.said import Said
from mahdar.coder.status import circumstance, first_day
from mahdar.minutes import Date

if TYPE_CHECKING:
    from mahdar.coder.coder import Reading


class Promise:
    """A commitment before it is written."""

    __slots__ = ("by", "clauses", "confidence", "due", "i", "others", "rule", "said", "strength", "what")

    def __init__(self, by: list[Entity], strength: str, what: tuple[int, int], rule: str, said: str | None) -> None:
        self.by = by
        self.others: list[Entity] = []
        self.clauses: Clauses | None = None
        self.i = 0
        self.strength = strength
        self.what = what
        self.rule = rule
        self.said = said
        self.due: Date | None = None
        self.confidence = 0.7


class CommitmentReader:
    """Reads the commitments of an article."""

    def __init__(self, cast: Cast, arguments: ArgumentFinder, reading: "Reading") -> None:
        self.cast = cast
        self.lexicon = cast.lexicon
        self.arguments = arguments
        self.published = reading.published

    def read(self, sentences: list[Clauses]) -> list[Promise]:
        found: list[Promise] = []
        for clauses in sentences:
            for i in clauses.telling:
                promise = self.by_word(clauses, i) if "pledge" in clauses.tokens[i].word.kinds else None
                promise = promise or self.by_future(clauses, i)
                if promise is not None and not any(covers(promise, other) for other in found):
                    found.append(promise)
        return found

    # --- words that commit

    def by_word(self, clauses: Clauses, i: int) -> Promise | None:
        verb = clauses.verbs.get(i)
        if verb is not None:
            entries = next((lemma.pledges for r in agreeing(clauses, i) if (lemma := self.lexicon.lemmas[r.lemma]).pledges), ())
        else:
            entries = tuple(n.use.entry for n in clauses.tokens[i].word.nouns if n.use.kind == "pledge")
        for entry in entries:
            pledge = self.lexicon.pledges[entry]
            said = self.arguments.statement_at(clauses, i)
            words = complement(clauses, i, pledge.takes, said, verb is None)
            if words is None:
                continue
            around = circumstance(clauses, i, i, words[1])
            if around.negated or around.hypothetical or around.subordinate:
                continue
            by = self.committed(clauses, i)
            if by and not (pledge.strength == "hope" and self.for_others(clauses, words[0], by)):
                return self.promise(clauses, by, pledge.strength, words, pledge.id, said)
        return None

    def committed(self, clauses: Clauses, i: int) -> list[Entity]:
        if i in clauses.verbs:
            who = self.arguments.entities(clauses, clauses.subject(i) or []) or self.arguments.unsaid(clauses, i)
        else:
            noun = next((n for n in clauses.tokens[i].word.nouns if n.use.kind == "pledge"), None)
            found = self.arguments.of_noun(clauses, i, noun, "subject")
            who = self.arguments.entities(clauses, found.slots.get("subject", [])) or found.implied.get("subject", [])
            if not who and noun is not None and not noun.pronoun and not clauses.tokens[i].word.definite:
                who = of_predicate(self.arguments, clauses, i)
        return [e for e in who if e.itself.code != UNKNOWN]

    def for_others(self, clauses: Clauses, start: int, by: list[Entity]) -> bool:
        """Whether what is hoped for is that somebody else does something: أملها في أن تعود واشنطن."""
        if "complementizers" not in clauses.tokens[start].word.tags:
            return False
        verb = next((i for i in (start + 1, start + 2) if i in clauses.verbs), None)
        subject = clauses.subject(verb) if verb is not None else None
        who = {e.itself.code for e in self.arguments.entities(clauses, subject or [])}
        return bool(who) and not who & {e.itself.code for e in by}

    # --- what is said to be done

    def by_future(self, clauses: Clauses, i: int) -> Promise | None:
        """سنعمل, لن نتراجع; and what a speaker says that his own state or side will do."""
        verb = clauses.verbs.get(i)
        if verb is None or not verb.future or verb.relative or verb.passive:
            return None
        said = self.arguments.statement_at(clauses, i)
        if said is None or not said.speakers:
            return None
        speaker = said.speakers[0].itself
        if verb.person.startswith("1"):
            by = said.speakers
        else:
            who = self.arguments.entities(clauses, clauses.subject(i) or []) or self.arguments.unsaid(clauses, i)
            by = [e for e in who if e.itself.code == speaker.code]
            if not by or len(by) < len(who):
                return None
        if speaker.code == UNKNOWN:
            return None
        around = circumstance(clauses, i, i, i + 1)
        if around.hypothetical:
            return None
        start = i - 1 if i and clauses.tokens[i - 1].word.form.lstrip("وف") == "لن" else i
        return self.promise(clauses, by[:1] if len(by) > 1 else by, "vow", (start, end_of(clauses, i + 1, said)), "will-do", said)

    def promise(
        self, clauses: Clauses, by: list[Entity], strength: str, words: tuple[int, int], rule: str, said: Said | None
    ) -> Promise:
        tokens = clauses.tokens
        start, end = words
        made = Promise(by, strength, (tokens[start].start, tokens[end - 1].end), rule, said.id if said is not None else None)
        made.due = self.due(clauses, start, end)
        made.clauses, made.i = clauses, start
        made.others = self.partners(clauses, start, end, by)
        return made

    def partners(self, clauses: Clauses, start: int, end: int, by: list[Entity]) -> list[Entity]:
        """Those with whom (مع) the promised thing is to be done."""
        own = {e.itself.code for e in by}
        with_whom = self.lexicon.grammar["with_whom"]
        phrases = [p for p in clauses.phrases if start < p.start < end and p.prep in with_whom]
        return [e for e in self.arguments.entities(clauses, phrases) if e.itself.code not in own | {UNKNOWN}]

    def due(self, clauses: Clauses, start: int, end: int) -> Date | None:
        """The date among the promised words, where it lies ahead."""
        low, high = clauses.tokens[start].start, clauses.tokens[end - 1].end
        for date in clauses.dates:
            if low <= date.start < high:
                value = date.future_value or date.value
                if value and self.published and first_day(value) >= self.published - datetime.timedelta(days=1):
                    return Date(value, date.precision)  # type: ignore[arg-type]
        return None


def covers(one: Promise, other: Promise) -> bool:
    """Whether two promises share most of their words."""
    low, high = max(one.what[0], other.what[0]), min(one.what[1], other.what[1])
    return high - low > 0.5 * min(one.what[1] - one.what[0], other.what[1] - other.what[0])
