"""Promises that bind two sides: what one says it will do with another is an agreement to cooperate (PLOVER AGREE)."""

from mahdar.coder.happenings import Happening
from mahdar.coder.promises import Promise
from mahdar.lexicon.entries import Trigger

PROMISED = Trigger(id="promised-with", type="AGREE", contexts=("diplomatic",), weight=0.6)


def agreements(promises: list[Promise]) -> list[Happening]:
    """An AGREE for every promise that names a partner; a promise to oneself or to nobody in particular is none."""
    found = []
    for promise in promises:
        if not promise.others or promise.clauses is None or promise.strength == "hope":
            continue
        event = Happening(PROMISED, "AGREE", None, promise.clauses, promise.i)
        event.actor, event.recipient = list(promise.by), list(promise.others)
        event.said = promise.said
        event.evidence = [promise.what]
        found.append(event)
    return found
