"""JSON out: lines, one object, an array."""

import json

from mahdar.export.json import document, lines
from mahdar.minutes import Minutes, encode


def test_lines(minutes: Minutes) -> None:
    line = encode(minutes)
    assert "".join(lines([line, line])) == (line.decode() + "\n") * 2


def test_one_article_is_an_object(minutes: Minutes) -> None:
    text = "".join(document([encode(minutes)]))
    assert json.loads(text) == json.loads(encode(minutes))
    assert text.startswith('{\n  "article"') and "عمّان" in text


def test_several_are_an_array(minutes: Minutes) -> None:
    for number in (2, 3):
        text = "".join(document([encode(minutes)] * number))
        assert json.loads(text) == [json.loads(encode(minutes))] * number
        assert text.startswith('[\n  {\n    "article"') and text.endswith("  }\n]\n")


def test_none_is_an_empty_array() -> None:
    assert "".join(document([])) == "[]\n"
