"""Which matters an article or a statement speaks of."""

from bisect import bisect_left
from operator import itemgetter

from mahdar.coder.tokens import Token, follows, going_on
from mahdar.languages.language import Language
from mahdar.lexicon.lexicon import Lexicon

_OFFSET = itemgetter(0)


class DossierFinder:
    """Finds dossiers by their words: one strong word suffices, of the others two are needed or one in the title."""

    def __init__(self, lexicon: Lexicon, language: Language) -> None:
        self.language = language
        self.index: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
        for identity, strong, words, unless in lexicon.dossiers:
            for weight, phrases in ((2, strong), (1, words), (0, unless)):
                for phrase in phrases:
                    if phrase:
                        self.index.setdefault(phrase[0], []).append((phrase[1:], identity, weight))
        for entries in self.index.values():
            entries.sort(key=lambda e: -len(e[0]))
        self.known: dict[str, dict[str, list[tuple[tuple[str, ...], str, int]]]] = {}

    def entries(self, form: str) -> dict[str, list[tuple[tuple[str, ...], str, int]]]:
        """The phrases that may start with a word form, its clitics taken off, by their second words."""
        found = self.known.get(form)
        if found is None:
            entries = [e for _, rest in self.language.without_proclitics(form) for e in self.index.get(rest, ())]
            found = {}
            for entry in sorted(entries, key=lambda e: -len(e[0])):
                found.setdefault(entry[0][0] if entry[0] else "", []).append(entry)
            if len(self.known) > 100_000:
                self.known.clear()
            self.known[form] = found
        return found

    def hits(self, tokens: list[Token]) -> list[tuple[int, str, int]]:
        """(character offset, dossier, weight) of every phrase found; the longest wins, none counts twice."""
        out: list[tuple[int, str, int]] = []
        after = 0  # the last phrase found
        for i in [i for i, t in enumerate(tokens) if t.word.matter]:
            if i < after:
                continue
            size = 0
            for rest, identity, weight in going_on(self.entries(tokens[i].word.form), tokens, i):
                if size and len(rest) + 1 < size:
                    break
                if len(rest) < 2 or follows(tokens, i + 1, rest):
                    out.append((tokens[i].start, identity, weight))
                    size = len(rest) + 1
            after = i + size
        return out


def of_article(hits: list[tuple[int, str, int]], title_end: int) -> tuple[str, ...]:
    """The dossiers of an article, most spoken of first."""
    weights: dict[str, int] = {}
    for offset, identity, weight in hits:
        weights[identity] = weights.get(identity, 0) + (2 if weight == 1 and offset < title_end else weight)
    return tuple(sorted((d for d, w in weights.items() if w >= 2), key=lambda d: (-weights[d], d)))


def within(hits: list[tuple[int, str, int]], start: int, end: int, known: tuple[str, ...]) -> tuple[str, ...]:
    """Those of an article's dossiers that words between two offsets speak of."""
    first, last = bisect_left(hits, start, key=_OFFSET), bisect_left(hits, end, key=_OFFSET)
    here = {identity for _, identity, weight in hits[first:last] if weight}
    return tuple(d for d in known if d in here)
