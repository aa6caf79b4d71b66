"""Where an event happened: the place named in its clause, the destination of a visit, else the scene of the article."""

from typing import TYPE_CHECKING

from mahdar.coder.arguments import ArgumentFinder, Arguments
from mahdar.coder.clauses import Clauses
from mahdar.coder.coreference import Cast
from mahdar.coder.entities import UNKNOWN
from mahdar.coder.happenings import codes
from mahdar.coder.implied import plain
from mahdar.coder.mentions import Mention
from mahdar.coder.phrases import Phrase
from mahdar.coder.triggers import VERBAL

if TYPE_CHECKING:
    from mahdar.coder.happenings import Happening

_WORDS = VERBAL - {"AGREE"}
_SITED = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})  # deeds that have a place, though it be named a sentence before
_SPOTS = ("place", "capital", "state")
_AFTER = 8  # words behind a trigger's clause within which its place may stand

Place = tuple[str, Mention]


class PlaceFinder:
    """Finds the places of events, one sentence after the other."""

    def __init__(self, cast: Cast, arguments: ArgumentFinder) -> None:
        self.cast = cast
        self.arguments = arguments
        self.whereabouts: dict[str, Place] = {}
        self.scene: Place | None = None
        self.last: tuple[int, Place] | None = None

    def read(self, sentences: list[Clauses]) -> None:
        """The scene of the article: the first place that its lead names as one."""
        self.lead = min((c.sentence.index for c in sentences), default=0) + 1
        for clauses in sentences[:3]:
            for phrase in clauses.phrases:
                told = self.arguments.statement_at(clauses, phrase.start) is not None
                if self.is_place(clauses, phrase) and phrase.mentions[0].kind != "state" and not told:
                    self.scene = self.named(clauses, phrase)
                    return

    def find(self, event: "Happening", found: Arguments) -> Place | None:
        """The place of an event."""
        if event.mode == "phone":
            return None
        place = self.destination(event, found) or self.in_clause(event, found)
        if place is None and event.type in _SITED:
            place = self.before(event)
        if place is not None and event.type in _SITED:
            self.last = (event.clauses.sentence.index, place)
        if (
            place is None
            and event.status == "actual"
            and (event.type == "CONSULT" or event.type in VERBAL and event.clauses.sentence.index <= self.lead)
        ):
            place = self.scene
        if event.type in VERBAL | {"CONSULT"} and event.status == "actual":
            who = codes(event.actor) - {UNKNOWN}
            if place is None:
                place = next((self.whereabouts[c] for c in sorted(who) if c in self.whereabouts), None)
            else:
                self.whereabouts.update(dict.fromkeys(who, place))
        return place

    def destination(self, event: "Happening", found: Arguments) -> Place | None:
        """Where a visit goes: what is visited, if that is a place or country."""
        if "visit" not in (event.mode, event.entry.mode) and not event.entry.journey:
            return None
        for slot in event.entry.recipient:
            for phrase in found.slots.get(plain(slot), ()):
                if phrase.head is not None and phrase.head.kind in _SPOTS:
                    return self.named(event.clauses, phrase)
        return None

    def in_clause(self, event: "Happening", found: Arguments) -> Place | None:
        """The place nearest to the trigger in its clause; with words, only one before what is said."""
        clauses, i = event.clauses, event.i
        stop = self.matter(event, found) if event.type in _WORDS else max(found.end, i + 1) + _AFTER
        best: tuple[int, Phrase] | None = None
        for phrase in clauses.phrases:
            if self.is_place(clauses, phrase) and found.start - 2 <= phrase.start <= stop:
                distance = abs(phrase.start - i) + (20 if phrase.mentions[0].kind == "state" else 0)
                if best is None or distance < best[0]:
                    best = (distance, phrase)
        return self.named(clauses, best[1]) if best is not None else None

    def matter(self, event: "Happening", found: Arguments) -> int:
        """Where what is said, asked or refused begins: the first phrase that is neither subject nor circumstance."""
        for said in self.arguments.said.get(event.clauses.sentence.index, ()):
            if said.cue is not None and said.cue[0] == event.i:
                return said.content[0]
        own = {id(p) for p in found.slots.get("subject", ())}
        for phrase in event.clauses.phrases_after(event.i, max(found.end, event.i + 1)):
            if (
                id(phrase) not in own
                and phrase.prep in ("", "الى", "ب", "ل", "عن", "من", "على")
                and not self.is_place(event.clauses, phrase)
            ):
                return phrase.start
        return found.end if event.i in event.clauses.verbs else event.i

    def before(self, event: "Happening") -> Place | None:
        """The place named first in the sentence, else the last one told of in this or the two sentences before."""
        clauses = event.clauses
        for phrase in clauses.phrases:
            if self.is_place(clauses, phrase) and phrase.mentions[0].kind == "place":
                return self.named(clauses, phrase)
        if self.last is not None and clauses.sentence.index - self.last[0] < 3:
            return self.last[1]
        return None

    @staticmethod
    def is_place(clauses: Clauses, phrase: Phrase) -> bool:
        """Whether a phrase names a place: it opens with its name, or with a word for a kind of place (مطار عدن)."""
        if (
            phrase.prep not in clauses.lexicon.grammar["local_prepositions"]
            or not phrase.mentions
            or phrase.mentions[0].kind not in _SPOTS
        ):
            return False
        if phrase.mentions[0].kind == "place" and phrase.prep != "ب":
            return True
        heads = clauses.lexicon.grammar["place_heads"]
        before = clauses.tokens[phrase.start : phrase.mentions[0].start]
        return all(not t.word.stems.isdisjoint(heads) for t in before)

    def named(self, clauses: Clauses, phrase: Phrase) -> Place:
        """A place as the text writes it, without the preposition on its first word."""
        tokens = clauses.tokens
        first = tokens[phrase.start]
        mention = phrase.mentions[0]
        clitics = mention.clitics if mention.start == phrase.start else first.word.clitics
        start, end = first.start + len(clitics), tokens[phrase.end - 1].end
        if first.form.startswith(("لل", "ولل")):
            return "ا" + self.cast.text[start - 1 : end], mention
        return self.cast.text[start:end], mention
