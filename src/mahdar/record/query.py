"""The query language of a record: words, phrases and `field:value`, in any order, all of which must hold.

    وقف إطلاق النار  "مجلس الأمن"  -سوريا  type:CONSULT,AGREE  dyad:RUS-TUR  since:2020-11  dossier:syria

A word finds its other spellings and inflections. Quotation marks make a phrase, or a value with spaces; a comma parts
alternatives; `-` before anything excludes it.
"""

import re
from difflib import get_close_matches

import msgspec

from mahdar.errors import QueryError

FIELDS = {
    "since": "from this day, month or year on (of the event, else of the article)",
    "until": "up to this day, month or year, it included",
    "source": "the paper or agency, as the articles name it",
    "article": "an article's id",
    "dossier": "a dossier's id, with those under it",
    "actor": "who did, said, holds or promises it: a name or a code",
    "recipient": "to whom it was done: a name or a code",
    "country": "the code of anybody who takes part: RUS, IGO:UN, NSA:HAMAS",
    "dyad": "two codes: RUS-TUR in any direction, RUS>TUR from the first to the second",
    "type": "an event's type: CONSULT, ASSAULT …",
    "mode": "an event's mode: visit, phone, withdraw …",
    "quad": "verbal-cooperation, material-cooperation, verbal-conflict, material-conflict",
    "status": "actual, historical, future, hypothetical, negated",
    "stance": "a position's stance: for, against, conditional, concerned",
    "strength": "a commitment's strength: vow, agree, plan, offer, hope",
    "origin": "what an analyst did to a line: accepted, edited, split, merged",
    "speech": "a statement's mode: direct, indirect, mixed",
}
_DAYS = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_PIECE = re.compile(r'(?P<gap>\s*)(?P<no>-)?(?:(?P<field>[A-Za-z_]+):)?(?P<value>(?:"[^"]*"|[^\s"])*)')


class Clause(msgspec.Struct, frozen=True):
    """One thing asked: words to be found (`field` is None), or one of some values of a field. `no`: it must not hold."""

    field: str | None
    values: tuple[str, ...]
    no: bool = False
    phrase: bool = False


class Query(msgspec.Struct, frozen=True):
    """All that is asked."""

    clauses: tuple[Clause, ...] = ()

    def of(self, *fields: str) -> list[Clause]:
        """The clauses of some fields."""
        return [clause for clause in self.clauses if clause.field in fields]

    def words(self) -> list[Clause]:
        """The clauses that ask for words of the text."""
        return [clause for clause in self.clauses if clause.field is None]


def parse(text: str) -> Query:
    """The query that a text asks. Raises `mahdar.errors.QueryError`, which points at the place."""
    clauses: list[Clause] = []
    at = 0
    while at < len(text.rstrip()):
        piece = _PIECE.match(text, at)
        assert piece is not None  # every part of it may be empty
        start = piece.end("gap")
        if not (piece["value"] or piece["field"]):
            raise complaint(text, start, "a quotation mark without its second" if '"' in text[at:] else "nothing to look for")
        clauses.append(clause(text, start, piece))
        at = piece.end()
    return Query(tuple(clauses))


def clause(text: str, start: int, piece: re.Match[str]) -> Clause:
    field, value = piece["field"], piece["value"]
    no = bool(piece["no"])
    if field is None:
        plain = value.replace('"', "")
        if not re.search(r"\w", plain):
            raise complaint(text, start, f"no word in `{value}`")
        return Clause(None, (plain,), no, value.startswith('"'))
    name = field.lower()
    if name not in FIELDS:
        near = get_close_matches(name, FIELDS, 1)
        known = f"did you mean `{near[0]}:`?" if near else f"known are {', '.join(FIELDS)}"
        raise complaint(text, start, f"`{field}:` is no field; {known}")
    values = tuple(v for v in (part.strip() for part in value.replace('"', "").split(",")) if v)
    if not values:
        raise complaint(text, piece.end(), f"`{field}:` asks for nothing; write a value behind it")
    for one in values:
        check(text, piece.start("value"), name, one)
    return Clause(name, values, no)


def check(text: str, at: int, field: str, value: str) -> None:
    """Whether a value may stand for a field."""
    if field in ("since", "until") and not _DAYS.fullmatch(value):
        raise complaint(text, at, f"`{value}` is no date; write 2020, 2020-12 or 2020-12-29")
    if field == "dyad" and not re.fullmatch(r"[^->]+[->][^->]+", value):
        raise complaint(text, at, f"`{value}` is no dyad; write RUS-TUR or RUS>TUR")


def complaint(text: str, at: int, what: str) -> QueryError:
    return QueryError(f"query, character {at + 1}: {what}   [{text[:at]}»{text[at:]}]")
