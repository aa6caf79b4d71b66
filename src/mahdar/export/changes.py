"""The corrections of a record, for people (text), programs (JSON) and tables (CSV)."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from mahdar.export.findings import listed
from mahdar.minutes import Actor, Date, Place, Span
from mahdar.record.draft import Correction
from mahdar.record.fragments import LETTERS, PARTIES, Fragment, Line, words

COLUMNS = (
    *("id", "at", "who", "why", "action", "kind", "article", "line", "other_article", "other_line", "standing", "builds_on"),
    *("words", "changes", "before", "after", "other"),
)
_LETTER = {kind: letter for letter, kind in LETTERS.items()}


def lines(form: str, found: Sequence[Correction]) -> Iterator[str]:
    """Corrections as text, `json` or `csv`."""
    if form != "text":
        yield from listed(form, COLUMNS, [row(one, form == "csv") for one in found])
        return
    for one in found:
        yield said(one) + "\n"
        yield f"      «{quoted(one.before.line(one.kind))}»\n"
        yield f"      {one.at[:10]} {one.who}: {one.why}\n\n"
    yield f"{len(found):,}\n"


def said(one: Correction) -> str:
    """A correction in one line: `12 edit e42000007: status actual → historical`."""
    line = name(one.kind, one.line) or f"{one.before.line(one.kind).id} of {one.article}"
    other = name(one.kind, one.other_line)
    what = f"{one.action} {one.builds_on}" if one.action == "undo" else f"{one.action} {line}"
    if other and one.action != "undo":
        what += f" {'|' if one.action == 'split' else '+'} {other}"
    standing = "" if one.standing == "stands" else f"   [{one.standing}]"
    return f"{one.id} {what}{': ' if (changed := changes(one)) else ''}{'; '.join(changed)}{standing}"


def changes(one: Correction) -> list[str]:
    """What a correction changed, field by field."""
    if one.after is None or one.action == "undo":
        return []
    old, new = one.before, one.after
    first, second = old.line(one.kind), new.line(one.kind)
    out = []
    for field in first.__struct_fields__:
        was, became = value(old, first, field), value(new, second, field)
        if field not in ("id", "rule", "confidence", "quad", "statement") and was != became:
            out.append(f"{field.rstrip('_')} {was or '–'} → {became or '–'}")
    return out


def value(fragment: Fragment, line: Line, field: str) -> str:
    """What a field says, in words."""
    held: Any = getattr(line, field)
    names = {actor.id: f"{actor.name} ({actor.code})" for actor in fragment.actors}
    each = list(held) if isinstance(held, tuple) else [] if held is None else [held]
    if field in PARTIES["event"] + PARTIES["commitment"] + ("speaker", "holder") and not isinstance(line, Actor):
        return ", ".join(names.get(one, one) for one in each)
    return ", ".join(plain(one) for one in each)


def plain(held: Any) -> str:
    if isinstance(held, Span):
        return held.exact
    if isinstance(held, Date):
        return held.value
    if isinstance(held, Place):
        return held.name
    return held.ar or held.en if hasattr(held, "ar") else str(held)


def quoted(line: Line) -> str:
    return " … ".join(span.exact for span in words(line)[:3])


def name(kind: str, line: int | None) -> str | None:
    return None if line is None else f"{_LETTER[kind]}{line}"


def row(one: Correction, flat: bool) -> dict[str, Any]:
    """A correction as a row; in a table the lines are JSON of their own."""
    known: dict[str, Any] = {field: getattr(one, field) for field in COLUMNS if hasattr(one, field)}
    known |= {"line": name(one.kind, one.line), "other_line": name(one.kind, one.other_line)}
    known |= {"words": quoted(one.before.line(one.kind)), "changes": changes(one)}
    for field in ("before", "after", "other"):
        if flat and known[field] is not None:
            known[field] = msgspec.json.encode(known[field]).decode("utf-8")
    return {column: known[column] for column in COLUMNS}
