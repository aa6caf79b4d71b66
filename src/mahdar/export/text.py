"""Minutes for people: who met whom, who said what, who did what to whom, each line with the words behind it.

Who said what
  Sergey Lavrov (RUS) · indirect · Syria
      أكد: «أن موسكو ستعمل …»
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from mahdar.export.direction import isolated
from mahdar.export.labels import Labels, Script
from mahdar.minutes import Actor, Article, Commitment, Date, Event, Minutes, Place, Position, Span, Statement

MEETING = "CONSULT"
_INDENT, _DEEPER = "  ", "      "
_RULE = "─" * 60


class TextMinutes:
    """Turns minutes into lines, with labels in one script. `dossiers` is a user's own file, whose labels count too."""

    def __init__(self, script: Script = "en", dossiers: Path | None = None) -> None:
        self.labels = Labels(script, dossiers)
        self.right_to_left = script == "ar"
        self.arrow = " ← " if self.right_to_left else " → "

    def pages(self, minutes: Iterable[Minutes]) -> Iterator[str]:
        """The minutes of several articles, with a rule between them."""
        for number, each in enumerate(minutes):
            yield f"\n{_RULE}\n\n" if number else ""
            yield from (line + "\n" for line in self.lines(each))

    def lines(self, minutes: Minutes) -> Iterator[str]:
        """The minutes of one article, headed by its title."""
        yield from self.head(minutes.article)
        actors = {actor.id: actor for actor in minutes.actors}
        meetings = [event for event in minutes.events if event.type == MEETING]
        others = [event for event in minutes.events if event.type != MEETING]
        yield from self.section("meetings", (self.event(e, actors) for e in meetings))
        yield from self.section("statements", (self.statement(s, actors) for s in minutes.statements))
        yield from self.section("events", (self.event(e, actors) for e in others))
        yield from self.section("positions", (self.position(p, actors) for p in minutes.positions))
        yield from self.section("commitments", (self.commitment(c, actors) for c in minutes.commitments))
        if not (minutes.events or minutes.statements or minutes.positions or minutes.commitments):
            yield from ("", self.heading("nothing"))
        if minutes.dossiers:
            yield from ("", f"{self.heading('dossiers')}: {self.dossiers(minutes.dossiers)}")

    def head(self, article: Article) -> Iterator[str]:
        """Title, and a line with date, source and id."""
        if article.title:
            yield isolated(article.title, self.right_to_left)
        yield self.joined((article.published or "", article.source or "", article.id))

    def section(self, heading: str, entries: Iterable[tuple[str, str]]) -> Iterator[str]:
        """A heading and its entries, each of a line and the words behind it; nothing where there is no entry."""
        for number, (line, words) in enumerate(entries):
            if number == 0:
                yield from ("", self.heading(heading))
            yield _INDENT + line
            yield _DEEPER + words

    def heading(self, key: str) -> str:
        return self.labels.word("heading", key)

    # --- entries: a line, and the words of the article behind it

    def event(self, event: Event, actors: dict[str, Actor]) -> tuple[str, str]:
        who = self.names(event.actor, actors)
        recipients = [i for i in event.recipient if i in actors and not unnamed(actors[i])]
        if recipients:
            who += self.arrow + self.names(recipients, actors)
        facts = (self.labels.event(event), self.status(event.status), self.date(event.date), self.place(event.place))
        contexts = ", ".join(map(self.labels.context, event.contexts))
        return self.joined((who, *facts, contexts)), self.quoted(event.evidence)

    def statement(self, statement: Statement, actors: dict[str, Actor]) -> tuple[str, str]:
        who = self.names((statement.speaker,) if statement.speaker else (), actors)
        cue = f"{isolated(statement.cue.exact, self.right_to_left)}: " if statement.cue else ""
        mode = self.labels.word("mode", statement.mode)
        return self.joined((who, mode, self.dossiers(statement.dossiers))), cue + self.quoted(statement.content)

    def position(self, position: Position, actors: dict[str, Actor]) -> tuple[str, str]:
        stance = self.labels.word("stance", position.stance)
        holder = self.names((position.holder,), actors)
        return self.joined((holder, stance, position.about)), self.quoted((position.evidence,))

    def commitment(self, commitment: Commitment, actors: dict[str, Actor]) -> tuple[str, str]:
        who = self.names(commitment.by, actors)
        if commitment.with_:
            who += f" {self.labels.word('word', 'with')} {self.names(commitment.with_, actors)}"
        due = f"{self.labels.word('word', 'due')} {self.date(commitment.due)}" if commitment.due else ""
        strength = self.labels.word("strength", commitment.strength)
        return self.joined((who, strength, due)), self.quoted((commitment.what,))

    # --- pieces

    def joined(self, pieces: Iterable[str]) -> str:
        """The pieces that are not empty, with a dot between them."""
        return " · ".join(self.piece(piece) for piece in pieces if piece)

    def isolate(self, piece: str) -> str:
        return isolated(piece, self.right_to_left)

    def piece(self, piece: str) -> str:
        """A piece set apart where it runs against the line; one that is made of such pieces is left as it is."""
        return piece if "\u2068" in piece else isolated(piece, self.right_to_left)

    def names(self, ids: Iterable[str], actors: dict[str, Actor]) -> str:
        known = [actors[identifier] for identifier in ids if identifier in actors]
        return self.comma().join(map(self.name, known)) or self.labels.word("word", "unknown")

    def name(self, actor: Actor) -> str:
        """`Sergey Lavrov (RUS)`; a code that is the name, or is none, is left out."""
        if unnamed(actor):
            return self.labels.word("word", "unknown")
        name = self.labels.actor(actor)
        code = "" if actor.code in ("UNK", name) else f" ({isolated(actor.code, self.right_to_left)})"
        return isolated(name, self.right_to_left) + code

    def comma(self) -> str:
        return "، " if self.right_to_left else ", "

    def status(self, status: str) -> str:
        return "" if status == "actual" else self.labels.status(status)

    def dossiers(self, dossiers: Iterable[str]) -> str:
        return self.comma().join(isolated(self.labels.dossier(dossier), self.right_to_left) for dossier in dossiers)

    def quoted(self, spans: Iterable[Span]) -> str:
        return isolated(f"«{' … '.join(span.exact for span in spans)}»", self.right_to_left)

    @staticmethod
    def date(date: Date | None) -> str:
        return date.value if date else ""

    @staticmethod
    def place(place: Place | None) -> str:
        return place.name if place else ""


def unnamed(actor: Actor) -> bool:
    """Whether the article does not name this participant at all."""
    return actor.code == "UNK" and not actor.mentions
