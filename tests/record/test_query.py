"""The query language: what is asked, and where a query is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.errors import QueryError
from mahdar.record.query import FIELDS, Clause, Query, parse


def test_words_phrases_and_fields() -> None:
    found = parse('هدنة "مجلس الأمن" -سوريا type:CONSULT,AGREE since:2020-11 source:"الصحيفة الأولى" -country:RUS')
    assert found == Query(
        (
            Clause(None, ("هدنة",)),
            Clause(None, ("مجلس الأمن",), phrase=True),
            Clause(None, ("سوريا",), no=True),
            Clause("type", ("CONSULT", "AGREE")),
            Clause("since", ("2020-11",)),
            Clause("source", ("الصحيفة الأولى",)),
            Clause("country", ("RUS",), no=True),
        )
    )


def test_nothing_asks_for_everything() -> None:
    assert parse("  ") == Query()


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("هدنة tyep:CONSULT", 6, "did you mean `type:`"),
        ("x:1", 1, "known are since"),
        ('هدنة "مجلس', 6, "without its second"),
        ("type:", 6, "asks for nothing"),
        ("since:soon", 7, "no date"),
        ("dyad:RUS", 6, "no dyad"),
        ("هدنة ؟", 6, "no word"),
        ("-", 1, "nothing to look for"),
    ],
)
def test_a_wrong_query_is_pointed_at(text: str, at: int, said: str) -> None:
    with pytest.raises(QueryError) as wrong:
        parse(text)
    assert f"character {at}:" in str(wrong.value)
    assert said in str(wrong.value)
    assert "\n" not in str(wrong.value)


@given(st.text(alphabet='ab:"-, \tسم=>', max_size=30))
def test_any_text_is_a_query_or_wrong(text: str) -> None:
    try:
        found = parse(text)
    except QueryError:
        return
    assert all(clause.field is None or clause.field in FIELDS for clause in found.clauses)
    assert all(clause.values for clause in found.clauses)
