"""Who said what: reporting words found, their speakers and the words that they report."""

from mahdar.coder.clauses import Clauses
from mahdar.coder.contents import content_before, find_content, unmarked_content
from mahdar.coder.coreference import Cast
from mahdar.coder.entities import Entity
from mahdar.coder.extent import before_that
from mahdar.coder.headlines import introduced
from mahdar.coder.insertions import describing, inserted
from mahdar.coder.omissions import hearsay, is_finding
from mahdar.coder.phrases import COMMAS
from mahdar.coder.quotations import is_quotation, running_quote
from mahdar.coder.reports import HE_SHE_THEY, OPENING, Report, ReportFinder, carries, close, impersonal, opened
from mahdar.coder.said import Said, outermost, same_voice
from mahdar.coder.sources import sourced
from mahdar.coder.speakers import SpeakerFinder


class StatementReader:
    """Reads the statements of an article, sentence by sentence, and keeps who is being spoken of."""

    def __init__(self, cast: Cast) -> None:
        self.finder = ReportFinder(cast)
        self.speakers = SpeakerFinder(cast)
        self.last: Said | None = None
        self.topics: dict[int, list[Entity]] = {}
        self.paragraph = -1

    def read(self, clauses: Clauses) -> list[Said]:
        """The statements of a sentence, in order of their cues."""
        self.speakers.learn_gender(clauses)
        reports = self.finder.reports(clauses)
        sentence = clauses.sentence
        self.topics[sentence.index] = self.speakers.topic
        line = introduced(clauses, self.speakers) if sentence.title or sentence.paragraph != self.paragraph else None
        self.paragraph = sentence.paragraph
        out: list[Said] = [line] if line is not None else []
        taken: set[int] = set()
        for k, report in enumerate(reports):
            if report.i in taken:
                continue
            quote = sentence.quote_at(report.i)
            if quote is not None and quote.open < report.i and not in_own_words(clauses, report):
                continue
            said = self.statement(clauses, report, reports[k + 1 :], out)
            if said is not None:
                out.append(said)
                taken.add(report.i)
        if not out and (running := running_quote(clauses, self.last)):
            out.append(running)
        if out:
            self.last = outermost(out)
            self.speakers.turn_to(out)
        else:
            self.last = None
            self.speakers.follow_topic(clauses)
        return out

    def statement(self, clauses: Clauses, report: Report, later: list[Report], before: list[Said]) -> Said | None:
        if report.kind == "said" and (further := goes_on(clauses, report, later)):
            report = further
        if report.kind in ("source", "said"):
            return sourced(clauses, report, before, self.speakers)
        content = (
            find_content(clauses, report, later)
            or content_before(clauses, report, before)
            or unmarked_content(clauses, report, later)
        )
        if content is None:
            return None
        start, end, mode, bare = content
        relative = report.kind == "verb" and clauses.verbs[report.i].relative
        if relative and (bare or clauses.tokens[start - 1].word.form in COMMAS):
            return None  # المصدر، الذي طلب عدم ذكر اسمه، أن …
        apart = (relative or describing(clauses, report.i)) and start > report.end + 2
        if apart and any(s.content[0] == start for s in before):
            return None  # ونفى الوزير الذي اعتبر من المتشددين أن …
        if (
            report.kind == "verb"
            and clauses.tokens[start - 1].word.form in COMMAS
            and inserted(clauses, report.i)
            and any(s.cue is not None and s.cue[0] < report.i for s in before)
        ):
            return None  # قال دبلوماسيون، تحدثوا شريطة عدم ذكر أسمائهم، إن …
        if relative and start - 1 > report.end and clauses.tokens[start - 1].word.form in OPENING:
            before_mark = clauses.tokens[start - 2].word
            if before_mark.form != ":" and "complementizers" not in before_mark.tags:
                return None  # المجلس الذي أقر الاتفاق قد «خرق …»
        if report.kind == "noun" and not (
            close(clauses, report, start) and (opened(clauses, report, start) or self.handed_on(clauses, report, before))
        ):
            return None
        if report.kind == "noun" and any(s.content[0] == start for s in before):
            return None  # قال في تصريحه إن
        if bare and not carries(report) and not (report.kind == "noun" and self.handed_on(clauses, report, before)):
            return None
        if (
            report.cue is not None
            and report.cue.doubtful
            and not is_quotation(clauses, start)
            and not ((report.cue.plain or found(clauses, report)) and "complementizers" in clauses.tokens[start].word.tags)
            and not (report.kind == "participle" and report.cue.carries)
        ):
            return None
        words = [t.word for t in clauses.tokens[start:end] if t.word.is_word]
        if not words or len(words) == 1 and ("complementizers" in words[0].tags or words[0].tags):
            return None
        speakers = self.speakers.speaker(clauses, report, before, start if start > report.i else len(clauses.tokens))
        if speakers is None and not bare and by_somebody(clauses, report, start):
            speakers = []
        if speakers is None:
            return None
        around = [s for s in before if s.content[0] <= report.i < s.content[1]]
        if around and report.kind != "noun":
            verb = clauses.verbs.get(report.i)
            if verb is not None and verb.person.startswith("1") or same_voice(around[-1].speakers, speakers):
                return None  # what a speaker says of his own saying is part of what he says
        if bare and dual_guess(clauses, report, start):
            return None
        if around and bare:
            end = before_that(clauses, start, end)
        return Said(clauses, speakers, mode, (report.i, report.end), (start, end), report.rule)

    def handed_on(self, clauses: Clauses, report: Report, before: list[Said]) -> bool:
        """Whether a noun of speech carries content by itself: تم التأكيد على …, نقلت الوكالة عن الوزير تأكيده أهمية …"""
        if impersonal(clauses, report.i):
            return True
        return report.cue is not None and report.cue.carries and bool(self.speakers.quoted_source(clauses, report.i, before))


def by_somebody(clauses: Clauses, report: Report, content: int) -> bool:
    """Whether a verb of pure speech has a subject, though one who cannot be named: قال مؤسس النشرة إن, أكد آخرون أن."""
    cue = report.cue
    subject = clauses.subject(report.i) if report.kind == "verb" else None
    if cue is None or not subject or report.i < content <= subject[0].start or hearsay(clauses, subject[0]):
        return False
    return cue.plain and not cue.doubtful or found(clauses, report)


def found(clauses: Clauses, report: Report) -> bool:
    """Whether a text or study is what tells something: أظهر مسح أن."""
    subject = clauses.subject(report.i) if report.kind == "verb" else None
    return subject is not None and bool(subject) and is_finding(clauses, subject[0])


def dual_guess(clauses: Clauses, report: Report, start: int) -> bool:
    """Whether a verb of two without two before it is rather a noun in the accusative: ثمنا باهظا."""
    verb = clauses.verbs.get(report.i) if report.kind == "verb" else None
    if verb is None or verb.person != "3md" or verb.conjunction or not verb.past or report.phrase is not None:
        return False
    word = clauses.tokens[start].word
    return not word.definite and not word.form.endswith(HE_SHE_THEY) and not clauses.subject(report.i)


def goes_on(clauses: Clauses, report: Report, later: list[Report]) -> Report | None:
    """What stands as a source, read as a further report where it has words of its own: … ، كما أكد أن …"""
    if report.cue is None:
        return None
    further = Report(report.i, report.end, "verb", report.cue.id, report.cue.takes, report.cue)
    content = find_content(clauses, further, later)
    if content is None or content.bare and not report.cue.carries:
        return None
    between = clauses.tokens[report.end : content.start]
    return None if any(t.word.form in COMMAS for t in between) else further


def in_own_words(clauses: Clauses, report: Report) -> bool:
    """Within a quotation only speech with a named speaker counts, and the short marked words of a mixed statement do not."""
    quote = clauses.sentence.quote_at(report.i)
    if quote is None or quote.close - quote.open < 12:
        return False
    if report.kind != "verb" or report.i not in clauses.verbs:
        return False
    phrases = clauses.subject(report.i)
    return bool(phrases and phrases[0].head is not None and phrases[0].head.kind in ("person", "title", "state"))
