"""PLOVER's JSON lines as minutes: those that Mahdar wrote come back as they were, those of others as events without spans."""

import datetime
import hashlib
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

import msgspec

from mahdar.errors import MahdarError
from mahdar.export.plover import COLUMNS, OURS, auxiliaries
from mahdar.ingest.jsonl import lines
from mahdar.ingest.problem import Problem
from mahdar.minutes import Actor, ActorKind, Article, Date, Event, Label, Minutes, Place, Precision, Span, Statement, Status
from mahdar.ontology.plover import Plover, load_plover
from mahdar.record.record import IMPORTED
from mahdar.record.schema import line_number

Line = dict[str, Any]
_BODIES = {"UNO": "IGO:UN", "EUR": "IGO:EU"}
_INTERNATIONAL = frozenset({"IGO", "NGO", "ISM", "IMG", "MNC", "UNK", ""})
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_PRECISION: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
_PERSONAL = ("office", "gender", "age")


class Imported(msgspec.Struct, frozen=True):
    """Minutes that were taken in; `foreign` is what a foreign file says of each event, as JSON."""

    minutes: Minutes
    coded_by: str
    foreign: dict[str, str]


class Draft:
    """An article whose lines are still being gathered."""

    def __init__(self, coded_by: str) -> None:
        self.coded_by = coded_by
        self.article: Line | None = None
        self.actors: dict[str, Actor] = {}
        self.statements: dict[str, Statement] = {}
        self.events: dict[str, Event] = {}
        self.foreign: dict[str, str] = {}

    def span(self, at: list[int]) -> Span:
        text = self.article["text"] if self.article else ""
        start, end = at
        return Span(start, end, text[start:end])

    def imported(self) -> Imported:
        """All that the file has of the article. Raises `ValueError` or `msgspec.ValidationError` where it does not fit."""
        assert self.article is not None
        whole = dict(self.article)
        dossiers = tuple(whole.pop("dossiers", ()))
        article = msgspec.convert(whole, Article)
        minutes = Minutes(article, ordered(self.actors), ordered(self.statements), ordered(self.events), dossiers=dossiers)
        checked = msgspec.convert(msgspec.to_builtins(minutes), Minutes)
        return Imported(checked, self.coded_by, self.foreign)


def ordered(found: dict[str, Any]) -> tuple[Any, ...]:
    """Lines by their numbers: e2 before e10."""
    return tuple(found[name] for name in sorted(found, key=line_number))


def read(stream: BinaryIO, source: str) -> Iterator[Imported | Problem]:
    """The events of a file, by article. What is wrong with a line is a problem, and the rest is read."""
    own: dict[str, Draft] = {}
    foreign: dict[str, list[Line]] = {}
    for number, raw in lines(stream):
        if raw is None:
            yield Problem(source, "a line that is too long", "the line is skipped", number)
        elif raw.strip():
            try:
                line = msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"), type=dict[str, Any])
                if isinstance(line.get(OURS), dict):
                    gather(own, line)
                elif said := check(line):
                    yield Problem(source, said, "the line is skipped", number)
                else:
                    foreign.setdefault(told_in(line, number), []).append(line)
            except (MahdarError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
                yield Problem(source, f"no event of PLOVER's: {complaint(wrong)}", "the line is skipped", number)
    for name, draft in own.items():
        if draft.article is None:
            continue  # that its text is missing has been said with its lines
        try:
            yield draft.imported()
        except ValueError as wrong:
            yield Problem(source, f"article {name}: {wrong}", "it is passed over")
    for events in foreign.values():
        yield strangers(events)


def complaint(wrong: Exception) -> str:
    return f"`{wrong.args[0]}` is missing" if isinstance(wrong, KeyError) else str(wrong)


# --- lines that Mahdar wrote


def gather(own: dict[str, Draft], line: Line) -> None:
    """Put a line, and those of other articles in it, to what is known of their articles."""
    kept = line[OURS]
    article = kept["article"]
    draft = own.setdefault(article["id"], Draft(kept["coded_by"]))
    if "text" in article:
        draft.article = article
    if draft.article is None:
        raise ValueError(f"the line with the text of article {article['id']} is not in the file, or stands behind")
    for one in [*line["actor"], *line["recipient"]]:
        actor(draft, one)
    if kept["statement"]:
        statement(draft, kept["statement"])
    event = the_event(draft, line)
    draft.events[event.id] = event
    if unknown := {**(kept.get("foreign") or {}), **{key: line[key] for key in line if key not in (*COLUMNS, OURS)}}:
        draft.foreign[event.id] = msgspec.json.encode(unknown).decode("utf-8")
    for other in kept.get("also", ()):
        gather(own, other)


def actor(draft: Draft, one: Line) -> str:
    """Take in somebody who takes part; his id in the article."""
    own = one[OURS]
    draft.actors[own["id"]] = Actor(
        own["id"], own.get("name", one["entity_text"]), Label(own["label_ar"], one["identifier_text"]), own["code"], own["kind"],
        one["sector"] or None, one["office"] or None, one["identifier_id"] or None, tuple(map(draft.span, own["mentions"])),
    )  # fmt: skip
    return str(own["id"])


def statement(draft: Draft, said: Line) -> None:
    """Take in the statement that an event rests on."""
    speaker = actor(draft, said["speaker"]) if said["speaker"] else None
    cue = draft.span(said["cue"]) if said["cue"] else None
    content = tuple(map(draft.span, said["content"]))
    draft.statements[said["id"]] = Statement(
        said["id"], speaker, said["mode"], cue, content, tuple(said["dossiers"]), said["rule"], said["confidence"]
    )


def the_event(draft: Draft, line: Line) -> Event:
    """The event of a line that Mahdar wrote."""
    kept, plover = line[OURS], load_plover()
    mode, status = mode_and_status(listed(line["mode"]))
    length = {precision: length for length, precision in _PRECISION.items()}
    date = Date(line["date"][: length[kept["precision"]]], kept["precision"]) if kept["precision"] else None
    (type_id,) = line["event"]
    modes = {one.id for one in plover.type(type_id).modes}
    if mode not in modes and mode and not kept.get("foreign"):
        raise ValueError(f"{type_id} has no mode `{mode}`")
    mode = mode if mode in modes else None
    return Event(
        kept["line"], type_id, mode, tuple(line["context"]), quad(plover, line["quad_code"]),
        tuple(one[OURS]["id"] for one in line["actor"]), tuple(one[OURS]["id"] for one in line["recipient"]), status, date,
        msgspec.convert(kept["place"], Place | None), kept["statement"]["id"] if kept["statement"] else None,
        tuple(map(draft.span, kept["evidence"])), kept["rule"], kept["confidence"], tuple(kept["dossiers"]),
    )  # fmt: skip


def mode_and_status(modes: list[str]) -> tuple[str | None, Status]:
    """PLOVER's modes, among them the auxiliary ones, as a mode and a status."""
    statuses = {auxiliary: status for status, auxiliary in auxiliaries().items() if auxiliary}
    found = [statuses[mode] for mode in modes if mode in statuses]
    mode = next((mode for mode in modes if mode not in statuses), None)
    return mode, cast(Status, found[0] if found else "actual")


def quad(plover: Plover, code: int) -> str:
    for one in plover.quads:
        if one.code == code:
            return one.id
    raise ValueError(f"there is no quad_code {code}")


# --- lines of others


def check(line: Line) -> str:
    """What is wrong with a foreign line; empty where it can be taken in."""
    if line.get("has_event") is False:
        return "a line without an event"
    types = {one.id for one in load_plover().types}
    named = listed(line.get("event"))
    if not named:
        return "no `event`"
    unknown = [name for name in named if name.upper() not in types]
    return f"`{unknown[0]}` is no event type of PLOVER's" if unknown else ""


def told_in(line: Line, number: int) -> str:
    """What tells which events are of one article: its address and its text, where the file has any."""
    link, text = words(line.get("link")), words(line.get("text"))
    return f"{link}\x1f{text}" if link or text else f"\x1f\x1f{number}"


def strangers(found: list[Line]) -> Imported:
    """An article made of the text that a foreign file has of some events, and these events, without spans."""
    encoded = [msgspec.json.encode(line).decode("utf-8") for line in found]
    name = f"plover:{hashlib.sha256(chr(10).join(encoded).encode()).hexdigest()[:16]}"
    text, link = words(found[0].get("text")), words(found[0].get("link"))
    article = Article(name, "", None, None, link or None, "und", text)
    actors: dict[tuple[Any, ...], Actor] = {}
    events: list[Event] = []
    foreign: dict[str, str] = {}
    for line, raw in zip(found, encoded, strict=True):
        for type_id in listed(line["event"]):
            events.append(stranger(line, type_id.upper(), f"e{len(events) + 1}", actors))
            foreign[events[-1].id] = raw
    return Imported(Minutes(article, tuple(actors.values()), events=tuple(events)), IMPORTED, foreign)


def stranger(line: Line, type_id: str, name: str, actors: dict[tuple[Any, ...], Actor]) -> Event:
    """An event of a foreign file; nothing that it does not say."""
    kind = load_plover().type(type_id)
    mode, status = mode_and_status([mode.lower() for mode in listed(line.get("mode"))])
    known = {one.id for one in kind.modes}
    spot = words(line.get("event_loc"))
    return Event(
        name, type_id, mode if mode in known else None, tuple(one.lower() for one in listed(line.get("context"))), kind.quad,
        parties(line.get("actor"), actors), parties(line.get("recipient"), actors), status,
        the_date(words(line.get("date"))), Place(spot) if spot else None, None, (), IMPORTED, 0.0, (),
    )  # fmt: skip


def the_date(value: str) -> Date | None:
    """A day, month or year; None for what is none."""
    try:
        datetime.date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return None
    return Date(value, _PRECISION[len(value)]) if _DATE.fullmatch(value) else None


def parties(found: Any, actors: dict[tuple[Any, ...], Actor]) -> tuple[str, ...]:
    """Those in a role, each known by all that the file says."""
    out: list[str] = []
    for one in found if isinstance(found, list) else [found] if found else []:
        entity = one if isinstance(one, dict) else {"code": one}
        code = words(entity.get("code")).upper()
        known = _BODIES.get(code, "UNK" if code in _INTERNATIONAL else code)
        label = words(entity.get("identifier_text"))
        name = words(entity.get("entity_text")) or label or code
        sector, office, wikidata = (words(entity.get(key)) or None for key in ("sector", "office", "identifier_id"))
        kind: ActorKind = "group"
        if any(entity.get(key) for key in _PERSONAL):
            kind = "person"
        elif known.startswith("IGO:"):
            kind = "organisation"
        elif not sector and known != "UNK":
            kind = "state"
        key = (name, label, known, kind, sector, office, wikidata)
        if key not in actors:
            actors[key] = Actor(f"a{len(actors) + 1}", name, Label("", label), known, kind, sector, office, wikidata, ())
        out.append(actors[key].id)
    return tuple(dict.fromkeys(out))


def listed(value: Any) -> list[str]:
    """A list of words, also where a file has one alone."""
    return [one for one in map(words, value if isinstance(value, list) else [value]) if one]


def words(value: Any) -> str:
    """A value that is text, as text, without NUL, which PostgreSQL does not keep; nothing for anything else."""
    return value.replace("\0", "").strip() if isinstance(value, str) else ""
