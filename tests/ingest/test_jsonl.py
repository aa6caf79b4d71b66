"""JSON lines: a broken one is named and the next is read."""

import io
import json

import pytest

from mahdar.coder.coder import RawArticle
from mahdar.ingest import jsonl
from mahdar.ingest.jsonl import read

ARABIC = "قال وزير الخارجية إن بلاده مستعدة للحوار في أي وقت."
GOOD = json.dumps({"id": "good", "text": ARABIC}).encode()


def found(raw: bytes) -> list[str | RawArticle]:
    return [item if isinstance(item, RawArticle) else str(item) for item in read(io.BytesIO(raw), "a.jsonl")]


def test_reads_the_known_keys_and_passes_over_others() -> None:
    row = {"id": 5, "title": "عنوان", "published": "2020-12-29", "source": "و", "url": "u", "text": ARABIC, "tags": [1]}
    assert found(json.dumps(row).encode()) == [RawArticle(ARABIC, "5", "عنوان", "2020-12-29", "و", "u")]


def test_null_is_as_good_as_absent() -> None:
    row = dict.fromkeys(("id", "title", "published", "source", "url"))
    assert found(json.dumps(row | {"text": ARABIC}).encode()) == [RawArticle(ARABIC)]


def test_blank_lines_and_a_byte_order_mark_are_passed_over() -> None:
    assert found(b"\xef\xbb\xbf" + GOOD + b"\r\n\n  \n" + GOOD) == [RawArticle(ARABIC, "good")] * 2


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"id": "2", "text": "x', "a.jsonl:2: no article: Input data was truncated; the line is skipped"),
        (b'{"text": "x"} y', "a.jsonl:2: no article: JSON is malformed: trailing characters"),
        (b"[1]", "a.jsonl:2: no article: Expected `object`, got `array`; the line is skipped"),
        (b"null", "a.jsonl:2: no article: Expected `object`, got `null`; the line is skipped"),
        (b"{}", "a.jsonl:2: no article: Object missing required field `text`; the line is skipped"),
        (b'{"text": 5}', "a.jsonl:2: no article: Expected `str`, got `int` - at `$.text`; the line is skipped"),
        (
            b'{"text": "x", "published": 2020}',
            "a.jsonl:2: no article: Expected `str | null`, got `int` - at `$.published`; the line is skipped",
        ),
        (
            b'{"text": "a\xff"}',
            "a.jsonl:2: byte 11: 0xff is no UTF-8; save it as UTF-8",
        ),
    ],
    ids=["cut off", "more after it", "array", "null", "no text", "text is a number", "date is a number", "no UTF-8"],
)
def test_a_broken_line_in_the_middle_is_named_and_the_rest_goes_on(line: bytes, message: str) -> None:
    before, said, after = found(b"\n".join((GOOD, line, GOOD)))
    assert before == after == RawArticle(ARABIC, "good")
    assert str(said).startswith(message)


@pytest.mark.parametrize("depth", [b"[" * 100_000, b'{"text": ' + b"[" * 100_000, b'{"x": ' + b"[" * 100_000])
def test_deep_nesting_breaks_nothing(depth: bytes) -> None:
    message, good = found(depth + b"\n" + GOOD)
    assert str(message).startswith("a.jsonl:1: no article") and good == RawArticle(ARABIC, "good")


def test_lone_surrogates_are_said_and_left_out() -> None:
    message, article = found(b'{"text": "\\ud800 ' + ARABIC.encode() + b'"}')
    assert message == "a.jsonl:1: lone surrogates (\\ud800); coded without them"
    assert article == RawArticle(" " + ARABIC)


def test_nul_is_said_escaped_or_bare() -> None:
    for nul in (b"\\u0000", b"\x00"):
        message, article = found(b'{"text": "' + nul + ARABIC.encode() + b'"}')
        assert message == "a.jsonl:1: control characters (U+0000); coded without them"
        assert isinstance(article, RawArticle)


def test_an_array_over_many_lines_is_said_once() -> None:
    assert found(b'[\n{"text": "x"}\n]') == ["a.jsonl:1: a JSON array; write one article a line: jq -c '.[]'"]


def test_ten_megabytes_in_one_line_are_refused_and_the_rest_goes_on() -> None:
    long = json.dumps({"text": ARABIC * 110_000}, ensure_ascii=False).encode()
    message, article = found(long + b"\n" + GOOD)
    assert "characters in one article, more than 2,000,000" in str(message)
    assert article == RawArticle(ARABIC, "good")


def test_a_line_beyond_bounds_is_never_held_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "_LONGEST_LINE", 1000)
    message, article = found(b"x" * 5000 + b"\n" + GOOD)
    assert message == "a.jsonl:1: a line of more than 1,000 bytes; split it into its articles"
    assert article == RawArticle(ARABIC, "good")
