"""PLOVER as the project uses it: event types with modes and scores, quad classes, contexts, sectors, statuses."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from mahdar.errors import DataError
from mahdar.minutes import Label, Status
from mahdar.ontology.table import HERE, read_entries, read_table

SectorKind = Literal["state", "society", "international"]


class Quad(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the four classes: verbal or material, cooperation or conflict."""

    id: str
    code: int
    label: Label


class Mode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A finer kind of an event type; the same id may belong to several types, with a score in each."""

    id: str
    score: float
    label: Label
    definition: Label


class EventType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the sixteen types of event."""

    id: str
    quad: str
    quad_code: int
    score: float
    recipient_required: bool
    label: Label
    definition: Label
    modes: tuple[Mode, ...] = msgspec.field(default=(), name="mode")

    def mode(self, mode_id: str) -> Mode:
        """The mode of this type with that id. Raises `DataError` where the type has none such."""
        for mode in self.modes:
            if mode.id == mode_id:
                return mode
        known = ", ".join(mode.id for mode in self.modes) or "none"
        raise DataError(f"PLOVER: {self.id} has no mode `{mode_id}`; its modes: {known}")


class Context(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The field of life that an event belongs to."""

    id: str
    label: Label
    definition: Label


class Sector(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an actor is: part of a state, of a society, or an international body in a country's place."""

    id: str
    kind: SectorKind
    label: Label


class EventStatus(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether an event took place; `auxiliary` is PLOVER's name for it, empty for an actual one."""

    id: Status
    auxiliary: str
    label: Label
    definition: Label


class Reduction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Types that turn into another type when the event has that status."""

    status: Status
    sources: tuple[str, ...] = msgspec.field(name="from")
    to: str


class Plover(msgspec.Struct, frozen=True):
    """The whole ontology, in the order of the file."""

    quads: tuple[Quad, ...]
    types: tuple[EventType, ...]
    contexts: tuple[Context, ...]
    sectors: tuple[Sector, ...]
    statuses: tuple[EventStatus, ...]
    reductions: tuple[Reduction, ...]

    def type(self, type_id: str) -> EventType:
        """The event type with that id. Raises `DataError` where there is none."""
        for event_type in self.types:
            if event_type.id == type_id:
                return event_type
        raise DataError(f"PLOVER: no event type `{type_id}`; the types: {', '.join(t.id for t in self.types)}")


def read_plover(path: Path) -> Plover:
    """The ontology in the file at `path`, checked. Raises `DataError` naming file and entry."""
    table = read_table(path)
    plover = Plover(
        quads=read_entries(path, table, "quad", Quad),
        types=read_entries(path, table, "type", EventType),
        contexts=read_entries(path, table, "context", Context),
        sectors=read_entries(path, table, "sector", Sector),
        statuses=read_entries(path, table, "status", EventStatus),
        reductions=read_entries(path, table, "reduction", Reduction, key="to"),
    )
    _check(path, plover)
    return plover


def _check(path: Path, plover: Plover) -> None:
    """Quads, modes and reductions must refer to what exists."""
    quads = {quad.id: quad.code for quad in plover.quads}
    for event_type in plover.types:
        if quads.get(event_type.quad) != event_type.quad_code:
            raise DataError(f"{path}: [[type]] {event_type.id}: quad and quad_code do not fit any [[quad]]")
        if twice := _twice(mode.id for mode in event_type.modes):
            raise DataError(f"{path}: [[type]] {event_type.id}: mode `{twice}` stands twice")
    known = {event_type.id for event_type in plover.types}
    for reduction in plover.reductions:
        if missing := {*reduction.sources, reduction.to} - known:
            raise DataError(f"{path}: [[reduction]] to {reduction.to}: no such type: {', '.join(sorted(missing))}")


def _twice(ids: Iterable[str]) -> str | None:
    """The first id that comes a second time."""
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            return each
        seen.add(each)
    return None


@cache
def load_plover() -> Plover:
    """PLOVER as shipped; read once."""
    return read_plover(HERE / "plover.toml")


@cache
def quad_of(type_id: str) -> str:
    """The quad class of an event type, as a slug: `verbal-cooperation`."""
    return load_plover().type(type_id).quad


@cache
def score_of(type_id: str, mode_id: str | None = None) -> float:
    """The score of a type and mode, from -10 to +10; the type's own where there is no mode."""
    event_type = load_plover().type(type_id)
    return event_type.mode(mode_id).score if mode_id else event_type.score


@cache
def reduce_future(type_id: str) -> str:
    """What a type becomes when the event is still to come: a coming visit is AGREE. Others stay as they are."""
    plover = load_plover()
    for reduction in plover.reductions:
        if reduction.status == "future" and type_id in reduction.sources:
            return reduction.to
    return plover.type(type_id).id
