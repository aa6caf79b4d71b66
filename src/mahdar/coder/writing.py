"""A reading written down as minutes: ids given, spans cut, everything in the order of the text."""

from typing import TYPE_CHECKING

from mahdar.coder import dossiers as matters
from mahdar.coder.arguments import ArgumentFinder
from mahdar.coder.commitments import CommitmentReader
from mahdar.coder.entities import UNKNOWN, Entity
from mahdar.coder.events import EventReader
from mahdar.coder.happenings import Dropped, Happening
from mahdar.coder.merging import merge
from mahdar.coder.pledged import agreements
from mahdar.coder.positions import PositionReader
from mahdar.coder.said import Said
from mahdar.lexicon.lexicon import Spot
from mahdar.minutes import Actor, Commitment, Event, Label, Minutes, Place, Position, Span, Statement
from mahdar.ontology.plover import quad_of

if TYPE_CHECKING:
    from mahdar.coder.coder import Coder, Reading


class Writer:
    """Writes the minutes of one reading."""

    def __init__(self, reading: "Reading", coder: "Coder") -> None:
        self.reading = reading
        self.coder = coder
        self.text = reading.article.text
        self.ids: dict[int, str] = {}
        self.entities: list[Entity] = []
        tokens = [t for s in reading.sentences for t in s.tokens]
        self.hits = coder.dossiers.hits(tokens)
        self.matters = matters.of_article(self.hits, len(reading.article.title))
        self.dropped: list[Dropped] = []

    def write(self) -> Minutes:
        reading, cast = self.reading, self.reading.cast
        said = self.ordered(reading.said)
        for number, statement in enumerate(said, 1):
            statement.id = f"s{number}"
        finder = ArgumentFinder(cast, said, reading.topics)
        reader = EventReader(cast, self.coder.triggers, finder, reading.published)
        body = [c for c in reading.clauses if not c.sentence.title]
        found = reader.read(body or reading.clauses, [c for c in reading.clauses if body and c.sentence.title])
        self.dropped = reader.dropped
        positions = PositionReader(cast, finder, self.coder.stances).read(reading.clauses)
        pledges = CommitmentReader(cast, finder, reading, self.coder.pledges, self.coder.stances).read(body or reading.clauses)
        told = sorted((*found, *agreements(pledges)), key=lambda h: h.evidence[0])
        reader.timing.settle(told, finder.said)
        events = merge(told)
        reader.places.settle(events, reading.clauses)
        cast.settle()
        for who in (
            *(e for s in said for e in s.speakers[:1]),
            *(e for h in events for e in (*h.actor, *h.recipient)),
            *(p.holder for p in positions),
            *(e for c in pledges for e in (*c.by, *c.others)),
        ):
            self.register(who)
        heads = {
            id(entity.itself)
            for clauses in reading.clauses
            for phrase in clauses.phrases
            if phrase.head is not None and phrase.head.name is not None
            for entity in cast.resolve(clauses, phrase.head)
        }
        for entity in cast.entities:  # a person whom the article names is of its cast, whatever else is known of him
            named = entity.words and entity.mentions and entity.itself.code != UNKNOWN
            if named and (entity.entry is not None or id(entity.itself) in heads):  # else it may be no name: نافذ وملزم
                self.register(entity)
        self.entities.sort(key=lambda e: (min((s for s, _ in e.mentions), default=len(self.text)), e.order))
        self.ids = {id(e): f"a{n}" for n, e in enumerate(self.entities, 1)}
        return Minutes(
            article=reading.article,
            actors=tuple(self.actor(e) for e in self.entities),
            statements=tuple(self.statement(s) for s in said),
            events=tuple(self.event(h, n) for n, h in enumerate(events, 1)),
            positions=tuple(
                Position(
                    id=f"p{n}",
                    holder=self.id_of(p.holder),
                    stance=p.stance,  # type: ignore[arg-type]
                    about=p.about,
                    evidence=self.span(*p.evidence),
                    statement=p.said,
                    dossiers=self.matters_in(*p.evidence),
                    rule=p.rule,
                    confidence=round(p.confidence, 2),
                )
                for n, p in enumerate(positions, 1)
            ),
            commitments=tuple(
                Commitment(
                    id=f"c{n}",
                    by=self.ids_of(c.by),
                    with_=self.ids_of(c.others),
                    what=self.span(*c.what),
                    strength=c.strength,  # type: ignore[arg-type]
                    due=c.due,
                    statement=c.said,
                    dossiers=self.matters_in(*c.what),
                    rule=c.rule,
                    confidence=round(c.confidence, 2),
                )
                for n, c in enumerate(pledges, 1)
            ),
            dossiers=self.matters,
        )

    def ordered(self, said: list[Said]) -> list[Said]:
        """Statements in the order of the text; those of the headline only where the body lacks them."""
        body = [s for s in said if not s.clauses.sentence.title]
        spoken = {id(e.itself) for s in body for e in s.speakers}
        head = [
            s
            for s in said
            if s.clauses.sentence.title
            and not any(id(e.itself) in spoken for e in s.speakers)
            and all(likeness(self.text, s, b) < 0.4 for b in body)
        ]
        return sorted((*head, *body), key=lambda s: s.span)

    def register(self, entity: Entity) -> None:
        entity = entity.itself
        if id(entity) not in self.ids:
            self.ids[id(entity)] = ""
            self.entities.append(entity)

    def id_of(self, entity: Entity) -> str:
        return self.ids[id(entity.itself)]

    def ids_of(self, entities: list[Entity]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.id_of(e) for e in entities))

    def span(self, start: int, end: int) -> Span:
        return Span(start, end, self.text[start:end])

    def matters_in(self, start: int, end: int) -> tuple[str, ...]:
        return matters.within(self.hits, start, end, self.matters)

    def actor(self, entity: Entity) -> Actor:
        lexicon = self.coder.lexicon
        label, office, wikidata = Label(ar=entity.name), entity.office, None
        if entity.entry is not None:
            person = lexicon.persons[entity.entry]
            label, wikidata = Label(ar=person.name, en=person.en), person.wikidata
        elif entity.kind == "state":
            state = self.coder.analyser.states.get(entity.code)
            if state is not None:
                label = Label(ar=state.ar[0], en=state.en)
        elif entity.code[:4] in ("IGO:", "NSA:") and (body := self.coder.analyser.bodies.get(entity.code)) is not None:
            label = Label(ar=entity.name, en=body.en)
        return Actor(
            id=self.ids[id(entity)],
            name=entity.name or "مجهول",
            label=label,
            code=entity.code,
            kind=entity.kind,  # type: ignore[arg-type]
            sector=entity.sector,
            office=office,
            wikidata=wikidata,
            mentions=tuple(self.span(s, e) for s, e in sorted(entity.mentions)),
        )

    def statement(self, said: Said) -> Statement:
        tokens = said.clauses.tokens
        cue = None
        if said.cue is not None:
            cue = self.span(cue_start(said), tokens[said.cue[1] - 1].end)
        return Statement(
            id=said.id,
            speaker=self.id_of(said.speakers[0]) if said.speakers else None,
            mode=said.mode,  # type: ignore[arg-type]
            cue=cue,
            content=(self.span(*said.span),),
            dossiers=self.matters_in(*said.span),
            rule=said.rule,
            confidence=round(said.weight, 2),
        )

    def event(self, happening: Happening, number: int) -> Event:
        start, end = happening.evidence[0]
        return Event(
            id=f"e{number}",
            type=happening.type,
            mode=happening.mode,
            contexts=self.coder.contexts.find(happening.clauses.tokens, happening.type, happening.entry.contexts),
            quad=quad_of(happening.type),
            actor=self.ids_of(happening.actor),
            recipient=self.ids_of(happening.recipient),
            status=happening.status,  # type: ignore[arg-type]
            date=happening.date,
            place=self.place(happening),
            statement=happening.said,
            evidence=tuple(self.span(s, e) for s, e in happening.evidence[:3]),
            rule=happening.entry.id,
            confidence=round(happening.confidence, 2),
            dossiers=self.matters_in(start, end),
        )

    def place(self, happening: Happening) -> Place | None:
        if happening.place is None:
            return None
        name, mention = happening.place
        if mention is None:
            return Place(name=name)
        spot = self.spot(mention.kind, mention.entries[0], happening)
        if spot is None:
            code = mention.codes[0] if mention.codes else None
            return Place(name=name, country=code)
        return Place(name=name, geonames=spot.geonames, country=spot.country or None, lat=spot.lat, lon=spot.lon)

    def spot(self, kind: str, entry: int, happening: Happening) -> Spot | None:
        """The place meant: the one in a country that the article names, else the first."""
        if kind == "capital":
            return self.coder.capitals.get(self.coder.lexicon.states[entry].code)
        if kind != "place":
            return None
        return self.reading.cast.spot(entry)


def likeness(text: str, one: Said, other: Said) -> float:
    """Shared words of two statements, as a share of the shorter one's."""
    a, b = set(text[slice(*one.span)].split()), set(text[slice(*other.span)].split())
    return len(a & b) / max(1, min(len(a), len(b)))


def cue_start(said: Said) -> int:
    """Where a cue starts without the conjunction on it: وأكد → أكد."""
    assert said.cue is not None
    token = said.clauses.tokens[said.cue[0]]
    if token.word.form in said.clauses.lexicon.participles:
        return token.start  # واعداً is all of a word
    verb = said.clauses.verbs.get(said.cue[0])
    if verb is not None:
        return token.start + len(verb.conjunction)
    joined = next((clitics for clitics, _ in token.word.phrases if clitics), token.word.clitics)[:1]
    return token.start + (joined in ("و", "ف"))


def write(reading: "Reading", coder: "Coder") -> Minutes:
    """The minutes of a reading."""
    return Writer(reading, coder).write()


__all__ = ["Writer", "write"]
