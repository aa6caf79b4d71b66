"""What an article must be before it is coded: of a decent size, with letters, in Arabic, with a date that is one."""

from collections.abc import Iterator

import msgspec

from mahdar.coder.article import valid_day
from mahdar.coder.coder import RawArticle
from mahdar.ingest import letters
from mahdar.ingest.language_of import language_of, name_of
from mahdar.ingest.problem import Problem

LONGEST = 2_000_000  # characters of one article
CODED = "ar"


def inspect(raw: RawArticle, source: str, line: int | None = None) -> Iterator[RawArticle | Problem]:
    """What is wrong with an article, and then the article, unless it cannot be coded at all."""
    if refused := refusal(raw):
        yield Problem(source, *refused, line=line)
        return
    found = list(blemishes(raw))
    for what, mend in found:
        yield Problem(source, what, mend, line=line)
    yield mended(raw) if found else msgspec.structs.replace(raw, published=valid_day(raw.published))


def refusal(raw: RawArticle) -> tuple[str, str] | None:
    """Why an article cannot be coded, and the mend; None where it can."""
    if len(raw.text) > LONGEST:
        return f"{len(raw.text):,} characters in one article, more than {LONGEST:,}", "split it into its articles"
    if not raw.text.strip() and not raw.title.strip():
        return "the article is empty", ""
    words = f"{raw.title}\n{raw.text}"
    if not letters.has_letters(words):
        return "the article has no letters", "nothing is coded"
    language = language_of(words)
    if language != CODED:
        return f"the article is in {name_of(language)}", "only Arabic is coded"
    return None


def blemishes(raw: RawArticle) -> Iterator[tuple[str, str]]:
    """What is wrong with an article that can be coded nonetheless, and what is done about it."""
    words = f"{raw.title}\n{raw.text}"
    rest = "".join(value for value in (raw.id, raw.source, raw.url, raw.published) if value)
    plain = letters.are_plain(words + rest)
    if not plain and (found := letters.surrogates(words + rest)):
        yield f"lone surrogates ({', '.join(found[:4])})", "coded without them"
    if not plain and (found := letters.controls(words)):
        yield f"control characters ({', '.join(found[:4])})", "coded without them"
    if raw.published and valid_day(raw.published) is None:
        yield f"the date {raw.published!r} is none", "coded without a date; write it as 2020-12-29"


def mended(raw: RawArticle) -> RawArticle:
    """The article without what cannot be written and without a date that is none."""
    return msgspec.structs.replace(
        raw,
        text=letters.writable(raw.text),
        title=letters.writable(raw.title),
        id=raw.id and letters.writable(raw.id),
        source=raw.source and letters.writable(raw.source),
        url=raw.url and letters.writable(raw.url),
        published=valid_day(raw.published),
    )
