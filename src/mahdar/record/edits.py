"""What an analyst may change in a line, field by field: `field=value`, checked against the ontology and the article."""

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, get_args

import msgspec

from mahdar.actors import codes
from mahdar.errors import DataError, RecordError
from mahdar.minutes import (
    Actor,
    ActorKind,
    Date,
    Event,
    Label,
    Minutes,
    Place,
    Span,
    SpeechMode,
    Stance,
    Status,
    Strength,
)
from mahdar.ontology.plover import load_plover, quad_of
from mahdar.record.fragments import Line, kind_of, there, words
from mahdar.record.schema import line_number

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_CODED = re.compile(r"(?P<name>.+?)\s*\((?P<code>[^()]+)\)")
_LIST = re.compile(r"[,،]")


class Scene:
    """What the values of fields may refer to: the article's minutes, and the dossiers and places that are known."""

    def __init__(self, minutes: Minutes, dossiers: Iterable[str], place: Callable[[str], Place]) -> None:
        self.minutes = minutes
        self.text = minutes.article.text
        self.dossiers = frozenset(dossiers)
        self.place = place
        self.extra: list[Actor] = []  # actors that the article's minutes lack

    def actor(self, value: str) -> str:
        """The id of the actor that a value means: a code, a name of the article's, `Name (CODE)` for a new one."""
        known = [*self.minutes.actors, *self.extra]
        if value.upper() == value and codes.is_code(value):
            coded = [actor for actor in known if actor.code == value]
            chosen = sorted(coded, key=lambda actor: (actor.kind == "person", -len(actor.mentions)))
            return chosen[0].id if chosen else self.new(codes.label_of(value).ar or value, value, codes.kind_of(value))
        whole = _CODED.fullmatch(value)
        name = whole["name"] if whole else value
        for actor in known:
            if name in (actor.name, actor.label.ar, actor.label.en) and (whole is None or actor.code == whole["code"]):
                return actor.id
        if whole is not None:
            return self.new(name, checked_code("actor", whole["code"]), "person")
        part = [actor for actor in known if name in actor.name or name in actor.label.ar]
        if len(part) == 1:
            return part[0].id
        raise RecordError(
            f"`{value}`: no code, and {'several actors' if part else 'no actor'} of the article of that name; write `NAME (CODE)`"
        )

    def new(self, name: str, code: str, kind: ActorKind) -> str:
        """An actor that the article's minutes lack, with the words of the text that name it."""
        numbers = [line_number(actor.id) for actor in (*self.minutes.actors, *self.extra)]
        starts = [found.start() for found in re.finditer(re.escape(name), self.text)]
        mentions = tuple(Span(start, start + len(name), name) for start in starts)
        label = codes.label_of(code) if kind != "person" else Label()
        self.extra.append(Actor(f"a{max(numbers, default=0) + 1}", name, label, code, kind, None, None, None, mentions))
        return self.extra[-1].id


def parse(given: Sequence[str]) -> dict[str, str]:
    """`field=value` by field. Raises `RecordError` for what is none, and for a field given twice."""
    fields: dict[str, str] = {}
    for one in given:
        field, sign, value = one.partition("=")
        if not sign or not field.strip():
            raise RecordError(f"`{one}`: no edit; write field=value, as in status=historical")
        if field.strip() in fields:
            raise RecordError(f"`{field.strip()}` is given twice; write it once")
        fields[field.strip()] = value.strip()
    return fields


def edited(line: Any, fields: dict[str, str], scene: Scene) -> Any:
    """A line with other values. Raises `RecordError` for a field or a value that cannot be."""
    kind = kind_of(line)
    changed: dict[str, Any] = {}
    for field, value in fields.items():
        if field not in FIELDS[kind]:
            article = "an" if kind[0] in "ae" else "a"
            raise RecordError(f"`{field}` is no field of {article} {kind}; its fields: {', '.join(FIELDS[kind])}")
        changed[STORED.get(field, field)] = FIELDS[kind][field](field, value, line, scene)
    if isinstance(line, Event):
        changed = event(line, changed)
    if isinstance(line, Actor):
        changed = actor(line, changed)
    out = msgspec.structs.replace(line, **changed)
    if isinstance(out, Event) and not (out.actor or out.recipient):
        raise RecordError("an event needs an actor or a recipient; write actor=UNK where nobody is named")
    return out


def event(line: Event, changed: dict[str, Any]) -> dict[str, Any]:
    """What follows from another type: its quad, and a mode that it has."""
    name = changed.get("type", line.type)
    known = load_plover().type(name)
    mode = changed.get("mode", line.mode)
    if mode is not None and mode not in {one.id for one in known.modes}:
        if "mode" in changed:
            try:
                known.mode(mode)
            except DataError as wrong:
                raise RecordError(str(wrong).removeprefix("PLOVER: ")) from None
        mode = None
    return changed | {"quad": quad_of(name), "mode": mode}


def actor(line: Actor, changed: dict[str, Any]) -> dict[str, Any]:
    """What follows for an actor: labels are one value; a person whose name changes is another than the directory's."""
    label = line.label if not {"name", "code"} & changed.keys() else Label()
    label = Label(changed.pop("label_ar", label.ar), changed.pop("label_en", label.en))
    return changed | {"label": label}


# --- values


def one_of(known: Iterable[str], field: str, value: str) -> str:
    """A value out of a few."""
    choices = list(known)
    if value not in choices:
        raise RecordError(f"{field}={value}: no such value; known are {', '.join(choices)}")
    return value


def choice(known: Any) -> Callable[..., str]:
    return lambda field, value, *_: one_of(get_args(known), field, value)


def type_of(field: str, value: str, *_: Any) -> str:
    return one_of((one.id for one in load_plover().types), field, value.upper())


def sector(field: str, value: str, *_: Any) -> str | None:
    return one_of((one.id for one in load_plover().sectors), field, value.upper()) if value else None


def contexts(field: str, value: str, *_: Any) -> tuple[str, ...]:
    known = [context.id for context in load_plover().contexts]
    return tuple(one_of(known, field, one) for one in listed(value))


def dossiers(field: str, value: str, line: Line, scene: Scene) -> tuple[str, ...]:
    return tuple(one_of(sorted(scene.dossiers), field, one) for one in listed(value))


def date(field: str, value: str, *_: Any) -> Date | None:
    """A day, month or year; none where it is empty."""
    if not value:
        return None
    try:
        if not _DATE.fullmatch(value):
            raise ValueError
        datetime.date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        raise RecordError(f"{field}={value}: no date; write 2020, 2020-12 or 2020-12-29") from None
    return Date(value, "day" if len(value) == 10 else "month" if len(value) == 7 else "year")


def place(field: str, value: str, line: Line, scene: Scene) -> Place | None:
    return scene.place(value) if value else None


def somebody(field: str, value: str, line: Line, scene: Scene) -> str | None:
    return scene.actor(value) if value else None


def holder(field: str, value: str, line: Line, scene: Scene) -> str:
    if not value:
        raise RecordError(f"{field}=: a position needs a holder; write a code or a name")
    return scene.actor(value)


def many(field: str, value: str, line: Line, scene: Scene) -> tuple[str, ...]:
    return tuple(dict.fromkeys(scene.actor(one) for one in listed(value)))


def some(field: str, value: str, line: Line, scene: Scene) -> tuple[str, ...]:
    if not listed(value):
        raise RecordError(f"{field}=: a commitment needs somebody; write a code or a name")
    return many(field, value, line, scene)


def span(field: str, value: str, line: Line, scene: Scene) -> Span:
    """Words of the article, where they stand the nearest to the line's."""
    start = min((one.start for one in words(line)), default=0)
    found = there(Span(start, start + len(value), value), scene.text) if value else None
    if found is None:
        raise RecordError(f"{field}={value}: the article does not have these words; copy them from it")
    return found


def spans(field: str, value: str, line: Line, scene: Scene) -> tuple[Span, ...]:
    """Words of the article; stretches are parted by `…`."""
    return tuple(span(field, one.strip(), line, scene) for one in value.split("…"))


def cue(field: str, value: str, line: Line, scene: Scene) -> Span | None:
    return span(field, value, line, scene) if value else None


def mentions(field: str, value: str, line: Line, scene: Scene) -> tuple[Span, ...]:
    """Of an actor's mentions those with these words, else all places of the article that have them."""
    names = listed(value)
    mine = tuple(one for one in words(line) if one.exact in names)
    if mine:
        return mine
    found = [match for name in names for match in re.finditer(re.escape(name), scene.text)]
    if not found:
        raise RecordError(f"{field}={value}: the article does not have these words; copy them from it")
    return tuple(Span(one.start(), one.end(), one.group()) for one in sorted(found, key=lambda one: one.start()))


def checked_code(field: str, value: str, *_: Any) -> str:
    if not codes.is_code(value):
        raise RecordError(f"{field}={value}: no code; write ISO 3166-1 alpha-3 (RUS), IGO:…, NSA:… or UNK")
    return value


def plain(field: str, value: str, *_: Any) -> str:
    if not value:
        raise RecordError(f"{field}=: needs a value")
    return value


def optional(field: str, value: str, *_: Any) -> str | None:
    return value or None


def label(field: str, value: str, *_: Any) -> str:
    return value


def listed(value: str) -> list[str]:
    return [one.strip() for one in _LIST.split(value) if one.strip()]


Value = Callable[..., Any]
FIELDS: dict[str, dict[str, Value]] = {
    "statement": {"speaker": somebody, "mode": choice(SpeechMode), "cue": cue, "content": spans, "dossiers": dossiers},
    "event": {
        "type": type_of,
        "mode": optional,
        "status": choice(Status),
        "date": date,
        "place": place,
        "actor": many,
        "recipient": many,
        "contexts": contexts,
        "evidence": spans,
        "dossiers": dossiers,
    },
    "position": {"holder": holder, "stance": choice(Stance), "about": plain, "evidence": span, "dossiers": dossiers},
    "commitment": {
        "by": some,
        "with": many,
        "strength": choice(Strength),
        "due": date,
        "what": span,
        "dossiers": dossiers,
    },
    "actor": {
        "name": plain,
        "code": checked_code,
        "kind": choice(ActorKind),
        "sector": sector,
        "office": optional,
        "wikidata": optional,
        "label_ar": label,
        "label_en": label,
        "mentions": mentions,
    },
}
STORED = {"with": "with_"}  # fields whose names are Python's
