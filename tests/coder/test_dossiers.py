"""Which matters an article and each of its records speak of."""

import pytest

from mahdar.coder.coder import Coder, RawArticle
from mahdar.coder.dossiers import of_article, within


def dossiers(coder: Coder, text: str, title: str = "") -> tuple[str, ...]:
    return coder.code(RawArticle(text, title=title)).dossiers


@pytest.mark.parametrize(
    ("text", "dossier"),
    [
        ("تحدث الوفد عن سد النهضة.", "nile-dam"),
        ("تحدث الوفد عن منظومة إس 400.", "s-400"),
        ("تحدث الوفد عن فيروس كورونا.", "covid-19"),
        ("تحدث الوفد عن سوريا.", "syria"),
        ("تحدث الوفد عن سورية.", "syria"),
        ("تحدث الوفد عن الملف الليبي وعن ليبيا.", "libya"),
        ("تحدث الوفد عن ناغورني قره باغ.", "karabakh"),
        ("تحدث الوفد عن منظمة أوبك وأسعار النفط.", "oil-opec"),
        ("تحدث الوفد عن الاتفاق النووي.", "iran-nuclear"),
    ],
)
def test_an_article_speaks_of_a_matter(coder: Coder, text: str, dossier: str) -> None:
    assert dossier in dossiers(coder, text)


@pytest.mark.parametrize("word", ["سوريا", "وسوريا", "لسوريا", "بسوريا", "ولسوريا"])
def test_clitics_before_a_word_do_not_matter(coder: Coder, word: str) -> None:
    assert "syria" in dossiers(coder, f"الاهتمام {word} قديم.")


def test_words_within_other_words_do_not_count(coder: Coder) -> None:
    assert dossiers(coder, "تحدث الوفد عن السورياليين في الفن.") == ()


def test_the_matter_most_spoken_of_stands_first(coder: Coder) -> None:
    assert dossiers(coder, "تحدث الوفد عن ليبيا ثم عن سوريا ومستقبل سوريا وشعب سوريا.")[0] == "syria"


def test_a_record_has_only_the_matters_of_its_own_words(coder: Coder) -> None:
    text = "قال وزير الخارجية الأردني أيمن الصفدي إن الحل في سوريا سياسي. وأضاف أن الحل في ليبيا بعيد."
    minutes = coder.code(RawArticle(text))
    assert [s.dossiers for s in minutes.statements] == [("syria",), ("libya",)]


HITS = [(0, "weak", 1), (10, "weak-in-title", 1), (100, "strong", 2), (200, "twice", 1), (300, "twice", 1)]


def test_one_strong_word_or_two_words_make_a_dossier() -> None:
    assert of_article(HITS, 0) == ("strong", "twice")


def test_in_the_title_one_word_is_enough() -> None:
    assert set(of_article(HITS, 20)) == {"weak", "weak-in-title", "strong", "twice"}


def test_what_counts_alike_stands_in_the_order_of_its_id() -> None:
    assert of_article([(0, "b", 2), (5, "a", 2)], 0) == ("a", "b")


def test_within_keeps_known_matters_in_their_order() -> None:
    assert within(HITS, 90, 250, ("twice", "strong", "other")) == ("twice", "strong")
    assert within(HITS, 101, 200, ("strong",)) == ()
