"""What an article must be before it is coded."""

import pytest

from mahdar.coder.coder import RawArticle
from mahdar.ingest.inspection import LONGEST, inspect
from mahdar.ingest.problem import Problem

ARABIC = "قال وزير الخارجية إن بلاده مستعدة للحوار في أي وقت."


def messages(raw: RawArticle) -> tuple[list[str], RawArticle | None]:
    """The messages, and the article where it may be coded."""
    found = list(inspect(raw, "a.jsonl", 7))
    articles = [item for item in found if isinstance(item, RawArticle)]
    return [str(item) for item in found if isinstance(item, Problem)], articles[0] if articles else None


def test_an_article_in_order_passes_unchanged() -> None:
    raw = RawArticle(ARABIC, "1", "عنوان", "2020-12-29", "وكالة", "http://example.org/1")
    assert messages(raw) == ([], raw)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a.jsonl:7: the article is empty"),
        (" \n\t", "a.jsonl:7: the article is empty"),
        ("12 / 3 — !", "a.jsonl:7: the article has no letters; nothing is coded"),
        ("The minister met his counterpart today.", "a.jsonl:7: the article is in English; only Arabic is coded"),
        ("وزیر امور خارجه ایران با همتای روسی دیدار کرد", "a.jsonl:7: the article is in Persian; only Arabic is coded"),
        (
            "ع" * (LONGEST + 1),
            "a.jsonl:7: 2,000,001 characters in one article, more than 2,000,000; split it into its articles",
        ),
    ],
    ids=["empty", "blank", "no letters", "English", "Persian", "too long"],
)
def test_what_cannot_be_coded_is_refused(text: str, message: str) -> None:
    assert messages(RawArticle(text)) == ([message], None)


def test_lone_surrogates_are_left_out() -> None:
    said, article = messages(RawArticle(ARABIC + "\ud800", id="x\udfff"))
    assert said == ["a.jsonl:7: lone surrogates (\\ud800, \\udfff); coded without them"]
    assert article == RawArticle(ARABIC, "x")


def test_control_characters_are_said() -> None:
    said, article = messages(RawArticle(f"\x00{ARABIC}\u202e"))
    assert said == ["a.jsonl:7: control characters (U+0000, U+202E); coded without them"]
    assert article is not None


def test_a_date_that_is_none_is_left_out() -> None:
    said, article = messages(RawArticle(ARABIC, published="2020-13-45"))
    assert said == ["a.jsonl:7: the date '2020-13-45' is none; coded without a date; write it as 2020-12-29"]
    assert article == RawArticle(ARABIC)


def test_a_date_with_its_hour_is_a_day() -> None:
    assert messages(RawArticle(ARABIC, published="2020-12-29T10Z")) == ([], RawArticle(ARABIC, published="2020-12-29"))
