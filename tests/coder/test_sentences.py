"""Sentences and quotations: where they end, and that no word is lost between them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.coder.coder import Coder
from mahdar.coder.sentences import Sentence, split

PIECES = """قال وقال أكد الوزير إن أن «نعم «ثم نعم» لا» " “ ” . . .. ! ؟ … ، : د. أ.ف.ب 3.5 2020. \n \n\n ( ) و ثم""".split(" ")
TEXT = st.lists(st.sampled_from(PIECES) | st.text('ابجد.«»"\n ', max_size=5), max_size=60).map(" ".join)


def sentences(coder: Coder, text: str) -> list[str]:
    return [text[s.start : s.end] for s in split(text, coder.analyser)]


def quotations(sentence: Sentence, text: str) -> list[str]:
    tokens = sentence.tokens
    return [text[tokens[q.open].start : tokens[q.close].end] for q in sentence.quotes]


@settings(deadline=None)
@given(TEXT)
def test_every_word_is_in_one_sentence(coder: Coder, text: str) -> None:
    whole = [(t.start, t.end) for t in coder.analyser.tokens(text) if t.word.is_word]
    parts = [(t.start, t.end) for s in split(text, coder.analyser) for t in s.tokens if t.word.is_word]
    assert parts == whole


@settings(deadline=None)
@given(TEXT)
def test_no_sentence_runs_over_a_line_but_in_a_quotation(coder: Coder, text: str) -> None:
    for sentence in split(text, coder.analyser):
        end = sentence.start
        for quote in sentence.quotes:
            assert "\n" not in text[end : sentence.tokens[quote.open].start]
            end = sentence.tokens[quote.close].end
        assert "\n" not in text[end : sentence.end]


@settings(deadline=None)
@given(TEXT)
def test_sentences_are_numbered_in_order_and_have_words(coder: Coder, text: str) -> None:
    found = split(text, coder.analyser)
    assert [s.index for s in found] == list(range(len(found)))
    assert all(any(t.word.is_word for t in s.tokens) for s in found)


@settings(deadline=None)
@given(TEXT)
def test_quotations_lie_within_their_sentence(coder: Coder, text: str) -> None:
    for sentence in split(text, coder.analyser):
        assert all(0 <= q.open < q.close < len(sentence.tokens) for q in sentence.quotes)


@pytest.mark.parametrize(
    "text",
    [
        "وصل الوفد. بدأت المحادثات.",
        "هل وصل الوفد؟ بدأت المحادثات.",
        "وصل الوفد! بدأت المحادثات.",
        "وصل الوفد\nبدأت المحادثات",
        "وصل الوفد في 2020. بدأت المحادثات.",
        "وصل الوفد إلى (سوتشي). بدأت المحادثات.",
    ],
)
def test_two_sentences(coder: Coder, text: str) -> None:
    assert len(sentences(coder, text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "ارتفع السعر 3.5 في المئة منذ أمس.",
        "ارتفع السعر ٣.٥ في المئة منذ أمس.",
        "قال د. سامر النجار إن الوضع مستقر.",
        "نقلت وكالة أ.ف.ب عن مصدر أن الوفد وصل.",
        "صدر القرار في 29.12.2020 بعد نقاش.",
        "وصل الوفد، ثم بدأت المحادثات؛ وتوقفت لاحقا.",
    ],
)
def test_a_stop_that_ends_nothing(coder: Coder, text: str) -> None:
    assert sentences(coder, text) == [text]


@pytest.mark.parametrize(("opening", "closing"), [("«", "»"), ("“", "”"), ('"', '"'), ("„", "“"), ("”", "”"), ("”", "“")])
def test_a_quotation_of_several_sentences_stays_whole(coder: Coder, opening: str, closing: str) -> None:
    quotation = f"{opening}نريد السلام. لا نريد الحرب! هل يسمعون؟ سننتظر{closing}"
    text = f"قال الوزير: {quotation}. وغادر القاعة."
    first, second = split(text, coder.analyser)
    assert quotations(first, text) == [quotation]
    assert text[second.start : second.end] == "وغادر القاعة."


def test_a_stop_within_the_closing_mark_ends_the_sentence_too(coder: Coder) -> None:
    assert sentences(coder, "قال الوزير: «نريد السلام. لن ننتظر.» وأكد السفير دعمه.") == [
        "قال الوزير: «نريد السلام. لن ننتظر.»",
        "وأكد السفير دعمه.",
    ]


def test_words_after_a_closed_quotation_may_belong_to_it(coder: Coder) -> None:
    text = "«نريد السلام.» بهذه الكلمات ختم الوزير خطابه."
    assert sentences(coder, text) == [text]


def test_a_quotation_within_a_quotation_is_part_of_it(coder: Coder) -> None:
    text = "قال الوزير: «سمعت كلمة «لا» مرتين. لم أسمع غيرها»."
    (sentence,) = split(text, coder.analyser)
    assert quotations(sentence, text) == ["«سمعت كلمة «لا» مرتين. لم أسمع غيرها»"]


def test_a_quotation_runs_over_paragraphs(coder: Coder) -> None:
    text = "قال الوزير: «نريد السلام.\nلن ننتظر.\nسنعمل». وغادر القاعة.\nوعاد الوفد."
    first, *others = split(text, coder.analyser)
    assert quotations(first, text) == ["«نريد السلام.\nلن ننتظر.\nسنعمل»"]
    assert [text[s.start : s.end] for s in others] == ["وغادر القاعة.", "وعاد الوفد."]


def test_paragraphs_that_each_open_a_quotation_stay_apart(coder: Coder) -> None:
    assert len(sentences(coder, "قال الوزير: «نريد السلام.\n«لن ننتظر»، أضاف الوزير.")) == 2


def test_a_mark_that_is_never_closed_opens_nothing(coder: Coder) -> None:
    text = "قال الوزير: «نريد السلام. وغادر القاعة."
    found = split(text, coder.analyser)
    assert len(found) == 2
    assert not any(s.quotes for s in found)


def test_two_quotations_of_a_sentence(coder: Coder) -> None:
    text = "وصف الوزير الخطوة بأنها «مهمة» ودعا إلى «التهدئة» سريعا."
    (sentence,) = split(text, coder.analyser)
    assert quotations(sentence, text) == ["«مهمة»", "«التهدئة»"]


def test_a_token_knows_the_quotation_around_it(coder: Coder) -> None:
    (sentence,) = split("قال: «نعم» أمس", coder.analyser)
    assert [sentence.quote_at(i) is not None for i in range(len(sentence.tokens))] == [False, False, True, True, True, False]


def test_a_very_long_sentence_is_cut_at_a_comma(coder: Coder) -> None:
    text = "، ".join(f"وصل الوفد رقم {n} إلى المدينة" for n in range(200)) + "."
    found = split(text, coder.analyser)
    assert len(found) > 1
    assert all(len(s.tokens) <= 500 for s in found)
    assert all(text[s.start : s.end].endswith("،") for s in found[:-1])


def test_a_very_long_sentence_without_commas_is_cut_all_the_same(coder: Coder) -> None:
    found = split("كلمة " * 1200, coder.analyser)
    assert [len(s.tokens) for s in found] == [500, 500, 200]


def test_the_first_line_is_the_title_and_lines_are_paragraphs(coder: Coder) -> None:
    found = split("عنوان الخبر\nوصل الوفد. بدأت المحادثات.\nغادر الوفد.", coder.analyser)
    assert [s.title for s in found] == [True, False, False, False]
    assert [s.paragraph for s in found] == [0, 1, 1, 2]


@pytest.mark.parametrize("text", ["", "\n\n", "...", " ، «»"])
def test_no_words_no_sentences(coder: Coder, text: str) -> None:
    assert split(text, coder.analyser) == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('تهم منها "التجسس و"جمع معلومات سرية" و"الدعاية ضد النظام". وقال الوزير.', ["جمع معلومات سرية", "الدعاية ضد النظام"]),
        ('قال: "تنطلق "حملة الأمل" اليوم في عدن". وغادر.', ['تنطلق "حملة الأمل" اليوم في عدن']),
        ('قال: "الوضع مستقر"، وأضاف: "الحدود آمنة".', ["الوضع مستقر", "الحدود آمنة"]),
    ],
)
def test_straight_marks_face_by_their_spaces(coder: Coder, text: str, quoted: list[str]) -> None:
    found = [text[s.tokens[q.open].end : s.tokens[q.close].start] for s in split(text, coder.analyser) for q in s.quotes]
    assert found == quoted
