"""PLOVER's JSON lines (manual, draft 2.0): an event a line, all fields of the manual, and one of our own, `mahdar`.

What the manual has no field for stands in `mahdar`, so that `mahdar import plover` loses nothing: the article (its text
once a file, with the first event that it tells), spans, statement, rule, confidence, dossiers, and in `also` the lines of
the other articles that tell the event.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from mahdar.export.countries import plover_country
from mahdar.export.telling import Telling, tellings
from mahdar.export.tsv import cell
from mahdar.minutes import Span
from mahdar.ontology.plover import load_plover
from mahdar.record.query import Query
from mahdar.record.record import IMPORTED, Record

ENTITY = (
    "code", "sector", "entity_text", "identifier_id", "identifier_text", "religion", "ethnicity", "office", "gender", "age",
)  # fmt: skip
COLUMNS = (
    "id", "has_event", "date", "time", "enddate", "endtime", "actor", "recipient", "event", "event_loc", "event_text",
    "quad_code", "event_scale", "mode", "context", "link", "text", "text_info", "cite_info", "coder", "coded_date",
    "coded_time", "comment",
)  # fmt: skip
OURS = "mahdar"
Line = dict[str, Any]
_EMPTY: tuple[Any, ...] = ("", [], {}, None)


def write(record: Record, query: Query) -> Iterator[str]:
    """The events that a query asks for, one a line."""
    told: set[str] = set()  # articles whose text stands in the file
    for telling in tellings(record, query):
        line = event(telling, told)
        line[OURS]["also"] = [event(other, told) for other in telling.others]
        yield msgspec.json.encode(line).decode("utf-8") + "\n"


def event(telling: Telling, told: set[str]) -> Line:
    """An event as one article tells it; of an article in `told` the id alone is repeated."""
    line, article = telling.event, telling.article
    first, last = telling.days
    start, end = sentence(telling)
    said: Line = {
        "id": telling.name,
        "has_event": True,
        "date": first,
        "time": "",
        "enddate": last if last != first else "",
        "endtime": "",
        "actor": [entity(telling, actor) for actor in line.actor],
        "recipient": [entity(telling, actor) for actor in line.recipient],
        "event": [line.type],
        "event_loc": line.place.name if line.place else "",
        "event_text": cell(telling.words),
        "quad_code": next(quad.code for quad in load_plover().quads if quad.id == line.quad),
        "event_scale": telling.score,
        "mode": [mode for mode in (line.mode, auxiliaries()[line.status]) if mode],
        "context": list(line.contexts),
        "link": article.url or "",
        "text": article.text[start:end],
        "text_info": place_in_text(telling),
        "cite_info": ", ".join(cell(part) for part in (article.title, article.source, article.published) if part),
        "coder": "" if telling.origin.coder == IMPORTED else f"Mahdar {telling.origin.coder}",
        "coded_date": "",
        "coded_time": "",
        "comment": telling.disagreement,
    }
    foreign = msgspec.json.decode(telling.foreign_line) if telling.foreign_line else None
    if foreign:
        overlay(said, foreign)
        said["id"] = foreign.get("id", said["id"])
    said[OURS] = beyond(telling, foreign, article.id in told)
    told.add(article.id)
    return said


def beyond(telling: Telling, foreign: Line | None, told: bool) -> Line:
    """What PLOVER has no field for."""
    line, article = telling.event, telling.article
    whole = msgspec.to_builtins(article) | {"dossiers": telling.minutes.dossiers}
    kept = {
        "article": {"id": article.id} if told else whole,
        "line": line.id,
        "coded_by": telling.origin.coder,
        "precision": line.date.precision if line.date else None,
        "place": msgspec.to_builtins(line.place),
        "evidence": spans(line.evidence),
        "statement": statement(telling),
        "rule": line.rule,
        "confidence": line.confidence,
        "dossiers": line.dossiers,
    }
    return kept | ({"foreign": foreign} if foreign else {})


def entity(telling: Telling, name: str) -> Line:
    """Somebody who takes part: PLOVER's fields, and behind them what it has none for; who is unnamed has no text."""
    actor = telling.known[name]
    nameless = telling.nameless(actor)
    values = (
        plover_country(actor.code), actor.sector or "", "" if nameless else actor.name, actor.wikidata or "", actor.label.en,
        "", "", actor.office or "", "", "",
    )  # fmt: skip
    own = {
        "id": actor.id,
        "code": actor.code,
        "kind": actor.kind,
        "label_ar": actor.label.ar,
        "mentions": spans(actor.mentions),
    }
    return dict(zip(ENTITY, values, strict=True)) | {OURS: own | ({"name": actor.name} if nameless else {})}


def statement(telling: Telling) -> Line | None:
    """The statement that the event rests on."""
    said = telling.said
    if said is None:
        return None
    own: Line = msgspec.to_builtins(said)
    return own | {
        "speaker": entity(telling, said.speaker) if said.speaker else None,
        "cue": spans((said.cue,))[0] if said.cue else None,
        "content": spans(said.content),
    }


def spans(found: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in found]


def sentence(telling: Telling) -> tuple[int, int]:
    """The sentence with the first word of the evidence; the whole text where there is no span."""
    return telling.sentences.around(telling.at) if telling.at is not None else (0, len(telling.article.text))


def place_in_text(telling: Telling) -> Line:
    """Which sentence, and from where to where in the article's text, in code points."""
    evidence = telling.event.evidence
    if telling.at is None:
        return {}
    return {"sequence": telling.sentences.number(telling.at), "start": evidence[0].start, "end": evidence[-1].end}


def overlay(ours: Line, foreign: Line) -> None:
    """Put what a foreign file says where we have nothing; those who take part one by one."""
    for key, value in foreign.items():
        if value in _EMPTY and key in ours:
            continue
        if ours.get(key) in _EMPTY:
            ours[key] = value
        elif key in ("actor", "recipient") and isinstance(value, list):
            for one, other in zip(ours[key], value, strict=False):
                if isinstance(other, dict):
                    overlay(one, other)


def auxiliaries() -> dict[str, str]:
    """PLOVER's auxiliary modes by our statuses; that of what took place is empty."""
    return {status.id: status.auxiliary for status in load_plover().statuses}
