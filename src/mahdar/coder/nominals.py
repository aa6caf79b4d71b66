"""Event nouns and phrases: what carries them (a light verb, a predicate), and whether they tell of an act at all."""

from mahdar.coder.arguments import ArgumentFinder, Arguments
from mahdar.coder.clauses import Clauses
from mahdar.coder.deeds import suffered
from mahdar.coder.happenings import codes
from mahdar.coder.parties import PartyFinder
from mahdar.coder.phrases import Phrase
from mahdar.coder.triggers import Fired
from mahdar.lexicon.entries import Light, Trigger
from mahdar.lexicon.lexicon import Lexicon

_ASKING = frozenset({"REQUEST", "REJECT", "THREATEN", "AGREE"})


class NounReader:
    """Reads nouns and phrases as the acts that they name."""

    def __init__(self, lexicon: Lexicon, arguments: ArgumentFinder, parties: PartyFinder) -> None:
        self.lexicon = lexicon
        self.arguments = arguments
        self.parties = parties

    def nominal(
        self, clauses: Clauses, fired: Fired, trigger: Trigger, before: list[Fired], light: Light | None, carrier: int | None
    ) -> tuple[str, Arguments]:
        """The arguments of a noun or phrase, with those of the verb that carries it; a reason where it tells of no act."""
        found = self.arguments.of_noun(clauses, fired.end - 1, fired.noun, trigger.genitive)
        weak = fired.noun is not None and fired.noun.use.weak and not self.sided(clauses, trigger, found)
        if weak and light is None and not self.impersonal(clauses, fired.i):
            return "a weak noun without a verb that carries it", found
        if light is not None and carrier is not None:
            self.carried(clauses, found, trigger, light, carrier)
        elif (doer := self.undertaking(clauses, fired.i)) is not None:
            found.add("subject", doer)
        elif (owner := self.predicate(clauses, fired)) is not None:
            found.add("subject", owner)
            found.spoken = True
        elif not suffered(clauses, fired.i) and (self.in_purpose(clauses, fired.i) or self.asked(clauses, fired, before)):
            return "an aim or a wish, not an act", found
        return "", found

    def carried(self, clauses: Clauses, found: Arguments, trigger: Trigger, light: Light, carrier: int) -> None:
        """Give the noun the arguments of the light verb that carries it; who reports a death did not cause it."""
        harm = trigger.type == "ASSAULT" and trigger.ambivalent and light.aspect != "negated"
        if harm and any(self.lexicon.lemmas[r.lemma].cues for r in clauses.verbs[carrier].readings):
            return
        outer = self.arguments.of_verb(clauses, carrier)
        if light.subject == "forced":
            for phrase in outer.slots.get("object", []):
                found.add("subject", phrase)
            if "subject" not in found.slots and outer.implied.get("object"):
                found.implied["subject"] = outer.implied["object"]
            return
        if light.subject == "cause" and trigger.type == "ASSAULT":
            return  # أسفر القصف عن مقتل جنديين
        slot = {"actor": "subject", "cause": "subject", "recipient": "object"}.get(light.subject)
        if slot is None:
            return
        if trigger.type == "ACCUSE" and light.aspect == "negated" and found.slots.get("subject"):
            slot = "object"  # نفى الكرملين اتهامات واشنطن: it is accused
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
        joined = phrase.joined and phrase.start == i and not clauses.tokens[i].word.clitics.strip("وف")
        prep = phrase.prep or self.before_adjective(clauses, phrase)
        preps = {prep, ""} if joined else {prep}  # … استدعاء السفير، وطرد دبلوماسيين
        for j in clauses.verbs_before(i):
            if clauses.clause_end(j) <= i or i - j > 16:
                break
            for reading in clauses.verbs[j].readings:
                for entry in self.lexicon.lemmas[reading.lemma].lights:
                    light = self.lexicon.lights[entry]
                    if light.prep in preps and not (light.prep == "" and self.is_cause(clauses, j, i, reading.lemma)):
                        return light, j
            break
        return None, None

    def before_adjective(self, clauses: Clauses, phrase: Phrase) -> str:
        """The preposition of a noun before which an adjective stands alone: عن بالغ شكره."""
        before = clauses.phrase_at.get(phrase.start - 1)
        if before is None or before.mentions or before.end != phrase.start or before.start + 1 != phrase.start:
            return ""
        return "" if clauses.tokens[before.start].form.startswith("ال") else before.prep

    def is_cause(self, clauses: Clauses, verb: int, i: int, lemma: int) -> bool:
        """Whether the noun at `i` is the cause of which a verb tells the effect: أدت الاضطرابات إلى …"""
        effects = {
            self.lexicon.lights[n].prep for n in self.lexicon.lemmas[lemma].lights if self.lexicon.lights[n].subject == "cause"
        }
        return any(p.prep in effects for p in clauses.phrases_after(i, clauses.clause_end(verb)))

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
        earlier = [p for p in clauses.phrases if p.end <= phrase.prep_start][-2:]
        if not earlier or phrase.prep_start - earlier[-1].end > 1 or not earlier[-1].mentions:
            return None
        of_part = len(earlier) > 1 and earlier[-1].prep in self.lexicon.grammar["part_of"]  # قيام أفراد من الجيش بقتل …
        head = earlier[0] if of_part else earlier[-1]
        stems = clauses.tokens[head.start].word.stems
        return earlier[-1] if not stems.isdisjoint(self.lexicon.grammar["undertakings"]) else None

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
