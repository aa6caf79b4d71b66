"""The measures: how many of the gold's lines a coder finds, how many of its own are right, and what it says of them.

Lines are paired one to one within an article, the likest first. A pair counts where it is like enough.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from mahdar.evaluation.gold import MODES, Gold, GoldActor, GoldCommitment, GoldEvent, GoldPosition, GoldStatement

T = TypeVar("T")
SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})  # types in which everybody is an actor
_LETTERS = str.maketrans("أإآٱىةؤئ", "اااايهوي", "ـ")


class Count(msgspec.Struct):
    """How many lines are right, how many the gold has, how many were found."""

    right: int = 0
    gold: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Share(msgspec.Struct):
    """Of how many pairs a property is right."""

    right: int = 0
    of: int = 0

    @property
    def accuracy(self) -> float | None:
        return self.right / self.of if self.of else None


class Scores(msgspec.Struct):
    """All figures, by the names of the measures."""

    articles: int = 0
    counts: dict[str, Count] = msgspec.field(default_factory=dict)
    shares: dict[str, Share] = msgspec.field(default_factory=dict)

    def count(self, name: str, pairs: Sequence[tuple[Any, Any]], gold: Sequence[Any], found: Sequence[Any]) -> None:
        one = self.counts.setdefault(name, Count())
        one.right += len(pairs)
        one.gold += len(gold)
        one.found += len(found)

    def share(self, name: str, right: Iterable[bool]) -> None:
        one = self.shares.setdefault(name, Share())
        for each in right:
            one.right += each
            one.of += 1

    def figures(self) -> dict[str, dict[str, float | int | None]]:
        """The figures to three places, for programs."""
        out: dict[str, dict[str, float | int | None]] = {}
        for name, one in self.counts.items():
            rounded = {"P": round(one.precision, 3), "R": round(one.recall, 3), "F1": round(one.f1, 3)}
            out[name] = {**rounded, "right": one.right, "gold": one.gold, "found": one.found}
        for name, share in self.shares.items():
            accuracy = None if share.accuracy is None else round(share.accuracy, 3)
            out[name] = {"accuracy": accuracy, "right": share.right, "of": share.of}
        return out


# --- words and sets


@lru_cache(maxsize=50_000)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text in one spelling: no vowel signs, no punctuation, one alif, ya and ta marbuta."""
    level = unicodedata.normalize("NFKC", text).translate(_LETTERS)
    return tuple(re.findall(r"\w+", "".join(c for c in level if not unicodedata.combining(c)).lower()))


def shared(one: str | None, other: str | None) -> float:
    """F1 of the words of two texts, each word as often as it stands there."""
    first, second = Counter(tokens(one or "")), Counter(tokens(other or ""))
    if not first or not second:
        return 0.0
    return 2 * (first & second).total() / (first.total() + second.total())


def jaccard(one: Iterable[str], other: Iterable[str]) -> float:
    first, second = set(one), set(other)
    return len(first & second) / len(first | second) if first or second else 1.0


def one_person(first: str, second: str) -> bool:
    """Whether two names have a word in common, the article aside."""

    def bare(name: str) -> set[str]:
        return {word[2:] if len(word) > 4 and word.startswith("ال") else word for word in tokens(name)}

    return not bare(first).isdisjoint(bare(second))


def paired(gold: Sequence[T], found: Sequence[T], likeness: Callable[[T, T], float], least: float) -> list[tuple[T, T]]:
    """One-to-one pairs, the likest first, none less like than `least`."""
    grades = [(likeness(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found)]
    free_gold, free_found = set(range(len(gold))), set(range(len(found)))
    pairs: list[tuple[T, T]] = []
    for grade, i, j in sorted(grades, key=lambda grade: -grade[0]):
        if grade >= least and i in free_gold and j in free_found:
            free_gold.remove(i)
            free_found.remove(j)
            pairs.append((gold[i], found[j]))
    return pairs


# --- likeness of two lines


def taking_part(gold: GoldEvent, found: GoldEvent, recipients: bool = True) -> float:
    """How far the same take part, in the same roles unless the type has but one."""
    if gold.type in SYMMETRIC:
        return jaccard(gold.actor + gold.recipient, found.actor + found.recipient)
    actors = jaccard(gold.actor, found.actor)
    return min(actors, jaccard(gold.recipient, found.recipient)) if recipients else actors


def like_statement(gold: GoldStatement, found: GoldStatement) -> float:
    """By the words; of two that are equally like, the one by the right speaker."""
    return shared(gold.content, found.content) + (0.001 if gold.code == found.code else 0.0)


def said_by(gold: GoldStatement, found: GoldStatement) -> bool:
    return gold.code == found.code and (not found.speaker or one_person(gold.speaker, found.speaker))


def like_type(gold: GoldEvent, found: GoldEvent) -> float:
    return 0.5 + 0.25 * shared(gold.evidence, found.evidence) if gold.type == found.type else 0.0


def like_actor(gold: GoldEvent, found: GoldEvent) -> float:
    return like_type(gold, found) if taking_part(gold, found, recipients=False) >= 0.5 else 0.0


def like_event(gold: GoldEvent, found: GoldEvent) -> float:
    who = taking_part(gold, found)
    if gold.type != found.type or who < 0.5:
        return 0.0
    return 0.5 + 0.25 * who + 0.25 * shared(gold.evidence, found.evidence)


def like_position(gold: GoldPosition, found: GoldPosition) -> float:
    same = (gold.holder, gold.stance) == (found.holder, found.stance)
    return shared(gold.evidence, found.evidence) if same else 0.0


def like_commitment(gold: GoldCommitment, found: GoldCommitment) -> float:
    return shared(gold.what, found.what) if jaccard(gold.by, found.by) >= 0.5 else 0.0


def named_alike(gold: GoldActor, found: GoldActor) -> float:
    states = gold.kind == found.kind == "state"
    if gold.code != found.code or not (states or one_person(gold.name, found.name)):
        return 0.0
    return 1 + shared(gold.name, found.name) + (0.5 if gold.kind == found.kind else 0.0)


# --- scoring


def score(gold: Mapping[str, Gold], found: Mapping[str, Gold]) -> Scores:
    """The figures of articles by their ids; an article that was not found has no lines."""
    scores = Scores(len(gold))
    for name, right in gold.items():
        other = found.get(name) or Gold(name)
        statements(scores, right.statements, other.statements)
        events(scores, right.events, other.events)
        rest(scores, right, other)
    return scores


def statements(scores: Scores, gold: Sequence[GoldStatement], found: Sequence[GoldStatement]) -> None:
    pairs = paired(gold, found, like_statement, 0.6)
    scores.count("statements: words", pairs, gold, found)
    scores.count("statements: words+speaker", [pair for pair in pairs if said_by(*pair)], gold, found)
    scores.share("statement direct/indirect", ((a.mode == "direct") == (b.mode == "direct") for a, b in pairs))


def events(scores: Scores, gold: Sequence[GoldEvent], found: Sequence[GoldEvent]) -> None:
    scores.count("events: type", paired(gold, found, like_type, 0.5), gold, found)
    scores.count("events: type+actor", paired(gold, found, like_actor, 0.5), gold, found)
    pairs = paired(gold, found, like_event, 0.5)
    scores.count("events: type+who", pairs, gold, found)
    scores.share("event status", (a.status == b.status for a, b in pairs))
    scores.share("event mode", (a.mode == b.mode for a, b in pairs if a.mode or b.mode and a.type in MODES))
    # A date may be more precise than the gold's; one that the gold lacks is wrong.
    dated = [(a.date, b.date) for a, b in pairs if a.date or b.date]
    scores.share("event date", (bool(right) and (given or "").startswith(right or "") for right, given in dated))
    placed = [(a.place, b.place) for a, b in pairs if a.place or b.place]
    scores.share("event place", (shared(right, given) >= 0.5 for right, given in placed))


def rest(scores: Scores, gold: Gold, found: Gold) -> None:
    stands = paired(gold.positions, found.positions, like_position, 0.3)
    scores.count("positions", stands, gold.positions, found.positions)
    pairs = paired(gold.commitments, found.commitments, like_commitment, 0.5)
    scores.count("commitments", pairs, gold.commitments, found.commitments)
    scores.share("commitment strength", (a.strength == b.strength for a, b in pairs))
    scores.share("commitment due", ((a.due or None) == (b.due or None) for a, b in pairs))
    scores.count("actors", paired(gold.actors, found.actors, named_alike, 1.0), gold.actors, found.actors)
