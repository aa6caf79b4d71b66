"""Agreement in gender and number."""

import pytest

from mahdar.coder.agreement import agree, person_of, suits
from mahdar.coder.entities import Entity


def entity(kind: str, feminine: bool = False, number: str = "s") -> Entity:
    made = Entity(kind, "", 0)
    made.feminine, made.number = feminine, number
    return made


MAN, WOMAN, STATE, GROUP, OFFICIALS = (
    entity("person"),
    entity("person", True),
    entity("state", True),
    entity("group"),
    entity("person", number="p"),
)


@pytest.mark.parametrize(
    ("who", "person", "agrees"),
    [
        ([MAN], "3ms", True),
        ([MAN], "3fs", False),
        ([WOMAN], "3fs", True),
        ([STATE], "3fs", True),
        ([MAN], "3mp", False),
        ([OFFICIALS], "3mp", True),
        ([OFFICIALS], "3ms", False),
        ([MAN, WOMAN], "3md", True),
        ([GROUP], "3mp", True),
        ([GROUP], "3ms", True),
        ([MAN], "1p", True),
    ],
)
def test_a_verb_agrees_with_its_subject(who: list[Entity], person: str, agrees: bool) -> None:
    assert agree(who, person) is agrees


def test_a_participle_shows_gender_and_number() -> None:
    assert [person_of(form) for form in ("موكدا", "موكده", "موكدين")] == ["3ms", "3fs", "3mp"]


def test_a_pronoun_suits_whom_it_may_mean() -> None:
    assert suits(WOMAN, "ها") and suits(MAN, "ه") and suits(OFFICIALS, "هم") and not suits(MAN, "ها")
