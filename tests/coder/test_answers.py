"""Words that answer a deed: whom blame and praise mean where they only name what was done."""

import pytest

from mahdar.coder.coder import Coder, RawArticle


def recipients(coder: Coder, text: str, type_: str) -> set[str]:
    minutes = coder.code(RawArticle(text, published="2021-03-10"))
    codes = {actor.id: actor.code for actor in minutes.actors}
    return {codes[r] for event in minutes.events if event.type == type_ for r in event.recipient}


@pytest.mark.parametrize(
    "welcome", ["ورحبت ألمانيا بالخطوة.", "وأثنى وزير الخارجية الألماني على القرار.", "ورحبت ألمانيا بالإفراج عن المعتقلين."]
)
def test_praise_of_a_step_is_praise_of_who_took_it(coder: Coder, welcome: str) -> None:
    assert recipients(coder, f"أفرجت إيران عن عشرة معتقلين يوم الثلاثاء. {welcome}", "SUPPORT") == {"IRN"}


def test_a_parliament_that_ratifies_praises_nobody(coder: Coder) -> None:
    text = "أفرجت إيران عن عشرة معتقلين. وصادق البرلمان الألماني على الاتفاق."
    assert recipients(coder, text, "SUPPORT") == set()


def test_blame_of_a_deed_is_against_its_doer(coder: Coder) -> None:
    text = "فرضت الولايات المتحدة عقوبات على تركيا. وقالت أنقرة إنها ترفض منطق العقوبات."
    assert recipients(coder, text, "REJECT") == {"USA"}
