"""Folding: the spellings of different papers become one, what tells words apart stays."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.languages.ar.letters import fold, fold_phrase, is_feminine_noun, is_passive

ARABIC = st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أنقرة", "انقره"),
        ("إيران", "ايران"),
        ("آسيا", "اسيا"),
        ("ٱلقدس", "القدس"),
        ("مسؤول", "مسئول"),
        ("الرئيس", "الرءيس"),
        ("صرَّحَ", "صرح"),
        ("عمّان", "عمان"),
        ("الســــلام", "السلام"),
        ("هٰذا", "هذا"),
        ("ایران", "ايران"),
        ("کابل", "كابل"),
        ("ڤيينا", "فيينا"),
        ("٢٠٢١", "2021"),
        ("۲۰۲۱", "2021"),
        ("بي\u200dان", "بيان"),
    ],
)
def test_variants_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("نفى", "نفي"), ("على", "علي"), ("سوريا", "سورية"), ("غوتيريش", "جوتيريش"), ("مصر", "مضر")],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(ARABIC)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ARABIC)
def test_no_diacritics_are_left(text: str) -> None:
    assert not any("\u064b" <= c <= "\u0652" or c in "ـأإآةؤئ" for c in fold(text))


@given(st.text(st.characters(categories=["Lu", "Ll", "Zs", "Po"], max_codepoint=0x24F)))
def test_other_scripts_are_left_alone(text: str) -> None:
    assert fold(text) == text


@given(ARABIC)
def test_letters_are_only_replaced_or_dropped(text: str) -> None:
    kept = [c for c in text if unicodedata.category(c) in ("Lo", "Nd")]
    assert len([c for c in fold(text) if unicodedata.category(c) in ("Lo", "Nd")]) == len(kept)


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("الأمم المتحدة", ("الامم", "المتحده")),
        ("جان-إيف لودريان", ("جان", "ايف", "لودريان")),
        ("  مجلس \n الأمن ", ("مجلس", "الامن")),
    ],
)
def test_a_phrase_is_its_words(phrase: str, words: tuple[str, ...]) -> None:
    assert fold_phrase(phrase) == words


@pytest.mark.parametrize(
    ("word", "noun"), [("خطوة", True), ("خطوه", False), ("خطوةً", True), ("قتلة", True), ("ترى", False), ("", False)]
)
def test_ta_marbuta_shows_a_noun(word: str, noun: bool) -> None:
    assert is_feminine_noun(word) is noun


@pytest.mark.parametrize(
    ("word", "is_"),
    [("قُتل", True), ("وأُعلن", True), ("اعتُقل", True), ("استُهدف", True), ("قتل", False), ("يُعلن", False), ("قَتل", False)],
)
def test_written_vowels_tell_the_passive(word: str, is_: bool) -> None:
    assert is_passive(word) is is_
