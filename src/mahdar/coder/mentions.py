"""Names, titles and nouns for people in a sentence: who and what is mentioned, with the state or body each belongs to."""

from collections import Counter

from mahdar.coder.sentences import Sentence
from mahdar.coder.tokens import Analyser, Token, Word
from mahdar.languages.ar.clitics import governing
from mahdar.lexicon.lexicon import Lexicon, NameUse

PERSONAL = frozenset({"person", "title", "counterpart"})
_REFERRING = frozenset({"dual_reference", "own_country"})
_NONE: frozenset[str] = frozenset()
_ABSOLUTE = ("ون", "ين", "ان")
_PAUSES = frozenset("،,–-.")
_OPENING, _CLOSING = frozenset('«"“'), frozenset('»"”')
_RARE = 9000  # rank among frequent words from which a form may be part of an unknown name


class Mention:
    """Someone or something named: tokens `start` to `end` (exclusive) of a sentence.

    `kind`: person, title, counterpart, body, people, state, capital, nation, nisba, org, group, place, dual, own.
    `codes`: the states or bodies it belongs to. `name`: token range of a personal name. `prep`: the preposition on or
    before it.
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
        "prep",
        "sector",
        "start",
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
        self.entity: object | None = None


class Recogniser:
    """Finds mentions in the sentences of one article, in order; learns the names that the article introduces."""

    def __init__(self, lexicon: Lexicon, analyser: Analyser) -> None:
        self.lexicon = lexicon
        self.analyser = analyser
        self.introduced: set[int] = set()
        self.weights: Counter[str] = Counter()
        self.learned: dict[str, tuple[str, ...]] = {}
        self.firsts: dict[str, int] = {}  # first words of names met, with the number of names met before
        self.names = analyser.names

    # --- one sentence

    def find(self, sentence: Sentence) -> list[Mention]:
        """The mentions of a sentence, in order, none within another."""
        tokens = sentence.tokens
        found: list[Mention] = []
        firsts = self.firsts
        end = 0
        for i, token in enumerate(tokens):
            word = token.word
            if i < end or not (word.names or word.form in firsts or word.tail in firsts) or not word.is_word:
                continue
            mention = self.at(tokens, i)
            if mention is not None:
                found.append(mention)
                for code in mention.codes:
                    self.weights[code] += 1
                end = mention.end
        return found

    def at(self, tokens: list[Token], i: int) -> Mention | None:
        """The mention that starts at token `i`, grown to its full extent."""
        match = self.match(tokens, i)
        if match is None or not match[1].rest and tokens[i].word.tags & _REFERRING:
            return self.referring(tokens, i) or self.unknown_name(tokens, i)
        clitics, use = match
        end = i + 1 + len(use.rest)
        if use.kind == "honorific":
            mention = self.at(tokens, end) if end < len(tokens) and tokens[end].word.is_word else None
            if mention is None and (stop := self.name_end(tokens, end, 1)):
                mention = self.person(tokens, end, stop)
            if mention is not None:
                mention.start = i
                mention.clitics = clitics
                mention.prep = governing(clitics) or self.preposition_before(tokens, i) or mention.prep
            return mention
        mention = self.simple(use, i, end)
        mention.clitics = clitics
        mention.prep = governing(clitics) or self.preposition_before(tokens, i)
        if mention.kind in ("title", "counterpart", "body", "people"):
            self.extend(tokens, mention)
        elif mention.kind == "person":
            self.introduce(mention)
            self.apposition(tokens, mention)
        elif mention.kind in ("org", "group", "state", "nation"):
            self.attribute(tokens, mention)
        return mention

    def referring(self, tokens: list[Token], i: int) -> Mention | None:
        """A word that points back: الجانبان, الوزيرين, بلاده."""
        tags = tokens[i].word.tags
        kind = "dual" if "dual_reference" in tags else "own" if "own_country" in tags else ""
        if not kind or kind == "dual" and self.nisba(tokens, i + 1) is not None:
            return None
        mention = Mention(kind, i, i + 1)
        clitics = next((c for c, b in tokens[i].word.bases if self.analyser.functions.get(b, _NONE) & _REFERRING), "")
        mention.clitics = clitics
        mention.number = "d" if kind == "dual" else "s"
        mention.prep = governing(clitics) or self.preposition_before(tokens, i)
        return mention

    def match(self, tokens: list[Token], i: int) -> tuple[str, NameUse] | None:
        """The best name of the lexicon at token `i`: the longest, then the one with fewest clitics taken off."""
        best: tuple[str, NameUse] | None = None
        for clitics, group in tokens[i].word.groups:
            for use in group.at(tokens, i):
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
        if use.kind in ("title", "body", "people") and not use.rest:
            if not clitics and "prepositions" in word.tags:
                return False
            if (word.verbs or word.participles) and not word.definite and self.verb_position(tokens, i):
                return False
            return not (use.ambiguous and i and self.plain_noun(tokens[i - 1].word, word.definite))
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
            return i > 0 and ("media_heads" in tokens[i - 1].word.tags or tokens[i - 1].word.form in '«"“')
        return self.place_context(tokens, i, clitics) or self.next_to_state(tokens, i)

    def doubtful(self, tokens: list[Token], i: int, clitics: str) -> bool:
        """Whether a nisba is an everyday adjective too (مالي, قطري): its definite form says so."""
        form = tokens[i].word.form[len(clitics) :]
        group = self.names.get(form if form.startswith("ال") else "ال" + form.removesuffix("ا"))
        return group is not None and any(use.kind == "nisba" and use.ambiguous for use in group.single)

    def state_meant(self, tokens: list[Token], i: int, use: NameUse, clitics: str) -> bool:
        """Whether قطر, عمان or مسقط is the state or capital: not behind a noun that owns it, nor where a namesake was named."""
        weight = self.weights[self.lexicon.states[use.entry].code]
        group = self.names.get(tokens[i].word.form[len(clitics) :])
        rivals = [u for u in (group.at(tokens, i) if group is not None else ()) if u.kind in ("state", "capital")]
        if any(self.weights[self.lexicon.states[u.entry].code] > weight for u in rivals):
            return False
        if weight or self.place_context(tokens, i, clitics) or self.next_to_state(tokens, i):
            return True
        before = tokens[i - 1].word if i and not clitics else None
        return use.kind == "state" and not (before is not None and not before.definite and self.plain_noun(before, False))

    def verb_position(self, tokens: list[Token], i: int) -> bool:
        return i == 0 or not tokens[i - 1].word.is_word

    def plain_noun(self, word: Word, definite: bool) -> bool:
        """Whether a word is a noun that an adjective of the given definiteness may follow."""
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
            return True
        return i > 0 and ("place_heads" in tokens[i - 1].word.tags or "locative" in tokens[i - 1].word.tags)

    def next_to_state(self, tokens: list[Token], i: int) -> bool:
        if i == 0:
            return False
        return any(
            use.kind in ("state", "title", "body") for _, b in tokens[i - 1].word.bases for use in self.lexicon.names.get(b, ())
        )

    def preposition_before(self, tokens: list[Token], i: int) -> str:
        if i and "prepositions" in tokens[i - 1].word.tags:
            form = tokens[i - 1].word.form
            return form[1:] if form[0] in "وف" and form[1:] in self.prepositions and form not in self.prepositions else form
        return ""

    @property
    def prepositions(self) -> tuple[str, ...]:
        return self.lexicon.grammar["prepositions"]

    # --- kinds

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
        elif kind == "title":
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
        words = [t.word for t in sentence.tokens]
        return not (later.isdisjoint([w.form for w in words]) and later.isdisjoint([w.tail for w in words]))

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
        group = self.names.get(tokens[i].word.form)
        for use in group.at(tokens, i) if group is not None else ():
            if use.kind in ("nisba", "nation"):
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
        return mention.kind not in ("org", "group") and not any(t.word.definite for t in tokens[mention.start : i])

    # --- titles, bodies and people with what belongs to them

    def extend(self, tokens: list[Token], mention: Mention) -> None:
        """Read on behind a title, body or noun: adjectives, nisbas, whose it is, the person's name."""
        if mention.kind == "title" and mention.end - mention.start > 1:
            last = self.match(tokens, mention.end - 1)
            if last is not None and last[1].rest and last[1].kind in ("org", "group"):
                mention.end -= 1  # الأمين العام لحزب + الله
        mention.head_end = mention.end
        if self.title_of_medium(tokens, mention):
            return
        if not mention.codes and (code := self.code_within(tokens, mention)):
            mention.codes = [code]
        i, target, owned, closed = mention.end, False, bool(mention.codes), False
        while i < len(tokens) and i - mention.start < 24:
            word = tokens[i].word
            use = self.nisba(tokens, i)
            if use is not None and self.attributive(tokens, mention, i, use):
                code = self.code_of(use)
                if code not in mention.codes and not (owned and target):
                    if not owned or use.kind == "nisba":
                        mention.codes = [code, *mention.codes] if not owned else mention.codes or [code]
                owned = closed = True
                i += 1 + len(use.rest)
                continue
            if "affiliation" in word.tags:
                i, owned, closed = i + 1, False, True
                mention.codes = [] if mention.kind != "title" or mention.codes == [] else mention.codes
                continue
            if "title_adjectives" in word.tags or mention.kind == "people" and "another" in word.tags:
                i, closed = i + 1, True
                continue
            if i == mention.head_end and mention.kind == "title" and (after := self.unknown_body(tokens, i)) > i:
                i, closed = after, True
                continue
            if (peer := self.match(tokens, i)) is not None and peer[1].kind == "counterpart" and not peer[0]:
                break
            if mention.kind != "body" and mention.number != "p" and (stop := self.known_person(tokens, i)):
                mention.name, mention.name_entry = (i, stop[0]), stop[1]
                i = stop[0]
                break
            owner = self.owner(tokens, i, mention, closed)
            if owner is not None:
                after, codes, target_of = owner
                if codes and not target_of and (not mention.codes or not owned):
                    mention.codes = codes
                    owned = True
                elif codes and target_of and not mention.codes:
                    target = True
                i = after
                continue
            if word.number and mention.number == "p" or "in_his_name" in word.tags:
                i += 1
                continue
            if mention.kind == "title" and (after := self.field(tokens, i)) > i:
                i = after
                continue
            if mention.kind != "body" and mention.number != "p":
                stop_at = self.name_end(tokens, i, 1)
                if stop_at and self.worth_a_name(tokens, i, stop_at, mention):
                    mention.name = (i, stop_at)
                    self.learn(tokens, i, stop_at)
                    i = stop_at
                elif second := self.second_title(tokens, i):
                    mention.name, mention.name_entry, i = second.name, second.name_entry, second.end
            break
        mention.end = max(i, mention.end)
        if mention.kind in ("title", "counterpart", "people") and mention.name is None and mention.number == "s":
            self.comma_name(tokens, mention)
            if mention.name is None and not mention.prep:
                self.far_name(tokens, mention)
        if mention.collective:
            mention.name = mention.name_entry = None  # عائلة فلان are not فلان
        if mention.name is not None:
            if mention.name_entry is not None:
                self.meet(mention.name_entry)
            if mention.kind != "person":
                mention.kind = "person"
            self.trailing_nisba(tokens, mention)
            if mention.name[1] == mention.end:
                self.apposition(tokens, mention)

    def title_of_medium(self, tokens: list[Token], mention: Mention) -> bool:
        """Take in what a paper or a channel is called, in quotation marks behind the noun: صحيفة «كذا»."""
        i = mention.end
        if (
            mention.kind != "body"
            or "media_heads" not in tokens[mention.start].word.tags
            or i + 2 >= len(tokens)
            or tokens[i].word.form not in _OPENING
        ):
            return False
        close = next((j for j in range(i + 2, min(len(tokens), i + 7)) if tokens[j].word.form in _CLOSING), None)
        if close is None:
            return False
        match = self.match(tokens, i + 1)
        if match is not None and match[1].kind in ("org", "group"):
            mention.codes = self.simple(match[1], i + 1, close).codes
        mention.end = close + 1
        return True

    def second_title(self, tokens: list[Token], i: int) -> Mention | None:
        """A further title with the name behind it: وكيل الوزارة السفير فلان."""
        match = self.match(tokens, i) if i < len(tokens) and tokens[i].word.definite else None
        if match is None or match[0] or match[1].kind not in ("title", "honorific") or match[1].number != "s":
            return None
        inner = self.at(tokens, i)
        return inner if inner is not None and inner.name is not None else None

    def code_within(self, tokens: list[Token], mention: Mention) -> str | None:
        """The state or body that a title of several words names itself: المبعوث الأممي إلى اليمن."""
        for j in range(mention.start + 1, mention.end):
            use = self.nisba(tokens, j)
            if use is None or use.kind != "nisba" or not tokens[j].word.definite:
                continue
            code = self.lexicon.nisbas[use.entry]
            if not use.ambiguous or len(code) > 3:  # وزير المالية has nothing to do with Mali
                return code
        return None

    def trailing_nisba(self, tokens: list[Token], mention: Mention) -> None:
        use = self.nisba(tokens, mention.end)
        if use is not None and not mention.codes and use.kind == "nisba":
            mention.codes = [self.lexicon.nisbas[use.entry]]

    def unknown_body(self, tokens: list[Token], i: int) -> int:
        """The index after everyday nouns that say what someone is the head of: رئيس فريق المراقبة."""
        if tokens[i - 1].word.definite:
            return i
        j = i
        while j < len(tokens) and j - i < 3:
            word = tokens[j].word
            everyday = word.rank is not None and word.rank < _RARE and word.form not in self.lexicon.given
            if (
                not everyday
                or word.tags
                or word.clitics
                or word.number
                or self.match(tokens, j) is not None
                or word.verbs
                and not word.definite
            ):
                break
            j += 1
            if word.definite:
                return j
        return i

    def field(self, tokens: list[Token], i: int) -> int:
        """The index after what an envoy or officer is for: للشرق الأوسط, لشؤون الشرق الأدنى."""
        word = tokens[i].word
        if (
            not word.form.startswith("ل")
            or word.tags - {"affairs"}
            or len(word.form) < 4
            or not (word.form.startswith("لل") or "affairs" in word.tags)
        ):
            return i
        j = i + 1
        while (
            j < len(tokens)
            and j - i < 4
            and tokens[j].word.definite
            and not tokens[j].word.clitics
            and self.match(tokens, j) is None
            and not tokens[j].word.verbs
        ):
            j += 1
        if j + 1 < len(tokens) and "within" in tokens[j].word.tags:
            match = self.match(tokens, j + 1)
            if match is not None and match[1].kind in ("state", "place", "capital"):
                j += 2 + len(match[1].rest)
        return j

    def known_person(self, tokens: list[Token], i: int) -> tuple[int, int] | None:
        """(end, entry) of a person of the directory named at token `i`, honorifics before the name passed over."""
        while (
            i < len(tokens)
            and (group := self.names.get(tokens[i].word.form))
            and any(u.kind == "honorific" for u in group.single)
        ):
            i += 1
        group = self.names.get(tokens[i].word.form) if i < len(tokens) else None
        for use in group.at(tokens, i) if group is not None else ():
            if use.kind in ("person", "short"):
                end = i + 1 + len(use.rest)
                if use.kind == "short":
                    if not use.rest and "complementizers" in tokens[i].word.tags:
                        continue
                    longer = self.name_end(tokens, i, 2)
                    if longer and longer > end:
                        return None
                return end, use.entry
        return None

    def owner(self, tokens: list[Token], i: int, mention: Mention, closed: bool) -> tuple[int, list[str], bool] | None:
        """What stands in idafa or behind a linking preposition: (index after it, its codes, whether it is a mere target)."""
        word = tokens[i].word
        if not word.is_word:
            return None
        linked, target, j = "", False, i
        of, within = "of_prepositions" in word.tags, "within" in word.tags
        part = of and mention.kind == "body" and not tokens[mention.start].word.definite and i == mention.head_end
        if of and (mention.kind in ("title", "people", "counterpart") or part):
            linked, j = word.form, i + 1
        elif "target_prepositions" in word.tags and (
            mention.kind in ("title", "people") or mention.kind == "body" and "within" in word.tags
        ):
            if word.form == "الى" and "posted" not in tokens[mention.start].word.tags:
                return None
            linked, target, j = word.form, True, i + 1
        if j >= len(tokens):
            return None
        if "transparent" in tokens[j].word.tags and j + 1 < len(tokens):
            j += 1  # قادة دول مجلس التعاون are those of the council
        match = self.match(tokens, j)
        if match is None:
            return None
        clitics, use = match
        settled = bool(mention.codes) and "posted" not in tokens[mention.start].word.tags
        if settled and mention.kind == "title" and (linked == "من" or not linked and clitics == "ل"):
            return None  # سخر الرئيس الأميركي من كوريا, اعتذر الوزير الإسرائيلي لتركيا
        if not linked and clitics not in ("", "ل", "ب"):
            return None
        if not linked and not clitics and (closed or tokens[mention.head_end - 1].word.definite and use.kind != "body"):
            return None
        if clitics == "ب" and (use.kind not in ("body", "org", "group") or mention.kind == "body"):
            return None
        if not linked and not clitics and mention.number in "pd" and tokens[mention.head_end - 1].word.form.endswith(_ABSOLUTE):
            return None  # a plural with its nun owns nothing: متظاهرون السفارة
        if linked and clitics:
            return None
        if use.kind not in ("state", "realm", "org", "group", "body", "title", "nation", "capital", "people") or (
            use.kind == "people" and not of
        ):
            return None
        if part and use.kind not in ("state", "org", "group", "body"):
            return None
        if linked and within and use.kind not in ("org", "group", "body", "state"):
            return None
        inner = self.simple(use, j, j + 1 + len(use.rest))
        if inner.kind in ("body", "title", "people"):
            if inner.kind == "title" and not (mention.kind == "title" and (mention.number == "s" or linked)):
                return None
            inner_mention_kind = inner.kind
            self.extend_inner(tokens, inner)
            if inner_mention_kind == "people" and not inner.codes and not (of and inner.number in "pd"):
                return None
        end, codes = inner.end, list(inner.codes)
        if linked and within and use.kind in ("org", "group", "body"):
            target = False
        if (
            target
            and use.kind == "state"
            and linked
            and within
            and (mention.kind in ("people", "body") or mention.number in "pd")
        ):
            target = False
        if mention.number in ("p", "d") and use.kind in ("state", "nation", "realm"):
            end, codes = self.coordinated(tokens, end, codes, mention)
        return end, codes, target

    def extend_inner(self, tokens: list[Token], inner: Mention) -> None:
        """Modifiers of a body or title inside another title: adjectives, nisba, owner, but no personal name."""
        i = inner.end
        for _ in range(6):
            if i >= len(tokens):
                break
            use = self.nisba(tokens, i)
            if use is not None:
                inner.codes = inner.codes or [self.code_of(use)]
                i += 1 + len(use.rest)
            elif "title_adjectives" in tokens[i].word.tags:
                i += 1
            else:
                match = self.match(tokens, i)
                if (
                    match is None
                    or match[0] not in ("", "ل")
                    or match[1].kind not in ("state", "realm", "org", "group", "body")
                    and not (match[1].kind == "people" and match[1].number in "pd" and tokens[i].word.definite)
                ):
                    break
                deeper = self.simple(match[1], i, i + 1 + len(match[1].rest))
                if deeper.kind == "body":
                    self.extend_inner(tokens, deeper)
                inner.codes = inner.codes or deeper.codes
                i = deeper.end
        inner.end = i

    def coordinated(self, tokens: list[Token], end: int, codes: list[str], mention: Mention) -> tuple[int, list[str]]:
        """States that share a plural title: وزراء خارجية فرنسا وألمانيا وإيطاليا."""
        mention.plural_of = True
        while end < len(tokens):
            j = end + 1 if tokens[end].word.form == "،" else end
            match = self.match(tokens, j) if j < len(tokens) else None
            if match is None or match[1].kind != "state" or match[0] not in ("و", "") or (match[0] == "" and j == end):
                break
            codes = [*codes, self.lexicon.states[match[1].entry].code]
            end = j + 1 + len(match[1].rest)
        return end, codes

    def comma_name(self, tokens: list[Token], mention: Mention) -> None:
        """A name set off by a comma behind a title: وزير الخارجية، سامح شكري، …"""
        i = mention.end
        if i + 1 >= len(tokens) or tokens[i].word.form not in ("،", ",", ":", "-", "–"):
            return
        known = self.known_person(tokens, i + 1)
        if known is not None and tokens[i].word.form != ":":
            mention.name, mention.name_entry, mention.end = (i + 1, known[0]), known[1], known[0]
            return
        stop = self.name_end(tokens, i + 1, 2)
        if (
            stop
            and stop < len(tokens)
            and (
                tokens[stop].word.form in ("،", ",", "-", "–", ":", "«", '"', "”", "“")
                or "complementizers" in tokens[stop].word.tags
            )
            and tokens[i].word.form != ":"
        ):
            if tokens[i + 1].word.form in self.lexicon.given:
                mention.name, mention.end = (i + 1, stop), stop
                self.learn(tokens, i + 1, stop)

    def far_name(self, tokens: list[Token], mention: Mention) -> None:
        """A name that closes a long title, right before what its bearer says: الباحث في معهد كذا فلان الفلاني أن …"""
        for j in range(mention.end + 2, min(len(tokens), mention.end + 12)):
            word = tokens[j].word
            if word.verbs and "complementizers" not in word.tags or word.form in ("،", ".", "؛"):
                return
            if "complementizers" in word.tags or word.form == ":":
                for size in (4, 3, 2):
                    i = j - size
                    if (
                        i > mention.end
                        and self.name_end(tokens, i, size) == j
                        and (tokens[i].word.form in self.lexicon.given or all(t.word.rank is None for t in tokens[i:j]))
                    ):
                        mention.name, mention.end = (i, j), j
                        self.learn(tokens, i, j)
                        return
                return

    def apposition(self, tokens: list[Token], mention: Mention) -> None:
        """A title right behind a person's name tells the office and the state: دوري جولد مدير عام وزارة الخارجية الاسرائيلية."""
        i = mention.end
        if i < len(tokens) and tokens[i].word.form in ("،", ",", "–", "-"):
            i += 1
            if i < len(tokens) and "who_is" in tokens[i].word.tags:
                i += 1
        joined = ""
        while i < len(tokens):
            match = self.match(tokens, i)
            if match is None or match[0] != joined or match[1].kind not in ("title", "people") or match[1].number != "s":
                return
            if joined and not (match[1].rest and tokens[i].word.definite):
                return
            title = self.simple(match[1], i, i + 1 + len(match[1].rest))
            self.extend_inner(tokens, title)
            if self.of_another_state(mention, title):
                return
            set_off = title.end < len(tokens) and tokens[title.end].word.form in _PAUSES
            if i > mention.end and not title.codes and not (set_off and title.end - i > 1):
                return
            if title.end < len(tokens) and (
                self.known_person(tokens, title.end) or i == mention.end and self.name_end(tokens, title.end, 2)
            ):
                return  # the title is another person's, who stands behind it
            mention.office = mention.office or title.office
            mention.codes = mention.codes or title.codes
            mention.end = i = title.end
            joined = "و" if i < len(tokens) and tokens[i].word.form.startswith("وال") else ""

    def of_another_state(self, mention: Mention, title: Mention) -> bool:
        """Whether a title behind a name belongs to another state than the one named: … حسن نصر الله وزير الخارجية الإيراني."""
        if not title.codes:
            return False
        if mention.codes:
            return mention.codes[0] != title.codes[0]
        if mention.name_entry is None:
            return False
        own = self.lexicon.persons[mention.name_entry].code
        return own != title.codes[0] and len(own) == len(title.codes[0]) == 3  # an envoy of a body may be of any state

    # --- names that the directory lacks

    def name_end(self, tokens: list[Token], i: int, least: int) -> int | None:
        """The index after an unknown personal name of at least `least` words that starts at token `i`."""
        j, parts = i, 0
        while j < len(tokens) and parts < 6 and self.name_part(tokens, j, j == i):
            if (j == i or "name_particles" not in tokens[j - 1].word.tags) and self.title_at(tokens, j):
                break
            j += 1
            parts += 1
        while (
            j > i
            and "name_particles" in tokens[j - 1].word.tags
            and tokens[j - 1].word.form not in self.lexicon.given
            and tokens[j - 1].word.form not in self.lexicon.family
        ):
            j -= 1
            parts -= 1
        return j if parts >= least else None

    def title_at(self, tokens: list[Token], i: int) -> bool:
        """Whether a title, not a further name, stands at token `i`: فلان الأمين العام, فلان رئيس البعثة."""
        match = self.match(tokens, i)
        if match is None or match[0] or match[1].kind != "title":
            return False
        return bool(match[1].rest) or not tokens[i].word.definite

    def name_part(self, tokens: list[Token], i: int, first: bool) -> bool:
        """Whether a word may be part of a personal name."""
        word, lexicon = tokens[i].word, self.lexicon
        form = word.form
        if not word.is_word or word.number or len(form) < 2:
            return False
        if "name_particles" in word.tags:
            return (
                not first
                or i + 1 < len(tokens)
                and (tokens[i + 1].word.definite or form in lexicon.given or self.name_part(tokens, i + 1, False))
            )
        if "name_endings" in word.tags:
            return not first
        if form in lexicon.given and not word.tags:
            state = any(u.kind == "state" and not u.rest and not u.ambiguous for u in lexicon.names.get(form, ()))
            return not state and (not word.verbs or not first)
        if word.tags or word.participles or any(not n.proclitics for n in word.nouns):
            return False
        if word.verbs:
            return False
        if any(
            not c and any(not u.rest and u.kind not in ("place", "short", "person") for u in lexicon.names.get(b, ()))
            for c, b in word.bases
        ):
            return False
        if form in lexicon.family:
            return word.rank is None or word.rank > 1500 or not first
        if form[0] in "وفبل" and len(form) > 3:
            rest = form[1:]
            rank = lexicon.common.get(rest)
            if rank is not None and rank < _RARE or rest in lexicon.names or rest.startswith(("ال", "ل")):
                return False
        if form.endswith(("ها", "هم", "هما")) and any(stem in lexicon.common for stem in word.stems if stem != form):
            return False
        rank = word.rank
        if form.startswith("ال"):
            inner = lexicon.common.get(form[2:])
            if first or form[2:] in lexicon.given:
                return not first
            return (rank is None or rank > 14000) and (inner is None or inner > 6000)
        return rank is None or rank > _RARE

    def worth_a_name(self, tokens: list[Token], i: int, stop: int, mention: Mention) -> bool:
        """Whether the unknown words behind a title are a name rather than an adjective or another noun."""
        lexicon = self.lexicon
        forms = [t.word.form for t in tokens[i:stop]]
        if any(f in lexicon.given for f in forms[:2]):
            return True
        if len(forms) >= 2 and all(not f.startswith("ال") for f in forms[:1]):
            return (
                not forms[0].endswith(("ه", "ات", "ين", "ون", "ا")) or forms[0] in lexicon.family or tokens[i].word.rank is None
            )
        return forms[0] in lexicon.family and mention.kind == "title"

    def learn(self, tokens: list[Token], i: int, stop: int) -> None:
        """Remember the words of a new name, so that its last word is known again later."""
        words = tuple(t.word.form for t in tokens[i:stop])
        for k in range(1, len(words)):
            tail = words[k]
            if "name_particles" in tokens[i + k].word.tags and k + 1 < len(words):
                tail = " ".join(words[k:])
            rank = tokens[i + k].word.rank
            if len(tail) > 2 and (rank is None or rank >= 600):
                self.remember(tail, words)
        if len(words) == 1:
            self.remember(words[0], words)

    def remember(self, tail: str, words: tuple[str, ...]) -> None:
        if tail not in self.learned:
            self.learned[tail] = words
            self.firsts.setdefault(tail.split()[0], len(self.firsts))

    def person(self, tokens: list[Token], start: int, end: int) -> Mention:
        mention = Mention("person", start, end)
        mention.name = (start, end)
        self.learn(tokens, start, end)
        mention.prep = self.preposition_before(tokens, start)
        self.apposition(tokens, mention)
        return mention

    def unknown_name(self, tokens: list[Token], i: int) -> Mention | None:
        """A name that the article introduced, or two words and more of which the first is a given name."""
        word = tokens[i].word
        if not word.named and word.form not in self.firsts and word.tail not in self.firsts:
            return None
        options = [("", word.form)]
        if word.form[:1] in ("و", "ف", "ل", "ب") and len(word.form) > 3:
            options.append((word.form[0], word.form[1:]))
        for clitic, form in options:
            for size in (3, 2, 1) if form in self.firsts else ():
                key = " ".join([form, *(t.word.form for t in tokens[i + 1 : i + size])])
                if key in self.learned and i + size <= len(tokens):
                    mention = Mention("person", i, i + size)
                    mention.name = (i, i + size)
                    mention.clitics = clitic
                    mention.prep = governing(clitic) or self.preposition_before(tokens, i)
                    return mention
        for clitic, form in options:
            named = form in self.lexicon.given and not word.tags and not word.verbs and not word.nouns
            joined = (
                "name_particles" in self.analyser.functions.get(form, ())
                and i + 1 < len(tokens)
                and "name_endings" in tokens[i + 1].word.tags
            )
            if len(form) > 1 and (named or joined):
                stop = self.name_end(tokens, i + 1, 1)
                rank = self.lexicon.common.get(form)
                if "place_heads" in self.analyser.functions.get(form, ()) or self.known_person(tokens, i + 1):
                    continue
                if stop and (rank is None or rank > 2500 or joined or self.family_like(tokens, i + 1, i + 2)):
                    mention = self.person(tokens, i, stop)
                    mention.clitics = clitic
                    mention.prep = governing(clitic) or mention.prep
                    return mention
        return None

    def family_like(self, tokens: list[Token], i: int, stop: int) -> bool:
        return any(t.word.form in self.lexicon.given or t.word.form in self.lexicon.family for t in tokens[i:stop])
