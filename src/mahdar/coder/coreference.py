"""Who is meant: the mentions of an article gathered into its cast of persons, states, bodies and groups."""

from collections import Counter

from mahdar.coder.clauses import Clauses
from mahdar.coder.mentions import Mention
from mahdar.coder.phrases import Phrase
from mahdar.coder.tokens import Analyser, Token
from mahdar.coder.verbs import MASCULINE_STATES
from mahdar.lexicon.entries import Group, Office, Organisation, Person
from mahdar.lexicon.lexicon import Spot

UNKNOWN = "UNK"
_BODIES = ("organisation", "group")
ADJACENT = 2  # and those of a side behind its name: من الجانب الفرنسي السفير فلان
LISTED = 60  # characters within which the names of one list follow each other
DATELINE = 16  # mentions that a dateline is worth


class Entity:
    """One of the cast: who is meant by all its mentions."""

    __slots__ = (
        "codes",
        "definite",
        "entry",
        "feminine",
        "kind",
        "from_title",
        "local",
        "mentions",
        "merged",
        "near",
        "name",
        "names",
        "number",
        "office",
        "office_words",
        "offices",
        "order",
        "sector",
        "supposed",
        "title",
        "title_words",
        "vague",
        "words",
    )

    def __init__(self, kind: str, name: str, order: int) -> None:
        self.kind = kind
        self.name = name
        self.order = order
        self.codes: list[str] = []
        self.entry: int | None = None
        self.office: str | None = None
        self.sector: str | None = None
        self.number = "s"
        self.feminine = False
        self.definite = True
        self.title = ""
        self.title_words: set[str] = set()
        self.office_words: set[str] = set()
        self.words: tuple[str, ...] = ()
        self.from_title = False
        self.local = False
        self.vague = False
        self.supposed = False
        self.near = False
        self.offices: set[str] = set()
        self.merged: Entity | None = None
        self.mentions: list[tuple[int, int]] = []
        self.names: Counter[str] = Counter()

    @property
    def itself(self) -> "Entity":
        """The entity that this one turned out to be."""
        return self.merged.itself if self.merged is not None else self

    @property
    def code(self) -> str:
        return self.codes[0] if self.codes else UNKNOWN


class Cast:
    """The entities of one article, built in reading order."""

    def __init__(self, analyser: Analyser, text: str, learned: dict[str, tuple[str, ...]], published: str | None = None) -> None:
        self.analyser = analyser
        self.lexicon = analyser.lexicon
        self.published = published
        self.text = text
        self.learned = learned
        self.entities: list[Entity] = []
        self.keys: dict[tuple[object, ...], Entity] = {}
        self.weights: Counter[str] = Counter()
        self.recent: list[Entity] = []
        self.first: set[str] = set()

    # --- bookkeeping

    def new(self, key: tuple[object, ...] | None, kind: str, name: str) -> Entity:
        entity = Entity(kind, name, len(self.entities))
        self.entities.append(entity)
        if key is not None:
            self.keys[key] = entity
        return entity

    def seen(self, entity: Entity, start: int, end: int) -> Entity:
        span = (start, end)
        if span not in entity.mentions:
            entity.mentions.append(span)
        if not self.recent or self.recent[-1] is not entity:
            self.recent.append(entity)
        return entity

    def weigh(self, mentions: list[Mention], title: bool) -> None:
        """Count the states that an article speaks of; the one it is about is the home of bodies without a state."""
        for mention in mentions:
            if mention.kind == "place":
                country = self.lexicon.places[mention.entries[0]][0].country
                if country:
                    self.weights[country] += 1
            for code in mention.codes:
                if len(code) == 3 and code != UNKNOWN:
                    self.weights[code] += 6 if title else 2

    def weigh_dateline(self, clauses: Clauses) -> None:
        """The state of the place from which the article is datelined counts for more: بغداد: …, القاهرة - رويترز."""
        for mention in clauses.mentions[:1]:
            after = clauses.tokens[mention.end].word.form if mention.end < len(clauses.tokens) else ""
            if (
                mention.start == 0
                and after in (":", "-", "–", "(", "ـ", "/", "،")
                and mention.kind in ("capital", "place", "state")
            ):
                codes = mention.codes or [s.country for s in self.lexicon.places[mention.entries[0]][:1]]
                self.weights.update(dict.fromkeys(codes, DATELINE))

    def home(self) -> str:
        """The state that the article speaks of most; UNK where none stands out."""
        ranked = self.weights.most_common(2)
        if not ranked:
            return UNKNOWN
        if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
            return min(code for code, n in self.weights.items() if n == ranked[0][1])
        return ranked[0][0]

    def settle(self) -> None:
        """Give those without a state the one that the article is about: bodies, office-holders and named persons."""
        home, main = self.home(), self.main_office()
        for entity in self.entities:
            if entity.codes:
                continue
            if (
                entity.kind == "organisation"
                and not entity.vague
                or entity.words
                or entity.local
                or entity.office
                and entity.number == "s"
            ):
                entity.codes = [main or home if entity.near else self.listed_with(entity) or home]
                entity.supposed = True
        for entity in self.entities:
            if len(entity.names) > 1:
                entity.name = fullest(entity.names)
        self.unite()

    def listed_with(self, entity: Entity) -> str | None:
        """The state of the one named right before a person without a state: those of one delegation are listed together."""
        if not entity.words:
            return None
        start = min(entity.mentions)[0]
        before = [
            (end, other)
            for other in self.entities
            if other.codes and len(other.code) == 3 and (other.words or not other.supposed)
            for _, end in other.mentions
            if start - (LISTED if other.words else ADJACENT) <= end < start
        ]
        return max(before, key=lambda found: found[0])[1].code if before else None

    def main_office(self) -> str | None:
        """The state of the office-holder whom the article names most: his is the ministry that has no other state."""
        holders = [e for e in self.entities if e.kind == "person" and e.codes and (e.offices or e.office) and len(e.code) == 3]
        return max(holders, key=lambda e: (len(e.mentions), -e.order)).code if holders else None

    def unite(self) -> None:
        """An office-holder called by office only is the one person of the article who is named and holds that office."""
        for entity in self.entities:
            if entity.kind != "person" or entity.words or entity.merged or not entity.office_words or entity.number != "s":
                continue
            named = [o for o in self.entities if o.kind == "person" and o.words and o.code == entity.code]
            by_words = [o for o in named if entity.office_words <= o.title_words]
            by_office = [o for o in named if entity.office and entity.office in o.offices | {o.office}]
            for found in (by_words, by_office):
                if len(found) == 1:
                    self.merge(entity, found[0])
                    break

    def merge(self, entity: Entity, into: Entity) -> None:
        into.mentions = sorted({*into.mentions, *entity.mentions})
        into.office = into.office or entity.office
        entity.merged = into

    # --- resolution

    def resolve(self, clauses: Clauses, mention: Mention) -> list[Entity]:
        """The entities that a mention means (several for a plural title of several states, or a dual)."""
        if mention.entity is not None:
            return mention.entity  # type: ignore[return-value]
        found = self.find(clauses, mention)
        mention.entity = found
        return found

    def find(self, clauses: Clauses, mention: Mention) -> list[Entity]:
        tokens = clauses.tokens
        start, end = offset(tokens, mention)
        bare = self.bare_name(tokens, mention)
        if mention.kind in ("title", "people", "counterpart", "body") and len(mention.codes) > 1 and mention.plural_of:
            return [self.seen(self.state(code, self.state_name(code)), start, end) for code in dict.fromkeys(mention.codes)]
        if mention.kind == "dual":
            return self.pair(tokens[mention.start].word.form, start, end)
        if mention.kind == "own":
            speaker = next(
                (e for e in reversed(self.recent) if e.kind in ("person", "state") and len(e.code) == 3 and e.code != UNKNOWN),
                None,
            )
            return [self.seen(self.by_code(speaker.code), start, end)] if speaker else []
        if mention.name is not None:
            return [self.person(tokens, mention, start, end)]
        if mention.kind in ("state", "capital"):
            return [self.seen(self.state(mention.codes[0], bare, mention.kind == "state"), start, end)]
        if mention.kind in ("org", "group"):
            return [self.seen(self.body_by_entry(mention, bare), start, end)]
        if mention.kind == "body" and not mention.codes and self.shared(tokens, mention):
            both = self.last_pair(("state", "person"))
            if len(both) == 2:
                return [self.seen(self.state(e.code, self.state_name(e.code)), start, end) for e in both]
        return [self.described(tokens, mention, start, end)]

    def shared(self, tokens: list[Token], mention: Mention) -> bool:
        """Whether a body is a joint one of the two sides spoken of: اللجنة المشتركة."""
        joint = self.lexicon.grammar["joint_adjectives"]
        return any(t.word.form in joint for t in tokens[mention.start : mention.end + 1])

    def bare_name(self, tokens: list[Token], mention: Mention) -> str:
        """A mention's words without the clitics on the first of them: للأمم المتحدة → الأمم المتحدة."""
        first = tokens[mention.start]
        surface = self.text[first.start : first.end]
        taken = spelled(surface, mention.clitics)
        whole = self.text[first.start + taken : tokens[mention.end - 1].end]
        return "ال" + whole[1:] if mention.clitics.endswith("ل") and whole.startswith("ل") and "لل" in surface[:3] else whole

    def state(self, code: str, name: str = "", own_name: bool = False) -> Entity:
        key = ("s", code)
        entity = self.keys.get(key)
        if entity is None:
            entity = self.new(key, "state", name or code)
            entity.codes = [code]
            entity.feminine = code not in MASCULINE_STATES
        if own_name and (entity.name == code or not entity.definite):
            entity.name, entity.definite = name, True
        if entity.name == code and name:
            entity.name, entity.definite = name, own_name
        return entity

    def body_by_entry(self, mention: Mention, name: str) -> Entity:
        key = (mention.kind, mention.codes[0], mention.entries[0])
        entity = self.keys.get(key)
        source = self.lexicon.organisations if mention.kind == "org" else self.lexicon.groups
        body: Organisation | Group = source[mention.entries[0]]
        if entity is None:
            entity = self.new(key, body.kind, name)
            entity.codes, entity.sector = list(mention.codes), mention.sector
            entity.feminine = feminine(name)
            entity.number = "p" if name.endswith(("ون", "ين")) else "s"
        if not entity.names or name not in body.ambiguous:
            entity.names[name] += 1
        entity.title_words |= bare_words([fold_word(word) for word in name.split()[:1]])
        return entity

    def person(self, tokens: list[Token], mention: Mention, start: int, end: int) -> Entity:
        assert mention.name is not None
        a, b = mention.name
        words = tuple(t.word.form for t in tokens[a:b])
        if mention.clitics and mention.start == a:
            words = (words[0][len(mention.clitics) :], *words[1:])
        name_start = tokens[a].start + (len(mention.clitics) if mention.start == a else 0)
        name = self.text[name_start : tokens[b - 1].end]
        entity = None
        if mention.name_entry is not None:
            entity = self.keys.get(("p", mention.name_entry)) or self.by_words(words)
        else:
            entity = self.by_words(words)
        if entity is None:
            entity = self.new(None, "person", name)
            entity.words = words
        if mention.name_entry is not None:
            self.keys[("p", mention.name_entry)] = entity
            if entity.entry is None:
                entity.entry = mention.name_entry
                known = self.lexicon.persons[mention.name_entry]
                entity.sector = entity.sector or known.sector
                entity.feminine = entity.feminine or known.gender == "f"
                for office in self.held(known):
                    entity.title_words.update(bare_words([fold_word(w) for w in office.title.split()]))
                    entity.offices.add(office.office)
                if not entity.from_title:
                    entity.codes = [self.code_in_office(known)]
        if mention.codes and not entity.from_title and (mention.office or mention.counterpart or mention.name_entry is None):
            entity.codes, entity.from_title = list(mention.codes), True
        if len(words) > len(entity.words):
            entity.words, entity.name = words, name
        self.keys.setdefault(("w", words), entity)
        entity.office = entity.office or mention.office
        entity.sector = entity.sector or mention.sector
        if mention.counterpart:
            model = next((e for e in reversed(self.recent) if e.kind == "person" and e.office and e is not entity), None)
            if model is not None:
                entity.office = entity.office or model.office
                entity.title_words |= model.title_words
        if mention.start < a:
            title = [t.word.form for t in tokens[mention.start : a]]
            entity.title_words.update(bare_words(title))
            entity.feminine = entity.feminine or feminine_title(title, self.masculine(mention, title))
            entity.title = entity.title or self.text[tokens[mention.start].start : tokens[a - 1].end]
        elif mention.end > b:
            entity.title_words.update(bare_words([t.word.form for t in tokens[b : mention.end]]))
        return self.seen(entity, start, end)

    def code_in_office(self, person: Person) -> str:
        """For whom a person of the directory speaks on the day of the article: the code of the office then held."""
        return next((o.code for o in reversed(self.held(person)) if o.code), person.code)

    def held(self, person: Person) -> list[Office]:
        """The offices that a person held on the day of the article; all where the day or the dates are unknown."""
        day = self.published
        if day is None:
            return list(person.offices)
        return [o for o in person.offices if (not o.start or o.start <= day) and (not o.to or o.to >= day[: len(o.to)])]

    def by_words(self, words: tuple[str, ...]) -> Entity | None:
        """The person of the article who bears these words as name or part of it."""
        found = self.keys.get(("w", words))
        if found is not None:
            return found
        full = self.learned.get(" ".join(words))
        if full is not None and ("w", full) in self.keys:
            return self.keys[("w", full)]
        for entity in reversed(self.entities):
            if (
                entity.kind == "person"
                and entity.words
                and (
                    words[-1] == entity.words[-1]
                    and set(words) <= set(entity.words)
                    or entity.words[-1] == words[-1]
                    and set(entity.words) <= set(words)
                )
            ):
                return entity
        return None

    def described(self, tokens: list[Token], mention: Mention, start: int, end: int) -> Entity:
        """Someone named by title, noun or institution only: the one of whom it was said before, or a new one."""
        first = tokens[mention.start]
        forms = [t.word.form for t in tokens[mention.start : mention.end]]
        forms[0] = forms[0][len(mention.clitics) :] if mention.clitics else forms[0]
        if mention.clitics.endswith("ل") and not forms[0].startswith("ال") and first.word.form.startswith(("لل", "ولل")):
            forms[0] = "ال" + forms[0][1:]
        words = bare_words(forms)
        name = self.bare_name(tokens, mention)
        if mention.kind == "counterpart":
            return self.seen(self.counterpart(mention, name), start, end)
        if mention.kind in ("title", "people") and mention.number == "s":
            head = bare_words(forms[: mention.head_end - mention.start])
            definite = (
                forms[0].startswith("ال")
                or mention.kind == "title"
                and bool(mention.codes)
                or mention.head_end - mention.start > 1
            )
            if definite:
                for entity in reversed(self.recent):
                    if entity.kind == "person" and head <= entity.title_words and agrees(entity, mention.codes):
                        return self.seen(entity, start, end)
        if mention.kind in ("title", "people") and mention.number == "p" and not mention.codes and forms[0].startswith("ال"):
            for entity in reversed(self.recent):
                if entity.kind == "group" and words <= entity.title_words and entity.codes:
                    return self.seen(entity, start, end)
        if mention.kind == "body" and not mention.codes:
            for entity in reversed(self.recent):
                if entity.kind in _BODIES and words <= entity.title_words and entity.codes:
                    return self.seen(entity, start, end)
            sort = self.lexicon.bodies[mention.entries[0]].stands_for
            if sort and len(forms) == 1 and forms[0].startswith("ال"):
                for entity in reversed(self.recent):
                    if entity.kind in _BODIES and entity.code.startswith(sort):
                        return self.seen(entity, start, end)
        kind = {"title": "person", "realm": "state", "people": "person", "body": "organisation", "nation": "group"}.get(
            mention.kind, "group"
        )
        if (mention.number in "dp" or mention.collective) and kind == "person":
            kind = "group"
        key = ("d", kind, tuple(sorted(words)), tuple(mention.codes))
        known = self.keys.get(key)
        if known is None:
            entity = known = self.new(key, kind, name)
            entity.codes = list(mention.codes)
            entity.office, entity.sector, entity.number = mention.office, mention.sector, mention.number
            entity.local = mention.local
            entity.vague = mention.kind == "body" and self.lexicon.bodies[mention.entries[0]].vague
            if not mention.codes and self.near(mention):
                entity.near = True
            entity.title_words = set(words)
            entity.office_words = bare_words(forms[: mention.head_end - mention.start])
            entity.feminine = feminine_title(forms, self.masculine(mention, forms)) if kind == "person" else feminine(name)
            entity.definite = forms[0].startswith("ال")
        return self.seen(known, start, end)

    def masculine(self, mention: Mention, forms: list[str]) -> bool:
        """Whether a title that ends in ha is a man's: نظيره (his counterpart), سماحة."""
        if mention.counterpart:
            return not forms[0][:-1].endswith("ت")
        return forms[0] in self.lexicon.grammar["masculine_titles"]

    def near(self, mention: Mention) -> bool:
        """Whether an institution or office without a state is that of the office-holder the article is about."""
        if mention.kind == "body":
            return self.lexicon.bodies[mention.entries[0]].near
        return mention.kind == "title" and self.lexicon.titles[mention.entries[0]].near

    def counterpart(self, mention: Mention, name: str) -> Entity:
        office = next((e.office for e in reversed(self.recent) if e.kind == "person" and e.office), None)
        for entity in reversed(self.recent):
            if entity.kind == "person" and mention.codes and entity.code == mention.codes[0] and entity.office == office:
                return entity
        key = ("c", tuple(mention.codes), office)
        known = self.keys.get(key)
        if known is None:
            known = self.new(key, "group" if mention.number == "p" else "person", name)
            known.codes, known.office = list(mention.codes), office
        return known

    # --- phrases

    def of_phrase(self, clauses: Clauses, phrase: Phrase, nested: bool = True) -> list[Entity]:
        """The participants that a phrase names: its head, or (nested) the name that its head noun belongs to."""
        head = phrase.head
        if head is not None and head.kind != "place":
            return self.resolve(clauses, head)
        if nested:
            for mention in phrase.mentions:
                if mention.kind == "nisba":
                    continue
                if mention.kind != "place":
                    return self.resolve(clauses, mention)
            for mention in phrase.mentions:
                if mention.kind == "nisba":
                    start, end = offset(clauses.tokens, mention)
                    return [self.seen(self.by_code(mention.codes[0]), start, end)]
        return []

    def pair(self, form: str, start: int, end: int) -> list[Entity]:
        """Whom a dual means: countries for البلدين, else persons, else whoever was named last."""
        countries = any(form.endswith(word) for word in self.lexicon.grammar["dual_states"])
        kinds: tuple[tuple[str, ...], ...] = (
            (("state",),) if countries else (("person",), ("state", "organisation", "group", "person"))
        )
        for choice in kinds:
            found = self.last_pair(choice)
            if countries and len(found) < 2:
                codes = list(dict.fromkeys(e.code for e in reversed(self.recent) if len(e.code) == 3 and e.code != UNKNOWN))[:2]
                found = [self.by_code(code) for code in reversed(codes)]
            if len(found) == 2:
                return [self.seen(e, start, end) for e in found]
        return []

    def state_name(self, code: str) -> str:
        state = self.analyser.states.get(code)
        return state.ar[0] if state else code

    def by_code(self, code: str) -> Entity:
        """The state or body of a code, for an adjective that names it."""
        if len(code) == 3:
            return self.state(code, self.state_name(code))
        for entity in self.entities:
            if entity.code == code and entity.kind in ("organisation", "group"):
                return entity
        body = self.analyser.bodies.get(code)
        entity = self.new(("k", code), body.kind if body else "group", body.ar[0] if body else code)
        entity.codes = [code]
        return entity

    def spot(self, entry: int) -> Spot:
        """The place that a name of the gazetteer means: the one in the country that the article names most."""
        return max(self.lexicon.places[entry], key=lambda s: (self.weights[s.country], s.authored, s.population))

    def nobody(self) -> Entity:
        """The participant that the article does not name."""
        key = ("unknown",)
        entity = self.keys.get(key)
        if entity is None:
            entity = self.new(key, "group", "")
            entity.codes = [UNKNOWN]
        return entity

    def speakers_pair(self) -> list[Entity]:
        """The two persons, states or bodies that a verb in the dual speaks of."""
        for kinds in (("person",), ("state", "organisation", "group")):
            pair = self.last_pair(kinds)
            if len(pair) == 2:
                return pair
        return []

    def last_pair(self, kinds: tuple[str, ...]) -> list[Entity]:
        """The last two different ones of a kind: what الوزيران, الجانبان, البلدان refer to."""
        out: list[Entity] = []
        for entity in reversed(self.recent):
            if entity.kind in kinds and entity not in out and all(entity.code != e.code for e in out):
                out.append(entity)
                if len(out) == 2:
                    break
        return out[::-1]


def fullest(names: Counter[str]) -> str:
    """The fullest of the names of a body that hold the word it is called by most."""
    last: Counter[str] = Counter()
    for name, times in names.items():
        last[name.split()[-1]] += times
    return max(names, key=lambda name: (last[name.split()[-1]], len(name), name))


def offset(tokens: list[Token], mention: Mention) -> tuple[int, int]:
    """Where a mention stands in the text (its clitics included)."""
    return tokens[mention.start].start, tokens[mention.end - 1].end


def spelled(surface: str, clitics: str) -> int:
    """How many characters of a word the clitics take, diacritics between them included."""
    taken = i = 0
    while taken < len(clitics) and i < len(surface):
        if surface[i] == clitics[taken]:
            taken += 1
        i += 1
    return i if taken == len(clitics) else 0


def fold_word(word: str) -> str:
    """A title's word as the tokens carry it."""
    return word.translate(str.maketrans("أإآةؤئ", "اااهءء"))


def bare_words(forms: list[str]) -> set[str]:
    """Words without article and with one gender, for comparing titles: المتحدثة → متحدث."""
    out = set()
    for form in forms:
        word = form.removeprefix("ال")
        word = word[:-1] if word.endswith("ه") and len(word) > 4 else word
        out.add(word)
    return out


def agrees(entity: Entity, codes: list[str]) -> bool:
    return not codes or not entity.codes or entity.codes[0] == codes[0]


def feminine(name: str) -> bool:
    """Whether a body's name is of feminine gender, by its first word."""
    word = name.split()[0] if name.split() else ""
    return word.rstrip("ًٌٍَُِّْ").endswith(("ة", "ه", "ات", "أمم"))


def feminine_title(forms: list[str], masculine: bool = False) -> bool:
    return bool(forms) and forms[0].endswith("ه") and not masculine
