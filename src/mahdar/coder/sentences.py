"""Paragraphs, sentences and quotations of an article's text."""

from collections.abc import Iterator

from mahdar.coder.tokens import Analyser, Token

_CLOSING = frozenset('»”›“"')
PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›", "”": "“”", '"': '"'}  # what may close a mark
_APART = {"«": "»", "“": "”"}  # marks that show which way they face
_ENDS = frozenset(".!?؟…")
_LONGEST = 500  # tokens of a sentence
_JOINED = frozenset("وفبلك")
_LINES = 4  # lines that a quotation may run over
_LONGEST_QUOTE = 2500  # characters; a mark that is not closed by then opens nothing


class Quote:
    """A quotation: token indices of its marks in its sentence; `close` is the sentence's length where it is not closed."""

    __slots__ = ("close", "open")

    def __init__(self, opening: int, closing: int) -> None:
        self.open = opening
        self.close = closing


class Sentence:
    """A sentence: its tokens, the quotations in it, where it stands."""

    __slots__ = ("index", "paragraph", "quotes", "title", "tokens")

    def __init__(self, tokens: list[Token], quotes: list[Quote], paragraph: int, index: int, title: bool) -> None:
        self.tokens = tokens
        self.quotes = quotes
        self.paragraph = paragraph
        self.index = index
        self.title = title

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    def quote_at(self, i: int) -> Quote | None:
        """The outermost quotation that token `i` stands in (marks included)."""
        for quote in self.quotes:
            if quote.open <= i <= quote.close:
                return quote
        return None


def split(text: str, analyser: Analyser) -> list[Sentence]:
    """The sentences of a text. A quotation of several sentences stays whole, in the sentence that reports it."""
    sentences: list[Sentence] = []
    start = 0
    lines = text.split("\n")
    number = -1
    while number + 1 < len(lines):
        number += 1
        first_line, end = number, start + len(lines[number])
        tokens = analyser.tokens(text, start, end)
        pairs = quotations(tokens)
        if further := lines_further(lines, number):
            longer = end + sum(1 + len(line) for line in lines[number + 1 : number + further + 1])
            joined = analyser.tokens(text, start, longer)
            quoted = quotations(joined)
            if any(joined[a].start < end and joined[b].start >= longer - len(lines[number + further]) for a, b in quoted):
                tokens, pairs, end, number = joined, quoted, longer, number + further
        start = end + 1
        if not tokens:
            continue
        for first, last in bounds(tokens, pairs, text):
            inside = [Quote(a - first, min(b, last - 1) - first) for a, b in pairs if first <= a < last]
            sentences.append(Sentence(tokens[first:last], inside, first_line, len(sentences), first_line == 0))
    return sentences


def lines_further(lines: list[str], number: int) -> int:
    """How many more lines the quotation runs over that a line leaves open; 0 where the next mark is none that closes it."""
    for mark, closing in _APART.items():
        if lines[number].rfind(mark) <= lines[number].rfind(closing):
            continue
        for further, line in enumerate(lines[number + 1 : number + _LINES], 1):
            end = line.find(closing)
            if mark in line[: end if end >= 0 else len(line)]:
                break
            if end >= 0:
                quoted = "".join(lines[number : number + further])[lines[number].rfind(mark) + 1 :] + line[:end]
                return further if any(c.isalnum() for c in quoted) and len(quoted) < _LONGEST_QUOTE else 0
    return 0


def quotations(tokens: list[Token]) -> list[tuple[int, int]]:
    """Outermost pairs of quotation marks, as token indices."""
    pairs: list[tuple[int, int]] = []
    last = -1
    for i in [i for i, token in enumerate(tokens) if token.word.form in PAIRS]:
        form = tokens[i].word.form
        closing = PAIRS[form] if i > last else None
        if closing is not None and not (form == '"' and faces(tokens, i) == "back"):
            end = closing_mark(tokens, i, closing)
            if end is not None:
                pairs.append((i, end))
                last = end
    return pairs


def faces(tokens: list[Token], i: int) -> str:
    """Which way a straight mark faces by the spaces around it: "on" where it opens, "back" where it closes, else ""."""
    before = i > 0 and tokens[i - 1].end == tokens[i].start
    after = i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end
    if before and tokens[i - 1].word.form in _JOINED and not (i > 1 and tokens[i - 2].end == tokens[i - 1].start):
        before = False  # و"كذا"
    if after and not tokens[i + 1].word.is_word:
        after = False
    return "" if before == after else "back" if before else "on"


def closing_mark(tokens: list[Token], opening: int, closing: str) -> int | None:
    """Where a quotation ends: its closing mark, nested pairs of the same kind minded."""
    mark, depth = tokens[opening].word.form, 0
    for j in range(opening + 1, len(tokens)):
        if tokens[j].start - tokens[opening].start > _LONGEST_QUOTE:
            return None
        form = tokens[j].word.form
        if form == mark == '"' and faces(tokens, j) == "on":
            depth += 1
            if depth > 1:
                return None  # others open: the first was not closed
            continue
        if form in closing:
            if depth == 0:
                return j if j > opening + 1 else None
            depth -= 1
        elif form == mark:
            depth += 1
    return None


def bounds(tokens: list[Token], pairs: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """First token and token after the last of each sentence."""
    inside = {i for a, b in pairs for i in range(a + 1, b)}
    closing = {b for _, b in pairs if b and tokens[b - 1].word.form in _ENDS}  # marks right behind a full stop
    out, first = [], 0
    for i in [i for i, token in enumerate(tokens) if not token.word.is_word]:
        if tokens[i].word.form in _ENDS and i not in inside and ends_here(tokens, i, text):
            out.append((first, i + 1))
            first = i + 1
        elif i in closing and i + 1 < len(tokens) and opens_sentence(tokens, i + 1):
            out.append((first, i + 1))
            first = i + 1
    if first < len(tokens):
        out.append((first, len(tokens)))
    out = [part for a, b in out for part in shortened(tokens, a, b)]
    return [(a, b) for a, b in out if any(t.word.is_word for t in tokens[a:b])]


def shortened(tokens: list[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    """A stretch without full stops cut into sentences of bearable length, at commas where there are any."""
    while last - first > _LONGEST:
        commas = [i for i in range(first + _LONGEST // 2, first + _LONGEST) if tokens[i].word.form in "،,؛;"]
        cut = (commas[-1] if commas else first + _LONGEST - 1) + 1
        yield first, cut
        first = cut
    yield first, last


def ends_here(tokens: list[Token], i: int, text: str) -> bool:
    """Whether a full stop ends a sentence: no decimal point, abbreviation, initial or dots of omission."""
    token = tokens[i]
    if i + 1 == len(tokens):
        return True
    following = tokens[i + 1]
    if following.word.form in _ENDS or following.word.form in ("»", "”", "›", ")"):
        return False
    before = tokens[i - 1] if i else None
    if "thus" in following.word.tags and before is not None and before.word.form in _CLOSING:
        return False  # «…». هكذا قال الوزير
    if token.word.form == ".":
        if before is not None and before.end - before.start == following.end - following.start == 1:
            letters = before.word.is_word and following.word.is_word and not (before.word.number or following.word.number)
            if letters:
                return False  # letters of an abbreviation set apart: د. ب. أ
        if before is not None and "abbreviations" in before.word.tags and before.end == token.start:
            return False
        if (
            following.start == token.end
            and before is not None
            and before.end - before.start <= 3
            and following.end - following.start <= 3
        ):
            return False  # letters of an abbreviation: (إن.بي.سي)
        if following.start == token.end and (following.word.number or (before is not None and before.word.number)):
            return False
        if before is not None and before.word.form == "." and following.start != token.end:
            # ".." is used as a pause as well as an end: an end where what follows opens with و, a cue or a name
            return following.word.form[:1] == "و" or bool(following.word.verbs)
    return token.word.form != "…" or following.word.form[:1] == "و"


def opens_sentence(tokens: list[Token], i: int) -> bool:
    """Whether what follows a closed quotation starts anew: a conjunction and a verb, or another quotation."""
    word = tokens[i].word
    return word.form in PAIRS or (word.form[:1] == "و" and bool(word.verbs)) or "conjunction" in word.tags
