"""An event while it is read, before it is written; and a trigger that made none."""

from collections.abc import Iterable

from mahdar.coder.clauses import Clauses
from mahdar.coder.entities import UNKNOWN, Entity
from mahdar.coder.mentions import Mention
from mahdar.coder.said import Said
from mahdar.lexicon.entries import Trigger
from mahdar.minutes import Date


class Happening:
    """An event before it is written: participants, circumstances, evidence."""

    __slots__ = (
        "actor",
        "carried",
        "clauses",
        "confidence",
        "date",
        "dated",
        "entry",
        "evidence",
        "guessed",
        "i",
        "matter",
        "mode",
        "place",
        "recipient",
        "said",
        "status",
        "told",
        "type",
    )

    def __init__(self, trigger: Trigger, type_: str, mode: str | None, clauses: Clauses, i: int) -> None:
        self.entry = trigger
        self.type = type_
        self.mode = mode
        self.clauses = clauses
        self.i = i
        self.actor: list[Entity] = []
        self.recipient: list[Entity] = []
        self.status = "actual"
        self.date: Date | None = None
        self.place: tuple[str, Mention | None] | None = None
        self.evidence: list[tuple[int, int]] = []
        self.said: str | None = None
        self.dated = False
        self.guessed = False
        self.carried = False  # by a verb that says little itself: جدد دعوته
        self.matter = False  # whether it is an agreement that the words are about
        self.told = True
        self.confidence = trigger.weight

    @property
    def who(self) -> set[str]:
        return codes((*self.actor, *self.recipient))


class Dropped:
    """A trigger that was considered and made no event, and why."""

    __slots__ = ("end", "reason", "rule", "start")

    def __init__(self, start: int, end: int, rule: str, reason: str) -> None:
        self.start = start
        self.end = end
        self.rule = rule
        self.reason = reason


def codes(entities: Iterable[Entity]) -> set[str]:
    found = set()
    for entity in entities:
        while entity.merged is not None:
            entity = entity.merged
        found.add(entity.codes[0] if entity.codes else UNKNOWN)
    return found


def faint(entity: Entity) -> bool:
    """Whether an entity is a body in general that nothing tells whose it is: مجموعة, لجنة."""
    return entity.vague and entity.itself.code == UNKNOWN


def granted(event: Happening) -> bool:
    """Whether an act is only that on which another rests: بناء على طلب الرئيس."""
    granting, words = event.clauses.lists["granting"], event.clauses.words
    return not granting.isdisjoint([word.form for word in words[max(0, event.i - 2) : event.i + 1]])


def doers(event: Happening, words: dict[str, Said]) -> list[Entity]:
    """Who does what is done by words: the speaker of the words that tell of it, else the actors."""
    told = words.get(event.said or "")
    return told.speakers if told is not None and told.speakers else event.actor
