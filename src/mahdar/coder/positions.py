"""Who stands where: words of stance with their holder and matter."""

from mahdar.coder.arguments import ArgumentFinder
from mahdar.coder.clauses import Clauses
from mahdar.coder.complements import agreeing, complement
from mahdar.coder.coreference import Cast
from mahdar.coder.entities import UNKNOWN, Entity
from mahdar.coder.status import circumstance
from mahdar.languages.ar.clitics import governing
from mahdar.lexicon.entries import Stance

_ABOUT = 6  # words of the matter
_NAMED = frozenset({"state", "capital", "place", "person"})  # mentions that may be without an article


class Stand:
    """A position before it is written."""

    __slots__ = ("about", "confidence", "evidence", "holder", "rule", "said", "stance")

    def __init__(self, holder: Entity, stance: Stance, about: str, evidence: tuple[int, int], said: str | None) -> None:
        self.holder = holder
        self.stance = stance.stance
        self.about = about
        self.evidence = evidence
        self.said = said
        self.rule = stance.id
        self.confidence = 0.7


class PositionReader:
    """Reads positions of states and bodies."""

    def __init__(self, cast: Cast, arguments: ArgumentFinder) -> None:
        self.cast = cast
        self.lexicon = cast.lexicon
        self.arguments = arguments

    def read(self, sentences: list[Clauses]) -> list[Stand]:
        found: list[Stand] = []
        for clauses in sentences:
            for i in clauses.telling:
                stand = self.at(clauses, i) if "stance" in clauses.tokens[i].word.kinds else None
                if stand is not None and not any(same(stand, other) for other in found):
                    found.append(stand)
        return found

    def at(self, clauses: Clauses, i: int) -> Stand | None:
        word = clauses.tokens[i].word
        verb = clauses.verbs.get(i)
        entries: tuple[int, ...] = ()
        if verb is not None:
            entries = next((lemma.stances for r in agreeing(clauses, i) if (lemma := self.lexicon.lemmas[r.lemma]).stances), ())
        else:
            entries = tuple(n.use.entry for n in word.nouns if n.use.kind == "stance")
        for entry in entries:
            stance = self.lexicon.stances[entry]
            said = self.arguments.statement_at(clauses, i)
            words = complement(clauses, i, stance.takes, said, verb is None)
            if words is None:
                continue
            holder = self.holder(clauses, i)
            if holder is None or not self.may_hold(holder):
                continue
            around = circumstance(clauses, i, i, words[1])
            if around.negated or around.hypothetical or around.subordinate or verb is not None and verb.pluperfect:
                continue
            return self.stand(clauses, i, holder, stance, words, said.id if said is not None else None)
        return None

    def stand(self, clauses: Clauses, i: int, holder: Entity, stance: Stance, words: tuple[int, int], said: str | None) -> Stand:
        tokens = clauses.tokens
        start, end = words
        count, stop = 0, start
        while stop < end and count < _ABOUT:
            count += tokens[stop].word.is_word
            stop += 1
        while stop > start + 1 and not tokens[stop - 1].word.is_word:
            stop -= 1
        about = self.bare(clauses, start) + self.cast.text[tokens[start].end : tokens[stop - 1].end]
        return Stand(holder, stance, about, (tokens[i].start, tokens[end - 1].end), said)

    def bare(self, clauses: Clauses, i: int) -> str:
        """The word at token `i` without a preposition written with it, its article restored: للقضية → القضية."""
        token = clauses.tokens[i]
        written, word = self.cast.text[token.start : token.end], token.word
        mention = clauses.mention_at.get(i)
        clitics = mention.clitics if mention is not None and mention.start == i else word.clitics
        if not governing(clitics) or word.form[: len(clitics)] != clitics:
            return written
        rest = written[len(clitics) :]
        if not word.form.startswith("لل", len(clitics) - 1):
            return rest
        return contracted(rest, word.form[len(clitics) :], self.lexicon.common, mention is not None and mention.kind in _NAMED)

    def holder(self, clauses: Clauses, i: int) -> Entity | None:
        """Whose stand it is: the subject of the verb, the owner of the noun."""
        if i in clauses.verbs:
            who = self.arguments.entities(clauses, clauses.subject(i) or []) or self.arguments.unsaid(clauses, i)
            return who[0] if who else None
        noun = next((n for n in clauses.tokens[i].word.nouns if n.use.kind == "stance"), None)
        found = self.arguments.of_noun(clauses, i, noun, "subject")
        who = self.arguments.entities(clauses, found.slots.get("subject", [])) or found.implied.get("subject", [])
        return who[0] if who else None

    def may_hold(self, entity: Entity) -> bool:
        code = entity.itself.code
        return code != UNKNOWN and not (entity.kind == "person" and entity.sector in ("CVL", "JRN", "BUS", "EDU", "MED", "ELI"))


def contracted(written: str, form: str, common: dict[str, int], named: bool) -> str:
    """The noun behind ل with its article, which is written with the noun (للقضية) or lost before another ل (للجنة)."""
    never = len(common)
    if common.get(form, never) >= common.get(form[1:], never):
        return "ا" + written
    return written if named else "ال" + written


def same(one: Stand, other: Stand) -> bool:
    """Whether two stands are one: the same holder, stance and words of the matter."""
    if one.holder.itself.code != other.holder.itself.code or one.stance != other.stance:
        return False
    a, b = set(one.about.split()), set(other.about.split())
    return len(a & b) >= 0.6 * min(len(a), len(b))
