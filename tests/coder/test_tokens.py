"""Words and marks of a text with their offsets, and what the lexicon says about each form."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.coder.coder import Coder
from mahdar.coder.tokens import Token, Word, going_on, phrase_tags

NEWS = st.text(st.characters(min_codepoint=0x60C, max_codepoint=0x669) | st.sampled_from(' \n.،:«»"()-_aZ09'), max_size=80)


def words(coder: Coder, text: str) -> list[str]:
    return [text[t.start : t.end] for t in coder.analyser.tokens(text)]


def one(coder: Coder, form: str) -> Word:
    (token,) = coder.analyser.tokens(form)
    return token.word


@settings(deadline=None)
@given(NEWS)
def test_tokens_cover_all_but_the_spaces(coder: Coder, text: str) -> None:
    assert "".join(words(coder, text)) == "".join(text.split())


@settings(deadline=None)
@given(NEWS)
def test_tokens_stand_in_order_and_none_is_empty(coder: Coder, text: str) -> None:
    end = 0
    for token in coder.analyser.tokens(text):
        assert end <= token.start < token.end
        end = token.end


@settings(deadline=None)
@given(NEWS, st.integers(0, 80), st.integers(0, 80))
def test_a_stretch_has_offsets_of_the_whole_text(coder: Coder, text: str, start: int, end: int) -> None:
    inside: list[Token] = coder.analyser.tokens(text, start, end)
    assert all(start <= t.start and t.end <= end for t in inside)
    assert "".join(text[t.start : t.end] for t in inside) == "".join(text[start:end].split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال: «نعم».", ["قال", ":", "«", "نعم", "»", "."]),
        ("صرَّح الوزيرُ", ["صرَّح", "الوزيرُ"]),
        ("الســلام", ["الســلام"]),
        ("في 2020/12/29", ["في", "2020", "/", "12", "/", "29"]),
        ("٣٫٥ في المئة", ["٣", "٫", "٥", "في", "المئة"]),
        ("إس-400", ["إس", "-", "400"]),
        ("a_b", ["a", "_", "b"]),
    ],
)
def test_words_and_marks(coder: Coder, text: str, expected: list[str]) -> None:
    assert words(coder, text) == expected


def test_a_form_is_analysed_once(coder: Coder) -> None:
    first, second = coder.analyser.tokens("موسكو موسكو")
    assert first.word is second.word


def test_spellings_of_a_word_have_one_form(coder: Coder) -> None:
    forms = {t.form for t in coder.analyser.tokens("أنقرة انقرة أنقره انقره")}
    assert forms == {"انقره"}


@pytest.mark.parametrize("form", ["أكد", "وأكد", "فأكد", "أكدت", "يؤكد", "سيؤكد", "وسيؤكدون", "أكدها"])
def test_a_form_of_a_verb_is_known(coder: Coder, form: str) -> None:
    assert "اكد" in {coder.lexicon.lemmas[r.lemma].past for r in one(coder, form).verbs}


@pytest.mark.parametrize(("form", "future"), [("سيزور", True), ("وستزور", True), ("يزور", False), ("زار", False)])
def test_the_future_is_seen(coder: Coder, form: str, future: bool) -> None:
    assert {r.future for r in one(coder, form).verbs} == {future}


def test_conjunction_and_pronoun_are_kept(coder: Coder) -> None:
    reading = next(r for r in one(coder, "واعتقلتها").verbs if r.tag == "p3fs")
    assert (reading.conjunction, reading.pronoun) == ("و", "ها")


@pytest.mark.parametrize("form", ["خطوة", "قوة", "جولة"])
def test_a_noun_in_ta_marbuta_is_no_verb(coder: Coder, form: str) -> None:
    assert one(coder, form).verbs == ()


@pytest.mark.parametrize("form", ["مدينة", "أقل", "موقع", "وأقل"])
def test_denied_words_are_no_verbs(coder: Coder, form: str) -> None:
    assert one(coder, form).verbs == ()


@pytest.mark.parametrize(
    ("form", "definite"), [("الوزير", True), ("والوزير", True), ("للوزير", True), ("وزير", False), ("بوزير", False)]
)
def test_the_article_is_seen_behind_clitics(coder: Coder, form: str, definite: bool) -> None:
    assert one(coder, form).definite is definite


@pytest.mark.parametrize(("form", "clitics"), [("بزيارة", "ب"), ("وبزيارة", "وب"), ("زيارة", ""), ("كما", ""), ("لكن", "")])
def test_clitics_are_taken_off_nouns_only(coder: Coder, form: str, clitics: str) -> None:
    assert one(coder, form).clitics == clitics


@pytest.mark.parametrize(
    ("form", "tag"),
    [
        ("أن", "complementizers"),
        ("بأنها", "complementizers"),
        ("بأنه", "complementizers"),
        ("في", "prepositions"),
        ("لم", "negation_before_verb"),
        ("التي", "true_relatives"),
        ("بلاده", "own_country"),
        ("الجانبان", "dual_reference"),
    ],
)
def test_function_words_carry_their_class(coder: Coder, form: str, tag: str) -> None:
    assert tag in one(coder, form).tags


@pytest.mark.parametrize("form", ["مؤكداً", "مضيفا", "ومشيرةً", "قائلين"])
def test_reporting_participles_are_known(coder: Coder, form: str) -> None:
    assert one(coder, form).participles


def test_marks_are_no_words(coder: Coder) -> None:
    assert not any(t.word.is_word for t in coder.analyser.tokens(". ، « » : - ؟"))


@pytest.mark.parametrize("text", ["2020", "٢٠٢٠"])
def test_numbers_are_seen_in_both_kinds_of_digits(coder: Coder, text: str) -> None:
    assert one(coder, text).number


def test_a_phrase_of_several_words_is_found_with_its_end(coder: Coder) -> None:
    tokens = coder.analyser.tokens("ومن قبل السلطات")
    assert ("agents", 2) in phrase_tags(tokens, 0)


@pytest.mark.parametrize(
    ("written", "form"), [("المصرى", "المصري"), ("العسكرى", "العسكري"), ("الكبرى", "الكبرى"), ("القوي", "القوي")]
)
def test_a_final_ya_without_dots_is_read_where_the_word_is_known_so(coder: Coder, written: str, form: str) -> None:
    assert coder.analyser.word(written).form == form


def test_phrases_go_on_with_the_next_word_and_single_ones_count_once(coder: Coder) -> None:
    phrases = {"": ["one"], "الوزير": ["two"]}
    tokens = coder.analyser.tokens("قال الوزير")
    assert list(going_on(phrases, tokens, 0)) == ["two", "one"]
    assert list(going_on(phrases, tokens, 1)) == ["one"]
