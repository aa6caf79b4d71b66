"""The figures that must be reached on the project's own gold articles, by the scorer that lies beside the project."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mahdar.coder.coder import Coder, RawArticle
from mahdar.minutes import encode

GOLD = Path(__file__).parent.parent / "gold"
FLOORS = {
    "statements: words+speaker": 0.80,
    "events: type+who": 0.48,
    "actors": 0.75,
}


@pytest.fixture(scope="module")
def figures(coder: Coder, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The own articles coded and scored."""
    minutes = tmp_path_factory.mktemp("own-gold") / "minutes.jsonl"
    with minutes.open("wb") as out:
        for article in json.loads((GOLD / "articles.json").read_text(encoding="utf-8")):
            raw = RawArticle(article["text"], article["id"], article["title"], article["date"], article["source"])
            out.write(encode(coder.code(raw)) + b"\n")
    command = [sys.executable, str(shared / "gold" / "score.py"), "--json", "--minutes", str(minutes)]
    command += ["--gold", str(GOLD / "gold.json"), "--articles", str(GOLD / "articles.json")]
    ran = subprocess.run(command, capture_output=True)
    assert ran.stdout, ran.stderr.decode()
    scored: dict[str, Any] = json.loads(ran.stdout)
    return scored


def test_every_span_is_exact_and_no_article_is_missing(figures: dict[str, Any]) -> None:
    articles = json.loads((GOLD / "articles.json").read_text(encoding="utf-8"))
    assert (figures["articles"], figures["errors"]) == (len(articles), 0)


@pytest.mark.parametrize("measure", FLOORS)
def test_a_figure_does_not_fall(figures: dict[str, Any], measure: str) -> None:
    assert figures["figures"][measure]["F1"] >= FLOORS[measure]
