"""Event nouns and the verbs that carry them."""

from mahdar.coder.coder import Coder, RawArticle


def events(coder: Coder, text: str) -> list[tuple[str, set[str], set[str]]]:
    minutes = coder.code(RawArticle(text, published="2021-03-10"))
    codes = {actor.id: actor.code for actor in minutes.actors}
    return [(e.type, {codes[a] for a in e.actor}, {codes[r] for r in e.recipient}) for e in minutes.events]


def test_a_verb_carries_every_noun_joined_to_the_first(coder: Coder) -> None:
    found = events(coder, "قررت روسيا استدعاء سفيرها لدى كندا، وطرد اثنين من الدبلوماسيين الكنديين.")
    assert [actor for type_, actor, _ in found if type_ == "SANCTION"] == [{"RUS"}, {"RUS"}]


def test_a_noun_in_a_purpose_tells_no_act(coder: Coder) -> None:
    assert not events(coder, "دعا الرئيس الوزراء للقاء.")


def test_a_demand_that_a_verb_carries_is_made_though_nobody_is_addressed(coder: Coder) -> None:
    assert ("REQUEST", {"ESP"}, {"UNK"}) in events(coder, "جدد رئيس الحكومة الإسبانية دعوته إلى وقف إطلاق النار.")


def test_a_ministry_protests_with_words(coder: Coder) -> None:
    found = events(coder, "احتجت وزارة الخارجية السودانية على عقد المؤتمر من دون دعوتها.")
    assert found == [("ACCUSE", {"SDN"}, {"UNK"})]


def test_who_denies_an_accusation_is_accused(coder: Coder) -> None:
    assert events(coder, "نفى الكرملين اتهامات واشنطن بالتدخل في الانتخابات.") == [("ACCUSE", {"USA"}, {"RUS"})]
