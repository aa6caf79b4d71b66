"""An article cleaned: title and text without page furniture, the date from its own lines where it has no other."""

import datetime
import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from mahdar.coder.dates import DateGrammar

# Controls and marks that no news text needs: C0 (save tab and newline), C1, bidi embeddings and isolates, zero width
# space and no-break space of zero width, soft hyphen, object replacement. Lone surrogates cannot be written as UTF-8.
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffc\ud800-\udfff]"
)
_OTHER_SPACES = r"\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACES = re.compile(rf"[{_OTHER_SPACES}][ {_OTHER_SPACES}]*| [ {_OTHER_SPACES}]+")  # what is no single plain space
_LINES = re.compile(r"\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")
_TITLE_LONGEST = 240
_HEAD_LINES = 8  # lines from the top among which a date line is looked for


def tidy(text: str) -> str:
    """Text with line ends, spaces and control characters in order; the words stay as they are."""
    if "  " in text or "\ufffc" in text or not text.replace("\n", "").isprintable():  # else there is nothing to take out
        text = _SPACES.sub(" ", _CONTROLS.sub("", _LINES.sub("\n", text)))
    return "\n".join([line.strip() for line in text.split("\n")])


def clean(
    title: str, body: str, published: str | None, furniture: Mapping[str, Sequence[str]], dates: DateGrammar
) -> tuple[str, str, str | None]:
    """(title, text, published): text is title, newline, body, without page furniture.

    Without a title, a first line that stands apart is taken for it; without a date, a line near the top that is one.
    """
    title = tidy(title).replace("\n", " ").strip()
    kept: list[str] = []
    lines, captions = one_of(tuple(furniture.get("lines", ()))), one_of(tuple(furniture.get("captions", ())))
    for number, line in enumerate(tidy(body).split("\n")):
        if not line:
            continue
        if number < _HEAD_LINES and len(line) < 60 and (day := dates.parse_day(line)) is not None:
            published = published or day.isoformat()
            continue
        if not (len(line) < 200 and (lines.fullmatch(line) or captions.fullmatch(line))):
            kept.append(line)
    if not title:
        title, kept = first_line(kept)
    if title and kept and same(kept[0], title):
        kept = kept[1:]
    elif title and kept and kept[0].startswith(title + " "):
        kept[0] = kept[0][len(title) :].lstrip(" .:-–")
    text = without_tail("\n".join(kept), tuple(furniture.get("tail", ())))
    return title, f"{title}\n{text}" if title else text, published


def first_line(lines: list[str]) -> tuple[str, list[str]]:
    """The title at the top of a text without one, and the lines after it; no title where the first line runs on."""
    apart = len(lines) > 1 and len(lines[0]) <= _TITLE_LONGEST and not lines[0].endswith((".", "،", ":"))
    return (lines[0], lines[1:]) if apart else ("", lines)


@lru_cache(maxsize=64)
def one_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns) if patterns else r"(?!)")


def without_tail(text: str, tails: tuple[str, ...]) -> str:
    """Text up to the first tail that starts in its last third."""
    for match in one_of(tails).finditer(text):
        if match.start() > len(text) * 0.6:
            return text[: match.start()].rstrip()
    return text


def same(one: str, other: str) -> bool:
    """Whether two lines have the same words."""
    return re.findall(r"\w+", one) == re.findall(r"\w+", other)


def valid_day(day: str | None) -> str | None:
    """An ISO day, or None where the string is none."""
    if not day:
        return None
    try:
        return datetime.date.fromisoformat(day[:10]).isoformat()
    except ValueError:
        return None


def identity(identifier: str | None, url: str | None, text: str) -> str:
    """An article's id: its own, else its URL, else a hash of title and text."""
    if identifier:
        return identifier
    if url:
        return url
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
