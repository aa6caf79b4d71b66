"""Clitics: what is put on a word is found again when it is taken off."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mahdar.languages.ar.clitics import OBJECTS, contracted, one_spelling, stems, verb_bases, without_proclitics

WORD = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوىيء", min_size=3, max_size=9)


@pytest.mark.parametrize(
    ("form", "reading"),
    [
        ("الوزير", ("", "الوزير")),
        ("والوزير", ("و", "الوزير")),
        ("للوزير", ("ل", "الوزير")),
        ("وللوزير", ("ول", "الوزير")),
        ("للقاء", ("ل", "لقاء")),
        ("بموسكو", ("ب", "موسكو")),
        ("فبموسكو", ("فب", "موسكو")),
        ("كوزير", ("ك", "وزير")),
        ("وزير", ("", "وزير")),
    ],
)
def test_proclitics_of_a_form(form: str, reading: tuple[str, str]) -> None:
    assert reading in without_proclitics(form)


@given(WORD, st.sampled_from(["", "و", "ف"]), st.sampled_from(["", "ب", "ل", "ك"]))
def test_proclitics_put_on_come_off(word: str, conjunction: str, preposition: str) -> None:
    form = f"{conjunction}ل{word[1:]}" if preposition == "ل" and word.startswith("ال") else conjunction + preposition + word
    assume(not (preposition == "ل" and word.startswith("ال") and len(word) < 4))
    assert (conjunction + preposition, word) in without_proclitics(form)


@given(WORD)
def test_every_proclitic_reading_spells_the_form(form: str) -> None:
    for clitics, rest in without_proclitics(form):
        assert clitics + rest == form or rest.startswith("ال") and clitics + "ل" + rest[2:] == form


@given(WORD)
def test_the_whole_form_is_the_first_reading(form: str) -> None:
    assert without_proclitics(form)[0] == ("", form)


@pytest.mark.parametrize("form", ["", "و", "ل", "ول", "بل", "لل"])
def test_the_shortest_forms_are_left_whole(form: str) -> None:
    assert without_proclitics(form) == [("", form)]


@pytest.mark.parametrize(
    ("form", "reading"),
    [
        ("زيارته", ("زياره", "ه")),
        ("التزامها", ("تزام", "ها")),
        ("زيارتهما", ("زياره", "هما")),
        ("لقاءه", ("لقاء", "ه")),
        ("بلادنا", ("بلاد", "نا")),
        ("الزياره", ("زياره", "")),
        ("قرارا", ("قرار", "")),
    ],
)
def test_stem_and_pronoun_of_a_noun(form: str, reading: tuple[str, str]) -> None:
    assert reading in list(stems(form))


@given(WORD)
def test_a_noun_with_the_article_bears_no_pronoun(word: str) -> None:
    assume(not word.startswith("ت"))  # التزامه: ال may be of the word itself
    assert all(pronoun == "" for _, pronoun in stems("ال" + word))


@given(WORD)
def test_no_stem_is_shorter_than_three_letters(word: str) -> None:
    assert all(len(stem) >= 3 for stem, _ in stems(word))


@pytest.mark.parametrize(
    ("form", "reading"),
    [
        ("وسيعتبرها", ("و", True, "يعتبر", "ها")),
        ("ليبحث", ("", False, "يبحث", "")),
        ("اتهموها", ("", False, "اتهموا", "ها")),
        ("فالتقاه", ("ف", False, "التقى", "ه")),
        ("سافر", ("", False, "سافر", "")),
    ],
)
def test_a_form_read_as_a_verb(form: str, reading: tuple[str, bool, str, str]) -> None:
    assert reading in verb_bases(form)


@given(WORD, st.sampled_from(["", "و", "ف"]), st.booleans(), st.sampled_from(["", *OBJECTS]))
def test_what_is_put_on_a_verb_comes_off(word: str, conjunction: str, future: bool, pronoun: str) -> None:
    base = "ي" + word
    form = conjunction + "س" * future + base + pronoun
    assert (conjunction, future, base, pronoun) in verb_bases(form)


@pytest.mark.parametrize("form", ["سلام", "سعى", "سبق"])
def test_a_first_letter_sin_is_not_always_the_future(form: str) -> None:
    assert not any(future for _, future, _, _ in verb_bases(form))


@pytest.mark.parametrize(("form", "usual"), [("الي", "الى"), ("فى", "في"), ("علي", "على"), ("لدي", "لدى"), ("عن", "عن")])
def test_a_preposition_has_one_spelling(form: str, usual: str) -> None:
    assert one_spelling(form) == usual


@pytest.mark.parametrize(
    ("written", "form", "named", "whole"),
    [
        ("لقضية", "لقضيه", False, "القضية"),
        ("لجنة", "لجنه", False, "اللجنة"),
        ("لبنان", "لبنان", True, "لبنان"),
        ("لكويت", "لكويت", True, "الكويت"),
    ],
)
def test_the_article_that_is_lost_behind_a_preposition(written: str, form: str, named: bool, whole: str) -> None:
    common = {"قضيه": 0, "لجنه": 1, "لبنان": 2, "كويت": 3, "جنه": 4, "بنان": 5}
    assert contracted(written, form, common, named) == whole
