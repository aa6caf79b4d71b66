"""The figures that must be reached on the gold articles, which lie outside the project."""

import json
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mahdar.minutes import Minutes, decode

Figures = dict[str, Any]

FOUNDING = {
    "statements: words+speaker": 0.95,
    "events: type+who": 0.75,
    "positions": 0.60,
    "commitments": 0.70,
}
DEV = {
    "statements: words+speaker": 0.80,
    "events: type+who": 0.55,
    "event status": 0.85,
    "actors": 0.75,
}
DOSSIERS = "syria libya karabakh cyprus ukraine covid-19 energy sanctions s-400 eastern-mediterranean".split()


@pytest.fixture(scope="module")
def score(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., tuple[Figures, bytes]]:
    """Codes and scores a gold folder: its articles by way of to_jsonl.py, or one raw file instead of them."""

    @cache
    def call(folder: str, raw: Path | None = None) -> tuple[Figures, bytes]:
        gold = shared / folder
        if raw is None:
            tool = [sys.executable, shared / "gold" / "to_jsonl.py", gold / "articles.json"]
            articles = tmp_path_factory.mktemp("gold") / "articles.jsonl"
            articles.write_bytes(subprocess.run(tool, capture_output=True, check=True).stdout)
        else:
            articles = raw
        command = [sys.executable, "-m", "mahdar.cli", "code", articles, "--format", "jsonl"]
        minutes = tmp_path_factory.mktemp("minutes") / "minutes.jsonl"
        minutes.write_bytes(subprocess.run(command, capture_output=True, check=True).stdout)
        scorer = [sys.executable, shared / "gold" / "score.py", "--json", "--gold", gold / "gold.json"]
        scorer += ["--articles", gold / "articles.json"] if raw is None else []
        ran = subprocess.run([*scorer, "--minutes", minutes], capture_output=True)
        assert ran.returncode == 0, ran.stderr.decode()
        return json.loads(ran.stdout), minutes.read_bytes()

    return call


def reached(figures: Figures, floor: dict[str, float]) -> None:
    """Every figure at or above its floor; all that fall short are named together."""
    assert figures["errors"] == 0
    got = {name: figures["figures"][name].get("F1", figures["figures"][name].get("accuracy")) for name in floor}
    short = {name: (value, floor[name]) for name, value in got.items() if value < floor[name]}
    assert not short


def minutes_of(lines: bytes) -> Minutes:
    (line,) = lines.splitlines()
    return decode(line)


def test_founding(score) -> None:  # type: ignore[no-untyped-def]
    reached(score("founding")[0], FOUNDING)


def test_founding_from_the_raw_page(score, shared: Path) -> None:  # type: ignore[no-untyped-def]
    figures, lines = score("founding", shared / "founding" / "article.txt")
    reached(figures, FOUNDING)
    article = minutes_of(lines).article
    assert article.published == "2020-12-29"
    assert article.title and article.text.startswith(article.title + "\n")
    assert "+ الخط -" not in article.text


@pytest.mark.parametrize("raw", [False, True])
def test_founding_meeting_and_dossiers(score, shared: Path, raw: bool) -> None:  # type: ignore[no-untyped-def]
    minutes = minutes_of(score("founding", shared / "founding" / "article.txt" if raw else None)[1])
    codes = {actor.id: actor.code for actor in minutes.actors}
    meetings = [
        event
        for event in minutes.events
        if event.type == "CONSULT" and {"RUS", "TUR"} <= {codes[a] for a in (*event.actor, *event.recipient)}
    ]
    assert any(
        event.date and event.date.value == "2020-12-29" and event.place and event.place.name == "سوتشي" for event in meetings
    )
    assert set(DOSSIERS) <= set(minutes.dossiers)


def test_dev(score) -> None:  # type: ignore[no-untyped-def]
    reached(score("gold/dev")[0], DEV)
