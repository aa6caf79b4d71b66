"""GDELT 2.0's table of events: 61 columns between tabs, no head; a pair of actors a row.

An event of several who act, or to whom it is done, has a row for each pair, all with its id: count ids, not rows.
"""

import datetime
from collections.abc import Iterator

from mahdar.export.countries import country, fips
from mahdar.export.telling import TOOK_PLACE, Telling, tellings
from mahdar.export.tsv import line
from mahdar.minutes import Actor
from mahdar.ontology.cameo import root_of
from mahdar.ontology.plover2cameo import Leaf, load_to_cameo
from mahdar.record.query import Query
from mahdar.record.record import Record

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code",
    "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{n}{name}" for n in (1, 2) for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"{whose}Geo_{name}" for whose in ("Actor1", "Actor2", "Action") for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
_LEAD = 2  # lines of a text: its title and its first paragraph
_NOBODY = ("",) * len(_ACTOR)
_NOWHERE = ("",) * len(_GEO)


def write(record: Record, query: Query) -> Iterator[str]:
    """The events that took place among those that a query asks for: the table has no column for what did not."""
    for telling in tellings(record, query, TOOK_PLACE):
        yield from (line(row(telling, *pair)) for pair in telling.dyads())


def row(telling: Telling, one: Actor | None, other: Actor | None) -> tuple[object, ...]:
    """An event between two as its line; the order is that of `COLUMNS`."""
    event = telling.event
    leaf = load_to_cameo().leaf(event.type, event.mode, event.contexts)
    return (
        telling.number,
        *when(telling),
        *party(one),
        *party(other),
        int(in_lead(telling)),
        *coded(leaf),
        len(telling.all),
        len({each.article.source or each.article.id for each in telling.all}),
        len({each.article.id for each in telling.all}),
        "",
        *_NOWHERE,
        *_NOWHERE,
        *where(telling),
        stamp(telling.origin.added),
        next((each.article.url for each in telling.all if each.article.url), ""),
    )


def when(telling: Telling) -> tuple[str, str, str, str]:
    """Day, month, year and fraction of the year, as far as the date is known."""
    date = telling.event.date
    if date is None:
        return ("", "", "", "")
    digits = date.value.replace("-", "")
    day, month = (digits if len(digits) == 8 else ""), (digits[:6] if len(digits) > 4 else "")
    fraction = ""
    if day:
        spot = datetime.date.fromisoformat(date.value)
        fraction = f"{spot.year + (spot.month * 30 + spot.day) / 365:.4f}"  # as GDELT reckons it
    return (day, month, digits[:4], fraction)


def party(actor: Actor | None) -> tuple[str, ...]:
    """Ten columns of one who takes part."""
    if actor is None:
        return _NOBODY
    table = load_to_cameo()
    state, group, sector = country(actor.code), table.groups.get(actor.code, ""), actor.sector or ""
    role = table.roles.get(sector, sector)
    code = state + (role if state else "") or group or role
    return (code, (actor.label.en or actor.name).upper(), state, group, "", "", "", role, "", "")


def coded(leaf: Leaf) -> tuple[object, ...]:
    """Code, its base and its root, the class of its root, Goldstein's value."""
    return (leaf.code, leaf.code[:3], leaf.code[:2], root_of(leaf.code).quad_class, leaf.goldstein)


def in_lead(telling: Telling) -> bool:
    """Whether the event is told in the title or the first paragraph."""
    return telling.at is not None and telling.article.text.count("\n", 0, telling.at) < _LEAD


def where(telling: Telling) -> tuple[object, ...]:
    """Eight columns of the place. Our gazetteer has neither GDELT's types nor its divisions and feature ids."""
    place = telling.event.place
    return ("", place.name, fips(place.country), "", "", place.lat, place.lon, "") if place else _NOWHERE


def stamp(moment: str) -> str:
    """A moment in universal time as YYYYMMDDHHMMSS."""
    return datetime.datetime.fromisoformat(moment).astimezone(datetime.UTC).strftime("%Y%m%d%H%M%S")
