"""Whose an agreement is of which something is said."""

from mahdar.coder.coder import Coder, RawArticle

Who = list[tuple[set[str], set[str]]]


def parties(coder: Coder, text: str, type_: str) -> Who:
    """(actors, recipients) of the events of a type."""
    minutes = coder.code(RawArticle(text, published="2021-03-10"))
    codes = {actor.id: actor.code for actor in minutes.actors}
    return [({codes[a] for a in e.actor}, {codes[r] for r in e.recipient}) for e in minutes.events if e.type == type_]


def test_praise_of_an_agreement_is_praise_of_its_parties(coder: Coder) -> None:
    text = "ترفض إيران شروط مجموعة 5+1. ورحبت اليابان بالاتفاق النووي."
    assert parties(coder, text, "SUPPORT") == [({"JPN"}, {"IRN", "IGO:P5+1"})]


def test_only_parties_of_whom_the_article_speaks_count(coder: Coder) -> None:
    text = "زار وزير ياباني إيران. ورحبت اليابان بالاتفاق النووي."
    assert parties(coder, text, "SUPPORT") == [({"JPN"}, {"IRN"})]


def test_who_defends_his_own_agreement_praises_nobody(coder: Coder) -> None:
    text = "دافع الرئيس الإيراني عن الاتفاق النووي مع مجموعة 5+1."
    assert parties(coder, text, "SUPPORT") == [({"IRN"}, set())]


def test_an_agreement_told_of_before_keeps_its_parties(coder: Coder) -> None:
    text = "وقعت تركيا وليبيا اتفاقاً بشأن الحدود البحرية. وأيدت إيطاليا الاتفاق."
    assert ({"ITA"}, {"TUR", "LBY"}) in parties(coder, text, "SUPPORT")


def test_the_other_side_of_a_known_agreement(coder: Coder) -> None:
    text = "تراقب مجموعة 5+1 البرنامج. وجاء ذلك بعد الاتفاق النووي مع إيران."
    assert parties(coder, text, "AGREE") == [({"IRN", "IGO:P5+1"}, set())]


def test_the_other_side_of_an_agreement_may_be_unknown(coder: Coder) -> None:
    text = "جاء ذلك بعد اتفاق مع السنغال."
    assert parties(coder, text, "AGREE") == [({"SEN", "UNK"}, set())]


def test_who_criticises_critics_of_an_agreement_criticises_no_party(coder: Coder) -> None:
    text = "وقعت تركيا وليبيا اتفاقاً. وهاجم الرئيس الإيطالي منتقدي الاتفاق."
    assert all(not recipient & {"TUR", "LBY"} for _, recipient in parties(coder, text, "ACCUSE"))
