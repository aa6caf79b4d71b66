"""What a language pack provides: everything that Mahdar knows about one language, as data, with a little code."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol


class Language(Protocol):
    """A language pack: a folder of data files with the same names in every language, and the forms of its words."""

    code: str
    folder: Path

    def fold(self, text: str) -> str:
        """The form of a text in which spelling variants are one."""
        ...

    def bare(self, form: str) -> str:
        """A folded word without its article and with one gender."""
        ...

    def is_feminine_noun(self, surface: str) -> bool:
        """Whether a word's spelling, which folding hides, shows that it is a noun without a pronoun."""
        ...

    def is_passive(self, surface: str) -> bool:
        """Whether the written vowels of a past verb say that it is passive."""
        ...

    def other_spellings(self, form: str) -> Iterator[str]:
        """How else a folded form may be spelled, that some papers write this way and others apart."""
        ...

    def conjugate(self, verb: str) -> dict[str, str]:
        """Folded forms of a lexicon verb with their tags (tense and person)."""
        ...

    def participle_forms(self, participle: str) -> Iterator[str]:
        """Folded forms of a reporting participle."""
        ...

    def nisba_forms(self, nisba: str) -> Iterator[str]:
        """Folded forms of an adjective of origin."""
        ...

    def possessed_forms(self, stem: str) -> list[str]:
        """A noun's stem with each pronoun that tells whose it is."""
        ...

    def without_proclitics(self, form: str) -> list[tuple[str, str]]:
        """(clitics, rest) of a form, from nothing taken off to everything."""
        ...

    def stems(self, rest: str) -> list[tuple[str, str]]:
        """(stem, pronoun) of a noun form without proclitics."""
        ...

    def verb_bases(self, form: str) -> list[tuple[str, bool, str, str]]:
        """(conjunction, future, base, pronoun) of a form read as a verb."""
        ...

    def preposition(self, form: str) -> str:
        """The usual spelling of a preposition, without a conjunction before it."""
        ...

    def one_spelling(self, form: str) -> str:
        """A folded preposition, in the one spelling that tokens and compiled entries have."""
        ...

    def search_form(self, word: str) -> str:
        """The form under which a word is searched: that of its other spellings and inflections too."""
        ...

    def governing(self, clitics: str) -> str:
        """The preposition among the clitics of a word, or nothing."""
        ...
