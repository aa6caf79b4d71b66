"""Dates in running text: what day, month or year an expression means, seen from the day of publication.

`DateGrammar` compiles the vocabulary of a language pack (`dates.toml`) into a table of trigger words and one small
pattern for each kind of expression. `find` looks every word up in the table and runs a pattern only where one hits.
Matching is done on folded text; offsets are those of the text as given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple, TypeVar

import msgspec
from hijridate import Gregorian, Hijri

DROPPED = re.compile("[\u064b-\u0652\u0670\u0640\u200e\u200f]")
LEVEL = (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ة", "ه"), ("ؤ", "ء"), ("ئ", "ء"))
EASTERN = re.compile("[٠-٩۰-۹]")
WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
TOKEN = re.compile("[0-9]+|[\u0621-\u064a]+")
END = "(?![\u0621-\u064a0-9])"
CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
_T = TypeVar("_T")
LATELY = timedelta(days=30)  # a day of the last month is past even for a verb in the future: تنفيذ اتفاق 5 مارس
PAST_WINDOW, FUTURE_WINDOW = timedelta(days=245), timedelta(days=120)
YEARS = (1500, 2500)  # of publication
DUE = "due"  # بحلول: the date is to come
BARRED = "barred"  # a date that is a name: ثورة 25 يناير
# How قبل, منذ, بعد … count: the direction, the relation, and the relation where they count from something named
COUNTED = {
    "counted_ago": (-1, "ago", "before"),
    "counted_since": (-1, "since", "since"),
    "counted_after": (1, "in", "after"),
    "counted_in": (1, "in", "in"),
    "counted_during": (0, "in", "in"),
}
ISO = {"day": "{:04d}-{:02d}-{:02d}", "month": "{:04d}-{:02d}", "year": "{:04d}"}


class DateExpression(msgspec.Struct, frozen=True):
    """One date in a text. `value` is ISO and as long as `precision` says; null where nothing resolves it.

    `future_value` is set for a weekday, a month or its day without a direction or year: the next such after
    publication, for a verb in the future, while `value` is the nearest on or before it.
    """

    start: int
    end: int
    value: str | None
    precision: str
    relation: str
    kind: str
    future_value: str | None = None


class _Hit(NamedTuple):
    """What a rule found: where it ends and which day stands for it (the first of the month or year, if coarser)."""

    end: int
    day: date | None
    precision: str
    kind: str
    relation: str | None = None
    future: date | None = None


class _Spot(NamedTuple):
    """Where a rule looks: the folded text, a position, and what stands before it."""

    text: str
    start: int
    published: date | None
    before: str
    supported: bool


_Rule = Callable[[_Spot], _Hit | None]


class DateGrammar:
    """The dates of one language, from the tables of its `dates.toml`."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._read_words(data)
        self._compile(data)
        self._triggers = self._index(data)

    def find(self, text: str, published: date | None) -> list[DateExpression]:
        """Every date expression of `text`, in order and without overlap."""
        if published is not None and not YEARS[0] <= published.year <= YEARS[1]:
            published = None  # no newspaper of ours appeared then, and reckoning would leave the calendar
        folded, dropped = _fold(text)
        words = TOKEN.findall(folded)
        if self._triggers.keys().isdisjoint(words):
            return []
        found: list[DateExpression] = []
        done = 0
        at = 0
        for index, word in enumerate(words):
            entries = self._triggers.get(word)
            if entries is None:
                continue
            first = _whole(word, folded, at)
            at = first + len(word)
            if first < done:
                continue
            before = words[index - 1] if index else ""
            hit, start = self._try(entries, folded, first, published, before)
            if hit is None:
                continue
            done = hit.end
            if hit.kind == BARRED:
                continue
            relation = self._relation(words, index)
            if relation == DUE:  # what is due lies ahead
                hit, relation = hit._replace(day=hit.future or hit.day, future=None), "until"
            elif hit.kind == "absolute" and hit.day and hit.future and published and published - hit.day < LATELY:
                hit = hit._replace(future=None)
            found.append(
                DateExpression(
                    start=_original(start, dropped),
                    end=_original(done, dropped),
                    value=_iso(hit.day, hit.precision),
                    precision=hit.precision,
                    relation=hit.relation or relation,
                    kind=hit.kind,
                    future_value=_iso(hit.future, hit.precision),
                )
            )
        return found

    def parse_day(self, text: str) -> date | None:
        """The day that a whole string states, such as a dateline; null unless it is certain.

        Beside dates it holds times, marks and the words of `[dateline]` only: a sentence that names a day is none.
        """
        days, rest, done = [], [], 0
        for found in self.find(text, None):
            rest.append(text[done : found.start])
            done = found.end
            if found.precision == "day" and found.value is not None:
                hijri = self._hijri_name.search(_fold(text[found.start : found.end])[0]) is not None
                days.append((hijri, found.value))
        if not days or not self._dateline.fullmatch(_fold(" ".join([*rest, text[done:]]))[0]):
            return None
        return date.fromisoformat(min(days)[1])

    # Vocabulary

    def _read_words(self, data: Mapping[str, Any]) -> None:
        months, words, units = data["months"], data["words"], data["units"]
        self._months: dict[str, tuple[bool, int]] = {}
        for hijri, names in ((False, months["gregorian"]), (True, months["hijri"])):
            self._months |= {_key(name): (hijri, n) for n, group in enumerate(names, 1) for name in group}
        self._ambiguous = _keys(months["ambiguous"])
        self._strict = _keys(months["strict"])
        self._evidence = _keys(months["evidence"])
        self._weekdays = {_key(name): n for n, group in enumerate(data["weekdays"]["names"]) for name in group}
        self._relative = {_key(name): row["days"] for row in data["relative"]["words"] for name in row["names"]}
        self._modifiers = {
            _key(name): way for key, way in (("past", -1), ("present", 0), ("future", 1)) for name in data["modifiers"][key]
        }
        names = {unit: row for unit, row in units.items() if isinstance(row, dict)}
        self._units = {
            _key(name): (unit, count)
            for unit, row in names.items()
            for count, key in ((1, "one"), (2, "two"), (0, "many"))
            for name in row[key]
        }
        self._definite = {_key(name): unit for unit, row in names.items() for name in row["definite"]}
        self._numbers, self._ordinals = _numbers(data["numbers"]), _ordinals(data["ordinals"])
        self._fillers = _keys([*words["day"], *words["month"]])
        self._month_words = _keys(words["month"])
        self._year_words = _keys(words["year"])
        self._year_evidence = _keys(
            [
                "في",
                *data["relations"]["since"],
                *data["relations"]["until"],
                *data["relations"][DUE],
                *data["relations"]["in"],
                *data["relations"]["before"],
                *data["relations"]["after"],
                *words["parts"],
            ]
        )
        self._not_after = {
            "weekday": _keys(data["weekdays"]["not_after"]),
            "relative": _keys(data["relative"]["not_after"]),
            "unit": _keys(units["not_after"]),
            "day": _keys(words["not_after"]),
        }
        relations = data["relations"]
        self._relations = {
            _key(name): relation for relation in ("since", "until", DUE, "before", "after", "in") for name in relations[relation]
        }
        self._counted = {_key(name): COUNTED[key] for key in COUNTED for name in relations[key]}

    def _compile(self, data: Mapping[str, Any]) -> None:
        words, relative = data["words"], data["relative"]
        month, weekday, modifier = _any(self._months), _any(self._weekdays), _any(self._modifiers)
        year_word, of = _any(self._year_words), _any(words["of"])
        month_word, definite = _any(self._month_words), _any(self._definite)
        this = _any(data["modifiers"]["this"])
        month_unit = _any(data["units"]["month"]["definite"])
        year_unit = _any(data["units"]["year"]["definite"])
        hijri, christian = _any(words["hijri_mark"]), _any(words["christian_mark"])
        year = rf"(?P<y>(?:1[345]|19|20)\d\d)(?!\d)(?:\s*(?P<h>{hijri}){END}|\s*{christian}{END})?"
        pair = rf"(?P<m>{month}){END}(?:(?:\s*[/\-–(]\s*|\s+)(?P<m2>{month}){END}(?:\s*\))?)?"
        tail = (
            rf"(?:\s*[،,/\-–]?\s*(?:{of}\s+)?(?:{year_word}\s+)?{year}"
            rf"|\s+(?:{of}\s+)?(?P<of_year>{year_unit}\s+)?(?P<mod>{modifier}){END})?"
        )
        number = r"(?P<d>\d{1,2})(?!\d)(?:\s*(?:-|–|و|الى|حتى)\s*(?:ال)?\d{1,2}(?!\d))?"
        ordinal = rf"(?P<o>{_any(self._ordinals)}){END}"
        today = _any(self._relative)
        day_word = _any(words["day"])
        lead = (
            rf"(?:{today}{END}[\s،,(]+)?"
            rf"(?:{weekday}{END}(?:\s+{modifier}{END})?[\s،,()\-–]*(?:{day_word}{END}\s+)?)?"
        )
        self._numeric = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?!\d)")
        self._month = re.compile(rf"(?P<word>{month_word}\s+)?{pair}{tail}")
        self._day_month = re.compile(
            rf"{lead}(?:{number}(?:\s+{of}{END})?|{ordinal}\s+{of}{END})\s*[/\-]?\s*(?:{month_word}\s+)?{pair}{tail}"
        )
        self._day_of = re.compile(
            rf"{lead}(?:{number}|{ordinal})\s+(?:{of}\s+)?"
            rf"(?:(?P<this>{this})\s+{month_unit}{END}|(?P<unit>{month_unit}\s+)?(?P<mod>{modifier}){END})"
        )
        self._year = re.compile(
            rf"(?:(?P<word>{year_word})\s+)?{year}(?:\s*(?:-|–|/|و|الى|حتى)\s*\d{{2,4}}(?!\d))?(?!\s*[%٪]|[.,٫]\d)"
        )
        self._unit = re.compile(rf"(?:(?P<this>{this})\s+)?(?P<u>{definite}){END}(?:\s+(?P<mod>{modifier}){END})?")
        self._weekday = re.compile(
            rf"(?P<w>{weekday}){END}(?!\s+{_any(data['weekdays']['not_before'])}{END})(?:\s+(?P<mod>{modifier}){END})?"
        )
        self._today = re.compile(
            rf"(?P<r>{today}){END}(?!\s+{_any(relative['not_before'])}{END})"
            rf"(?P<day>\s*[(،,]?\s*(?:{_any(words['day'])}\s+)?(?P<w>{weekday}){END}(?:\s*\))?)?"
        )
        one, two, many = ([name for name, (_, n) in self._units.items() if n == count] for count in (1, 2, 0))
        self._count = re.compile(
            rf"(?P<p>{_any(self._counted)})\s+(?:{_any(words['about'])}\s+){{0,2}}"
            rf"(?:(?P<n>\d{{1,3}}|{_any(self._numbers)})\s+(?P<u>{_any(self._units)}){END}"
            rf"|(?P<two>{_any(two)}){END}"
            rf"|(?P<one>{_any(one)}){END}(?!\s+(?:\d|{month}{END}|{weekday}{END}|{today}{END}|{modifier}{END}|{definite}{END}))"
            rf"(?:\s+{_any(data['numbers']['units'][0])}{END})?"
            rf"|(?:{_any(words['vague'])}\s+)?(?P<many>{_any(many)}){END})"
            rf"(?P<anchor>\s+{_any(data['relations']['anchor'])}{END})?"
        )
        dateline = _any([*data["dateline"]["words"], *words["day"], *self._weekdays])
        self._dateline = re.compile(rf"(?:[\W_]|\d{{1,2}}(?!\d)|{dateline}(?![^\W\d]))*", re.IGNORECASE)
        self._part = re.compile(rf"{_any(words['parts'])}\s+(?:{of}\s+)?")
        self._hijri_name = re.compile("|".join([rf"\b(?:{hijri})\b", *(re.escape(m) for m, (h, _) in self._months.items() if h)]))

    def _index(self, data: Mapping[str, Any]) -> dict[str, list[tuple[int, _Rule]]]:
        """The words that may begin an expression, in every surface form: the clitic to skip and the rule to try."""
        table: dict[str, list[tuple[int, _Rule]]] = {}

        def add(names: Iterable[str], *rules: _Rule) -> None:
            for word in dict.fromkeys(_key(name).split()[0] for name in names):
                for clitic in CLITICS:
                    forms = [(clitic + word, len(clitic))]
                    if clitic.endswith("ل") and word.startswith("ال"):
                        forms = [(clitic + word[1:], len(clitic))]
                    for surface, skip in forms:
                        known = table.setdefault(surface, [])
                        known.extend((skip, rule) for rule in rules if (skip, rule) not in known)

        day = (self._rule_day_month, self._rule_day_of)
        add(self._weekdays, *day, self._rule_weekday)
        add(self._relative, *day, self._rule_today)
        add(self._ordinals, *day)
        add(self._counted, self._rule_count)
        add(data["words"]["parts"], self._rule_part)
        add([*self._months, *self._month_words], self._rule_month)
        add(self._year_words, self._rule_year)
        add([*self._definite, *data["modifiers"]["this"]], self._rule_unit)
        for number in range(100):
            for digits in {str(number), f"{number:02d}"}:
                table[digits] = [(0, self._rule_numeric), *((0, rule) for rule in day)]
        for number in [*range(1300, 1600), *range(1900, 2100)]:
            table[str(number)] = [(0, self._rule_numeric), (0, self._rule_year)]
        return {word: sorted(rules, key=lambda entry: entry[0]) for word, rules in table.items()}

    # Scanning

    def _try(
        self, entries: list[tuple[int, _Rule]], text: str, start: int, published: date | None, before: str
    ) -> tuple[_Hit | None, int]:
        for skip, rule in entries:
            hit = rule(_Spot(text, start + skip, published, before, skip == 0 and _bare(before) in self._evidence))
            if hit is not None:
                return hit, start + skip
        return None, start

    def _relation(self, words: list[str], index: int) -> str:
        """How the event lies to the date, by the preposition before it: منذ يوم الاثنين, ابتداء من الأحد."""
        at = index - 1
        while at > 0 and _bare(words[at]) in self._fillers:
            at -= 1
        if at < 0:
            return "at"
        word = _bare(words[at])
        phrase = f"{_bare(words[at - 1])} {word}" if at else word
        return self._relations.get(word) or self._relations.get(phrase, "at")

    def _barred(self, spot: _Spot, kind: str) -> bool:
        """Whether the word before makes it a name or another thing: صلاة الجمعة, ثورة 25 يناير, الأمين العام الحالي."""
        barring = self._not_after[kind]
        return spot.before in barring or _bare(spot.before) in barring

    # Rules: each tries one kind of expression at one place

    def _rule_numeric(self, spot: _Spot) -> _Hit | None:
        match = self._numeric.match(spot.text, spot.start)
        if match is None or (spot.start and spot.text[spot.start - 1] in "-/."):
            return None
        first, middle, last = int(match[1]), int(match[3]), int(match[4])
        if len(match[1]) == 4 and len(match[4]) <= 2:
            year, month, day = first, middle, last
        elif len(match[4]) == 4 and len(match[1]) <= 2:
            year, month, day = (last, middle, first) if middle <= 12 else (last, first, middle)
        else:
            return None
        value = _hijri(year, month, day) if 1300 <= year < 1600 else _date(year, month, day)
        return _Hit(match.end(), value, "day", "absolute") if value else None

    def _rule_day_month(self, spot: _Spot) -> _Hit | None:
        match = self._day_month.match(spot.text, spot.start)
        if match is None:
            return None
        if self._barred(spot, "day"):
            return _Hit(match.end(), None, "day", BARRED)
        hijri, month = _look(self._months, match["m"])
        day = self._day_number(match)
        if not 1 <= day <= 31:
            return None
        end, year, way = self._tail(match, spot.published)
        if year is not None:
            value = _hijri(year, month, day) if hijri else _date(year, month, day)
            return _Hit(end, value, "day", "absolute") if value else None
        value = _nearest(month, day, hijri, spot.published, way)
        coming = _nearest(month, day, hijri, spot.published, 1) if way is None and value else None
        future = coming if coming != value else None
        return _Hit(end, value, "day", "absolute", future=future) if value or spot.published is None else None

    def _rule_day_of(self, spot: _Spot) -> _Hit | None:
        match = self._day_of.match(spot.text, spot.start)
        if match is None:
            return None
        way = 0 if match["this"] else _look(self._modifiers, match["mod"])
        if not match["this"] and not match["unit"] and (match["o"] or way or match["mod"].endswith("ه")):
            return None
        if spot.published is None:
            return _Hit(match.end(), None, "day", "relative")
        first = _add_months(spot.published, way)
        value = _date(first.year, first.month, self._day_number(match))
        return _Hit(match.end(), value, "day", "relative") if value else None

    def _rule_month(self, spot: _Spot) -> _Hit | None:
        match = self._month.match(spot.text, spot.start)
        if match is None:
            return None
        name = " ".join(match["m"].split())
        hijri, month = _look(self._months, name)
        end, year, way = self._tail(match, spot.published)
        paired = match["m2"] is not None and _look(self._months, match["m2"]) == (hijri, month)
        certain = bool(match["word"] or year is not None or way is not None or paired)
        if not certain and ((name in self._strict or hijri) and not (name in self._ambiguous and spot.supported)):
            return None
        if not certain and name in self._ambiguous and not spot.supported:
            return None
        if year is not None:
            return _Hit(end, _month(year, month, hijri), "month", "absolute")
        value = _nearest(month, 1, hijri, spot.published, way, True)
        past = way is None and value and spot.published and value < spot.published.replace(day=1)
        future = _nearest(month, 1, hijri, spot.published, 1, True) if past else None
        return _Hit(end, value, "month", "absolute", future=future)

    def _rule_year(self, spot: _Spot) -> _Hit | None:
        match = self._year.match(spot.text, spot.start)
        if match is None:
            return None
        if not match["word"]:
            follows = spot.text[match.end() : match.end() + 2]
            if not (spot.supported or _bare(spot.before) in self._year_evidence) or (
                match["y"] == "2000" and TOKEN.search(follows)
            ):
                return None
        year = int(match["y"])
        if year >= 1900 and not match["h"]:
            value = _date(year, 1, 1)
        else:
            value = _hijri(year, 7, 1)
        return _Hit(match.end(), value, "year", "absolute") if value else None

    def _rule_unit(self, spot: _Spot) -> _Hit | None:
        match = self._unit.match(spot.text, spot.start)
        if match is None or not (match["this"] or match["mod"]) or self._barred(spot, "unit"):
            return None
        return self._shift_unit(match, spot.published)

    def _rule_part(self, spot: _Spot) -> _Hit | None:
        """مطلع، نهاية …: the month, year or unit after it, for which it also vouches."""
        match = self._part.match(spot.text, spot.start)
        if match is None:
            return None
        inner = spot._replace(start=match.end(), before="", supported=True)
        unit = self._unit.match(spot.text, match.end())
        return self._rule_month(inner) or self._rule_year(inner) or (self._shift_unit(unit, spot.published) if unit else None)

    def _rule_weekday(self, spot: _Spot) -> _Hit | None:
        match = self._weekday.match(spot.text, spot.start)
        if match is None or self._barred(spot, "weekday"):
            return None
        if spot.published is None:
            return _Hit(match.end(), None, "day", "weekday")
        ahead = (_look(self._weekdays, match["w"]) - spot.published.weekday()) % 7
        following = spot.published + timedelta(days=ahead or 7)
        latest = spot.published - timedelta(days=-ahead % 7)
        way = _look(self._modifiers, match["mod"]) if match["mod"] else None
        if way is None:
            return _Hit(match.end(), latest, "day", "weekday", future=following)
        value = following if way > 0 else spot.published - timedelta(days=-ahead % 7 or 7) if way < 0 else latest
        return _Hit(match.end(), value, "day", "weekday")

    def _rule_today(self, spot: _Spot) -> _Hit | None:
        match = self._today.match(spot.text, spot.start)
        if match is None or self._barred(spot, "relative"):
            return None
        if spot.published is None:
            return _Hit(match.end(), None, "day", "relative")
        value = spot.published + timedelta(days=_look(self._relative, match["r"]))
        if match["w"] is None:
            return _Hit(match.end(), value, "day", "relative")
        # A paper of the morning after writes "today" of the day before: the weekday knows better.
        gap = (_look(self._weekdays, match["w"]) - value.weekday() + 3) % 7 - 3
        if abs(gap) > 2:
            return _Hit(match.start("day"), value, "day", "relative")
        return _Hit(match.end(), value + timedelta(days=gap), "day", "relative")

    def _rule_count(self, spot: _Spot) -> _Hit | None:
        match = self._count.match(spot.text, spot.start)
        if match is None:
            return None
        way, relation, anchored = _look(self._counted, match["p"])
        unit, _ = _look(self._units, match["u"] or match["two"] or match["one"] or match["many"])
        precision = {"hour": "day", "day": "day", "week": "month", "month": "month"}.get(unit, "year")
        if match["anchor"]:
            return _Hit(match.start("anchor"), None, precision, "relative", anchored)
        count = 2 if match["two"] else 1 if match["one"] else 0
        if match["n"]:
            count = int(match["n"]) if match["n"].isdigit() else _look(self._numbers, match["n"])
        if unit == "hour":
            count, unit = count // 24, "day"
        elif not count:
            way = 0
        if not way:
            return _Hit(match.end(), None, precision, "relative", relation)
        hit = self._shift(match.end(), unit, way * count, spot.published)
        return hit._replace(relation=relation)

    # Values

    def _day_number(self, match: re.Match[str]) -> int:
        return int(match["d"]) if match["d"] else _look(self._ordinals, match["o"])

    def _tail(self, match: re.Match[str], published: date | None) -> tuple[int, int | None, int | None]:
        """Where a month ends, with the year and the direction stated after it."""
        if match["m2"] and _look(self._months, match["m2"])[1] != _look(self._months, match["m"])[1]:
            return match.end("m"), None, None
        if match["y"]:
            year = int(match["y"])
            hijri = _look(self._months, match["m"])[0] or match["h"] is not None
            if hijri == (1300 <= year < 1600):
                return match.end(), year, None
            return match.end("m2") if match["m2"] else match.end("m"), None, None
        if not match["mod"]:
            return match.end(), None, None
        way = _look(self._modifiers, match["mod"])
        if match["of_year"] and published is not None:
            return match.end(), published.year + way, None
        return match.end(), None, way

    def _shift_unit(self, match: re.Match[str], published: date | None) -> _Hit:
        way = _look(self._modifiers, match["mod"]) if match["mod"] else 0
        return self._shift(match.end(), _look(self._definite, match["u"]), way, published)

    def _shift(self, end: int, unit: str, count: int, published: date | None) -> _Hit:
        """So many units from the day of publication. A week counts as the month of its middle."""
        if published is None:
            precision = {"day": "day", "week": "month", "month": "month"}.get(unit, "year")
            return _Hit(end, None, precision, "relative")
        if unit == "day":
            return _Hit(end, _plus(published, count), "day", "relative")
        if unit == "week":
            middle = _plus(published, 7 * count + 3 - published.weekday())
            return _Hit(end, middle and middle.replace(day=1), "month", "relative")
        if unit == "month":
            return _Hit(end, _add_months(published, count), "month", "relative")
        years = count * (10 if unit == "decade" else 1)
        return _Hit(end, _date(published.year + years, 1, 1), "year", "relative")


def _fold(text: str) -> tuple[str, list[int]]:
    """Level spelling, with the places (in the folded text) where characters were dropped, in order."""
    dropped = [match.start() - index for index, match in enumerate(DROPPED.finditer(text))]
    if dropped:
        text = DROPPED.sub("", text)
    # A few replacements are several times as fast as one `translate` of Arabic text.
    for variant, plain in LEVEL:
        text = text.replace(variant, plain)
    return (text.translate(WESTERN) if EASTERN.search(text) else text), dropped


def _whole(word: str, folded: str, at: int) -> int:
    """Where a word or number stands next as one that is no part of a longer one."""
    least, most = ("0", "9") if word.isdigit() else ("\u0621", "\u064a")
    while True:
        start = folded.index(word, at)
        end = start + len(word)
        if not (start and least <= folded[start - 1] <= most or least <= folded[end : end + 1] <= most):
            return start
        at = start + 1


def _original(position: int, dropped: list[int]) -> int:
    """The offset in the text as given; the end of a word takes the diacritics after it."""
    return position + bisect_right(dropped, position)


def _key(name: str) -> str:
    """A name as the tables hold it: folded and single-spaced."""
    return " ".join(_fold(name)[0].split())


def _keys(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_key, names))


def _look(table: Mapping[str, _T], matched: str) -> _T:
    """The entry of a matched (folded) name, whose article may have lost its alif after ل (للأسبوع)."""
    name = " ".join(matched.split())
    return table[name] if name in table else table["ا" + name]


def _bare(word: str) -> str:
    """A preposition without the conjunction before it (ومنذ)."""
    return word[1:] if len(word) > 2 and word[0] in "وف" else word


def _any(names: Iterable[str]) -> str:
    """A group that matches any of the names, the longest first; an article may lack its alif (للأسبوع)."""
    ordered = sorted({_key(name) for name in names}, key=len, reverse=True)
    patterns = [r"\s+".join(map(re.escape, name.split())) for name in ordered]
    return "(?:" + "|".join(re.sub("^ال", "ا?ل", pattern) for pattern in patterns) + ")" if patterns else "(?!)"


def _numbers(data: Mapping[str, Any]) -> dict[str, int]:
    """Number words up to ninety-nine: خمسة, خمسة عشر, خمسة وعشرين."""
    units = {_key(name): n for n, group in enumerate(data["units"], 1) for name in group}
    tens = {_key(name): n for n, group in enumerate(data["tens"], 2) for name in group}
    table = {**units, **{name: 10 * n for name, n in tens.items()}}
    table |= {_key(name): n for n, group in enumerate(data["teens"], 11) for name in group}
    table |= {f"{u} و{t}": 10 * n + m for u, m in units.items() if m < 10 for t, n in tens.items()}
    return table


def _ordinals(data: Mapping[str, Any]) -> dict[str, int]:
    """Ordinals up to the thirty-first: السابع, السابع عشر, السابع والعشرين."""
    units = {_key(name): n for n, group in enumerate(data["units"], 1) for name in group}
    tens = {_key(name): n for n, group in enumerate(data["tens"], 2) for name in group}
    table = {**units, **{name: 10 * n for name, n in tens.items()}}
    table |= {_key(name): n for n, group in enumerate(data["teens"], 11) for name in group}
    first = dict.fromkeys(map(_key, data["first_of_compound"]), 1)
    table |= {f"{u} و{t}": 10 * n + m for u, m in {**units, **first}.items() if m < 10 for t, n in tens.items()}
    return table


def _iso(day: date | None, precision: str) -> str | None:
    return None if day is None else ISO[precision].format(day.year, day.month, day.day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _plus(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _hijri(year: int, month: int, day: int) -> date | None:
    try:
        converted = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(converted.year, converted.month, converted.day)


def _month(year: int, month: int, hijri: bool) -> date | None:
    return _hijri(year, month, 15) if hijri else _date(year, month, 1)


def _add_months(day: date, months: int) -> date:
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    return date(index // 12, index % 12 + 1, 1)


def _nearest(
    month: int, day: int, hijri: bool, published: date | None, way: int | None, whole_month: bool = False
) -> date | None:
    """The day of this name that the writer means: of the past eight months, else to come; or as the direction says."""
    if published is None:
        return None
    if hijri:
        try:
            middle = Gregorian(published.year, published.month, published.day).to_hijri().year
        except (ValueError, OverflowError):
            return None
        days = [_hijri(middle + step, month, 15 if whole_month else day) for step in (-1, 0, 1)]
    else:
        middle = published.year
        days = [_date(middle + step, month, day) for step in (-4, -3, -2, -1, 0, 1, 2, 3, 4)]
    candidates = [found for found in days if found is not None]
    base = published.replace(day=1) if whole_month and not hijri else published
    if way is None or way == 0:
        fit = [found for found in candidates if base - PAST_WINDOW < found <= base + FUTURE_WINDOW]
        return min(fit, key=lambda found: abs(found - base), default=None)
    if way > 0:
        return min((found for found in candidates if found > base), default=None)
    return max((found for found in candidates if found < base), default=None)
