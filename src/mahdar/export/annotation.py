"""W3C Web Annotations (JSON-LD): every line of the minutes tied to the words that it rests on.

One annotation page. Each target has a TextPositionSelector and a TextQuoteSelector, both in code points of the article's
text as it was read (title, newline, body).
"""

from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import quote

import msgspec

from mahdar.export.direction import FIRST_STRONG_ISOLATE, POP_ISOLATE
from mahdar.export.lines import lines
from mahdar.export.text import TextMinutes
from mahdar.minutes import Article, Event, Position, Span, Statement
from mahdar.record.query import Query
from mahdar.record.record import Record
from mahdar.record.search import Hit

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters of prefix and suffix
_ISOLATES = dict.fromkeys(map(ord, (FIRST_STRONG_ISOLATE, POP_ISOLATE)))


def write(record: Record, query: Query) -> Iterator[str]:
    """A page of annotations, one a line."""
    yield f'{{"@context":"{CONTEXT}","type":"AnnotationPage","items":[\n'
    comma = ""
    for hit in lines(record, query):
        yield comma + msgspec.json.encode(annotation(hit)).decode("utf-8")
        comma = ",\n"
    yield "\n]}\n"


def annotation(hit: Hit) -> dict[str, Any]:
    """A line of the minutes as an annotation: what it is in the body, its words in the target."""
    assert hit.line is not None
    article = hit.minutes.article
    said, _ = getattr(readable(), hit.kind)(hit.line, {actor.id: actor for actor in hit.minutes.actors})
    tags = [{"type": "TextualBody", "purpose": "classifying", "value": value} for value in classes(hit)]
    tags += [{"type": "TextualBody", "purpose": "tagging", "value": dossier} for dossier in hit.line.dossiers]
    body = [*tags, {"type": "TextualBody", "purpose": "describing", "value": said.translate(_ISOLATES)}]
    return {
        "id": f"{identifier(article)}:{hit.line.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": body,
        "target": [target(article, span) for span in evidence(hit)] or [source(article)],
    }


@cache
def readable() -> TextMinutes:
    return TextMinutes("en")


def classes(hit: Hit) -> list[str]:
    """What kind of line it is, from the widest: `event`, `CONSULT`, `visit`, `actual`."""
    line = hit.line
    if isinstance(line, Event):
        own = [line.type, line.mode, line.status, *line.contexts]
    elif isinstance(line, Statement):
        own = [line.mode]
    elif isinstance(line, Position):
        own = [line.stance]
    else:
        assert line is not None
        own = [line.strength]
    return [hit.kind, *(value for value in own if value)]


def evidence(hit: Hit) -> tuple[Span, ...]:
    """The words that a line rests on."""
    line = hit.line
    if isinstance(line, Event):
        return line.evidence
    if isinstance(line, Statement):
        return line.content
    assert line is not None
    return (line.evidence if isinstance(line, Position) else line.what,)


def target(article: Article, span: Span) -> dict[str, Any]:
    """Words of an article, by their place and by themselves with what stands around them."""
    text = article.text
    quoted = {
        "type": "TextQuoteSelector",
        "exact": span.exact,
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"source": source(article), "selector": [position, quoted]}


def source(article: Article) -> str:
    """Where an article stands, else its id."""
    return article.url.replace(" ", "%20") if article.url else identifier(article)


def identifier(article: Article) -> str:
    """An article's id as an IRI."""
    return f"urn:mahdar:{quote(article.id, safe='')}"
