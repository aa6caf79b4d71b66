"""Words in quotation marks, or behind a colon, as what somebody says."""

from mahdar.coder.clauses import Clauses
from mahdar.coder.extent import end_of_content
from mahdar.coder.reports import CLOSING, OPENING, Report
from mahdar.coder.said import Content, Said

_NONE: frozenset[str] = frozenset()


def is_quotation(clauses: Clauses, start: int) -> bool:
    return start > 0 and clauses.tokens[start - 1].word.form in OPENING | {":"}


def name_in_quotes(clauses: Clauses, opening: int, closing: int) -> bool:
    """Whether a quotation holds but a name: «الحياة», "رويترز"."""
    words = [t for t in clauses.tokens[opening + 1 : closing] if t.word.is_word]
    if len(words) > 5:
        return False
    mention = clauses.mention_at.get(opening + 1)
    if mention is not None and mention.end >= closing and mention.kind not in ("people", "body"):
        return True
    before = clauses.tokens[opening - 1].word.tags if opening else _NONE
    return bool(before & {"media_heads", "prepositions"}) or len(words) <= 1


def after_colon(clauses: Clauses, j: int, later: list[Report]) -> Content | None:
    tokens = clauses.tokens
    if j + 1 >= len(tokens):
        return None
    k = j + 1
    quote = clauses.sentence.quote_at(k)
    if quote is not None and quote.open == k:
        return quoted(clauses, quote.open, quote.close)
    if "complementizers" in tokens[k].word.tags and k + 1 < len(tokens):
        quote = clauses.sentence.quote_at(k + 1)
        if quote is not None and quote.open == k + 1:
            return quoted(clauses, quote.open, quote.close)
    end = end_of_content(clauses, k, later)
    return Content(k, end, "direct", False)


def quoted(clauses: Clauses, opening: int, closing: int) -> Content:
    """A quotation, and further quotations that follow it with only a conjunction between."""
    tokens = clauses.tokens
    start, end = opening + 1, closing
    if closing < len(tokens) and tokens[closing].word.form not in CLOSING:
        end = closing + 1
    k = closing + 1
    while k < len(tokens):
        following = clauses.sentence.quote_at(k)
        if following is not None and following.open == k:
            end, k = following.close, following.close + 1
            continue
        if tokens[k].word.form in ("و", "،", ",", "...", ".") and k + 1 < len(tokens):
            following = clauses.sentence.quote_at(k + 1)
            if following is not None and following.open == k + 1:
                k += 1
                continue
        break
    return Content(start, end, "direct", False)


def mode_of(clauses: Clauses, start: int, end: int) -> str:
    for quote in clauses.sentence.quotes:
        if start <= quote.open and quote.close <= end and not name_in_quotes(clauses, quote.open, quote.close):
            return "mixed"
    return "indirect"


def running_quote(clauses: Clauses, last: Said | None) -> Said | None:
    """A sentence that is one quotation goes on with the speech before it."""
    quotes = clauses.sentence.quotes
    if last is None or last.mode != "direct" or not quotes:
        return None
    words = [i for i, word in enumerate(clauses.words) if word.is_word]
    if words and quotes[0].open < words[0] and quotes[-1].close > words[-1] and len(words) > 4:
        return Said(clauses, last.speakers, "direct", None, (quotes[0].open + 1, quotes[-1].close), "running-quotation")
    return None
