"""The cast as a list: its states and bodies, where the article is at home, and who turns out to be the same."""

from collections import Counter

from mahdar.coder.clauses import Clauses
from mahdar.coder.entities import UNKNOWN, Entity, first_word, fullest
from mahdar.coder.mentions import Mention
from mahdar.coder.tokens import Analyser
from mahdar.coder.verbs import MASCULINE_STATES
from mahdar.lexicon.lexicon import Spot

ADJACENT = 2  # and those of a side behind its name: من الجانب الفرنسي السفير فلان
LISTED = 60  # characters within which the names of one list follow each other
_RULES = frozenset("-–—ـ/|")  # between a paper's name and the place
_AFTER_PLACE = frozenset(":-–—(ـ/،")
# How good a name for a state: known by an adjective only, a capital where something is, the state where it only belongs to
# something, the capital that acts, the state that acts.
STANDINGS = {("capital", True): 1, ("state", True): 2, ("capital", False): 3, ("state", False): 4}
DATELINE = 16  # mentions that a dateline is worth


class Roster:
    """The entities of one article, in reading order."""

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
        self.dateline = ""  # the state of the place that the article is datelined from
        self.first: set[str] = set()

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
            for code in mention.codes if mention.sector != "JRN" else ():  # an agency tells what happens elsewhere
                if len(code) == 3 and code != UNKNOWN:
                    self.weights[code] += 6 if title else 2

    def weigh_dateline(self, clauses: Clauses) -> None:
        """The state of the place that an article is datelined from counts more: بغداد: …, القاهرة - رويترز, القبس - الرباط."""
        forms = [t.word.form for t in clauses.tokens[:8]]
        for mention in clauses.mentions[:3]:
            if mention.kind not in ("capital", "place", "state") or mention.end > len(forms):
                continue
            opens = mention.start == 0 or forms[mention.start - 1] in _RULES
            after = forms[mention.end] if mention.end < len(forms) else ""
            if opens and (mention.end == len(clauses.tokens) or after in _AFTER_PLACE):
                codes = mention.codes or [s.country for s in self.lexicon.places[mention.entries[0]][:1]]
                self.weights.update(dict.fromkeys(codes, DATELINE))
                self.dateline = codes[0] if codes else ""
                return

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
            if (code := self.by_institution(entity)) is not None:
                entity.codes = [code]
            elif (
                entity.kind == "organisation"
                and not entity.vague
                or entity.words
                or entity.local
                or entity.office
                and entity.number == "s"
            ):
                entity.codes = [
                    (home if home == self.dateline else main or home) if entity.near else self.listed_with(entity) or home
                ]
                entity.supposed = True
        for entity in self.entities:
            if len(entity.names) > 1:
                entity.name = fullest(entity.names)
        self.unite()

    def by_institution(self, entity: Entity) -> str | None:
        """The state by whose institution somebody is called: عضو مجلس الشيوخ, قيادي في الدوما."""
        known, words = self.lexicon.institutions, entity.title_words
        for word in sorted(words & known.keys()):
            for needed, codes in known[word]:
                if needed <= words:
                    return max(codes, key=lambda code: (self.weights[code], -codes.index(code)))
        return None

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

    def state(self, code: str, name: str = "", standing: int = 0) -> Entity:
        """A state under its name; of names the fullest of the best `standing` (see `STANDINGS`)."""
        key = ("s", code)
        entity = self.keys.get(key)
        if entity is None:
            entity = self.new(key, "state", name or code)
            entity.codes = [code]
            entity.feminine = code not in MASCULINE_STATES
            entity.standing = standing
        elif name and (standing, len(name)) > (entity.standing, len(entity.name)):
            entity.name, entity.standing = name, standing
        return entity

    def seat(self, code: str, name: str) -> Entity:
        """Those who govern from a seat of power, who are called by it: البيت الأبيض, الكرملين."""
        key = ("seat", code, name)
        entity = self.keys.get(key)
        if entity is None:
            entity = self.new(key, "organisation", name)
            entity.codes, entity.sector = [code], "GOV"
            entity.title_words = first_word(name)
        return entity

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
        entity.title_words = first_word(entity.name)
        return entity

    def recall(self, entity: Entity) -> None:
        """Have an entity in mind that a title names by the way, for a word that means it later."""
        if entity not in self.recent:
            self.recent.append(entity)

    def nobody(self) -> Entity:
        """The participant that the article does not name."""
        key = ("unknown",)
        entity = self.keys.get(key)
        if entity is None:
            entity = self.new(key, "group", "")
            entity.codes = [UNKNOWN]
        return entity

    def spot(self, entry: int) -> Spot:
        """The place that a name of the gazetteer means: the one in the country that the article names most."""
        return max(self.lexicon.places[entry], key=lambda s: (self.weights[s.country], s.authored, s.population))

    def last_pair(self, kinds: tuple[str, ...]) -> list[Entity]:
        """The last two different ones of a kind: what الوزيران, الجانبان, البلدان refer to."""
        out: list[Entity] = []
        for entity in reversed(self.recent):
            if entity.kind in kinds and entity not in out and all(entity.code != e.code for e in out):
                out.append(entity)
                if len(out) == 2:
                    break
        return out[::-1]

    def speakers_pair(self) -> list[Entity]:
        """The two persons, states or bodies that a verb in the dual speaks of."""
        for kinds in (("person",), ("state", "organisation", "group")):
            pair = self.last_pair(kinds)
            if len(pair) == 2:
                return pair
        return []
