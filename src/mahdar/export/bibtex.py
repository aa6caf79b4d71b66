"""BibTeX of the sources: an article an entry, for BibTeX and biblatex alike."""

import hashlib
import re
from collections.abc import Iterator

from mahdar.export.lines import sources
from mahdar.export.tsv import cell
from mahdar.minutes import Article
from mahdar.record.query import Query
from mahdar.record.record import Record

COLUMNS = ("title", "journal", "year", "month", "day", "date", "url", "langid", "note")
_LANGUAGES = {"ar": "arabic", "en": "english"}
_SPECIAL = re.compile(r"[\\{}$&%#_~^]")
_ESCAPED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def write(record: Record, query: Query) -> Iterator[str]:
    """The articles that a query finds, the earliest first."""
    for article in sources(record, query):
        yield entry(article)


def entry(article: Article) -> str:
    """An article; what is not known is left out."""
    year, month, day = (*(article.published or "").split("-"), "", "", "")[:3]
    url = re.sub(r"[\s{}\\]", lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), article.url or "")
    values = (
        f"{{{escaped(article.title)}}}" if article.title else "", escaped(article.source or ""), year, month.lstrip("0"),
        day.lstrip("0"), article.published or "", url, _LANGUAGES.get(article.language, ""), escaped(article.id),
    )  # fmt: skip
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in zip(COLUMNS, values, strict=True) if value)
    return f"@article{{{key(article)},\n{fields}}}\n\n"


def key(article: Article) -> str:
    """What the entry is cited by: the article's id where it is plain, else a hash of it."""
    plain = re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}", article.id)
    return article.id if plain else "m" + hashlib.sha256(article.id.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def escaped(text: str) -> str:
    """A text on one line, with what TeX takes for its own escaped."""
    return _SPECIAL.sub(lambda found: _ESCAPED.get(found[0], f"\\{found[0]}"), cell(text))
