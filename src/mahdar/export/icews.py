"""ICEWS' table: 20 columns between tabs, with a head; a pair of source and target a row.

An event of several who act, or to whom it is done, has a row for each pair, all with its id: count ids, not rows.
"""

from collections.abc import Iterator

from mahdar.export.countries import country, nation
from mahdar.export.telling import TOOK_PLACE, Telling, tellings
from mahdar.export.tsv import line
from mahdar.minutes import Actor
from mahdar.ontology.plover import load_plover
from mahdar.ontology.plover2cameo import load_to_cameo
from mahdar.record.query import Query
from mahdar.record.record import Record

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
    "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District",
    "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip


def write(record: Record, query: Query) -> Iterator[str]:
    """The events that took place among those that a query asks for: the table has no column for what did not."""
    yield line(COLUMNS)
    for telling in tellings(record, query, TOOK_PLACE):
        yield from (line(row(telling, *pair)) for pair in telling.dyads())


def row(telling: Telling, source: Actor | None, target: Actor | None) -> tuple[object, ...]:
    """An event between two as its line; the order is that of `COLUMNS`."""
    event, place = telling.event, telling.event.place
    first, last = telling.days
    return (
        telling.number,
        first if first == last else "",
        *party(source),
        telling.words,
        load_to_cameo().leaf(event.type, event.mode, event.contexts).code,
        telling.score,
        *party(target),
        telling.origin.story,
        telling.sentences.number(telling.at) if telling.at is not None else None,
        telling.article.source,
        "",
        "",
        "",
        nation(place.country) if place else "",
        place.lat if place else None,
        place.lon if place else None,
    )


def party(actor: Actor | None) -> tuple[str, str, str]:
    """Name, sector, country of one who takes part."""
    if actor is None:
        return ("", "", "")
    return (actor.label.en or actor.name, sectors().get(actor.sector or "", ""), nation(country(actor.code)))


def sectors() -> dict[str, str]:
    """PLOVER's sectors in words; `UNK` is none."""
    return {sector.id: sector.label.en for sector in load_plover().sectors if sector.id != "UNK"}
