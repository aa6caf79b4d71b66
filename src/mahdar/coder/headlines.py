"""Lines that name their speaker and go on with his words: headlines, answers of an interview."""

from mahdar.coder.clauses import Clauses
from mahdar.coder.extent import end_of_content
from mahdar.coder.quotations import after_colon, is_quotation
from mahdar.coder.said import Said
from mahdar.coder.speakers import NAMED, SpeakerFinder

_LINE_HEAD = 12  # tokens within which a line names its speaker
_FEW = 3  # words of a quotation that are marked within what is said rather than all of it
_VOICES = frozenset({"person", "title"})  # of lines in the body


def introduced(clauses: Clauses, finder: SpeakerFinder) -> Said | None:
    """A line that names its speaker and goes on with his words: لافروف: الحوار ضروري, كيري لقناة «العربية»: …"""
    tokens, title = clauses.tokens, clauses.sentence.title
    first = next((i for i, t in enumerate(tokens) if t.word.is_word), 0)
    phrase = clauses.phrase_at.get(first)
    if phrase is None or phrase.prep or phrase.start != first or phrase.head is None:
        return None
    head = phrase.head
    if head.kind not in (NAMED if title else _VOICES):
        return None
    for form in clauses.lexicon.headlines:
        k = next((i for i in range(first + 1, min(len(tokens), _LINE_HEAD)) if tokens[i].word.form == form.mark), 0)
        if not k or not leads(clauses, clauses.with_joined(phrase)[-1].end, k, form.hearer if title else ()):
            continue
        content = after_colon(clauses, k, [])
        speakers = finder.speakers_of(clauses, clauses.with_joined(phrase))
        if content is None or not speakers:
            return None
        start, end, mode, _ = content
        if is_quotation(clauses, start) and clauses.tokens[start - 1].word.form != ":" and end - start < _FEW:
            start, end, mode = start - 1, end_of_content(clauses, end + 1, []), "mixed"  # أردوغان: "سنطهر" شمال سوريا
        if sum(t.word.is_word for t in tokens[start:end]) < (2 if title else 4):
            return None
        if head.kind in ("state", "capital") and not sounds_spoken(clauses, start, end, head.kind == "capital"):
            return None  # سوريا: مقتل خمسة مدنيين
        return Said(clauses, speakers, mode, None, (start, end), form.id)
    return None


def leads(clauses: Clauses, j: int, k: int, hearer: tuple[str, ...]) -> bool:
    """Whether between a line's speaker and its mark at `k` stands nothing, or to whom or where he spoke."""
    words = [(i, t.word) for i, t in enumerate(clauses.tokens[j:k], j) if t.word.is_word]
    if not words:
        return True
    form = words[0][1].form
    return (
        bool(hearer)
        and not any(i in clauses.verbs or clauses.tokens[i].word.participles for i, _ in words)
        and (form.startswith(hearer) or "prepositions" in words[0][1].tags)
    )


def sounds_spoken(clauses: Clauses, start: int, end: int, definite: bool) -> bool:
    """Whether words behind the name of a state or capital are its own rather than news from there."""
    if any(start <= j < end and verb.person.startswith("1") for j, verb in clauses.verbs.items()):
        return True
    word = clauses.tokens[start].word
    return (
        is_quotation(clauses, start)
        and clauses.tokens[start - 1].word.form != ":"
        or word.form.endswith("ون")
        and not word.definite
        or "negation_before_verb" in word.tags
        or definite
        and (word.definite or start in clauses.mention_at)
    )
