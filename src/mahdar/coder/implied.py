"""Who takes part though the clause does not say so: who speaks, who met, whose place it is, of whom the article speaks."""

from collections import Counter
from collections.abc import Iterable
from operator import attrgetter

from mahdar.coder.agreement import agree
from mahdar.coder.arguments import ArgumentFinder, Arguments
from mahdar.coder.clauses import Clauses
from mahdar.coder.coreference import Cast
from mahdar.coder.entities import UNKNOWN, Entity
from mahdar.coder.happenings import Happening, codes
from mahdar.coder.pacts import PactReader
from mahdar.coder.phrases import Phrase
from mahdar.coder.triggers import VERBAL

# Words that are always said to somebody: where the text names nobody, the recipient is unknown.
ADDRESSED = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
SPOKEN = frozenset({"REQUEST", "ACCUSE"})
_START = attrgetter("start")
_IN = frozenset({"في", "ب"})
_SPOTS = ("place", "capital", "state")
_SURE = 0.65  # weight from which a meeting is one though only one side is named
_AGENT = frozenset({"من قبل", "من جانب", "على يد", "من طرف", "على ايدي"})


class ImpliedParties:
    """Finds those whom the grammar of a clause leaves out; remembers who met last."""

    def __init__(self, cast: Cast, arguments: ArgumentFinder) -> None:
        self.cast = cast
        self.arguments = arguments
        self.partners: list[Entity] = []
        self.met = 0
        self.weights: Counter[str] = Counter()
        self.pacts = PactReader(cast, arguments, self.weights)

    def weigh(self, sentences: list[Clauses]) -> None:
        """Count how often the article names each state, body and group."""
        for clauses in sentences:
            for mention in clauses.mentions:
                if mention.kind != "place":
                    for code in mention.codes:
                        if code != UNKNOWN:
                            self.weights[code] += 1

    def phrases(self, found: Arguments, slots: Iterable[str]) -> list[Phrase]:
        """The phrases of slots, in the order of the sentence."""
        out: list[Phrase] = []
        for slot in slots:
            out.extend(found.slots.get("agent" if slot in _AGENT else slot, ()))
        if len(out) > 1:
            out.sort(key=_START)
        return out

    def unnamed(self, clauses: Clauses, phrase: Phrase) -> bool:
        """Whether a phrase speaks of parties without naming them: القوى الكبرى, جميع الأطراف."""
        known = clauses.lists["unnamed"]
        words = [t.word for t in clauses.tokens[phrase.start : min(phrase.start + 2, phrase.end)]]
        return any("unnamed" in word.tags or not word.stems.isdisjoint(known) for word in words)

    def supply(self, event: Happening, found: Arguments) -> None:
        """Whoever speaks, whoever the words behind the trigger name, whose place it is."""
        clauses, i = event.clauses, event.i
        to_come = event.type == "AGREE" and event.entry.type == "CONSULT" and (event.entry.mode == "visit" or i in clauses.verbs)
        if (event.type == "CONSULT" or to_come) and len(codes((*event.actor, *event.recipient))) < 2:
            if event.confidence >= _SURE:
                self.company(event, found)
            return
        spoken = event.type in VERBAL and event.mode != "investigate"
        if not event.actor and spoken and (found.spoken or event.type in SPOKEN):
            who = self.arguments.speaking(clauses, i)
            verb = clauses.verbs.get(i)
            another = verb is None or "subject" not in event.entry.actor  # the verb tells what somebody else did
            event.actor = list(who) if another or verb is None or not who or agree(who, verb.person) else []
        if event.type == "ASSAULT":
            self.fighters(event, found)
            return
        event.actor = self.authority(event)
        if not codes(event.recipient) <= codes(event.actor) or event.recipient and event.type == "REQUEST":
            return
        if event.type in ADDRESSED:
            who = self.bound(event) or self.arguments.concerned(clauses, i, event.actor) or event.recipient
            if (
                not who
                and event.type == "REQUEST"
                and any(self.unnamed(clauses, p) for p in self.phrases(found, event.entry.recipient))
            ):
                who = [e for e in self.at_home() if e.code not in codes(event.actor)]
            event.guessed = not who
            who = who or (self.opposite(event.actor) if event.type != "REQUEST" else [])
            if not who and event.mode == "investigate":  # a state inquires into what its own people did
                who, event.guessed = [e for e in event.actor if len(e.code) == 3 and e.code != UNKNOWN], False
            event.recipient = who or [self.cast.nobody()]
        elif (
            event.type in ("AID", "SANCTION", "CONCEDE")
            or not event.matter
            and event.type in ("AGREE", "SUPPORT")
            and found.spoken
            and not event.entry.joint
        ):
            event.recipient = self.arguments.concerned(clauses, i, event.actor) or event.recipient
            if event.type == "AID" and not event.recipient and i in clauses.verbs:
                event.recipient = self.land(event, found)  # رست السفينة في ميناء عدن
            if event.entry.type == "AID" and event.type == "AGREE" and "subject" in event.entry.actor and not event.recipient:
                event.recipient = self.opposite(event.actor)  # help is promised to whomever the article is about
        elif event.type == "COERCE" and event.actor and not event.recipient and (lands := self.land(event, found)):
            event.recipient = lands
        elif event.type == "COERCE" and not event.recipient or event.mode == "release" and i in clauses.verbs:
            other = self.opposite(event.actor) if event.mode == "seize" else []  # land is taken from others
            event.recipient = event.recipient or other or list(event.actor)
        elif event.type == "RETREAT" and event.mode == "withdraw" and not event.recipient:
            event.recipient = self.land(event, found)
        elif event.type == "PROTEST":
            event.actor = event.actor or self.crowd(event, found)
            event.recipient = event.recipient or self.protested(event)

    def crowd(self, event: Happening, found: Arguments) -> list[Entity]:
        """Who takes to the streets where nobody is named: people of that place, of the article's state, or unknown ones."""
        if event.i not in event.clauses.verbs and event.confidence <= _SURE:
            return []  # مسيرة التنمية
        counted = event.told or any(p.counted for p in found.slots.get("subject", ()))
        return self.land(event, found) or self.at_home() or ([self.cast.nobody()] if counted else [])

    def protested(self, event: Happening) -> list[Entity]:
        """Against whom people protest who complain of something or demand it: whom their words name, else their own state."""
        clauses, words = event.clauses, self.cast.lexicon.grammar["complaints"]
        for j in range(event.i + 1, len(clauses.tokens)):
            if clauses.tokens[j].word.form in words:
                other = self.arguments.concerned(clauses, j, event.actor)
                own = [self.cast.by_code(c) for c in sorted(codes(event.actor) - {UNKNOWN}) if len(c) == 3]
                return other or own or self.at_home()
        return []

    def fighters(self, event: Happening, found: Arguments) -> None:
        """The side of an attack that is not named: the state against an armed group, the foe of whom the article speaks."""
        if codes(event.actor) == codes(event.recipient) and not event.entry.joint and all(len(c) > 3 for c in codes(event.actor)):
            event.actor = []
        groups = any(e.code.startswith("NSA:") for e in event.recipient)
        if not event.actor and groups and self.cast.home() not in codes(event.recipient):
            event.actor = self.at_home() if self.native(event.recipient) else []
        if not event.actor and all(e.sector == "CVL" and not e.codes or e.codes == [UNKNOWN] for e in event.recipient):
            event.recipient = self.locals(event, found) or event.recipient  # قتل ستة أشخاص في بغداد
        if event.actor and codes(event.recipient) <= {UNKNOWN}:
            enemy = self.land(event, found, ("place",)) or self.enemy(event.actor) or self.land(event, found)
            event.recipient = enemy or event.recipient or self.land(event, found, own=True)

    def locals(self, event: Happening, found: Arguments) -> list[Entity]:
        """Of which state the people are to whom something is done, if nothing says so: of that where it is done, or home."""
        here = self.land(event, found)
        words = {w for e in event.recipient for w in e.title_words}
        if here and not event.recipient or not event.recipient or not event.told:
            return here
        if words & set(self.cast.lexicon.grammar["strangers"]):
            return []
        return here or self.land(event, found, before=True) or self.at_home()

    def native(self, groups: list[Entity]) -> bool:
        """Whether armed groups may be at home in the state that the article is about, which then fights them."""
        home, bodies = self.cast.home(), self.cast.analyser.bodies
        countries = [getattr(bodies.get(e.code), "country", None) for e in groups]
        return any(country is None or country == home for country in countries)

    def enemy(self, actor: list[Entity]) -> list[Entity]:
        """Whom the article speaks of most as the actor's foe: an armed group where a state acts, a state where a group does."""
        group = any(e.code.startswith("NSA:") for e in actor)
        for code, count in self.weights.most_common(6):
            if count > 1 and code not in codes(actor) and code.startswith("NSA:") != group and code[:4] != "IGO:":
                return [self.cast.by_code(code)]
        return [e for e in self.opposite(actor) if not e.code.startswith("IGO:")]

    def land(
        self, event: Happening, found: Arguments, kinds: tuple[str, ...] = _SPOTS, own: bool = False, before: bool = False
    ) -> list[Entity]:
        """The state in which a deed is done, if it is not the doer's `own`; named behind the deed, or else `before` it."""
        start = 0 if before else found.start
        for phrase in reversed(event.clauses.phrases) if before else event.clauses.phrases:
            spot = phrase.mentions[0] if phrase.mentions else None
            if spot is None or spot.kind not in kinds or not start <= phrase.start <= found.end + 4:
                continue
            if phrase.start < found.start and phrase.prep not in _IN:
                continue
            country = self.cast.spot(spot.entries[0]).country if spot.kind == "place" else ""
            if spot.kind != "place" and (phrase.prep or spot.prep) in self.cast.lexicon.grammar["local_prepositions"]:
                country = spot.codes[0]
            if len(country) == 3 and (own or country not in codes(event.actor)):
                return [self.cast.by_code(country)]
        return []

    def authority(self, event: Happening) -> list[Entity]:
        """Who arrests, judges or frees where nobody is named: the state that the article is about."""
        told = event.i in event.clauses.verbs or event.mode == "convict"
        by_law = event.type == "COERCE" or event.mode in ("release", "convict", "investigate")
        if event.actor or not told or not by_law:
            return event.actor
        return self.at_home()

    def at_home(self) -> list[Entity]:
        """The state that the article is about."""
        home = self.cast.home()
        return [self.cast.by_code(home)] if len(home) == 3 and home != UNKNOWN else []

    def pair(self, clauses: Clauses, phrase: Phrase) -> list[Entity]:
        """Both sides: those that the words name (الجانبان المصري والإثيوبي), that just met, or that are spoken of most."""
        named = [
            m.codes[0] for p in clauses.with_joined(clauses.phrase_at[phrase.start]) for m in p.mentions if m.kind == "nisba"
        ]
        if len(set(named)) > 1:
            return [self.cast.by_code(c) for c in dict.fromkeys(named)]
        return self.both(clauses, clauses.tokens[phrase.start].form)

    def both(self, clauses: Clauses, form: str = "") -> list[Entity]:
        """Those who just met, else the two of whom the article speaks most."""
        if len(codes(self.partners)) == 2 and clauses.sentence.index - self.met < 4:
            return self.partners
        return self.chief(form)

    def chief(self, form: str) -> list[Entity]:
        """The two of whom the article speaks most."""
        states = "بلد" in form or "دول" in form
        found = [c for c, _ in self.weights.most_common() if len(c) == 3 or not states][:2]
        return [self.cast.by_code(c) for c in found] if len(found) == 2 else []

    def opposite(self, actor: list[Entity]) -> list[Entity]:
        """The one of whom the article speaks most beside the actor."""
        others = [c for c, n in self.weights.most_common(4) if c not in codes(actor) and n > 2]
        return [self.cast.by_code(others[0])] if others else []

    def company(self, event: Happening, found: Arguments) -> None:
        """The other side of a meeting named in part: that of the meeting told of before, or who speaks and who comes next."""
        clauses, i = event.clauses, event.i
        known = codes((*event.actor, *event.recipient))
        if self.partners and known <= codes(self.partners):
            event.actor, event.recipient = list(self.partners), []
            return
        if event.entry.mode == "third-party" and self.partners and known and clauses.sentence.index - self.met < 2:
            event.recipient = [e for e in self.partners if e.code not in known]  # المحادثات التي توسط فيها الفاتيكان
            return
        if not event.actor:
            event.actor = [e for e in self.arguments.speaking(clauses, i) if e not in event.recipient]
        if len(codes((*event.actor, *event.recipient))) < 2:
            matter = i in clauses.verbs and "object" not in event.entry.joint and event.entry.mode != "visit"
            others: list[Entity] = []
            if not matter:  # بحث الوزير ملف ليبيا: not with Libya
                others = self.host(event, found) or self.arguments.concerned(clauses, i, event.actor)
            if event.entry.mode == "visit":
                host = self.land(event, found, ("place",)) or others
                event.recipient = host or [e for e in self.at_home() if e.code not in known]
            else:
                event.actor = [*event.actor, *others]

    def host(self, event: Happening, found: Arguments) -> list[Entity]:
        """Whose guest somebody is who talks in a country of which the article speaks: محادثات في المملكة."""
        for phrase in found.slots.get("في", ()):
            spot = phrase.head
            if spot is not None and spot.kind == "state" and spot.codes and spot.codes[0] not in event.who:
                return [self.cast.by_code(spot.codes[0])]
        return []

    def bound(self, event: Happening) -> list[Entity]:
        """Whom a duty is laid on by a pronoun (عليها الكف عن …), or who grants what was asked (… بناء على طلب فلان)."""
        form = event.clauses.tokens[event.i].form
        if form in self.cast.lexicon.grammar["granting"]:
            return [e for e in self.arguments.main_subject(event.clauses, event.i) if e not in event.actor]
        pronoun = form.removeprefix("و").removeprefix("ف").removeprefix("علي")
        if event.type != "REQUEST" or pronoun not in ("ه", "ها", "هم", "هما"):
            return []
        return self.arguments.pronoun(event.clauses, event.i, pronoun, event.actor)
