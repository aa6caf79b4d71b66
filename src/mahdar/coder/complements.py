"""What a word of stance or promise governs: the words of its complement, found as its entry says."""

from mahdar.coder.clauses import Clauses
from mahdar.coder.said import Said
from mahdar.coder.tokens import VerbReading
from mahdar.coder.verbs import is_feminine
from mahdar.languages.ar.clitics import preposition

_WAYS = frozenset({"object", "genitive", "that"})  # what `takes` may hold besides prepositions and nouns
_ENDS = frozenset(".؛;:!?؟")


def complement(clauses: Clauses, i: int, takes: tuple[str, ...], said: Said | None, noun: bool) -> tuple[int, int] | None:
    """(first token, token after the last) of what the word at `i` governs by one of the ways in `takes`."""
    tokens = clauses.tokens
    limit = min(len(tokens), i + 16, said.content[1] if said is not None else len(tokens))
    owned = any(n.pronoun for n in tokens[i].word.nouns)  # قلقها: the pronoun has the place of the genitive
    if noun and "genitive" in takes and not owned:
        phrase = clauses.phrase_at.get(i)
        if phrase is not None and phrase.end > i + 1 and not any(m.start == i + 1 for m in phrase.mentions):
            return i + 1, end_of(clauses, i + 1, said)
    subject = clauses.subject(i) if i in clauses.verbs else None
    after_subject = max((p.end for p in subject or [] if p.start > i), default=i + 1)
    held: tuple[int, int] | None = None
    needs = {clauses.analyser.language.fold(way) for way in takes if len(way) > 3 and way not in _WAYS}
    for j in range(i + 1, limit):
        word = tokens[j].word
        if (
            word.form in _ENDS
            or j in clauses.verbs
            and not clauses.verbs[j].relative
            and "complementizers" not in tokens[j - 1].word.tags
        ):
            break
        if word.form in needs:
            while j + 2 < limit and tokens[j + 1].word.form.removeprefix("و") in needs:
                j += 1
            return (j + 1, end_of(clauses, j + 2, said)) if j + 1 < limit else None
        if "complementizers" in word.tags:
            return (j, end_of(clauses, j + 1, said)) if "that" in takes or governed(clauses, j, takes) else held
        if "prepositions" in word.tags and preposition(word.form) in takes and j + 1 < len(tokens):
            return j + 1, end_of(clauses, j + 1, said)
        phrase = clauses.phrase_at.get(j)
        if phrase is not None and phrase.start == j:
            if word.clitics[-1:] in ("ب", "ل", "ك") and word.clitics[-1] in takes:
                return j, end_of(clauses, j + 1, said)
            mention = clauses.mention_at.get(j)
            if mention is not None and mention.clitics[-1:] and mention.clitics[-1] in takes:
                return j, end_of(clauses, j + 1, said)
            if "object" in takes and not noun and not phrase.prep and j >= after_subject and held is None:
                held = j, end_of(clauses, j + 1, said)
                if takes[0] == "object":
                    break
    return held


def agreeing(clauses: Clauses, i: int) -> tuple[VerbReading, ...]:
    """The readings of the verb at `i` that agree with the subject behind it: تعرض الجيش is no feminine of عرض."""
    readings = clauses.verbs[i].readings
    subject = clauses.subject(i) if {"3ms", "3fs"} <= {r.tag[1:] for r in readings} else None
    if not subject or subject[0].start < i:
        return readings
    head = subject[0].head
    feminine = is_feminine(clauses, head) if head is not None else None
    if feminine is None:
        if head is not None and head.kind == "capital":
            return readings
        feminine = clauses.tokens[subject[0].start].word.form.endswith("ه")
    return tuple(r for r in readings if r.tag[1:] == ("3fs" if feminine else "3ms"))


def governed(clauses: Clauses, j: int, takes: tuple[str, ...]) -> bool:
    before = clauses.tokens[j - 1].word.form
    return preposition(before) in takes or clauses.tokens[j].word.form[:1] in takes


def end_of(clauses: Clauses, j: int, said: Said | None) -> int:
    """Where the words that start at `j` end: at the statement's end, a stop, or a new verb behind a comma or و."""
    tokens = clauses.tokens
    last = min(len(tokens), said.content[1] if said is not None else len(tokens))
    k = j
    while k < last:
        word = tokens[k].word
        if word.form in _ENDS:
            break
        if (
            k > j
            and tokens[k - 1].word.form in ("،", ",")
            and (
                k in clauses.verbs
                or k in clauses.openers
                or word.participles
                or word.tags & {"clause_openers", "complementizers"}
            )
        ):
            k -= 1
            break
        if k > j and k in clauses.verbs and clauses.verbs[k].conjunction:
            break
        if k > j and word.form == "،" and k + 1 < last and tokens[k + 1].word.tags & {"who_is", "adversatives", "turns"}:
            break
        k += 1
    while k > j and not tokens[k - 1].word.is_word and tokens[k - 1].word.form not in ("»", '"', "”", ")"):
        k -= 1
    return k
