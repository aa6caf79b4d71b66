"""The places that a sentence names: which phrases say where something is, and what the text calls the place."""

from collections.abc import Collection

from mahdar.coder.clauses import Clauses
from mahdar.coder.mentions import Mention
from mahdar.coder.phrases import COMMAS, Phrase
from mahdar.coder.status import opens
from mahdar.coder.tokens import STOPS
from mahdar.languages.ar.clitics import contracted

SPOTS = ("place", "capital", "state")
_OPENING = ("place_heads", "named_places", "surroundings", "venues")  # what may stand before the name of a place
_BODIES = ("org", "group", "person")  # what a word for a house may name: مركز الملك سلمان للإغاثة
_BEFORE = "امام"
_SHORT = 4  # words of a venue that is named together with its town: قصر سموه بجدة
_REACH = 12  # words behind the noun of a gathering within which its place may stand
_NEXT = 3  # words behind it within which a whole state is where it is: زيارة رسمية لمصر


class Site:
    """A place in a sentence: its tokens, what the text calls it, and the mention that the gazetteer knows, if any."""

    __slots__ = ("end", "mention", "name", "office", "phrase", "start")

    def __init__(self, phrase: Phrase, end: int, name: str, mention: Mention | None, office: bool = False) -> None:
        self.office = office  # a house that tells whose it is and not where: مقر الأمانة العامة
        self.phrase = phrase
        self.start = phrase.start
        self.end = end
        self.name = name
        self.mention = mention

    @property
    def aimed(self) -> bool:
        """Whether something falls on it, rather than being there: قصف على المدينة."""
        return self.phrase.prep == "على"

    @property
    def wide(self) -> bool:
        """Whether it is a whole state."""
        return self.mention is not None and self.mention.kind == "state"


class SiteFinder:
    """Finds the places of sentences."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.known: dict[int, list[Site]] = {}
        self.gatherings: dict[int, list[tuple[int, Site]]] = {}
        self.placed: dict[str, Site] = {}  # where the gathering that a noun means was last placed

    def of(self, clauses: Clauses) -> list[Site]:
        """The places that a sentence names behind a preposition of place, in order."""
        index = clauses.sentence.index
        if index not in self.known:
            at, found = 0, []
            prepositions = clauses.lists["local_prepositions"]
            for phrase in clauses.phrases:
                if phrase.start < at or phrase.joined:
                    continue  # of several places the first stands for all
                local = phrase.prep in prepositions if phrase.prep else self.witnesses(clauses, phrase.start - 1)
                if local and (site := self.site(clauses, phrase)):
                    found.append(site)
                    at = site.end
            self.known[index] = found
        return self.known[index]

    @staticmethod
    def witnesses(clauses: Clauses, i: int) -> bool:
        """Whether a verb stands at token `i` whose subject is the place of what happens: اشتباكات شهدتها مدينة تعز."""
        verb = clauses.verbs.get(i)
        if verb is None:
            return False
        lemmas, witnessing = clauses.lexicon.lemmas, clauses.lists["witnessing"]
        return any(lemmas[r.lemma].past in witnessing for r in verb.readings)

    def site(self, clauses: Clauses, phrase: Phrase) -> Site | None:
        """The place that a phrase names: by a name, by a word for a kind of place with what follows, or by a venue."""
        tokens, lists = clauses.tokens, clauses.lists
        first = tokens[phrase.start].word
        mention = next((m for m in phrase.mentions if m.kind != "nisba"), None)
        if mention is not None and mention.kind in SPOTS:
            opening = (t for i, t in enumerate(tokens[phrase.start : mention.start], phrase.start) if i not in clauses.mention_at)
            if all(any(not t.word.stems.isdisjoint(lists[kind]) for kind in _OPENING) for t in opening):
                return self.joined(clauses, phrase, mention)
        if not first.stems.isdisjoint(lists["venues"]):
            inner = self.next_to(clauses, phrase)
            if inner is not None:
                nested = not tokens[inner.start].word.stems.isdisjoint(lists["venues"])
                short = phrase.end - phrase.start <= _SHORT  # else the town says it better
                direct = inner.phrase.prep == "ب" and inner.mention is not None and not nested and short
                name = self.name(clauses, phrase.start, inner.end) if direct else inner.name
                return Site(phrase, inner.end, name, inner.mention)
            if phrase.end - phrase.start > 1 and not (phrase.head is not None and phrase.head.kind in _BODIES):
                return self.joined(clauses, phrase, None, first.stems.isdisjoint(lists["named_venues"]))
            return None
        if phrase.prep == _BEFORE and not first.stems.isdisjoint(lists["chambers"]):
            return self.joined(clauses, phrase, None)  # أمام البرلمان
        if not first.stems.isdisjoint(lists["capital_words"]) and first.definite:
            return self.joined(clauses, phrase, phrase.mentions[0] if phrase.mentions else None)  # العاصمة القطرية
        told = phrase.end - phrase.start > 1 and not tokens[phrase.start + 1].word.tags & {"numbers", "another"}
        if told and not phrase.mentions and not first.stems.isdisjoint(lists["named_places"]):
            return self.joined(clauses, phrase, None)
        return None

    def next_to(self, clauses: Clauses, phrase: Phrase) -> Site | None:
        """The place that the phrase right behind another names, its owner passed over: في قصر | سموه | بجدة."""
        end = phrase.end
        for following in clauses.phrases:
            if following.start < end:
                continue
            if following.start - end > 1:
                return None
            if following.prep in ("ب", "في", "فى"):
                return self.site(clauses, following)
            if following.prep or following.start > end or end > phrase.end:
                return None
            end = following.end
        return None

    def joined(self, clauses: Clauses, phrase: Phrase, mention: Mention | None, office: bool = False) -> Site:
        """A place, with the larger one that بـ joins to it: مدينة الصخيرات بالمغرب."""
        inner = self.next_to(clauses, phrase)
        if inner is None or inner.phrase.prep != "ب":
            return Site(phrase, phrase.end, self.name(clauses, phrase.start, phrase.end), mention, office)
        return Site(phrase, inner.end, self.name(clauses, phrase.start, phrase.end), mention or inner.mention)

    def name(self, clauses: Clauses, start: int, end: int) -> str:
        """A place as the text writes it, without the preposition on its first word."""
        tokens = clauses.tokens
        first, mention = tokens[start], clauses.mention_at.get(start)
        own = mention is not None and mention.start == start
        clitics = mention.clitics if mention is not None and own else first.word.clitics
        if first.form.startswith(("لل", "ولل")):  # للكويت: the article lost its alif
            at = first.form.index("لل") + 1
            rest = self.text[first.start + at : tokens[end - 1].end]
            return contracted(rest, first.word.form[at:], clauses.lexicon.common, own)
        return self.text[first.start + len(clitics) : tokens[end - 1].end]

    def gathered(self, clauses: Clauses) -> list[tuple[int, Site]]:
        """The gatherings of a sentence whose place is known: it stands behind them (في مؤتمر صحفي عقده أمس في جدة), they are
        called after it, or they are one that an earlier sentence placed (وعلى هامش المؤتمر)."""
        index = clauses.sentence.index
        if index not in self.gatherings:
            out = []
            gatherings = clauses.lists["gatherings"]
            gathers = not gatherings.isdisjoint(clauses.asked)
            for i, word in enumerate(clauses.words) if gathers else ():
                names = word.asked & gatherings
                found = bool(names) and i not in clauses.mention_at
                if found and (site := self.place_of(clauses, i) or self.earlier(clauses, i, names)):
                    out.append((i, site))
                    self.placed |= {name.removeprefix("ال"): site for name in names}
            self.gatherings[index] = out
        return self.gatherings[index]

    def place_of(self, clauses: Clauses, i: int) -> Site | None:
        """The place that the sentence gives the gathering at token `i`."""
        end = self.reach(clauses, i)
        owner = self.owner(clauses, i)
        if owner is not None:
            return owner
        for site in self.of(clauses):
            if i < site.start < end and (not site.wide or site.start - i < _NEXT):
                return site
        journey = not clauses.tokens[i].word.stems.isdisjoint(clauses.lists["journeys"])
        return self.goal(clauses, i, end) if journey else None

    def earlier(self, clauses: Clauses, i: int, names: Collection[str]) -> Site | None:
        """The place of the gathering that a definite noun means again."""
        if not clauses.tokens[i].word.form.removeprefix("و").startswith("ال"):
            return None
        return next((self.placed[name] for n in sorted(names) if (name := n.removeprefix("ال")) in self.placed), None)

    @staticmethod
    def reach(clauses: Clauses, i: int) -> int:
        """Where the words about the gathering at token `i` end at the latest."""
        tokens = clauses.tokens
        for j in range(i + 1, min(i + _REACH, len(tokens))):
            comma = tokens[j].word.form in COMMAS and j + 1 not in clauses.date_tokens and j - 1 not in clauses.date_tokens
            if comma or tokens[j].word.form in STOPS or opens(clauses, j) or "complementizers" in tokens[j].word.tags:
                return j
        return min(i + _REACH, len(tokens))

    def owner(self, clauses: Clauses, i: int) -> Site | None:
        """The place right behind a gathering: the town after which it is called (مؤتمر باريس), or where one goes (زيارة تونس)."""
        mention, phrase = clauses.mention_at.get(i + 1), clauses.phrase_at.get(i)
        if mention is None or phrase is None or mention.kind not in SPOTS or mention.start != i + 1 or mention.clitics:
            return None
        stems, lists = clauses.tokens[i].word.stems, clauses.lists
        called = mention.kind != "state" and not stems.isdisjoint(lists["assemblies"])
        goes = not stems.isdisjoint(lists["journeys"])
        return Site(phrase, mention.end, self.name(clauses, i + 1, mention.end), mention) if called or goes else None

    def goal(self, clauses: Clauses, i: int, end: int) -> Site | None:
        """Where the journey at token `i` goes: زيارته إلى فرنسا."""
        for phrase in clauses.phrases_after(i, end):
            if phrase.prep in clauses.lists["towards"] and phrase.head is not None and phrase.head.kind in SPOTS:
                return Site(phrase, phrase.end, self.name(clauses, phrase.start, phrase.end), phrase.head)
        return None
