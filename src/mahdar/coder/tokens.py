"""Words of a text with their offsets, and what the lexicon knows about each word form.

A form is analysed once and looked up ever after: news repeats itself.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

import msgspec

from mahdar.languages.language import Language
from mahdar.lexicon.entries import Group, Organisation
from mahdar.lexicon.lexicon import Lexicon, NameUse, NounUse

_MARKS = "\u064b-\u0652\u0670\u0640"
TOKEN = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*|[^\s]")
_CACHE = 200_000
_REFERRING = frozenset({"dual_reference", "own_country"})
_OWN = frozenset({"own_country"})
_NONE: frozenset[str] = frozenset()
STOPS = frozenset(".;؛:!?؟")
# Lists of the grammar that tag no word: rules ask for them by name.
_LOOKED_UP = frozenset(
    {
        "not_verbs",
        "averting",
        "granting",
        "afterwards",
        "since",
        "steps",
        "purposes",
        "local_prepositions",
        "ready",
        "last_period",
        "manner",
        "ceasing",
        "truces",
    }
    | {"conditions", "copulas", "expressing", "aims", "averse", "denials", "beforehand", "whatever", "day_parts", "complaints"}
    | {"engagements", "outcomes", "running", "guesses", "compound", "part_of", "strangers", "instruments"}
    | {"lasting", "needs", "being", "transitive", "in_person"}
    | {
        "venues",
        "named_venues",
        "named_places",
        "gatherings",
        "assemblies",
        "journeys",
        "towards",
        "witnessing",
        "surroundings",
        "chambers",
    }
    | {"standards", "hearsay", "findings", "goals", "nouns_with_clause", "before_that"}
    | {"sequels", "denying", "treaties", "occasions", "capital_words", "margins", "firsts"}
    | {"ministries", "portfolios", "each", "delegates", "fields_of_study", "honours_with_pronoun"}
)
QUOTES = frozenset('"«“')
OPENING = frozenset({"true_relatives", "clause_openers"})  # tags of words that open a clause and so end the one before
HALTING = OPENING | {"complementizers"}  # tags of words that may end a clause
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
        "governed_demonstratives",
        "subject_pronouns",
        "adverbs",
        "prepositions_with_pronoun",
    }
)
_NUMBERS = frozenset({"numbers"})
_REPORTING = ("cue", "speech", "source")  # kinds
_ARTICLES = ("ال", "وال", "فال", "بال", "كال", "لل", "وبال", "ولل")
_ADJECTIVES = ("يه", "ي", "ون", "ين", "ات")  # how definite adjectives end
_LIKELIHOOD = {"3ms": 0, "3fs": 0, "3mp": 0, "1p": 1}  # of persons in news; the rest come last


T = TypeVar("T")
PhrasesOfGrammar = dict[str, list[tuple[tuple[str, ...], str]]]  # the words behind the first, and the tag, by the second word


class VerbReading(NamedTuple):
    """A way to read a form as a verb: which lemma, tense and person, the clitics around it."""

    lemma: int
    tag: str
    conjunction: str
    future: bool
    pronoun: str


class NounReading(NamedTuple):
    """A way to read a form as a noun of the lexicon."""

    use: NounUse
    proclitics: str
    pronoun: str
    definite: bool


class GivenName(NamedTuple):
    """A way to read a form as the first word of a name: whether it may be one by itself, or is a particle before the next."""

    clitic: str
    form: str
    alone: bool
    particle: bool


class Word(msgspec.Struct, eq=False, gc=False):
    """A word form and everything that the lexicon says about it."""

    form: str
    tail: str
    is_word: bool
    number: bool
    halts: bool  # a clause may end here
    verbs: tuple[VerbReading, ...] = ()
    bases: tuple[tuple[str, str], ...] = ()
    groups: "tuple[tuple[str, NameGroup], ...]" = ()  # names of the lexicon that may start here, by the clitics before
    group: "NameGroup | None" = None  # of those the ones without clitics
    given: "tuple[GivenName, ...]" = ()  # names that the lexicon lacks may start here
    phrases: tuple[tuple[str, str], ...] = ()
    nouns: tuple[NounReading, ...] = ()
    participles: tuple[int, ...] = ()
    stems: frozenset[str] = _NONE
    asked: frozenset[str] = _NONE  # those of its stems for which a sentence is asked as a whole
    tags: frozenset[str] = _NONE
    kinds: frozenset[str] = _NONE  # of what the lexicon has under it: trigger, stance, pledge, cue …
    rank: int | None = None
    definite: bool = False
    clitics: str = ""
    preposition: str = ""  # where it is one, without a conjunction before it
    names: bool = False  # a name may start here, whatever follows; one of the lexicon, if of several words, may do so besides
    named: bool = False  # a given name or a particle of names, whatever else it may be
    telling: bool = False  # a noun or participle of the lexicon, or the first word of its phrases
    certain: bool = False  # a verb that is no noun: in the future, or with ya in the imperfect
    says: bool = False  # a verb of plain speech
    reports: bool = False  # what may report words, or name their source
    source: bool = False  # a phrase that names a source may start here
    matter: bool = False  # a word of a dossier may start here
    context: bool = False  # a word of a context may start here
    opens: "tuple[PhrasesOfGrammar, ...]" = ()  # phrases of the grammar that may start here, by their second words
    outside: bool = False  # a particle, which is no part of a noun phrase
    apart: bool = False  # no noun phrase goes on here: a particle, number, participle or word with proclitics
    nominal: bool = False  # where no verb and no phrase of the grammar stands, a noun phrase may start here
    adjective: bool = False  # where definite, an adjective by its form
    owned: bool = False  # a noun of the lexicon with a pronoun, and so definite
    referring: bool = False  # points back: الجانبان, بلاده
    passive: bool = False  # a verb that is passive by its written vowels


_RARER = 4  # times that a spelling is less frequent than another, from which it is taken for a variant of it


class Token(msgspec.Struct, eq=False, gc=False):
    """A word or a mark of punctuation in its place; `text[start:end]` is its spelling."""

    start: int
    end: int
    word: Word

    @property
    def form(self) -> str:
        return self.word.form


class NameGroup:
    """The names that start with one word: `longer` by their second word, the longest first, and `single` ones."""

    __slots__ = ("kinds", "longer", "single")

    def __init__(self, uses: tuple[NameUse, ...]) -> None:
        self.single: list[NameUse] = []
        self.longer: dict[str, list[NameUse]] = {}
        for use in uses:
            if use.rest:
                self.longer.setdefault(use.rest[0], []).append(use)
            else:
                self.single.append(use)
        self.kinds = {use.kind for use in uses}

    def at(self, tokens: list[Token], i: int) -> Sequence[NameUse]:
        """The names of the group that stand at token `i`, the longest first."""
        if not self.longer or i + 1 >= len(tokens):
            return self.single
        longer = self.longer.get(tokens[i + 1].word.form)
        if longer is None:
            return self.single
        return [*[use for use in longer if len(use.rest) == 1 or follows(tokens, i + 1, use.rest)], *self.single]


class SourceGroup:
    """The phrases that name a source and start with one word; `seconds`: how the word after it may begin."""

    __slots__ = ("seconds", "uses")

    def __init__(self, uses: tuple[NameUse, ...]) -> None:
        self.uses = uses
        self.seconds = tuple(dict.fromkeys(use.rest[0] if use.rest else "" for use in uses))


class Analyser:
    """Looks word forms up in the lexicon."""

    def __init__(self, language: Language, lexicon: Lexicon, asked: frozenset[str]) -> None:
        self.language = language
        self.lexicon = lexicon
        self.asked = asked  # stems for which a sentence is asked as a whole
        self.lists = {tag: frozenset(words) for tag, words in lexicon.grammar.items()}  # the lists of the grammar as sets
        self.words: dict[str, Word] = {}
        self.sets: dict[frozenset[str], frozenset[str]] = {}  # each set of tags and kinds once
        self.pieces: dict[str, list[tuple[int, int, Word]]] = {}  # what stands between spaces, where it is no single word
        functions: dict[str, set[str]] = {}
        self.function_phrases: dict[str, PhrasesOfGrammar] = {}
        for tag, entries in lexicon.grammar.items():
            for entry in () if tag in _LOOKED_UP else entries:
                first, *rest = entry.split()
                if rest:
                    seconds = self.function_phrases.setdefault(first, {})
                    seconds.setdefault(rest[0], []).append((tuple(rest), tag))
                else:
                    functions.setdefault(first, set()).add(tag)
        for word in lexicon.grammar["complementizers"]:
            for pronoun in ("ه", "ها", "هم", "هما", "هن", "نا", "ني", "ي", "كم", "ك"):
                functions.setdefault(word + pronoun, set()).add("complementizers")
        self.functions = {form: self.shared(tags) for form, tags in functions.items()}
        self.groups: dict[str, NameGroup] = {}
        self.states = {state.code: state for state in lexicon.states}
        self.seats = {language.fold(seat) for state in lexicon.states for seat in state.seats}
        self.abstract = {language.fold(form) for body in lexicon.bodies for form in body.abstract}
        bodies: tuple[Organisation | Group, ...] = (*lexicon.organisations, *lexicon.groups)
        self.bodies = {body.code: body for body in reversed(bodies)}  # of several with one code the first
        self.pacts: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}  # further words and parties, by the first word
        for pact in lexicon.pacts:
            for words in pact.words:
                first, *rest = language.fold(words).split()
                self.pacts.setdefault(first, []).append((tuple(rest), pact.parties))
        self.phrases = lexicon.phrases
        self.kinds_of_phrases = {
            first: self.shared(kind for use in uses for kind in (use.kind, f"{use.kind} phrase"))
            for first, uses in lexicon.phrases.items()
        }
        self.kinds_of_verbs = [
            self.shared(lemma.kinds() | self.kinds_of_phrases.get(lemma.past, _NONE)) for lemma in lexicon.lemmas
        ]
        self.sources = {
            first: SourceGroup(found)
            for first, uses in lexicon.phrases.items()
            if (found := tuple(u for u in uses if u.kind == "source"))
        }
        self.matters = {p[0] for d in lexicon.dossiers for group in d[1:] for p in group if p}
        self.contexts = {phrase.split()[0] for phrases in lexicon.contexts.values() for phrase in phrases}
        referring = {form for form, tags in self.functions.items() if tags & _REFERRING}
        self.firsts = {*lexicon.names, *self.phrases, *self.matters, *self.contexts, *referring}  # of anything, without clitics

    def tokens(self, text: str, start: int = 0, end: int | None = None) -> list[Token]:
        """Words and marks of `text[start:end]`, offsets in the whole text."""
        words, pieces = self.words, self.pieces
        found: list[Token] = []
        at = start
        for chunk in text[start:end].split(" "):
            word, after = words.get(chunk), at + len(chunk)
            if word is not None:
                found.append(Token(at, after, word))
            elif chunk:
                known = pieces.get(chunk)
                if known is None:
                    known = self.cut(chunk)
                for first, last, word in known:
                    found.append(Token(at + first, at + last, word))
            at = after + 1
        return found

    def cut(self, chunk: str) -> list[tuple[int, int, Word]]:
        """The words and marks of what stands between two spaces, with their offsets in it."""
        if chunk.isalnum():
            return [(0, len(chunk), self.word(chunk))]
        found = [(*match.span(), self.word(match[0])) for match in TOKEN.finditer(chunk)]
        if len(found) > 1:
            if len(self.pieces) >= _CACHE:
                self.pieces.clear()
            self.pieces[chunk] = found
        return found

    def word(self, surface: str) -> Word:
        """A spelling looked up, analysed where it has not been met."""
        word = self.words.get(surface)
        if word is None:
            if len(self.words) >= _CACHE:
                self.words.clear()
            form = self.language.fold(surface)
            word = self.analyse(form, self.language.is_feminine_noun(surface))
            if word.verbs and self.language.is_passive(surface):
                passives = [r._replace(tag="P" + r.tag[1:]) for r in word.verbs if r.tag[0] in "pP"]
                if passives:
                    word.verbs, word.passive, word.certain = tuple(dict.fromkeys(passives)), True, False
            for other in self.language.other_spellings(form):
                if not self.stranger(word):
                    break
                variant = self.analyse(other)
                if variant.rank is not None and word.rank is not None:
                    word = variant if variant.rank * _RARER < word.rank else word
                elif word.rank is None and (variant.rank is not None or not self.stranger(variant)):
                    word = variant
            self.words[surface] = word
        return word

    @staticmethod
    def stranger(word: Word) -> bool:
        """Whether nothing is known of a word, or no more than that papers write it."""
        return not (word.verbs or word.tags or word.groups or word.nouns or word.participles or word.phrases or word.named)

    def analyse(self, form: str, noun: bool = False) -> Word:
        """What the lexicon says about a folded form; `noun`: its spelling shows that it is a noun and bears no pronoun."""
        word = Word(form, form[1:], form[:1].isalnum(), form.isdigit(), form in STOPS or form in QUOTES)
        if not word.is_word:
            word.tags = self.shared(self.functions.get(form, ()))
            word.halts = word.halts or not HALTING.isdisjoint(word.tags)
            word.outside = word.apart = not _NOT_IN_PHRASE.isdisjoint(word.tags)
            return word
        lexicon, functions, tail = self.lexicon, self.functions, word.tail
        own, joined = functions.get(form, _NONE), functions.get(tail, _NONE)
        if noun:
            own, joined = own - _OWN, joined - _OWN  # بلدة is a town, بلده his country
        tags, participles = own, lexicon.participles.get(form, ())
        if not own and form[0] in "وف" and len(form) > 2:
            tags = joined - _NUMBERS if joined else own
            participles = participles or lexicon.participles.get(tail, ())
        word.rank = lexicon.common.get(form)
        word.definite = form.startswith(_ARTICLES)
        word.participles = participles
        word.verbs = () if noun else tuple(self.verbs(form))
        word.certain = any(r.future or r.tag[0] in "iIjJ" and form[0] in "يوف" for r in word.verbs)
        word.says = not tags and any(self.plain(r) for r in word.verbs)
        parts = self.language.without_proclitics(form)
        if not self.firsts.isdisjoint([rest for _, rest in parts]):
            tags = self.begin(word, parts, tags, _REFERRING - _OWN if noun else _REFERRING)
        nouns, forms = [], {form}
        nouns_of, stems = lexicon.nouns, self.language.stems
        for clitics, rest in parts:
            for stem, pronoun in stems(rest):
                if noun and pronoun:
                    continue
                forms.add(stem)
                if stem in nouns_of:
                    definite = rest.startswith("ال")
                    nouns.extend([NounReading(use, clitics, pronoun, definite) for use in nouns_of[stem]])
        word.stems = frozenset(forms)
        if not self.asked.isdisjoint(forms):
            word.asked = self.shared(self.asked & forms)
        if nouns:
            owned = [n for n in nouns if n.pronoun] if form.endswith("ه") and not noun else []
            nouns = owned or nouns  # مطالبه: his demands rather than a demand
            word.nouns = tuple(dict.fromkeys(nouns))
            word.owned = any(n.pronoun for n in nouns)
        if tags:
            word.tags = tags = self.shared(tags)
            word.referring = not _REFERRING.isdisjoint(tags)
            word.outside = not _NOT_IN_PHRASE.isdisjoint(tags)
            if "prepositions" in tags:
                plain = tail if "prepositions" not in own and "prepositions" in joined else form
                word.preposition = self.language.one_spelling(plain)
            elif "governed_demonstratives" in tags:
                word.preposition = form.lstrip("وف")[0]
        else:
            word.clitics = self.clitics(word, parts)
        word.halts = bool(participles) or not HALTING.isdisjoint(tags)
        word.telling = bool(nouns or word.phrases or participles) or form in lexicon.speech_participles
        if word.telling or word.verbs:
            word.kinds = self.shared(self.kinds(word))
            word.reports = not word.kinds.isdisjoint(_REPORTING) or bool(participles) or form in lexicon.speech_participles
        given = lexicon.given
        word.named = form in given or form[0] in "وفلب" and tail in given or "name_particles" in own or "name_particles" in joined
        word.given = self.given(word) if word.named else ()
        word.names = bool(word.given) or word.referring or any(group.single for _, group in word.groups)
        options = (form, tail) if form[0] in "وف" else (form,)
        word.opens = tuple(self.function_phrases[option] for option in options if option in self.function_phrases)
        word.apart = word.outside or bool(word.clitics) or word.number or bool(participles)
        word.nominal = not (word.outside or word.preposition or participles or form == "و")
        word.adjective = form.endswith(_ADJECTIVES) or "title_adjectives" in tags
        return word

    def begin(self, word: Word, parts: list[tuple[str, str]], tags: frozenset[str], pointing: frozenset[str]) -> frozenset[str]:
        """Note what may begin with a word: names, phrases, matters, contexts; returns its tags with those that point back."""
        bases, names = [], self.lexicon.names
        for clitics, rest in parts:
            if rest not in self.firsts:
                continue
            if rest in names or rest in self.phrases:
                bases.append((clitics, rest))
            word.matter = word.matter or rest in self.matters
            word.context = word.context or rest in self.contexts
            if referring := self.functions.get(rest, _NONE) & pointing:
                tags |= referring
                bases.append((clitics, rest))
        word.bases = tuple(bases)
        word.groups = tuple([(c, group) for c, b in bases if (group := self.group(b)) is not None])
        word.group = next((group for c, group in word.groups if not c), None)
        word.phrases = tuple((c, b) for c, b in bases if b in self.phrases)
        word.source = any(b in self.sources for _, b in word.phrases)
        return tags

    def group(self, first: str) -> NameGroup | None:
        """The names of the lexicon that start with a word."""
        if first not in self.groups and first in self.lexicon.names:
            self.groups[first] = NameGroup(self.lexicon.names[first])
        return self.groups.get(first)

    def given(self, word: Word) -> tuple[GivenName, ...]:
        """The ways to read a word as the first of a name that the lexicon lacks."""
        options = [("", word.form)]
        if word.form[0] in "وفلب" and len(word.form) > 3:
            options.append((word.form[0], word.tail))
        if word.tail in self.lexicon.grammar["whatever"]:
            return ()  # بأية تعاملات
        joined = all(r.conjunction for r in word.verbs)  # فيصل is hardly "so he arrives"
        found = []
        for clitic, form in options:
            tags = self.functions.get(form, _NONE)
            other = word.tags or word.nouns or word.verbs and (clitic or not joined)
            name = GivenName(clitic, form, not other and form in self.lexicon.given, "name_particles" in tags)
            if len(form) > 1 and (name.alone or name.particle) and "place_heads" not in tags:
                found.append(name)
        return tuple(found)

    def plain(self, reading: VerbReading) -> bool:
        """Whether a verb does nothing but report words."""
        cues = [self.lexicon.cues[c] for c in self.lexicon.lemmas[reading.lemma].cues]
        return not reading.pronoun and any(c.plain and not c.doubtful for c in cues)

    def shared(self, items: Iterable[str]) -> frozenset[str]:
        """The one set of these items."""
        found = frozenset(items)
        return self.sets.setdefault(found, found)

    def kinds(self, word: Word) -> set[str]:
        """The kinds of entries that a word may stand for as a verb, noun, participle or first word of a phrase."""
        kinds = {n.use.kind for n in word.nouns}
        for reading in word.verbs:
            kinds |= self.kinds_of_verbs[reading.lemma]
        for _, first in word.phrases:
            kinds |= self.kinds_of_phrases[first]
        if word.participles:
            kinds.add("trigger")
        return kinds

    def clitics(self, word: Word, parts: list[tuple[str, str]]) -> str:
        """The proclitics of a noun form: taken off only where the rest is the more frequent word, or one of the lexicon."""
        if word.tags:
            return ""
        known = [n.proclitics for n in word.nouns]
        if known:
            return min(known, key=len)
        common = self.lexicon.common
        for clitics, rest in parts[1:]:
            rank = common.get(rest)
            if rank is not None and (word.rank is None or rank < word.rank and clitics[-1] != "ك"):
                return clitics
        return ""

    def verbs(self, form: str) -> list[VerbReading]:
        """Readings as a verb: conjunction, future sin and object pronoun taken off as far as needed."""
        table = self.lexicon.verbs
        found: dict[tuple[int, str], VerbReading] = {}
        for conjunction, future, bare, pronoun in self.language.verb_bases(form):
            for use in table.get(bare, ()):
                tag = "i1s" if future and use.tag == "P3ms" else use.tag  # سأجري, spelled as أُجري is
                if not future or tag[0] in "iI":
                    found.setdefault((use.lemma, tag), VerbReading(use.lemma, tag, conjunction, future, pronoun))
        if len(found) < 2:
            return list(found.values())
        effort = {
            r: (r.tag[0] in "jJ", _LIKELIHOOD.get(r.tag[1:], 2), bool(r.conjunction) + r.future + bool(r.pronoun))
            for r in found.values()
        }
        least = min(effort.values())
        return [r for r in effort if effort[r] == least]


def phrase_tags(tokens: list[Token], i: int) -> list[tuple[str, int]]:
    """Grammar phrases of several words that start at token `i`: (tag, index after it)."""
    second = tokens[i + 1].word.form if i + 1 < len(tokens) else ""
    return [
        (tag, i + 1 + len(rest))
        for phrases in tokens[i].word.opens
        for rest, tag in phrases.get(second, ())
        if follows(tokens, i + 1, rest)
    ]


def going_on(phrases: Mapping[str, Sequence[T]], tokens: list[Token], i: int) -> Sequence[T]:
    """Of the phrases that may start at token `i`, by their second words, those that may go on: the longer ones first."""
    single = phrases.get("", ())
    longer = phrases.get(tokens[i + 1].word.form) if i + 1 < len(tokens) else None
    return (*longer, *single) if longer else single


def follows(tokens: list[Token], i: int, rest: tuple[str, ...]) -> bool:
    """Whether the words of `rest` stand at token `i`."""
    if i + len(rest) > len(tokens):
        return False
    for k, word in enumerate(rest, i):  # noqa: SIM110 - twice as fast as `all`
        if tokens[k].word.form != word:
            return False
    return True
