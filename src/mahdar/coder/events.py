"""Who did what to whom: triggers with their arguments become events, and what is told twice becomes one."""

import datetime
from collections.abc import Sequence

from mahdar.coder.answers import AnswerFinder
from mahdar.coder.arguments import ArgumentFinder, Arguments
from mahdar.coder.clauses import Clauses
from mahdar.coder.coreference import Cast
from mahdar.coder.deeds import FORCE, by_words, no_deed, told, verb_of
from mahdar.coder.entities import UNKNOWN
from mahdar.coder.happenings import Dropped, Happening, codes
from mahdar.coder.implied import ADDRESSED, SPOKEN
from mahdar.coder.nominals import NounReader
from mahdar.coder.parties import PartyFinder
from mahdar.coder.said import Said
from mahdar.coder.scenes import PlaceFinder
from mahdar.coder.status import circumstance
from mahdar.coder.timing import Timing
from mahdar.coder.triggers import VERBAL, Fired, TriggerFinder
from mahdar.lexicon.entries import Light, Trigger

VIOLENT = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
_AFTER = frozenset({"بعد", "منذ"})
_LEAST = 0.36
_PLAIN = 0.6  # weight from which words accuse whoever says them of whomever; below it they may only tell what is done
# What is done to somebody known, by whom need not be said: فرضت عقوبات على إيران.
_SUFFERED = frozenset({"COERCE", "SANCTION", "CONCEDE", "RETREAT"})
_CERTAIN = 0.8  # weight from which praise of a matter is support though nobody is praised


class EventReader:
    """Reads the events of an article."""

    def __init__(self, cast: Cast, triggers: TriggerFinder, arguments: ArgumentFinder, published: datetime.date | None) -> None:
        self.cast = cast
        self.lexicon = cast.lexicon
        self.triggers = triggers
        self.arguments = arguments
        self.parties = PartyFinder(cast, arguments)
        self.places = PlaceFinder(cast, arguments, published)
        self.answers = AnswerFinder(cast.lexicon)
        self.nouns = NounReader(cast.lexicon, arguments, self.parties)
        self.timing = Timing(cast.text, tuple(cast.lexicon.grammar["last_period"]), published)
        self.dropped: list[Dropped] = []

    def read(self, sentences: list[Clauses], headline: Sequence[Clauses] = ()) -> list[Happening]:
        """The events of the sentences in reading order; those of the headline where the body tells none of their kind."""
        self.timing.read(sentences)
        self.parties.weigh([*sentences, *headline, *headline])
        found: list[Happening] = []
        for clauses in sentences:
            fired = self.triggers.find(clauses)
            self.places.fired = [f.i for f in fired]
            for index, one in enumerate(fired):
                happening = self.happening(clauses, one, fired[:index])
                while happening is None and (other := self.triggers.further(clauses, one)) is not None:
                    one = other
                    happening = self.happening(clauses, one, fired[:index])
                if happening is not None:
                    found.append(happening)
        self.answers.find(found)
        found = [e for e in found if not self.idle(e)]
        kinds = {happening.type for happening in found}
        for clauses in headline:
            fired = self.triggers.find(clauses)
            self.places.fired = [f.i for f in fired]
            for one in fired:
                happening = self.happening(clauses, one, [])
                if happening is not None and happening.type not in kinds and UNKNOWN not in codes(happening.actor):
                    found.append(happening)
        return found

    def idle(self, event: Happening) -> bool:
        """Whether doubtful words of blame or demand are addressed to nobody that the text names: a remark, not an act."""
        idle = (
            event.type in ADDRESSED
            and event.guessed
            and codes(event.recipient) <= {UNKNOWN}
            and event.entry.weight < _CERTAIN
            and not event.carried
        )
        if idle and event.type == "REJECT":
            event.recipient, idle = [], False  # a matter may be refused without an opponent
        if idle:
            span = event.clauses.tokens[event.i]
            self.dropped.append(Dropped(span.start, span.end, event.entry.id, "addressed to nobody"))
        return idle

    def drop(self, clauses: Clauses, fired: Fired, reason: str) -> None:
        tokens = clauses.tokens
        rule = self.lexicon.triggers[fired.entry].id
        self.dropped.append(Dropped(tokens[fired.i].start, tokens[fired.end - 1].end, rule, reason))

    # --- one trigger

    def happening(self, clauses: Clauses, fired: Fired, before: list[Fired]) -> Happening | None:
        """What a trigger tells of, or None where it is dropped."""
        trigger = self.lexicon.triggers[fired.entry]
        animate = trigger.type in VERBAL
        verb = verb_of(clauses, fired) if fired.noun is None else None
        light: Light | None = None
        if verb is not None:
            needs = trigger.joint if trigger.type == "CONSULT" else ()
            if trigger.type == "ACCUSE" or trigger.transitive:
                needs = trigger.recipient
            found = self.arguments.of_verb(clauses, verb, trigger.ambivalent, animate, needs if verb == fired.i else ())
        elif fired.participle:
            found = self.arguments.of_participle(clauses, fired.i)
        else:
            light, fired.carrier = self.nouns.light(clauses, fired)
            reason, found = self.nouns.nominal(clauses, fired, trigger, before, light, fired.carrier)
            if reason:
                self.drop(clauses, fired, reason)
                return None
        if trigger.mode == "visit":
            self.arguments.stages(clauses, found)
        told = verb is not None or fired.participle or fired.phrase or self.told(clauses, fired.i)
        found.spoken = found.spoken or "agent" in found.slots or told
        found.start, found.end = min(found.start, fired.i), max(found.end, fired.end)
        return self.build(clauses, fired, trigger, found, light)

    def build(self, clauses: Clauses, fired: Fired, trigger: Trigger, found: Arguments, light: Light | None) -> Happening | None:
        around = circumstance(clauses, fired.i, found.start, found.end)
        if light is not None:
            carrier = clauses.verbs.get(fired.carrier if fired.carrier is not None else -1)
            reports = carrier is not None and any(self.lexicon.lemmas[r.lemma].cues for r in carrier.readings)
            around.carry(light.aspect, carrier, reports)
            if light.aspect == "future" and trigger.type in FORCE and around.date is None:
                around.hypothetical = True  # force that is only planned may never be used
        if around.averted:
            self.drop(clauses, fired, "what is to be avoided or is missing")
            return None
        if around.subordinate and not around.prospective and trigger.type != "ASSAULT":
            self.drop(clauses, fired, "what should or may be, under أن")
            return None
        if (
            self.done_by_thing(trigger, clauses, fired.i, found)
            or trigger.type in VERBAL
            and self.said_by_thing(clauses, fired, found)
        ):
            self.drop(clauses, fired, "a thing, not somebody, is its subject")
            return None
        mode = self.triggers.mode(clauses, fired, found.end)
        event = Happening(trigger, trigger.type, mode, clauses, fired.i)
        event.carried = light is not None and light.subject == "actor" and trigger.type == "REQUEST"
        said = self.arguments.statement_at(clauses, fired.i)
        event.said = said.id if said is not None else None
        around.negated = around.negated or said is not None and self.denied(said)
        around.past = around.past or self.backdrop(clauses, fired)
        self.timing.judge(event, around)
        if event.type == "CONCEDE" and event.status == "negated":
            self.drop(clauses, fired, "who does not yield does nothing")
            return None
        event.told = told(clauses, fired)
        self.parties.find(event, found)
        if event.type == "PROTEST" and by_words(event):
            event.type, event.mode = "ACCUSE", "disapprove"  # a government protests with words
            event.recipient = event.recipient or self.arguments.concerned(clauses, fired.i, event.actor) or [self.cast.nobody()]
        if event.type == "ASSAULT" and event.told and by_words(event):
            event.type, event.mode = "ACCUSE", "disapprove"  # هاجم المرشح خصمه بكلمات قاسية
        if event.type in FORCE and (reason := no_deed(event, fired, around.date is not None)):
            self.drop(clauses, fired, reason)
            return None
        if event.type == "CONSULT" and event.mode is None and (len(codes(event.actor)) > 2 or self.in_session(event)):
            event.mode = "multilateral"
        if not self.complete(event, trigger, fired):
            self.drop(clauses, fired, "too few participants")
            return None
        event.place = self.places.find(event, found)
        event.evidence = [self.evidence(clauses, found)]
        if event.confidence < _LEAST:
            self.drop(clauses, fired, "too unsure")
            return None
        return event

    def backdrop(self, clauses: Clauses, fired: Fired) -> bool:
        """Whether a noun only dates the news (بعد توقيع الاتفاق), or means an agreement that is known already (الاتفاق)."""
        phrase = clauses.phrase_at.get(fired.i)
        if fired.phrase and clauses.tokens[fired.i].form in _AFTER:
            return True
        if fired.i in clauses.verbs or phrase is None:
            return False
        word = clauses.tokens[fired.i].word
        known = word.definite and not word.stems.isdisjoint(self.lexicon.grammar["treaties"])
        return phrase.prep in ("بعد", "منذ", "قبل") or known

    def denied(self, said: Said) -> bool:
        """Whether a statement is a denial: نفى الوزير أن …"""
        verb = said.clauses.verbs.get(said.cue[0]) if said.cue is not None else None
        denying = self.lexicon.grammar["denying"]
        return verb is not None and not verb.negated and any(self.lexicon.lemmas[r.lemma].past in denying for r in verb.readings)

    def done_by_thing(self, trigger: Trigger, clauses: Clauses, i: int, found: Arguments) -> bool:
        """Whether what is said to restrict somebody is an agreement, law or plight: الاتفاق يفرض قيودا على إيران."""
        verb = clauses.verbs.get(i)
        if trigger.mode != "restrict" or verb is None or verb.relative:
            return False
        heads = [clauses.tokens[p.start].word.stems for p in found.slots.get("subject", ())]
        return any(not stems.isdisjoint(self.lexicon.grammar["instruments"]) for stems in heads)

    def said_by_thing(self, clauses: Clauses, fired: Fired, found: Arguments) -> bool:
        """Whether a verb of speech has a thing before it as subject: الاتفاق يهدد أمن المنطقة, الأساليب القديمة لن تساعد."""
        subject = found.slots.get("subject", [])
        if not subject or subject[0].start > fired.i or verb_of(clauses, fired) is None:
            return False
        return not self.arguments.entities(clauses, subject) and clauses.tokens[subject[0].start].word.definite

    def told(self, clauses: Clauses, i: int) -> bool:
        """Whether a noun is a participle that tells what somebody does besides: …، مشيداً بدور مصر."""
        form = clauses.tokens[i].form
        return form.startswith("م") and form.endswith("ا") and i > 0 and not clauses.tokens[i - 1].word.is_word

    # --- circumstances

    def complete(self, event: Happening, trigger: Trigger, fired: Fired) -> bool:
        """Whether enough participants are known; in deeds of force the unnamed side becomes someone unknown."""
        who = event.who
        verb = event.i in event.clauses.verbs
        if event.type in VERBAL and event.actor and all(e.codes == [UNKNOWN] for e in event.actor) and not verb:
            return False  # words that nobody is known to have said
        harmed = event.type == "ASSAULT" and event.told and bool(event.recipient)  # somebody, though of no known state
        if who <= {UNKNOWN} and not verb and not harmed and event.type != "AGREE":
            return False
        if event.type in ("COERCE", "SANCTION") and not verb and not (event.actor and event.recipient) and len(who) < 2:
            return False
        if event.type == "ASSAULT" and trigger.genitive == "both" and len(who) < 2:
            return False
        matter = event.matter or trigger.weight >= _CERTAIN
        welcome = event.type == "SUPPORT" and matter and bool(who - {UNKNOWN})
        if (
            trigger.needs_participants > 1
            and not welcome
            and not self.in_session(event)
            and len({id(e.itself) for e in (*event.actor, *event.recipient)}) < trigger.needs_participants
        ):
            return False
        known = {e.itself.code if e.codes else e.order for e in (*event.actor, *event.recipient) if e.codes != [UNKNOWN]}
        if event.type == "CONSULT" and event.mode != "multilateral" and len(known) < 2:
            return False
        if not trigger.actor and event.type in SPOKEN and trigger.weight < _PLAIN and not self.said_of_another(event):
            return False
        if event.type == "CONCEDE" and not event.actor and self.suffered(event, fired):
            event.actor = [self.cast.nobody()]
            return True
        crowd = event.type == "PROTEST" and (event.told or any(e.sector == "CVL" for e in event.actor))
        nobody = bool(event.actor) and codes(event.actor) == {UNKNOWN}
        if event.type != "ASSAULT" and nobody and not crowd and not self.addressed(event):
            return False
        if event.type == "SANCTION" and verb and not event.actor and codes(event.recipient) - {UNKNOWN}:
            event.actor = [self.cast.nobody()]  # فرضت عقوبات على إيران
        if event.type in VIOLENT or event.type in ("RETREAT", "SANCTION", "AID"):
            if not event.actor and codes(event.recipient) <= {UNKNOWN} and not harmed:
                return False
            if not event.actor and event.type != "ASSAULT" and not self.suffered(event, fired):
                return False
            if not event.actor:
                event.actor = [self.cast.nobody()]
            if not event.recipient and event.type == "ASSAULT":
                event.recipient = [self.cast.nobody()]
            return True
        return bool(event.actor)

    def in_session(self, event: Happening) -> bool:
        """Whether a body of states meets, so that its members do: ناقش مجلس الأمن …"""
        if event.type != "CONSULT" or event.i not in event.clauses.verbs or "multilateral" not in event.entry.modes:
            return False
        head = next((phrase.head for phrase in event.clauses.subject(event.i) or ()), None)
        if head is None or head.kind != "org" or not head.codes[0].startswith("IGO:"):
            return False
        return codes((*event.actor, *event.recipient)) == set(head.codes)

    def said_of_another(self, event: Happening) -> bool:
        """Whether somebody says of somebody else what he does or has to do: قال الوزير إن إيران تدعم الإرهاب."""
        clauses, i = event.clauses, event.i
        verb, accused = clauses.verbs.get(i), codes(event.recipient) - {UNKNOWN}
        if event.guessed or event.status not in ("actual", "historical") or not accused.isdisjoint(codes(event.actor)):
            return False
        if verb is not None and verb.past and any(noun.use.kind == "trigger" for noun in clauses.tokens[i].word.nouns):
            subject = clauses.subject(i)
            if not subject or subject[0].start > i:
                return False  # دعم الميليشيات: rather the noun
        return bool(accused) and not (verb is not None and verb.relative)

    def suffered(self, event: Happening, fired: Fired) -> bool:
        """Whether it is told what is done to somebody known, and not by whom: فرضت عقوبات على إيران, تم رفع العقوبات عنها."""
        clauses, verb = event.clauses, event.clauses.verbs.get(event.i)
        if event.type not in _SUFFERED or not event.told or codes(event.recipient) <= {UNKNOWN}:
            return False
        if verb is None or verb.passive:
            return True
        subject = clauses.subject(event.i) or []  # the verb agrees with what is done, and has no other subject
        if fired.used is None or len(subject) != 1 or not event.i < subject[0].start <= fired.used < subject[0].end:
            return False
        first = clauses.tokens[subject[0].start].word
        return not first.owned and verb.person == ("3fs" if first.form.endswith(("ه", "ات")) else "3ms")

    def addressed(self, event: Happening) -> bool:
        """Whether some party without a name asks a named one for something: دعت بعض الأطراف الحكومة إلى …"""
        subject = event.i in event.clauses.verbs and event.clauses.subject(event.i)
        return bool(subject) and event.type == "REQUEST" and bool(codes(event.recipient) - {UNKNOWN})

    def evidence(self, clauses: Clauses, found: Arguments) -> tuple[int, int]:
        tokens = clauses.tokens
        start, end = found.start, min(found.end, len(tokens))
        return tokens[start].start, tokens[end - 1].end
