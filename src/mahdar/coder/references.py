"""Whom the text leaves to be understood: who speaks, whom a pronoun or an unsaid subject means."""

from mahdar.coder.agreement import agree, suits
from mahdar.coder.clauses import Clauses
from mahdar.coder.coreference import Cast
from mahdar.coder.entities import UNKNOWN, Entity
from mahdar.coder.phrases import Phrase
from mahdar.coder.said import Said

_COMMA = frozenset("،,؛;:")
_FIRST_PERSON = ("نا", "ي", "ني")


class References:
    """Knows who speaks where and who was spoken of last."""

    def __init__(self, cast: Cast, said: list[Said], topics: dict[int, list[Entity]]) -> None:
        self.cast = cast
        self.topics = topics
        self.said: dict[int, list[Said]] = {}
        for statement in said:
            self.said.setdefault(statement.clauses.sentence.index, []).append(statement)

    def statement_at(self, clauses: Clauses, i: int) -> Said | None:
        """The innermost statement whose content holds token `i`."""
        said = self.said.get(clauses.sentence.index)
        if said is None:
            return None
        inside = [s for s in said if s.content[0] <= i < s.content[1]]
        if len(inside) > 1:
            return min(inside, key=lambda s: s.content[1] - s.content[0])
        return inside[0] if inside else None

    def speaking(self, clauses: Clauses, i: int) -> list[Entity]:
        """Who speaks by the words at `i`, or before them in the sentence; else who is being spoken of."""
        said = self.said.get(clauses.sentence.index, ())
        own = [s for s in said if s.cue is not None and s.cue[0] == i and s.speakers]
        if own:
            return own[0].speakers
        before = [s for s in said if s.content[0] < i and s.speakers]
        if before:
            return min(before, key=lambda s: s.content[0]).speakers
        for j in clauses.verbs_before(i):
            if not clauses.verbs[j].relative and (who := self.entities(clauses, clauses.subject(j) or [])):
                return who
        return self.topics.get(clauses.sentence.index, [])

    def main_subject(self, clauses: Clauses, i: int) -> list[Entity]:
        """The subject of the nearest verb before token `i`."""
        for j in clauses.verbs_before(i):
            if who := self.entities(clauses, [p for p in clauses.subject(j) or [] if p.end <= i]):
                return who
        return []

    def unsaid(self, clauses: Clauses, i: int) -> list[Entity]:
        """Who the unsaid subject of the verb at `i` is."""
        verb = clauses.verbs[i]
        said = self.statement_at(clauses, i)
        if verb.person.startswith("1"):
            return said.speakers if said is not None else self.topics.get(clauses.sentence.index, [])
        if said is not None and said.mode == "direct" and any(r.tag == "p1s" for r in verb.readings):
            return said.speakers
        for j in clauses.verbs_before(i):
            if said is not None and j < said.content[0]:
                break
            if clauses.verbs[j].relative and not clauses.verbs[i].relative:
                continue
            phrases = clauses.subject(j)
            if phrases:
                who = self.entities(clauses, phrases)
                if who and agree(who, verb.person):
                    return who
                if not who and verb.conjunction and self.thing_did(clauses, phrases, verb.person):
                    return []  # قذيفة سقطت على منزل وأودت بحياة …: a thing did both
        if said is not None:
            own = said.speakers
            return own if own and agree(own, verb.person) else []
        return [e for e in self.topics.get(clauses.sentence.index, []) if agree([e], verb.person)]

    def thing_did(self, clauses: Clauses, phrases: list[Phrase], person: str) -> bool:
        """Whether a subject is a thing, an indefinite noun that names nobody, and a further verb agrees with it."""
        first = clauses.tokens[phrases[0].start].word
        if len(phrases) > 1 or phrases[0].end - phrases[0].start > 1 or first.definite or phrases[0].mentions:
            return False
        return person == ("3fs" if first.form.endswith(("ه", "ات")) else "3ms")

    def pronoun(self, clauses: Clauses, i: int, pronoun: str, subject: list[Entity]) -> list[Entity]:
        """Whom a pronoun on a word means: the last one named before that fits and is not the subject."""
        if pronoun in _FIRST_PERSON:
            said = self.statement_at(clauses, i)
            return said.speakers if said is not None else []
        at = clauses.tokens[i].start
        best: Entity | None = None
        place = -1
        for entity in self.cast.entities:
            if entity in subject or not suits(entity, pronoun):
                continue
            last = max((s for s, _ in entity.mentions if s < at), default=-1)
            if last > place and at - last < 400:
                best, place = entity, last
        return [best] if best is not None else []

    def possessor(self, clauses: Clauses, i: int, pronoun: str) -> list[Entity]:
        """Whom the pronoun on a noun means: most often the subject of the clause, else whoever was named last."""
        if pronoun in _FIRST_PERSON:
            said = self.statement_at(clauses, i)
            return said.speakers if said is not None else []
        for j in clauses.verbs_before(i):
            if clauses.verbs[j].relative:
                continue
            phrases = clauses.subject(j)
            who = self.entities(clauses, [p for p in phrases or [] if p.start < i])
            if who and suits(who[0], pronoun):
                return who
        for j in sorted(j for j in clauses.verbs if j > i):
            phrases = clauses.subject(j)
            who = self.entities(clauses, phrases or [])
            if who and suits(who[0], pronoun):
                return who
            break
        said = self.statement_at(clauses, i)
        if said is not None and said.speakers and suits(said.speakers[0], pronoun):
            return said.speakers
        return [e for e in self.topics.get(clauses.sentence.index, []) if suits(e, pronoun)]

    def concerned(self, clauses: Clauses, i: int, actor: list[Entity]) -> list[Entity]:
        """Whom the words behind the trigger at `i` name first besides the actor, up to the next act in the sentence."""
        said = self.statement_at(clauses, i)
        stop = said.content[1] if said is not None else len(clauses.tokens)
        own = {e.code for e in actor}
        for mention in clauses.mentions:
            if (
                mention.start <= i
                or mention.kind in ("place", "realm")
                or mention.kind in ("state", "capital")
                and mention.prep in ("في", "فى")
            ):
                continue
            if "belonging" in clauses.tokens[mention.start - 1].word.tags:
                continue
            if mention.start >= stop or self.next_act(clauses, i, mention.start):
                break
            if mention.kind == "nisba":
                sited = not clauses.tokens[mention.start - 1].word.stems.isdisjoint(clauses.lists["place_heads"])
                who = [] if sited else [self.cast.by_code(mention.codes[0])]  # في العاصمة النمساوية: not with Austria
            else:
                who = self.cast.resolve(clauses, mention)
            who = [e for e in who if e.codes and e.code not in own and e.code != UNKNOWN]
            if who:
                return who
        return []

    def next_act(self, clauses: Clauses, i: int, end: int) -> bool:
        """Whether another act is told between tokens `i` and `end`."""
        for j in range(i + 1, end):
            word = clauses.tokens[j].word
            new = "complementizers" in word.tags and word.form.startswith("و")
            if (
                word.form in (".", "؛", ";")
                or word.preposition in clauses.lists["afterwards"]
                or word.preposition in clauses.lists["since"]
                or new
                or "clause_openers" in word.tags
                or j in clauses.verbs
                and clauses.verbs[j].conjunction
            ):
                return True
            if word.participles and clauses.tokens[j - 1].word.form in _COMMA:
                return True
        return False

    def entities(self, clauses: Clauses, phrases: list[Phrase], nested: bool = True) -> list[Entity]:
        """The participants of phrases, each once, in order."""
        out: list[Entity] = []
        for phrase in phrases:
            for entity in self.cast.of_phrase(clauses, phrase, nested):
                if entity not in out:
                    out.append(entity)
        return out


def acts(entity: Entity) -> bool:
    """Whether an entity is one that acts by force or office rather than one acted upon."""
    return (
        entity.kind in ("state", "organisation")
        or entity.sector in ("MIL", "REB", "UAF", "GOV", "COP")
        or entity.code.startswith(("NSA:", "IGO:"))
    )
