"""What a reporting word reports: a clause, a quotation, or the phrase that it governs."""

from mahdar.coder.clauses import Clauses
from mahdar.coder.extent import closes, end_of_content, trim
from mahdar.coder.insertions import (
    BETWEEN,
    describing,
    insertion,
    is_addressee,
    masdar,
    opens_no_speech,
    owns_clause,
    preposition_before,
    targets,
    where,
)
from mahdar.coder.omissions import is_finding, no_subject
from mahdar.coder.phrases import COMMAS, Phrase
from mahdar.coder.quotations import after_colon, mode_of, name_in_quotes, quoted
from mahdar.coder.reports import OPENING, Report, preposition
from mahdar.coder.said import Content, Said
from mahdar.coder.tokens import STOPS, Word
from mahdar.languages.ar.clitics import governing

_UNMARKED = 5  # words of speech without a mark, a verb among them
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
    limit = min(n, start_from + BETWEEN)
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
        if fallback is None and "object" in takes and subject_seen and j in clauses.verbs and masdar(clauses, j):
            fallback, by_object = noun_content(clauses, report, j, later), True
        elif fallback is None and j in clauses.verbs and describing(clauses, j):
            j += 1
            continue
        elif report.kind == "noun" and j in clauses.verbs and clauses.verbs[j].relative and j not in reported:
            break
        elif j in clauses.verbs and j > report.i and not clauses.verbs[j].relative:
            if j in reported or clauses.verbs[j].conjunction or tokens[j - 1].word.form in COMMAS:
                break
        if "clause_openers" in word.tags and fallback is not None:
            break
        if j in reported and interrupts(clauses, reported[j], j, fallback):
            break
        if fallback is None:
            prep = preposition(word.form, takes) if "prepositions" in word.tags else ""
            if prep and not is_addressee(report, prep) and j + 1 < n:
                following = tokens[j + 1].word
                if "complementizers" in following.tags:
                    return clause_content(clauses, report, j + 1, later)
                fallback = noun_content(clauses, report, j + 1, later)
            elif (
                word.clitics
                and governing(word.clitics) in takes
                and not is_addressee(report, governing(word.clitics))
                and not where(clauses, report, j)
            ):
                fallback = noun_content(clauses, report, j, later)
            elif "object" in takes and not targets(report) and j in clauses.phrase_at and clauses.phrase_at[j].start == j:
                phrase = clauses.phrase_at[j]
                text = report.kind == "verb" and j == report.end and is_finding(clauses, phrase)
                bare_object = not (phrase.prep or text) and (
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


def unmarked_content(clauses: Clauses, report: Report, later: list[Report]) -> Content | None:
    """Speech behind its speaker without a mark: وقال الوزير الحدود آمنة ولن تغلق."""
    verb = clauses.verbs.get(report.i)
    if report.cue is None or not report.cue.unmarked or verb is None or verb.relative or verb.passive:
        return None
    phrases = clauses.subject(report.i)
    if not phrases or phrases[0].start != report.end or phrases[0].head is None:
        return None
    start = phrases[0].head.end
    if start + _UNMARKED > len(clauses.tokens) or clauses.sentence.quotes:
        return None
    word = clauses.tokens[start].word
    if not word.is_word or word.tags or word.preposition or word.clitics or start in clauses.date_tokens or word.participles:
        return None
    if not any(start <= j < start + _UNMARKED and not v.relative and not v.pronoun for j, v in clauses.verbs.items()):
        return None
    return Content(start, end_of_content(clauses, start + 1, later), "direct", False)


def interrupts(clauses: Clauses, inner: Report, j: int, fallback: Content | None) -> bool:
    """Whether a further report at token `j` ends what a cue reports, or leaves it with nothing."""
    if inner.kind == "participle":
        return True
    verb = clauses.verbs.get(j)
    if fallback is not None:
        return verb is not None and bool(verb.conjunction)
    return inner.kind == "verb" and clauses.tokens[j - 1].word.form in COMMAS


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
    if report.kind != "noun" and by_saying(clauses, j):
        if clauses.tokens[j + 1].word.form == ":":
            return after_colon(clauses, j + 1, later)
        return clause_content(clauses, report, j + 1, later)
    end = end_of_content(clauses, j + 1, later, True)
    if end <= j:
        return None
    quote = clauses.sentence.quote_at(j)
    if quote is not None and quote.open == j and quote.close >= end - 1:
        return Content(j + 1, min(quote.close, end), "direct", True)
    return Content(j, end, mode_of(clauses, j, end), True)


def by_saying(clauses: Clauses, j: int) -> bool:
    """Whether the word at token `j` but says by what words somebody does something: اختتم كلمته بالقول إن."""
    if j + 1 >= len(clauses.tokens):
        return False
    cues, following = clauses.lexicon.cues, clauses.tokens[j + 1].word
    if following.form != ":" and "complementizers" not in following.tags:
        return False
    nouns = [n for n in clauses.tokens[j].word.nouns if n.use.kind == "cue" and n.proclitics == "ب" and not n.pronoun]
    return any(cues[n.use.entry].plain for n in nouns)


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
