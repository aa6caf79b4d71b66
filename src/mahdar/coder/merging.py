"""What is told twice becomes one event."""

from mahdar.coder.entities import UNKNOWN
from mahdar.coder.happenings import Happening, codes
from mahdar.coder.parties import SYMMETRIC


def overlap(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


def merge(events: list[Happening]) -> list[Happening]:
    """One entry for one thing that happened: same type, the same parties, nothing that tells them apart."""
    out: list[Happening] = []
    for event in events:
        into = next((known for known in out if same(known, event)), None)
        if into is None:
            out.append(event)
        else:
            join(into, event)
    return out


def same(one: Happening, other: Happening) -> bool:
    """Whether two tellings are of one event."""
    if one.type != other.type or {one.status, other.status} in ({"actual", "negated"}, {"historical", "negated"}):
        return False
    if one.mode and other.mode and one.mode != other.mode and one.type not in ("CONSULT",):
        return False
    if (
        one.date
        and other.date
        and not (one.date.value.startswith(other.date.value) or other.date.value.startswith(one.date.value))
    ):
        if "historical" in (one.status, other.status) or one.type == "CONSULT" and one.dated and other.dated:
            return False
    apart = one.entry.id != other.entry.id and one.clauses is not other.clauses
    if one.type in ("AGREE", "SUPPORT") and apart and not (is_coming(one) and is_coming(other)):
        return False
    if one.type in SYMMETRIC:
        known = one.who - {UNKNOWN}, other.who - {UNKNOWN}
        of_pact = (one.matter or other.matter) and all(known)  # إيران والقوى الكبرى are those of إيران ومجموعة 5+1
        return overlap(*(known if of_pact else (one.who, other.who))) >= 0.5
    known = codes(one.actor) - {UNKNOWN}, codes(other.actor) - {UNKNOWN}
    if known[0] and known[1] and overlap(*known) < 0.5:
        return False
    targets = codes(one.recipient) - {UNKNOWN}, codes(other.recipient) - {UNKNOWN}
    if targets[0] and targets[1]:
        return overlap(*targets) >= 0.5
    return True


def is_coming(event: Happening) -> bool:
    """Whether an agreement is a visit or meeting to come, whichever words announce it."""
    return event.type == "AGREE" and (event.entry.type == "CONSULT" or event.entry.journey)


def join(into: Happening, event: Happening) -> None:
    """Add a further telling to an event."""
    if not (codes(into.actor) - {UNKNOWN}) and codes(event.actor) - {UNKNOWN}:
        into.actor = event.actor
    if not event.guessed and not (codes(into.recipient) - {UNKNOWN}) and codes(event.recipient) - {UNKNOWN}:
        into.recipient = [e for e in event.recipient if into.type not in SYMMETRIC or e.itself.code not in codes(into.actor)]
    if into.type in SYMMETRIC:
        have = codes([*into.actor, *into.recipient])
        into.actor = [*into.actor, *(e for e in event.actor if e.itself.code not in have)]
    into.mode = into.mode or event.mode
    if {into.status, event.status} == {"actual", "historical"} and (event if event.status == "historical" else into).dated:
        into.status = "historical"
    if into.mode != "phone":
        into.place = into.place or event.place
    if event.date is not None and (into.date is None or len(event.date.value) > len(into.date.value)):
        into.date = event.date
    into.confidence = min(0.99, 1 - (1 - into.confidence) * (1 - event.confidence * 0.5))
    for span in event.evidence:
        if span not in into.evidence:
            into.evidence.append(span)
