"""Pieces of another direction are set apart."""

from hypothesis import given
from hypothesis import strategies as st

from mahdar.export.direction import clean, isolated


def test_sets_apart_what_runs_against_the_line() -> None:
    assert isolated("سوتشي", right_to_left=False) == "\u2068سوتشي\u2069"
    assert isolated("سوتشي", right_to_left=True) == "سوتشي"
    assert isolated("RUS", right_to_left=True) == "\u2068RUS\u2069"
    assert isolated("2020-12-29", right_to_left=True) == "2020-12-29"


@given(st.text())
def test_nothing_steers_the_terminal(text: str) -> None:
    assert not set(clean(text)) & set("\x1b\n\r\u202e\u2066\u2067")
