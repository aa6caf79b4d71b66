"""One of the cast, and what its words tell: the fullest name, the gender, the bare words of a title."""

from collections import Counter

from mahdar.coder.mentions import Mention
from mahdar.coder.tokens import Token
from mahdar.languages.ar.letters import bare

UNKNOWN = "UNK"


class Entity:
    """One of the cast: who is meant by all its mentions."""

    __slots__ = (
        "codes",
        "entry",
        "feminine",
        "kind",
        "from_title",
        "governed",
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
        "standing",
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
        self.standing = 0  # how good the name of a state is
        self.feminine = False
        self.title = ""
        self.title_words: set[str] = set()
        self.office_words: set[str] = set()
        self.words: tuple[str, ...] = ()
        self.from_title = False
        self.governed = False  # named last behind a preposition
        self.local = False
        self.vague = False
        self.supposed = False
        self.near = False
        self.offices: set[str] = set()
        self.merged: Entity | None = None
        self.mentions: list[tuple[int, int]] = []
        self.names: dict[str, int] = {}  # with how often each is used

    @property
    def itself(self) -> "Entity":
        """The entity that this one turned out to be."""
        return self.merged.itself if self.merged is not None else self

    @property
    def code(self) -> str:
        return self.codes[0] if self.codes else UNKNOWN


def fullest(names: dict[str, int]) -> str:
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


_FOLDED = str.maketrans("أإآةؤئ", "اااهءء")


def fold_word(word: str) -> str:
    """A title's word as the tokens carry it."""
    return word.translate(_FOLDED)


def bare_words(forms: list[str]) -> set[str]:
    """Words without article and with one gender, for comparing titles: المتحدثة → متحدث."""
    return set(map(bare, forms))


def first_word(name: str) -> set[str]:
    """The bare word that a body is called by: الوكالة الدولية للطاقة الذرية → وكاله."""
    return bare_words([fold_word(word) for word in name.split()[:1]])


def agrees(entity: Entity, codes: list[str]) -> bool:
    return not codes or not entity.codes or entity.codes[0] == codes[0]


def feminine(name: str) -> bool:
    """Whether a body's name is of feminine gender, by its first word."""
    word = name.split()[0] if name.split() else ""
    return word.rstrip("ًٌٍَُِّْ").endswith(("ة", "ه", "ات", "أمم"))
