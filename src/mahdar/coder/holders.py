"""Whose a stand or promise is: by a noun, an adjective or besides; and who may hold a position at all."""

from mahdar.coder.arguments import ArgumentFinder, Arguments
from mahdar.coder.clauses import Clauses
from mahdar.coder.complements import of_predicate
from mahdar.coder.entities import UNKNOWN, Entity
from mahdar.coder.stances import StanceWords
from mahdar.coder.tokens import NounReading

_EXPRESSED = 16  # words between a verb and the noun of stance that it carries
_PARTICIPLE = 3  # words before a noun of stance among which a participle carries it
_PRIVATE = frozenset({"CVL", "JRN", "BUS", "EDU", "MED", "ELI", "REF", "SOC", "LAB", "AGR", "CRM", "UNK"})
_OPEN = ("", "عن", "على", "إلى", "الى")  # prepositions behind which what is expressed stands
_THEIRS = ("هما", "هم")


class HolderFinder:
    """Finds the holders of stands."""

    def __init__(self, arguments: ArgumentFinder, words: StanceWords) -> None:
        self.arguments = arguments
        self.lexicon = words.lexicon
        self.words = words

    def of(self, clauses: Clauses, i: int, noun: NounReading | None) -> list[Entity]:
        """Whose the stand or promise of a noun or participle is: its owner, of whom it is said, who speaks besides."""
        if noun is None:
            return self.arguments.speaking(clauses, i)
        if noun.use.weak:
            return of_predicate(self.arguments, clauses, i)
        return self.owners(clauses, i, noun)

    def held(self, who: list[Entity]) -> list[Entity]:
        """Those who may hold a position, one for each state or body."""
        held: dict[str, Entity] = {}
        for entity in who:
            if self.may_hold(entity):
                held.setdefault(entity.itself.code, entity)
        return list(held.values())

    def owners(self, clauses: Clauses, i: int, noun: NounReading) -> list[Entity]:
        """Of whom a noun of stance is: by its pronoun or nisba, else by a verb that expresses it."""
        found = self.arguments.of_noun(clauses, i, noun, "subject")
        owned = noun.pronoun or found.slots.get("subject") or found.implied.get("subject")
        if not owned and i and "prepositions" in clauses.tokens[i - 1].word.tags and noun.use.kind == "pledge":
            return of_predicate(self.arguments, clauses, i - 1)  # الاتحاد على استعداد لـ…
        strict = noun.use.kind != "stance" or self.lexicon.stances[noun.use.entry].deeds
        if (strict or not owned) and not self.expressed(clauses, i, found):
            return []
        if noun.pronoun in _THEIRS and len(both := self.several(clauses, i)) > 1:
            return both
        if noun.pronoun and not found.implied.get("subject"):
            # أعرب الكرملين عن رفضه: a word for the state may be of the other gender
            return self.several(clauses, i) if self.expressed(clauses, i, found) else []
        if noun.pronoun or any(m.kind == "nisba" for p in [clauses.phrase_at.get(i)] if p for m in p.mentions if m.start > i):
            return found.implied.get("subject", [])
        who = self.arguments.entities(clauses, [p for p in found.slots.get("subject", []) if p.start <= i + 1 or p.joined])
        told = not clauses.tokens[i].word.definite or noun.use.kind == "stance" and strict  # أكد الوقوف مع العراق
        return who if who or not told else self.several(clauses, i)

    def expressed(self, clauses: Clauses, i: int, found: Arguments) -> bool:
        """Whether a noun of stance is what somebody expresses (أكد دعمه, رفض تركي), not what is told by the way."""
        phrase = clauses.phrase_at.get(i)
        if phrase is None or phrase.prep not in _OPEN:
            return False
        if phrase.joined and phrase.start == i and not (found.slots.get("subject") or found.implied.get("subject")):
            return False  # بحث العلاقات ودعم تعزيزها
        if any(clauses.tokens[k].word.stems.isdisjoint(self.words.lasting) for k in range(phrase.start, i)):
            return False  # but تواصل دعم بلاده
        verb = next(iter(clauses.verbs_before(i)), None)
        participle = next((k for k in range(i - 1, max(-1, i - 1 - _PARTICIPLE), -1) if clauses.tokens[k].word.participles), None)
        if participle is not None and (verb is None or verb < participle):
            return True  # مؤكداً دعمه …
        if verb is None:
            return bool(found.implied.get("subject")) and i <= 1
        if any("complementizers" in clauses.tokens[k].word.tags for k in range(verb, i)):
            return False
        return i - verb <= _EXPRESSED and self.expresses(clauses, verb)

    def several(self, clauses: Clauses, i: int) -> list[Entity]:
        """The several subjects of the verb before token `i`: أعرب الجانبان عن قلقهما, كما عبرا عن قلقهما."""
        for j in clauses.verbs_before(i):
            if not clauses.verbs[j].relative:
                subject = [p for p in clauses.subject(j) or [] if p.end <= i]
                return self.arguments.entities(clauses, subject) or self.arguments.unsaid(clauses, j)
        return []

    def expresses(self, clauses: Clauses, i: int) -> bool:
        """Whether the verb at token `i` may carry a noun of stance: أبدى حرصاً, أكد دعم بلاده."""
        return any(self.lexicon.lemmas[r.lemma].past in self.words.expressing for r in clauses.verbs[i].readings)

    def may_hold(self, entity: Entity) -> bool:
        code = entity.itself.code
        return code != UNKNOWN and not (entity.sector in _PRIVATE and code[:4] not in ("IGO:", "NSA:"))
