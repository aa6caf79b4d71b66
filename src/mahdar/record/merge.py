"""One event, several papers: events of different articles that are one, found and joined whatever the order of adding.

Two events are compared where type, one of those who take part, and days agree. What speaks for them being one is added
up and kept with its reasons. An event is then a group in which all are like all, on the average, with no two of one article.
What an analyst joined is one and what he parted is not, whatever speaks for it.
"""

import datetime
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec
from sqlalchemy import Connection, and_, bindparam, delete, func, or_, select, update

from mahdar.record.indexing import searched
from mahdar.record.schema import (
    LINES,
    articles,
    event_actors,
    event_choices,
    event_evidence,
    event_keys,
    event_links,
    events,
    places,
    story_links,
)
from mahdar.record.storing import write

Code = str
Pair = tuple[int, int]  # two events, the smaller id first
ALIKE = 0.62  # from which two events may be one
_DAYS = 3  # between the days of two reports of one event
_BUCKET = 4
_KNOWN = 100_000  # events kept in mind
SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_MET = frozenset({"CONSULT"})  # told in any words: who and when say which meeting it is
_WORDS = 0.2  # of the words of two reports of anything else that are one, unless day and place are
_TWO = 2  # sides, of whom each counts
_UNREAL = frozenset({"negated", "hypothetical"})


class Told(msgspec.Struct, frozen=True):
    """An event as one article tells it."""

    id: int
    article: int
    order: tuple[str, str, int]  # day of the article, its id, the event's line: the same in every record
    type: str
    mode: str | None
    status: str
    date: str | None
    day: int | None  # as an ordinal: of the event where it is known, else of the article
    known_day: bool
    place: str | None
    country: str | None
    actors: frozenset[Code]
    recipients: frozenset[Code]
    people: frozenset[int]
    words: frozenset[str]

    @property
    def codes(self) -> frozenset[Code]:
        return self.actors | self.recipients


class Likeness(msgspec.Struct, frozen=True):
    """How far two events are one, from 0 to 1, and why."""

    score: float
    reasons: str


def keys(event: Told) -> list[int]:
    """Numbers of which two events that may be one have one in common: type, somebody who takes part, and days."""
    around = (0,) if event.day is None else (event.day // _BUCKET, event.day // _BUCKET + 1)
    joint = event.codes if event.type in SYMMETRIC else event.actors
    codes = sorted(joint - {"UNK"}) or [event.place or "UNK"]
    return sorted({zlib.crc32(f"{event.type} {code} {days}".encode()) for code in codes for days in around})


def compare(one: Told, other: Told, copied: bool = False) -> Likeness | None:
    """How far two events are one; None where they are not. `copied`: their articles share text."""
    if one.type != other.type or (one.status in _UNREAL) != (other.status in _UNREAL) or one.article == other.article:
        return None
    points: list[tuple[float, str]] = [(0.08, "one story")] if copied else []
    sum_of = 0.08 if copied else 0.0
    for told, most in _POINTS:  # the cheapest first: most pairs differ
        point = told(one, other)
        if point is None or sum_of + point[0] + most < ALIKE:
            return None
        sum_of += point[0]
        points.append(point)
    score = round(min(1.0, sum_of), 4)
    return Likeness(score, "; ".join(f"{reason} {value:+.2f}" for value, reason in points if value))


def days(one: Told, other: Told) -> tuple[float, str] | None:
    if one.day is None or other.day is None:
        return (0.1, "a day is not known")
    between = abs(one.day - other.day)
    both = one.known_day and other.known_day
    if between > _DAYS or both and between > 1:
        return None
    if not both and one.date and other.date and not (one.date.startswith(other.date) or other.date.startswith(one.date)):
        return None  # last month and this one
    if between == 0:
        return (0.25 if both else 0.2, "the same day")
    return (0.15 - 0.03 * between, f"{between} days apart")


def standing(one: Told, other: Told) -> tuple[float, str]:
    """What else is the same about both."""
    value, reasons = 0.0, []
    if shared := one.people & other.people:
        value += min(0.1, 0.05 * len(shared))
        reasons.append("the same people")
    if one.mode and other.mode:
        value += 0.04 if one.mode == other.mode else -0.12
        reasons.append(f"both {one.mode}" if one.mode == other.mode else f"{one.mode} and {other.mode}")
    return (value, ", ".join(reasons))


def parties(one: Told, other: Told) -> tuple[float, str] | None:
    """How far the same take part, in the same roles unless the roles are one."""
    if one.type in SYMMETRIC:
        first, second = one.codes - {"UNK"}, other.codes - {"UNK"}
        if min(len(first), len(second)) == _TWO and not (first <= second or second <= first):
            return None  # two met, and one of them another
        share = overlap(one.codes, other.codes)
    else:
        share = overlap(one.actors, other.actors)
        if one.recipients and other.recipients:
            share = min(share, overlap(one.recipients, other.recipients)) * 0.7 + 0.3 * share
        elif one.recipients or other.recipients:
            share *= 0.8
    return None if share == 0 else (round(0.35 * share, 3), "the same parties" if share == 1 else "some of the parties")


def where(one: Told, other: Told) -> tuple[float, str] | None:
    if one.place is None or other.place is None:
        return (0.0, "")
    if one.place == other.place:
        return (0.1, "the same place")
    return (-0.05, "two places") if one.country == other.country else (-0.25, "two countries")


def words(one: Told, other: Told) -> tuple[float, str] | None:
    share = overlap(one.words, other.words, smaller=True)
    if share < (_WORDS if one.type not in _MET else 0.0) and not (
        one.place and one.place == other.place and one.day == other.day
    ):
        return None
    return (round(0.35 * share, 3), f"{share:.0%} of the words")


def overlap(one: frozenset[str], other: frozenset[str], smaller: bool = False) -> float:
    """Shared members, of all or half of the smaller set and half of all."""
    shared = len(one & other)
    if not shared:
        return 0.0
    whole = shared / len(one | other)
    return (whole + shared / min(len(one), len(other))) / 2 if smaller else whole


# What is asked of two events, each with the most that those after it can add.
_POINTS: tuple[tuple[Callable[[Told, Told], tuple[float, str] | None], float], ...] = (
    (days, 0.94),
    (parties, 0.59),
    (where, 0.49),
    (standing, 0.35),
    (words, 0.0),
)


class EventMerger:
    """Joins events that were just stored to those of other articles; knows the events that it met before."""

    def __init__(self) -> None:
        self.events: dict[int, Told] = {}

    def join(self, connection: Connection, of_articles: Sequence[int]) -> None:
        """Find what the events of articles are one with, and name the groups again that they touch."""
        self.connection = connection
        if len(self.events) > _KNOWN:
            self.events.clear()
        ids = list(connection.scalars(select(events.c.id).where(events.c.article_id.in_(of_articles)).order_by(events.c.id)))
        self.load(ids)
        rows = [{"key": key, "event_id": event} for event in ids for key in keys(self.events[event])]
        write(connection, event_keys, rows)
        copies = self.copies(of_articles)
        links = []
        touched: set[int] = set()
        for one, other in self.candidates(ids):
            if found := compare(one, other, (one.article, other.article) in copies):
                first, second = sorted((one.id, other.id))
                touched |= {first, second}
                links.append({"event_id": first, "other_id": second, "score": found.score, "reasons": found.reasons})
        write(connection, event_links, links)
        self.group(connection, touched)

    def copies(self, of_articles: Sequence[int]) -> set[tuple[int, int]]:
        """Pairs of articles that share text, either way round."""
        near = or_(story_links.c.article_id.in_(of_articles), story_links.c.other_id.in_(of_articles))
        rows = self.connection.execute(select(story_links.c.article_id, story_links.c.other_id).where(near)).all()
        return {(a, b) for a, b in rows} | {(b, a) for a, b in rows}

    def load(self, ids: Iterable[int]) -> None:
        """Read events as they are told."""
        wanted = [event for event in ids if event not in self.events]
        for part in range(0, len(wanted), 900):
            self._load(wanted[part : part + 900])

    def _load(self, ids: list[int]) -> None:
        parties: dict[int, list[tuple[str, str, int]]] = defaultdict(list)
        for row in self.connection.execute(select(event_actors).where(event_actors.c.event_id.in_(ids))):
            parties[row.event_id].append((row.role, row.code, row.actor_id))
        exact = func.substr(articles.c.text, event_evidence.c.start + 1, event_evidence.c.end - event_evidence.c.start)
        evidence: dict[int, list[str]] = defaultdict(list)
        told = select(event_evidence.c.event_id, exact.label("exact")).select_from(
            event_evidence.join(events, events.c.id == event_evidence.c.event_id).join(
                articles, articles.c.id == events.c.article_id
            )
        )
        for row in self.connection.execute(told.where(event_evidence.c.event_id.in_(ids))):
            evidence[row.event_id] += searched(row.exact).split()
        query = (
            select(events, articles.c.name, articles.c.published, places.c.name.label("place"), places.c.country)
            .select_from(events.join(articles, articles.c.id == events.c.article_id).outerjoin(places))
            .where(events.c.id.in_(ids))
        )
        for row in self.connection.execute(query):
            known = row.date_precision == "day"
            day = row.date if known else row.published
            roles = {role: [p for p in parties[row.id] if p[0] == role] for role in ("actor", "recipient")}
            self.events[row.id] = Told(
                id=row.id,
                article=row.article_id,
                order=(row.published or "9999", row.name, row.id % LINES),
                type=row.type,
                mode=row.mode,
                status=row.status,
                date=row.date,
                day=datetime.date.fromisoformat(day).toordinal() if day else None,
                known_day=known,
                place=row.place,
                country=row.country,
                actors=frozenset(code for _, code, _ in roles["actor"]),
                recipients=frozenset(code for _, code, _ in roles["recipient"]) - {"UNK"},
                people=frozenset(actor for _, _, actor in parties[row.id]),
                words=frozenset(evidence[row.id]),
            )

    def candidates(self, ids: Sequence[int]) -> Iterator[tuple[Told, Told]]:
        """Pairs of events with a key in common and days near each other, at least one of them new; each pair once."""
        of_key: dict[int, list[int]] = defaultdict(list)
        wanted = sorted({key for event in ids for key in keys(self.events[event])})
        for part in range(0, len(wanted), 900):
            for key, event in self.connection.execute(select(event_keys).where(event_keys.c.key.in_(wanted[part : part + 900]))):
                of_key[key].append(event)
        self.load({event for found in of_key.values() for event in found})
        new, known = set(ids), self.events
        for event in ids:
            one = known[event]
            for number in sorted({number for key in keys(one) for number in of_key[key]}):
                if number in new and number <= event:
                    continue
                other = known[number]
                if one.day is None or other.day is None or -_DAYS <= one.day - other.day <= _DAYS:
                    yield one, other

    def forget(self, connection: Connection, article: int) -> set[int]:
        """Drop the links of an article's events before they go; returns whom they were linked to."""
        self.connection = connection
        base = (article * LINES, (article + 1) * LINES)
        mine = or_(
            and_(event_links.c.event_id >= base[0], event_links.c.event_id < base[1]),
            and_(event_links.c.other_id >= base[0], event_links.c.other_id < base[1]),
        )
        rows = [*self.connection.execute(select(event_links.c.event_id, event_links.c.other_id).where(mine))]
        self.connection.execute(delete(event_links).where(mine))
        chosen = or_(
            and_(event_choices.c.event_id >= base[0], event_choices.c.event_id < base[1]),
            and_(event_choices.c.other_id >= base[0], event_choices.c.other_id < base[1]),
        )
        rows += self.connection.execute(select(event_choices.c.event_id, event_choices.c.other_id).where(chosen)).all()
        self.events = {event: told for event, told in self.events.items() if told.article != article}
        return {e for row in rows for e in (row.event_id, row.other_id) if e // LINES != article}

    def group(self, connection: Connection, touched: Iterable[int]) -> None:
        """Part what links join into events, and write down which event each line tells."""
        self.connection = connection
        todo = set(touched)
        links, choices = self.reached(todo)
        near: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for pair in {**links, **{pair: 1.0 for pair, one in choices.items() if one}}:
            for event in pair:
                near[event].append(pair)
        self.load({*todo, *near})
        rows: list[dict[str, int | None]] = []
        while todo:
            members, edge = set[int](), {min(todo)}
            while edge:
                members |= edge
                edge = {event for member in edge for pair in near[member] for event in pair} - members
            todo -= members
            joined = {pair: links[pair] for member in members for pair in near[member] if pair in links}
            chosen = {pair: one for pair, one in choices.items() if members.issuperset(pair)}
            for group in groups([self.events[event] for event in sorted(members)], joined, chosen):
                rows += [{"key": told.id, "same_as": None if told is group[0] else group[0].id} for told in group]
        if rows:
            change = update(events).where(events.c.id == bindparam("key")).values(same_as=bindparam("same_as"))
            connection.execute(change, rows)

    def reached(self, touched: set[int]) -> tuple[dict[Pair, float], dict[Pair, bool]]:
        """All links that can be reached from some events, and what analysts chose about those met on the way."""
        links: dict[Pair, float] = {}
        choices: dict[Pair, bool] = {}
        any_chosen = self.connection.scalar(select(event_choices.c.event_id).limit(1)) is not None
        seen, edge = set(touched), set(touched)
        while edge:
            found: set[int] = set()
            some = sorted(edge)
            for part in range(0, len(some), 400):
                near = some[part : part + 400]
                query = select(event_links.c.event_id, event_links.c.other_id, event_links.c.score)
                ends = or_(event_links.c.event_id.in_(near), event_links.c.other_id.in_(near))
                for one, other, score in self.connection.execute(query.where(ends)):
                    links[one, other] = score
                    found |= {one, other}
                if any_chosen:
                    chosen = or_(event_choices.c.event_id.in_(near), event_choices.c.other_id.in_(near))
                    for row in self.connection.execute(select(event_choices).where(chosen)):
                        choices[row.event_id, row.other_id] = bool(row.joined)
                        found |= {row.event_id, row.other_id} if row.joined else set()
            edge = found - seen
            seen |= found
        return links, choices


def groups(told: Sequence[Told], links: dict[Pair, float], choices: dict[Pair, bool] | None = None) -> list[list[Told]]:
    """Events as groups of those who tell them, each headed by the earliest: the likest are joined first.

    Two groups become one where their members are alike on the average, a pair without a link counting as half alike to
    nothing, and no article tells it twice. The order of adding plays no part. `choices` are an analyst's: whether two are one;
    those that he joined stand together from the first, and are as like to others as the likest of them.
    """
    known = {event.id: event for event in told}
    choices = choices or {}
    grouping = Grouping(told, {pair for pair, one in choices.items() if not one})
    chosen = [pair for pair, one in choices.items() if one]
    for pair in sorted(chosen, key=lambda pair: sorted(known[event].order for event in pair)):
        grouping.unite(*pair)
    links = spread(links, {group[0].id: group for group in grouping.members.values() if len(group) > 1}, known)
    grouping.weigh(links)
    for pair in sorted(links, key=lambda pair: (-links[pair], sorted((known[pair[0]].order, known[pair[1]].order)))):
        grouping.unite(*pair, least=ALIKE * 0.75)
    return grouping.groups()


class Grouping:
    """Groups of events, joined two by two; the likeness of every two groups is kept as a sum."""

    def __init__(self, told: Sequence[Told], parted: set[Pair]) -> None:
        self.head = {event.id: event.id for event in told}
        self.members = {event.id: [event] for event in told}
        self.articles = {event.id: {event.article} for event in told}
        self.between: dict[int, dict[int, float]] = {event.id: {} for event in told}
        self.parted = parted

    def weigh(self, links: dict[Pair, float]) -> None:
        """Take the likenesses of pairs into the sums."""
        for (one, other), score in links.items():
            first, second = self.head[one], self.head[other]
            if first != second:
                total = self.between[first].get(second, 0.0) + score
                self.between[first][second] = self.between[second][first] = total

    def unite(self, one: int, other: int, least: float = 0.0) -> None:
        """Make the groups of two events one, unless an analyst parted any of them.

        With `least`, only where they are as much alike on the average and no article tells both.
        """
        first, second = self.head[one], self.head[other]
        if first == second:
            return
        pairs = len(self.members[first]) * len(self.members[second])
        if least and (
            self.between[first].get(second, 0.0) < least * pairs or not self.articles[first].isdisjoint(self.articles[second])
        ):
            return
        if self.parted and any(pair_of(a, b) in self.parted for a in self.members[first] for b in self.members[second]):
            return
        for group, total in self.between.pop(second).items():
            del self.between[group][second]
            if group != first:
                joined = self.between[first].get(group, 0.0) + total
                self.between[group][first] = self.between[first][group] = joined
        self.head |= dict.fromkeys([event.id for event in self.members[second]], first)
        self.articles[first] |= self.articles.pop(second)
        self.members[first] += self.members.pop(second)

    def groups(self) -> list[list[Told]]:
        """The groups, each headed by the earliest, in their order."""
        out = [sorted(group, key=lambda event: event.order) for group in self.members.values()]
        return sorted(out, key=lambda group: group[0].order)


def pair_of(one: Told, other: Told) -> Pair:
    return (min(one.id, other.id), max(one.id, other.id))


def spread(links: dict[Pair, float], joined: dict[int, list[Told]], known: dict[int, Told]) -> dict[Pair, float]:
    """Links in which each of a group that an analyst joined is as like to others as the likest of the group."""
    out = dict(links)
    for group in joined.values():
        inside = {event.id for event in group}
        for other in (event for event in known.values() if event.id not in inside):
            best = max(out.get(pair_of(one, other), 0.0) for one in group)
            out |= {pair_of(one, other): best for one in group if best}
    return out
