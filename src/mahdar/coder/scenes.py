"""Where an event happened: the place that its clause names, the destination of a journey, else where its actors gathered."""

import datetime
from typing import TYPE_CHECKING

from mahdar.coder.arguments import ArgumentFinder, Arguments
from mahdar.coder.clauses import Clauses
from mahdar.coder.coreference import Cast
from mahdar.coder.entities import UNKNOWN, Entity
from mahdar.coder.happenings import codes, doers, granted
from mahdar.coder.mentions import Mention
from mahdar.coder.phrases import COMMAS
from mahdar.coder.sites import Site, SiteFinder
from mahdar.coder.status import is_background, is_coming, nearest, opens
from mahdar.coder.tokens import STOPS
from mahdar.coder.triggers import VERBAL

if TYPE_CHECKING:
    from mahdar.coder.happenings import Happening
    from mahdar.coder.said import Said

_WORDS = VERBAL - {"AGREE"}
_SPOKEN = frozenset({"SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONSULT"})  # what is done where people gather
_CALLED = frozenset({"AGREE", "CONSULT"})
_SITED = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})  # deeds that have a place, though it be named a sentence before
_MOVING = frozenset({"AID", "RETREAT"})  # deeds of which the text tells where to or where from
_AFTER, _FAR = 8, 14  # words behind a trigger's clause, and behind that of a meeting, within which its place may stand
_BEFORE, _BEHIND = -3, 7  # sentences before and behind one that names a gathering, in which more of it is told

Place = tuple[str, Mention | None]


class Setting:
    """A place where some of the article's people met or spoke: a meeting takes in whoever acts for its parties."""

    __slots__ = ("codes", "meeting", "people", "place", "sentence", "told")

    def __init__(
        self, people: "list[Entity]", place: Place, meeting: "Happening | None", told: bool, sentence: int | None = None
    ) -> None:
        self.people = {id(e.itself) for e in people}
        self.codes = codes(people) - {UNKNOWN}
        self.place = place
        self.meeting = meeting
        self.told = told  # within somebody's words
        self.sentence = meeting.clauses.sentence.index if meeting is not None else sentence or 0

    @property
    def wide(self) -> bool:
        """Whether no more than the country is known."""
        return self.place[1] is None or self.place[1].kind == "state"

    def holds(self, event: "Happening", words: "dict[str, Said]") -> bool:
        """Whether an event may be one of those that happened there."""
        behind = event.clauses.sentence.index - self.sentence
        if not _BEFORE <= behind <= _BEHIND or self.wide and behind:
            return False  # of a state, only what the same sentence tells: it says too little of the rest
        if self.meeting is None:
            return any(id(e.itself) in self.people for e in doers(event, words))
        if event.dated and self.meeting.dated and event.date and self.meeting.date and event.date != self.meeting.date:
            return False
        return bool(codes(event.actor) & self.codes)

    def missing(self, event: "Happening") -> int:
        return len(codes(event.actor) - {UNKNOWN} - self.codes)

    def distance(self, event: "Happening") -> tuple[int, bool, bool, int]:
        """How far an event is from it: by people, by how well it is told, by sentences."""
        return self.missing(event), self.told, self.wide, abs(self.sentence - event.clauses.sentence.index)


class PlaceFinder:
    """Finds the places of events: the own place of each when it is read, that of its setting when all are known."""

    def __init__(self, cast: Cast, arguments: ArgumentFinder, published: datetime.date | None) -> None:
        self.arguments = arguments
        self.published = published
        self.sites = SiteFinder(cast.text)
        self.last: tuple[int, Place] | None = None
        self.fired: list[int] = []  # where the triggers of the sentence stand

    def find(self, event: "Happening", found: Arguments) -> Place | None:
        """The place that the sentence of an event, or for a deed the one before, gives it."""
        if "phone" in (event.mode, event.entry.mode):
            return None
        place = self.called(event) or self.destination(event, found) or self.target(event, found) or self.in_clause(event, found)
        if place is None and event.type in VERBAL | {"CONSULT"}:
            place = self.gathered(event, found)
        if event.type in _SITED:
            if place is None and event.status == "actual":
                place = self.before(event)
            if place is not None and not (place[1] is not None and place[1].kind == "state"):
                self.last = (event.clauses.sentence.index, place)
        return place

    def gathered(self, event: "Happening", found: Arguments) -> Place | None:
        """Where the gathering is that the sentence names: before the words, or as what is agreed on."""
        phrase = event.clauses.phrase_at.get(event.i)
        if event.i not in event.clauses.verbs and phrase is not None and phrase.prep in event.clauses.lists["sequels"]:
            return None  # بعد توقيع الاتفاق dates the gathering
        matter = event.i if event.type == "CONSULT" else self.matter(event, found)
        verb = event.clauses.verbs.get(event.i)
        for i, site in self.sites.gathered(event.clauses):
            held = verb is not None and verb.relative and i < event.i and site.end >= event.i - 1  # قمة باريس التي جمعت
            if i < matter and occasion(event.clauses, i) or held or event.type == "AGREE" and i < found.end:
                return site.name, site.mention
        return None

    def called(self, event: "Happening") -> Place | None:
        """The town after which an agreement or talks are called: اتفاق فيينا, where its country is no party to them."""
        clauses, at = event.clauses, event.i + 1
        if event.type not in _CALLED or event.i in clauses.verbs:
            return None
        town = clauses.mention_at.get(at)
        if town is None or town.start != at or town.kind not in ("capital", "place") or town.clitics:
            return None
        joined = clauses.mention_at.get(town.end)
        sides = {*town.codes} & codes([*event.actor, *event.recipient]) or joined is not None and joined.clitics
        return None if sides else (self.sites.name(clauses, at, town.end), town)

    def destination(self, event: "Happening", found: Arguments) -> Place | None:
        """Where a visit goes: what is visited, if that is a place or country."""
        if "visit" not in (event.mode, event.entry.mode) and not event.entry.journey:
            return None
        for slot in event.entry.recipient:
            for phrase in found.slots.get(slot, ()):
                if phrase.start > event.i and (site := self.sites.site(event.clauses, phrase)):
                    return site.name, site.mention
        return None

    def target(self, event: "Happening", found: Arguments) -> Place | None:
        """The place that a deed is done to or goes to: قصفت الطائرات مطار عدن, وصول المساعدات إلى بيروت."""
        if event.type not in _SITED | _MOVING:
            return None
        for slot, phrases in found.slots.items():
            for phrase in phrases if slot != "subject" else ():
                site = self.sites.site(event.clauses, phrase)
                if site is not None and not site.wide and (event.type in _MOVING or self.tangible(site)):
                    return site.name, site.mention
        return None

    @staticmethod
    def tangible(site: Site) -> bool:
        """Whether a place is one on the ground rather than a capital that stands for its state: هاجمت واشنطن."""
        return bool(site.phrase.prep) or site.mention is None or site.mention.kind == "place" or site.mention.start > site.start

    def in_clause(self, event: "Happening", found: Arguments) -> Place | None:
        """The place nearest to the trigger in its clause; with words, only one before what is said."""
        clauses, i = event.clauses, event.i
        agreed = event.type == "AGREE" == event.entry.type and i in clauses.verbs
        words = agreed or event.type in _WORDS and event.mode != "investigate"
        start, stop = (i, self.matter(event, found)) if words else (found.start - 2, self.reach(event, found))
        best: tuple[int, Site] | None = None
        for site in self.sites.of(clauses):
            # aid to Yemen is not promised in Yemen
            promised = event.type == "AGREE" and event.entry.type != "CONSULT" and site.wide
            if promised or words and (site.wide or site.office) or site.aimed and event.type not in _SITED:
                continue
            if words and site.start < i and self.opens(clauses, site, i):
                return site.name, site.mention
            if any(i < k < site.start for k in self.fired):
                continue
            if start <= site.start <= stop:
                distance = abs(site.start - i) + (20 if site.wide else 0)
                if best is None or distance < best[0]:
                    best = (distance, site)
        return (best[1].name, best[1].mention) if best is not None else None

    @staticmethod
    def opens(clauses: Clauses, site: Site, i: int) -> bool:
        """Whether a place opens the sentence, set apart from the verb at token `i`: وفي القاهرة، رحب الوزير …"""
        after = clauses.tokens[site.end]
        return site.phrase.prep_start == 0 and after.form in COMMAS and not clauses.verbs_before(i)

    @staticmethod
    def reach(event: "Happening", found: Arguments) -> int:
        """How far behind the trigger's clause its place may stand: not beyond the next act or clause of its own."""
        clauses, end = event.clauses, max(found.end, event.i + 1)
        far = end + (_FAR if event.type == "CONSULT" else _AFTER)
        for j in range(end, min(far, len(clauses.tokens))):
            verb = clauses.verbs.get(j)
            if opens(clauses, j) or verb is not None and verb.conjunction or clauses.tokens[j].word.form in STOPS:
                return j
        return far

    def matter(self, event: "Happening", found: Arguments) -> int:
        """Where what is said, asked or refused begins: the first phrase that is neither subject nor circumstance."""
        for said in self.arguments.said.get(event.clauses.sentence.index, ()):
            if said.cue is not None and said.cue[0] == event.i:
                return said.content[0]
        own = {id(p) for p in found.slots.get("subject", ())}
        sites = {s.start for s in self.sites.of(event.clauses)}
        for phrase in event.clauses.phrases_after(event.i, max(found.end, event.i + 1)):
            if id(phrase) not in own and phrase.prep in ("", "الى", "ب", "ل", "عن", "من", "على") and phrase.start not in sites:
                return phrase.start
        return found.end if event.i in event.clauses.verbs else event.i

    def before(self, event: "Happening") -> Place | None:
        """The place named first in the sentence, else the last one told of in this or the two sentences before."""
        clauses = event.clauses
        for site in self.sites.of(clauses):
            if not site.wide:
                return site.name, site.mention
        if self.last is not None and clauses.sentence.index - self.last[0] < 3:
            return self.last[1]
        return None

    # --- settings

    def settle(self, events: "list[Happening]", sentences: list[Clauses]) -> None:
        """Give what was said and talked about the place where those who did so gathered."""
        placeless = [event for event in events if event.place is None and event.status == "actual"]
        if not placeless:
            return
        words = {one.id: one for group in self.arguments.said.values() for one in group}
        settings = [*self.met(events), *self.spoken(events, sentences)]
        for event in placeless if settings else ():
            together = event.type == "AGREE" and len(codes(event.actor)) > 1
            spoken = event.type in _SPOKEN and "phone" not in (event.mode, event.entry.mode) and not granted(event)
            if spoken or together:
                fit = [s for s in settings if s.holds(event, words) and (not together or s.missing(event) == 0)]
                if fit:
                    event.place = min(fit, key=lambda s: s.distance(event)).place

    def met(self, events: "list[Happening]") -> list[Setting]:
        """The meetings of the news whose place is known."""
        return [
            Setting([*event.actor, *event.recipient], event.place, event, event.said is not None)
            for event in events
            if event.type == "CONSULT" and event.status == "actual" and event.place is not None and event.mode != "phone"
        ]

    def spoken(self, events: "list[Happening]", sentences: list[Clauses]) -> list[Setting]:
        """Other gatherings of the news: whoever speaks or acts in the sentence that names one, or in the one before it."""
        out: list[Setting] = []
        speakers: dict[int, list[Entity]] = {}
        for event in events:
            if event.type in _SPOKEN and event.status == "actual":
                speakers.setdefault(event.clauses.sentence.index, []).extend(event.actor)
        for index, said in self.arguments.said.items():
            for one in said:
                speakers.setdefault(index, []).extend(one.speakers)
                site = self.stand(one)
                if site is not None:
                    out.append(Setting(one.speakers, (site.name, site.mention), None, False, index))
        for clauses in sentences:
            index = clauses.sentence.index
            there = speakers.get(index, [])
            if clauses.tokens and "impersonal" in clauses.tokens[0].word.tags:
                there = [*there, *speakers.get(index - 1, ())]  # جاء ذلك خلال مؤتمر صحفي في جدة
            for i, site in self.sites.gathered(clauses):
                if not occasion(clauses, i) or self.distant(clauses, i):
                    continue
                if there and self.arguments.statement_at(clauses, i) is None:
                    out.append(Setting(there, (site.name, site.mention), None, False, index))
        return out

    def distant(self, clauses: Clauses, i: int) -> bool:
        """Whether a date sets the gathering at token `i` apart from the news."""
        date = nearest(clauses, i, i, i + 1)
        value = date.value if date is not None else None
        return bool(value) and (is_background(value or "", self.published) or is_coming(value or "", self.published))

    def stand(self, said: "Said") -> Site | None:
        """Where a speaker stands, as the words between cue and content tell: قال الوزير في بروكسل إن …"""
        if said.cue is None:
            return None
        sites = self.sites.of(said.clauses)
        return next((s for s in sites if said.cue[0] < s.start < said.content[0] and not s.wide and not s.office), None)


def occasion(clauses: Clauses, i: int) -> bool:
    """Whether the gathering at token `i` is told of as the occasion of something else: خلال لقائه, في ختام زيارته."""
    phrase = clauses.phrase_at.get(i)
    return phrase is not None and phrase.prep in clauses.lists["occasions"]
