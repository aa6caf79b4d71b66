"""The shallow grammar of a sentence: verbs, noun phrases with their prepositions, who is the subject of what.

Arabic news puts the verb first (قال الوزير) or the subject first (الوزير قال), drops a subject that is known (وأضاف), and
describes with relative clauses (الذي زار), whose subject is the noun before them.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from mahdar.coder.dates import DateExpression
from mahdar.coder.mentions import Mention
from mahdar.coder.sentences import Sentence
from mahdar.coder.tokens import QUOTES, STOPS, Analyser, Token, VerbReading, Word
from mahdar.lexicon.lexicon import Lexicon

_NOT_IN_PHRASE = frozenset(
    {
        "prepositions",
        "complementizers",
        "true_relatives",
        "clause_openers",
        "negation_before_verb",
        "completed",
        "pluperfect",
        "demonstratives",
        "subject_pronouns",
        "adverbs",
        "prepositions_with_pronoun",
    }
)
_COMMAS = frozenset("،,-–")
_SPEECH_MARKS = frozenset(':«"“”')
_MARKS = frozenset('«»“”"()[]')
# States whose names are masculine; the rest are feminine.
MASCULINE_STATES = frozenset({"JOR", "IRQ", "LBN", "MAR", "YEM", "SDN", "SSD", "VAT"})
_NO_TOKENS: set[int] = set()
_COMMON = 8000  # rank up to which a word is an everyday noun
_OURS, _WEAK = "نا", frozenset("اويى")
_CONSTRUCT = frozenset({"title", "person", "counterpart", "body", "people"})
AGREEING = frozenset({"3mp", "3md", "3fd", "3fp"})
SUBJECT_REACH = 16  # words after a verb within which its subject stands


class Phrase:
    """A noun phrase: tokens `start` to `end`, its preposition, the mentions in it; `joined` to the one before by و."""

    __slots__ = ("counted", "end", "joined", "mentions", "prep", "prep_start", "start")

    def __init__(
        self,
        start: int,
        end: int,
        prep: str,
        prep_start: int,
        joined: bool,
        mentions: list[Mention],
        counted: bool = False,
    ) -> None:
        self.counted = counted  # opens with a number or quantity
        self.start = start
        self.end = end
        self.prep = prep
        self.prep_start = prep_start
        self.joined = joined
        self.mentions = mentions

    @property
    def head(self) -> Mention | None:
        """The mention that opens the phrase (numbers and quantities before it passed over), if one does."""
        if self.mentions and self.mentions[0].kind != "nisba" and self.mentions[0].start <= self.start + self.counted:
            return self.mentions[0]
        return None


class Verb:
    """A verb in the sentence with the particles before it."""

    __slots__ = ("completed", "future", "i", "negated", "pluperfect", "readings", "relative")

    def __init__(self, i: int, readings: tuple[VerbReading, ...]) -> None:
        self.i = i
        self.readings = readings
        self.negated = False
        self.completed = False
        self.pluperfect = False
        self.relative = False
        self.future = readings[0].future

    @property
    def person(self) -> str:
        return self.readings[0].tag[1:]

    @property
    def past(self) -> bool:
        return self.readings[0].tag[0] in "pP"

    @property
    def passive(self) -> bool:
        return self.readings[0].tag[0] in "PIJ"

    @property
    def conjunction(self) -> str:
        return self.readings[0].conjunction

    @property
    def pronoun(self) -> str:
        return self.readings[0].pronoun


class Clauses:
    """A sentence read: mentions, verbs and phrases by token."""

    def __init__(
        self, sentence: Sentence, mentions: list[Mention], analyser: Analyser, dates: Sequence[DateExpression] = ()
    ) -> None:
        self.sentence = sentence
        self.dates = [d for d in dates if sentence.start <= d.start < sentence.end]
        self.tokens: list[Token] = sentence.tokens
        self.mentions = mentions
        self.analyser = analyser
        self.lexicon: Lexicon = analyser.lexicon
        self.marks: dict[str, list[int]] = {}
        self.reached: dict[tuple[int, int], int] = {}
        self.windows: dict[tuple[int, int], int] = {}  # from trigger and token on, where its object may stand until
        self.governed_from: dict[str, list[int]] = {}  # the phrases of each preposition, by their first tokens
        self.date_tokens = {i for d in self.dates for i, t in enumerate(self.tokens) if d.start <= t.start < d.end}
        words = [t.word for t in self.tokens]
        self.mention_at: dict[int, Mention] = {}
        for mention in mentions:
            for i in range(mention.start, mention.end):
                self.mention_at[i] = mention
        self.spans = {i: found for i, word in enumerate(words) if word.opens and (found := analyser.phrase_tags(self.tokens, i))}
        self.spanned: dict[str, set[int]] = {}
        for i, spans in self.spans.items():
            for tag, _ in spans:
                self.spanned.setdefault(tag, set()).add(i)
        self.openers = self.spanned.get("clause_openers", _NO_TOKENS) | self.spanned.get("conditional", _NO_TOKENS)
        self.verbs: dict[int, Verb] = {}
        for i in [i for i, word in enumerate(words) if word.verbs]:
            if i not in self.mention_at and i not in self.date_tokens and (verb := self.verb(i)):
                self.verbs[i] = verb
        # Tokens that may tell anything: verbs, nouns and participles of the lexicon, first words of its phrases.
        self.telling = [i for i, word in enumerate(words) if word.telling or i in self.verbs]
        self.asides = self.spanned.get("adverbs", _NO_TOKENS)
        self.phrases = self.chunk()
        self.phrase_at: dict[int, Phrase] = {i: p for p in self.phrases for i in range(p.start, p.end)}

    # --- verbs

    def verb(self, i: int) -> Verb | None:
        """The verb at token `i`, or None where the form is a noun or a particle here."""
        word = self.tokens[i].word
        if not word.verbs or word.tags & {"complementizers", "prepositions_with_pronoun"}:
            return None
        if word.tags & {"prepositions", "adverbs"} and not self.verb_all_the_same(i):
            return None
        readings = self.fitting(i, word.verbs)
        if readings[0].tag[0] in "jJ" and not self.jussive(i):
            return None
        if word.rank is not None and readings[0].pronoun == "ك":
            return None  # فيسبوك, هناك: news does not address its reader
        certain = tuple(r for r in readings if r.future or r.tag[0] in "iIjJ" and word.form[0] in "يوف")
        if not certain and not self.verbal(i):
            return None
        verb = Verb(i, readings)
        j = i - 1
        while j >= 0 and i - j <= 4:
            tags = self.tokens[j].word.tags
            if "negation_before_verb" in tags and j == i - 1:
                verb.negated = True
                if self.tokens[j].word.form.lstrip("وف") == "لن":
                    verb.future = True
            elif "future" in tags and j == i - 1:
                verb.future = True
            elif "completed" in tags and j == i - 1:
                verb.completed = True
            elif "pluperfect" in tags:
                verb.pluperfect = readings[0].tag[0] in "pP" or verb.completed
                break
            elif "true_relatives" in tags:
                verb.relative = True
                break
            elif not ("adverbs" in tags or j in self.mention_at or j in self.date_tokens):
                break
            j -= 1
        if not verb.pluperfect and readings[0].tag[0] in "pP":
            verb.pluperfect = self.opened_by_was(i)
        if i and "true_relatives" in self.tokens[i - 1].word.tags:
            verb.relative = True
        return verb

    def jussive(self, i: int) -> bool:
        """Whether a particle of the jussive stands before token `i` or on it: لم يصف, لا يصف, ليصف."""
        word = self.tokens[i].word
        if word.form.removeprefix(word.verbs[0].conjunction).startswith("ل"):
            return True
        return i > 0 and "jussive_particles" in self.tokens[i - 1].word.tags

    def verb_all_the_same(self, i: int) -> bool:
        """Whether what looks like a particle is a verb here: صدر الحكم, and فتحت مصر, which is no فـ and تحت."""
        word = self.tokens[i].word
        joined = word.form[0] in "وف" and word.form not in self.lexicon.grammar["prepositions"]
        whole = joined and word.rank is not None and any(not r.conjunction for r in word.verbs)
        return ("verbs_when_first" in word.tags or whole) and self.opens_person(i)

    def fitting(self, i: int, readings: tuple[VerbReading, ...]) -> tuple[VerbReading, ...]:
        """Readings as a verb, first those that agree with a name right behind (توجه الوزير, توجه موسكو)."""
        mention = self.mention_at.get(i + 1)
        feminine = self.feminine(mention) if mention is not None and mention.start == i + 1 and not mention.prep else None
        if feminine is None and i and {"subject_pronouns", "complementizers"} <= self.tokens[i - 1].word.tags:
            before = self.tokens[i - 1].form  # بأنه تحصل is he, بأنها تحصل she
            feminine = True if before.endswith("ها") else False if before.endswith("ه") else None
        if readings[0].pronoun == _OURS and self.tokens[i].word.form[-3:-2] not in _WEAK:
            ours = tuple(r._replace(tag="p1p", pronoun="") for r in readings if r.tag == "p3ms")
            return (*ours, *readings)  # طلبنا: we asked, rather than he asked us
        if len(readings) < 2 or feminine is None:
            return readings
        other = "3ms" if feminine else "3fs"
        return tuple(sorted(readings, key=lambda r: (r.tag[1:] == other, r.tag[0] in "PIJ")))

    def opened_by_was(self, i: int) -> bool:
        """كان + subject + verb in the past: an act before the news, with at most a name between."""
        j = i - 1
        while j >= 0 and i - j <= 12:
            token = self.tokens[j]
            if "pluperfect" in token.word.tags:
                return True
            if not token.word.is_word or token.word.verbs and j not in self.mention_at or "complementizers" in token.word.tags:
                return False
            j -= 1
        return False

    def verbal(self, i: int) -> bool:
        """Whether a form that may be a noun as well is a verb in its place."""
        word = self.tokens[i].word
        form = word.form
        readings = word.verbs
        before = self.tokens[i - 1] if i else None
        if word.definite and not form.startswith(("الت", "الق", "وال", "فال")) and form.removeprefix("ال") in self.lexicon.common:
            return False
        nominal = [n for n in word.nouns if not n.pronoun or readings[0].pronoun]
        owner = self.mention_at.get(i - 1)
        if readings[0].tag == "p3ms" and not readings[0].conjunction and owner is not None and owner.start - 1 in self.verbs:
            return False  # اقترحت الجامعة عقد اجتماع: behind verb and subject stands a noun
        if readings[0].tag == "p3fs" and readings[0].pronoun and nominal and i - 1 in self.mention_at:
            return False  # قدم الوزير استقالته
        if before is not None and "prepositions" in before.word.tags:
            return False
        if readings[0].tag == "p3fs" and readings[0].pronoun and before is not None and before.word.is_word:
            stem = form.removesuffix(readings[0].pronoun)[:-1] + "ه"
            rank = self.lexicon.common.get(stem)
            if rank is not None and rank < _COMMON:
                return False  # حملتها is her campaign rather than it carried her
        if before is not None and before.word.form in self.lexicon.grammar["manner"]:
            return False
        if nominal and word.rank is None and any(n.proclitics.endswith(("ب", "ل", "ك")) for n in nominal):
            return False
        first_only = "verbs_when_first" in word.tags or (
            form[:1] in "وف" and form[1:] in self.lexicon.grammar["verbs_when_first"]
        )
        if not nominal and not first_only:
            return not (word.rank is None and before is not None and before.word.is_word and form[:2] == "ال")
        if before is None or not before.word.is_word:
            following = self.tokens[i + 1].word if i + 1 < len(self.tokens) else None
            return following is not None and (self.opens_subject(i + 1) or self.opens_speech(word, following))
        if before.word.tags & {"completed", "negation_before_verb", "future", "true_relatives", "pluperfect"}:
            return True
        if readings[0].conjunction or readings[0].tag in ("p3fs", "p3mp") or readings[0].tag[0] == "i":
            if readings[0].tag[0] == "i" and nominal:
                return i - 1 in self.mention_at or "clause_openers" in before.word.tags
            return True
        if "turn_words" in before.word.tags:
            return self.opens_subject(i + 1)
        if "clause_openers" in before.word.tags or "complementizers" in before.word.tags and before.word.form[-1] not in "ن":
            return self.opens_subject(i + 1)
        mention = self.mention_at.get(i - 1)
        if mention is not None and mention.start and self.tokens[mention.start - 1].word.verbs:
            return False  # the mention is the subject of the verb before it
        return mention is not None and mention.kind not in ("nisba", "place") and not mention.prep

    def opens_person(self, i: int) -> bool:
        """Whether the form at `i` opens its clause and somebody who acts stands right after it."""
        if i and self.tokens[i - 1].word.is_word and not self.tokens[i - 1].word.tags & {"completed", "clause_openers"}:
            return False
        mention = self.mention_at.get(i + 1)
        return mention is not None and mention.kind in ("person", "title", "org", "group", "state", "body", "people")

    def opens_speech(self, word: Word, following: Word) -> bool:
        """Whether a word at the head of its clause may report what follows: وتابع: «…», وتابع أن."""
        if following.form not in _SPEECH_MARKS and "complementizers" not in following.tags:
            return False
        lexicon = self.lexicon
        return any(lexicon.cues[c].plain for r in word.verbs for c in lexicon.lemmas[r.lemma].cues)

    def opens_subject(self, i: int) -> bool:
        """Whether a subject may start at token `i`: a mention that is no adjective, or a definite noun or number."""
        if i >= len(self.tokens):
            return False
        mention = self.mention_at.get(i)
        if mention is not None:
            return mention.kind != "nisba" and not (mention.kind == "body" and mention.prep)
        word = self.tokens[i].word
        return word.number or word.definite or bool(word.tags & {"numbers", "adverbs", "demonstratives"})

    # --- phrases

    def chunk(self) -> list[Phrase]:
        """The noun phrases of the sentence, in order."""
        phrases: list[Phrase] = []
        i, prep, prep_start = 0, "", -1
        tokens, mention_at, verbs, spans = self.tokens, self.mention_at, self.verbs, self.spans
        n = len(tokens)
        while i < n:
            word = tokens[i].word
            mention = mention_at.get(i)
            if mention is None:
                if not word.is_word:
                    if word.form not in _MARKS:
                        prep = ""
                    i += 1
                    continue
                if i in verbs or word.participles:
                    prep, i = "", i + 1
                    continue
                if i in self.date_tokens:
                    i += 1
                    continue
                if word.form == "و":
                    i += 1
                    continue
                agent = next((end for tag, end in spans[i] if tag == "agents"), None) if i in spans else None
                if agent is not None:
                    prep, prep_start, i = "agent", i, agent
                    continue
                aside = next((end for tag, end in spans[i] if tag == "adverbs"), None) if i in self.asides else None
                if aside is not None:
                    i = aside
                    continue
                if "prepositions" in word.tags:
                    prep, prep_start, i = bare(word.form, self.lexicon), i, i + 1
                    continue
                if not _NOT_IN_PHRASE.isdisjoint(word.tags):
                    if not word.tags & {"demonstratives", "adverbs", "prepositions_with_pronoun"}:
                        prep = ""
                    i += 1
                    continue
                clitics = word.clitics
            else:
                clitics = mention.clitics
            end, mentions = self.phrase_end(i)
            own = clitics[-1] if clitics and clitics[-1] in "بلك" else ""
            k = i - 1
            while k > 0 and tokens[k].word.form in _MARKS:
                k -= 1
            apart = k > 0 and tokens[k].word.form == "و"  # a stray space or a quotation mark: فرنسا و«ألمانيا»
            joined = (clitics[:1] == "و" or apart) and i > 0 and not own
            here = own or prep
            if joined and not prep and phrases and phrases[-1].end >= (k if apart else i - 1) - 1:
                here = phrases[-1].prep
            counted = word.number or "numbers" in word.tags
            phrases.append(Phrase(i, end, here, prep_start if prep and not own else i, joined, mentions, counted))
            prep, prep_start, i = "", -1, end
        return phrases

    def phrase_end(self, i: int) -> tuple[int, list[Mention]]:
        """Where the phrase that starts at `i` ends, and the mentions in it."""
        tokens, mention_at, n = self.tokens, self.mention_at, len(self.tokens)
        mention = mention_at.get(i)
        mentions: list[Mention] = []
        if mention is not None and mention.start == i:
            mentions.append(mention)
            j, complete, definite = mention.end, True, True
        else:
            word = tokens[i].word
            j, complete, definite = i + 1, False, word.definite or any(noun.pronoun for noun in word.nouns)
        proper = mention is not None and mention.kind in ("person", "state", "capital", "nation", "org", "group", "place")
        while j < n:
            word = tokens[j].word
            inner = mention_at.get(j)
            if not word.is_word:
                nested = mention_at.get(j + 1)
                if (
                    word.form in _MARKS
                    and not complete
                    and nested is not None
                    and nested.start == j + 1
                    and nested.kind != "nisba"
                ):
                    j += 1
                    continue
                break
            if inner is not None:
                if inner.clitics:
                    break
                if inner.kind == "nisba":
                    mentions.append(inner)
                    definite, j = word.definite, inner.end
                    continue
                if complete or inner.prep or definite and inner.kind in _CONSTRUCT and not word.definite:
                    break  # على هامش الاجتماع | رئيس المفوضية: a definite noun owns nothing
                mentions.append(inner)
                complete, definite, j, proper = True, True, inner.end, True
                continue
            if word.clitics or word.number or word.participles or not _NOT_IN_PHRASE.isdisjoint(word.tags):
                break
            if j in self.verbs or j in self.date_tokens or j in self.asides:
                break
            if word.definite:
                adjective = word.form.endswith(("يه", "ي", "ون", "ين", "ات")) or "title_adjectives" in word.tags
                if proper and not adjective or definite and word.nouns:
                    break
                if complete and not adjective:
                    break
                definite = True
            elif definite or complete:
                break
            j += 1
        return j, mentions

    # --- clauses

    def clause_end(self, i: int, content: bool = True) -> int:
        """Where the clause of the verb or noun at `i` ends: its own words, without the clauses under and beside it."""
        if i in self.bracketed:
            return self.find_clause_end(i, content)
        following, ends, opens_content = self.stops[content]
        j = following[i + 1]
        if content and j == i + 1 and j in opens_content:
            j = following[min(i + 2, len(self.tokens))]
        return ends.get(j, len(self.tokens))

    def marked(self, tag: str) -> list[int]:
        """The tokens that a tag of the grammar marks, alone or as the first of a phrase."""
        found = self.marks.get(tag)
        if found is None:
            spanned = self.spanned.get(tag, _NO_TOKENS)
            found = [i for i, t in enumerate(self.tokens) if tag in t.word.tags or i in spanned]
            self.marks[tag] = found
        return found

    @cached_property
    def bracketed(self) -> set[int]:
        """Tokens within brackets, which end no clause around them."""
        inside: set[int] = set()
        for j in [j for j, token in enumerate(self.tokens) if token.word.form == "("]:
            if j not in inside and (closing := self.closing(j)):
                inside.update(range(j, closing + 1))
        return inside

    @cached_property
    def stops(self) -> dict[bool, tuple[list[int], dict[int, int], set[int]]]:
        """For clauses with and without content: the next stop from each token on, the end that each stop makes, and
        which stops are mere complementizers."""
        n = len(self.tokens)
        verbs, openers, mention_at, bracketed = self.verbs, self.openers, self.mention_at, self.bracketed
        after_plain = after_full = n
        plain: dict[int, int] = {}
        full: dict[int, int] = {}
        opens_content: set[int] = set()
        next_plain, next_full = [n] * (n + 1), [n] * (n + 1)
        for j in range(n - 1, -1, -1):
            word = self.tokens[j].word
            if (word.halts or j in verbs or j in openers) and j not in mention_at and j not in bracketed:
                end = self.stop(j, False)
                if end is not None:
                    plain[j] = full[j] = end
                    after_plain = after_full = j
                elif "complementizers" in word.tags:
                    full[j] = after_full = j
                    opens_content.add(j)
            next_plain[j], next_full[j] = after_plain, after_full
        return {False: (next_plain, plain, opens_content), True: (next_full, full, opens_content)}

    def stop(self, j: int, content: bool) -> int | None:
        """Where a clause ends that token `j` stops; None where it stops none."""
        word = self.tokens[j].word
        if word.form in STOPS:
            return j
        if word.form in QUOTES and (quote := self.sentence.quote_at(j)) and quote.open == j and quote.close - quote.open > 8:
            return j
        if content and "complementizers" in word.tags:
            return j
        if word.tags & {"true_relatives", "clause_openers"} and "prepositions" not in word.tags:
            return j
        if j in self.verbs and not self.verbs[j].relative:
            return j - 1 if self.tokens[j - 1].word.form in _COMMAS else j
        if word.participles and j and self.tokens[j - 1].word.form in _COMMAS:
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

    def phrases_after(self, i: int, end: int) -> Iterator[Phrase]:
        """The phrases that start after token `i` and before `end`."""
        for phrase in self.phrases:
            if phrase.start >= end:
                return
            if phrase.start > i:
                yield phrase

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
            if word.form in _COMMAS or word.form == ")":
                opening = self.before_parenthesis(j)
                if opening < 0:
                    phrase = self.phrase_at.get(j - 1)
                    long_subject = phrase is not None and phrase.head is not None and phrase.head.end - phrase.head.start > 3
                    return phrase if long_subject and word.form in _COMMAS else None
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
        verb = self.verbs[i]
        before = None if verb.conjunction == "و" else self.phrase_before(i)
        if verb.relative:
            return self.antecedent(i, verb)
        if before is not None and not before.prep and not self.governed(before):
            return self.with_joined(self.first_of(before))
        if before is not None and self.opens(before, verb):
            return [before]
        if verb.pluperfect and (was := self.after_was(i)) is not None:
            return self.with_joined(was)
        if verb.person in AGREEING:
            return None  # a verb before its subject is singular: what follows ودعوا is its object
        end = min(self.clause_end(i), i + SUBJECT_REACH)
        for phrase in self.phrases_after(i, end):
            if not phrase.prep and not (phrase.joined and phrase.start > i + 1):
                if phrase.start == i + 1 and (verb.conjunction and self.disagrees(verb, phrase) or self.oblique(phrase)):
                    return None
                return self.with_joined(phrase)
            if phrase.head is None and not phrase.prep:
                break
        return None

    def opens(self, phrase: Phrase, verb: Verb) -> bool:
        """Whether a definite phrase behind و and right before a verb is its subject, not joined to what precedes it."""
        first = self.tokens[phrase.start].word
        return (
            phrase.joined
            and phrase.end == verb.i
            and first.form.startswith("و")
            and first.form[1:].startswith("ال")
            and not verb.past
            and not verb.conjunction
            and self.tokens[verb.i].word.form[:1] != "و"
            and not self.disagrees(verb, phrase)
        )

    def after_was(self, i: int) -> Phrase | None:
        """The subject right behind كان, where the verb at `i` stands further on: كانت ألمانيا بشكل خاص تعهدت."""
        for j in range(i - 1, max(-1, i - 14), -1):
            if "pluperfect" in self.tokens[j].word.tags:
                phrase = self.phrase_at.get(j + 1)
                return phrase if phrase is not None and phrase.head is not None and not phrase.prep and phrase.end < i else None
        return None

    def disagrees(self, verb: Verb, phrase: Phrase) -> bool:
        """Whether a phrase right behind a verb is of the other gender: then it is the object (وطالب إسرائيل)."""
        head = phrase.head
        if head is None or verb.person not in ("3ms", "3fs") or verb.passive:
            return False
        feminine = self.feminine(head)
        return feminine is not None and feminine != (verb.person == "3fs")

    def oblique(self, phrase: Phrase) -> bool:
        """Whether a phrase opens with a plural in ين, which no subject does: طالب المسؤولين."""
        word = self.tokens[phrase.start].word
        named = phrase.head is not None and phrase.head.kind in ("state", "capital", "place", "person", "org")
        return word.definite and word.form.endswith("ين") and len(word.form) > 6 and not named

    def feminine(self, mention: Mention) -> bool | None:
        """The gender that a mention's kind and first word show; None where they show none."""
        first = self.tokens[mention.start].word.form
        if mention.kind == "state":
            return mention.codes[0] not in MASCULINE_STATES
        if mention.kind == "capital":
            return None
        if mention.kind == "person":
            return None if mention.start == (mention.name or (0, 0))[0] else first.endswith("ه")
        if mention.kind in ("title", "people", "counterpart"):
            return first.endswith("ه") if mention.number == "s" else None
        if mention.kind in ("body", "org", "group"):
            return (
                True
                if first.endswith(("ه", "ات"))
                else None
                if first.endswith(("ين", "ون", "ان")) or mention.kind != "body"
                else False
            )
        return None

    def antecedent(self, i: int, verb: Verb) -> list[Phrase] | None:
        """The noun that a relative clause describes, unless the verb has its own subject and points back by a pronoun."""
        if verb.pronoun:
            after = next(iter(self.phrases_after(i, self.clause_end(i))), None)
            if after is not None and not after.prep:
                return self.with_joined(after)
        j = i - 1
        while j >= 0 and "true_relatives" not in self.tokens[j].word.tags:
            j -= 1
        before = [p for p in self.phrases if p.end <= j]
        return [before[-1]] if before else None

    def first_of(self, phrase: Phrase) -> Phrase:
        """The first of the joined phrases that `phrase` closes: روسيا وتركيا → روسيا."""
        index = self.phrases.index(phrase)
        while index and self.phrases[index].joined and self.phrases[index - 1].end >= self.phrases[index].start - 1:
            index -= 1
        return self.phrases[index]

    def governed(self, phrase: Phrase) -> bool:
        """Whether a phrase before a verb belongs to an earlier verb of the same stretch (as its object, say)."""
        j = phrase.start - 1
        while j >= 0:
            word = self.tokens[j].word
            if j in self.verbs:
                return not self.verbs[j].relative and "pluperfect" not in word.tags
            if word.form in STOPS or word.form in _COMMAS or word.tags & {"complementizers", "clause_openers", "true_relatives"}:
                return False
            if any(tag == "clause_openers" for tag, _ in self.spans.get(j, ())):
                return False
            j -= 1
        return False

    def with_joined(self, phrase: Phrase) -> list[Phrase]:
        """A phrase and those joined to it: فرنسا وألمانيا, فرنسا، ألمانيا وإيطاليا."""
        index = self.phrases.index(phrase)
        out = [phrase]
        for following in self.phrases[index + 1 :]:
            gap = [t.word.form for t in self.tokens[out[-1].end : following.start]]
            if following.joined and all(g in _MARKS or g in _COMMAS or g == "و" for g in gap):
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


def bare(form: str, lexicon: Lexicon) -> str:
    """A preposition without a conjunction before it."""
    known = lexicon.grammar["prepositions"]
    return form[1:] if form[0] in "وف" and form not in known and form[1:] in known else form
