"""The Python face: short, and light until it is used."""

import datetime
import subprocess
import sys

import pytest

import mahdar
from mahdar.minutes import encode

HEAVY = ("numpy", "mazini", "msgspec", "mahdar.lexicon", "mahdar.coder.coder", "mahdar.languages")
ARTICLE = "أكد وزير الخارجية الروسي سيرغي لافروف أن بلاده مستعدة للحوار مع أنقرة."


def loaded_by(statement: str) -> set[str]:
    """The modules in memory after a statement ran in a fresh interpreter."""
    program = f"{statement}\nimport sys\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(ran.stderr.split())


def test_public_names() -> None:
    assert mahdar.__all__ == ["__version__", "code", "open_coder"]
    assert all(hasattr(mahdar, name) for name in mahdar.__all__)


def test_importing_loads_nothing_heavy() -> None:
    assert loaded_by("import mahdar").isdisjoint(HEAVY)


def test_help_loads_nothing_heavy() -> None:
    asked = "import mahdar.cli, sys\nsys.argv = ['mahdar', '--help']\ntry: mahdar.cli.main()\nexcept SystemExit: pass"
    assert loaded_by(asked).isdisjoint(HEAVY)


def test_code_takes_text_title_and_day() -> None:
    minutes = mahdar.code(ARTICLE, title="لافروف يتحدث", published=datetime.date(2020, 12, 29), id="x", source="s")
    assert minutes.article.published == "2020-12-29"
    assert (minutes.article.id, minutes.article.source, minutes.article.language) == ("x", "s", "ar")
    assert minutes.statements


def test_another_language_is_named_and_not_coded() -> None:
    minutes = mahdar.code("The minister met his counterpart in Paris and spoke of peace.")
    assert minutes.article.language == "en"
    assert not (minutes.actors or minutes.statements or minutes.events)


@pytest.mark.parametrize("text", ["", " \n", "123", "\ud800", "\x00\u202e"])
def test_a_text_without_words_is_coded_to_nothing(text: str) -> None:
    minutes = mahdar.code(text, title=text, id="\udfff", url=text)
    assert not (minutes.statements or minutes.events)
    encode(minutes)
