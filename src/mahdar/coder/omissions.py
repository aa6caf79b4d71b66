"""Whether the subject of a reporting verb is left out, or is nobody who speaks."""

from mahdar.coder.clauses import Clauses
from mahdar.coder.phrases import Phrase
from mahdar.coder.reports import HE_SHE_THEY, Report

TEXTS = frozenset({"stand-in-text", "issue-from"})  # phrases for what stands in a text: جاء في البيان
_BEFORE_VERB = frozenset({"negation_before_verb", "completed", "future", "adverbs"})


def hearsay(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a subject is what is told, and nobody: وتشير أنباء إلى أن."""
    return not phrase.mentions and clauses.tokens[phrase.start].word.form in clauses.lexicon.grammar["hearsay"]


def is_finding(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a phrase is a text or study, which tells by itself: أظهر مسح أن."""
    return not clauses.tokens[phrase.start].word.stems.isdisjoint(clauses.lexicon.grammar["findings"])


def no_subject(clauses: Clauses, report: Report, phrase: Phrase) -> bool:
    """Whether the phrase behind a joined verb is its object, the subject being the one before (… ووصف الحزب بأنه)."""
    verb = clauses.verbs[report.i]
    if phrase.start < report.i:
        return False
    if pronoun_before(clauses, report.i):
        return True
    if not verb.conjunction:
        return False
    if phrase.head is None:
        return True
    targeted = report.cue is not None and (report.cue.object_is_target or report.cue.whole)
    if not targeted or not any(j < report.i for j in clauses.verbs):
        return False
    end = next((p.start for p in clauses.phrases_after(report.i, len(clauses.tokens)) if p.prep in report.takes), None)
    end = min(clauses.clause_end(report.i), end if end is not None else len(clauses.tokens))
    bare = [p for p in clauses.phrases_after(report.i, end) if not p.prep and not p.joined]
    return len(bare) == 1


def describes(clauses: Clauses, i: int, start: int) -> bool:
    """Whether the verb at `i` describes the noun before it (تصريحات تفيد بأن): no particle opens its clause."""
    tokens = clauses.tokens
    j = i - 1
    while j >= start and (j in clauses.date_tokens or tokens[j].word.tags & _BEFORE_VERB):
        j -= 1
    verb = clauses.verbs[i]
    if verb.conjunction or verb.pluperfect or j < start or j not in clauses.phrase_at:
        return False
    return any(k < j for k in clauses.verbs if k >= start) or any(
        p.end <= j + 1 and not p.prep for p in clauses.phrases if p.start >= start
    )


def pronoun_before(clauses: Clauses, i: int) -> bool:
    """Whether a pronoun on the particle before a verb is its subject: لكنه أنذر, إنها ترفض."""
    word = clauses.tokens[i - 1].word if i else None
    return word is not None and word.form.endswith(HE_SHE_THEY) and bool(word.tags & {"complementizers", "turns"})


def is_document(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a subject is what somebody issued: البيان, الرسالة."""
    word = clauses.tokens[phrase.start].word
    return (
        phrase.head is None
        and not phrase.mentions
        and word.definite
        and any(n.use.kind == "speech" and clauses.lexicon.speech[n.use.entry].id in TEXTS for n in word.nouns)
    )
