"""When an event happens and whether: its status, its day, and PLOVER's reductions of what is to come."""

import datetime

from mahdar.coder.clauses import Clauses
from mahdar.coder.dates import DateExpression
from mahdar.coder.entities import UNKNOWN
from mahdar.coder.happenings import Happening, codes, doers, granted
from mahdar.coder.said import Said
from mahdar.coder.status import Circumstance, is_background, is_coming, news_day
from mahdar.coder.triggers import VERBAL
from mahdar.minutes import Date

REDUCED = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
DATED = VERBAL | {"CONSULT"}  # types whose day is that of the news where no other is named
WORDS = frozenset({"THREATEN", "REQUEST", "REJECT"})


class Timing:
    """Sets status and dates; knows the day of the news."""

    def __init__(self, text: str, last_period: tuple[str, ...], published: datetime.date | None) -> None:
        self.text = text
        self.last_period = last_period
        self.published = published
        self.day: str | None = None
        self.lead = 0

    def read(self, sentences: list[Clauses]) -> None:
        """Find the day of the news and where the lead ends."""
        self.day = news_day(sentences, self.published)
        self.lead = min((c.sentence.index for c in sentences), default=0) + 1

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
        elif around.prospective or value and is_coming(value, published):
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
        planned = event.type in ("AGREE", "CONCEDE") and value and is_coming(value, published)
        if around.date is not None and value and not planned:  # the day of a plan is that of its announcement
            event.date, event.dated = Date(value, around.date.precision), True  # type: ignore[arg-type]

    # --- the day of the news

    def settle(self, events: list[Happening], said: dict[int, list[Said]]) -> None:
        """The day of the news for what is said and talked about without a date: in the lead, and by who acts on that day."""
        if self.day is None:
            return
        words = {one.id: one for group in said.values() for one in group}
        spoken = [e for e in events if e.type in DATED and e.status == "actual"]
        undated = [e for e in spoken if e.date is None and not e.dated and not granted(e)]
        who: set[str] = set()
        people = {id(e.itself) for one in words.values() if self.on_the_day(one) for e in one.speakers}
        for event in spoken:
            if event.date.value == self.day if event.date is not None else self.leads(event):
                who |= codes(event.actor) - {UNKNOWN}
                people |= {id(e.itself) for e in doers(event, words)}
        for event in undated:
            told = words.get(event.said or "")
            stated = self.stated(told) if told is not None else None
            if stated is not None:
                event.date = Date(stated, "day")
                continue
            known = codes(event.actor) & who or any(id(e.itself) in people for e in doers(event, words))
            talks = told is not None and event.type == "CONSULT"  # of which somebody tells: تحدثنا مع موسكو
            if self.leads(event) or known and not talks and not self.referred(event):
                event.date = Date(self.day, "day")

    def leads(self, event: Happening) -> bool:
        return event.clauses.sentence.index <= self.lead

    @staticmethod
    def referred(event: Happening) -> bool:
        """Whether a meeting is only referred to, as one that is known: المفاوضات التي أجراها."""
        clauses = event.clauses
        return event.type == "CONSULT" and event.i not in clauses.verbs and clauses.tokens[event.i].word.definite

    @staticmethod
    def stated(said: Said) -> str | None:
        """The day that the words around a statement give it: وقال السبت إنه …"""
        start, end = said.span
        days = [d for d in said.clauses.dates if d.precision == "day" and d.value and not start <= d.start < end]
        cue = said.clauses.tokens[said.cue[0]].start if said.cue is not None else start
        return min(days, key=lambda d: abs(d.start - cue)).value if days else None

    def on_the_day(self, said: Said) -> bool:
        """Whether the words around a statement tell that it was made on the day of the news."""
        start, end = said.span
        return any(d.value == self.day and not start <= d.start < end for d in said.clauses.dates)

    def is_past(self, date: DateExpression) -> bool:
        """Whether a date sets an act apart as background: some days back, or "last week", "last month"."""
        if is_background(date.value or "", self.published) if date.value else False:
            return True
        words = self.text[date.start : date.end].split()
        return date.precision != "day" and any(w.startswith(self.last_period) for w in words)
