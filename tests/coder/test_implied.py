"""Who takes part though the clause does not say so."""

import pytest

from mahdar.coder.coder import Coder, RawArticle


def who(coder: Coder, text: str, type_: str, title: str = "") -> list[tuple[set[str], set[str]]]:
    """(actors, recipients) of the events of a type."""
    minutes = coder.code(RawArticle(text, title=title, published="2021-03-10"))
    codes = {actor.id: actor.code for actor in minutes.actors}
    return [({codes[a] for a in e.actor}, {codes[r] for r in e.recipient}) for e in minutes.events if e.type == type_]


def test_who_visits_towns_visits_their_state(coder: Coder) -> None:
    text = "قال وزير الخارجية التركي: «سأزور البصرة والموصل الأسبوع المقبل»."
    assert who(coder, text, "AGREE") == [({"TUR"}, {"IRQ"})]


def test_whoever_met_speaks_in_the_plural(coder: Coder) -> None:
    text = "اجتمع في باريس وزراء خارجية فرنسا وألمانيا وإيطاليا. ثم دعوا إلى وقف القتال في ليبيا."
    assert ({"FRA", "DEU", "ITA"}, {"UNK"}) in who(coder, text, "REQUEST")


def test_an_act_after_the_one_told_has_other_parties(coder: Coder) -> None:
    text = "جاءت زيارة الوزير الفرنسي لإيران بعد زيارة الوزير الألماني."
    assert all(recipient != {"DEU"} for _, recipient in who(coder, text, "CONSULT"))


@pytest.mark.parametrize("ask", ["وحثت السلطات على إطلاق المعتقلين.", "وتحث الحكومة على إطلاق المعتقلين."])
def test_who_urges_urges_somebody(coder: Coder, ask: str) -> None:
    text = f"أعربت سويسرا عن قلقها من الوضع في السودان، {ask}"
    assert all(actor == {"CHE"} for actor, _ in who(coder, text, "REQUEST"))
