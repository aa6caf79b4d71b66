"""The record types: what one article comes to. Data only, the one model from coder to web.

The shapes are those of the interchange format: `mahdar code --format jsonl` prints one `Minutes` a line. Offsets count
Unicode code points of `Article.text`, and `text[start:end] == exact` holds for every span.
"""

from typing import Any, Literal

import msgspec

Status = Literal["actual", "historical", "future", "hypothetical", "negated"]
ActorKind = Literal["person", "state", "organisation", "group"]
SpeechMode = Literal["direct", "indirect", "mixed"]
Stance = Literal["for", "against", "conditional", "concerned"]
Strength = Literal["vow", "agree", "plan", "offer", "hope"]
Precision = Literal["day", "month", "year"]


class Span(msgspec.Struct, frozen=True):
    """Words of the article: `text[start:end] == exact`, offsets in code points (W3C TextPosition and TextQuote)."""

    start: int
    end: int
    exact: str


class Label(msgspec.Struct, frozen=True):
    """A name for people to read, in Arabic and in English; empty where none is known."""

    ar: str = ""
    en: str = ""


class Date(msgspec.Struct, frozen=True):
    """A date as precise as it is known: `2020-12-29`, `2020-12` or `2020`."""

    value: str
    precision: Precision


class Place(msgspec.Struct, frozen=True):
    """Where something happened: the name as written, and what the gazetteer knows about it."""

    name: str
    geonames: int | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


class Article(msgspec.Struct, frozen=True):
    """One news text. `text` is title, newline, body, without page furniture; `published` an ISO day or None."""

    id: str
    title: str
    published: str | None
    source: str | None
    url: str | None
    language: str
    text: str


class Actor(msgspec.Struct, frozen=True):
    """Someone who speaks or takes part: `code` is ISO 3166-1 alpha-3, `IGO:…`, `NSA:…` or `UNK`."""

    id: str
    name: str
    label: Label
    code: str
    kind: ActorKind
    sector: str | None
    office: str | None
    wikidata: str | None
    mentions: tuple[Span, ...]


class Statement(msgspec.Struct, frozen=True):
    """Who said what. `cue` is the reporting word, None for a bare headline or a quotation that runs on."""

    id: str
    speaker: str | None
    mode: SpeechMode
    cue: Span | None
    content: tuple[Span, ...]
    dossiers: tuple[str, ...]
    rule: str
    confidence: float


class Event(msgspec.Struct, frozen=True):
    """Who did what to whom: a PLOVER type with mode, contexts, status, date, place, and the words that say so."""

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    status: Status
    date: Date | None
    place: Place | None
    statement: str | None
    evidence: tuple[Span, ...]
    rule: str
    confidence: float
    dossiers: tuple[str, ...]


class Position(msgspec.Struct, frozen=True):
    """A lasting stand of a state or body on a matter; `about` is the matter in the article's words."""

    id: str
    holder: str
    stance: Stance
    about: str
    evidence: Span
    statement: str | None
    dossiers: tuple[str, ...]
    rule: str
    confidence: float


class Commitment(msgspec.Struct, frozen=True):
    """Something that actors say they will do; `what` is the promised thing in the article's words."""

    id: str
    by: tuple[str, ...]
    with_: tuple[str, ...] = msgspec.field(name="with")
    what: Span
    strength: Strength
    due: Date | None
    statement: str | None
    dossiers: tuple[str, ...]
    rule: str
    confidence: float


class Minutes(msgspec.Struct, frozen=True):
    """All that one article comes to."""

    article: Article
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    dossiers: tuple[str, ...] = ()


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Minutes)


def encode(minutes: Minutes) -> bytes:
    """One line of JSON, without the newline. Deterministic: the keys stand in the order of the types."""
    return _encoder.encode(minutes)


def decode(line: bytes | str) -> Minutes:
    """The minutes of one JSON line. Raises `msgspec.ValidationError` where the line does not fit the format."""
    return _decoder.decode(line)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the interchange format."""
    return msgspec.json.schema(Minutes)
