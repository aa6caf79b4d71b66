"""The records: what is written is read back the same, and the schema says what they are."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.minutes import Minutes, decode, encode, json_schema

st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(int, st.integers(-(2**63), 2**63 - 1))


@given(st.from_type(Minutes))
def test_reads_back_what_it_wrote(minutes: Minutes) -> None:
    line = encode(minutes)
    assert decode(line) == minutes
    assert encode(decode(line)) == line
    assert b"\n" not in line


def test_keys_are_those_of_the_interchange_format(minutes: Minutes) -> None:
    row = json.loads(encode(minutes))
    assert list(row) == ["article", "actors", "statements", "events", "positions", "commitments", "dossiers"]
    assert row["commitments"][0]["with"] == ["a2"]
    assert row["events"][0]["date"] == {"value": "2020-12-29", "precision": "day"}


def test_a_record_that_does_not_fit_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="article"):
        decode(b"{}")


def test_the_schema_describes_every_type() -> None:
    schema = json_schema()
    assert schema["$ref"] == "#/$defs/Minutes"
    assert {"Article", "Actor", "Statement", "Event", "Position", "Commitment", "Span"} <= set(schema["$defs"])
    commitment = schema["$defs"]["Commitment"]
    assert "with" in commitment["required"]
    assert commitment["properties"]["strength"]["enum"] == ["agree", "hope", "offer", "plan", "vow"]


def test_every_reference_of_the_schema_is_there() -> None:
    schema = json_schema()

    def references(node: object) -> set[str]:
        if isinstance(node, dict):
            own = {node["$ref"]} if isinstance(node.get("$ref"), str) else set()
            return own.union(*map(references, node.values()))
        return set().union(*map(references, node)) if isinstance(node, list) else set()

    assert references(schema) == {f"#/$defs/{name}" for name in schema["$defs"]}
