"""What a reporting word reports: a clause, a quotation, or the phrase that it governs."""

from mahdar.coder.clauses import Clauses
from mahdar.coder.extent import closes, end_of_content, trim
from mahdar.coder.phrases import COMMAS, Phrase
from mahdar.coder.quotations import after_colon, mode_of, name_in_quotes, quoted
from mahdar.coder.reports import OPENING, Report, preposition
from mahdar.coder.said import Content, Said
from mahdar.coder.speakers import no_subject
from mahdar.coder.tokens import STOPS, Word
from mahdar.coder.verbs import is_feminine
from mahdar.languages.ar.clitics import governing

_BETWEEN = 36  # words between a cue and the content that it opens
_OBJECT = 24  # words between a cue and a clause that is its content rather than what seemed its object


def find_content(clauses: Clauses, report: Report, later: list[Report]) -> Content | None:
    """(start, end, mode, bare) of the words that a cue reports, or None; bare: a noun phrase, no clause or quotation."""
    tokens = clauses.tokens
    n = len(tokens)
    takes = report.takes
    if report.phrase is not None and report.phrase.own:
        return own_content(clauses, report, later)
    if report.phrase is not None and report.phrase.whole or report.cue is not None and report.cue.whole and report.kind != "noun":
        return whole_content(clauses, report, later)
    start_from = report.noun_end
    limit = min(n, start_from + _BETWEEN)
    fallback: Content | None = None
    j = start_from
    subject_seen = by_object = False
    second = second_object(clauses, report)
    reported: dict[int, Report] = {}
    for other in later:
        reported.setdefault(other.i, other)
    while j < limit:
        word = tokens[j].word
        if word.form == "(" and (closing := clauses.closing(j)):
            j = closing + 1
            continue
        if j == second and fallback is None:
            fallback = noun_content(clauses, report, j, later)
        if fallback is None and word.form in COMMAS and (after := insertion(clauses, j, takes, later)):
            j = after
            continue
        mention = clauses.mention_at.get(j)
        held = clauses.phrase_at.get(j)
        if mention is not None and mention.start == j and held is not None and (held.start < j or held.joined):
            j = mention.end
            continue
        if mention is not None and mention.start == j:
            prep = "" if where(clauses, report, j) else governing(mention.clitics)
            if fallback is None and prep and prep in takes and j > start_from - 1 and not is_addressee(report, prep):
                fallback = noun_content(clauses, report, j, later)
            if "object" in takes and subject_seen and not prep and fallback is None and not mention.prep and not targets(report):
                fallback, by_object = noun_content(clauses, report, j, later), True
            if not mention.prep and not prep:
                subject_seen = True
            if (quote := clauses.sentence.quote_at(j)) is None or quote.open != j:
                j = max(mention.end, j + 1)
                continue
        if word.form == ":" and (report.cue is None or report.cue.plain or "quote" in takes or "that" in takes):
            return after_colon(clauses, j, later)
        if word.form in OPENING and (quote := clauses.sentence.quote_at(j)) and quote.open == j:
            if (
                "quote" in takes
                and (quote.close - quote.open > 3 or j == start_from)
                and not name_in_quotes(clauses, quote.open, quote.close)
            ):
                return quoted(clauses, quote.open, quote.close)
            if fallback is None and "object" in takes and j == start_from:
                fallback = noun_content(clauses, report, j, later)
            j = quote.close + 1
            subject_seen = True
            continue
        if word.form in STOPS:
            break
        if "complementizers" in word.tags and opens_no_speech(clauses, report, j):
            j += 1
            continue
        if "complementizers" in word.tags and (fallback is None or "that" in takes):
            near = by_object and j - start_from < _OBJECT
            if fallback is None or "that" in takes and near and not owns_clause(clauses, fallback.start, j):
                if "that" not in takes and not preposition_before(clauses, j, takes) and j > start_from + 1:
                    j += 1
                    continue
                return clause_content(clauses, report, j, later)
            break
        if fallback is None and "object" in takes and subject_seen and masdar(clauses, j):
            fallback, by_object = noun_content(clauses, report, j, later), True
        elif fallback is None and describing(clauses, j):
            j += 1
            continue
        elif j in clauses.verbs and j > report.i and not clauses.verbs[j].relative:
            if j in reported or clauses.verbs[j].conjunction or tokens[j - 1].word.form in COMMAS:
                break
        if "clause_openers" in word.tags and fallback is not None:
            break
        inner = reported.get(j)
        if (
            inner is not None
            and fallback is not None
            and (inner.kind == "participle" or clauses.verbs.get(j) is not None and clauses.verbs[j].conjunction)
        ):
            break
        if (
            inner is not None
            and fallback is None
            and (inner.kind == "participle" or tokens[j - 1].word.form in COMMAS and inner.kind == "verb")
        ):
            break
        if fallback is None:
            prep = preposition(word.form, takes) if "prepositions" in word.tags else ""
            if prep and not is_addressee(report, prep) and j + 1 < n:
                following = tokens[j + 1].word
                if "complementizers" in following.tags:
                    return clause_content(clauses, report, j + 1, later)
                fallback = noun_content(clauses, report, j + 1, later)
            elif (
                governing(word.clitics) in takes
                and word.clitics
                and not is_addressee(report, governing(word.clitics))
                and not where(clauses, report, j)
            ):
                fallback = noun_content(clauses, report, j, later)
            elif "object" in takes and not targets(report) and j in clauses.phrase_at and clauses.phrase_at[j].start == j:
                phrase = clauses.phrase_at[j]
                bare_object = not phrase.prep and (
                    subject_seen
                    or subject_known(clauses, report)
                    or phrase.head is None
                    and not opens_as_subject(clauses, phrase)
                )
                if bare_object and not relayed(report, word):
                    fallback, by_object = noun_content(clauses, report, j, later), True
                elif not phrase.prep:
                    subject_seen = True
        if j in clauses.phrase_at and clauses.phrase_at[j].start == j and not clauses.phrase_at[j].prep:
            subject_seen = True
        j += 1
    return fallback


def opens_no_speech(clauses: Clauses, report: Report, j: int) -> bool:
    """Whether the particle at token `j` opens a circumstance (بعد أن, رغم أن, لأن) rather than words reported."""
    if j and clauses.tokens[j - 1].word.form in clauses.lexicon.grammar["before_that"]:
        return True
    if j and any(tag == "clause_openers" and end == j + 1 for tag, end in clauses.spans.get(j - 1, ())):
        return True
    return "clause_openers" in clauses.tokens[j].word.tags and not targets(report)


def owns_clause(clauses: Clauses, start: int, j: int) -> bool:
    """Whether an object that starts at token `start` goes on with the clause of the particle at `j`: ضرورة أن."""
    if j - start > 2:
        return False
    return j - start == 2 or clauses.tokens[j - 1].word.form in clauses.lexicon.grammar["nouns_with_clause"]


def content_before(clauses: Clauses, report: Report, before: list[Said]) -> Content | None:
    """Words that stand before their cue and its named speaker: a quotation, or the sentence so far."""
    tokens = clauses.tokens
    verb = clauses.verbs.get(report.i)
    if report.cue is None or not report.cue.plain or verb is None or verb.conjunction or verb.relative or verb.passive:
        return None
    phrases = clauses.subject(report.i)
    if not phrases or phrases[0].start < report.i or phrases[0].head is None:
        return None
    k = report.i
    if k and "thus" in tokens[k - 1].word.tags:
        k -= 1  # هكذا قال الرئيس
    if k < 2 or tokens[k - 1].word.is_word:
        return None
    end = trim(clauses, k)
    start = max((s.content[1] for s in before), default=0)
    quote = clauses.sentence.quote_at(end - 1)
    if quote is not None and quote.close == end - 1 and quote.open >= start:
        name = name_in_quotes(clauses, quote.open, quote.close)
        return None if name else Content(quote.open + 1, quote.close, "direct", False)
    if start or tokens[k - 1].word.form not in COMMAS or any(t.word.form == ":" for t in tokens[:k]):
        return None
    start = next((j for j in range(end) if tokens[j].word.is_word), end)
    if end - start < 3 or not closes(clauses, phrases[-1].end):
        return None
    first_person = any(start <= j < end and v.person.startswith("1") for j, v in clauses.verbs.items())
    circumstance = tokens[start].word.tags & {"prepositions", "clause_openers", "adverbs", "completed"}
    if not first_person and (verb.past or circumstance or start in clauses.openers):
        return None
    return Content(start, end, "direct" if first_person else mode_of(clauses, start, end), False)


def insertion(clauses: Clauses, j: int, takes: tuple[str, ...], later: list[Report]) -> int:
    """The comma that closes the circumstances behind the one at token `j` (، في كلمة ألقاها نيابة عن الملك،); 0 for none."""
    tokens = clauses.tokens
    if j + 1 >= len(tokens):
        return 0
    reported = {r.i for r in later}
    if any(r.first == j + 1 and r.kind == "source" for r in later):  # ، نقلا عن وزارة الصحة،
        return next((k for k in range(j + 2, min(len(tokens) - 1, j + _BETWEEN)) if tokens[k].word.form in COMMAS), 0)
    if inserted(clauses, j + 1):  # ، تحدثوا شريطة عدم ذكر أسمائهم،
        closing = next((k for k in range(j + 2, min(len(tokens) - 1, j + _BETWEEN)) if tokens[k].word.form in COMMAS), 0)
        return closing if closing and "complementizers" in tokens[closing + 1].word.tags else 0
    if "prepositions" not in tokens[j + 1].word.tags or preposition(tokens[j + 1].word.form, takes):
        return 0
    governed = False
    for k in range(j + 2, min(len(tokens), j + _BETWEEN)):
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


def second_object(clauses: Clauses, report: Report) -> int:
    """Where what is asked for starts behind whom it is asked of (ناشدت الأمم المتحدة المانحين تقديم الدعم); -1: nowhere."""
    if not targets(report) or "object" not in report.takes or report.i not in clauses.verbs:
        return -1
    subject = clauses.subject(report.i)
    before = 1 + (subject is not None and subject[0].start > report.i)
    bare = [p for p in clauses.phrases_after(report.i, clauses.clause_end(report.i)) if not p.prep and not p.joined]
    if len(bare) <= before:
        return -1
    start = bare[before].start
    return start if bare[before].head is None and not clauses.tokens[start].word.definite else -1


def whole_content(clauses: Clauses, report: Report, later: list[Report]) -> Content:
    """Content that is all behind the subject: حمّل الوزير الحكومة مسؤولية …"""
    subject = clauses.subject(report.i) if report.i in clauses.verbs else None
    if subject is not None and report.i in clauses.verbs and no_subject(clauses, report, subject[0]):
        subject = None
    limit = report.noun_end if report.phrase is not None else len(clauses.tokens)
    start = max((p.end for p in subject or [] if report.i < p.start and p.end < limit), default=report.end)
    if start < limit and "prepositions_with_pronoun" in clauses.tokens[start].word.tags:
        start += 1  # واصفا إياه بأنه
    end = end_of_content(clauses, max(start, report.noun_end), later, True)
    return Content(start, end, mode_of(clauses, start, end), True)


def own_content(clauses: Clauses, report: Report, later: list[Report]) -> Content | None:
    """Content that starts with the noun of the phrase: أعرب عن قلقه من …, with بالغ and the like before it."""
    start = report.noun_end - 1
    phrase = clauses.phrase_at.get(start)
    if phrase is not None and phrase.start < start and phrase.start > report.i and not phrase.mentions[:1]:
        start = phrase.start
    end = end_of_content(clauses, start + 1, later, True)
    if end - start < 2:
        return None
    return Content(start, end, mode_of(clauses, start, end), True)


def clause_content(clauses: Clauses, report: Report, j: int, later: list[Report]) -> Content:
    """A clause after أن: to where the report ends; direct where it is one quotation."""
    tokens = clauses.tokens
    end = end_of_content(clauses, j + 1, later)
    k = j + 1
    if k < len(tokens) and tokens[k].word.form == ":":
        k += 1
    quote = clauses.sentence.quote_at(k) if k < len(tokens) else None
    if quote is not None and quote.open == k:
        rest = [t for t in tokens[quote.close + 1 : end] if t.word.is_word]
        if not rest:
            return Content(quote.open + 1, quote.close, "direct", False)
        return Content(j, end, "mixed", False)
    return Content(j, end, mode_of(clauses, j, end), False)


def noun_content(clauses: Clauses, report: Report, j: int, later: list[Report]) -> Content | None:
    """A noun phrase with all that hangs on it as content: دعا إلى …, أدان …"""
    end = end_of_content(clauses, j + 1, later, True)
    if end <= j:
        return None
    quote = clauses.sentence.quote_at(j)
    if quote is not None and quote.open == j and quote.close >= end - 1:
        return Content(j + 1, min(quote.close, end), "direct", True)
    return Content(j, end, mode_of(clauses, j, end), True)


def opens_as_subject(clauses: Clauses, phrase: Phrase) -> bool:
    return bool(phrase.mentions) and phrase.mentions[0].kind != "nisba"


def subject_known(clauses: Clauses, report: Report) -> bool:
    """Whether the subject stands before the cue or is left out for certain (a participle, a verb joined by و)."""
    if report.kind != "verb":
        return True
    phrases = clauses.subject(report.i)
    return phrases is not None and (phrases[0].start < report.i or no_subject(clauses, report, phrases[0]))


def relayed(report: Report, word: Word) -> bool:
    """Whether a noun only says that a relaying verb gives words: نقلت عن الوزير القول إن."""
    return report.cue is not None and bool(report.cue.speaker_after) and any(n.use.kind == "cue" for n in word.nouns)


def targets(report: Report) -> bool:
    return report.cue is not None and report.cue.object_is_target


def is_addressee(report: Report, prep: str) -> bool:
    return report.cue is not None and prep in report.cue.addressee


def preposition_before(clauses: Clauses, j: int, takes: tuple[str, ...]) -> bool:
    form = clauses.tokens[j].word.form
    if form[0] == "ب" and "ب" in takes or form[0] == "ل" and "ل" in takes:
        return True
    return j > 0 and bool(preposition(clauses.tokens[j - 1].word.form, takes))
