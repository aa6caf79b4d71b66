"""A commitment before it is written: who promises what, how strongly, with whom and until when."""

import datetime

from mahdar.coder.clauses import Clauses
from mahdar.coder.dates import DateExpression
from mahdar.coder.entities import Entity
from mahdar.coder.status import last_day
from mahdar.minutes import Date


class Promise:
    """A commitment before it is written."""

    __slots__ = ("by", "clauses", "confidence", "due", "i", "others", "rule", "said", "strength", "what")

    def __init__(self, by: list[Entity], strength: str, what: tuple[int, int], rule: str, said: str | None) -> None:
        self.by = by
        self.others: list[Entity] = []
        self.clauses: Clauses | None = None
        self.i = 0
        self.strength = strength
        self.what = what
        self.rule = rule
        self.said = said
        self.due: Date | None = None
        self.confidence = 0.7


def due(clauses: Clauses, start: int, end: int, published: datetime.date | None) -> Date | None:
    """The date among the words of tokens `start` to `end`, where it lies ahead."""
    low, high = clauses.tokens[start].start, clauses.tokens[end - 1].end
    return next((day for date in clauses.dates if low <= date.start < high and (day := ahead(date, published))), None)


def ahead(date: DateExpression, published: datetime.date | None) -> Date | None:
    """A date where it lies ahead of the news."""
    value = date.future_value or date.value
    if value and published and last_day(value) >= published - datetime.timedelta(days=1):
        return Date(value, date.precision)  # type: ignore[arg-type]
    return None


def covers(one: Promise, other: Promise) -> bool:
    """Whether two promises share most of their words."""
    low, high = max(one.what[0], other.what[0]), min(one.what[1], other.what[1])
    return high - low > 0.5 * min(one.what[1] - one.what[0], other.what[1] - other.what[0])
