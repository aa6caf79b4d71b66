"""The minutes of an article as the machine made them, while the analysts' corrections are applied to them, one by one."""

from typing import Any

import msgspec

from mahdar.minutes import Actor, Commitment, Event, Minutes, Position, Statement
from mahdar.record.fragments import KINDS, LETTERS, Fragment, Line, likeness, moved, parties, renamed
from mahdar.record.schema import LINES, line_number

_OWN = LINES // 2  # from here on the numbers of lines that an analyst made
_LETTER = {kind: letter for letter, kind in LETTERS.items()}
DONE = {"accept": "accepted", "edit": "edited", "split": "split", "merge": "merged"}


class Correction(msgspec.Struct, frozen=True):
    """What an analyst did to a line: the line before and after, who, when and why."""

    id: int
    article: str
    kind: str
    action: str
    before: Fragment
    after: Fragment | None
    other_article: str | None
    other: Fragment | None
    builds_on: int | None
    who: str
    at: str
    why: str
    line: int | None = None
    other_line: int | None = None
    standing: str = "stands"

    @property
    def across(self) -> bool:
        """Whether it joins or parts events of two articles."""
        return self.action in ("split", "merge") and self.kind == "event" and self.other_article not in (None, self.article)


class Outcome(msgspec.Struct):
    """Where the line of a correction stands; None where there is none. `orphaned`: the article has its words no more."""

    line: str | None = None
    other: str | None = None
    orphaned: bool = False


class Draft:
    """An article's lines while they are corrected."""

    def __init__(self, minutes: Minutes) -> None:
        self.machine = minutes
        self.text = minutes.article.text
        self.lines: dict[str, dict[str, Any]] = {kind: {one.id: one for one in getattr(minutes, f"{kind}s")} for kind in KINDS}
        self.origins: dict[str, str] = {}
        self.outcomes: dict[int, Outcome] = {}

    def minutes(self) -> Minutes:
        """The minutes as corrected."""
        lines = {
            f"{kind}s": tuple(sorted(found.values(), key=lambda one: line_number(one.id))) for kind, found in self.lines.items()
        }
        changed: Minutes = msgspec.structs.replace(self.machine, **lines)
        told: tuple[Any, ...] = (*changed.statements, *changed.events, *changed.positions, *changed.commitments)
        dossiers = dict.fromkeys((*changed.dossiers, *(dossier for line in told for dossier in line.dossiers)))
        return msgspec.structs.replace(changed, dossiers=tuple(dossiers))

    def apply(self, correction: Correction) -> None:
        """Do to the lines what an analyst did."""
        outcome = self.outcomes[correction.id] = Outcome()
        mine = correction.article == self.machine.article.id
        if correction.across:
            here = correction.before if mine else correction.other
            assert here is not None
            held = self.mark(correction, here)
            outcome.orphaned = held is None
            if mine:
                outcome.line = held
            if correction.other_article == self.machine.article.id:
                outcome.other = held
        elif mine:
            getattr(self, correction.action)(correction, outcome)

    # --- what may be done

    def accept(self, correction: Correction, outcome: Outcome) -> None:
        self.edit(correction, outcome)

    def edit(self, correction: Correction, outcome: Outcome) -> None:
        assert correction.after is not None
        found = self.find(correction, correction.before) or self.find(correction, correction.after)
        outcome.line = self.put(correction, correction.after, found)
        outcome.orphaned = outcome.line is None

    def reject(self, correction: Correction, outcome: Outcome) -> None:
        outcome.orphaned = moved(correction.before.line(correction.kind), self.text) is None
        found = self.find(correction, correction.before, strict=True)
        if found is not None:
            self.remove(found)

    def split(self, correction: Correction, outcome: Outcome) -> None:
        """The line as it was, and a second one beside it."""
        assert correction.after is not None
        first = self.find(correction, correction.before)
        outcome.line = self.put(correction, correction.before, first)
        outcome.orphaned = outcome.line is None
        if outcome.line is None:
            return
        outcome.other = self.put(correction, correction.after, self.find(correction, correction.after, strict=True, fresh=True))
        old, new = self.lines[correction.kind][outcome.line], self.lines[correction.kind].get(outcome.other or "")
        if isinstance(old, Actor) and isinstance(new, Actor):
            rest = tuple(span for span in old.mentions if span not in new.mentions)
            self.lines["actor"][old.id] = msgspec.structs.replace(old, mentions=rest)

    def merge(self, correction: Correction, outcome: Outcome) -> None:
        """Two lines as one."""
        assert correction.after is not None
        first = self.find(correction, correction.before)
        if correction.other is None or correction.other_article != correction.article:
            outcome.line = self.put(correction, correction.after, first)
        else:
            second = self.likest(correction, correction.other, besides=first)
            outcome.line = self.put(correction, correction.after, first or second)
            if outcome.line and second and second != outcome.line:
                self.remove(second, outcome.line)
        outcome.orphaned = outcome.line is None

    # --- how

    def mark(self, correction: Correction, here: Fragment) -> str | None:
        """The line that was joined to or parted from one of another article; made where the machine makes it no more."""
        found = self.likest(correction, here)
        if found is None:
            return self.put(correction, here, None)
        self.origins[found] = DONE[correction.action]
        return found

    def find(self, correction: Correction, sought: Fragment, strict: bool = False, fresh: bool = False) -> str | None:
        """The line that a correction is about: what an earlier correction made, else the machine's likest."""
        earlier = self.outcomes.get(correction.builds_on or 0)
        known = self.lines[correction.kind]
        if earlier is not None and not fresh:
            made = [known[name] for name in (earlier.line, earlier.other) if name in known]
            if made:
                name: str = max(made, key=lambda one: agreement(sought.line(correction.kind), one)).id
                return name
        line = moved(sought.line(correction.kind), self.text)
        if line is None:
            return None
        scores = {name: likeness(line, one, strict) for name, one in known.items() if name not in self.origins}
        best = max(scores, key=lambda name: (scores[name], name == line.id, -line_number(name)), default=None)
        return best if best is not None and scores[best] > 0 else None

    def likest(self, correction: Correction, sought: Fragment, besides: str | None = None) -> str | None:
        """The line that is the likest to one, corrected before or not."""
        line = moved(sought.line(correction.kind), self.text)
        if line is None:
            return None
        known = [one for name, one in self.lines[correction.kind].items() if name != besides and likeness(line, one) > 0]
        best = max(known, key=lambda one: (agreement(line, one), likeness(line, one), -line_number(one.id)), default=None)
        return best.id if best is not None else None

    def put(self, correction: Correction, given: Fragment, name: str | None) -> str | None:
        """Set a line as an analyst left it, in another's place or as a new one; None where the text has its words no more."""
        kind = correction.kind
        line = moved(given.line(kind), self.text)
        if line is None:
            return None
        if isinstance(line, Actor):
            if name is not None and correction.after is not None:
                old, now = correction.before.line(kind), self.lines[kind][name]
                if line.mentions == old.mentions:  # the machine may have learnt of more
                    line = msgspec.structs.replace(line, mentions=now.mentions)
        else:
            line = renamed(line, self.adopted(given))
            if hasattr(line, "statement"):
                line = msgspec.structs.replace(line, statement=self.said(given.statement(line)))
        name = name or self.new(kind, correction.id)
        self.lines[kind][name] = msgspec.structs.replace(line, id=name)
        self.origins[name] = DONE[correction.action]
        return name

    def new(self, kind: str, correction: int) -> str:
        """A name for a new line: by the correction, so that undoing another does not change it."""
        number = _OWN + correction % _OWN
        while f"{_LETTER[kind]}{number}" in self.lines[kind]:
            number += 1
        return f"{_LETTER[kind]}{number}"

    def adopted(self, given: Fragment) -> dict[str, str]:
        """The actors of a fragment by those of the article: the likest by their mentions, names and codes, else new ones."""
        names: dict[str, str] = {}
        for actor in given.actors:
            here = moved(actor, self.text) or msgspec.structs.replace(actor, mentions=())
            scores = {name: likeness(here, one) for name, one in self.lines["actor"].items()}
            best = max(scores, key=lambda name: (scores[name], name == actor.id, -line_number(name)), default=None)
            if best is None or scores[best] == 0:
                numbers = [line_number(name) for name in self.lines["actor"]]
                best = f"a{max(numbers, default=0) + 1}"
                self.lines["actor"][best] = msgspec.structs.replace(here, id=best)
            names[actor.id] = best
        return names

    def said(self, statement: Statement | None) -> str | None:
        """The article's statement that is the likest to one."""
        there = moved(statement, self.text) if statement is not None else None
        if there is None:
            return None
        scores = {name: likeness(there, one) for name, one in self.lines["statement"].items()}
        best = max(scores, key=lambda name: (scores[name], name == there.id, -line_number(name)), default=None)
        return best if best is not None and scores[best] > 0 else None

    def remove(self, name: str, instead: str | None = None) -> None:
        """Take a line out; what refers to it refers to another instead, or to none."""
        kind = LETTERS[name[0]]
        del self.lines[kind][name]
        self.origins.pop(name, None)
        if kind == "statement":
            for other in ("event", "position", "commitment"):
                for line in list(self.lines[other].values()):
                    if line.statement == name:
                        self.lines[other][line.id] = msgspec.structs.replace(line, statement=instead)
        if kind == "actor":
            self.forget(name, instead)

    def forget(self, actor: str, instead: str | None) -> None:
        """Lines without an actor, or with another in his place; one that is left with nobody goes."""
        names = {name: name for name in self.lines["actor"]} | ({actor: instead} if instead else {})
        for kind in ("statement", "event", "position", "commitment"):
            for line in [one for one in self.lines[kind].values() if actor in parties(one)]:
                changed: Line = renamed(line, names)
                self.lines[kind][line.id] = changed
                if isinstance(changed, Event | Position | Commitment) and not [one for one in parties(changed) if one]:
                    self.remove(line.id)


def agreement(one: Line, other: Line) -> int:
    """In how many fields two lines are the same."""
    return sum(getattr(one, field) == getattr(other, field) for field in one.__struct_fields__)
