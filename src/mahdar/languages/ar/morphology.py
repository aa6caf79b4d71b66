"""Arabic word forms: verbs conjugated from their root, clitics taken off.

Conjugation is mazini's (CC-BY-4.0, a port of Wiktionary's Module:ar-verb); only the persons that news uses are kept.
"""

from collections.abc import Iterator

import mazini

from mahdar.errors import DataError
from mahdar.languages.ar.letters import fold

PERSONS = ("3ms", "3fs", "3md", "3fd", "3mp", "3fp", "1s", "1p")
# Tag and slots; j and J are forms that only the jussive has (لم يصف), which stand nowhere but behind its particles.
_TENSES = (("p", "past_"), ("i", "ind_"), ("i", "sub_"), ("j", "juss_"))
_PASSIVE = (("P", "past_pass_"), ("I", "ind_pass_"), ("J", "juss_pass_"))


def conjugate(verb: str) -> dict[str, str]:
    """Folded forms of a verb written "PAST ROOT FORM", each with its tag: tense (p, i, j; P, I, J passive) and person.

    Where active and passive are spelled alike, the active tag stands, but for the first person. Raises DataError where the
    past that mazini makes is not the past that is written, or root or form are none.
    """
    try:
        past, root, form = verb.split()
    except ValueError:
        raise DataError(f"verb {verb!r}: write past, root and form, as in 'زار زور I/a~u'") from None
    try:
        slots = mazini.conjugate(root, form, passive=True).slots
    except (mazini.MaziniError, ValueError, KeyError, IndexError) as wrong:
        raise DataError(f"verb {verb!r}: {wrong}") from None
    made = [fold(f.form) for f in slots.get("past_3ms", [])]
    if fold(past) not in made:
        raise DataError(f"verb {verb!r}: root and form give {' or '.join(made)}, not {past}")
    forms: dict[str, str] = {}
    for tag, slot in (*_TENSES, *_PASSIVE):
        for person in PERSONS:
            for made_form in slots.get(slot + person, []):
                made_word = fold(made_form.form)
                if tag == "p" and person == "3md" and made_word.endswith("وا"):
                    continue  # دعوا: they all called rather than both of them
                if person in ("3md", "3fd") and tag in "ij" and made_word.endswith("ا") and made_word[0] != "ي":
                    continue  # the clipped dual is rare and spelled like a masdar in the accusative: تدخلا
                if tag + person == "P3ms" and forms.get(made_word) == "i1s":
                    forms[made_word] = "P3ms"  # أصيب: somebody was hit, rather than I hit
                forms.setdefault(made_word, tag + person)
    forms[fold(past)] = "p3ms"
    forms.pop("?", None)
    return forms


def participle_forms(participle: str) -> Iterator[str]:
    """Circumstantial forms of an active participle: قائل → قائلا، قائلة، قائلين، قائلتين، قائلات; مبدٍ → مبديا، مبدية، مبدين."""
    stem = fold(participle)
    if participle.endswith("\u064d"):  # tanwin kasr marks a defective one
        yield stem + "ين"
        stem += "ي"
    for ending in ("ا", "ه", "ين", "تين", "ات"):
        yield stem + ending


def nisba_forms(nisba: str) -> Iterator[str]:
    """Regular forms of a nisba, without and with the article: روسي → روسية، روسيون، روسيين، روسيان، روسيات، روسيا.

    Of two words both are inflected (كوري شمالي → الكورية الشمالية), unless the first is no nisba (جنوب أفريقي).
    """
    words = fold(nisba).split()
    stem = words[-1]
    both = [w for w in words[:-1] if w.endswith("ي") and len(w) > 3 and words[0] != "سري"]
    prefix = " ".join(words[: len(words) - 1 - len(both)])
    for ending in ("", "ه", "ون", "ين", "ان", "ات", "تان", "تين", "ا"):
        for article in ("", "ال") if ending != "ا" else ("",):
            parts = [article + w + ending for w in both] + [stem + ending if prefix or both else article + stem + ending]
            if both:
                parts[-1] = article + stem + ending
            yield f"{article}{prefix} {' '.join(parts)}" if prefix else " ".join(parts)
