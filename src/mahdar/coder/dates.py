"""Dates in running text: what day, month or year an expression means, seen from the day of publication.

`DateGrammar` compiles the vocabulary of a language pack (`dates.toml`) into a table of trigger words and one small
pattern for each kind of expression. `find` looks every word up in the table and runs a pattern only where one hits.
Matching is done on folded text; offsets are those of the text as given.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import compress, count
from typing import Any

import msgspec

from mahdar.coder.calendar import iso, plus
from mahdar.coder.date_rules import BARRED, SLACK, DateRules, Hit, Rule, Spot
from mahdar.coder.date_spelling import CLITICS, TOKEN, bare, fold, key, look, original, whole
from mahdar.coder.date_words import DUE, DatePatterns, DateWords

LATELY = timedelta(days=30)  # a day of the last month is past even for a verb in the future: تنفيذ اتفاق 5 مارس
YEARS = (1500, 2500)  # of publication
_LONGEST_DAY = 16  # words of a day, from its first to the one that tells its month: اليوم الثلاثاء الموافق 5 من شهر مارس


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


class DateGrammar:
    """The dates of one language, from the tables of its `dates.toml`."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.words = DateWords(data)
        self.patterns = DatePatterns(self.words, data)
        self.rules = DateRules(self.words, self.patterns)
        self._triggers = self._index(data)
        by_day = (self.rules.day_month, self.rules.day_of)
        self._dayless = {word: [e for e in entries if e[1] not in by_day] for word, entries in self._triggers.items()}
        self._month_words = self._months(data)

    def find(self, text: str, published: date | None) -> list[DateExpression]:
        """Every date expression of `text`, in order and without overlap."""
        if published is not None and not YEARS[0] <= published.year <= YEARS[1]:
            published = None  # no newspaper of ours appeared then, and reckoning would leave the calendar
        folded, dropped = fold(text)
        words = TOKEN.findall(folded)
        found: list[DateExpression] = []
        done = 0
        at = 0
        triggers = self._triggers
        for index in compress(count(), map(triggers.__contains__, words)):
            word = words[index]
            first = whole(word, folded, at)
            at = first + len(word)
            if first < done:
                continue
            day = not self._month_words.isdisjoint(words[index + 1 : index + _LONGEST_DAY])
            entries = triggers[word] if day else self._dayless[word]
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
                    start=original(start, dropped),
                    end=original(done, dropped),
                    value=iso(hit.day, hit.precision),
                    precision=hit.precision,
                    relation=hit.relation or relation,
                    kind=hit.kind,
                    future_value=iso(hit.future, hit.precision),
                )
            )
        return found

    def written(self, text: str, found: list[DateExpression], published: date | None) -> date | None:
        """The day on which a text was written, if it names its today or yesterday by the weekday; else `published`."""
        if published is None:
            return None
        for expression in found:
            match = self.patterns.today.match(fold(text[expression.start : expression.end])[0])
            if match is None or match["w"] is None or expression.kind != "relative":
                continue
            said = plus(published, look(self.words.relative, match["r"]))
            if said is not None:
                gap = (look(self.words.weekdays, match["w"]) - said.weekday() + 3) % 7 - 3
                return plus(published, gap) if abs(gap) <= SLACK else published
        return published

    def parse_day(self, text: str) -> date | None:
        """The day that a whole string states, such as a dateline; null unless it is certain.

        Beside dates it holds times, marks and the words of `[dateline]` only: a sentence that names a day is none.
        """
        days, rest, done = [], [], 0
        for found in self.find(text, None):
            rest.append(text[done : found.start])
            done = found.end
            if found.precision == "day" and found.value is not None:
                hijri = self.patterns.hijri_name.search(fold(text[found.start : found.end])[0]) is not None
                days.append((hijri, found.value))
        if not days or not self.patterns.dateline.fullmatch(fold(" ".join([*rest, text[done:]]))[0]):
            return None
        return date.fromisoformat(min(days)[1])

    # Vocabulary

    def _months(self, data: Mapping[str, Any]) -> frozenset[str]:
        """First words of what tells the month of a day, without which no day of a month is read."""
        modifiers, months = data["modifiers"], data["units"]["month"]["definite"]
        names = [*self.words.months, *self.words.modifiers, *modifiers["this"], *months]
        firsts = {key(name).split()[0] for name in names}
        return frozenset({*firsts, *(word[1:] for word in firsts if word.startswith("ال"))})  # للشهر

    def _index(self, data: Mapping[str, Any]) -> dict[str, list[tuple[int, Rule]]]:
        """The words that may begin an expression, in every surface form: the clitic to skip and the rule to try."""
        table: dict[str, list[tuple[int, Rule]]] = {}

        def add(names: Iterable[str], *rules: Rule) -> None:
            for word in dict.fromkeys(key(name).split()[0] for name in names):
                for clitic in CLITICS:
                    forms = [(clitic + word, len(clitic))]
                    if clitic.endswith("ل") and word.startswith("ال"):
                        forms = [(clitic + word[1:], len(clitic))]
                    for surface, skip in forms:
                        known = table.setdefault(surface, [])
                        known.extend((skip, rule) for rule in rules if (skip, rule) not in known)

        day = (self.rules.day_month, self.rules.day_of)
        add(self.words.weekdays, *day, self.rules.weekday)
        add(self.words.relative, *day, self.rules.today)
        add(self.words.ordinals, *day)
        add(self.words.counted, self.rules.count)
        add(data["words"]["parts"], self.rules.part)
        add([*self.words.months, *self.words.month_words], self.rules.month)
        add(self.words.year_words, self.rules.year)
        add([*self.words.definite, *data["modifiers"]["this"]], self.rules.unit)
        for number in range(100):
            for digits in {str(number), f"{number:02d}"}:
                table[digits] = [(0, self.rules.numeric), *((0, rule) for rule in day)]
        for number in [*range(1300, 1600), *range(1900, 2100)]:
            table[str(number)] = [(0, self.rules.numeric), (0, self.rules.year)]
        return {word: sorted(rules, key=lambda entry: entry[0]) for word, rules in table.items()}

    # Scanning

    def _try(
        self, entries: list[tuple[int, Rule]], text: str, start: int, published: date | None, before: str
    ) -> tuple[Hit | None, int]:
        for skip, rule in entries:
            hit = rule(Spot(text, start + skip, published, before, skip == 0 and bare(before) in self.words.evidence))
            if hit is not None:
                return hit, start + skip
        return None, start

    def _relation(self, words: list[str], index: int) -> str:
        """How the event lies to the date, by the preposition before it: منذ يوم الاثنين, ابتداء من الأحد."""
        at = index - 1
        while at > 0 and bare(words[at]) in self.words.fillers:
            at -= 1
        if at < 0:
            return "at"
        word = bare(words[at])
        phrase = f"{bare(words[at - 1])} {word}" if at else word
        return self.words.relations.get(word) or self.words.relations.get(phrase, "at")
