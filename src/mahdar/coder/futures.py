"""Promises without a word that commits: what a speaker says that his own side will do, and engagements that are told."""

import datetime

from mahdar.coder.arguments import ArgumentFinder
from mahdar.coder.clauses import Clauses
from mahdar.coder.complements import actors, before_quote, end_of
from mahdar.coder.entities import UNKNOWN, Entity
from mahdar.coder.holders import HolderFinder
from mahdar.coder.phrases import Phrase
from mahdar.coder.pledges import PledgeWords
from mahdar.coder.promises import ahead
from mahdar.coder.said import Said
from mahdar.coder.status import hypothetical
from mahdar.coder.verbs import Verb

_ASKED = frozenset("؟?")
_SIDES = ("title", "state", "capital", "org", "body", "group", "counterpart", "person", "own")  # heads of who has engagements


class Told:
    """A promise found in a verb: by whom, how strongly, in which words."""

    __slots__ = ("by", "end", "rule", "start", "strength")

    def __init__(self, by: list[Entity], strength: str, rule: str, start: int, end: int) -> None:
        self.by = by
        self.strength = strength
        self.rule = rule
        self.start = start
        self.end = end


class FutureReader:
    """Reads promises that stand in the verb alone."""

    def __init__(
        self, arguments: ArgumentFinder, words: PledgeWords, finder: HolderFinder, published: datetime.date | None
    ) -> None:
        self.arguments = arguments
        self.words = words
        self.finder = finder
        self.lexicon = finder.lexicon
        self.published = published

    def at(self, clauses: Clauses, i: int) -> Told | None:
        """The promise that the verb at token `i` makes."""
        verb = clauses.verbs[i]
        if verb.relative or not verb.future and (verb.past or not self.is_one_of(verb, self.words.engagements)):
            return None
        if self.is_one_of(verb, self.words.guesses):
            return None
        said = self.arguments.statement_at(clauses, i)
        follows = verb.conjunction == "ف" or i > 0 and clauses.tokens[i - 1].word.form.startswith("ف")  # إذا … فسوف نعيد
        if not follows and hypothetical(clauses, i) or self.guessed(clauses, said):
            return None
        found = self.of_his_own(clauses, verb, said) if said is not None and verb.future else None
        return found or self.engagement(clauses, verb, said)

    def of_his_own(self, clauses: Clauses, verb: Verb, said: Said) -> Told | None:
        """سنعمل, لن نتراجع; and what a speaker says that his own state or side will do."""
        if not said.speakers or not self.finder.may_hold(said.speakers[0]):
            return None
        if self.is_one_of(verb, self.words.being):
            return None
        if verb.person.startswith("1"):
            return self.told(clauses, verb, said.speakers[:1], "will-do", said)
        if self.is_one_of(verb, self.words.outcomes) and not verb.negated:
            return None
        return self.told(clauses, verb, self.side(clauses, verb, said), "will-do", said)

    def side(self, clauses: Clauses, verb: Verb, said: Said) -> list[Entity]:
        """Those of the speaker's own side who are to do what a verb says; nobody where others are."""
        who, _ = actors(self.arguments, clauses, verb.i, ("object",))
        subject = clauses.subject(verb.i)
        named = self.arguments.entities(clauses, subject or [])
        if subject and not named and subject[0].start > verb.i and who and not self.thing(clauses, verb, subject[0]):
            subject = None
        if subject and self.are_his(subject, named):
            return said.speakers[:1]
        if verb.passive or (not named if subject else not who):
            return said.speakers[:1] if self.runs(clauses, verb, said) else []
        if not subject:
            quoted = before_quote(clauses, verb.i)
            nameless = quoted is not None and not self.arguments.entities(clauses, [quoted])
            if nameless or self.is_of_thing(clauses, verb, said.content[0]):
                return said.speakers[:1] if self.runs(clauses, verb, said) else []
        own = [e for e in who if e.itself.code == said.speakers[0].itself.code]
        if len(own) == len(who):
            return own if subject else own[:1]
        return list(who) if own and subject else []

    @staticmethod
    def are_his(subject: list[Phrase], named: list[Entity]) -> bool:
        """Whether a subject is people without a country of their own: قال المدير إن الخبراء سيتوجهون."""
        head = subject[0].head
        return head is not None and head.kind == "people" and all(e.itself.code == UNKNOWN for e in named)

    @staticmethod
    def opening(clauses: Clauses, verb: Verb) -> int | None:
        """The particle that opens the clause of a verb."""
        return next((j for j in reversed(clauses.marked("complementizers")) if j < verb.i), None)

    def is_of_thing(self, clauses: Clauses, verb: Verb, start: int) -> bool:
        """Whether a verb without a subject tells of a thing: إن الاتفاق المبرم في فيينا سيحقق … ولن يغير …"""
        if verb.i and "subject_pronouns" in clauses.tokens[verb.i - 1].word.tags:
            return False
        before = [j for j in clauses.verbs_before(verb.i, start) if not clauses.verbs[j].relative]
        opening = self.opening(clauses, verb)
        if opening is not None and opening >= start and (not before or opening > before[0]):
            topic = clauses.phrase_at.get(opening + 1)
            if topic is None and "demonstratives" in clauses.tokens[opening + 1].word.tags:
                return True  # أن هذا لن يؤثر
            if topic is not None and topic.start == opening + 1 and topic.end < verb.i and not topic.prep:
                return not self.arguments.entities(clauses, [topic])
        subject = clauses.subject(before[0]) if before else None
        return bool(subject) and not self.arguments.entities(clauses, subject or [])

    @staticmethod
    def thing(clauses: Clauses, verb: Verb, phrase: Phrase) -> bool:
        """Whether the phrase right behind a verb is its subject although nobody is named in it: ستبدأ المعركة."""
        return phrase.start == verb.i + 1 and clauses.tokens[phrase.start].word.definite and not verb.conjunction

    def runs(self, clauses: Clauses, verb: Verb, said: Said) -> bool:
        """Whether a thing of the speaker's own is to start, go on or take place: التعاون بين البلدين سيستمر."""
        if not self.is_one_of(verb, self.words.running):
            return False
        subject = clauses.subject(verb.i) or []
        opening = self.opening(clauses, verb)
        start = min([verb.i if opening is None else opening + 1, *(p.start for p in subject)])
        joint = {*self.lexicon.grammar["joint_adjectives"], *self.lexicon.grammar["dual_states"]}
        own = any(clauses.tokens[k].word.form in joint for k in range(start, max([verb.i, *(p.end for p in subject)])))
        stop = end_of(clauses, verb.i + 1, said)
        low, high = clauses.tokens[verb.i].end, clauses.tokens[stop - 1].end
        near = [d for d in clauses.dates if low <= d.start < high and d.precision != "year"]
        return own or any(ahead(d, self.published) for d in near)

    def engagement(self, clauses: Clauses, verb: Verb, said: Said | None) -> Told | None:
        """What officials are going to do by the calendar: سيلتقي الوزير نظيره, يزور الرئيس باريس غداً."""
        if verb.passive or verb.negated or verb.person.startswith("1"):
            return None
        if not self.is_one_of(verb, self.words.engagements):
            return None
        _, behind = actors(self.arguments, clauses, verb.i, ("object",))
        subject = [p for p in clauses.subject(verb.i) or [] if p.start < verb.i or p in behind]
        if not subject or subject[0].start > verb.i and self.met(clauses, verb, subject):
            who = self.carried_on(clauses, verb)
        else:
            head = subject[0].head
            who = self.finder.held(self.arguments.entities(clauses, subject)) if head is not None and head.kind in _SIDES else []
        end = end_of(clauses, verb.i + 1, said)
        arranged = verb.future or self.dated(clauses, verb, end) or self.scheduled(clauses, verb)
        if not who or not arranged or verb.i >= end - 1:
            return None
        return Told(who, "vow" if verb.future else "plan", "will-go", verb.i, end)

    def carried_on(self, clauses: Clauses, verb: Verb) -> list[Entity]:
        """Who goes on to do what he does in person, where nobody is named: كما ستقدم تقريراً."""
        if not verb.future or not self.is_one_of(verb, self.words.in_person) or self.is_of_thing(clauses, verb, 0):
            return []
        behind = clauses.subject(verb.i)
        first = clauses.tokens[behind[0].start].word if behind else None
        accusative = first is None or first.form.endswith("ا") or self.is_one_of(verb, self.words.transitive)
        return self.finder.held(self.arguments.unsaid(clauses, verb.i)) if accusative else []

    @staticmethod
    def scheduled(clauses: Clauses, verb: Verb) -> bool:
        """Whether a verb is said to be arranged: من المقرر أن يزور."""
        return any(verb.i - 4 <= j < verb.i for j in clauses.marked("scheduled")) and verb.i > 0

    def met(self, clauses: Clauses, verb: Verb, subject: list[Phrase]) -> bool:
        """Whether those behind a verb are met, as nobody else stands there to be: … حيث سيلتقي الرئيس الإيراني."""
        if not self.is_one_of(verb, self.words.transitive):
            return False
        end = clauses.clause_end(verb.i)
        behind = [p for p in clauses.phrases_after(verb.i, end) if p not in subject]
        return not any(not p.prep or p.prep == "ب" and p.head is not None and p.head.kind in _SIDES for p in behind)

    def dated(self, clauses: Clauses, verb: Verb, end: int) -> bool:
        """Whether a day ahead stands beside a verb in the present: يصل الوزير غداً."""
        if verb.past or not self.published:
            return False
        low, high = clauses.tokens[verb.i].start, clauses.tokens[end - 1].end
        days = [d for d in clauses.dates if low <= d.start < high and d.precision == "day"]
        return any((day := ahead(d, self.published)) and day.value > self.published.isoformat() for d in days)

    def guessed(self, clauses: Clauses, said: Said | None) -> bool:
        """Whether what is said is guessed or asked rather than told: توقع أن, نفى أن."""
        if said is None:
            return False
        if any(t.word.form in _ASKED for t in clauses.tokens[said.content[0] : said.content[1] + 1]):
            return True
        if said.cue is None:
            return False
        verb = clauses.verbs.get(said.cue[0])
        return verb is not None and self.is_one_of(verb, self.words.guesses)

    @staticmethod
    def is_one_of(verb: Verb, lemmas: frozenset[int]) -> bool:
        return not lemmas.isdisjoint([r.lemma for r in verb.readings])

    def told(self, clauses: Clauses, verb: Verb, by: list[Entity], rule: str, said: Said) -> Told | None:
        i = verb.i
        by = [e for e in by if e.itself.code != UNKNOWN]
        negation = i and verb.negated and "negation_before_verb" in clauses.tokens[i - 1].word.tags
        return Told(by, "vow", rule, i - 1 if negation else i, self.end(clauses, verb, said)) if by else None

    @staticmethod
    def end(clauses: Clauses, verb: Verb, said: Said) -> int:
        """Where what is promised ends: a verb in the present that و joins goes on with it (سيزور القاهرة ويلتقي نظيره)."""
        end = end_of(clauses, verb.i + 1, said)
        while (more := clauses.verbs.get(end)) is not None and more.conjunction == "و" and end < said.content[1]:
            if verb.negated or more.past or more.future or more.negated or more.person != verb.person:
                break
            end = end_of(clauses, end + 1, said)
        return end
