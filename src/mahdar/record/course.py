"""A dossier over time: who stands where on it, day by day, and who has moved."""

from collections.abc import Iterator, Sequence

import msgspec

from mahdar.minutes import Position
from mahdar.record.database import Database
from mahdar.record.indexing import searched
from mahdar.record.query import Query
from mahdar.record.schema import line_number
from mahdar.record.search import Hit, find_all

_SAME_MATTER = 0.5  # of the words of the shorter of two matters that the other must have


class Step(msgspec.Struct, frozen=True):
    """A position taken; `before` is the holder's last one on the same matter, where it was another."""

    hit: Hit
    holder: str
    code: str
    before: Hit | None = None

    @property
    def position(self) -> Position:
        assert isinstance(self.hit.line, Position)
        return self.hit.line

    @property
    def day(self) -> str | None:
        return self.hit.minutes.article.published


def course(database: Database, query: Query) -> list[Step]:
    """The positions that a query asks for, the earliest first, with the changes of stance marked."""
    return list(steps(sorted(find_all(database, "position", query), key=order)))


def order(hit: Hit) -> tuple[str, str, int]:
    """By the day, then the same in every record."""
    return (hit.minutes.article.published or "", hit.minutes.article.id, line_number(hit.line.id) if hit.line else 0)


def steps(found: Sequence[Hit]) -> Iterator[Step]:
    """Positions in their order, each with the one that it departs from."""
    taken: dict[tuple[str, str], list[tuple[frozenset[str], Step]]] = {}
    for hit in found:
        position = hit.line
        assert isinstance(position, Position)
        holder = next(actor for actor in hit.minutes.actors if actor.id == position.holder)
        matter = frozenset(searched(position.about).split())
        earlier = taken.setdefault((holder.label.ar or holder.name, holder.code), [])  # a minister may differ from a commander
        last = next((step for other, step in reversed(earlier) if same(matter, other)), None)
        moved = last is not None and last.position.stance != position.stance
        step = Step(hit, holder.name, holder.code, last.hit if last and moved else None)
        earlier.append((matter, step))
        yield step


def same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two matters share enough words."""
    return bool(one and other) and len(one & other) / min(len(one), len(other)) >= _SAME_MATTER
