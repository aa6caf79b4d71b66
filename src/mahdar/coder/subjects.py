"""Who is the subject of a verb: what stands before it or behind it, or the noun that its clause describes."""

from typing import TYPE_CHECKING

from mahdar.coder.phrases import COMMAS, Phrase
from mahdar.coder.tokens import STOPS
from mahdar.coder.verbs import AGREEING, Verb, is_feminine

if TYPE_CHECKING:
    from mahdar.coder.clauses import Clauses

_BEFORE_VERB = frozenset({"negation_before_verb", "completed", "future", "pluperfect"})
SUBJECT_REACH = 16  # words after a verb within which its subject stands
CLAUSE_REACH = 40  # words before a verb within which its clause starts
_WHO = frozenset({"person", "title", "people", "org", "group", "state", "body"})


def subject_of(clauses: "Clauses", i: int) -> list[Phrase] | None:
    """The phrases of the subject of the verb at `i` (several where joined by و); None where it is unsaid."""
    verb = clauses.verbs[i]
    if verb.relative:
        return antecedent(clauses, i, verb)
    if pronominal(clauses, verb):
        return None
    before = None if verb.conjunction == "و" else clauses.phrase_before(i)
    if before is not None and not before.prep and not governed(clauses, before):
        return clauses.with_joined(first_of(clauses, before))
    if before is not None and opens(clauses, before, verb):
        return [before]
    if verb.pluperfect and (was := after_was(clauses, i)) is not None:
        return clauses.with_joined(was)
    if (before is None or before.prep) and (head := clause_head(clauses, i, verb)) is not None:
        return clauses.with_joined(head)
    if verb.person in AGREEING:
        return None  # a verb before its subject is singular: what follows ودعوا is its object
    end = min(clauses.clause_end(i), i + SUBJECT_REACH)
    last: Phrase | None = None
    for phrase in clauses.phrases_after(i, end):
        if last is not None and last.prep and not phrase.mentions and describes(clauses, last, phrase):
            continue
        last = phrase
        if not phrase.prep and not (phrase.joined and phrase.start > i + 1):
            if phrase.start == i + 1 and (verb.conjunction and disagrees(clauses, verb, phrase) or oblique(clauses, phrase)):
                return None
            return clauses.with_joined(phrase)
        if phrase.head is None and not phrase.prep:
            break
    return None


def pronominal(clauses: "Clauses", verb: Verb) -> bool:
    """Whether the subject of a verb is the pronoun on the particle before it: إنها ستمنع دخول المسؤولين.

    A verb in the masculine singular that is passive, or of the kind that has nobody for its subject, only seems to have
    one: أنه تم التوصل …
    """
    j = verb.i - 1
    while j >= 0 and clauses.tokens[j].word.tags & _BEFORE_VERB:
        j -= 1
    if j < 0 or "borne_subjects" not in clauses.tokens[j].word.tags:
        return False
    him = clauses.tokens[j].word.form.endswith("ه")
    if him:
        return verb.person == "3ms" and not verb.passive and "impersonal" not in clauses.tokens[verb.i].word.tags
    return True


def opens(clauses: "Clauses", phrase: Phrase, verb: Verb) -> bool:
    """Whether a definite phrase behind و and right before a verb is its subject, not joined to what precedes it."""
    first = clauses.tokens[phrase.start].word
    return (
        phrase.joined
        and phrase.end == verb.i
        and first.form.startswith("و")
        and first.form[1:].startswith("ال")
        and not verb.past
        and not verb.conjunction
        and clauses.tokens[verb.i].word.form[:1] != "و"
        and not disagrees(clauses, verb, phrase)
    )


def clause_head(clauses: "Clauses", i: int, verb: Verb) -> Phrase | None:
    """Who stands at the head of the clause of the verb at `i`, more about him between: لكن فلان، سفير روسيا في فيينا، قال."""
    if verb.conjunction:
        return None
    found, j = None, i - 1
    while j >= 0 and i - j <= CLAUSE_REACH:
        word = clauses.tokens[j].word
        if j in clauses.verbs and not clauses.verbs[j].relative:
            return None
        if word.form in STOPS or word.tags & {"complementizers", "clause_openers"} or j in clauses.openers:
            break
        phrase = clauses.phrase_at.get(j)
        if phrase is not None and not phrase.prep and not phrase.joined:
            found = phrase
        j = phrase.start - 1 if phrase is not None else j - 1
    head = found.head if found is not None else None
    if found is None or head is None or head.kind not in _WHO or disagrees(clauses, verb, found):
        return None
    return found


def after_was(clauses: "Clauses", i: int) -> Phrase | None:
    """The subject right behind كان, where the verb at `i` stands further on: كانت ألمانيا بشكل خاص تعهدت."""
    for j in range(i - 1, max(-1, i - 14), -1):
        if "pluperfect" in clauses.tokens[j].word.tags:
            phrase = clauses.phrase_at.get(j + 1)
            return phrase if phrase is not None and phrase.head is not None and not phrase.prep and phrase.end < i else None
    return None


def describes(clauses: "Clauses", one: Phrase, other: Phrase) -> bool:
    """Whether a definite word right behind a phrase with a preposition is its adjective: عن المسجد الأقصى المبارك."""
    alone = other.end == other.start + 1 and not other.prep
    return alone and one.end == other.start and clauses.tokens[other.start].word.form.startswith("ال")


def disagrees(clauses: "Clauses", verb: Verb, phrase: Phrase) -> bool:
    """Whether a phrase right behind a verb is of the other gender: then it is the object (وطالب إسرائيل)."""
    head = phrase.head
    if verb.person not in ("3ms", "3fs") or verb.passive:
        return False
    if head is None:  # ويدعو الدول الأعضاء إلى
        stems = clauses.tokens[phrase.start].word.stems
        return verb.person == "3ms" and not stems.isdisjoint(clauses.lexicon.grammar["transparent"])
    feminine = is_feminine(clauses, head)
    return feminine is not None and feminine != (verb.person == "3fs")


def oblique(clauses: "Clauses", phrase: Phrase) -> bool:
    """Whether a phrase opens with a plural in ين, which no subject does: طالب المسؤولين."""
    word = clauses.tokens[phrase.start].word
    named = phrase.head is not None and phrase.head.kind in ("state", "capital", "place", "person", "org")
    return word.definite and word.form.endswith("ين") and len(word.form) > 6 and not named


def antecedent(clauses: "Clauses", i: int, verb: Verb) -> list[Phrase] | None:
    """The noun that a relative clause describes, unless the verb has its own subject and points back by a pronoun."""
    if verb.pronoun or resumed(clauses, i):
        after = next(iter(clauses.phrases_after(i, clauses.clause_end(i))), None)
        if after is not None and not after.prep and (verb.pronoun or after.mentions and not disagrees(clauses, verb, after)):
            return clauses.with_joined(after)
    last = described(clauses, i)
    return [first_named(clauses.phrases[: clauses.phrases.index(last) + 1])] if last is not None else None


def resumed(clauses: "Clauses", i: int) -> bool:
    """Whether a pronoun behind the verb at `i` means the noun that is described: الهدنة التي أعلنت عنها الحكومة."""
    return any("prepositions_with_pronoun" in t.word.tags for t in clauses.tokens[i + 1 : i + 4])


def described(clauses: "Clauses", i: int) -> Phrase | None:
    """The noun that the relative clause of the verb at `i` describes."""
    j = i - 1
    while j >= 0 and "true_relatives" not in clauses.tokens[j].word.tags:
        j -= 1
    return next((p for p in reversed(clauses.phrases) if p.end <= j), None)


def first_named(phrases: list[Phrase]) -> Phrase:
    """The last of some phrases, or the name that it stands in apposition to: فلان المدير التنفيذي رئيس البعثة، الذي …"""
    last = phrases[-1]
    for one, other in zip(reversed(phrases[:-1]), reversed(phrases), strict=False):
        head, title = one.head, other.head
        if head is None or title is None or other.prep or other.joined or title.kind != "title" or other.start - one.end > 1:
            break
        if head.name is not None:
            return one
    return last


def first_of(clauses: "Clauses", phrase: Phrase) -> Phrase:
    """The first of the joined phrases that `phrase` closes: روسيا وتركيا → روسيا."""
    index = clauses.phrases.index(phrase)
    while index and clauses.phrases[index].joined and clauses.phrases[index - 1].end >= clauses.phrases[index].start - 1:
        index -= 1
    return clauses.phrases[index]


def governed(clauses: "Clauses", phrase: Phrase) -> bool:
    """Whether a phrase before a verb belongs to an earlier verb of the same stretch (as its object, say)."""
    j = phrase.start - 1
    while j >= 0:
        word = clauses.tokens[j].word
        if j in clauses.verbs:
            return not clauses.verbs[j].relative and "pluperfect" not in word.tags
        if word.form in STOPS or word.form in COMMAS or word.tags & {"complementizers", "clause_openers", "true_relatives"}:
            return False
        if any(tag == "clause_openers" for tag, _ in clauses.spans.get(j, ())):
            return False
        j -= 1
    return False
