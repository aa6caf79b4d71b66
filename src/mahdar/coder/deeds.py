"""Whether a noun tells of a deed or only refers to one: الحكم في قضية اغتيال الوزير tells of a verdict, of no killing."""

from mahdar.coder.clauses import Clauses
from mahdar.coder.entities import UNKNOWN
from mahdar.coder.happenings import Happening, codes
from mahdar.coder.triggers import Fired

FORCE = frozenset({"ASSAULT", "PROTEST"})
_ASIDE = frozenset('،,:-–ـ*•«"()')
_WORDS = 3  # words before a noun among which an impersonal verb carries it


def told(clauses: Clauses, fired: Fired, carried: bool) -> bool:
    """Whether a trigger tells of something: a verb, a noun that a verb carries, a noun that opens a line of its own."""
    verb = any(j in clauses.verbs for j in range(fired.i, fired.end)) or fired.phrase and clauses.tokens[fired.i].word.verbs
    return bool(carried or verb) or any(shown(clauses, fired.i) for shown in (impersonal, opens, suffered))


def names_both(event: Happening) -> bool:
    """Whether an event has a known doer and somebody else, known too, to whom it was done."""
    actor, recipient = codes(event.actor) - {UNKNOWN}, codes(event.recipient) - {UNKNOWN}
    return bool(actor and recipient) and actor != recipient or len(actor) > 1


def impersonal(clauses: Clauses, i: int) -> bool:
    """Whether a verb that says only that something happened carries the noun at `i`: وقع هجوم, تم اغتيال فلان."""
    phrase = clauses.phrase_at.get(i)
    if phrase is not None and phrase.prep:
        return False
    start = phrase.start if phrase is not None else i
    return any("impersonal" in t.word.tags for t in clauses.tokens[max(0, start - _WORDS) : i])


def suffered(clauses: Clauses, i: int) -> bool:
    """Whether the noun at `i` says of a named people what was done to them: الإيطاليين المختطفين."""
    here, before = clauses.mention_at.get(i), clauses.mention_at.get(i - 1)
    return here is not None and here.kind == "people" and before is not None and bool(before.codes)


def opens(clauses: Clauses, i: int) -> bool:
    """Whether the noun at `i` opens its sentence or a line of its own, as in a headline or a chronicle: 3 مايو: مقتل …"""
    phrase = clauses.phrase_at.get(i)
    if phrase is not None and (phrase.prep or phrase.start != i):
        return False
    j = i - 1
    while j >= 0 and (j in clauses.date_tokens or clauses.tokens[j].word.form in _ASIDE or clauses.tokens[j].word.number):
        if clauses.tokens[j].word.form == ":":
            return True
        j -= 1
    return j < 0
