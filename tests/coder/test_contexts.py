"""PLOVER contexts of an event: its trigger's own, then those of the words around it."""

import pytest

from mahdar.coder.coder import Coder, RawArticle
from mahdar.ontology.plover import load_plover

MET = "التقى وزير الدفاع التركي خلوصي أكار نظيره القطري خالد العطية"


def contexts(coder: Coder, text: str) -> tuple[str, ...]:
    (event,) = coder.code(RawArticle(text, published="2021-03-10")).events
    return event.contexts


@pytest.mark.parametrize(
    ("text", "context"),
    [
        (f"{MET} لبحث مناورات عسكرية مشتركة.", "military"),
        ("التقى وزير الخارجية المصري سامح شكري نظيره القبرصي لبحث ملف التجسس والمخابرات.", "intelligence"),
        ("التقى وزير الخارجية المصري سامح شكري نظيره القبرصي قبل جلسة البرلمان.", "legislative"),
    ],
)
def test_words_near_an_event_give_its_context(coder: Coder, text: str, context: str) -> None:
    assert context in contexts(coder, text)


def test_a_meeting_is_diplomatic_where_nothing_else_is_said(coder: Coder) -> None:
    assert contexts(coder, "أجرت فرنسا مشاورات مع لبنان.") == ("diplomatic",)


def test_words_of_another_sentence_give_no_context(coder: Coder) -> None:
    text = "أجرت فرنسا مشاورات مع لبنان. وانتهت جلسة البرلمان."
    assert "legislative" not in contexts(coder, text)


def test_an_event_has_at_most_three_contexts(coder: Coder) -> None:
    text = f"{MET} لبحث ملف الصواريخ والتجسس وجلسة البرلمان وتشكيل الحكومة."
    assert len(contexts(coder, text)) == 3


def test_the_triggers_own_contexts_stand_first(coder: Coder) -> None:
    found = coder.contexts.find(coder.analyser.tokens("غارات صواريخ البرلمان"), "CONSULT", ("legal",))
    assert found == ("legal", "military", "legislative")


def test_no_words_and_no_default_no_context(coder: Coder) -> None:
    assert coder.contexts.find(coder.analyser.tokens("وصل الوفد"), "REJECT", ()) == ()


@pytest.mark.parametrize("word", ["البرلمان", "والبرلمان", "للبرلمان", "بالبرلمان"])
def test_clitics_do_not_matter(coder: Coder, word: str) -> None:
    assert coder.contexts.ranked(coder.analyser.tokens(word)) == ["legislative"]


def test_every_context_of_the_words_is_one_of_plover(coder: Coder) -> None:
    assert set(coder.lexicon.contexts) <= {context.id for context in load_plover().contexts}
