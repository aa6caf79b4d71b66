"""brat standoff, which INCEpTION reads too: a folder with a .txt and an .ann for each article, and `annotation.conf`.

Offsets are code points of the .txt, which is the article's text as it was read. Words that run over a line break, or
stand apart, are several fragments of one annotation.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from mahdar.export.lines import minutes
from mahdar.minutes import Actor, Minutes, Span
from mahdar.ontology.plover import load_plover
from mahdar.record.query import Query
from mahdar.record.record import Record

_BREAK = re.compile(r"[^\n\r]+")
_KINDS = {"person": "Person", "state": "State", "organisation": "Organisation", "group": "Group"}


def write_folder(record: Record, query: Query, folder: Path) -> None:
    """The articles that a query finds, each under its number in the record. Raises `OSError`, `QueryError`."""
    put(folder / "annotation.conf", configuration())
    names = ["file\tarticle\n"]
    for number, each in minutes(record, query):
        name = f"{number:06}"
        put(folder / f"{name}.txt", each.article.text)
        put(folder / f"{name}.ann", "".join(Standoff(each).lines()))
        names.append(f"{name}\t{each.article.id}\n")
    put(folder / "articles.tsv", "".join(names))


def put(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write(text)


class Standoff:
    """The annotations of one article."""

    def __init__(self, minutes: Minutes) -> None:
        self.minutes = minutes
        self.bounds: list[str] = []  # T: words
        self.events: list[str] = []  # E: what they tell, with those who take part
        self.attributes: list[str] = []  # A: and how
        self.notes: list[str] = []  # #: codes
        self.named: dict[str, list[tuple[Span, str]]] = {}  # mentions of each actor

    def lines(self) -> Iterator[str]:
        """The lines of the .ann file."""
        for actor in self.minutes.actors:
            self.actor(actor)
        for said in self.minutes.statements:
            speaker = self.party("Speaker", said.speaker, said.content)
            cue = f"Cue:{self.words('Cue', (said.cue,))}" if said.cue else ""
            self.event("Statement", said.content, [speaker, cue], {"Speech": said.mode})
        for event in self.minutes.events:
            parties = [*self.parties("Actor", event.actor, event.evidence)]
            parties += self.parties("Recipient", event.recipient, event.evidence)
            self.event(event.type, event.evidence, parties, {"Mode": event.mode, "Status": event.status})
        for position in self.minutes.positions:
            evidence = (position.evidence,)
            self.event("Position", evidence, [self.party("Holder", position.holder, evidence)], {"Stance": position.stance})
        for commitment in self.minutes.commitments:
            what = (commitment.what,)
            parties = [*self.parties("By", commitment.by, what), *self.parties("With", commitment.with_, what)]
            self.event("Commitment", what, parties, {"Strength": commitment.strength})
        yield from (*self.bounds, *self.events, *self.attributes, *self.notes)

    def actor(self, actor: Actor) -> None:
        """An actor's mentions, each with his code."""
        for span in actor.mentions:
            bound = self.words(_KINDS[actor.kind], (span,))
            self.named.setdefault(actor.id, []).append((span, bound))
            self.notes.append(f"#{len(self.notes) + 1}\tAnnotatorNotes {bound}\t{actor.code}\n")

    def words(self, kind: str, spans: Iterable[Span]) -> str:
        """Words as an annotation; its id."""
        pieces = [
            (span.start + piece.start(), span.start + piece.end(), piece[0])
            for span in sorted(spans, key=lambda span: span.start)
            for piece in _BREAK.finditer(span.exact)
        ]
        at = ";".join(f"{start} {end}" for start, end, _ in pieces)
        name = f"T{len(self.bounds) + 1}"
        self.bounds.append(f"{name}\t{kind} {at}\t{' '.join(exact for _, _, exact in pieces)}\n")
        return name

    def event(self, kind: str, spans: tuple[Span, ...], parties: list[str], attributes: dict[str, str | None]) -> None:
        """What words tell; an event without words, from a file of others, is left out."""
        if not spans:
            return
        name = f"E{len(self.events) + 1}"
        arguments = [f"{kind}:{self.words(kind, spans)}", *(party for party in parties if party)]
        self.events.append(f"{name}\t{' '.join(arguments)}\n")
        for attribute, value in attributes.items():
            if value:
                self.attributes.append(f"A{len(self.attributes) + 1}\t{attribute} {name} {value}\n")

    def parties(self, role: str, actors: tuple[str, ...], near: tuple[Span, ...]) -> list[str]:
        """Those in a role: Actor, Actor2, Actor3 …; whom the article does not name has no words to point at."""
        found = [party for party in (self.party("", actor, near) for actor in actors) if party]
        return [f"{role}{number if number > 1 else ''}{party}" for number, party in enumerate(found, 1)]

    def party(self, role: str, actor: str | None, near: tuple[Span, ...]) -> str:
        """An actor's mention nearest to some words; empty where there is none."""
        named = self.named.get(actor or "", [])
        if not named or not near:
            return ""
        _, bound = min(named, key=lambda mention: (abs(mention[0].start - near[0].start), mention[0].start))
        return f"{role}:{bound}"


def configuration() -> str:
    """brat's `annotation.conf`: which annotations there are, and what they may have."""
    plover = load_plover()
    everybody = "|".join(_KINDS.values())
    events = [f"{one.id}\tActor*:{everybody}, Recipient*:{everybody}" for one in plover.types]
    events += [
        f"Statement\tSpeaker?:{everybody}, Cue?:Cue",
        f"Position\tHolder?:{everybody}",
        f"Commitment\tBy*:{everybody}, With*:{everybody}",
    ]
    types = "|".join(one.id for one in plover.types)
    modes = "|".join(dict.fromkeys(mode.id for one in plover.types for mode in one.modes))
    attributes = [
        f"Mode\tArg:{types}, Value:{modes}",
        f"Status\tArg:{types}, Value:{'|'.join(status.id for status in plover.statuses)}",
        "Speech\tArg:Statement, Value:direct|indirect|mixed",
        "Stance\tArg:Position, Value:for|against|conditional|concerned",
        "Strength\tArg:Commitment, Value:vow|agree|plan|offer|hope",
    ]
    parts = {"entities": [*_KINDS.values(), "Cue"], "relations": [], "events": events, "attributes": attributes}
    return "\n".join(f"[{name}]\n" + "".join(f"{entry}\n" for entry in entries) for name, entries in parts.items())
