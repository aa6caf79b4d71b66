"""A problem is one line that says where, what and how to mend it."""

from hypothesis import given
from hypothesis import strategies as st

from mahdar.ingest.problem import Problem


def test_says_where_what_and_mend() -> None:
    assert str(Problem("a.txt", "empty")) == "a.txt: empty"
    assert str(Problem("a.jsonl", "0xff is wrong", "save it", 3, 9)) == "a.jsonl:3: byte 9: 0xff is wrong; save it"


@given(st.text(st.characters()), st.text(st.characters()))
def test_is_one_printable_line(source: str, what: str) -> None:
    line = str(Problem(source, what))
    assert len(line.splitlines()) <= 1 and "\x1b" not in line and len(line) <= 300
    line.encode("utf-8")
