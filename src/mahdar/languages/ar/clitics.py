"""Arabic clitics taken off: conjunctions and prepositions before a word, pronouns after it."""

from collections.abc import Iterable

# Object and possessive pronouns, longest first.
PRONOUNS = ("هما", "هم", "هن", "ها", "نا", "كم", "ه", "ي", "ك")
OBJECTS = ("هما", "هم", "هن", "ها", "نا", "ني", "كم", "ه", "ك")


def by_last_letter(pronouns: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Pronouns by the letter that a word with them ends in, in their order."""
    out: dict[str, tuple[str, ...]] = {}
    for pronoun in pronouns:
        out[pronoun[-1]] = (*out.get(pronoun[-1], ()), pronoun)
    return out


_PRONOUNS, _OBJECTS = by_last_letter(PRONOUNS), by_last_letter(OBJECTS)
CONJUNCTIONS = ("و", "ف")
PREPOSITIONS = ("ب", "ل", "ك")
_PROCLITICS = (*CONJUNCTIONS, *PREPOSITIONS)

# Spellings of prepositions that papers mix.
_SPELLINGS = {"الى": "إلى", "الي": "إلى", "فى": "في", "علي": "على", "لدي": "لدى"}
_FOLDED = {"الي": "الى", "فى": "في", "علي": "على", "لدي": "لدى"}


def preposition(form: str) -> str:
    """The usual spelling of a preposition, a conjunction before it taken off: والى → إلى."""
    plain = form[1:] if form[:1] in CONJUNCTIONS and form[1:] in _SPELLINGS else form
    return _SPELLINGS.get(plain, plain)


def one_spelling(form: str) -> str:
    """A folded preposition, in the one of its folded spellings that tokens and compiled entries have: الي → الى."""
    return _FOLDED.get(form, form)


def governing(clitics: str) -> str:
    """The preposition among the clitics of a word, or nothing."""
    return clitics[-1] if clitics and clitics[-1] in PREPOSITIONS else ""


def without_proclitics(form: str) -> list[tuple[str, str]]:
    """(clitics, rest) of a folded form, from nothing taken off to conjunction and preposition: وللوزير → ول, الوزير."""
    found = [("", form)]
    if form[:1] not in _PROCLITICS or len(form) < 3:
        return found
    if form[0] in CONJUNCTIONS:
        found.append((form[0], form[1:]))
    for taken, rest in tuple(found):
        if len(rest) > 2 and rest[0] in PREPOSITIONS:
            if rest.startswith("لل"):
                found.append((taken + "ل", "ال" + rest[2:]))
                found.append((taken + "ل", rest[1:]))
            else:
                found.append((taken + rest[0], rest[1:]))
    return found


def possessed_forms(stem: str) -> list[str]:
    """A noun's stem with the pronouns of the third person: سفير → سفيره, سفيرها, سفيرهم, سفيرهما."""
    return [stem + pronoun for pronoun in ("ه", "ها", "هم", "هما")]


def stems(rest: str) -> list[tuple[str, str]]:
    """(stem, pronoun) of a noun form without proclitics, the article taken off: زيارته → زياره, ه."""
    if rest.startswith("ال") and len(rest) > 4:
        base = rest[2:]
        found = [(base, ""), (base[:-1], "")] if base[-1] == "ا" and len(base) > 3 else [(base, "")]
        if base[0] == "ت":  # ال may be of the word itself: التزامه
            found.extend(
                (base[: -len(p)], p) for p in _PRONOUNS.get(base[-1], ()) if base.endswith(p) and len(base) - len(p) >= 4
            )
        return found
    found = [(rest, "")]
    for pronoun in _PRONOUNS.get(rest[-1:], ()):
        if rest.endswith(pronoun) and len(rest) - len(pronoun) >= 3:
            stem = rest[: -len(pronoun)]
            found.append((stem, pronoun))
            if stem[-1] == "ت":
                found.append((stem[:-1] + "ه", pronoun))
    if rest.endswith("ا") and len(rest) > 3:
        found.append((rest[:-1], ""))
    return found


def verb_bases(form: str) -> list[tuple[str, bool, str, str]]:
    """(conjunction, future, base, pronoun) of a form read as a verb: وسيعتبرها → و, True, يعتبر, ها."""
    found = with_objects("", False, form)
    starts = [("", form)]
    if len(form) > 3 and form[0] in CONJUNCTIONS:
        starts.append((form[0], form[1:]))
    for conjunction, rest in starts:
        if conjunction:
            found += with_objects(conjunction, False, rest)
        if len(rest) > 3 and rest[0] == "س" and rest[1] in "يتنا":
            found += with_objects(conjunction, True, rest[1:])
        elif len(rest) > 3 and rest[0] == "ل" and rest[1] in "يتن":
            found += with_objects(conjunction, False, rest[1:])
    return found


def with_objects(conjunction: str, future: bool, base: str) -> list[tuple[str, bool, str, str]]:
    """A form as it is and without the object pronouns that it may end in: يعتبرها, and يعتبر with ها."""
    found = [(conjunction, future, base, "")]
    for pronoun in _OBJECTS.get(base[-1], ()):
        if base.endswith(pronoun) and len(base) - len(pronoun) >= 3:
            bare = base[: -len(pronoun)]
            found.append((conjunction, future, bare, pronoun))
            if bare[-1] == "و":
                found.append((conjunction, future, bare + "ا", pronoun))
            elif bare[-1] == "ا":
                found.append((conjunction, future, bare[:-1] + "ى", pronoun))
    return found


def contracted(written: str, form: str, common: dict[str, int], named: bool) -> str:
    """The noun behind لـ with its article, which is written with the noun (للقضية) or lost before another ل (للجنة).

    `form` is `written` folded, both without the preposition; `common` ranks words; `named`: a name may have no article (للبنان).
    """
    never = len(common)
    if common.get(form, never) >= common.get(form[1:], never):
        return "ا" + written
    return written if named else "ال" + written
