"""Names of the lexicon in a sentence: who or what a word names, and whether an ambiguous name is meant there."""

from collections import Counter

from mahdar.coder.sentences import Sentence
from mahdar.coder.tokens import Analyser, Token, Word
from mahdar.languages.ar.clitics import governing
from mahdar.lexicon.lexicon import Lexicon, NameUse

NAMED = frozenset({"state", "capital", "place", "person"})  # kinds of names that may be without an article
_NISBAS = ("nisba", "nation")
_MEMBER = frozenset({"of_prepositions", "within"})
# Words behind which a verb stands rather than a noun for people: كما طالب الرئيس.
_BEFORE_VERB = frozenset({"clause_openers", "true_relatives", "completed", "turns"})


class Mention:
    """Someone or something named: tokens `start` to `end` (exclusive) of a sentence.

    `kind`: person, title, counterpart, body, people, state, capital, nation, nisba, org, group, place, dual, own.
    `codes`: the states or bodies it belongs to. `name`: token range of a personal name. `prep`: the preposition on or
    before it. `told`: tokens that say
    more of who is named. `within`: the body that a title or noun names as its own (المتحدث باسم + الوكالة); `possessed`: with
    the pronoun of whose it is (سفيرها).
    """

    __slots__ = (
        "clitics",
        "codes",
        "collective",
        "counterpart",
        "end",
        "entity",
        "entries",
        "head_end",
        "kind",
        "local",
        "name",
        "name_entry",
        "number",
        "office",
        "plural_of",
        "possessed",
        "prep",
        "sector",
        "start",
        "told",
        "within",
    )

    def __init__(self, kind: str, start: int, end: int, entry: int = -1) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.head_end = end
        self.entries: tuple[int, ...] = (entry,)
        self.codes: list[str] = []
        self.name: tuple[int, int] | None = None
        self.name_entry: int | None = None
        self.number = "s"
        self.office: str | None = None
        self.sector: str | None = None
        self.prep = ""
        self.clitics = ""
        self.local = False
        self.collective = False
        self.counterpart = kind == "counterpart"
        self.plural_of = False
        self.possessed = False
        self.told: tuple[int, int] | None = None
        self.within: Mention | None = None
        self.entity: object | None = None


def in_phrase(first: Word, second: Word) -> bool:
    """Whether two words open a phrase of the grammar, so that the second is no name: من المقرر."""
    return bool(first.opens) and any(second.form in phrases for phrases in first.opens)


class Lookup:
    """Finds the names of the lexicon in the sentences of one article; keeps the names that the article introduces."""

    def __init__(self, lexicon: Lexicon, analyser: Analyser) -> None:
        self.lexicon = lexicon
        self.analyser = analyser
        self.introduced: set[int] = set()
        self.weights: Counter[str] = Counter()
        self.learned: dict[str, tuple[str, ...]] = {}
        self.firsts: dict[str, int] = {}  # first words of names met, with the number of names met before

    def match(self, tokens: list[Token], i: int) -> tuple[str, NameUse] | None:
        """The best name of the lexicon at token `i`: the longest, then the one with fewest clitics taken off."""
        best: tuple[str, NameUse] | None = None
        following = tokens[i + 1].word.form if i + 1 < len(tokens) else ""
        for clitics, group in tokens[i].word.groups:
            for use in group.at(tokens, i) if following in group.longer else group.single:
                if best is not None and len(use.rest) <= len(best[1].rest):
                    break
                if self.allowed(tokens, i, use, clitics):
                    best = (clitics, use)
                    break
        return best

    def allowed(self, tokens: list[Token], i: int, use: NameUse, clitics: str) -> bool:
        """Whether an ambiguous name is meant here."""
        word = tokens[i].word
        if use.kind == "short":
            if not use.rest and "complementizers" in word.tags:
                return False
            return not use.ambiguous or use.entry in self.introduced
        if use.kind == "honorific":
            return i + 1 < len(tokens)
        if use.kind == "nisba" and self.doubtful(tokens, i, clitics):
            return bool(self.weights[self.lexicon.nisbas[use.entry]])
        if use.kind == "nisba":
            return (
                word.definite
                or clitics.endswith(("ل", "ب"))
                or not use.ambiguous
                or use.number == "p"
                or self.after_noun(tokens, i)
                or i > 0
                and (tokens[i - 1].word.number or "numbers" in tokens[i - 1].word.tags)
            )
        if use.kind == "place" and use.ambiguous:
            return self.place_context(tokens, i, clitics)
        if use.kind == "body" and use.ambiguous and not use.rest and word.form[len(clitics) :] in self.analyser.abstract:
            return self.acts(tokens, i, clitics)
        if use.kind in ("title", "body", "people") and not use.rest:
            if not clitics and "prepositions" in word.tags:
                return False
            if (word.verbs or word.participles) and not word.definite and self.verb_position(tokens, i):
                return False
            if i and in_phrase(tokens[i - 1].word, word):
                return False  # من المقرر أن يصل
            verb = i == 1 and bool(tokens[0].word.verbs) and not tokens[0].word.definite  # وصف دبلوماسيون
            if verb or not (use.ambiguous and i and self.plain_noun(tokens[i - 1].word, word.definite)):
                return True
            # مقتل مدنيين: a plural describes no single act; طرد دبلوماسي بلغاري: nor does one who has a nisba
            someone = word.form.endswith(("ون", "ين", "ان")) or not word.definite and self.nisba(tokens, i + 1) is not None
            return someone and any(n.use.kind == "trigger" for n in tokens[i - 1].word.nouns)
        if use.kind == "person" and not use.rest:
            return True
        if not use.ambiguous:
            return True
        if use.kind in ("state", "capital") and not word.definite and not use.rest:
            return self.state_meant(tokens, i, use, clitics)
        if use.kind == "group" and self.weights[self.lexicon.groups[use.entry].country or ""]:
            return True
        if use.kind == "org" and (word.definite or use.rest) and self.weights[self.lexicon.organisations[use.entry].code]:
            return True  # named before by its full name
        if use.kind in ("org", "group"):
            if i > 1 and not clitics and tokens[i - 1].word.tags & _MEMBER and self.names_people(tokens[i - 2].word):
                return True  # وفد من حماس, قيادي في فتح
            return i > 0 and ("media_heads" in tokens[i - 1].word.tags or tokens[i - 1].word.form in '«"“')
        return self.place_context(tokens, i, clitics) or self.next_to_state(tokens, i)

    def acts(self, tokens: list[Token], i: int, clitics: str) -> bool:
        """Whether an abstract noun is a body here: the subject of a verb, or of a state (اعتقل الأمن, القضاء المصري)."""
        after = tokens[i + 1].word if i + 1 < len(tokens) else None
        if after is not None and "prepositions" in after.tags:
            return False  # القضاء على الجماعة
        use = self.nisba(tokens, i + 1)
        if use is not None and use.kind == "nisba":
            return True
        before = tokens[i - 1].word if i else None
        return not governing(clitics) and (before is None or not before.is_word or bool(before.verbs) and not before.definite)

    def names_people(self, word: Word) -> bool:
        """Whether a word is a title or a noun for people or a body."""
        return any(u.kind in ("title", "body", "people") for _, group in word.groups for u in group.single)

    def doubtful(self, tokens: list[Token], i: int, clitics: str) -> bool:
        """Whether a nisba is an everyday adjective too (مالي, قطري): its definite form says so."""
        form = tokens[i].word.form[len(clitics) :]
        group = self.analyser.group(form if form.startswith("ال") else "ال" + form.removesuffix("ا"))
        return group is not None and any(use.kind == "nisba" and use.ambiguous for use in group.single)

    def state_meant(self, tokens: list[Token], i: int, use: NameUse, clitics: str) -> bool:
        """Whether قطر, عمان or مسقط is the state or capital: not behind a noun that owns it, nor where a namesake was named."""
        weight = self.weights[self.lexicon.states[use.entry].code]
        group = self.analyser.group(tokens[i].word.form[len(clitics) :])
        rivals = [u for u in (group.at(tokens, i) if group is not None else ()) if u.kind in ("state", "capital")]
        if any(self.weights[self.lexicon.states[u.entry].code] > weight for u in rivals):
            return False
        if weight or self.place_context(tokens, i, clitics) or self.next_to_state(tokens, i):
            return True
        before = tokens[i - 1].word if i and not clitics else None
        return use.kind == "state" and not (before is not None and not before.definite and self.plain_noun(before, False))

    def verb_position(self, tokens: list[Token], i: int) -> bool:
        return i == 0 or not tokens[i - 1].word.is_word or not _BEFORE_VERB.isdisjoint(tokens[i - 1].word.tags)

    def plain_noun(self, word: Word, definite: bool) -> bool:
        """Whether a word is a noun that an adjective of the given definiteness may follow."""
        if word.owned and definite and not word.verbs:
            return True  # اجتماعه المقرر
        if not word.is_word or word.number or word.tags or word.participles:
            return False
        if word.verbs and not word.nouns and not word.definite:
            return False
        return word.definite or not definite

    def after_noun(self, tokens: list[Token], i: int) -> bool:
        if not i or not tokens[i - 1].word.is_word or "prepositions" in tokens[i - 1].word.tags:
            return False
        return not tokens[i - 1].word.definite and not tokens[i - 1].word.tags

    def place_context(self, tokens: list[Token], i: int, clitics: str) -> bool:
        if clitics.endswith("ب"):
            return tokens[i].word.rank is None  # بحجة, بصور are words of their own
        return i > 0 and ("place_heads" in tokens[i - 1].word.tags or "locative" in tokens[i - 1].word.tags)

    def next_to_state(self, tokens: list[Token], i: int) -> bool:
        if i == 0:
            return False
        return any(
            use.kind in ("state", "title", "body") for _, b in tokens[i - 1].word.bases for use in self.lexicon.names.get(b, ())
        )

    def preposition_before(self, tokens: list[Token], i: int) -> str:
        return tokens[i - 1].word.preposition if i else ""

    def simple(self, use: NameUse, start: int, end: int) -> Mention:
        """A mention as the lexicon has it, before its modifiers are read."""
        lexicon, kind = self.lexicon, "person" if use.kind == "short" else use.kind
        mention = Mention(kind, start, end, use.entry)
        mention.number = use.number
        if kind in ("state", "capital", "nation"):
            mention.codes = [lexicon.states[use.entry].code]
        elif kind == "nisba":
            mention.codes = [lexicon.nisbas[use.entry]]
        elif kind == "realm":
            mention.kind, mention.codes = "state", [self.realm(use.entry)]
        elif kind in ("org", "group"):
            body = lexicon.organisations[use.entry] if kind == "org" else lexicon.groups[use.entry]
            mention.codes, mention.sector = [body.code], body.sector
        elif kind == "person":
            person = lexicon.persons[use.entry]
            mention.sector, mention.name_entry = person.sector, use.entry
            mention.name = (start, end)
        elif kind in ("title", "possessed"):
            mention.kind, mention.possessed = "title", kind == "possessed"
            title = lexicon.titles[use.entry]
            mention.office, mention.sector = title.office, title.sector
            if title.code:
                mention.codes = [title.code]
        elif kind == "body":
            mention.sector = lexicon.bodies[use.entry].sector
            if lexicon.bodies[use.entry].code:
                mention.codes = [str(lexicon.bodies[use.entry].code)]
        elif kind == "people":
            noun = lexicon.people[use.entry]
            mention.sector, mention.local, mention.collective = noun.sector, noun.local, noun.collective
        return mention

    def realm(self, entry: int) -> str:
        """The state that a word such as المملكة means here."""
        codes = self.lexicon.realms[entry].codes
        return max(codes, key=lambda code: (self.weights[code], -codes.index(code)))

    def introduce(self, mention: Mention) -> None:
        if mention.name_entry is not None:
            self.meet(mention.name_entry)

    def meet(self, entry: int) -> None:
        """Know a person of the directory by his short names from now on."""
        if entry not in self.introduced:
            self.introduced.add(entry)
            for short in self.lexicon.persons[entry].short:
                self.firsts.setdefault(self.analyser.language.fold(short).split()[0], len(self.firsts))

    def news(self, sentence: Sentence, known: int) -> bool:
        """Whether a sentence read when `known` names were known holds the first word of one met later."""
        if known == len(self.firsts):
            return False
        later = set(list(self.firsts)[known:])
        tokens = sentence.tokens
        return not (later.isdisjoint([t.word.form for t in tokens]) and later.isdisjoint([t.word.tail for t in tokens]))

    def attribute(self, tokens: list[Token], mention: Mention) -> None:
        """A nisba or known adjective after a body's name belongs to it: حزب الشعب التركي."""
        i = mention.end
        while i < len(tokens) and "title_adjectives" in tokens[i].word.tags and tokens[i].word.definite:
            i += 1
        use = self.nisba(tokens, i)
        if use is not None and mention.kind in ("org", "group") and self.attributive(tokens, mention, i, use):
            mention.end = i + 1 + len(use.rest)
            if mention.codes == ["UNK"]:
                mention.codes = [self.lexicon.nisbas[use.entry]]

    def nisba(self, tokens: list[Token], i: int) -> NameUse | None:
        """The nisba at token `i`, without clitics."""
        if i >= len(tokens):
            return None
        group = tokens[i].word.group
        if group is None or group.kinds.isdisjoint(_NISBAS):
            return None
        for use in group.at(tokens, i):
            if use.kind in _NISBAS:
                return use
        return None

    def code_of(self, use: NameUse) -> str:
        """The state or body that a nisba or the name of a people tells."""
        return self.lexicon.states[use.entry].code if use.kind == "nation" else self.lexicon.nisbas[use.entry]

    @staticmethod
    def attributive(tokens: list[Token], mention: Mention, i: int, use: NameUse) -> bool:
        """Whether a nisba agrees with the noun before it: not دعا الاتحاد الأوروبي روسيا, where روسيا could be spelled روسيّاً."""
        inner = mention.kind == "body" and mention.head_end - mention.start > 1  # مجلس وزراء الخارجية الأوروبيين
        if use.number == "p" and mention.number == "s" and not inner:
            return False
        if use.kind != "nisba" or tokens[i].word.definite:
            return True
        if mention.number in ("p", "d") and tokens[i].word.form.endswith("ا"):
            return False  # وزراء خارجية بريطانيا are no British one
        return mention.kind not in ("org", "group") and not any(t.word.definite for t in tokens[mention.start : i])
