"""Sentences that name their source: وفق، بحسب، نقلاً عن، كما أعلن."""

from mahdar.coder.clauses import Clauses
from mahdar.coder.extent import trim
from mahdar.coder.omissions import is_finding
from mahdar.coder.phrases import COMMAS, Phrase
from mahdar.coder.quotations import mode_of
from mahdar.coder.reports import OPENING, Report
from mahdar.coder.said import Said
from mahdar.coder.speakers import SpeakerFinder

_OPENERS = frozenset({"complementizers", "adversatives", "turns"})
_BARE_RESULT = ("فان", "فقد")  # particles that are no part of what is said


def sourced(clauses: Clauses, report: Report, before: list[Said], finder: SpeakerFinder) -> Said | None:
    """The sentence around وفق/بحسب and its source is what the source says, unless a cue reports it already."""
    tokens = clauses.tokens
    if before and before[-1].cue is not None and before[-1].cue[0] < report.first < before[-1].content[0]:
        return None
    named: Phrase | None = None
    if report.kind == "said":
        phrases = clauses.subject(report.i)
        speakers = finder.speakers_of(clauses, phrases) if phrases else finder.topic
        after = max((p.end for p in phrases or []), default=report.end)
        if report.cue is not None and goes_somewhere(clauses, after):
            return None  # كما أضافت الشركة رحلة إلى برنامجها
    else:
        following = [p for p in clauses.phrases if p.start >= report.end - 1][:1] or [
            p for p in clauses.phrases if p.start <= report.end - 1 < p.end
        ]
        pronoun = tokens[report.end - 1].word.form.endswith(("ه", "ها", "هم")) and report.end - report.i > 1
        if pronoun:
            speakers, after = finder.topic, report.end
        elif following and following[0].start <= report.end + 2 and not is_standard(clauses, following[0]):
            named = named_source(clauses, following[0])
            speakers = finder.speakers_of(clauses, clauses.with_joined(named))
            after = named.end
        else:
            return None
    speakers = [s for s in speakers if s.kind != "state"] or speakers
    if not speakers and not (named is not None and is_finding(clauses, named)):
        return None
    first = clause_start(clauses, report.first)
    lead = [k for k in range(first, report.first) if tokens[k].word.is_word]
    if len(lead) >= 4 and not opens_anew(clauses, report.first):
        start, end = first, trim(clauses, report.first)
        if any(s.content[0] < end and start < s.content[1] for s in before):
            return None
    else:
        start = after
        while (
            start < len(tokens)
            and (not tokens[start].word.is_word or "result_particles" in tokens[start].word.tags)
            and tokens[start].word.form not in OPENING
        ):
            start += 1
        end = trim(clauses, len(tokens))
        reported = inner_content(clauses, start, end)
        if reported:
            start = reported + (tokens[reported].word.form in _BARE_RESULT)
    if end - start < 2:
        return None
    return Said(clauses, speakers, mode_of(clauses, start, end), (report.i, report.end), (start, end), report.rule)


def goes_somewhere(clauses: Clauses, j: int) -> bool:
    """Whether words that a verb governs stand at token `j`, behind its subject: it tells what is done, not who said so."""
    word = clauses.tokens[j].word if j < len(clauses.tokens) else None
    return word is not None and "prepositions" in word.tags and word.form in clauses.lexicon.grammar["goals"]


def clause_start(clauses: Clauses, i: int) -> int:
    """Where the clause starts that a source at token `i` closes: … ، في حين اعتذر الوفد، بحسب مصدر."""
    tokens = clauses.tokens
    for j in range(i - 1, 0, -1):
        if tokens[j].word.form not in COMMAS or j + 1 not in clauses.openers and not coordinate(clauses, j + 1):
            continue
        end = next((e for tag, e in clauses.spans.get(j + 1, ()) if tag == "clause_openers"), j + 2)
        return j + 1 if coordinate(clauses, j + 1) else end
    return next((k for k in range(i) if tokens[k].word.is_word), i)


def coordinate(clauses: Clauses, i: int) -> bool:
    """Whether a verb in the past joined by و stands at token `i`."""
    verb = clauses.verbs.get(i)
    return verb is not None and verb.conjunction == "و" and verb.past


def opens_anew(clauses: Clauses, i: int) -> bool:
    """Whether a source at token `i` stands before what it says: أنه وفقاً للوزارة …, … ووفقاً للوزارة …"""
    before = clauses.tokens[i - 1].word
    if not _OPENERS.isdisjoint(before.tags):
        return True  # ولكن حسب الوزير فإن …
    return before.is_word and any(c == "و" for c, _ in clauses.tokens[i].word.phrases)


def is_standard(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a phrase is what something goes by rather than who tells it: وفق القانون, حسب مصالحها."""
    head = phrase.head
    return head is None and not clauses.tokens[phrase.start].word.stems.isdisjoint(clauses.lexicon.grammar["standards"])


def named_source(clauses: Clauses, first: Phrase) -> Phrase:
    """The phrase that names the source, behind the name of its document: وفقاً لبيان صدر عن المجلس."""
    for phrase in clauses.phrases[clauses.phrases.index(first) :]:
        gap = clauses.tokens[first.end : phrase.start]
        if any(t.word.form in COMMAS or "result_particles" in t.word.tags for t in gap) or phrase.start - first.start > 10:
            break
        if any(m.kind not in ("nisba", "place", "own") for m in phrase.mentions):
            return phrase
    return first


def inner_content(clauses: Clauses, start: int, end: int) -> int:
    """Where what the source says opens with فإن behind more about the source; 0 where it does not."""
    for j in range(start, min(end, start + 14)):
        if "result_particles" in clauses.tokens[j].word.tags:
            return j
    return 0
