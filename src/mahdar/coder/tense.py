"""Dates seen from the verb: "on Friday" is the coming one where somebody will act, the last one where somebody did."""

import datetime

import msgspec

from mahdar.coder.clauses import Clauses
from mahdar.coder.dates import DateExpression
from mahdar.coder.verbs import Verb

LAG = datetime.timedelta(days=1)  # a report of yesterday's agency calls yesterday by its name and sees it ahead


def in_tense(clauses: Clauses, published: datetime.date | None) -> list[DateExpression]:
    """The dates of a sentence, each that may lie on either side set to the side that its verb tells."""
    if published is None or not any(date.future_value for date in clauses.dates):
        return clauses.dates
    fresh = {(published - LAG).isoformat(), published.isoformat()}
    return [
        ahead(date) if date.future_value and date.value not in fresh and is_coming(clauses, date) else date
        for date in clauses.dates
    ]


def ahead(date: DateExpression) -> DateExpression:
    return msgspec.structs.replace(date, value=date.future_value, future_value=None)


def is_coming(clauses: Clauses, date: DateExpression) -> bool:
    """Whether the last verb before a date tells what is to come; of a day, also the words that announce it."""
    at = next((i for i, token in enumerate(clauses.tokens) if token.start >= date.start), len(clauses.tokens))
    before = [i for i in clauses.verbs if i < at]
    verb = clauses.verbs[max(before)] if before else None
    if date.precision != "day":
        return verb is not None and verb.future
    if verb is None:
        return any(i < at for i in clauses.marked("prospective"))
    if any(reading.tag[0] in "pP" for reading in verb.readings):
        return False
    announced = any(verb.i - 3 <= i < at for i in clauses.marked("prospective"))
    return announced or verb.future or date.kind == "weekday" and is_present(clauses, verb, before)


def is_present(clauses: Clauses, verb: Verb, before: list[int]) -> bool:
    """Whether a verb in the present announces: it opens what the sentence tells, or أن makes it an aim."""
    if verb.pluperfect or verb.relative or verb.negated:
        return False
    if verb.i and "complementizers" in clauses.tokens[verb.i - 1].word.tags:
        return True
    return verb.i == min(before) and not any(clauses.verbs[i].past for i in before)
