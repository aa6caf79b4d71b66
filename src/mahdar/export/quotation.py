"""schema.org JSON-LD of what was said: a Quotation for direct and mixed speech, in its NewsArticle.

Speech that is reported in other words is no quotation: it is a `Statement`, whose `text` is the paper's.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from mahdar.export.annotation import identifier
from mahdar.export.lines import lines
from mahdar.export.text import unnamed
from mahdar.minutes import Actor, Article
from mahdar.minutes import Statement as Said
from mahdar.record.query import Query
from mahdar.record.record import Record
from mahdar.record.search import Hit

_KINDS = {"person": "Person", "organisation": "Organization", "state": "Country", "group": "Organization"}
Thing = dict[str, Any]


def write(record: Record, query: Query) -> Iterator[str]:
    """A graph of statements, one a line; of an article all is said once, and its id afterwards."""
    yield '{"@context":"https://schema.org","@graph":[\n'
    comma = ""
    told: set[str] = set()
    for hit in lines(record, query, ("statement",)):
        article = hit.minutes.article
        part = {"@id": identifier(article)} if article.id in told else news(article)
        told.add(article.id)
        yield comma + msgspec.json.encode(quotation(hit, part)).decode("utf-8")
        comma = ",\n"
    yield "\n]}\n"


def quotation(hit: Hit, part: Thing) -> Thing:
    """A statement and who made it, as a part of its article."""
    said = hit.line
    assert isinstance(said, Said)
    actors = {actor.id: actor for actor in hit.minutes.actors if not unnamed(actor)}
    return present(
        {
            "@type": "Statement" if said.mode == "indirect" else "Quotation",
            "@id": f"{identifier(hit.minutes.article)}:{said.id}",
            "text": hit.exact(),
            "inLanguage": hit.minutes.article.language,
            "creator": somebody(actors[said.speaker]) if said.speaker in actors else None,
            "keywords": list(said.dossiers),
            "isPartOf": part,
        }
    )


def somebody(actor: Actor) -> Thing:
    """Who speaks; the office as the article's titles tell it, an item of Wikidata where one is known."""
    names = [name for name in (actor.label.ar, actor.label.en) if name and name != actor.name]
    return present(
        {
            "@type": _KINDS[actor.kind],
            "name": actor.name,
            "alternateName": names,
            "identifier": "" if actor.code == "UNK" else actor.code,
            "jobTitle": actor.office if actor.kind == "person" else None,
            "sameAs": f"https://www.wikidata.org/entity/{actor.wikidata}" if actor.wikidata else None,
        }
    )


def news(article: Article) -> Thing:
    """An article, without its text."""
    return present(
        {
            "@type": "NewsArticle",
            "@id": identifier(article),
            "headline": article.title,
            "datePublished": article.published,
            "publisher": {"@type": "Organization", "name": article.source} if article.source else None,
            "url": article.url,
            "inLanguage": article.language,
        }
    )


def present(thing: Thing) -> Thing:
    """What is known: schema.org has no empty values."""
    return {key: value for key, value in thing.items() if value not in (None, "", [])}
