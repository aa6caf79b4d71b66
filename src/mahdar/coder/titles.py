"""Titles: whose office it is, and who bears it."""

from mahdar.coder.mentions import Mention
from mahdar.coder.names import RARE, NameReader
from mahdar.coder.tokens import Token, Word

_ABSOLUTE = ("ون", "ين", "ان")


class TitleReader(NameReader):
    """Reads what belongs to a title: the state or body it is held for, and the name set off from it."""

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
            word, match = tokens[j].word, self.match(tokens, j)
            if j > i and match is not None and match[1].kind == "people" and word.definite and not match[1].rest:
                return j + 1
            everyday = word.rank is not None and word.rank < RARE and word.form not in self.lexicon.given
            if not everyday or word.tags or word.clitics or word.number or match is not None or word.verbs and not word.definite:
                break
            j += 1
            if word.definite:
                return j
        return i

    def portfolio(self, tokens: list[Token], mention: Mention, i: int) -> int:
        """The index after a further portfolio of a ministry: والتعاون الإفريقي, والمغاربة المقيمين بالخارج."""
        grammar = self.lexicon.grammar
        head = tokens[mention.start].word.form
        if head[len(mention.clitics) :] not in grammar["ministries"] or tokens[i].word.form[:1] != "و":
            return i
        if tokens[i].word.tail not in grammar["portfolios"]:
            return i
        j = i + 1
        while j < len(tokens) and j - i < 4:
            word = tokens[j].word
            use = self.nisba(tokens, j)
            own = use is not None and use.kind == "nisba" and len(self.code_of(use)) == 3 and not self.abroad(tokens, j + 1)
            if own or not word.definite or word.form[:1] == "و" or word.verbs and not word.participles:
                break
            if self.match(tokens, j) is not None and use is None and not self.abroad(tokens, j + 1):
                break
            j += 1
        return j

    def abroad(self, tokens: list[Token], i: int) -> bool:
        """Whether "abroad" stands at token `i`, behind citizens: شؤون التونسيين بالخارج."""
        return i < len(tokens) and "abroad" in tokens[i].word.tags

    def name_behind(self, tokens: list[Token], i: int) -> tuple[tuple[int, int], int | None, int] | None:
        """(name, entry, end) of a name behind what an office is for or where it is held: المنسق لمكافحة الجراد فلان."""
        word = tokens[i].word
        j = i + 1
        if "within" in word.tags or "target_prepositions" in word.tags:
            match = self.match(tokens, j) if j < len(tokens) else None
            if match is None or match[0] or match[1].kind not in ("place", "capital", "state"):
                return None
            j += 1 + len(match[1].rest)
        elif word.form.startswith("ل") and len(word.form) > 3 and not word.tags and self.match(tokens, i) is None:
            while j < len(tokens) and j - i < 4 and tokens[j].word.definite and self.match(tokens, j) is None:
                j += 1
            if j == i + 1:
                return None
        else:
            return None
        known = self.known_person(tokens, j)
        if known is not None:
            return (j, known[0]), known[1], known[0]
        stop = self.name_end(tokens, j, 2)
        if stop is None or tokens[j].word.rank is not None and tokens[j].word.form not in self.lexicon.given:
            return None
        self.learn(tokens, j, stop)
        return (j, stop), None, stop

    def ruled(self, tokens: list[Token], i: int) -> tuple[str, int] | None:
        """(country, index after it) of a place that an office is of: محافظ عدن, عمدة نيويورك."""
        match = self.match(tokens, i) if not tokens[i - 1].word.definite and tokens[i].word.groups else None
        if match is None or match[0] or match[1].kind != "place":
            return None
        country = self.lexicon.places[match[1].entry][0].country
        return (country, i + 1 + len(match[1].rest)) if country else None

    def over_field(self, tokens: list[Token], i: int) -> int:
        """The index of a word of honour or title behind more about an office: رئيس الهيئة + الاستشارية للمؤتمر السفير فلان."""
        j = i
        while j < len(tokens) and j - i < 5:
            word = tokens[j].word
            if j > i and word.groups and any(u.kind in ("honorific", "title") for _, g in word.groups for u in g.single):
                return j
            after = j > i and not tokens[j - 1].word.definite  # لشؤون + دول + الجوار
            common = word.rank is not None and word.rank < RARE and not word.preposition
            if not word.is_word or not common or not (word.definite or word.form[0] == "ل" or after) or word.form[0] == "و":
                return i
            if word.verbs and not word.definite:
                return i
            j += 1
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
            if mention.possessed or word.form == "الى" and "posted" not in tokens[mention.start].word.tags:
                return None
            linked, target, j = word.form, True, i + 1
        if j >= len(tokens):
            return None
        match = self.match(tokens, j)
        if "transparent" in tokens[j].word.tags and j + 1 < len(tokens) and (match is None or match[1].kind != "org"):
            j += 1  # قادة دول مجلس التعاون are those of the council
            match = self.match(tokens, j)
        if match is None:
            return None
        clitics, use = match
        settled = bool(mention.codes) and "posted" not in tokens[mention.start].word.tags
        if mention.kind == "title" and (linked == "من" and mention.codes or settled and not linked and clitics == "ل"):
            return None  # سخر الرئيس الأميركي من كوريا, اعتذر الوزير الإسرائيلي لتركيا
        if linked == "عن" and mention.kind == "title" and not self.delegate(tokens[mention.start].word):
            return None  # تحدث الوزير عن الحكومة
        if not linked and clitics not in ("", "ل", "ب"):
            return None
        if not linked and not clitics and (closed or tokens[mention.head_end - 1].word.definite and use.kind != "body"):
            return None
        if clitics == "ل" and use.kind == "org" and self.lexicon.organisations[use.entry].sector == "JRN":
            return None  # قال المسؤول لرويترز
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
        inner.clitics = clitics
        if inner.kind in ("body", "title", "people"):
            members = inner.kind == "title" and inner.number == "p" and i == mention.head_end  # لجنة أطباء السودان
            if inner.kind == "title" and not (mention.kind == "title" and (mention.number == "s" or linked) or members):
                return None
            inner_mention_kind = inner.kind
            self.extend_inner(tokens, inner)
            if inner_mention_kind == "people" and not inner.codes and not (of and inner.number in "pd"):
                return None
        if not target and inner.kind in ("org", "group", "body"):
            mention.within = inner
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
        if use.kind in ("state", "nation", "realm") and (mention.number in ("p", "d") or target):
            end, codes = self.coordinated(tokens, end, codes, mention)
        return end, codes, target

    def qualified(self, tokens: list[Token], mention: Mention, i: int) -> bool:
        """Whether an adjective at token `i` belongs to a title that is held within the body named behind it."""
        word = tokens[i].word
        if not (word.definite and word.adjective and i + 1 < len(tokens) and "within" in tokens[i + 1].word.tags):
            return False
        owner = self.owner(tokens, i + 1, mention, True)
        return owner is not None and bool(owner[1])

    def delegate(self, word: Word) -> bool:
        """Whether a title says that its bearer sits or speaks for a body, or may do so: النائب عن حزب كذا."""
        return not word.definite or not word.stems.isdisjoint(self.lexicon.grammar["delegates"])

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
            elif "title_adjectives" in tokens[i].word.tags or self.adjective_before_nisba(tokens, i):
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

    def adjective_before_nisba(self, tokens: list[Token], i: int) -> bool:
        """Whether a definite word stands between a noun and its nisba: الإدارة المدنية الإسرائيلية."""
        if i + 1 >= len(tokens) or not tokens[i].word.definite or not tokens[i + 1].word.definite or self.match(tokens, i):
            return False
        use = self.nisba(tokens, i + 1)
        field = not tokens[i].word.stems.isdisjoint(self.lexicon.grammar["fields_of_study"])  # خبير في الشأن الكوري
        return use is not None and use.kind == "nisba" and not field

    def coordinated(self, tokens: list[Token], end: int, codes: list[str], mention: Mention) -> tuple[int, list[str]]:
        """States that share a plural title: وزراء خارجية فرنسا وألمانيا وإيطاليا."""
        mention.plural_of = mention.number in ("p", "d")
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
