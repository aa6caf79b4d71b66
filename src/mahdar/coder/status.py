"""Whether an event happened, is past background, is to come, may be, or did not happen."""

import datetime
from collections import Counter
from collections.abc import Iterable

from mahdar.coder.clauses import Clauses
from mahdar.coder.dates import DateExpression
from mahdar.coder.verbs import Verb

BACKGROUND = 4  # days before the news from which an act is background
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

    def carry(self, aspect: str, carrier: Verb | None) -> None:
        """Add what the light verb that carries a noun says: by its meaning, and by the particles before it."""
        self.prospective = self.prospective or aspect == "future" or carrier is not None and carrier.future
        self.negated = self.negated or aspect == "negated" or carrier is not None and carrier.negated
        self.hypothetical = self.hypothetical or carrier is not None and carrier.completed and not carrier.past


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
        out.hypothetical = verb.completed and not verb.past
    low = max(0, i - _REACH)
    conditional = clauses.spanned.get("conditional", ())
    for j in range(i - 1, low - 1, -1):
        word = clauses.tokens[j].word
        if j in clauses.mention_at:
            continue
        if not word.is_word and word.form in ".؛;":
            break
        if "conditional" in word.tags or j in conditional:
            out.hypothetical = True
        if verb is None and i - j <= 2 and "negation_before_noun" in word.tags:
            out.negated = True
            out.averted = out.averted or i - j == 1 and word.form.lstrip("وب") in clauses.lexicon.grammar["averting"]
    if (verb is None or not verb.past) and any(start - 4 <= j < end + 3 for j in clauses.marked("prospective")):
        out.prospective = True
    if any(start <= j < end and j not in clauses.mention_at for j in clauses.marked("retrospective")):
        out.past = out.past or verb is None or verb.relative
    out.date = nearest(clauses, i, start, end)
    return out


def nearest(clauses: Clauses, i: int, start: int, end: int) -> DateExpression | None:
    """The date expression of a trigger's clause: within it, else right before or after it in the sentence."""
    tokens = clauses.tokens
    if not clauses.dates:
        return None
    low, high = tokens[start].start, tokens[min(end, len(tokens)) - 1].end
    at = tokens[i].start
    inside = [d for d in clauses.dates if low <= d.start < high and d.value and (d.relation != "since" or d.start - at < 20)]
    if inside:
        return min(inside, key=lambda d: abs(d.start - at))
    close = [d for d in clauses.dates if d.value and (0 <= low - d.end < 25 or 0 <= d.start - high < 25)]
    return min(close, key=lambda d: abs(d.start - at)) if close else None


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
