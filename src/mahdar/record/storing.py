"""Minutes as rows: what one article comes to, written into the tables of a record."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from mahdar.minutes import Actor, Commitment, Event, Minutes, Place, Position, Span, Statement
from mahdar.ontology.dossiers import Dossier
from mahdar.record import schema
from mahdar.record.schema import LINES, line_number

Row = dict[str, Any]
# Each table after those that it refers to.
_ORDER = (
    schema.article_actors,
    schema.mentions,
    schema.statements,
    schema.statement_content,
    schema.events,
    schema.event_actors,
    schema.event_evidence,
    schema.positions,
    schema.commitments,
    schema.commitment_parties,
    *schema.dossier_links.values(),
)


class Directory:
    """The rows that many articles share: actors, places, dossiers; each is looked up once and made where it is new."""

    def __init__(self, dossiers: Iterable[Dossier] = ()) -> None:
        self.known = {dossier.id: dossier_row(dossier) for dossier in dossiers}
        self.actors: dict[tuple[str, str, str], int] = {}
        self.places: dict[tuple[str, int | None, str | None], int] = {}
        self.dossiers: dict[str, int] = {}

    def meet(self, connection: Connection, batch: Iterable[Minutes]) -> None:
        """See to it that everybody and everything that the minutes name has a row."""
        actors: dict[tuple[str, str, str], Row] = {}
        places: dict[tuple[str, int | None, str | None], Row] = {}
        matters: dict[str, Row] = {} if self.dossiers else dict(self.known)  # all of them at first: dossiers have parents
        for minutes in batch:
            for actor in minutes.actors:
                if (known := who(actor)) not in self.actors:
                    actors.setdefault(known, actor_row(actor))
            for event in minutes.events:
                if event.place is not None and (spot := where(event.place)) not in self.places:
                    places.setdefault(spot, place_row(event.place))
            for name in matters_of(minutes):
                if name not in self.dossiers:
                    matters.setdefault(name, self.known.get(name) or dossier_row(Dossier(name)))
        self.actors |= met(connection, schema.actors, actors, ("name", "code", "kind"))
        self.places |= met(connection, schema.places, places, ("name", "geonames", "country"))
        self.dossiers |= met(connection, schema.dossiers, matters, ("name",))


def matters_of(minutes: Minutes) -> Iterator[str]:
    """Every dossier that an article or a line of it belongs to."""
    yield from minutes.dossiers
    lines: tuple[Statement | Event | Position | Commitment, ...]
    lines = (*minutes.statements, *minutes.events, *minutes.positions, *minutes.commitments)
    for line in lines:
        yield from line.dossiers


def who(actor: Actor) -> tuple[str, str, str]:
    """What an actor is known by across articles: the name in the directory where it has one, else as written."""
    return (actor.label.ar or actor.name, actor.code, actor.kind)


def where(place: Place) -> tuple[str, int | None, str | None]:
    return (place.name, place.geonames, place.country)


def actor_row(actor: Actor) -> Row:
    name, code, kind = who(actor)
    return {"name": name, "code": code, "kind": kind, "label_en": actor.label.en, "wikidata": actor.wikidata}


def place_row(place: Place) -> Row:
    return {"name": place.name, "geonames": place.geonames, "country": place.country, "lat": place.lat, "lon": place.lon}


def dossier_row(dossier: Dossier) -> Row:
    return {"name": dossier.id, "label_ar": dossier.label.ar, "label_en": dossier.label.en, "parent": dossier.parent}


def met(connection: Connection, table: Table, rows: dict[Any, Row], known_by: Sequence[str]) -> dict[Any, int]:
    """The ids of rows by what they are known by, in the order in which they are first met; those that are new are made."""
    found: dict[Any, int] = {}
    if not rows:
        return found
    columns = [table.c[name] for name in known_by]
    first = known_by[0]
    names = list(dict.fromkeys(row[first] for row in rows.values()))
    for part in range(0, len(names), 500):
        for row in connection.execute(select(table.c.id, *columns).where(table.c[first].in_(names[part : part + 500]))):
            found[tuple(row[1:])] = row[0]
    wanted = {tuple(row[name] for name in known_by): row for row in rows.values()}
    if new := [(known, row) for known, row in wanted.items() if known not in found]:
        made = insert(table).returning(table.c.id, sort_by_parameter_order=True)
        ids = connection.scalars(made, [row for _, row in new])
        found |= zip((known for known, _ in new), ids, strict=True)
    return {known: found[tuple(row[name] for name in known_by)] for known, row in rows.items()}


def write(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows of all columns of a table by the driver's own means: SQLAlchemy's take twice as long."""
    if not rows:
        return
    names = [column.name for column in table.columns if column.name in rows[0]]
    quoted = connection.dialect.identifier_preparer.quote
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    into = f"{quoted(table.name)} ({', '.join(map(quoted, names))})"
    values = [tuple(map(row.__getitem__, names)) for row in rows]
    connection.exec_driver_sql(f"insert into {into} values ({', '.join([mark] * len(names))})", values)


class Rows:
    """The rows of a batch of articles, gathered table by table and written with one statement each."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.rows: dict[str, list[Row]] = {table.name: [] for table in _ORDER}

    def write(self, connection: Connection) -> None:
        for table in _ORDER:
            write(connection, table, self.rows[table.name])

    def add(self, article: int, minutes: Minutes, origins: Mapping[str, str] | None = None) -> None:
        """All lines of one article; `origins` says of a line what an analyst did to it."""
        base = article * LINES
        self.origins = origins or {}
        self.actors = {
            actor.id: (base + line_number(actor.id), self.directory.actors[who(actor)], actor.code) for actor in minutes.actors
        }
        self.base, self.article, self.published = base, article, minutes.article.published
        for actor in minutes.actors:
            self.actor(actor)
        for statement in minutes.statements:
            self.statement(statement)
        for event in minutes.events:
            self.event(event)
        for position in minutes.positions:
            self.position(position)
        for commitment in minutes.commitments:
            self.commitment(commitment)
        self.link("article", article, minutes.dossiers)

    def actor(self, actor: Actor) -> None:
        line, known, code = self.actors[actor.id]
        self.rows["article_actors"].append(
            {
                "id": line,
                "article_id": self.article,
                "actor_id": known,
                "origin": self.origins.get(actor.id),
                "name": actor.name,
                "label_ar": actor.label.ar,
                "label_en": actor.label.en,
                "code": code,
                "kind": actor.kind,
                "sector": actor.sector,
                "office": actor.office,
                "wikidata": actor.wikidata,
            }
        )
        self.spans("mentions", "article_actor_id", line, actor.mentions)

    def statement(self, statement: Statement) -> None:
        line = self.base + line_number(statement.id)
        cue = statement.cue
        self.rows["statements"].append(
            {
                "id": line,
                "article_id": self.article,
                "day": self.published,
                "origin": self.origins.get(statement.id),
                "speaker_id": self.actors[statement.speaker][0] if statement.speaker else None,
                "mode": statement.mode,
                "cue_start": cue.start if cue else None,
                "cue_end": cue.end if cue else None,
                "rule": statement.rule,
                "confidence": statement.confidence,
            }
        )
        self.spans("statement_content", "statement_id", line, statement.content)
        self.link("statement", line, statement.dossiers)

    def event(self, event: Event) -> None:
        line = self.base + line_number(event.id)
        self.rows["events"].append(
            {
                "id": line,
                "article_id": self.article,
                "day": event.date.value if event.date else self.published,
                "origin": self.origins.get(event.id),
                "type": event.type,
                "mode": event.mode,
                "quad": event.quad,
                "contexts": " ".join(event.contexts),
                "status": event.status,
                "date": event.date.value if event.date else None,
                "date_precision": event.date.precision if event.date else None,
                "place_id": self.directory.places[where(event.place)] if event.place else None,
                "statement_id": self.said(event.statement),
                "rule": event.rule,
                "confidence": event.confidence,
            }
        )
        for role, parties in (("actor", event.actor), ("recipient", event.recipient)):
            self.rows["event_actors"].extend(
                {"event_id": line, "role": role, "position": n, "article_actor_id": a, "actor_id": known, "code": code}
                for n, (a, known, code) in enumerate(map(self.actors.__getitem__, parties))
            )
        self.spans("event_evidence", "event_id", line, event.evidence)
        self.link("event", line, event.dossiers)

    def position(self, position: Position) -> None:
        line = self.base + line_number(position.id)
        self.rows["positions"].append(
            {
                "id": line,
                "article_id": self.article,
                "day": self.published,
                "origin": self.origins.get(position.id),
                "holder_id": self.actors[position.holder][0],
                "stance": position.stance,
                "about": position.about,
                "start": position.evidence.start,
                "end": position.evidence.end,
                "statement_id": self.said(position.statement),
                "rule": position.rule,
                "confidence": position.confidence,
            }
        )
        self.link("position", line, position.dossiers)

    def commitment(self, commitment: Commitment) -> None:
        line = self.base + line_number(commitment.id)
        self.rows["commitments"].append(
            {
                "id": line,
                "article_id": self.article,
                "day": self.published,
                "origin": self.origins.get(commitment.id),
                "strength": commitment.strength,
                "start": commitment.what.start,
                "end": commitment.what.end,
                "due": commitment.due.value if commitment.due else None,
                "due_precision": commitment.due.precision if commitment.due else None,
                "statement_id": self.said(commitment.statement),
                "rule": commitment.rule,
                "confidence": commitment.confidence,
            }
        )
        for role, parties in (("by", commitment.by), ("with", commitment.with_)):
            self.rows["commitment_parties"].extend(
                {"commitment_id": line, "role": role, "position": n, "article_actor_id": self.actors[party][0]}
                for n, party in enumerate(parties)
            )
        self.link("commitment", line, commitment.dossiers)

    def said(self, statement: str | None) -> int | None:
        """The id of the statement that a line rests on."""
        return None if statement is None else self.base + line_number(statement)

    def spans(self, table: str, owner: str, line: int, spans: Iterable[Span]) -> None:
        self.rows[table].extend({owner: line, "position": n, "start": s.start, "end": s.end} for n, s in enumerate(spans))

    def link(self, kind: str, line: int, names: Iterable[str]) -> None:
        dossiers = self.directory.dossiers
        links: Iterator[Row] = ({f"{kind}_id": line, "dossier_id": dossiers[name], "position": n} for n, name in enumerate(names))
        self.rows[f"{kind}_dossiers"].extend(links)
