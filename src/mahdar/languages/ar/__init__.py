"""The Arabic pack."""

from collections.abc import Iterator
from pathlib import Path

from mahdar.languages.ar import clitics, letters, searching


class Arabic:
    """Arabic: data files beside this one, word forms from `morphology`."""

    code = "ar"
    folder = Path(__file__).parent
    fold = staticmethod(letters.fold)
    bare = staticmethod(letters.bare)
    is_feminine_noun = staticmethod(letters.is_feminine_noun)
    is_passive = staticmethod(letters.is_passive)
    other_spellings = staticmethod(letters.other_spellings)
    possessed_forms = staticmethod(clitics.possessed_forms)
    without_proclitics = staticmethod(clitics.without_proclitics)
    stems = staticmethod(clitics.stems)
    verb_bases = staticmethod(clitics.verb_bases)
    preposition = staticmethod(clitics.preposition)
    one_spelling = staticmethod(clitics.one_spelling)
    governing = staticmethod(clitics.governing)
    search_form = staticmethod(searching.search_form)

    def conjugate(self, verb: str) -> dict[str, str]:
        from mahdar.languages.ar import morphology  # the conjugator loads only where the lexicon is compiled

        return morphology.conjugate(verb)

    def participle_forms(self, participle: str) -> Iterator[str]:
        from mahdar.languages.ar import morphology

        return morphology.participle_forms(participle)

    def nisba_forms(self, nisba: str) -> Iterator[str]:
        from mahdar.languages.ar import morphology

        return morphology.nisba_forms(nisba)
