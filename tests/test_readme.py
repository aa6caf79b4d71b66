"""The README names every command and option, and its example is what comes out."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer.main

from mahdar.cli import app

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def commands(command: Any, name: str) -> list[tuple[str, Any]]:
    """A command and those below it, with their full names."""
    below = getattr(command, "commands", {})
    return [(name, command)] + [each for key in sorted(below) for each in commands(below[key], f"{name} {key}")]


@pytest.mark.parametrize(("name", "command"), commands(typer.main.get_command(app), "mahdar"), ids=lambda v: str(v))
def test_every_command_and_option_is_documented(name: str, command: Any) -> None:
    assert name in README
    for parameter in command.params:
        for option in parameter.opts:
            if option.startswith("--"):
                assert option in README, f"{name} {option}"


def test_the_example_is_what_comes_out(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    article, minutes = re.findall(r"```text\n(.*?)```", README, re.DOTALL)
    (tmp_path / "article.txt").write_text(article, encoding="utf-8")
    written = run("code", tmp_path / "article.txt").stdout.decode()
    assert written.translate(dict.fromkeys(map(ord, "\u2068\u2069"))) == minutes
