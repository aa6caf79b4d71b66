"""Characters that are no part of a text."""

from hypothesis import given
from hypothesis import strategies as st

from mahdar.ingest.letters import are_plain, controls, has_letters, surrogates, writable


@given(st.text(st.characters(exclude_categories=[])))
def test_what_is_writable_can_be_written(text: str) -> None:
    writable(text).encode("utf-8")


@given(st.text(st.characters(exclude_categories=[])))
def test_plain_text_has_nothing_to_take_out(text: str) -> None:
    assert not are_plain(text) or not surrogates(text) and not controls(text)


def test_names_what_it_finds() -> None:
    assert surrogates("ب\ud800\udfff\ud800") == ["\\ud800", "\\udfff"]
    assert controls("ا\x00\u202eب\u202c") == ["U+0000", "U+202C", "U+202E"]


def test_marks_that_arabic_needs_are_no_controls() -> None:
    assert controls("سطر\n\tآخر\r\n\u200c\u200f\u200e") == []


def test_letters_of_any_script() -> None:
    assert has_letters("ع") and has_letters("x") and has_letters("字")
    assert not has_letters("123 ،.!? ٣٤ _ ًٌ")
