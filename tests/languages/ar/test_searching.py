"""Words that belong together are searched under one form, others under their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.languages.ar.searching import search_form


@pytest.mark.parametrize(
    "words",
    [
        "مدينة المدينة بالمدينة ومدينتهم مدينته",
        "سوريا سورية السورية السوري السوريون وسوريا لسوريا",
        "أُفرج أفرج افرج وأفرج",
        "وزير الوزير للوزير وزيرة ووزير",
        "روسيا الروسي الروسية روسي وروسيا",
        "إيران ايران الإيرانية لإيران",
        "مفاوضات المفاوضات مفاوضاتهم والمفاوضات",
        "عقوبات العقوبات بعقوبات عقوباتها",
        "اتفاق الاتفاق اتفاقا اتفاقية اتفاقها",
        "لافروف ولافروف",
        "مسؤول مسئول المسؤولين",
        "مصرى المصري",
    ],
)
def test_one_form(words: str) -> None:
    assert len({search_form(word) for word in words.split()}) == 1


@pytest.mark.parametrize("words", ["وزير زيارة", "بيان بنك", "علي عالم", "قطر قطار", "حرب حزب", "مصر مصير"])
def test_forms_of_their_own(words: str) -> None:
    assert len({search_form(word) for word in words.split()}) == 2


def test_other_scripts_are_folded_only() -> None:
    assert search_form("NATO") == "nato"
    assert search_form("٢٠٢٠") == "2020"


@given(st.text(max_size=20))
def test_any_word_has_a_form(word: str) -> None:
    assert isinstance(search_form(word), str)
