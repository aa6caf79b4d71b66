"""What is told twice becomes one event; what only looks alike stays apart."""

from mahdar.coder.coder import Coder, RawArticle


def kinds(coder: Coder, text: str) -> list[str]:
    return [e.type for e in coder.code(RawArticle(text, published="2021-03-10")).events]


def test_a_coming_visit_is_one_whatever_words_announce_it(coder: Coder) -> None:
    text = "سيزور وزير الخارجية التركي قطر الأسبوع المقبل. وقالت الوكالة إن الوزير التركي سيتوجه إلى الدوحة يوم الاثنين."
    assert kinds(coder, text).count("AGREE") == 1


def test_two_deals_between_the_same_sides_stay_two(coder: Coder) -> None:
    text = "اتفقت مصر وتركيا على استئناف الرحلات. وتعهدت مصر لتركيا بفتح السوق."
    assert kinds(coder, text).count("AGREE") == 2
