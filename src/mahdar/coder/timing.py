"""When an event happens and whether: its status, its day, and PLOVER's reductions of what is to come."""

import datetime

from mahdar.coder.clauses import Clauses
from mahdar.coder.dates import DateExpression
from mahdar.coder.entities import UNKNOWN
from mahdar.coder.happenings import Happening, codes
from mahdar.coder.status import Circumstance, is_background, is_coming, news_day
from mahdar.coder.triggers import VERBAL
from mahdar.minutes import Date

REDUCED = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
DATED = frozenset({"CONSULT", "AGREE"})  # types whose day is that of the news where no other is named
WORDS = frozenset({"THREATEN", "REQUEST", "REJECT"})


class Timing:
    """Sets status and dates; knows the day of the news and who acted on it."""

    def __init__(self, text: str, last_period: tuple[str, ...], published: datetime.date | None) -> None:
        self.text = text
        self.last_period = last_period
        self.published = published
        self.day: str | None = None
        self.lead = 0
        self.dated: set[str] = set()

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
        if is_background(date.value or "", self.published) if date.value else False:
            return True
        words = self.text[date.start : date.end].split()
        return date.precision != "day" and any(w.startswith(self.last_period) for w in words)


def day(value: str | None) -> Date | None:
    return Date(value, "day") if value else None
