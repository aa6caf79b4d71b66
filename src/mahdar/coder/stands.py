"""Positions before they are written: whose they are, which stance, on what, in which words."""

from mahdar.coder.clauses import Clauses
from mahdar.coder.coreference import Cast
from mahdar.coder.entities import Entity
from mahdar.coder.mentions import NAMED
from mahdar.coder.said import Said
from mahdar.coder.stances import StanceWords
from mahdar.languages.ar.clitics import PREPOSITIONS, contracted, governing
from mahdar.lexicon.entries import Judgement, Stance

_FUNCTION = frozenset(
    {
        "prepositions",
        "complementizers",
        "demonstratives",
        "relatives",
        "adverbs",
        "prepositions_with_pronoun",
        "negation",
        "completed",
    }
)
_HOLDERS = 3  # holders of one stand
_WORD, _JUDGED = 0.7, 0.6  # weights of a word of stance and of a judgement
_ABOUT = 6  # words of the matter
_HEADS = 2  # words of a matter that name it
_ALIKE = 0.5  # share of the matter's words by which two stands are one


class Stand:
    """A position before it is written."""

    __slots__ = ("about", "confidence", "evidence", "holder", "matter", "rule", "said", "stance")

    def __init__(
        self,
        holder: Entity,
        stance: str,
        matter: "Matter",
        evidence: tuple[int, int],
        said: str | None,
        rule: str,
        confidence: float,
    ) -> None:
        self.holder = holder
        self.stance = stance
        self.about = matter.about
        self.matter = matter.words
        self.evidence = evidence
        self.said = said
        self.rule = rule
        self.confidence = confidence


class Matter:
    """What a stand is about: its words as written, and their stems to compare it by."""

    __slots__ = ("about", "words")

    def __init__(self, clauses: Clauses, start: int, end: int, cast: Cast, takes: tuple[str, ...] = ()) -> None:
        tokens = clauses.tokens
        count, stop = 0, start
        while stop < end and count < _ABOUT:
            count += tokens[stop].word.is_word
            stop += 1
        while stop > start + 1 and not tokens[stop - 1].word.is_word:
            stop -= 1
        self.about = bare(clauses, start, cast, takes) + cast.text[tokens[start].end : tokens[stop - 1].end]
        self.words = [t.word.stems for t in tokens[start:end] if t.word.is_word and t.word.tags.isdisjoint(_FUNCTION)]


class StandMaker:
    """Writes the stands of some holders on one matter, as its words turn them."""

    def __init__(self, cast: Cast, words: StanceWords) -> None:
        self.cast = cast
        self.words = words

    def make(
        self,
        clauses: Clauses,
        i: int,
        holders: list[Entity],
        entry: Stance | Judgement,
        words: tuple[int, int],
        said: Said | None,
    ) -> list[Stand]:
        """The stands that the word at token `i` takes on the matter of tokens `words`, one for each holder."""
        tokens = clauses.tokens
        stance, start = self.turned(clauses, entry, *words)
        takes = entry.takes if isinstance(entry, Stance) else ()
        matter = Matter(clauses, start, words[1], self.cast, takes if start == words[0] else PREPOSITIONS)
        evidence = tokens[min(i, words[0])].start, tokens[words[1] - 1].end
        weight = _WORD if isinstance(entry, Stance) else _JUDGED
        identity = said.id if said is not None else None
        return [Stand(holder, stance, matter, evidence, identity, entry.id, weight) for holder in holders[:_HOLDERS]]

    def turned(self, clauses: Clauses, entry: Stance | Judgement, start: int, end: int) -> tuple[str, int]:
        """The stance on a matter of tokens `start` to `end`, and where the matter itself begins."""
        tokens = clauses.tokens
        while start + 1 < end and not tokens[start].word.stems.isdisjoint(self.words.needs):
            start += 1  # تطالب بضرورة تنفيذ …
        first = tokens[start].word
        stance = entry.stance
        if stance == "for" and entry.turns:
            if (after := self.words.ended(tokens, start, end)) is not None:
                return "against", after
            if first.form in self.words.averse:
                return "against", start
        if stance == "for" and not first.stems.isdisjoint(self.words.whatever):
            return "conditional", start  # ترحب بأي اتفاق يمنع …
        if stance == "against" and self.until(clauses, start, end):
            return "conditional", start
        return stance, start

    def until(self, clauses: Clauses, start: int, end: int) -> bool:
        """Whether what is refused is refused only before something else: … قبل الإفراج عن المعتقلين."""
        tokens, dates = clauses.tokens, clauses.date_tokens
        agents = clauses.marked("agents")  # من قبل فلان
        at = next(
            (k for k in range(start + 1, end - 1) if tokens[k].word.form in self.words.beforehand and k - 1 not in agents), None
        )
        if at is None or at in dates or at + 1 in dates:
            return False
        return tokens[at + 1].word.definite or "complementizers" in tokens[at + 1].word.tags


def alike(one: list[frozenset[str]], other: list[frozenset[str]]) -> bool:
    """Whether half of the fewer words stand among the others."""
    shared = sum(any(not a.isdisjoint(b) for b in other) for a in one)
    return shared >= _ALIKE * min(len(one), len(other)) and shared > 0


def same(one: Stand, other: Stand) -> bool:
    """Whether two stands are one: the same holder on the same matter, or on one with a head of the same name."""
    if one.holder.itself.code != other.holder.itself.code:
        return False
    if alike(one.matter, other.matter):
        return True
    return one.stance == other.stance and any(not a.isdisjoint(b) for a in one.matter[:_HEADS] for b in other.matter[:_HEADS])


def bare(clauses: Clauses, i: int, cast: Cast, takes: tuple[str, ...]) -> str:
    """The word at token `i` without a preposition written with it, its article restored: للقضية → القضية."""
    token = clauses.tokens[i]
    written, word = cast.text[token.start : token.end], token.word
    mention = clauses.mention_at.get(i)
    clitics = mention.clitics if mention is not None and mention.start == i else word.clitics
    if governing(clitics) not in takes or not clitics or word.form[: len(clitics)] != clitics:
        return written
    rest = written[len(clitics) :]
    if not word.form.startswith("لل", len(clitics) - 1):
        return rest
    return contracted(rest, word.form[len(clitics) :], cast.lexicon.common, mention is not None and mention.kind in NAMED)
