"""What may stand between a cue and the words that it reports: circumstances, clauses about the subject, whom it is said to."""

from mahdar.coder.clauses import Clauses
from mahdar.coder.phrases import COMMAS
from mahdar.coder.reports import OPENING, Report, preposition
from mahdar.coder.tokens import STOPS
from mahdar.coder.verbs import is_feminine

BETWEEN = 36  # words between a cue and the content that it opens


def opens_no_speech(clauses: Clauses, report: Report, j: int) -> bool:
    """Whether the particle at token `j` opens a circumstance (بعد أن, رغم أن, لأن) rather than words reported."""
    if j and clauses.tokens[j - 1].word.form in clauses.lexicon.grammar["before_that"]:
        return True
    if j and any(tag == "clause_openers" and end == j + 1 for tag, end in clauses.spans.get(j - 1, ())):
        return True
    if any(tag == "clause_openers" for tag, _ in clauses.spans.get(j, ())):
        return True  # إلا أن
    return "clause_openers" in clauses.tokens[j].word.tags and not targets(report)


def owns_clause(clauses: Clauses, start: int, j: int) -> bool:
    """Whether an object that starts at token `start` goes on with the clause of the particle at `j`: ضرورة أن."""
    if j - start > 2:
        return False
    return j - start == 2 or clauses.tokens[j - 1].word.form in clauses.lexicon.grammar["nouns_with_clause"]


def insertion(clauses: Clauses, j: int, takes: tuple[str, ...], later: list[Report]) -> int:
    """The comma that closes the circumstances behind the one at token `j` (، في كلمة ألقاها نيابة عن الملك،); 0 for none."""
    tokens = clauses.tokens
    if j + 1 >= len(tokens):
        return 0
    reported = {r.i for r in later}
    if any(r.first == j + 1 and r.kind == "source" for r in later):  # ، نقلا عن وزارة الصحة،
        return next((k for k in range(j + 2, min(len(tokens) - 1, j + BETWEEN)) if tokens[k].word.form in COMMAS), 0)
    if inserted(clauses, j + 1):  # ، تحدثوا شريطة عدم ذكر أسمائهم،
        closing = next((k for k in range(j + 2, min(len(tokens) - 1, j + BETWEEN)) if tokens[k].word.form in COMMAS), 0)
        return closing if closing and "complementizers" in tokens[closing + 1].word.tags else 0
    if "prepositions" not in tokens[j + 1].word.tags or preposition(tokens[j + 1].word.form, takes):
        return 0
    governed = False
    for k in range(j + 2, min(len(tokens), j + BETWEEN)):
        word = tokens[k].word
        if word.form in COMMAS:
            return k if not governed or k + 1 < len(tokens) and preposition(tokens[k + 1].word.form, takes) else 0
        governed = governed or "prepositions" in word.tags and bool(preposition(word.form, takes))
        if k in reported or word.form in STOPS or word.form in OPENING or "complementizers" in word.tags:
            return 0
    return 0


def masdar(clauses: Clauses, j: int) -> bool:
    """Whether what reads as a verb is the noun that is said, its owner behind it: أكد الوزير، عمق العلاقات, أكد تواصل دعمه."""
    verb = clauses.verbs.get(j)
    if verb is None or verb.conjunction or verb.pronoun or verb.relative:
        return False
    subject = clauses.mention_at.get(j - 1)
    apart = clauses.tokens[j - 1].word.form in COMMAS and verb.readings[0].tag == "p3ms"
    unlike = subject is not None and verb.person == "3fs" and is_feminine(clauses, subject) is False
    if not apart and not unlike:
        return False
    owner = clauses.phrase_at.get(j + 1)
    if owner is None or owner.start != j + 1 or owner.head is not None:
        return False
    return clauses.tokens[j + 1].word.definite or clauses.tokens[j + 1].word.owned or unlike


def describing(clauses: Clauses, j: int) -> bool:
    """Whether a verb tells more of the noun right before it, which its pronoun means: قال عنصر سألته الوكالة إن …"""
    verb = clauses.verbs.get(j)
    return verb is not None and bool(verb.pronoun) and not verb.conjunction and clauses.tokens[j - 1].word.is_word


def where(clauses: Clauses, report: Report, j: int) -> bool:
    """Whether a word behind ب at token `j` tells where it was said, the content standing behind another preposition."""
    if len([t for t in report.takes if t not in ("that", "quote", "ب")]) == 0:
        return False
    mention = clauses.mention_at.get(j)
    places = clauses.lexicon.grammar["place_heads"]
    named = mention is not None and mention.start == j and mention.kind in ("place", "capital")
    return named or clauses.tokens[j].word.definite and not clauses.tokens[j].word.stems.isdisjoint(places)


def inserted(clauses: Clauses, i: int) -> bool:
    """Whether a verb that describes the one named before stands behind a comma at token `i`."""
    verb = clauses.verbs.get(i)
    if verb is None or verb.conjunction or verb.relative or clauses.tokens[i - 1].word.form not in COMMAS:
        return False
    subject = clauses.subject(i)
    return not subject or subject[0].start < i


def targets(report: Report) -> bool:
    return report.cue is not None and report.cue.object_is_target


def is_addressee(report: Report, prep: str) -> bool:
    return report.cue is not None and prep in report.cue.addressee


def preposition_before(clauses: Clauses, j: int, takes: tuple[str, ...]) -> bool:
    form = clauses.tokens[j].word.form
    if form[0] == "ب" and "ب" in takes or form[0] == "ل" and "ل" in takes:
        return True
    return j > 0 and bool(preposition(clauses.tokens[j - 1].word.form, takes))
