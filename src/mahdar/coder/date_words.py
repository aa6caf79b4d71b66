"""The vocabulary of dates of one language: its tables, and one pattern for each kind of expression."""

import re
from collections.abc import Mapping
from typing import Any

from mahdar.coder.date_spelling import END, any_of, key, keys, numbers, ordinals

DUE = "due"  # بحلول: the date is to come
# How قبل, منذ, بعد … count: the direction, the relation, and the relation where they count from something named
COUNTED = {
    "counted_ago": (-1, "ago", "before"),
    "counted_since": (-1, "since", "since"),
    "counted_after": (1, "in", "after"),
    "counted_in": (1, "in", "in"),
    "counted_during": (0, "in", "in"),
}


class DateWords:
    """The tables of `dates.toml`, by folded name."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        months, words, units = data["months"], data["words"], data["units"]
        self.months: dict[str, tuple[bool, int]] = {}
        for hijri, names in ((False, months["gregorian"]), (True, months["hijri"])):
            self.months |= {key(name): (hijri, n) for n, group in enumerate(names, 1) for name in group}
        self.ambiguous = keys(months["ambiguous"])
        self.strict = keys(months["strict"])
        self.evidence = keys(months["evidence"])
        self.weekdays = {key(name): n for n, group in enumerate(data["weekdays"]["names"]) for name in group}
        self.relative = {key(name): row["days"] for row in data["relative"]["words"] for name in row["names"]}
        self.modifiers = {
            key(name): way for side, way in (("past", -1), ("present", 0), ("future", 1)) for name in data["modifiers"][side]
        }
        names = {unit: row for unit, row in units.items() if isinstance(row, dict)}
        self.units = {
            key(name): (unit, count)
            for unit, row in names.items()
            for count, number in ((1, "one"), (2, "two"), (0, "many"))
            for name in row[number]
        }
        self.definite = {key(name): unit for unit, row in names.items() for name in row["definite"]}
        self.numbers, self.ordinals = numbers(data["numbers"]), ordinals(data["ordinals"])
        self.fillers = keys([*words["day"], *words["month"]])
        self.month_words = keys(words["month"])
        self.year_words = keys(words["year"])
        self.year_evidence = keys(
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
        self.not_after = {
            "weekday": keys(data["weekdays"]["not_after"]),
            "relative": keys(data["relative"]["not_after"]),
            "unit": keys(units["not_after"]),
            "day": keys(words["not_after"]),
        }
        relations = data["relations"]
        self.relations = {
            key(name): relation for relation in ("since", "until", DUE, "before", "after", "in") for name in relations[relation]
        }
        self.counted = {key(name): way for counting, way in COUNTED.items() for name in relations[counting]}


class DatePatterns:
    """What each kind of expression looks like."""

    def __init__(self, words: DateWords, data: Mapping[str, Any]) -> None:
        terms, relative = data["words"], data["relative"]
        month, weekday, modifier = any_of(words.months), any_of(words.weekdays), any_of(words.modifiers)
        year_word, of = any_of(words.year_words), any_of(terms["of"])
        month_word, definite = any_of(words.month_words), any_of(words.definite)
        this = any_of(data["modifiers"]["this"])
        month_unit = any_of(data["units"]["month"]["definite"])
        year_unit = any_of(data["units"]["year"]["definite"])
        hijri, christian = any_of(terms["hijri_mark"]), any_of(terms["christian_mark"])
        year = rf"(?P<y>(?:1[345]|19|20)\d\d)(?!\d)(?:\s*(?P<h>{hijri}){END}|\s*{christian}{END})?"
        pair = rf"(?P<m>{month}){END}(?:(?:\s*[/\-–(]\s*|\s+)(?P<m2>{month}){END}(?:\s*\))?)?"
        tail = (
            rf"(?:\s*[،,/\-–]?\s*(?:{of}\s+)?(?:{year_word}\s+)?{year}"
            rf"|\s+(?:{of}\s+)?(?P<of_year>{year_unit}\s+)?(?P<mod>{modifier}){END})?"
        )
        number = r"(?P<d>\d{1,2})(?!\d)(?:\s*(?:-|–|و|الى|حتى)\s*(?:ال)?\d{1,2}(?!\d))?"
        ordinal = rf"(?P<o>{any_of(words.ordinals)}){END}"
        today = any_of(words.relative)
        day_word = any_of(terms["day"])
        lead = (
            rf"(?:{today}{END}[\s،,(]+)?"
            rf"(?:{weekday}{END}(?:\s+{modifier}{END})?[\s،,()\-–]*(?:{day_word}{END}\s+)?)?"
        )
        self.numeric = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?!\d)")
        self.month = re.compile(rf"(?P<word>{month_word}\s+)?{pair}{tail}")
        self.day_month = re.compile(
            rf"{lead}(?:{number}(?:\s+{of}{END})?|{ordinal}\s+{of}{END})\s*[/\-]?\s*(?:{month_word}\s+)?{pair}{tail}"
        )
        self.day_of = re.compile(
            rf"{lead}(?:{number}|{ordinal})\s+(?:{of}\s+)?"
            rf"(?:(?P<this>{this})\s+{month_unit}{END}|(?P<unit>{month_unit}\s+)?(?P<mod>{modifier}){END})"
        )
        self.year = re.compile(
            rf"(?:(?P<word>{year_word})\s+)?{year}(?:\s*(?:-|–|/|و|الى|حتى)\s*\d{{2,4}}(?!\d))?(?!\s*[%٪]|[.,٫]\d)"
        )
        self.unit = re.compile(rf"(?:(?P<this>{this})\s+)?(?P<u>{definite}){END}(?:\s+(?P<mod>{modifier}){END})?")
        self.weekday = re.compile(
            rf"(?P<w>{weekday}){END}(?!\s+{any_of(data['weekdays']['not_before'])}{END})(?:\s+(?P<mod>{modifier}){END})?"
        )
        self.today = re.compile(
            rf"(?P<r>{today}){END}(?!\s+{any_of(relative['not_before'])}{END})"
            rf"(?P<day>\s*[(،,]?\s*(?:{any_of(terms['day'])}\s+)?(?P<w>{weekday}){END}(?:\s*\))?)?"
        )
        one, two, many = ([name for name, (_, n) in words.units.items() if n == count] for count in (1, 2, 0))
        self.count = re.compile(
            rf"(?P<p>{any_of(words.counted)})\s+(?:{any_of(terms['about'])}\s+){{0,2}}"
            rf"(?:(?P<n>\d{{1,3}}|{any_of(words.numbers)})\s+(?P<u>{any_of(words.units)}){END}"
            rf"|(?P<two>{any_of(two)}){END}"
            rf"|(?P<one>{any_of(one)}){END}(?!\s+(?:\d|{month}{END}|{weekday}{END}|{today}{END}|{modifier}{END}|{definite}{END}))"
            rf"(?:\s+{any_of(data['numbers']['units'][0])}{END})?"
            rf"|(?:{any_of(terms['vague'])}\s+)?(?P<many>{any_of(many)}){END})"
            rf"(?P<anchor>\s+{any_of(data['relations']['anchor'])}{END})?"
        )
        dateline = any_of([*data["dateline"]["words"], *terms["day"], *words.weekdays])
        self.dateline = re.compile(rf"(?:[\W_]|\d{{1,2}}(?!\d)|{dateline}(?![^\W\d]))*", re.IGNORECASE)
        self.part = re.compile(rf"{any_of(terms['parts'])}\s+(?:{of}\s+)?")
        self.hijri_name = re.compile("|".join([rf"\b(?:{hijri})\b", *(re.escape(m) for m, (h, _) in words.months.items() if h)]))
