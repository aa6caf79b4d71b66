"""What the grammar gives a verb or noun for its arguments."""

from mahdar.coder.coder import Coder, RawArticle


def parties(coder: Coder, text: str) -> list[tuple[str, set[str]]]:
    """(type, codes of all parties) of each event."""
    minutes = coder.code(RawArticle(text, published="2021-03-10"))
    codes = {actor.id: actor.code for actor in minutes.actors}
    return [(e.type, {codes[a] for a in (*e.actor, *e.recipient)}) for e in minutes.events]


def test_a_noun_has_no_part_in_what_came_before_it(coder: Coder) -> None:
    found = parties(coder, "تأتي زيارة الوزير الفرنسي لطهران بعد زيارة الوزير الألماني وزير الاقتصاد.")
    assert all("DEU" not in who or "FRA" not in who for _, who in found)


def test_who_says_that_he_was_invited_is_invited(coder: Coder) -> None:
    text = "قال وزير الخارجية الفرنسي: «لقد دعاني نظيري الإيراني (محمد جواد) إلى طهران»."
    assert ("REQUEST", {"FRA", "IRN"}) in parties(coder, text)


def test_the_capital_of_a_state_is_where_talks_are_and_not_with_whom(coder: Coder) -> None:
    assert not parties(coder, "استأنف الوزير الإيراني المفاوضات في العاصمة النمساوية.")


def test_a_noun_with_a_pronoun_is_no_feminine_noun(coder: Coder) -> None:
    assert "REQUEST" not in dict(parties(coder, "تنازل الوزير الإيراني عن مطالبه."))


def test_by_whom_what_is_refused_is_done_is_whom_it_is_refused_to(coder: Coder) -> None:
    minutes = coder.code(RawArticle("أبدت واشنطن رفضها ضم الضفة الغربية من جانب إسرائيل.", published="2021-03-10"))
    codes = {actor.id: actor.code for actor in minutes.actors}
    (event,) = [e for e in minutes.events if e.type == "REJECT"]
    assert ([codes[a] for a in event.actor], [codes[r] for r in event.recipient]) == (["USA"], ["ISR"])


def test_a_memorandum_is_no_reminder(coder: Coder) -> None:
    assert ("SUPPORT", {"DZA", "TUN"}) in parties(coder, "تم التوقيع على مذكرة تفاهم بين الجزائر وتونس.")
