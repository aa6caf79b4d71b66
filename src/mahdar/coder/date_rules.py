"""The rules of dates: each tries one kind of expression at one place of a text."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from mahdar.coder.calendar import add_months, gregorian_day, hijri_day, month_of, nearest, plus
from mahdar.coder.date_spelling import TOKEN, bare, look
from mahdar.coder.date_words import DatePatterns, DateWords

SLACK = 2  # days by which the day of publication may differ from the "today" of a text
BARRED = "barred"  # a date that is a name: ثورة 25 يناير


class Hit(NamedTuple):
    """What a rule found: where it ends and which day stands for it (the first of the month or year, if coarser)."""

    end: int
    day: date | None
    precision: str
    kind: str
    relation: str | None = None
    future: date | None = None


class Spot(NamedTuple):
    """Where a rule looks: the folded text, a position, and what stands before it."""

    text: str
    start: int
    published: date | None
    before: str
    supported: bool


Rule = Callable[[Spot], Hit | None]


class DateRules:
    """The rules of one language; a rule answers with a `Hit` or null."""

    def __init__(self, words: DateWords, patterns: DatePatterns) -> None:
        self.words = words
        self.patterns = patterns

    def barred(self, spot: Spot, kind: str) -> bool:
        """Whether the word before makes it a name or another thing: صلاة الجمعة, ثورة 25 يناير, الأمين العام الحالي."""
        barring = self.words.not_after[kind]
        return spot.before in barring or bare(spot.before) in barring

    # Rules: each tries one kind of expression at one place

    def numeric(self, spot: Spot) -> Hit | None:
        match = self.patterns.numeric.match(spot.text, spot.start)
        if match is None or (spot.start and spot.text[spot.start - 1] in "-/."):
            return None
        first, middle, last = int(match[1]), int(match[3]), int(match[4])
        if len(match[1]) == 4 and len(match[4]) <= 2:
            year, month, day = first, middle, last
        elif len(match[4]) == 4 and len(match[1]) <= 2:
            year, month, day = (last, middle, first) if middle <= 12 else (last, first, middle)
        else:
            return None
        value = hijri_day(year, month, day) if 1300 <= year < 1600 else gregorian_day(year, month, day)
        return Hit(match.end(), value, "day", "absolute") if value else None

    def day_month(self, spot: Spot) -> Hit | None:
        match = self.patterns.day_month.match(spot.text, spot.start)
        if match is None:
            return None
        if self.barred(spot, "day"):
            return Hit(match.end(), None, "day", BARRED)
        hijri, month = look(self.words.months, match["m"])
        day = self.day_number(match)
        if not 1 <= day <= 31:
            return None
        end, year, way = self.tail(match, spot.published)
        if year is not None:
            value = hijri_day(year, month, day) if hijri else gregorian_day(year, month, day)
            return Hit(end, value, "day", "absolute") if value else None
        value = nearest(month, day, hijri, spot.published, way)
        coming = nearest(month, day, hijri, spot.published, 1) if way is None and value else None
        future = coming if coming != value else None
        return Hit(end, value, "day", "absolute", future=future) if value or spot.published is None else None

    def day_of(self, spot: Spot) -> Hit | None:
        match = self.patterns.day_of.match(spot.text, spot.start)
        if match is None:
            return None
        way = 0 if match["this"] else look(self.words.modifiers, match["mod"])
        if not match["this"] and not match["unit"] and (match["o"] or way or match["mod"].endswith("ه")):
            return None
        if spot.published is None:
            return Hit(match.end(), None, "day", "relative")
        first = add_months(spot.published, way)
        value = gregorian_day(first.year, first.month, self.day_number(match))
        return Hit(match.end(), value, "day", "relative") if value else None

    def month(self, spot: Spot) -> Hit | None:
        match = self.patterns.month.match(spot.text, spot.start)
        if match is None:
            return None
        name = " ".join(match["m"].split())
        hijri, month = look(self.words.months, name)
        end, year, way = self.tail(match, spot.published)
        paired = match["m2"] is not None and look(self.words.months, match["m2"]) == (hijri, month)
        certain = bool(match["word"] or year is not None or way is not None or paired)
        if not certain and ((name in self.words.strict or hijri) and not (name in self.words.ambiguous and spot.supported)):
            return None
        if not certain and name in self.words.ambiguous and not spot.supported:
            return None
        if year is not None:
            return Hit(end, month_of(year, month, hijri), "month", "absolute")
        value = nearest(month, 1, hijri, spot.published, way, True)
        past = way is None and value and spot.published and value < spot.published.replace(day=1)
        future = nearest(month, 1, hijri, spot.published, 1, True) if past else None
        return Hit(end, value, "month", "absolute", future=future)

    def year(self, spot: Spot) -> Hit | None:
        match = self.patterns.year.match(spot.text, spot.start)
        if match is None:
            return None
        if not match["word"]:
            follows = spot.text[match.end() : match.end() + 2]
            if not (spot.supported or bare(spot.before) in self.words.year_evidence) or (
                match["y"] == "2000" and TOKEN.search(follows)
            ):
                return None
        year = int(match["y"])
        if year >= 1900 and not match["h"]:
            value = gregorian_day(year, 1, 1)
        else:
            value = hijri_day(year, 7, 1)
        return Hit(match.end(), value, "year", "absolute") if value else None

    def unit(self, spot: Spot) -> Hit | None:
        match = self.patterns.unit.match(spot.text, spot.start)
        if match is None or not (match["this"] or match["mod"]) or self.barred(spot, "unit"):
            return None
        return self.shift_unit(match, spot.published)

    def part(self, spot: Spot) -> Hit | None:
        """مطلع، نهاية …: the month, year or unit after it, for which it also vouches."""
        match = self.patterns.part.match(spot.text, spot.start)
        if match is None:
            return None
        inner = spot._replace(start=match.end(), before="", supported=True)
        unit = self.patterns.unit.match(spot.text, match.end())
        return self.month(inner) or self.year(inner) or (self.shift_unit(unit, spot.published) if unit else None)

    def weekday(self, spot: Spot) -> Hit | None:
        match = self.patterns.weekday.match(spot.text, spot.start)
        if match is None or self.barred(spot, "weekday"):
            return None
        if spot.published is None:
            return Hit(match.end(), None, "day", "weekday")
        ahead = (look(self.words.weekdays, match["w"]) - spot.published.weekday()) % 7
        following = spot.published + timedelta(days=ahead or 7)
        latest = spot.published - timedelta(days=-ahead % 7)
        way = look(self.words.modifiers, match["mod"]) if match["mod"] else None
        if way is None:
            return Hit(match.end(), latest, "day", "weekday", future=following)
        value = following if way > 0 else spot.published - timedelta(days=-ahead % 7 or 7) if way < 0 else latest
        return Hit(match.end(), value, "day", "weekday")

    def today(self, spot: Spot) -> Hit | None:
        match = self.patterns.today.match(spot.text, spot.start)
        if match is None or self.barred(spot, "relative"):
            return None
        if spot.published is None:
            return Hit(match.end(), None, "day", "relative")
        value = spot.published + timedelta(days=look(self.words.relative, match["r"]))
        if match["w"] is None:
            return Hit(match.end(), value, "day", "relative")
        # A paper of the morning after writes "today" of the day before: the weekday knows better.
        gap = (look(self.words.weekdays, match["w"]) - value.weekday() + 3) % 7 - 3
        if abs(gap) > SLACK:
            return Hit(match.start("day"), value, "day", "relative")
        return Hit(match.end(), value + timedelta(days=gap), "day", "relative")

    def count(self, spot: Spot) -> Hit | None:
        match = self.patterns.count.match(spot.text, spot.start)
        if match is None:
            return None
        way, relation, anchored = look(self.words.counted, match["p"])
        unit, _ = look(self.words.units, match["u"] or match["two"] or match["one"] or match["many"])
        precision = {"hour": "day", "day": "day", "week": "month", "month": "month"}.get(unit, "year")
        if match["anchor"]:
            return Hit(match.start("anchor"), None, precision, "relative", anchored)
        count = 2 if match["two"] else 1 if match["one"] else 0
        if match["n"]:
            count = int(match["n"]) if match["n"].isdigit() else look(self.words.numbers, match["n"])
        if unit == "hour":
            count, unit = count // 24, "day"
        elif not count:
            way = 0
        if not way:
            return Hit(match.end(), None, precision, "relative", relation)
        hit = self.shift(match.end(), unit, way * count, spot.published)
        return hit._replace(relation=relation)

    # Values

    def day_number(self, match: re.Match[str]) -> int:
        return int(match["d"]) if match["d"] else look(self.words.ordinals, match["o"])

    def tail(self, match: re.Match[str], published: date | None) -> tuple[int, int | None, int | None]:
        """Where a month ends, with the year and the direction stated after it."""
        if match["m2"] and look(self.words.months, match["m2"])[1] != look(self.words.months, match["m"])[1]:
            return match.end("m"), None, None
        if match["y"]:
            year = int(match["y"])
            hijri = look(self.words.months, match["m"])[0] or match["h"] is not None
            if hijri == (1300 <= year < 1600):
                return match.end(), year, None
            return match.end("m2") if match["m2"] else match.end("m"), None, None
        if not match["mod"]:
            return match.end(), None, None
        way = look(self.words.modifiers, match["mod"])
        if match["of_year"] and published is not None:
            return match.end(), published.year + way, None
        return match.end(), None, way

    def shift_unit(self, match: re.Match[str], published: date | None) -> Hit:
        way = look(self.words.modifiers, match["mod"]) if match["mod"] else 0
        return self.shift(match.end(), look(self.words.definite, match["u"]), way, published)

    def shift(self, end: int, unit: str, count: int, published: date | None) -> Hit:
        """So many units from the day of publication. A week counts as the month of its middle."""
        if published is None:
            precision = {"day": "day", "week": "month", "month": "month"}.get(unit, "year")
            return Hit(end, None, precision, "relative")
        if unit == "day":
            return Hit(end, plus(published, count), "day", "relative")
        if unit == "week":
            middle = plus(published, 7 * count + 3 - published.weekday())
            return Hit(end, middle and middle.replace(day=1), "month", "relative")
        if unit == "month":
            return Hit(end, add_months(published, count), "month", "relative")
        years = count * (10 if unit == "decade" else 1)
        return Hit(end, gregorian_day(published.year + years, 1, 1), "year", "relative")
