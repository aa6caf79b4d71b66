"""Whether an event happened, is past background, is to come, may be, or did not happen."""

import datetime
from collections import Counter
from collections.abc import Iterable

from mahdar.coder.clauses import Clauses
from mahdar.coder.dates import DateExpression
from mahdar.coder.phrases import COMMAS
from mahdar.coder.tokens import STOPS
from mahdar.coder.verbs import Verb

BACKGROUND = 4  # days before the news from which an act is background
_FAR = 14  # words behind a clause within which its date may stand
_NEAR = 25  # letters
_PARTING = frozenset(".؛;")
_REACH = 7  # words before a trigger in which a particle still governs it


class Circumstance:
    """What particles and dates around a trigger say of it."""

    __slots__ = ("averted", "completed", "date", "hypothetical", "negated", "past", "prospective", "subordinate")

    def __init__(self) -> None:
        self.averted = False
        self.negated = False
        self.hypothetical = False
        self.prospective = False
        self.past = False
        self.completed = False
        self.subordinate = False
        self.date: DateExpression | None = None

    def carry(self, aspect: str, carrier: Verb | None, reports: bool = False) -> None:
        """Add what the light verb that carries a noun says, by its meaning and by the particles before it.

        `reports`: it is a verb of speech; what nobody announced may have happened all the same.
        """
        self.prospective = self.prospective or aspect == "future" or carrier is not None and carrier.future
        self.negated = self.negated or aspect == "negated" or carrier is not None and carrier.negated and not reports
        self.hypothetical = self.hypothetical or carrier is not None and carrier.completed and not carrier.past
        self.past = self.past or carrier is not None and carrier.pluperfect


def circumstance(clauses: Clauses, i: int, start: int, end: int) -> Circumstance:
    """Read the surroundings of the trigger at token `i` whose clause is `start` to `end`."""
    out = Circumstance()
    verb = clauses.verbs.get(i)
    if verb is not None:
        out.negated = verb.negated
        out.prospective = verb.future
        out.past = verb.pluperfect
        out.completed = verb.completed
        before = clauses.tokens[i - 1].word if i else None
        if (
            before is not None
            and "complementizers" in before.tags
            and not verb.past
            and before.form in ("ان", "بان", "لان", "الا")
        ):
            out.subordinate = True
            if before.form == "الا":
                out.negated = True
    out.hypothetical = hypothetical(clauses, i)
    for j in clauses.marked("negation_before_noun") if verb is None else ():
        if i - 2 <= j < i and j not in clauses.mention_at and not halted(clauses, j, i):
            out.negated = True
            out.averted = i - j == 1 and clauses.words[j].form.lstrip("وب") in clauses.lists["averting"]
    coming = clauses.marked("prospective") if verb is None or not verb.past else ()
    if coming and any(start - 4 <= j < end + 3 for j in coming):
        out.prospective = True
    marked = [j for j in clauses.marked("retrospective") if start <= j < min(end, i + _REACH) and j not in clauses.mention_at]
    if marked:
        first = [d for d in clauses.dates if d.relation == "since" and first_since(clauses, d, i)]
        if any(not any(0 <= d.start - clauses.tokens[j].start < _NEAR for d in first) for j in marked):
            out.past = out.past or verb is None or verb.relative
    if clauses.dates:
        out.date = nearest(clauses, i, start, end)
    return out


def hypothetical(clauses: Clauses, i: int) -> bool:
    """Whether what is told at token `i` only may be: under قد in the present, or behind a conditional particle."""
    verb = clauses.verbs.get(i)
    if verb is not None and verb.completed and not verb.past:
        return True
    before = [j for j in clauses.marked("conditional") if i - _REACH <= j < i and j not in clauses.mention_at]
    return bool(before) and not halted(clauses, before[-1], i)


def halted(clauses: Clauses, j: int, i: int) -> bool:
    """Whether a stop parts the particle at token `j` from the trigger at `i`."""
    return any(clauses.words[k].form in _PARTING and k not in clauses.mention_at for k in range(j + 1, i))


def nearest(clauses: Clauses, i: int, start: int, end: int) -> DateExpression | None:
    """The date of a trigger's clause: within it, else right behind or before it, else that of the act it goes on from."""
    tokens = clauses.tokens
    dates = [d for d in clauses.dates if d.value and not (d.relation == "since" and first_since(clauses, d, i))]
    if not dates:
        return None
    if len(dates) > 1 and i not in clauses.verbs:
        dates = listed(clauses, dates, i) or dates
    low, high, at = tokens[start].start, tokens[min(end, len(tokens)) - 1].end, tokens[i].start
    inside = [d for d in dates if low <= d.start < high and (d.relation != "since" or d.start - at < 20)]
    if inside:
        return min(inside, key=lambda d: abs(d.start - at))
    far = max(high + _NEAR, tokens[min(reach(clauses, i, end), len(tokens)) - 1].end)
    close = [
        d
        for d in dates
        if high <= d.start < (high + _NEAR if d.relation == "since" else far)
        or 0 <= low - d.end < _NEAR
        and governs(clauses, d, start)
    ]
    return min(close, key=lambda d: abs(d.start - at)) if close else carried_on(clauses, dates, i)


def listed(clauses: Clauses, dates: list[DateExpression], i: int) -> list[DateExpression]:
    """The dates between the commas around a noun in a list: الغزو الأول عام 1982، والغزو الثاني عام 1990."""
    commas = [t.start for t in clauses.tokens if t.form in COMMAS]
    at = clauses.tokens[i].start
    low, high = max((c for c in commas if c < at), default=0), min((c for c in commas if c > at), default=clauses.sentence.end)
    return [d for d in dates if low < d.start < high]


def first_since(clauses: Clauses, date: DateExpression, i: int) -> bool:
    """Whether a date only says how long it is that there was no such thing: أول زيارة منذ عام 1959."""
    firsts = clauses.lists["firsts"]
    return any(
        t.start < date.start and abs(j - i) < _FAR and not t.word.stems.isdisjoint(firsts) for j, t in enumerate(clauses.tokens)
    )


def reach(clauses: Clauses, i: int, end: int) -> int:
    """How far behind a clause its date may stand: not beyond the next act or clause, nor outside a relative clause."""
    tokens, own = clauses.tokens, clauses.verbs.get(i)
    for j in range(end, min(end + _FAR, len(tokens))):
        verb = clauses.verbs.get(j)
        word = tokens[j].word
        if own is not None and own.relative and word.form in COMMAS:
            return j
        if j in clauses.openers or "complementizers" in word.tags or verb is not None and verb.conjunction or word.form in STOPS:
            return j
    return min(end + _FAR, len(tokens))


def opens(clauses: Clauses, j: int) -> bool:
    return j in clauses.openers or "clause_openers" in clauses.tokens[j].word.tags


def governs(clauses: Clauses, date: DateExpression, start: int) -> bool:
    """Whether a date before a clause is that of the clause, and not of another act told before it."""
    first = next((j for j, t in enumerate(clauses.tokens) if t.start >= date.start), start)
    between = range(first, start)
    return not any(opens(clauses, j) for j in between) or not clauses.verbs_before(first)


def carried_on(clauses: Clauses, dates: list[DateExpression], i: int) -> DateExpression | None:
    """The date of the act from which a verb behind و goes on: اعتقلتهم أمس في المطار وصادرت أوراقهم."""
    verb = clauses.verbs.get(i)
    if verb is None or not verb.past or verb.conjunction not in ("و", "ف"):
        return None
    at = clauses.tokens[i].start
    before = [d for d in dates if d.end <= at and d.relation in ("at", "in", "ago")]
    return before[-1] if before else None


def last_day(value: str) -> datetime.date:
    """The last day that an ISO day, month or year covers."""
    parts = [int(p) for p in value.split("-")]
    if len(parts) == 3:
        return datetime.date(*parts)
    if len(parts) == 2:
        following = datetime.date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return following - datetime.timedelta(days=1)
    return datetime.date(parts[0], 12, 31)


def first_day(value: str) -> datetime.date:
    """The first day that an ISO day, month or year covers."""
    parts = [int(p) for p in value.split("-")]
    return datetime.date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def is_background(value: str, published: datetime.date | None) -> bool:
    """Whether a date lies more than some days before the news."""
    return published is not None and (published - last_day(value)).days > BACKGROUND


def is_coming(value: str, published: datetime.date | None) -> bool:
    return published is not None and first_day(value) > published


def news_day(clauses: Iterable[Clauses], published: datetime.date | None) -> str | None:
    """The day of the news: one of the last days, as named first in the lead, else most often; else that of publication."""
    if published is None:
        return None
    found: Counter[str] = Counter()
    for number, sentence in enumerate(clauses):
        for date in sentence.dates:
            if date.precision == "day" and date.value and 0 <= (published - first_day(date.value)).days <= 3:
                if number == 0:
                    return date.value
                found[date.value] += 1
    return found.most_common(1)[0][0] if found else published.isoformat()
