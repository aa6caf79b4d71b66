"""The gazetteer: authored places first, words kept out, and the choice among namesakes."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.places.gazetteer import HERE, Place, choose, fold, load_places, load_stop

KINDS = {"city", "region", "site", "water"}


@cache
def places() -> dict[str, tuple[Place, ...]]:
    return load_places()


@pytest.mark.parametrize(
    ("name", "country", "geonames"),
    [
        ("سوتشي", "RUS", 491422),
        ("جنيف", "CHE", 2660646),
        ("الصخيرات", "MAR", 2562055),
        ("كامب ديفيد", "USA", None),
        ("غزة", "PSE", 281133),
        ("الضفة الغربية", "PSE", None),
        ("سيناء", "EGY", None),
        ("كاراباخ", "AZE", None),
        ("مضيق هرمز", "", None),
        ("معبر رفح", "PSE", None),
    ],
)
def test_authored(name: str, country: str, geonames: int | None) -> None:
    place = places()[name][0]
    assert (place.country, place.geonames, place.authored) == (country, geonames, True)


def test_contested() -> None:
    assert all(places()[name][0].contested for name in ("القدس", "الجولان", "القرم", "دونباس", "قره باغ"))


def test_ambiguous_means_the_one_word_name() -> None:
    assert places()["الباب"][0].ambiguous
    assert not places()["مدينة الباب"][0].ambiguous
    assert places()["الحديدة"][0].ambiguous is False


@pytest.mark.parametrize("name", ["كان", "دولة", "بيان", "الحزم", "تونس", "الخميس", "كيري", "شيرمان", "جميل", "النور"])
def test_stopped(name: str) -> None:
    assert fold(name) not in {fold(known) for known in places()}


def test_cities_of_geonames_fill_the_rest() -> None:
    place = places()["العرائش"][0]
    assert (place.country, place.kind, place.authored) == ("MAR", "city", False)
    assert place.population > 15000


def test_names_are_arabic_and_differ_after_folding() -> None:
    names = [fold(name) for name in places()]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[\u0621-\u06af0-9 -]{2,}", name) for name in names)


def test_every_place_is_on_the_map() -> None:
    for candidates in places().values():
        for place in candidates:
            assert -90 <= place.lat <= 90
            assert -180 <= place.lon <= 180
            assert place.kind in KINDS
            assert re.fullmatch("[A-Z]{3}|", place.country)


def test_authored_shut_out_namesakes() -> None:
    for candidates in places().values():
        assert len({place.authored for place in candidates}) == 1


def test_authored_entries_are_sound() -> None:
    entries = tomllib.loads((HERE / "places.toml").read_text("utf-8"))["place"]
    known = {"name", "aliases", "country", "lat", "lon", "geonames", "kind", "ambiguous", "contested", "context"}
    seen: set[tuple[str, str, str]] = set()
    for entry in entries:
        assert set(entry) <= known
        for name in [entry["name"], *entry.get("aliases", ())]:
            key = (fold(name), entry.get("country", ""), entry["kind"])
            assert key not in seen, name
            seen.add(key)
    assert len(entries) > 1000


def test_floors() -> None:
    stop = load_stop()
    assert stop.allows(fold("زوارة"), "LBY", 16000)
    assert not stop.allows(fold("سبرينغفيلد"), "USA", 170000)
    assert not stop.allows(fold("دور"), "BEL", 90000)


def test_choose_by_country() -> None:
    tripoli = places()["طرابلس"]
    assert choose(tripoli, Counter(LBN=2, LBY=1)).country == "LBN"
    assert choose(tripoli, Counter(LBY=1)).country == "LBY"
    assert choose(tripoli, Counter()) == tripoli[0]


def test_choose_by_context() -> None:
    assert choose(places()["طرابلس"], Counter(), "جبل محسن في عكار").country == "LBN"
    assert choose(places()["باريس"], Counter(), {"تكساس"}).country == "USA"
    assert choose(places()["باريس"], Counter()).country == "FRA"


def test_choose_by_authorship_then_population() -> None:
    small = Place("س", "AAA", 0.0, 0.0, 1, "city", population=10)
    large = Place("س", "BBB", 0.0, 0.0, 2, "city", population=20)
    authored = Place("س", "CCC", 0.0, 0.0, None, "site", authored=True)
    assert choose([small, large], Counter()) is large
    assert choose([small, large, authored], Counter()) is authored
    assert choose([small, large, authored], Counter(AAA=1)) is small


@given(st.dictionaries(st.sampled_from(["LBY", "LBN", "FRA", "USA"]), st.integers(0, 9)), st.text())
def test_choose_answers_with_a_candidate(countries: dict[str, int], text: str) -> None:
    for name in ("طرابلس", "باريس", "البيضاء"):
        assert choose(places()[name], countries, text) in places()[name]
