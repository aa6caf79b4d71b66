"""Text files."""

import io
from pathlib import Path

from mahdar.coder.coder import RawArticle
from mahdar.ingest.text import identity, read

ARABIC = "قال وزير الخارجية إن بلاده مستعدة للحوار في أي وقت."


def found(raw: bytes) -> list[str | RawArticle]:
    return [item if isinstance(item, RawArticle) else str(item) for item in read(io.BytesIO(raw), Path("talks.txt"))]


def test_the_article_is_named_after_the_file() -> None:
    assert found(ARABIC.encode()) == [RawArticle(ARABIC, id="talks")]
    assert identity(Path("x/talks.v2.txt.gz")) == "talks.v2"
    assert identity(Path(".txt")) == ".txt"


def test_a_byte_order_mark_is_no_text() -> None:
    assert found(ARABIC.encode("utf-8-sig")) == [RawArticle(ARABIC, id="talks")]


def test_invalid_utf8_names_the_byte() -> None:
    (message,) = found("قال".encode() + b"\xe6 abc")
    assert message == (
        "talks.txt: byte 6: 0xe6 is no UTF-8; save it as UTF-8 (Arabic files that are not are mostly windows-1256)"
    )


def test_utf16_is_recognised() -> None:
    (message,) = found(ARABIC.encode("utf-16"))
    assert message == "talks.txt: byte 0: 0xff is no UTF-8; it looks like UTF-16; save it as UTF-8"


def test_ten_megabytes_in_one_line_are_refused() -> None:
    (message,) = found((ARABIC * 110_000).encode())
    assert message == "talks.txt: more than 8,000,000 bytes in one article; split it into its articles"
    (message,) = found((ARABIC * 50_000).encode())
    assert "characters in one article, more than 2,000,000" in str(message)
