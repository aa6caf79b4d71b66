"""RIS of the sources: an article a reference, for Zotero, EndNote, Mendeley."""

from collections.abc import Iterator

from mahdar.export.lines import sources
from mahdar.export.tsv import cell
from mahdar.minutes import Article
from mahdar.record.query import Query
from mahdar.record.record import Record

COLUMNS = ("TY", "TI", "T2", "PY", "DA", "LA", "UR", "ID", "ER")
NEWLINE = "\r\n"  # as the format asks


def write(record: Record, query: Query) -> Iterator[str]:
    """The articles that a query finds, the earliest first."""
    for article in sources(record, query):
        yield reference(article)


def reference(article: Article) -> str:
    """An article; what is not known is left out."""
    day = article.published or ""
    date = f"{day.replace('-', '/')}/" if day else ""
    values = ("NEWS", article.title, article.source, day[:4], date, article.language, article.url, article.id)
    told = [(tag, cell(value)) for tag, value in zip(COLUMNS, values, strict=False) if value]
    return "".join(f"{tag}  - {value}\n" for tag, value in told) + "ER  - \n\n"
