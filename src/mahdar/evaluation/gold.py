"""Gold minutes: what a careful analyst would enter of an article. Two files hold them: gold.json and articles.json.

The same shape serves both sides of a comparison: the minutes that a coder makes are put into it before they are scored.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from mahdar.errors import RecordError
from mahdar.minutes import Actor, Minutes, Span

# The gold records the modes of these types, and only these.
MODES = {
    "CONSULT": ("visit", "phone", "multilateral", "third-party"),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
}
_NEAR = 80  # characters between two stretches that are given as one


class GoldActor(msgspec.Struct):
    """Somebody who speaks or takes part, under the fullest name."""

    name: str
    code: str
    kind: str
    role: str | None = None


class GoldStatement(msgspec.Struct):
    """Who said what; an unknown speaker has no name and the code UNK."""

    speaker: str
    code: str
    mode: str
    cue: str | None
    content: str


class GoldEvent(msgspec.Struct):
    """Who did what to whom, by codes."""

    type: str
    mode: str | None
    actor: list[str]
    recipient: list[str]
    status: str
    date: str | None
    place: str | None
    evidence: str


class GoldPosition(msgspec.Struct):
    """Who stands where."""

    holder: str
    stance: str
    about: str
    evidence: str


class GoldCommitment(msgspec.Struct):
    """Who promised what."""

    by: list[str]
    strength: str
    what: str
    due: str | None


class Gold(msgspec.Struct):
    """The gold minutes of one article."""

    id: str
    actors: list[GoldActor] = []
    statements: list[GoldStatement] = []
    events: list[GoldEvent] = []
    positions: list[GoldPosition] = []
    commitments: list[GoldCommitment] = []


def gold_of(minutes: Minutes, verbatim: bool = True) -> Gold:
    """Minutes in the shape of gold.

    With `verbatim`, as an analyst writes them: words are one stretch of the article, modes only those that the gold
    records, actors only those that speak or take part. Without, as they are scored: everything that was found.
    """
    actors = {actor.id: actor for actor in minutes.actors}
    text = minutes.article.text if verbatim else None

    def words(spans: Sequence[Span]) -> str:
        return stretch(spans, text) if text is not None else " ".join(span.exact for span in spans)

    def codes(ids: Iterable[str]) -> list[str]:
        return [actors[each].code for each in ids]

    return Gold(
        minutes.article.id,
        [GoldActor(one.name, one.code, one.kind) for one in (acting(minutes) if verbatim else minutes.actors)],
        [
            GoldStatement(
                actors[one.speaker].name if one.speaker else "",
                actors[one.speaker].code if one.speaker else "UNK",
                one.mode,
                one.cue.exact if one.cue else None,
                words(one.content),
            )
            for one in minutes.statements
        ],
        [
            GoldEvent(
                one.type,
                one.mode if not verbatim or one.mode in MODES.get(one.type, ()) else None,
                codes(one.actor),
                codes(one.recipient),
                one.status,
                one.date.value if one.date else None,
                one.place.name if one.place else None,
                words(one.evidence),
            )
            for one in minutes.events
        ],
        [GoldPosition(actors[one.holder].code, one.stance, one.about, words([one.evidence])) for one in minutes.positions],
        [
            GoldCommitment(codes(one.by), one.strength, words([one.what]), one.due.value if one.due else None)
            for one in minutes.commitments
        ],
    )


def acting(minutes: Minutes) -> list[Actor]:
    """Those who are named and speak or take part in an event."""
    ids = {one.speaker for one in minutes.statements}
    ids |= {each for one in minutes.events for each in (*one.actor, *one.recipient)}
    return [actor for actor in minutes.actors if actor.id in ids and actor.mentions]


def stretch(spans: Sequence[Span], text: str) -> str:
    """Spans as one stretch of the text: all of it where they are near each other, else the longest."""
    ordered = sorted(spans, key=lambda span: span.start)
    if not ordered:
        return ""
    if all(after.start - before.end <= _NEAR for before, after in pairwise(ordered)):
        return text[ordered[0].start : max(span.end for span in ordered)]
    return max(ordered, key=lambda span: (span.end - span.start, -span.start)).exact


def article_of(minutes: Minutes) -> dict[str, Any]:
    """An article as articles.json has it: the text without the title above it."""
    article = minutes.article
    text = article.text.removeprefix(f"{article.title}\n") if article.title else article.text
    return {
        "id": article.id,
        "title": article.title,
        "date": article.published,
        "source": article.source,
        "url": article.url,
        "text": text,
    }


def write(folder: Path, minutes: Sequence[Minutes]) -> int:
    """Write gold.json and articles.json into a folder; returns how many articles. Raises `RecordError` where it cannot."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "gold.json").write_bytes(document([gold_of(one) for one in minutes]))
        (folder / "articles.json").write_bytes(document([article_of(one) for one in minutes]))
    except OSError as wrong:
        raise RecordError(f"{folder}: cannot be written to: {wrong.strerror}; name another folder") from None
    return len(minutes)


def document(rows: Sequence[Any]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(rows), indent=1) + b"\n"
