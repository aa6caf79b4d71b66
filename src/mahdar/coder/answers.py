"""Words that answer a deed whose doer they do not name: blame for an attack, welcome of a step."""

from mahdar.coder.entities import UNKNOWN, Entity
from mahdar.coder.happenings import Happening, codes
from mahdar.coder.parties import SYMMETRIC
from mahdar.coder.triggers import DEEDS
from mahdar.lexicon.lexicon import Lexicon

_AGAINST = frozenset({"ACCUSE", "REJECT", "THREATEN"})
_WELCOMED = DEEDS | {"AGREE", "CONCEDE", "COOPERATE", "CONSULT"}
_REACH = 6  # words behind words of blame in which the deed is named
_FAR = 16  # the same of praise, whose subject stands between
_NEAR = 2  # sentences within which "the step" is one told of


class AnswerFinder:
    """Finds to whose deed words answer."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def find(self, found: list[Happening]) -> None:
        """Set the recipients of blame and praise that name a deed and not who did it."""
        told = [e for e in found if e.status != "negated" and codes(e.actor) - {UNKNOWN}]
        deeds = [e for e in told if e.type in DEEDS]
        for event in found:
            if event.type in _AGAINST and (event.guessed or codes(event.recipient) == {UNKNOWN}):
                event.recipient = self.blamed(event, deeds) or event.recipient
            elif event.entry.answer and event.type == "SUPPORT" and event.status == "actual" and not event.recipient:
                event.recipient = self.praised(event, told)

    def blamed(self, event: Happening, deeds: list[Happening]) -> list[Entity]:
        """Who did to the speaker what is told in the same sentence, or what the words behind the trigger name.

        After العقوبات الأميركية على تركيا, تركيا ترفض منطق العقوبات is against the United States.
        """
        named = self.kinds(event)
        for deed in deeds:
            told = deed.clauses is event.clauses and deed.i < event.i or deed.type in named
            if told and codes(deed.recipient) & codes(event.actor) and not codes(deed.actor) & codes(event.actor):
                return list(deed.actor)
        return []

    def praised(self, event: Happening, told: list[Happening]) -> list[Entity]:
        """Who did what is praised, if the words behind the trigger name its kind or call it a step: ورحبت بالخطوة."""
        named, step = self.kinds(event, _FAR), self.names_step(event)
        own, here = codes(event.actor), (event.clauses.sentence.index, event.i)
        for deed in reversed(told):
            there = (deed.clauses.sentence.index, deed.i)
            near = here[0] - there[0] <= _NEAR and deed.type in _WELCOMED | {"SUPPORT"}
            if deed is event or there >= here or not (deed.type in named or step and near):
                continue
            who = [*deed.actor, *deed.recipient] if deed.type in SYMMETRIC else deed.actor
            others = [e for e in who if not codes([e]) & (own | {UNKNOWN})]
            if others and len(others) == len(who):
                return others
        return []

    def kinds(self, event: Happening, reach: int = _REACH) -> set[str]:
        """The types of what the words right behind a trigger name."""
        tokens = event.clauses.tokens
        behind = tokens[event.i + 1 : min(event.clauses.clause_end(event.i), event.i + reach)]
        uses = [n.use for t in behind for n in t.word.nouns if n.use.kind == "trigger"]
        return {self.lexicon.triggers[use.entry].type for use in uses} & _WELCOMED

    def names_step(self, event: Happening) -> bool:
        """Whether the words behind a trigger call what they speak of a step or decision, without saying whose."""
        steps = self.lexicon.grammar["steps"]
        tokens = event.clauses.tokens
        behind = tokens[event.i + 1 : min(event.clauses.clause_end(event.i), event.i + _FAR)]
        return any(t.word.definite and not t.word.stems.isdisjoint(steps) for t in behind)
