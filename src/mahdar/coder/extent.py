"""How far reported words reach: to the next cue of the same level, a turn of the sentence, or its end."""

from mahdar.coder.clauses import Clauses
from mahdar.coder.phrases import COMMAS
from mahdar.coder.reports import CLOSING, OPENING, Report

DASHES = frozenset("-–")
_ASIDE = 10  # words between two dashes


def end_of_content(clauses: Clauses, start: int, later: list[Report], bare: bool = False) -> int:
    """Where reported words end: at the next cue of the same level, a turn of the sentence, or its end."""
    tokens = clauses.tokens
    cues = {r.first: r for r in later}
    resumes = start
    for j in sorted({start, *cues, *clauses.breaks()}):
        if not resumes <= j < len(tokens):
            continue
        word = tokens[j].word
        if not word.is_word and (quote := clauses.sentence.quote_at(j)) is not None and quote.open == j:
            resumes = quote.close + 1
            continue
        before = tokens[j - 1].word
        comma_before = not before.is_word and (before.form in COMMAS or before.form in CLOSING or before.form == "؛")
        if comma_before and before.form in DASHES and closes_dashes(clauses, start, j - 1):
            comma_before = False
        report = cues.get(j)
        if report is not None:
            if report.kind == "participle" and (comma_before or j - start > 3):
                return trim(clauses, j)
            if (
                report.kind in ("source", "said")
                and (comma_before or report.kind == "said" or report.rule != "according-to")
                and j > start + 1
            ):
                return trim(clauses, j)
            if report.kind == "noun" and resumed(clauses, report):
                return trim(clauses, j)
            doubtful = not bare and doubted(clauses, report)
            if report.kind == "verb" and not doubtful and opens_clause(clauses, report, j, comma_before):
                return trim(clauses, j)
        if comma_before and j > start + (not bare) and turns(clauses, j, later, bare):
            return trim(clauses, j)
        if "adversatives" in word.tags and j > start and any(j < r.i < j + 7 and r.kind == "verb" for r in later):
            return trim(clauses, j)
    return trim(clauses, len(tokens))


def closes_dashes(clauses: Clauses, start: int, j: int) -> bool:
    """Whether the dash at token `j` closes words put in between: أن الملك – حفظه الله – أكد."""
    return any(clauses.tokens[k].word.form in DASHES for k in range(max(start, j - _ASIDE), j - 1))


def resumed(clauses: Clauses, report: Report) -> bool:
    """Whether a noun of speech within reported words reports on by itself: ، ونقلت عنه الوكالة قوله …, … بقوله: «…»."""
    verb = clauses.verbs.get(report.first)
    if verb is not None:
        return verb.past and bool(verb.conjunction)
    following = clauses.tokens[report.end].word.form if report.end < len(clauses.tokens) else ""
    owned = any(n.pronoun and n.proclitics == "ب" for n in clauses.tokens[report.i].word.nouns)
    return owned and following == ":"


def doubted(clauses: Clauses, report: Report) -> bool:
    """Whether a doubtful cue has no words of speech behind it, and so reports nothing: وأعادت خدمات الكهرباء."""
    if report.cue is None or not report.cue.doubtful:
        return False
    following = [t.word for t in clauses.tokens[report.i + 1 : report.i + 8]]
    return not any(w.form in OPENING or w.form == ":" or "complementizers" in w.tags for w in following)


def opens_clause(clauses: Clauses, report: Report, j: int, comma_before: bool) -> bool:
    """Whether a cue verb within reported words starts a report of its own."""
    verb = clauses.verbs[report.i]
    if verb.relative or verb.person.startswith("1"):
        return False
    if j < report.i:
        return clauses.tokens[j].word.form == "ولم"
    if verb.conjunction == "و" and verb.past:
        return "beforehand_verbs" not in clauses.tokens[j - 1].word.tags
    before = clauses.tokens[j - 1].word
    if "complementizers" in before.tags:
        return False
    return comma_before and verb.past or "turns" in before.tags


def turns(clauses: Clauses, j: int, later: list[Report], bare: bool) -> bool:
    """Whether a new main clause starts at token `j` behind a comma: فيما, في حين …, with a cue or a fresh subject."""
    word = clauses.tokens[j].word
    tags = {tag for tag, _ in clauses.spans.get(j, ())}
    if "asides" in tags:
        return True
    if "resumes" in tags:
        return any(j < r.i < j + 4 and r.kind == "verb" for r in later)
    opener = "contrast" in word.tags or "contrast" in tags
    if opener:
        return bare or any(j < r.i < j + 8 and r.kind == "verb" for r in later) or says_nothing(clauses, j)
    return False


def says_nothing(clauses: Clauses, j: int) -> bool:
    """Whether the clause at token `j` tells that somebody did not speak: فيما لم تعلق طهران."""
    return any(
        j < i < j + 4 and verb.negated and any(clauses.lexicon.lemmas[r.lemma].cues for r in verb.readings)
        for i, verb in clauses.verbs.items()
    )


def trim(clauses: Clauses, end: int) -> int:
    """Content without the punctuation and conjunctions at its end."""
    tokens = clauses.tokens
    while end > 0:
        word = tokens[end - 1].word
        if not word.is_word and word.form not in (")", "%") and not (word.form in CLOSING and clauses.sentence.quote_at(end - 1)):
            end -= 1
        elif "trailing" in word.tags and word.form in clauses.lexicon.grammar["trailing"]:
            end -= 1
        else:
            break
    return end


def before_that(clauses: Clauses, start: int, end: int) -> int:
    """Where a phrase reported within reported words ends: before a further clause of those around it (، وأن …)."""
    tokens = clauses.tokens
    for j in range(start + 2, end):
        form = tokens[j].word.form
        if "complementizers" in tokens[j].word.tags and form[:1] == "و" and tokens[j - 1].word.form in COMMAS:
            return trim(clauses, j)
    return end


def closes(clauses: Clauses, j: int) -> bool:
    """Whether nothing but circumstances follows token `j` to the end of the sentence."""
    return not any(k >= j and not clauses.verbs[k].relative for k in clauses.verbs) and not any(
        "complementizers" in t.word.tags for t in clauses.tokens[j:]
    )
