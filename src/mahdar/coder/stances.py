"""The words of stance made ready to be looked for: what opens no matter, what participles say, what judges."""

from collections.abc import Callable

from mahdar.coder.clauses import Clauses
from mahdar.coder.tokens import Token, follows, going_on
from mahdar.coder.triggers import Words
from mahdar.lexicon.entries import Judgement
from mahdar.lexicon.lexicon import Lexicon

Folder = Callable[[str], str]
_OBJECT = 5  # words behind a judging verb within which what it does stands
_HEAD = 2  # words of a matter among which its head is sought


class StanceWords:
    """The conditions of stances and judgements, compiled once a coder."""

    def __init__(self, lexicon: Lexicon, fold: Folder) -> None:
        self.lexicon = lexicon
        self.no_matter = {stance.id: Words(stance.no_matter, {}, fold) for stance in lexicon.stances}
        self.no_matter.update({judgement.id: Words(judgement.no_matter, {}, fold) for judgement in lexicon.judgements})
        grammar = lexicon.grammar
        self.ceasing, self.truces, self.conditions = (
            Words(grammar[name], {}, fold) for name in ("ceasing", "truces", "conditions")
        )
        (
            self.expressing,
            self.copulas,
            self.aims,
            self.averse,
            self.denials,
            self.beforehand,
            self.whatever,
            self.lasting,
            self.needs,
        ) = (
            frozenset(grammar[name])
            for name in ("expressing", "copulas", "aims", "averse", "denials", "beforehand", "whatever", "lasting", "needs")
        )
        self.objects = {entry.id: Words(entry.object, {}, fold) for entry in lexicon.judgements}
        lemmas = {lemma.past: lemma.stances for lemma in lexicon.lemmas}
        # the stances that a reporting participle takes: those of the verbs of its cue
        self.of_cue = [
            tuple(sorted({s for verb in cue.verbs for s in lemmas.get(fold(verb.split()[0]), ())})) for cue in lexicon.cues
        ]
        # judging phrases by their first and second words, the longest first
        self.judging: dict[str, dict[str, list[tuple[tuple[str, ...], Judgement]]]] = {}
        for judgement in lexicon.judgements:
            for phrase in judgement.phrases:
                for first, *rest in forms(fold(phrase).split(), bool(judgement.object)):
                    seconds = self.judging.setdefault(first, {})
                    seconds.setdefault(rest[0] if rest else "", []).append((tuple(rest), judgement))
        for seconds in self.judging.values():
            for found in seconds.values():
                found.sort(key=lambda entry: -len(entry[0]))

    def opens_none(self, identity: str, tokens: list[Token], start: int, end: int) -> bool:
        """Whether a matter of tokens `start` to `end` is none for an entry, by its head."""
        words = self.no_matter[identity]
        if not words.heads:
            return False
        while start < end and not tokens[start].word.is_word:
            start += 1
        return words.find(tokens, start, min(end, start + 1)) is not None

    def ended(self, tokens: list[Token], start: int, end: int) -> int | None:
        """The token behind the word for an end that opens a matter (وقف الاستيطان), where not a fight is to end."""
        at = self.ceasing.find(tokens, start, min(end, start + _HEAD))
        if at is None or at + 1 >= end or self.truces.find(tokens, at + 1, min(end, at + 4)) is not None:
            return None
        after = at + 1
        if tokens[at].word.definite and tokens[after].word.definite and not tokens[after].word.clitics:
            after += 1  # الوقف الفوري ل…
        while after + 1 < end and tokens[after].word.tags & {"prepositions", "adverbs"}:
            after += 1
        return after

    def judgement(self, clauses: Clauses, i: int) -> tuple[Judgement, int] | None:
        """The longest judging phrase at token `i`, and the token after it."""
        tokens, word = clauses.tokens, clauses.tokens[i].word
        seconds = self.judging.get(word.form) or word.form[:1] in ("و", "ف") and self.judging.get(word.tail) or {}
        for rest, judgement in going_on(seconds, tokens, i):
            end = i + 1 + len(rest)
            if not follows(tokens, i + 1, rest):
                continue
            if not judgement.object:
                return judgement, end
            at = self.objects[judgement.id].find(tokens, end, min(end + _OBJECT, len(tokens)))
            if at is not None and self.ceasing.find(tokens, end, at) is None:  # يتيح تجنب الحرب is no evil
                return judgement, end
        return None


def forms(words: list[str], verb: bool) -> list[list[str]]:
    """A phrase in all its forms: a verb in the present stands for both genders and the future, يعزز: تعزز، سيعزز، ستعزز."""
    first, *rest = words
    if not verb or not first.startswith("ي"):
        return [words]
    return [[form, *rest] for form in (first, "ت" + first[1:], "س" + first, "ست" + first[1:])]
