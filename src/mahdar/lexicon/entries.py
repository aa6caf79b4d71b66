"""The entries of the data files, as an analyst writes them. Unknown keys are errors, so that a slip is seen.

A `verbs` item is "PAST ROOT FORM"; a word list may name a class of `classes*.toml` as "@name".
"""

from typing import Any

import msgspec


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all entries."""


class Cue(Entry, frozen=True, forbid_unknown_fields=True):
    """A way to report speech. `takes` says where the content stands: "that", "quote", "object" or a preposition.

    `carries`: a noun phrase is content enough; `doubtful`: the word reports only where a quotation follows;
    `negatable`: it reports under a negation too (لم يستبعد); `unmarked`: its words may follow the speaker without a mark.
    """

    id: str
    verbs: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    takes: tuple[str, ...] = ("that",)
    addressee: tuple[str, ...] = ()
    object_is_target: bool = False
    speaker_after: str = ""
    plain: bool = False
    carries: bool = False
    doubtful: bool = False
    negatable: bool = False
    whole: bool = False
    unmarked: bool = False
    example: str = ""
    counter: str = ""


class Source(Entry, frozen=True, forbid_unknown_fields=True):
    """Words before the source of what the rest of the sentence says: وفق، بحسب، نقلا عن.

    `pronoun`: a pronoun may take the speaker's place; `verb`: a verb of saying comes between (حسبما أعلن الوزير); `also`: the
    words join a further report as well (كما أعلن الوزير أن …).
    """

    id: str
    words: tuple[str, ...]
    pronoun: bool = False
    verb: bool = False
    also: bool = False
    example: str = ""


class Headline(Entry, frozen=True, forbid_unknown_fields=True):
    """A sign by which a headline sets the speaker apart from what is said."""

    id: str
    mark: str
    order: str = "speaker content"
    hearer: tuple[str, ...] = ()
    example: str = ""


class SpeechPhrase(Entry, frozen=True, forbid_unknown_fields=True):
    """A verb and a noun that report together: أعرب عن أمله في."""

    id: str
    verbs: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    preposition: str = ""
    nouns: tuple[str, ...] = ()
    takes: tuple[str, ...] = ("that",)
    carries: bool = False
    own: bool = False
    whole: bool = False
    example: str = ""


class Title(Entry, frozen=True, forbid_unknown_fields=True):
    """An office or title, for a person named after it or for the person alone."""

    id: str
    sg: tuple[str, ...] = ()
    dual: tuple[str, ...] = ()
    pl: tuple[str, ...] = ()
    office: str | None = None
    sector: str | None = None
    en: str = ""
    code: str | None = None
    bare: bool = False
    adjective: bool = False
    near: bool = False
    possessed: tuple[str, ...] = ()


class Honorific(Entry, frozen=True, forbid_unknown_fields=True):
    """Words of courtesy before a title or name; `before` says which of them follows."""

    words: tuple[str, ...]
    before: str = "title"


class Counterpart(Entry, frozen=True, forbid_unknown_fields=True):
    """نظيره: the holder of the same office elsewhere."""

    forms: tuple[str, ...]
    number: str = "any"
    weak: bool = False
    succession: bool = False
    example: str = ""


class ContextWords(Entry, frozen=True, forbid_unknown_fields=True):
    """Words that, near an event, give it a PLOVER context."""

    id: str
    words: tuple[str, ...]


class Body(Entry, frozen=True, forbid_unknown_fields=True):
    """An institution that every state has."""

    id: str
    forms: tuple[str, ...]
    sector: str | None = None
    en: str = ""
    place: bool = False
    code: str | None = None
    adjective: bool = False
    vague: bool = False
    near: bool = False
    stands_for: str = ""
    abstract: tuple[str, ...] = ()


class People(Entry, frozen=True, forbid_unknown_fields=True):
    """A noun for people without an office: مسؤول، مصدر، متظاهرون."""

    id: str
    sg: tuple[str, ...] = ()
    dual: tuple[str, ...] = ()
    pl: tuple[str, ...] = ()
    sector: str | None = None
    speaks: bool = False
    dead: bool = False
    en: str = ""
    adjective: bool = False
    local: bool = False
    collective: bool = False


class Trigger(Entry, frozen=True, forbid_unknown_fields=True):
    """One meaning of a verb, noun or phrase that names an event, with the grammar of its arguments.

    `journey`: it tells of a journey, so that its recipient, if a place, is where it happens (true of every visit).
    `answer`: its words answer what somebody did, who is meant where they only name the deed (رحبت بالخطوة).
    `transitive`: its verb always has an object, so that what stands alone behind it is that (وحثت السلطات على …).
    """

    id: str
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    weak_nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    after: dict[str, tuple[str, ...]] = {}
    not_object: tuple[str, ...] = ()
    not_after: dict[str, tuple[str, ...]] = {}
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    genitive: str = "subject"
    ambivalent: bool = False
    figurative: bool = False
    journey: bool = False
    answer: bool = False
    transitive: bool = False
    needs_participants: int = 1
    modes: dict[str, tuple[str, ...]] = {}
    future: str | None = None
    weight: float = 0.7
    example: str = ""
    expect: dict[str, Any] = {}
    counter: str = ""


class Light(Entry, frozen=True, forbid_unknown_fields=True):
    """A verb that carries an event noun: أجرى مباحثات، قام بزيارة، تعرض لهجوم."""

    verbs: tuple[str, ...]
    prep: str = ""
    subject: str = "actor"
    aspect: str = "actual"
    example: str = ""


class Ordinary(Entry, frozen=True, forbid_unknown_fields=True):
    """Verbs that tell no event and report nothing; that they are verbs shows where clauses end and what their subjects are."""

    verbs: tuple[str, ...]


class Stance(Entry, frozen=True, forbid_unknown_fields=True):
    """A word that takes a stand: `takes` says where the matter stands (object, genitive or a preposition).

    `adjectives` are said of the holder; `negated`: only under a negation; `spoken`: only in somebody's reported words;
    `deeds`: its nouns name deeds as well (دعم), and take a stand only where somebody expresses them;
    `conditional`: only beside a condition; `others`: what the holder himself would do is no matter;
    `present`: its verbs take it in the present only;
    `turns`: who wants an end to something is against it; `whom`: somebody is asked; `no_matter`: words that open none.
    """

    id: str
    stance: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    takes: tuple[str, ...] = ("object",)
    no_matter: tuple[str, ...] = ()
    negated: bool = False
    spoken: bool = False
    deeds: bool = False
    conditional: bool = False
    others: bool = False
    present: bool = False
    turns: bool = False
    whom: bool = False
    example: str = ""
    counter: str = ""


class Judgement(Entry, frozen=True, forbid_unknown_fields=True):
    """Words in a speaker's mouth that judge a matter, which stands `before` or `after` them,
    or is a `duty` of whoever stands between.

    `itself`: the words may name the matter; `object`: words of which one follows; `no_matter`: words that open no matter;
    `turns`: who wants an end to something is against it.
    """

    id: str
    stance: str
    phrases: tuple[str, ...]
    matter: str = "before"
    object: tuple[str, ...] = ()
    itself: bool = False
    no_matter: tuple[str, ...] = ()
    turns: bool = False
    example: str = ""
    counter: str = ""


class Pledge(Entry, frozen=True, forbid_unknown_fields=True):
    """A word that commits: what is promised follows as `takes` says.

    `adjectives` are said of who commits; `deed`: words of which one opens the promised thing, `no_deed`: words that open none;
    `carriers`: nouns behind the verb that carry the promise.
    """

    id: str
    strength: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    takes: tuple[str, ...] = ("that",)
    deed: tuple[str, ...] = ()
    no_deed: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    example: str = ""
    counter: str = ""


class State(Entry, frozen=True, forbid_unknown_fields=True):
    """A state, its names, adjectives, peoples, and the cities and buildings that stand for it."""

    code: str
    en: str
    ar: tuple[str, ...]
    nisba: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


class Organisation(Entry, frozen=True, forbid_unknown_fields=True):
    """A body between states, an institution, party, agency or outlet."""

    code: str
    en: str
    ar: tuple[str, ...]
    nisba: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    sector: str | None = None
    kind: str = "organisation"
    ambiguous: tuple[str, ...] = ()
    country: str | None = None


class Group(Entry, frozen=True, forbid_unknown_fields=True):
    """An armed or political group that is no state."""

    code: str
    en: str
    ar: tuple[str, ...]
    nisba: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    kind: str = "group"
    ambiguous: tuple[str, ...] = ()


class Office(Entry, frozen=True, forbid_unknown_fields=True):
    """An office and the time in which it was held (ISO months or years; `to` empty while in office)."""

    office: str
    title: str = ""
    start: str = msgspec.field(name="from", default="")
    to: str | None = None
    code: str | None = None


class Person(Entry, frozen=True, forbid_unknown_fields=True):
    """An office-holder. `short`: what the text calls him later; `unique`: shorts that need no introduction."""

    name: str
    code: str
    en: str = ""
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    unique: tuple[str, ...] = ()
    sector: str | None = None
    offices: tuple[Office, ...] = ()
    wikidata: str | None = None
    gender: str | None = None


class Pact(Entry, frozen=True, forbid_unknown_fields=True):
    """An agreement that has a name, and the codes of its parties, of whom those count that the article speaks of."""

    id: str
    words: tuple[str, ...]
    parties: tuple[str, ...]


class Realm(Entry, frozen=True, forbid_unknown_fields=True):
    """Words for the country that an article is about: المملكة; the one of `codes` that it speaks of most is meant."""

    words: tuple[str, ...]
    codes: tuple[str, ...]


class Institution(Entry, frozen=True, forbid_unknown_fields=True):
    """Words in titles and names of bodies by which their state is known: مجلس الشيوخ; of `codes` as of a realm's."""

    words: tuple[str, ...]
    codes: tuple[str, ...]
