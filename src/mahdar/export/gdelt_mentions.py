"""GDELT 2.0's table of mentions: 16 columns between tabs, no head; a telling of an event by an article a row."""

from collections.abc import Iterator

from mahdar.export.gdelt import stamp
from mahdar.export.telling import TOOK_PLACE, Telling, tellings
from mahdar.export.tsv import line
from mahdar.minutes import Actor
from mahdar.record.query import Query
from mahdar.record.record import Record

COLUMNS = (
    "GlobalEventID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID",
    "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone",
    "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
_WEB, _CITED = 1, 2


def write(record: Record, query: Query) -> Iterator[str]:
    """Who tells the events that took place among those that a query asks for."""
    for event in tellings(record, query, TOOK_PLACE):
        yield from (line(row(event, telling)) for telling in event.all)


def row(event: Telling, telling: Telling) -> tuple[object, ...]:
    """A telling of an event as its line; the order is that of `COLUMNS`."""
    article = telling.article
    one, other = telling.dyads()[0]
    return (
        event.number,
        stamp(event.origin.added),
        stamp(telling.origin.added),
        _WEB if article.url else _CITED,
        article.source,
        article.url or article.id,
        telling.sentences.number(telling.at) if telling.at is not None else None,
        offset(telling, one),
        offset(telling, other),
        telling.at,
        1,
        round(telling.event.confidence * 100),
        len(article.text),
        "",
        "",
        "",
    )


def offset(telling: Telling, actor: Actor | None) -> int | None:
    """Where somebody is named nearest to the event, in code points."""
    nearest = telling.nearest(actor)
    return nearest.start if nearest else None
