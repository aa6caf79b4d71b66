"""PLOVER contexts of an event: those of its trigger, and those that words in its sentence give."""

from mahdar.coder.tokens import Token, follows, going_on
from mahdar.languages.language import Language
from mahdar.lexicon.lexicon import Lexicon

_MOST = 3


class ContextFinder:
    """Finds contexts by their words."""

    def __init__(self, lexicon: Lexicon, language: Language) -> None:
        self.language = language
        self.defaults = lexicon.context_defaults
        self.index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for context, phrases in lexicon.contexts.items():
            for phrase in phrases:
                first, *rest = phrase.split()
                self.index.setdefault(first, []).append((tuple(rest), context))
        self.known: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
        self.last: tuple[list[Token] | None, list[str]] = (None, [])  # events of one sentence follow one another

    def entries(self, form: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """The phrases that may start with a word form, its clitics taken off, by their second words."""
        found = self.known.get(form)
        if found is None:
            found = {}
            for _, bare in self.language.without_proclitics(form):
                for rest, context in self.index.get(bare, ()):
                    found.setdefault(rest[0] if rest else "", []).append((rest, context))
            if len(self.known) > 100_000:
                self.known.clear()
            self.known[form] = found
        return found

    def ranked(self, tokens: list[Token]) -> list[str]:
        """The contexts that a sentence's words give, the most frequent first."""
        if self.last[0] is not tokens:
            counts: dict[str, int] = {}
            for i in [i for i, token in enumerate(tokens) if token.word.context]:
                for rest, context in going_on(self.entries(tokens[i].word.form), tokens, i):
                    if len(rest) < 2 or follows(tokens, i + 1, rest):
                        counts[context] = counts.get(context, 0) + 1
            self.last = (tokens, sorted(counts, key=lambda c: (-counts[c], c)))
        return self.last[1]

    def find(self, tokens: list[Token], type_: str, own: tuple[str, ...]) -> tuple[str, ...]:
        """The contexts of an event of a type in a sentence: the trigger's own first, then the most frequent by words."""
        ranked = self.ranked(tokens)
        found = list(dict.fromkeys((*own, *ranked)))[:_MOST]
        if not found and type_ in self.defaults:
            found = [self.defaults[type_]]
        return tuple(found)
