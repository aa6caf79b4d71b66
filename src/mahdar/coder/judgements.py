"""Judgements in what somebody says: لا بديل عن الحوار, العقوبات غير قانونية, على الطرفين أن يلتزما."""

from mahdar.coder.arguments import ArgumentFinder
from mahdar.coder.clauses import Clauses
from mahdar.coder.complements import end_of
from mahdar.coder.entities import Entity
from mahdar.coder.holders import HolderFinder
from mahdar.coder.said import Said
from mahdar.coder.stances import StanceWords
from mahdar.coder.stands import Stand, StandMaker
from mahdar.coder.verbs import Verb
from mahdar.lexicon.entries import Judgement

_PRONOUNS = ("ها", "هم", "هما", "نا")
_PEOPLE = ("person", "title", "people", "counterpart")  # a word on a person is no stand on a matter


class JudgementReader:
    """Reads the stands that speakers take by judging."""

    def __init__(self, arguments: ArgumentFinder, words: StanceWords, finder: HolderFinder, maker: StandMaker) -> None:
        self.arguments = arguments
        self.words = words
        self.finder = finder
        self.maker = maker

    def of(self, clauses: Clauses, said: Said) -> list[Stand]:
        """The stands that a speaker takes by judging: لا بديل عن الحوار, العقوبات غير قانونية."""
        holders = self.finder.held(said.speakers)
        if not holders:
            return []
        found: list[Stand] = []
        start, end = said.content
        heads, after = self.words.judging, start
        for i in [i for i, w in enumerate(clauses.words[start:end], start) if w.form in heads or w.tail in heads]:
            judged = self.words.judgement(clauses, i) if i >= after else None
            if judged is None:
                continue
            before = clauses.words[i - 1] if i else None
            described = before is not None and ("true_relatives" in before.tags or before.form in self.words.denials)
            if described or self.arguments.statement_at(clauses, i) is not said:
                continue
            judgement, after = judged
            words = self.matter(clauses, said, judgement, i, after)
            if words is not None and not self.words.opens_none(judgement.id, clauses.tokens, *words):
                found.extend(self.judge(clauses, holders, judgement, said, words, i, after))
        return found

    def judge(
        self,
        clauses: Clauses,
        holders: list[Entity],
        judgement: Judgement,
        said: Said,
        words: tuple[int, int],
        i: int,
        after: int,
    ) -> list[Stand]:
        tokens = clauses.tokens
        stands = self.maker.make(clauses, i, holders, judgement, words, said)
        last = end_of(clauses, after, said)
        for stand in stands:
            stand.evidence = (min(stand.evidence[0], tokens[words[0]].start), tokens[max(last, words[1]) - 1].end)
            if stand.stance == "for" and self.words.conditions.find(tokens, *said.content) is not None:
                stand.stance = "conditional"
        return [stand for stand in stands if stand.matter]

    def matter(self, clauses: Clauses, said: Said, judgement: Judgement, i: int, after: int) -> tuple[int, int] | None:
        """The tokens of the matter judged by the words from token `i` to `after`."""
        if judgement.matter == "before":
            return self.judged_before(clauses, said, i) or (self.named(clauses, said, i, after) if judgement.itself else None)
        return self.judged_after(clauses, said, after) if judgement.matter == "after" else self.duty(clauses, said, i, after)

    def duty(self, clauses: Clauses, said: Said, i: int, after: int) -> tuple[int, int] | None:
        """What somebody has to do, told behind whoever has to do it: على الطرفين أن يسمحا …, عليها الكف عن …"""
        tokens, end = clauses.tokens, said.content[1]
        before = tokens[i - 1].word if i > said.content[0] else None
        joined = tokens[i].word.form not in self.words.judging  # وعليها أن …
        if before is not None and before.is_word and "complementizers" not in before.tags and not joined:
            return None  # الضغط على الطرفين
        phrase = clauses.phrase_at.get(after)
        if phrase is not None and phrase.start == after and phrase.end < end and tokens[phrase.end].word.form in self.words.aims:
            return phrase.end, end_of(clauses, phrase.end + 1, said)
        own = "prepositions_with_pronoun" in tokens[i].word.tags
        if after < end and own and (tokens[after].word.form in self.words.aims or tokens[after].word.definite):
            return after, end_of(clauses, after + 1, said)
        return None

    def judged_after(self, clauses: Clauses, said: Said, after: int) -> tuple[int, int] | None:
        """The matter behind judging words."""
        tokens = clauses.tokens
        if after < said.content[1] and "prepositions" in tokens[after].word.tags:
            after += 1
        end = end_of(clauses, after, said)
        return (after, end) if end > after and any(tokens[k].word.is_word for k in range(after, end)) else None

    def judged_before(self, clauses: Clauses, said: Said, i: int) -> tuple[int, int] | None:
        """The matter of which the words at token `i` are said: the clause's first phrase."""
        tokens = clauses.tokens
        phrase = clauses.phrase_at.get(i)
        if phrase is not None and phrase.joined:
            return None
        k = i - 1
        while k > said.content[0] and not tokens[k].word.is_word:
            k -= 1
        copula = tokens[k].word.form in self.words.copulas
        if not tokens[k].word.is_word:
            return None
        if phrase is not None and (phrase.start < i or phrase.prep) and not copula:
            return None
        if any(tokens[j].word.form in self.words.denials for j in range(max(said.content[0], i - 3), i)):
            return None
        start = self.clause_start(clauses, said, i)
        first = next((p for p in clauses.phrases if p.start >= start and p.end <= i and not p.prep), None)
        if (
            first is None
            or first.head is not None
            and first.head.kind in _PEOPLE
            or not copula
            and clauses.phrase_before(k + 1) is None
        ):
            return None
        if not copula and (self.describes(clauses, i, k) or any(not v.relative for v in self.verbs_within(clauses, start, k))):
            return None
        stop = next((j for j in range(first.start + 1, i) if j in clauses.verbs or tokens[j].word.form in self.words.copulas), i)
        return first.start, stop

    @staticmethod
    def named(clauses: Clauses, said: Said, i: int, after: int) -> tuple[int, int] | None:
        """The judging words where they name the matter: إنه اتفاق متوازن."""
        before = clauses.tokens[i - 1].word if i > said.content[0] else None
        return (i, after) if before is None or before.tags & {"subject_pronouns", "demonstratives"} else None

    @staticmethod
    def describes(clauses: Clauses, i: int, k: int) -> bool:
        """Whether a verb describes the indefinite noun or the ما before it: اتفاق يحقق السلام, ما يحقق المصلحة."""
        before = clauses.tokens[k].word
        named = k in clauses.mention_at or before.definite or any(n.pronoun for n in before.nouns) or k in clauses.date_tokens
        return i in clauses.verbs and not named and not before.form.endswith(_PRONOUNS)

    @staticmethod
    def verbs_within(clauses: Clauses, start: int, end: int) -> list[Verb]:
        return [verb for j, verb in clauses.verbs.items() if start <= j < end]

    def clause_start(self, clauses: Clauses, said: Said, i: int) -> int:
        """Where the clause of the judging words at token `i` begins, within what is said."""
        tokens = clauses.tokens
        for j in range(i - 1, said.content[0] - 1, -1):
            word = tokens[j].word
            if "complementizers" in word.tags and "subject_pronouns" not in word.tags:
                return j + 1
            if word.form in "؛:." or "clause_openers" in word.tags:
                return j + 1
            if word.form == "،" and any(j < p.start < i and not p.prep for p in clauses.phrases):
                return j + 1  # but … الذي جرى أمس، يعتبر خطوة كبيرة
        return said.content[0]
