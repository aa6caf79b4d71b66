"""Word forms: verbs from their roots, participles and adjectives of origin in all genders and numbers."""

import pytest

from mahdar.errors import DataError
from mahdar.languages.ar.letters import fold
from mahdar.languages.ar.morphology import PERSONS, conjugate, nisba_forms, participle_forms

VERBS = ["زار زور I/a~u", "أدان دين IV", "التقى لقي VIII", "دعا دعو I/a~u", "هدد هدد II", "وعد وعد I/a~i", "استأنف ءنف X"]


@pytest.mark.parametrize(
    ("verb", "form", "tag"),
    [
        ("زار زور I/a~u", "زار", "p3ms"),
        ("زار زور I/a~u", "زارت", "p3fs"),
        ("زار زور I/a~u", "زاروا", "p3mp"),
        ("زار زور I/a~u", "يزور", "i3ms"),
        ("زار زور I/a~u", "نزور", "i1p"),
        ("زار زور I/a~u", "يزر", "j3ms"),
        ("زار زور I/a~u", "يزار", "I3ms"),
        ("أدان دين IV", "ادان", "p3ms"),
        ("أدان دين IV", "يدين", "i3ms"),
        ("التقى لقي VIII", "التقيا", "p3md"),
        ("التقى لقي VIII", "يلتق", "j3ms"),
        ("هدد هدد II", "تهدد", "i3fs"),
    ],
)
def test_a_verb_has_the_form(verb: str, form: str, tag: str) -> None:
    assert conjugate(verb)[form] == tag


@pytest.mark.parametrize("verb", VERBS)
def test_forms_are_folded_and_tags_known(verb: str) -> None:
    for form, tag in conjugate(verb).items():
        assert fold(form) == form
        assert tag[0] in "pijPIJ" and tag[1:] in PERSONS


@pytest.mark.parametrize("verb", VERBS)
def test_where_active_and_passive_are_spelled_alike_the_active_stands(verb: str) -> None:
    assert conjugate(verb)[fold(verb.split()[0])] == "p3ms"


def test_the_clipped_dual_spelled_like_a_masdar_is_left_out() -> None:
    assert conjugate("تدخل دخل V")["تدخلا"] == "p3md"


@pytest.mark.parametrize(
    ("verb", "said"),
    [
        ("زار", "write past, root and form"),
        ("زار زور", "write past, root and form"),
        ("زار زور I/a~u جدا", "write past, root and form"),
        ("باح زور I/a~u", "not باح"),
        ("زار زور XX", "زار زور XX"),
        ("زار ab I/a~u", "radicals"),
    ],
)
def test_a_wrong_verb_is_an_error_that_names_it(verb: str, said: str) -> None:
    with pytest.raises(DataError, match=said) as wrong:
        conjugate(verb)
    assert repr(verb) in str(wrong.value)


def test_a_participle_in_all_genders_and_numbers() -> None:
    assert list(participle_forms("قائل")) == ["قاءلا", "قاءله", "قاءلين", "قاءلتين", "قاءلات"]


def test_a_defective_participle_gets_its_ya_back() -> None:
    assert {"مبديا", "مبديه", "مبدين", "مبديات"} <= set(participle_forms("مبدٍ"))


@pytest.mark.parametrize(
    ("nisba", "form"),
    [
        ("روسي", "الروسيه"),
        ("روسي", "روسيين"),
        ("روسي", "الروسيان"),
        ("كوري شمالي", "الكوريه الشماليه"),
        ("كوري شمالي", "كوريون شماليون"),
        ("جنوب أفريقي", "جنوب افريقيه"),
        ("جنوب أفريقي", "الجنوب افريقيون"),
        ("سري لانكي", "السري لانكيه"),
    ],
)
def test_a_nisba_has_the_form(nisba: str, form: str) -> None:
    assert form in set(nisba_forms(nisba))


def test_the_accusative_of_a_nisba_has_no_article() -> None:
    assert [f for f in nisba_forms("روسي") if f.endswith("يا")] == ["روسيا"]
