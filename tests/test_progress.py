"""The progress bar: only on a terminal, and the items pass unchanged."""

import io
import sys

import pytest

from mahdar.progress import watched


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_without_a_terminal_there_is_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(watched([1, 2], lambda: pytest.fail("asked for the total"))) == [1, 2]
    assert capsys.readouterr().err == ""


def test_output_on_the_same_terminal_is_progress_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert list(watched([1, 2], lambda: pytest.fail("asked for the total"))) == [1, 2]


@pytest.mark.parametrize("total", [2, None])
def test_a_terminal_has_a_bar(monkeypatch: pytest.MonkeyPatch, total: int | None) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    assert list(watched([1, 2], lambda: total)) == [1, 2]
    assert "articles" in screen.getvalue()
