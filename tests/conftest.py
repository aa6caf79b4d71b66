"""What many tests need: the coder, minutes with a record of every kind, the command line, and the gold outside."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import mahdar
from mahdar.coder.coder import Coder
from mahdar.minutes import (
    Actor,
    Article,
    Commitment,
    Date,
    Event,
    Label,
    Minutes,
    Place,
    Position,
    Span,
    Statement,
)

pytest_plugins = ["tests.databases"]

ROOT = Path(__file__).parent.parent
TEXT = "لقاء في عمّان\nأكد الوزير رامي الحسن أن بلاده ترفض الحصار وستفتح المعبر، بعد لقائه السفيرة لينا سعد في عمّان."


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The coder with the shipped lexicon."""
    return mahdar.open_coder()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with gold and corpus that lies beside the project; tests that need it are skipped without it."""
    folder = Path(os.environ.get("MAHDAR_SHARED") or ROOT.parent / "shared")
    if not (folder / "gold" / "score.py").is_file():
        pytest.skip(f"needs the gold articles in {folder}, which are not part of the project")
    return folder


Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def run() -> Run:
    """Runs `mahdar` with arguments in a process of its own."""

    def call(*arguments: str | Path, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        command = [sys.executable, "-m", "mahdar.cli", *map(str, arguments)]
        return subprocess.run(command, input=stdin, capture_output=True, timeout=300)

    return call


def span(exact: str) -> Span:
    start = TEXT.index(exact)
    return Span(start, start + len(exact), exact)


@pytest.fixture
def minutes() -> Minutes:
    """Minutes with one record of every kind."""
    minister = Actor(
        "a1", "رامي الحسن", Label("رامي الحسن", "Rami al-Hasan"), "JOR", "person", "GOV", "minister", None,
        (span("رامي الحسن"),),
    )  # fmt: skip
    envoy = Actor("a2", "لينا سعد", Label(), "UNK", "person", None, "ambassador", None, (span("لينا سعد"),))
    amman = Place("عمّان", 250441, "JOR", 31.95, 35.93)
    day = Date("2020-12-29", "day")
    return Minutes(
        article=Article("one", "لقاء في عمّان", "2020-12-29", "وكالة", None, "ar", TEXT),
        actors=(minister, envoy),
        statements=(
            Statement("s1", "a1", "indirect", span("أكد"), (span("أن بلاده ترفض الحصار"),), ("energy",), "affirm", 0.9),
        ),
        events=(
            Event(
                "e1", "CONSULT", None, ("diplomatic",), "verbal-cooperation", ("a1", "a2"), (), "actual", day, amman,
                None, (span("لقائه السفيرة"),), "meet", 0.8, (),
            ),
            Event(
                "e2", "REJECT", "yield", (), "verbal-conflict", ("a1",), ("a2",), "hypothetical", None, None, "s1",
                (span("ترفض الحصار"),), "refuse", 0.7, (),
            ),
        ),
        positions=(Position("p1", "a1", "against", "الحصار", span("ترفض الحصار"), "s1", (), "refuse", 0.7),),
        commitments=(
            Commitment("c1", ("a1",), ("a2",), span("وستفتح المعبر"), "vow", day, "s1", (), "future", 0.6),
        ),
        dossiers=("energy",),
    )  # fmt: skip
