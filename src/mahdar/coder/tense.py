"""Dates seen from the verb: "on Friday" is the coming one where somebody will act, the last one where somebody did."""

import msgspec

from mahdar.coder.clauses import Clauses, Verb
from mahdar.coder.dates import DateExpression


def in_tense(clauses: Clauses) -> list[DateExpression]:
    """The dates of a sentence, each that may lie on either side set to the side that its verb tells."""
    return [ahead(date) if date.future_value and is_coming(clauses, date) else date for date in clauses.dates]


def ahead(date: DateExpression) -> DateExpression:
    return msgspec.structs.replace(date, value=date.future_value, future_value=None)


def is_coming(clauses: Clauses, date: DateExpression) -> bool:
    """Whether the last verb before a date, or the noun where there is no verb, tells what is to come."""
    at = next((i for i, token in enumerate(clauses.tokens) if token.start >= date.start), len(clauses.tokens))
    before = [i for i in clauses.verbs if i < at]
    verb = clauses.verbs[max(before)] if before else None
    if verb is None:
        return any(i < at for i in clauses.marked("prospective"))
    if verb.past:
        return False
    announced = any(verb.i - 3 <= i < at for i in clauses.marked("prospective"))
    return announced or verb.future or is_present(clauses, verb, before)


def is_present(clauses: Clauses, verb: Verb, before: list[int]) -> bool:
    """Whether a verb in the present announces: it opens what the sentence tells, or أن makes it an aim."""
    if verb.pluperfect or verb.relative or verb.negated:
        return False
    if verb.i and "complementizers" in clauses.tokens[verb.i - 1].word.tags:
        return True
    return verb.i == min(before) and not any(clauses.verbs[i].past for i in before)
