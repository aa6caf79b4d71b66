"""Who did what to whom: triggers with their arguments become events, and what is told twice becomes one."""

from collections.abc import Sequence

from mahdar.coder.arguments import ArgumentFinder, Arguments
from mahdar.coder.clauses import Clauses, Phrase
from mahdar.coder.coreference import UNKNOWN, Cast, Entity
from mahdar.coder.dates import DateExpression
from mahdar.coder.mentions import Mention
from mahdar.coder.parties import ADDRESSED, DEEDS, SYMMETRIC, PartyFinder, codes, plain
from mahdar.coder.scenes import PlaceFinder
from mahdar.coder.status import Circumstance, circumstance, is_background, is_coming, news_day
from mahdar.coder.triggers import VERBAL, Fired, TriggerFinder
from mahdar.lexicon.entries import Light, Trigger
from mahdar.minutes import Date

VIOLENT = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
REDUCED = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
_ASKING = frozenset({"REQUEST", "REJECT", "THREATEN", "AGREE"})
DATED = frozenset({"CONSULT", "AGREE"})  # types whose day is that of the news where no other is named
WORDS = frozenset({"THREATEN", "REQUEST", "REJECT"})
_AFTER = frozenset({"بعد", "منذ"})
_LEAST = 0.36
_CERTAIN = 0.8  # weight from which praise of a matter is support though nobody is praised


class Happening:
    """An event before it is written: participants, circumstances, evidence."""

    __slots__ = (
        "actor",
        "clauses",
        "confidence",
        "date",
        "dated",
        "entry",
        "evidence",
        "guessed",
        "i",
        "mode",
        "place",
        "recipient",
        "said",
        "status",
        "type",
    )

    def __init__(self, trigger: Trigger, type_: str, mode: str | None, clauses: Clauses, i: int) -> None:
        self.entry = trigger
        self.type = type_
        self.mode = mode
        self.clauses = clauses
        self.i = i
        self.actor: list[Entity] = []
        self.recipient: list[Entity] = []
        self.status = "actual"
        self.date: Date | None = None
        self.place: tuple[str, Mention] | None = None
        self.evidence: list[tuple[int, int]] = []
        self.said: str | None = None
        self.dated = False
        self.guessed = False
        self.confidence = trigger.weight

    @property
    def who(self) -> set[str]:
        return codes((*self.actor, *self.recipient))


class Dropped:
    """A trigger that was considered and made no event, and why."""

    __slots__ = ("end", "reason", "rule", "start")

    def __init__(self, start: int, end: int, rule: str, reason: str) -> None:
        self.start = start
        self.end = end
        self.rule = rule
        self.reason = reason


class EventReader:
    """Reads the events of an article."""

    def __init__(self, cast: Cast, triggers: TriggerFinder, arguments: ArgumentFinder, published: object) -> None:
        self.cast = cast
        self.lexicon = cast.lexicon
        self.triggers = triggers
        self.arguments = arguments
        self.published = published
        self.parties = PartyFinder(cast, arguments)
        self.places = PlaceFinder(cast, arguments)
        self.dropped: list[Dropped] = []
        self.day: str | None = None
        self.lead = 0
        self.dated: set[str] = set()

    def read(self, sentences: list[Clauses], headline: Sequence[Clauses] = ()) -> list[Happening]:
        """The events of the sentences in reading order; those of the headline where the body tells none of their kind."""
        self.day = news_day(sentences, self.published)  # type: ignore[arg-type]
        self.parties.weigh(sentences)
        self.places.read(sentences)
        self.lead = min((c.sentence.index for c in sentences), default=0) + 1
        found: list[Happening] = []
        for clauses in sentences:
            fired = self.triggers.find(clauses)
            for index, one in enumerate(fired):
                happening = self.happening(clauses, one, fired[:index])
                if happening is not None:
                    found.append(happening)
        self.blame(found)
        found = [e for e in found if not self.idle(e)]
        kinds = {happening.type for happening in found}
        for clauses in headline:
            for one in self.triggers.find(clauses):
                happening = self.happening(clauses, one, [])
                if happening is not None and happening.type not in kinds and UNKNOWN not in codes(happening.actor):
                    found.append(happening)
        return found

    def idle(self, event: Happening) -> bool:
        """Whether doubtful words of blame or demand are addressed to nobody that the text names: a remark, not an act."""
        idle = event.type in ADDRESSED and event.guessed and codes(event.recipient) <= {UNKNOWN} and event.entry.weight < _CERTAIN
        if idle and event.type == "REJECT":
            event.recipient, idle = [], False  # a matter may be refused without an opponent
        if idle:
            span = event.clauses.tokens[event.i]
            self.dropped.append(Dropped(span.start, span.end, event.entry.id, "addressed to nobody"))
        return idle

    def blame(self, found: list[Happening]) -> None:
        """Where words turn against a deed whose doer they do not name, they turn against who did it to the speaker.

        The deed is told in the same sentence, or its kind is named behind the trigger and told elsewhere: after
        العقوبات الأميركية على تركيا, تركيا ترفض منطق العقوبات is against the United States.
        """
        deeds = [e for e in found if e.type in DEEDS and e.status != "negated" and codes(e.actor) - {UNKNOWN}]
        for event in found:
            if event.type not in ("ACCUSE", "REJECT", "THREATEN") or not (event.guessed or codes(event.recipient) == {UNKNOWN}):
                continue
            named = self.kinds(event)
            for deed in deeds:
                told = deed.clauses is event.clauses and deed.i < event.i or deed.type in named
                if told and codes(deed.recipient) & codes(event.actor) and not codes(deed.actor) & codes(event.actor):
                    event.recipient = list(deed.actor)
                    break

    def kinds(self, event: Happening) -> set[str]:
        """The types of the deeds that the words right behind a trigger name."""
        tokens = event.clauses.tokens
        behind = tokens[event.i + 1 : min(event.clauses.clause_end(event.i), event.i + 6)]
        uses = [n.use for t in behind for n in t.word.nouns if n.use.kind == "trigger"]
        return {self.lexicon.triggers[use.entry].type for use in uses} & DEEDS

    def drop(self, clauses: Clauses, fired: Fired, reason: str) -> None:
        tokens = clauses.tokens
        rule = self.lexicon.triggers[fired.entry].id
        self.dropped.append(Dropped(tokens[fired.i].start, tokens[fired.end - 1].end, rule, reason))

    # --- one trigger

    def happening(self, clauses: Clauses, fired: Fired, before: list[Fired]) -> Happening | None:
        """What a trigger tells of, or None where it is dropped."""
        trigger = self.lexicon.triggers[fired.entry]
        animate = trigger.type in VERBAL
        verb = next((j for j in range(fired.i, fired.end) if j in clauses.verbs), None)
        light: Light | None = None
        if verb is not None:
            needs = trigger.recipient if trigger.type == "ACCUSE" else trigger.joint if trigger.type == "CONSULT" else ()
            found = self.arguments.of_verb(clauses, verb, trigger.ambivalent, animate, needs if verb == fired.i else ())
        elif fired.participle:
            found = self.arguments.of_participle(clauses, fired.i)
        else:
            light, carrier = self.light(clauses, fired)
            reason, found = self.nominal(clauses, fired, trigger, before, light, carrier)
            if reason:
                self.drop(clauses, fired, reason)
                return None
        if trigger.mode == "visit":
            self.arguments.stages(clauses, found)
        told = verb is not None or fired.participle or fired.phrase or self.told(clauses, fired.i)
        found.spoken = found.spoken or "agent" in found.slots or told
        found.start, found.end = min(found.start, fired.i), max(found.end, fired.end)
        return self.build(clauses, fired, trigger, found, light)

    def nominal(
        self, clauses: Clauses, fired: Fired, trigger: Trigger, before: list[Fired], light: Light | None, carrier: int | None
    ) -> tuple[str, Arguments]:
        """The arguments of a noun or phrase, with those of the verb that carries it; a reason where it tells of no act."""
        found = self.arguments.of_noun(clauses, fired.end - 1, fired.noun, trigger.genitive)
        weak = fired.noun is not None and fired.noun.use.weak and not self.sided(clauses, trigger, found)
        if weak and light is None and not self.impersonal(clauses, fired.i):
            return "a weak noun without a verb that carries it", found
        if light is not None and carrier is not None:
            self.carried(clauses, found, light, carrier)
        elif (doer := self.undertaking(clauses, fired.i)) is not None:
            found.add("subject", doer)
        elif (owner := self.predicate(clauses, fired)) is not None:
            found.add("subject", owner)
            found.spoken = True
        elif self.in_purpose(clauses, fired.i) or self.asked(clauses, fired, before):
            return "an aim or a wish, not an act", found
        return "", found

    def build(self, clauses: Clauses, fired: Fired, trigger: Trigger, found: Arguments, light: Light | None) -> Happening | None:
        around = circumstance(clauses, fired.i, found.start, found.end)
        if light is not None:
            around.prospective = around.prospective or light.aspect == "future"
            around.negated = around.negated or light.aspect == "negated"
        if around.averted:
            self.drop(clauses, fired, "what is to be avoided or is missing")
            return None
        if around.subordinate and not around.prospective and trigger.type != "ASSAULT":
            self.drop(clauses, fired, "what should or may be, under أن")
            return None
        if trigger.type in VERBAL and self.said_by_thing(clauses, fired.i, found):
            self.drop(clauses, fired, "a thing, not somebody, is its subject")
            return None
        mode = self.triggers.mode(clauses, fired, found.end)
        event = Happening(trigger, trigger.type, mode, clauses, fired.i)
        said = self.arguments.statement_at(clauses, fired.i)
        event.said = said.id if said is not None else None
        around.past = around.past or self.backdrop(clauses, fired)
        self.judge(event, around)
        if event.type == "CONCEDE" and event.status == "negated":
            self.drop(clauses, fired, "who does not yield does nothing")
            return None
        self.parties.find(event, found)
        self.settle_date(event, around)
        if event.type == "CONSULT" and event.mode is None and len(codes(event.actor)) > 2:
            event.mode = "multilateral"
        if not self.complete(event, trigger):
            self.drop(clauses, fired, "too few participants")
            return None
        event.place = self.places.find(event, found)
        event.evidence = [self.evidence(clauses, found)]
        if event.confidence < _LEAST:
            self.drop(clauses, fired, "too unsure")
            return None
        return event

    def carried(self, clauses: Clauses, found: Arguments, light: Light, carrier: int) -> None:
        """Give the noun the arguments of the light verb that carries it."""
        outer = self.arguments.of_verb(clauses, carrier)
        slot = {"actor": "subject", "recipient": "object"}.get(light.subject)
        if slot is None:
            return
        own = [p for p in outer.slots.get("subject", []) if not (p.start <= found.start < p.end)]
        if own:
            for phrase in own:
                found.add(slot, phrase)
        elif outer.implied.get("subject"):
            found.implied[slot] = outer.implied["subject"]
        found.start = min(found.start, carrier)
        taken = {id(p) for phrases in found.slots.values() for p in phrases}
        for name, phrases in outer.slots.items():
            if name in ("subject", "object", light.prep):
                continue
            for phrase in phrases:
                if id(phrase) not in taken:
                    found.add(name, phrase)

    def light(self, clauses: Clauses, fired: Fired) -> tuple[Light | None, int | None]:
        """The light verb that carries the noun of a trigger, if one does, and where it stands."""
        i = fired.i
        phrase = clauses.phrase_at.get(i)
        if phrase is None or i - phrase.start > 2 or fired.phrase and clauses.tokens[i].form in self.lexicon.grammar["granting"]:
            return None, None
        for j in clauses.verbs_before(i):
            if clauses.clause_end(j) <= i or i - j > 16:
                break
            for reading in clauses.verbs[j].readings:
                for entry in self.lexicon.lemmas[reading.lemma].lights:
                    light = self.lexicon.lights[entry]
                    if plain(light.prep) == plain(phrase.prep):
                        return light, j
            break
        return None, None

    def sided(self, clauses: Clauses, trigger: Trigger, found: Arguments) -> bool:
        """Whether a noun of sanctions names both sides: العقوبات الأميركية على تركيا."""
        actor = self.parties.take(clauses, found, ("subject",))
        target = self.parties.take(clauses, found, trigger.recipient)
        return trigger.type == "SANCTION" and bool(actor and target) and codes(actor) != codes(target)

    def undertaking(self, clauses: Clauses, i: int) -> Phrase | None:
        """The phrase before the noun at `i` that says whose decision or attempt it is: القرار الإسرائيلي ببناء …"""
        phrase = clauses.phrase_at.get(i)
        if phrase is None or phrase.start != i or phrase.prep not in ("ب", "على", "ل"):
            return None
        before = next((p for p in reversed(clauses.phrases) if p.end <= phrase.prep_start), None)
        if before is None or phrase.prep_start - before.end > 1 or not before.mentions:
            return None
        return before if "undertakings" in clauses.tokens[before.start].word.tags else None

    def predicate(self, clauses: Clauses, fired: Fired) -> Phrase | None:
        """Whose predicate a word is that says of a subject what it does: تركيا مستعدة لـ, إيران راعية للإرهاب."""
        form = clauses.tokens[fired.i].form
        if not (
            fired.phrase and not self.lexicon.triggers[fired.entry].actor or form.startswith(self.lexicon.grammar["ready"])
        ) or form.startswith("ال"):
            return None
        before = clauses.phrase_before(fired.i)
        if before is None or before.prep or before.head is None or before.end < fired.i - 2 or fired.i < before.end:
            return None
        return before

    def backdrop(self, clauses: Clauses, fired: Fired) -> bool:
        """Whether a noun only dates the news: بعد توقيع الاتفاق."""
        phrase = clauses.phrase_at.get(fired.i)
        if fired.phrase and clauses.tokens[fired.i].form in _AFTER:
            return True
        return fired.i not in clauses.verbs and phrase is not None and phrase.prep in ("بعد", "منذ", "قبل")

    def said_by_thing(self, clauses: Clauses, i: int, found: Arguments) -> bool:
        """Whether a verb of speech has a thing before it as subject: الاتفاق يهدد أمن المنطقة."""
        subject = found.slots.get("subject", [])
        if i not in clauses.verbs or not subject or subject[0].start > i:
            return False
        return not self.arguments.entities(clauses, subject) and clauses.tokens[subject[0].start].word.definite

    def told(self, clauses: Clauses, i: int) -> bool:
        """Whether a noun is a participle that tells what somebody does besides: …، مشيداً بدور مصر."""
        form = clauses.tokens[i].form
        return form.startswith("م") and form.endswith("ا") and i > 0 and not clauses.tokens[i - 1].word.is_word

    def impersonal(self, clauses: Clauses, i: int) -> bool:
        return any("impersonal" in t.word.tags for t in clauses.tokens[max(0, i - 2) : i])

    def in_purpose(self, clauses: Clauses, i: int) -> bool:
        """Whether a noun tells what something is for: لوقف القتال, من أجل دعم …"""
        phrase = clauses.phrase_at.get(i)
        if phrase is None:
            return False
        before = clauses.tokens[phrase.start - 1].word.form if phrase.start else ""
        if phrase.prep in self.lexicon.grammar["purposes"] and i - phrase.start < 2:
            return not before.startswith("رد")
        return before in self.lexicon.grammar["purposes"]

    def asked(self, clauses: Clauses, fired: Fired, before: list[Fired]) -> bool:
        """Whether a noun stands within what another trigger asks for, refuses, threatens or promises."""
        for other in before:
            kind = self.lexicon.triggers[other.entry].type
            if kind in _ASKING and other.i < fired.i < min(other.i + 14, clauses.clause_end(other.i)):
                phrase = clauses.phrase_at.get(fired.i)
                if phrase is not None and phrase.prep in ("الى", "ب", "ل", "على", "عن", "من", "الي", ""):
                    return True
        return False

    # --- circumstances

    def judge(self, event: Happening, around: Circumstance) -> None:
        """Status and date, and PLOVER's reductions of what is to come."""
        value = around.date.value if around.date is not None else None
        published = self.published
        if around.negated:
            event.status = "negated"
        elif around.hypothetical and event.type in WORDS:
            event.status = "actual"  # a threat or demand under a condition is made all the same
        elif around.hypothetical:
            event.status = "hypothetical"
        elif around.prospective or value and is_coming(value, published):  # type: ignore[arg-type]
            event.status = "future"
        elif self.is_past(around.date) if around.date is not None and around.date.value else around.past:
            event.status = "historical"
        if event.status == "future" and event.type in WORDS:
            event.status = "actual"  # who will threaten threatens
        if event.status == "future":
            reduced = event.entry.future or REDUCED.get(event.type)
            if reduced:
                event.type, event.mode, event.status = reduced, None, "actual"
                return
            if event.type in ("AGREE", "CONCEDE"):
                event.status = "actual"
        if around.date is not None and value:
            event.date, event.dated = Date(value, around.date.precision), True  # type: ignore[arg-type]

    def settle_date(self, event: Happening, around: Circumstance) -> None:
        """The day of the news for what has no date of its own: in the lead, and of those who act on that day; else none."""
        lead = event.clauses.sentence.index <= self.lead
        own = around.date is not None and bool(around.date.value)
        if event.date is None and not own and event.status == "actual":
            if lead or event.type in DATED or event.type in VERBAL and codes(event.actor) & self.dated:
                event.date = day(self.day)
        if event.status == "actual" and event.date is not None and event.date.value == self.day and (lead or own):
            self.dated |= codes(event.actor) - {UNKNOWN}

    def is_past(self, date: DateExpression) -> bool:
        """Whether a date sets an act apart as background: some days back, or "last week", "last month"."""
        if is_background(date.value or "", self.published) if date.value else False:  # type: ignore[arg-type]
            return True
        words = self.cast.text[date.start : date.end].split()
        return date.precision != "day" and any(w.startswith(self.lexicon.grammar["last_period"]) for w in words)

    def complete(self, event: Happening, trigger: Trigger) -> bool:
        """Whether enough participants are known; in deeds of force the unnamed side becomes someone unknown."""
        who = event.who
        verb = event.i in event.clauses.verbs
        if event.type in VERBAL and event.actor and all(e.codes == [UNKNOWN] for e in event.actor) and not verb:
            return False  # words that nobody is known to have said
        if who <= {UNKNOWN} and not verb and event.type != "AGREE":
            return False
        if event.type in ("COERCE", "SANCTION") and not verb and not (event.actor and event.recipient) and len(who) < 2:
            return False
        if event.type == "ASSAULT" and trigger.joint and len(who) < 2:
            return False
        welcome = event.type == "SUPPORT" and trigger.weight >= _CERTAIN and bool(who - {UNKNOWN})
        if (
            trigger.needs_participants > 1
            and not welcome
            and len({id(e.itself) for e in (*event.actor, *event.recipient)}) < trigger.needs_participants
        ):
            return False
        known = {e.itself.code if e.codes else e.order for e in (*event.actor, *event.recipient) if e.codes != [UNKNOWN]}
        if event.type == "CONSULT" and event.mode != "multilateral" and len(known) < 2:
            return False
        if event.type != "ASSAULT" and event.actor and codes(event.actor) == {UNKNOWN} and not self.addressed(event):
            return False
        if event.type in VIOLENT or event.type in ("RETREAT", "SANCTION", "AID"):
            if not event.actor and (event.type != "ASSAULT" or codes(event.recipient) <= {UNKNOWN}):
                return False
            if not event.actor:
                event.actor = [self.cast.nobody()]
            if not event.recipient and event.type == "ASSAULT":
                event.recipient = [self.cast.nobody()]
            return True
        return bool(event.actor)

    def addressed(self, event: Happening) -> bool:
        """Whether some party without a name asks a named one for something: دعت بعض الأطراف الحكومة إلى …"""
        subject = event.i in event.clauses.verbs and event.clauses.subject(event.i)
        return bool(subject) and event.type == "REQUEST" and bool(codes(event.recipient) - {UNKNOWN})

    def evidence(self, clauses: Clauses, found: Arguments) -> tuple[int, int]:
        tokens = clauses.tokens
        start, end = found.start, min(found.end, len(tokens))
        return tokens[start].start, tokens[end - 1].end


def day(value: str | None) -> Date | None:
    return Date(value, "day") if value else None


def overlap(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


def merge(events: list[Happening]) -> list[Happening]:
    """One entry for one thing that happened: same type, the same parties, nothing that tells them apart."""
    out: list[Happening] = []
    for event in events:
        into = next((known for known in out if same(known, event)), None)
        if into is None:
            out.append(event)
        else:
            join(into, event)
    return out


def same(one: Happening, other: Happening) -> bool:
    """Whether two tellings are of one event."""
    if one.type != other.type or {one.status, other.status} in ({"actual", "negated"}, {"historical", "negated"}):
        return False
    if one.mode and other.mode and one.mode != other.mode and one.type not in ("CONSULT",):
        return False
    if (
        one.date
        and other.date
        and not (one.date.value.startswith(other.date.value) or other.date.value.startswith(one.date.value))
    ):
        if "historical" in (one.status, other.status) or one.type == "CONSULT" and one.dated and other.dated:
            return False
    if one.type in ("AGREE", "SUPPORT") and one.entry.id != other.entry.id and one.clauses is not other.clauses:
        return False
    if one.type in SYMMETRIC:
        return overlap(one.who, other.who) >= 0.5
    known = codes(one.actor) - {UNKNOWN}, codes(other.actor) - {UNKNOWN}
    if known[0] and known[1] and overlap(*known) < 0.5:
        return False
    targets = codes(one.recipient) - {UNKNOWN}, codes(other.recipient) - {UNKNOWN}
    if targets[0] and targets[1]:
        return overlap(*targets) >= 0.5
    return True


def join(into: Happening, event: Happening) -> None:
    """Add a further telling to an event."""
    if not (codes(into.actor) - {UNKNOWN}) and codes(event.actor) - {UNKNOWN}:
        into.actor = event.actor
    if not (codes(into.recipient) - {UNKNOWN}) and codes(event.recipient) - {UNKNOWN}:
        into.recipient = event.recipient
    if into.type in SYMMETRIC:
        have = codes([*into.actor, *into.recipient])
        into.actor = [*into.actor, *(e for e in event.actor if e.itself.code not in have)]
    into.mode = into.mode or event.mode
    if {into.status, event.status} == {"actual", "historical"} and (event if event.status == "historical" else into).dated:
        into.status = "historical"
    into.place = into.place or event.place
    if event.date is not None and (into.date is None or len(event.date.value) > len(into.date.value)):
        into.date = event.date
    into.confidence = min(0.99, 1 - (1 - into.confidence) * (1 - event.confidence * 0.5))
    for span in event.evidence:
        if span not in into.evidence:
            into.evidence.append(span)
