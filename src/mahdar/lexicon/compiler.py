"""TOML in, tables out: the data of a language pack, of actors, places and dossiers compiled into one Lexicon."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from mahdar.errors import DataError
from mahdar.languages.language import Language
from mahdar.lexicon import entries as e
from mahdar.lexicon.checking import flaw, known_key, merged, pattern_list, word_list
from mahdar.lexicon.folder import check_names, check_tables
from mahdar.lexicon.lexicon import Lemma, Lexicon, NameUse, NounUse, Spot, VerbUse
from mahdar.lexicon.reading import at, line_of_key, read_entries, read_toml
from mahdar.ontology.dossiers import load_dossiers
from mahdar.ontology.plover import load_plover
from mahdar.places.gazetteer import load_places

T = TypeVar("T", bound=e.Entry)
_PARTS = re.compile(r"[^\W_]+|[^\s]")
PACKAGE = Path(__file__).parent.parent

KINDS: dict[str, type[e.Entry]] = {
    "cue": e.Cue,
    "source": e.Source,
    "phrase": e.SpeechPhrase,
    "headline": e.Headline,
    "title": e.Title,
    "honorific": e.Honorific,
    "counterpart": e.Counterpart,
    "body": e.Body,
    "people": e.People,
    "trigger": e.Trigger,
    "light": e.Light,
    "ordinary": e.Ordinary,
    "stance": e.Stance,
    "judgement": e.Judgement,
    "pledge": e.Pledge,
    "context": e.ContextWords,
    "state": e.State,
    "organisation": e.Organisation,
    "group": e.Group,
    "person": e.Person,
    "realm": e.Realm,
    "institution": e.Institution,
}
_USUAL = ("3ms", "3fs", "3mp")  # persons in which news tells; the others a given name is hardly ever
_RANK = {"person": 0, "org": 1, "group": 2, "state": 3, "title": 4, "body": 5, "people": 6, "nation": 7, "capital": 8}


_ORDINARY = frozenset({"3ms", "3fs", "3md", "3fd", "3mp", "1p"})  # persons in which news uses verbs of no role


class Compiler:
    """Builds one Lexicon from a language pack and, where given, from a folder of a user's own additions."""

    def __init__(self, language: Language, own: Path | None = None) -> None:
        self.language = language
        self.fold = language.fold
        self.own = own
        self.read: dict[Path, dict[str, Any]] = {}
        self.verbs: dict[str, list[VerbUse]] = defaultdict(list)
        self.lemmas: list[tuple[str, dict[str, list[int]]]] = []
        self.lemma_ids: dict[str, int] = {}
        self.conjugated: dict[tuple[str, frozenset[tuple[str, str]]], int] = {}
        self.nouns: dict[str, list[NounUse]] = defaultdict(list)
        self.participles: dict[str, list[int]] = defaultdict(list)
        self.speech_participles: dict[str, list[int]] = defaultdict(list)
        self.phrases: dict[str, list[NameUse]] = defaultdict(list)
        self.names: dict[str, list[NameUse]] = defaultdict(list)
        self.nisbas: dict[str, int] = {}
        self.common: dict[str, int] = {}
        for word in read_words(language.folder / "common_words.txt"):
            self.common.setdefault(word, len(self.common))

    # --- files

    def files(self, pattern: str, folder: Path) -> list[Path]:
        """The package's files of a pattern and then the user's, in order of name."""
        return [path for root in (folder, self.own) if root for path in sorted(root.glob(pattern))]

    def tables(self, path: Path) -> dict[str, Any]:
        """The tables of a file, read once; those that nothing reads are an error."""
        if path not in self.read:
            tables = read_toml(path)
            known = self.own is not None and path.is_relative_to(self.own)
            check_tables(path, path.relative_to(self.own) if known and self.own else Path(*path.parts[-2:]), tables)
            self.read[path] = tables
        return self.read[path]

    def entries(self, pattern: str, table: str, kind: type[T], folder: Path | None = None) -> list[tuple[T, str]]:
        """Entries of a table with the place (path:line) of each."""
        out: list[tuple[T, str]] = []
        for path in self.files(pattern, folder or self.language.folder):
            out.extend(self.entries_of(path, table, kind))
        return out

    def entries_of(self, path: Path, table: str, kind: type[T]) -> Iterator[tuple[T, str]]:
        """The entries of one file, each without a flaw."""
        for i, entry in enumerate(read_entries(path, table, kind, self.tables(path))):
            where = f"{path}|{table}|{i}"
            if wrong := flaw(entry, self.fold):
                raise DataError(f"{self.place(where)}: [[{table}]] {wrong}")
            yield entry, where

    def check_own(self) -> None:
        """A user's slip is told at once, before all is compiled."""
        if self.own is None:
            return
        check_names(self.own)
        for path in sorted(self.own.rglob("*.toml")):
            if not any(part.startswith(".") for part in path.relative_to(self.own).parts):
                for table in self.tables(path).keys() & KINDS.keys():
                    list(self.entries_of(path, table, KINDS[table]))

    @staticmethod
    def place(where: str) -> str:
        path, table, index = where.rsplit("|", 2)
        return at(Path(path), table, int(index))

    # --- words

    def add_verbs(self, verbs: Iterable[str], role: str, entry: int, where: str) -> None:
        for verb in verbs:
            if verb not in self.lemma_ids:
                try:
                    forms = self.language.conjugate(verb)
                except DataError as wrong:
                    raise DataError(f"{self.place(where)}: {wrong}") from None
                self.lemma_ids[verb] = self.lemma(verb, forms)
            self.lemmas[self.lemma_ids[verb]][1][role].append(entry)

    def lemma(self, verb: str, forms: dict[str, str]) -> int:
        """The number of a verb; one whose root is spelled in two ways (أيد ءيد II, أيد أيد II) has the same forms and is one."""
        past, _, form = verb.split()
        key = (form.partition("/")[0], frozenset(forms.items()))
        if key not in self.conjugated:
            number = self.conjugated[key] = len(self.lemmas)
            self.lemmas.append((self.fold(past), defaultdict(list)))
            for word, tag in forms.items():
                self.verbs[word].append(VerbUse(number, tag))
        return self.conjugated[key]

    def ordinary_verbs(self) -> None:
        """Verbs of no other role, in the forms that are nothing else: not what takes the article, no name, no event noun."""
        single = {first for first, uses in self.names.items() if any(not use.rest for use in uses)}
        for entry, where in self.entries("verbs.toml", "ordinary", e.Ordinary):
            for verb in entry.verbs:
                try:
                    forms = self.language.conjugate(verb)
                except DataError as wrong:
                    raise DataError(f"{self.place(where)}: {wrong}") from None
                past, _, form = verb.split()
                key = (form.partition("/")[0], frozenset(forms.items()))
                number = self.lemma_ids[verb] = self.conjugated.setdefault(key, len(self.lemmas))
                if number < len(self.lemmas):
                    continue  # it has another role
                self.lemmas.append((self.fold(past), defaultdict(list)))
                for word, tag in forms.items():
                    other = word in self.verbs or word in self.nouns or word in single or "ال" + word in self.common
                    if tag[0] in "pi" and tag[1:] in _ORDINARY and not other:
                        self.verbs[word].append(VerbUse(number, tag))

    def add_noun(self, noun: str, use: NounUse) -> None:
        words = self.words(noun)
        if len(words) == 1:
            stem = words[0][2:] if words[0].startswith("ال") and len(words[0]) > 4 else words[0]
            self.nouns[stem].append(use)
        else:
            self.phrases[words[0]].append(NameUse(words[1:], use.kind, use.entry, "n"))

    def words(self, phrase: str) -> tuple[str, ...]:
        """The words of a phrase as the coder's tokens have them: marks such as + and - are words of their own."""
        return tuple(_PARTS.findall(self.fold(phrase)))

    def add_name(self, name: str, kind: str, entry: int, number: str = "s", ambiguous: bool = False) -> None:
        words = self.words(name)
        spellings = [words, tuple(w for w in words if w != "-")] if "-" in words else [words]
        for first, *rest in filter(None, spellings):
            self.names[first].append(NameUse(tuple(rest), kind, entry, number, ambiguous))

    def nisba(self, code: str) -> int:
        return self.nisbas.setdefault(code, len(self.nisbas))

    # --- parts

    def cues(self) -> tuple[list[e.Cue], list[e.Source], list[e.SpeechPhrase]]:
        cues = self.entries("cues.toml", "cue", e.Cue)
        for i, (cue, where) in enumerate(cues):
            self.add_verbs(cue.verbs, "cues", i, where)
            for participle in cue.participles:
                for form in self.language.participle_forms(participle):
                    self.participles[form].append(i)
            for noun in cue.nouns:
                self.add_noun(noun, NounUse("cue", i))
        sources = [s for s, _ in self.entries("cues.toml", "source", e.Source)]
        for i, source in enumerate(sources):
            for words in source.words:
                first, *rest = self.words(words)
                self.phrases[first].append(NameUse(tuple(rest), "source", i))
        speech = self.entries("cues.toml", "phrase", e.SpeechPhrase)
        for i, (phrase, where) in enumerate(speech):
            self.add_verbs(phrase.verbs, "speech", i, where)
            for participle in phrase.participles:
                for form in self.language.participle_forms(participle):
                    self.speech_participles[form].append(i)
            for noun in phrase.nouns:
                self.add_noun(noun, NounUse("speech", i, True))
        return [c for c, _ in cues], sources, [p for p, _ in speech]

    def triggers(self) -> tuple[list[e.Trigger], list[e.Light]]:
        triggers = [(self.governed(t), where) for t, where in self.entries("triggers/*.toml", "trigger", e.Trigger)]
        seen: dict[str, str] = {}
        for i, (trigger, where) in enumerate(triggers):
            if trigger.id in seen:
                raise DataError(f"{self.place(where)}: the id {trigger.id!r} is taken by {self.place(seen[trigger.id])}")
            seen[trigger.id] = where
            self.add_verbs(trigger.verbs, "triggers", i, where)
            for noun in trigger.nouns:
                self.add_noun(noun, NounUse("trigger", i))
            for noun in trigger.weak_nouns:
                self.add_noun(noun, NounUse("trigger", i, True))
            for phrase in trigger.phrases:
                self.add_phrase(phrase, i)
        lights = self.entries("triggers/light.toml", "light", e.Light) + self.entries("light.toml", "light", e.Light)
        for i, (light, where) in enumerate(lights):
            self.add_verbs(light.verbs, "lights", i, where)
        return [t for t, _ in triggers], [msgspec.structs.replace(x, prep=self.preposition(x.prep)) for x, _ in lights]

    def preposition(self, slot: str) -> str:
        """A preposition that an entry names, as the tokens have it; other slots (subject, object) as they are."""
        return self.language.one_spelling(self.fold(slot))

    def governed(self, trigger: e.Trigger) -> e.Trigger:
        """A trigger with its prepositions as the tokens have them."""
        slots = {name: tuple(map(self.preposition, getattr(trigger, name))) for name in ("actor", "recipient", "joint")}
        tables = {
            name: {self.preposition(p): words for p, words in getattr(trigger, name).items()} for name in ("after", "not_after")
        }
        return msgspec.structs.replace(trigger, **slots, **tables)

    def add_phrase(self, phrase: str, entry: int) -> None:
        words = self.words(phrase)
        self.phrases[words[0]].append(NameUse(words[1:], "trigger", entry, "v"))

    def marks(self, name: str, table: str, kind: type[Any], role: str) -> list[Any]:
        """Stances or pledges: verbs and nouns of one file."""
        found = self.entries(name, table, kind)
        for i, (entry, where) in enumerate(found):
            self.add_verbs(entry.verbs, role, i, where)
            for noun in entry.nouns:
                self.add_noun(noun, NounUse(table, i))
            for adjective in entry.adjectives:
                self.add_noun(adjective, NounUse(table, i, True))
        return [m for m, _ in found]

    def nouns_for_people(self) -> tuple[list[e.Title], list[e.Body], list[e.People]]:
        titles = [t for t, _ in self.entries("titles.toml", "title", e.Title)]
        for i, title in enumerate(titles):
            for number, forms in (("s", title.sg), ("d", title.dual), ("p", title.pl)):
                for form in forms:
                    self.add_name(form, "title", i, number, title.adjective)
            for stem in title.possessed:
                for form in self.language.possessed_forms(stem):
                    self.add_name(form, "possessed", i)
        for honorific, _ in self.entries("titles.toml", "honorific", e.Honorific):
            for word in honorific.words:
                self.add_name(word, "honorific", 0)
        for counterpart, _ in self.entries("titles.toml", "counterpart", e.Counterpart):
            if counterpart.succession:
                continue
            for form in counterpart.forms:
                plural = self.fold(form).startswith(("نظراء", "زملاء", "اقران", "النظراء"))
                self.add_name(form, "counterpart", 0, "p" if plural else "s", counterpart.weak)
        bodies = [b for b, _ in self.entries("bodies.toml", "body", e.Body)]
        for i, body in enumerate(bodies):
            for form in body.forms:
                self.add_name(form, "body", i, ambiguous=body.adjective or form in body.abstract)
        people = [p for p, _ in self.entries("people.toml", "people", e.People)]
        for i, noun in enumerate(people):
            for number, forms in (("s", noun.sg), ("d", noun.dual), ("p", noun.pl)):
                for form in forms:
                    self.add_name(form, "people", i, number, noun.adjective)
        return titles, bodies, people

    def add_nisba(self, nisba: str, code: str, ambiguous: bool = False) -> None:
        for form in self.language.nisba_forms(nisba):
            definite = form.startswith("ال")
            number = "p" if form.endswith(("ون", "ين")) else "d" if form.endswith(("ان", "تان", "تين")) else "s"
            self.add_name(form, "nisba", self.nisba(code), number, ambiguous or not definite)

    def directory(self) -> tuple[list[e.State], list[e.Organisation], list[e.Group], list[e.Person]]:
        actors = PACKAGE / "actors"
        states = [s for s, _ in self.entries("states.toml", "state", e.State, actors)]
        for i, state in enumerate(states):
            doubtful = set(state.ambiguous)
            for kind, names in (("state", state.ar), ("capital", state.capital), ("capital", state.seats)):
                for name in names:
                    self.add_name(name, kind, i, ambiguous=name in doubtful)
            for name in state.people:
                self.add_name(name, "nation", i, "p", name in doubtful)
            for nisba in state.nisba:
                self.add_nisba(nisba, state.code, nisba in doubtful)
        organisations = [o for o, _ in self.entries("organisations.toml", "organisation", e.Organisation, actors)]
        groups = [g for g, _ in self.entries("groups.toml", "group", e.Group, actors)]
        named: list[tuple[str, list[Any]]] = [("org", organisations), ("group", groups)]
        for kind, bodies in named:
            for i, body in enumerate(bodies):
                for name in (*body.ar, *getattr(body, "acronyms", ())):
                    self.add_name(name, kind, i, ambiguous=name in body.ambiguous)
                for nisba in body.nisba:
                    self.add_nisba(nisba, body.code, nisba in body.ambiguous)
        persons = [p for p, _ in self.entries("people/*.toml", "person", e.Person, actors)]
        for i, person in enumerate(persons):
            for name in dict.fromkeys((person.name, *person.aliases)):
                if len(self.words(name)) > 1 or name in person.unique:
                    self.add_name(name, "person", i)
            for name in dict.fromkeys((*person.short, *person.unique)):
                self.add_name(name, "short", i, ambiguous=name not in person.unique)
        return states, organisations, groups, persons

    def realms(self) -> list[e.Realm]:
        realms = [r for r, _ in self.entries("realms.toml", "realm", e.Realm, PACKAGE / "actors")]
        for i, realm in enumerate(realms):
            for word in realm.words:
                self.add_name(word, "realm", i)
        return realms

    def institutions(self) -> dict[str, list[tuple[frozenset[str], tuple[str, ...]]]]:
        """By the last of their words what institutions are called, with the states that have them."""
        found: dict[str, list[tuple[frozenset[str], tuple[str, ...]]]] = {}
        for entry, _ in self.entries("realms.toml", "institution", e.Institution, PACKAGE / "actors"):
            for words in entry.words:
                bare = [self.language.bare(word) for word in self.words(words)]
                found.setdefault(bare[-1], []).append((frozenset(bare), entry.codes))
        return found

    def name_parts(self, file: str, persons: list[e.Person], index: int) -> Iterator[str]:
        """First or last words of names: those of the list, and those of the directory's persons."""
        yield from read_words(PACKAGE / "actors" / "names" / file)
        for person in persons:
            for name in (person.name, *person.aliases):
                words = self.words(name)
                if len(words) > 1 and len(words[index]) > 2 and not (index == 0 and words[0].startswith("ال")):
                    yield words[index]

    def places(self) -> list[tuple[Spot, ...]]:
        table: list[tuple[Spot, ...]] = []
        merged: dict[tuple[str, ...], list[Spot]] = {}
        for name, found in load_places().items():
            words = self.words(name)
            if words:
                merged.setdefault(words, []).extend(
                    Spot(
                        p.name,
                        p.country,
                        p.lat,
                        p.lon,
                        p.geonames,
                        p.kind,
                        p.population,
                        p.ambiguous,
                        p.authored,
                        p.context,
                    )
                    for p in found
                )
        for words, spots in merged.items():
            spots.sort(key=lambda s: (not s.authored, -s.population, s.country, s.name))
            doubtful = spots[0].ambiguous or not spots[0].authored
            self.names[words[0]].append(NameUse(words[1:], "place", len(table), "s", doubtful))
            table.append(tuple(spots))
        return table

    def dossiers(self) -> tuple[list[Any], dict[str, str]]:
        own = self.own / "dossiers.toml" if self.own and (self.own / "dossiers.toml").exists() else None
        table, parents = [], {}
        for dossier in load_dossiers(own):
            table.append(
                (
                    dossier.id,
                    tuple(self.words(w) for w in dossier.strong),
                    tuple(self.words(w) for w in dossier.words),
                    tuple(self.words(w) for w in dossier.unless),
                )
            )
            if dossier.parent:
                parents[dossier.id] = dossier.parent
        return table, parents

    def defaults(self) -> dict[str, str]:
        """The context of an event type where no word gives one."""
        found: dict[str, str] = {}
        for path in self.files("contexts.toml", self.language.folder):
            table = self.tables(path).get("defaults", {})
            if not isinstance(table, dict) or not all(isinstance(context, str) for context in table.values()):
                raise DataError(f"{path}:{line_of_key(path, 'defaults')}: [defaults] gives each event type one context")
            for kind, context in table.items():
                plover = load_plover()
                known_key(path, kind, tuple(t.id for t in plover.types))
                known_key(path, context, tuple(c.id for c in plover.contexts))
            found.update(table)
        return found

    def lists(self, name: str) -> dict[str, tuple[str, ...]]:
        """A file of word lists: {name: folded words}; a word of several parts keeps its spaces."""
        found: dict[str, tuple[str, ...]] = {}
        for path in self.files(name, self.language.folder):
            for key, value in flat(self.tables(path)):
                if path.parent != self.language.folder:
                    known_key(path, key, tuple(found))
                words = word_list(path, key, value, self.fold)
                found[key] = (*found.get(key, ()), *(" ".join(self.words(word)) for word in words))
        return found

    def furniture(self) -> dict[str, tuple[str, ...]]:
        """The patterns of page furniture, by kind."""
        found: dict[str, tuple[str, ...]] = {}
        for path in self.files("furniture.toml", self.language.folder):
            for key, value in flat(self.tables(path)):
                if path.parent != self.language.folder:
                    known_key(path, key, tuple(found))
                found[key] = (*found.get(key, ()), *pattern_list(path, key, value))
        return found

    def dates(self) -> dict[str, Any]:
        """The words of dates; a list in a user's own file stands for the shipped one."""
        shipped, *own = self.files("dates.toml", self.language.folder)
        found = self.tables(shipped)
        for path in own:
            found = merged(path, found, self.tables(path), self.fold)
        return found

    def classes(self) -> dict[str, tuple[str, ...]]:
        """The word classes that triggers name as @class; a user's words are added."""
        found: dict[str, tuple[str, ...]] = {}
        for path in self.files("triggers/classes*.toml", self.language.folder):
            table = self.tables(path).get("class", {})
            if not isinstance(table, dict):
                raise DataError(f"{path}:{line_of_key(path, 'class')}: class is no table; write the classes under [class]")
            for key, value in table.items():
                words = (" ".join(self.words(word)) for word in word_list(path, key, value, self.fold))
                found[key] = tuple(dict.fromkeys((*found.get(key, ()), *words)))
        return found

    def compile(self, version: str) -> Lexicon:
        """All tables. Raises DataError with file, line and mend at the first broken entry."""
        self.check_own()
        grammar, classes, dates, furniture = self.lists("grammar.toml"), self.classes(), self.dates(), self.furniture()
        defaults = self.defaults()
        dossiers, parents = self.dossiers()
        self.check_classes(classes)
        cues, sources, speech = self.cues()
        triggers, lights = self.triggers()
        stances = self.marks("stances.toml", "stance", e.Stance, "stances")
        pledges = self.marks("pledges.toml", "pledge", e.Pledge, "pledges")
        titles, bodies, people = self.nouns_for_people()
        states, organisations, groups, persons = self.directory()
        realms = self.realms()
        places = self.places()
        self.ordinary_verbs()
        for form in grammar["not_verbs"]:
            if form not in grammar["verbs_when_first"]:
                self.verbs.pop(form, None)
            self.participles.pop(form, None)
        self.spare_names()
        return Lexicon(
            version=version,
            verbs={k: tuple(v) for k, v in self.verbs.items()},
            lemmas=tuple(self.lemma_table()),
            nouns={k: tuple(dict.fromkeys(v)) for k, v in self.nouns.items()},
            participles={k: tuple(dict.fromkeys(v)) for k, v in self.participles.items()},
            phrases=longest_first(self.phrases),
            names=longest_first(self.names),
            grammar=grammar,
            classes=classes,
            cues=tuple(cues),
            sources=tuple(sources),
            speech=tuple(speech),
            headlines=tuple(h for h, _ in self.entries("cues.toml", "headline", e.Headline)),
            speech_participles={k: tuple(dict.fromkeys(v)) for k, v in self.speech_participles.items()},
            triggers=tuple(triggers),
            lights=tuple(lights),
            stances=tuple(stances),
            judgements=tuple(j for j, _ in self.entries("stances.toml", "judgement", e.Judgement)),
            pledges=tuple(pledges),
            titles=tuple(titles),
            bodies=tuple(bodies),
            people=tuple(people),
            states=tuple(states),
            organisations=tuple(organisations),
            groups=tuple(groups),
            persons=tuple(persons),
            nisbas=tuple(self.nisbas),
            realms=tuple(realms),
            pacts=tuple(p for p, _ in self.entries("pacts.toml", "pact", e.Pact, PACKAGE / "actors")),
            institutions=self.institutions(),
            places=tuple(places),
            dossiers=tuple(dossiers),
            dossier_parents=parents,
            contexts={
                c.id: tuple(" ".join(self.words(w)) for w in c.words)
                for c, _ in self.entries("contexts.toml", "context", e.ContextWords)
            },
            context_defaults=defaults,
            given=frozenset(self.name_parts("given.txt", persons, 0)),
            family=frozenset(self.name_parts("family.txt", persons, -1)),
            common=self.common,
            dates=dates,
            furniture=furniture,
        )

    def spare_names(self) -> None:
        """Given names lose the readings as a verb that news hardly has: نزار (we are visited), نجيب (we answer), دينا."""
        for name in read_words(PACKAGE / "actors" / "names" / "given.txt"):
            if name in self.verbs and name in self.common:
                kept = [use for use in self.verbs[name] if use.tag[0] in "pi" and use.tag[1:] in _USUAL]
                self.verbs[name] = kept
                if not kept:
                    del self.verbs[name]

    def lemma_table(self) -> Iterator[Lemma]:
        roles = ("cues", "triggers", "lights", "stances", "pledges", "speech")
        for past, uses in self.lemmas:
            yield Lemma(past, *(tuple(dict.fromkeys(uses.get(role, ()))) for role in roles))

    def check_classes(self, classes: dict[str, tuple[str, ...]]) -> None:
        for trigger, where in self.entries("triggers/*.toml", "trigger", e.Trigger):
            named = [*trigger.object, *trigger.subject, *trigger.not_object]
            for table in (trigger.after, trigger.not_after, trigger.modes):
                named.extend(word for words in table.values() for word in words)
            for word in named:
                if word.startswith("@") and word[1:] not in classes:
                    raise DataError(
                        f"{self.place(where)}: trigger {trigger.id!r}: there is no word class {word!r} in triggers/classes*.toml"
                    )


def flat(tables: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Lists of nested tables under their own last name."""
    for key, value in tables.items():
        if isinstance(value, dict):
            yield from flat(value, key)
        else:
            yield (prefix if prefix and key in ("words", "ar") else key), value


def read_words(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split()


def longest_first(table: dict[str, list[NameUse]]) -> dict[str, tuple[NameUse, ...]]:
    """Longer names first; among equals the more certain kind."""

    def order(use: NameUse) -> tuple[int, bool, int, int]:
        doubtful = use.ambiguous and use.kind not in ("org", "group")  # those are asked whether they are meant here
        return -len(use.rest), doubtful, _RANK.get(use.kind, 9), use.entry

    return {first: tuple(sorted(dict.fromkeys(uses), key=order)) for first, uses in table.items()}
