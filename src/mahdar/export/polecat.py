"""POLECAT's table: 40 columns between tabs, with a head; an event a row, several values in a cell parted by `; `."""

from collections.abc import Iterator

from mahdar import __version__
from mahdar.export.countries import nation, plover_country
from mahdar.export.telling import TOOK_PLACE, Telling, tellings
from mahdar.export.tsv import cell, line, several
from mahdar.minutes import Actor
from mahdar.record.query import Query
from mahdar.record.record import Record

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip


def write(record: Record, query: Query) -> Iterator[str]:
    """The events that took place among those that a query asks for: the table has no column for what did not."""
    yield line(COLUMNS)
    for telling in tellings(record, query, TOOK_PLACE):
        yield line(row(telling))


def row(telling: Telling) -> tuple[object, ...]:
    """An event as its line; the order is that of `COLUMNS`."""
    event, article, place = telling.event, telling.article, telling.event.place
    first, last = telling.days
    return (
        telling.name,
        first if first == last else "",
        event.type,
        event.mode,
        telling.score,
        event.quad.replace("-", " ").upper(),
        several(event.contexts),
        *party(telling, telling.actors),
        *party(telling, telling.recipients),
        place.name if place else "",
        "",
        "",
        "",
        nation(place.country) if place else "",
        place.lat if place else None,
        place.lon if place else None,
        place.geonames if place else None,
        place.name if place else "",
        "",
        several(one.article.source for one in telling.all),
        article.published,
        several(actor.label.en or actor.name for actor in known(telling, "person")),
        several(actor.label.en or actor.name for actor in known(telling, "organisation", "group")),
        several(one.event.place.name for one in telling.all if one.event.place),
        article.language,
        f"Mahdar {__version__}",
    )


def party(telling: Telling, actors: list[Actor]) -> tuple[object, ...]:
    """Those in a role: eight columns."""
    sectors = [actor.sector for actor in actors]
    return (
        several(actor.label.en or actor.name for actor in actors),
        several(nation(plover_country(actor.code)) or plover_country(actor.code) for actor in actors),
        "",
        cell(sectors[0] if sectors else ""),
        several(sectors),
        several(actor.office for actor in actors),
        several(raw(telling, actor) for actor in actors),
        "",
    )


def raw(telling: Telling, actor: Actor) -> str:
    """The words by which the article names somebody nearest to the event."""
    nearest = telling.nearest(actor)
    return nearest.exact if nearest else ""


def known(telling: Telling, *kinds: str) -> list[Actor]:
    """Those of some kinds who take part, in the words of all who tell the event."""
    return [actor for one in telling.all for actor in (*one.actors, *one.recipients) if actor.kind in kinds]
