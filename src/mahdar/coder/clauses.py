"""The shallow grammar of a sentence: its verbs, its noun phrases with their prepositions, where its clauses end.

Arabic news puts the verb first (قال الوزير) or the subject first (الوزير قال), drops a subject that is known (وأضاف), and
describes with relative clauses (الذي زار), whose subject is the noun before them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from mahdar.coder.dates import DateExpression
from mahdar.coder.mentions import Mention
from mahdar.coder.phrases import COMMAS, MARKS, Phrase, chunk
from mahdar.coder.sentences import Sentence
from mahdar.coder.subjects import subject_of
from mahdar.coder.tokens import OPENING, QUOTES, STOPS, Analyser, Token, phrase_tags
from mahdar.coder.verbs import Verb, verb_at
from mahdar.lexicon.lexicon import Lexicon

_NO_TOKENS: set[int] = set()
_START = attrgetter("start")


class Clauses:
    """A sentence read: mentions, verbs and phrases by token."""

    __slots__ = (
        "analyser",
        "asides",
        "asked",
        "bracketed",
        "date_tokens",
        "dates",
        "governed_from",
        "lexicon",
        "lists",
        "marks",
        "mention_at",
        "mentions",
        "openers",
        "particles",
        "phrase_at",
        "phrase_starts",
        "phrases",
        "punctuation",
        "sentence",
        "spanned",
        "spans",
        "stops",
        "subjects",
        "telling",
        "tokens",
        "verbs",
        "windows",
        "words",
    )

    def __init__(
        self, sentence: Sentence, mentions: list[Mention], analyser: Analyser, dates: Sequence[DateExpression] = ()
    ) -> None:
        self.sentence = sentence
        start, end = sentence.start, sentence.end
        self.dates = [d for d in dates if start <= d.start < end]
        self.tokens: list[Token] = sentence.tokens
        self.mentions = mentions
        self.analyser = analyser
        self.lexicon: Lexicon = analyser.lexicon
        self.lists = analyser.lists
        self.marks: dict[str, list[int]] = {}
        self.windows: dict[tuple[int, int], int] = {}  # from trigger and token on, where its object may stand until
        self.governed_from: dict[str, list[int]] = {}  # the phrases of each preposition, by their first tokens
        self.date_tokens = {i for d in self.dates for i in range(self.token_from(d.start), self.token_from(d.end))}
        self.mention_at: dict[int, Mention] = {}
        for mention in mentions:
            self.mention_at.update(dict.fromkeys(range(mention.start, mention.end), mention))
        words = self.words = [t.word for t in self.tokens]
        particles, punctuation, acting, halting = [], [], [], []
        asked: set[str] = set()  # of the stems for which a sentence is asked as a whole, those of its words
        spans: dict[int, list[tuple[str, int]]] = {}
        for i, word in enumerate(words):  # once for all that is asked of every word
            if not word.is_word:
                punctuation.append(i)
            if word.asked:
                asked |= word.asked
            if word.tags:
                particles.append(i)
            if word.opens and (found := phrase_tags(self.tokens, i)):
                spans[i] = found
            if word.telling or word.verbs:
                acting.append(i)
            if word.halts:
                halting.append(i)
        self.particles, self.punctuation, self.asked, self.spans = particles, punctuation, asked, spans
        self.spanned: dict[str, set[int]] = {}
        for i, phrases in spans.items():
            for tag, _ in phrases:
                self.spanned.setdefault(tag, set()).add(i)
        self.openers = self.spanned.get("clause_openers", _NO_TOKENS) | self.spanned.get("conditional", _NO_TOKENS)
        self.asides = self.spanned.get("adverbs", _NO_TOKENS)
        within = {k for i in self.asides for tag, end in spans[i] if tag == "adverbs" for k in range(i, end)}
        self.verbs: dict[int, Verb] = {}
        for i in acting:
            if (
                words[i].verbs
                and not (i in within or i in self.mention_at or i in self.date_tokens)
                and (verb := verb_at(self, i))
            ):
                self.verbs[i] = verb
        # Tokens that may tell anything: verbs, nouns and participles of the lexicon, first words of its phrases.
        self.telling = [i for i in acting if i in self.verbs or words[i].telling]
        self.phrases = chunk(self)
        self.phrase_starts = [p.start for p in self.phrases]
        self.phrase_at: dict[int, Phrase] = {i: p for p in self.phrases for i in range(p.start, p.end)}
        self.subjects: dict[int, list[Phrase] | None] = {}
        self.bracketed = self.within_brackets()
        self.stops = self.clause_ends(halting)

    def token_from(self, offset: int) -> int:
        """The first token that starts at a place in the text or behind it."""
        return bisect_left(self.tokens, offset, key=_START)

    # --- clauses

    def clause_end(self, i: int, content: bool = True) -> int:
        """Where the clause of the verb or noun at `i` ends: its own words, without the clauses under and beside it."""
        if self.bracketed and i in self.bracketed:
            return self.find_clause_end(i, content)
        if not content:
            return self.stops[0][i + 1]
        _, ends, opens_content = self.stops
        return ends[i + 2 if i + 1 in opens_content else i + 1]

    def marked(self, tag: str) -> list[int]:
        """The tokens that a tag of the grammar marks, alone or as the first of a phrase."""
        found = self.marks.get(tag)
        if found is None:
            found = self.tagged(tag)
            if tag in self.spanned:
                found = sorted(self.spanned[tag].union(found))
            self.marks[tag] = found
        return found

    def tagged(self, tag: str) -> list[int]:
        """The tokens that a tag of the grammar marks alone."""
        return [i for i in self.particles if tag in self.words[i].tags]

    def within_brackets(self) -> set[int]:
        """Tokens within brackets, which end no clause around them."""
        inside: set[int] = set()
        for j in self.punctuation:
            if self.words[j].form == "(" and j not in inside and (closing := self.closing(j)):
                inside.update(range(j, closing + 1))
        return inside

    def clause_ends(self, halting: list[int]) -> tuple[list[int], list[int], set[int]]:
        """Where the next clause ends from each token on, without content and with it, and the mere complementizers."""
        plain: list[int] = []
        full: list[int] = []
        opens_content: set[int] = set()
        for j in sorted({*halting, *self.verbs, *self.openers}):
            if j in self.mention_at or j in self.bracketed:
                continue
            end = self.stop(j, False)
            if end is not None:
                plain.extend([end] * (j + 1 - len(plain)))
                full.extend([end] * (j + 1 - len(full)))
            elif "complementizers" in self.words[j].tags:
                full.extend([j] * (j + 1 - len(full)))
                opens_content.add(j)
        n = len(self.words)
        plain.extend([n] * (n + 1 - len(plain)))
        full.extend([n] * (n + 1 - len(full)))
        return plain, full, opens_content

    def breaks(self) -> list[int]:
        """Tokens at which reported words may end: marks, what stands behind one, and words that turn against them."""
        return [*self.punctuation, *(i + 1 for i in self.punctuation), *self.tagged("adversatives")]

    def stop(self, j: int, content: bool) -> int | None:
        """Where a clause ends that token `j` stops; None where it stops none."""
        word = self.tokens[j].word
        if word.form in STOPS:
            return j
        if word.form in QUOTES and (quote := self.sentence.quote_at(j)) and quote.open == j and quote.close - quote.open > 8:
            return j
        if content and "complementizers" in word.tags:
            return j
        if not OPENING.isdisjoint(word.tags) and "prepositions" not in word.tags:
            return j
        if j in self.verbs and not self.verbs[j].relative:
            return j - 1 if self.tokens[j - 1].word.form in COMMAS else j
        if word.participles and j and self.tokens[j - 1].word.form in COMMAS:
            return j - 1
        return j if j in self.openers else None

    def closing(self, opening: int) -> int:
        """The bracket that closes the one at token `opening`; 0 where none does within some words."""
        for j in range(opening + 1, min(len(self.tokens), opening + 30)):
            if self.tokens[j].word.form == ")":
                return j
        return 0

    def find_clause_end(self, i: int, content: bool) -> int:
        """The end of a clause within brackets."""
        for j in range(i + 1, len(self.tokens)):
            if j in self.mention_at or content and j == i + 1 and "complementizers" in self.tokens[j].word.tags:
                continue
            end = self.stop(j, content)
            if end is not None:
                return end
        return len(self.tokens)

    def verbs_before(self, i: int, start: int = 0) -> list[int]:
        """The verbs from token `start` to before token `i`, the nearest first."""
        return [j for j in reversed(self.verbs) if start <= j < i]

    def phrases_after(self, i: int, end: int) -> list[Phrase]:
        """The phrases that start after token `i` and before `end`."""
        starts = self.phrase_starts
        return self.phrases[bisect_right(starts, i) : bisect_left(starts, end)]

    def phrase_before(self, i: int) -> Phrase | None:
        """The phrase that ends right before token `i`, particles and adverbs between them passed over."""
        j = i - 1
        while j >= 0:
            word = self.tokens[j].word
            if j in self.phrase_at:
                return self.phrase_at[j]
            if j in self.date_tokens or word.tags & {
                "negation_before_verb",
                "completed",
                "future",
                "adverbs",
                "subject_pronouns",
                "pluperfect",
            }:
                j -= 1
                continue
            if word.form in COMMAS or word.form == ")":
                opening = self.before_parenthesis(j)
                if opening < 0:
                    phrase = self.phrase_at.get(j - 1)
                    long_subject = phrase is not None and phrase.head is not None and phrase.head.end - phrase.head.start > 3
                    return phrase if long_subject and word.form in COMMAS else None
                j = opening
                continue
            return None
        return None

    def before_parenthesis(self, j: int) -> int:
        """The token before an insertion between commas or brackets that ends at `j`; -1 where there is none."""
        opening = "(" if self.tokens[j].word.form == ")" else self.tokens[j].word.form
        for k in range(j - 1, max(-1, j - 25), -1):
            if self.tokens[k].word.form == opening:
                return k - 1
        return -1

    def subject(self, i: int) -> list[Phrase] | None:
        """The phrases of the subject of the verb at `i` (several where joined by و); None where it is unsaid."""
        if i not in self.subjects:
            self.subjects[i] = subject_of(self, i)
        return self.subjects[i]

    def with_joined(self, phrase: Phrase) -> list[Phrase]:
        """A phrase and those joined to it: فرنسا وألمانيا, فرنسا، ألمانيا وإيطاليا."""
        index = self.phrases.index(phrase)
        out = [phrase]
        for following in self.phrases[index + 1 :]:
            gap = [t.word.form for t in self.tokens[out[-1].end : following.start]]
            if following.joined and all(g in MARKS or g in COMMAS or g == "و" for g in gap):
                if not following.mentions and out[-1].head is not None:
                    break
                out.append(following)
            elif gap and all(g in '،,«»"' for g in gap) and self.listed(out[-1], following):
                out.append(following)
            else:
                break
        return out

    def listed(self, one: Phrase, other: Phrase) -> bool:
        """Whether two phrases with a comma between stand in one list: both open with names of a kind."""
        a, b = one.head, other.head
        return (
            a is not None
            and b is not None
            and not other.prep
            and a.kind == b.kind
            and a.kind in ("state", "org", "person", "group")
        )
