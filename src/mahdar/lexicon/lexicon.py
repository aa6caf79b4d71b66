"""The compiled lexicon: all that the coder looks up, as plain tables keyed by folded forms."""

from typing import Any

import msgspec

from mahdar.lexicon.entries import (
    Body,
    Cue,
    Group,
    Headline,
    Judgement,
    Light,
    Organisation,
    Pact,
    People,
    Person,
    Pledge,
    Realm,
    Source,
    SpeechPhrase,
    Stance,
    State,
    Title,
    Trigger,
)


class VerbUse(msgspec.Struct, frozen=True, array_like=True):
    """A verb form: which verb, and tag = tense (p past, i imperfect; P, I passive) + person (3ms …)."""

    lemma: int
    tag: str


class Lemma(msgspec.Struct, frozen=True, array_like=True):
    """A verb and the entries that it belongs to, by index."""

    past: str
    cues: tuple[int, ...]
    triggers: tuple[int, ...]
    lights: tuple[int, ...]
    stances: tuple[int, ...]
    pledges: tuple[int, ...]
    speech: tuple[int, ...]

    def kinds(self) -> frozenset[str]:
        """The kinds of entries that the verb belongs to: cue, trigger …, as their fields are called."""
        return frozenset(role.removesuffix("s") for role in self.__struct_fields__[1:] if getattr(self, role))


class NounUse(msgspec.Struct, frozen=True, array_like=True):
    """A noun that is a cue, trigger, stance, pledge or speech noun; weak ones fire only under a light verb, and
    those of stance and pledge are adjectives."""

    kind: str
    entry: int
    weak: bool = False


class NameUse(msgspec.Struct, frozen=True, array_like=True):
    """A name that starts with the word it is filed under: the words after it, what it is, and which entry."""

    rest: tuple[str, ...]
    kind: str
    entry: int
    number: str = "s"
    ambiguous: bool = False


class Spot(msgspec.Struct, frozen=True, array_like=True):
    """A place that a name may mean."""

    name: str
    country: str
    lat: float
    lon: float
    geonames: int | None
    kind: str
    population: int
    ambiguous: bool
    authored: bool
    context: tuple[str, ...] = ()


class Lexicon(msgspec.Struct, frozen=True):
    """Everything compiled. Tables are keyed by folded forms without clitics."""

    version: str
    verbs: dict[str, tuple[VerbUse, ...]]
    lemmas: tuple[Lemma, ...]
    nouns: dict[str, tuple[NounUse, ...]]
    participles: dict[str, tuple[int, ...]]
    phrases: dict[str, tuple[NameUse, ...]]
    names: dict[str, tuple[NameUse, ...]]
    grammar: dict[str, tuple[str, ...]]
    classes: dict[str, tuple[str, ...]]
    cues: tuple[Cue, ...]
    sources: tuple[Source, ...]
    speech: tuple[SpeechPhrase, ...]
    headlines: tuple[Headline, ...]
    speech_participles: dict[str, tuple[int, ...]]
    triggers: tuple[Trigger, ...]
    lights: tuple[Light, ...]
    stances: tuple[Stance, ...]
    judgements: tuple[Judgement, ...]
    pledges: tuple[Pledge, ...]
    titles: tuple[Title, ...]
    bodies: tuple[Body, ...]
    people: tuple[People, ...]
    states: tuple[State, ...]
    organisations: tuple[Organisation, ...]
    groups: tuple[Group, ...]
    persons: tuple[Person, ...]
    nisbas: tuple[str, ...]
    realms: tuple[Realm, ...]
    pacts: tuple[Pact, ...]
    institutions: dict[str, list[tuple[frozenset[str], tuple[str, ...]]]]
    places: tuple[tuple[Spot, ...], ...]
    dossiers: tuple[tuple[str, tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]], ...]
    dossier_parents: dict[str, str]
    contexts: dict[str, tuple[str, ...]]
    context_defaults: dict[str, str]
    given: frozenset[str]
    family: frozenset[str]
    common: dict[str, int]
    dates: dict[str, Any]
    furniture: dict[str, tuple[str, ...]]
