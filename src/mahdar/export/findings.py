"""What a search finds, for people (text), programs (JSON) and tables (CSV)."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from mahdar.export.direction import isolated
from mahdar.export.text import TextMinutes
from mahdar.minutes import Actor, Event, Minutes, Position, Statement
from mahdar.record.course import Step
from mahdar.record.offices import Tenure
from mahdar.record.search import Hit

# The columns of a table of findings; those of an article come first.
ARTICLE = ("article", "published", "source", "url", "title")
COLUMNS = {
    "article": (*ARTICLE, "dossiers"),
    "statement": (*ARTICLE, "id", "line", "origin", "speaker", "code", "mode", "cue", "content", "dossiers"),
    "event": (
        *ARTICLE,
        *("id", "line", "origin", "type", "mode", "quad", "status", "date", "place", "country"),
        *("actor", "actor_code", "recipient", "recipient_code", "evidence", "dossiers", "sources", "disagreement"),
    ),
    "position": (*ARTICLE, "id", "line", "origin", "holder", "code", "stance", "about", "evidence", "dossiers"),
    "commitment": (*ARTICLE, "id", "line", "origin", "by", "by_code", "with", "with_code", "strength", "due", "what", "dossiers"),
}
OFFICES = ("name", "code", "office", "first", "last", "articles", "article", "evidence")
_AND = "; "  # between several names in a cell of a table


class Findings:
    """Writes what was found in one of the formats."""

    def __init__(self, minutes: TextMinutes) -> None:
        self.text = minutes

    def lines(self, form: str, kind: str, found: Sequence[Hit], number: int) -> Iterator[str]:
        """The findings as text, `json` or `csv`; `number`: how many there are in all."""
        if form == "text":
            yield from self.readable(found, number)
        else:
            yield from listed(form, COLUMNS[kind], [row(hit) for hit in found])

    def readable(self, found: Sequence[Hit], number: int) -> Iterator[str]:
        """For each finding its line, the words behind it, and the article that they stand in."""
        for hit in found:
            article = hit.minutes.article
            marks = () if hit.line is None else (number_of(hit), hit.origin or "")
            source = self.text.joined((article.published or "", article.source or "", article.title, article.id, *marks))
            if hit.line is None:
                yield isolated(article.title or article.id, self.text.right_to_left) + "\n"
                yield f"  {self.text.joined((article.published or '', article.source or '', article.id))}\n\n"
                continue
            actors = {actor.id: actor for actor in hit.minutes.actors}
            line, words = getattr(self.text, hit.kind)(hit.line, actors)
            yield f"{line}\n      {words}\n      {source}\n"
            for other in hit.others:
                article = other.minutes.article
                told = (article.published or "", article.source or "", article.title, article.id, number_of(other))
                yield f"      + {self.text.joined(told)}\n"
            for what, values in disagreement(hit).items():
                yield f"      ≠ {what}: {' / '.join(isolated(value, self.text.right_to_left) for value in values)}\n"
            yield "\n"
        yield f"{len(found):,} of {number:,}\n"

    def offices(self, form: str, found: Sequence[Tenure]) -> Iterator[str]:
        """Who held which office when."""
        rows = [msgspec.to_builtins(tenure) for tenure in found]
        if form != "text":
            yield from listed(form, OFFICES, rows)
            return
        for tenure in found:
            days = tenure.first or "" if tenure.first == tenure.last else f"{tenure.first} – {tenure.last}"
            number = f"{tenure.articles:,} ×"
            yield self.text.joined((f"{self.text.isolate(tenure.name)} ({tenure.code})", tenure.office, days, number)) + "\n"
            yield f"      {self.text.isolate(f'«{tenure.evidence}»')}\n      {self.text.isolate(tenure.article)}\n\n"

    def course(self, form: str, found: Sequence[Step]) -> Iterator[str]:
        """Positions over time; `⇄` stands before one that departs from the holder's last on the same matter."""
        if form != "text":
            rows = [
                row(step.hit)
                | {"before": step.before.line.stance if step.before and isinstance(step.before.line, Position) else None}
                for step in found
            ]
            yield from listed(form, (*COLUMNS["position"], "before"), rows)
            return
        for step in found:
            actors = {actor.id: actor for actor in step.hit.minutes.actors}
            line, words = self.text.position(step.position, actors)
            article = step.hit.minutes.article
            yield f"{'⇄ ' if step.before else '  '}{step.day or '':10}  {line}\n      {words}\n"
            if step.before is not None and isinstance(step.before.line, Position):
                known = {actor.id: actor for actor in step.before.minutes.actors}
                was, then = self.text.position(step.before.line, known)
                yield f"      ← {step.before.minutes.article.published or ''}  {was}\n        {then}\n"
            yield f"      {self.text.joined((article.source or '', article.title, article.id))}\n\n"


def listed(form: str, columns: Sequence[str], rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Rows as a JSON array or as a table with a head."""
    if form == "json":
        yield msgspec.json.format(msgspec.json.encode(rows), indent=2).decode("utf-8") + "\n"
        return
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows({column: cell(value) for column, value in one.items()} for one in rows)
    yield out.getvalue()


def row(hit: Hit) -> dict[str, Any]:
    """A finding as a row; its columns are those of `COLUMNS`."""
    minutes, line = hit.minutes, hit.line
    article = minutes.article
    known = dict(zip(ARTICLE, (article.id, article.published, article.source, article.url, article.title), strict=True))
    if line is None:
        return known | {"dossiers": list(minutes.dossiers)}
    if isinstance(line, Statement):
        speaker = named(minutes, [line.speaker] if line.speaker else [])
        own: dict[str, Any] = {
            "speaker": speaker[0].name if speaker else None,
            "code": speaker[0].code if speaker else None,
            "mode": line.mode,
            "cue": line.cue.exact if line.cue else None,
            "content": hit.exact(),
        }
    elif isinstance(line, Event):
        own = {
            "type": line.type,
            "mode": line.mode,
            "quad": line.quad,
            "status": line.status,
            "date": line.date.value if line.date else None,
            "place": line.place.name if line.place else None,
            "country": line.place.country if line.place else None,
            **parties(minutes, "actor", line.actor),
            **parties(minutes, "recipient", line.recipient),
            "evidence": hit.exact(),
            "sources": 1 + len(hit.others),
            "disagreement": [f"{what}: {' / '.join(values)}" for what, values in disagreement(hit).items()],
            "also_in": [
                {"article": o.minutes.article.id, "source": o.minutes.article.source, "line": number_of(o), "evidence": o.exact()}
                for o in hit.others
            ],
        }
    elif isinstance(line, Position):
        (holder,) = named(minutes, [line.holder])
        own = {"holder": holder.name, "code": holder.code, "stance": line.stance, "about": line.about, "evidence": hit.exact()}
    else:
        own = {
            **parties(minutes, "by", line.by),
            **parties(minutes, "with", line.with_),
            "strength": line.strength,
            "due": line.due.value if line.due else None,
            "what": hit.exact(),
        }
    return known | {"id": line.id, "line": number_of(hit), "origin": hit.origin} | own | {"dossiers": list(line.dossiers)}


def number_of(hit: Hit) -> str:
    """What a line is called in commands that correct it: e42000007 is event e7 of article 42."""
    return f"{hit.line.id[0]}{hit.id}" if hit.line is not None else str(hit.id)


def disagreement(hit: Hit) -> dict[str, list[str]]:
    """In what those who tell an event differ: its date, its place, who takes part; nothing where they agree."""
    said: dict[str, dict[str, None]] = {"date": {}, "place": {}, "actors": {}}
    for one in (hit, *hit.others):
        if not isinstance(one.line, Event):
            continue
        event = one.line
        if event.date:
            said["date"].setdefault(event.date.value)
        if event.place:
            said["place"].setdefault(event.place.name)
        codes = sorted({actor.code for actor in named(one.minutes, (*event.actor, *event.recipient))})
        said["actors"].setdefault(" ".join(codes))
    return {what: list(values) for what, values in said.items() if len(values) > 1}


def named(minutes: Minutes, ids: Iterable[str]) -> list[Actor]:
    actors = {actor.id: actor for actor in minutes.actors}
    return [actors[i] for i in ids]


def parties(minutes: Minutes, role: str, ids: Iterable[str]) -> dict[str, Any]:
    """Those in a role, by name and by code."""
    found = named(minutes, ids)
    return {role: [actor.name for actor in found], f"{role}_code": [actor.code for actor in found]}


def cell(value: Any) -> Any:
    return _AND.join(value) if isinstance(value, list) else value
