"""Whether a noun tells of a deed or only refers to one: الحكم في قضية اغتيال الوزير tells of a verdict, of no killing."""

from mahdar.coder.clauses import Clauses
from mahdar.coder.entities import UNKNOWN
from mahdar.coder.happenings import Happening, codes
from mahdar.coder.triggers import Fired

FORCE = frozenset({"ASSAULT", "PROTEST"})
_FIGHTERS = frozenset({"MIL", "REB", "UAF", "CRM", "COP", "CVL", "SPY", "SET"})  # sectors of those who attack with their hands
_SPEAKERS = frozenset({"state", "capital", "title"})  # who protests by speaking
_ASIDE = frozenset('،,:-–ـ*•«"()')
_OWN_DATE = 6  # words behind a noun among which its own date stands
_WORDS = 3  # words before a noun among which an impersonal verb carries it


def told(clauses: Clauses, fired: Fired) -> bool:
    """Whether a trigger tells of something: a verb, a noun that a verb carries, a noun that opens a line of its own."""
    if verb_of(clauses, fired) is not None or fired.phrase and clauses.tokens[fired.i].word.verbs:
        return True
    if fired.carrier is not None and carried(clauses, fired.carrier, fired.i):
        return True
    return impersonal(clauses, fired.i) or opens(clauses, fired.i) or suffered(clauses, fired.i)


def no_deed(event: Happening, fired: Fired, dated: bool) -> str:
    """Why a trigger of force tells of no single deed; empty where it does."""
    if by_words(event):
        return "done by words"
    at = verb_of(event.clauses, fired)
    verb = event.clauses.verbs[at] if at is not None else None
    lasting = verb is not None and not (verb.past or verb.completed or verb.future or verb.negated)
    if verb is not None and lasting and ("territory" in event.entry.contexts or verb.relative):
        return "a habit or a state"  # المدينة التي يسيطر عليها المسلحون
    if names_both(event):
        return ""
    if not event.told and not (dated and verb is None and dated_itself(event.clauses, event.i)):
        return "a deed referred to, not told of"
    if event.type == "ASSAULT" and verb is not None and not dated and not verb.future and not verb.negated:
        if verb.relative:
            return "a deed by which something is described"
        if lasting and event.mode is None:
            return "a habit or a state"
    return ""


def dated_itself(clauses: Clauses, i: int) -> bool:
    """Whether the noun at `i` has a date of its own right behind it, which tells it as history: اعتداءات 11 سبتمبر."""
    tokens = clauses.tokens
    stop = min(i + _OWN_DATE, len(tokens))
    end = next((j for j in range(i + 1, stop) if j in clauses.verbs or not tokens[j].word.is_word), stop)
    return any(d.value and tokens[i].end < d.start < tokens[end - 1].end for d in clauses.dates)


def verb_of(clauses: Clauses, fired: Fired) -> int | None:
    """Where the verb of a trigger stands."""
    if fired.i in clauses.verbs:
        return fired.i
    return next((j for j in range(fired.i, fired.end) if j in clauses.verbs), None) if fired.phrase else None


def names_both(event: Happening) -> bool:
    """Whether an event has a known doer and somebody else, known too, to whom it was done."""
    actor, recipient = codes(event.actor) - {UNKNOWN}, codes(event.recipient) - {UNKNOWN}
    return bool(actor and recipient) and actor != recipient or len(actor) > 1


def by_words(event: Happening) -> bool:
    """Whether somebody attacks or protests who does so by speaking: شن الوزير هجوما على المعارضة, احتجت الوزارة على القرار."""
    who = [e.itself for e in event.actor]
    if event.type == "PROTEST":
        subject = event.clauses.subject(event.i) or [] if event.i in event.clauses.verbs else []
        if event.mode == "demo" and any(p.head is not None and p.head.kind in _SPEAKERS for p in subject):
            return True
        return event.mode == "demo" and any(e.sector == "GOV" and (e.office or e.kind == "organisation") for e in who)
    speakers = all(e.kind == "person" and e.sector not in _FIGHTERS and (e.words or e.sector or e.office) for e in who)
    return event.entry.figurative and event.mode is None and bool(who) and speakers


def carried(clauses: Clauses, carrier: int, i: int) -> bool:
    """Whether the noun at `i` belongs to the verb that seems to carry it, not to a noun between: عاد قبل يومين من اغتياله."""
    phrase = clauses.phrase_at.get(i)
    if phrase is None or not phrase.prep:
        return True
    before = [p for p in clauses.phrases if carrier < p.start and p.end <= phrase.prep_start]
    if phrase.prep == "من" and phrase.prep_start - 1 in clauses.date_tokens:
        return False  # قبل يومين من اغتياله
    if not before or not before[-1].prep or before[-1].end < phrase.prep_start - 1:
        return True
    return bool(before[-1].mentions)


def impersonal(clauses: Clauses, i: int) -> bool:
    """Whether a verb that says only that something happened carries the noun at `i`: وقع هجوم, تم اغتيال فلان."""
    phrase = clauses.phrase_at.get(i)
    if phrase is not None and phrase.prep:
        return False
    start = phrase.start if phrase is not None else i
    for j in range(max(0, start - _WORDS), i):
        if "impersonal" in clauses.tokens[j].word.tags:
            return j == 0 or "complementizers" not in clauses.tokens[j - 1].word.tags or j in clauses.verbs
    return False


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
