"""The corrections of a record: kept for good, applied whenever the lines of an article are written, and found a place in them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, insert, or_, select, update

from mahdar.minutes import Minutes
from mahdar.record.draft import Correction, Draft, Outcome
from mahdar.record.fragments import Fragment, Lines
from mahdar.record.schema import LINES, articles, corrections, event_choices, line_number, machine_lines

_TOGETHER = 500


class Corrected(msgspec.Struct, frozen=True):
    """An article's minutes as the analysts left them, what they did to which line, and where each correction went."""

    minutes: Minutes
    origins: Mapping[str, str]
    outcomes: Mapping[int, Outcome]


def read(connection: Connection, *conditions: Any) -> list[Correction]:
    """Corrections, the first made first; what undoes another is one too."""
    query = select(corrections).where(*conditions).order_by(corrections.c.id)
    return [correction(row) for row in connection.execute(query)]


def correction(row: Row[Any]) -> Correction:
    kept = {field: getattr(row, field) for field in Correction.__struct_fields__}
    for field in ("before", "after", "other"):
        if kept[field] is not None:
            kept[field] = msgspec.json.decode(kept[field], type=Fragment)
    return Correction(**kept)


def of_articles(connection: Connection, names: Sequence[str]) -> list[Correction]:
    """All corrections of some articles."""
    found: dict[int, Correction] = {}
    for part in range(0, len(names), _TOGETHER):
        some = names[part : part + _TOGETHER]
        touched = or_(corrections.c.article.in_(some), corrections.c.other_article.in_(some))
        found |= {one.id: one for one in read(connection, touched)}
    return [found[number] for number in sorted(found)]


def undone(all_of_them: Sequence[Correction]) -> set[int]:
    """The ids of those that were undone."""
    return {one.builds_on for one in all_of_them if one.action == "undo" and one.builds_on is not None}


def corrected(minutes: Minutes, all_of_them: Iterable[Correction]) -> Corrected:
    """The machine's minutes with the corrections that stand."""
    draft = Draft(minutes)
    known = list(all_of_them)
    gone = undone(known)
    for one in known:
        if one.action != "undo" and one.id not in gone:
            draft.apply(one)
    there = {name for lines in draft.lines.values() for name in lines}
    for outcome in draft.outcomes.values():  # a later correction may have taken a line out
        outcome.line = outcome.line if outcome.line in there else None
        outcome.other = outcome.other if outcome.other in there else None
    return Corrected(draft.minutes(), draft.origins, draft.outcomes)


# --- in the database


def hold(connection: Connection, ids: Mapping[str, int], batch: Sequence[Minutes]) -> dict[str, Corrected]:
    """Apply the corrections to the machine's minutes of articles, and keep those beside; only of articles that have any."""
    known = of_articles(connection, list(ids))
    out: dict[str, Corrected] = {}
    for minutes in batch:
        name = minutes.article.id
        mine = [one for one in known if name in (one.article, one.other_article)]
        if not mine:
            continue
        connection.execute(delete(machine_lines).where(machine_lines.c.article_id == ids[name]))
        lines = msgspec.json.encode(Lines.of(minutes)).decode("utf-8")
        connection.execute(insert(machine_lines).values(article_id=ids[name], lines=lines))
        out[name] = corrected(minutes, mine)
    return out


def machine(connection: Connection, article: int, minutes: Minutes) -> Minutes:
    """What the machine made of an article; `minutes` are those in the record."""
    lines = connection.scalar(select(machine_lines.c.lines).where(machine_lines.c.article_id == article))
    if lines is None:
        return minutes
    kept = msgspec.json.decode(lines, type=Lines)
    changed: Minutes = msgspec.structs.replace(minutes, **{f: getattr(kept, f) for f in Lines.__struct_fields__})
    return changed


def settle(connection: Connection, ids: Mapping[str, int], held: Mapping[str, Corrected]) -> set[int]:
    """Write down where each correction went, and what was said of pairs of events; returns the events of those pairs."""
    if not held:
        return set()
    known = of_articles(connection, list(held))
    gone = undone(known)
    touched: set[int] = set()
    choices: dict[tuple[int, int], dict[str, Any]] = {}
    for one in known:
        placed = placing(one, gone, ids, held)
        connection.execute(update(corrections).where(corrections.c.id == one.id).values(placed))
        line, other = placed["line"], placed["other_line"]
        if one.across and line is not None and other is not None:
            pair = (min(line, other), max(line, other))
            choices[pair] = {"event_id": pair[0], "other_id": pair[1], "correction_id": one.id, "joined": one.action == "merge"}
            touched |= set(pair)
    for (first, second), choice in choices.items():
        same = (event_choices.c.event_id == first, event_choices.c.other_id == second)
        connection.execute(delete(event_choices).where(*same))
        connection.execute(insert(event_choices).values(choice | {"joined": int(choice["joined"])}))
    return touched


def placing(one: Correction, gone: set[int], ids: Mapping[str, int], held: Mapping[str, Corrected]) -> dict[str, Any]:
    """Where a correction stands now; of an article that was not written again, as before."""
    if one.id in gone or one.action == "undo":
        return {"line": None, "other_line": None, "standing": "undone" if one.id in gone else "stands"}
    line, other = one.line, one.other_line
    mine = held[one.article].outcomes[one.id] if one.article in held else None
    if mine is not None:
        line = placed_at(ids[one.article], mine.line)
        other = placed_at(ids[one.article], mine.other) if not one.across else other
    there = one.other_article if one.across else None
    beside = held[there].outcomes[one.id] if there is not None and there in held else None
    if there is not None and beside is not None:
        other = placed_at(ids[there], beside.other)
    # Of the article that was not written again only the outcome is known: no line.
    unseen = mine is None and line is None or one.across and beside is None and other is None
    orphaned = any(side is not None and side.orphaned for side in (mine, beside)) or unseen and one.standing == "orphaned"
    return {"line": line, "other_line": other, "standing": "orphaned" if orphaned else "stands"}


def placed_at(article: int, line: str | None) -> int | None:
    return None if line is None else article * LINES + line_number(line)


def names_corrected(connection: Connection) -> list[str]:
    """The articles that have corrections which stand, in the order in which they were added."""
    known = read(connection)
    gone = undone(known)
    touched = {
        name
        for one in known
        if one.action != "undo" and one.id not in gone and one.standing == "stands"
        for name in (one.article, one.other_article)
    }
    rows = connection.execute(
        select(articles.c.name).where(articles.c.name.in_(sorted(filter(None, touched)))).order_by(articles.c.id)
    )
    return list(rows.scalars())


def keep(connection: Connection, values: Mapping[str, Any]) -> int:
    """Write a new correction down; returns its id."""
    row = dict(values)
    for field in ("before", "after", "other"):
        if row.get(field) is not None:
            row[field] = msgspec.json.encode(row[field]).decode("utf-8")
    made = connection.scalar(insert(corrections).values(row | {"standing": "stands"}).returning(corrections.c.id))
    assert made is not None
    return int(made)
