"""One story, several papers: articles that share their text, found by sketches of it and joined whatever the order of adding.

An article's sketch is the smallest hashes of its word 5-grams (bottom-k sampling: A. Broder, "On the resemblance and
containment of documents", 1997). Two articles that have some in common are compared word for word; alike are those whose
5-grams overlap enough. A story is all articles that alike ones join, and bears the name of its earliest.
"""

import datetime
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import nsmallest
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, or_, select, update

from mahdar.record.indexing import searched
from mahdar.record.schema import articles, sketches, story_links
from mahdar.record.storing import write

SKETCH = 32  # hashes kept of an article; of two that share 15 % of their text, 99 in 100 have one in common
WORDS = 5
_SHARED = 2  # hashes that two must have in common to be compared
_LIKENESS = 0.2  # Jaccard's, of the 5-grams, from which two tell one story
_CONTAINED = 0.6  # share of the shorter one's 5-grams that the longer has, from which they do
_LEAST = 0.18  # Jaccard's, below which no containment counts: a roundup is not each of the stories in it
_DAYS = 7  # between them
_KNOWN = 2_000  # articles whose 5-grams are kept in mind
_SHORTEST = 8  # 5-grams, below which an article is alike to its copies alone
_MIXED = 0x9E3779B97F4A7C15  # an odd number whose bits are in no order, of which products have none either (Knuth)
_BITS = 0xFFFFFFFFFFFF


class Likeness(msgspec.Struct, frozen=True):
    """How much of their text two articles share: Jaccard's of their 5-grams, and the share of the shorter one's."""

    jaccard: float
    containment: float

    @property
    def alike(self) -> bool:
        return self.jaccard >= _LIKENESS or self.containment >= _CONTAINED and self.jaccard >= _LEAST


def grams(words_searched: str) -> set[int]:
    """Hashes of the word 5-grams of a text, given as the index has its words."""
    words = list(map(hashed, words_searched.split()))
    if len(words) < WORDS + _SHORTEST:
        return {sum(word * (n + 1) for n, word in enumerate(words)) & _BITS}
    in_order = zip(words, words[1:], words[2:], words[3:], words[4:], strict=False)
    return {(a * 5 + b * 11 + c * 23 + d * 47 + e * 97) * _MIXED >> 8 & _BITS for a, b, c, d, e in in_order}


@lru_cache(maxsize=200_000)
def hashed(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def sketch(found: set[int]) -> list[int]:
    """The smallest hashes: a fair sample, as they are well mixed."""
    return nsmallest(SKETCH, found)


def likeness(one: set[int], other: set[int]) -> Likeness:
    shared = len(one & other)
    return Likeness(round(shared / len(one | other), 4), round(shared / min(len(one), len(other)), 4))


class StoryTeller:
    """Joins articles that were just stored to the stories of a record; knows the 5-grams of those that it met before."""

    def __init__(self) -> None:
        self.grams: dict[int, set[int]] = {}

    def join(self, connection: Connection, words: dict[int, str]) -> None:
        """Find the stories of articles, new or changed, given with their words as the index has them."""
        ids = list(words)
        self.connection = connection
        if len(self.grams) > _KNOWN:
            self.grams.clear()
        self.grams |= {article: grams(text) for article, text in words.items()}
        new = {row.id: row for row in self.rows(ids)}
        left = self.neighbours(ids)  # whom a changed article was alike to
        self.forget(ids)
        sketched = {article: sketch(self.grams_of(article, new[article].text)) for article in new}
        rows = [{"hash": h, "article_id": article} for article, hashes in sketched.items() for h in hashes]
        write(self.connection, sketches, rows)
        links = [link for pair in self.candidates(sketched) if (link := self.link(*pair, new)) is not None]
        write(self.connection, story_links, links)
        self.name({*new, *left})

    def rows(self, ids: Iterable[int]) -> list[Any]:
        columns = (articles.c.id, articles.c.name, articles.c.published, articles.c.text)
        return list(self.connection.execute(select(*columns).where(articles.c.id.in_(list(ids))).order_by(articles.c.id)))

    def grams_of(self, article: int, text: str) -> set[int]:
        found = self.grams.get(article)
        if found is None:
            found = self.grams[article] = grams(searched(text))
        return found

    def forget(self, ids: Sequence[int]) -> None:
        """Drop what earlier versions of articles left."""
        self.connection.execute(delete(sketches).where(sketches.c.article_id.in_(ids)))
        gone = or_(story_links.c.article_id.in_(ids), story_links.c.other_id.in_(ids))
        self.connection.execute(delete(story_links).where(gone))

    def candidates(self, sketched: dict[int, list[int]]) -> Iterator[tuple[int, int]]:
        """Pairs of articles that share hashes, at least one of them new; the smaller id first, in order."""
        of_hash: dict[int, list[int]] = defaultdict(list)
        hashes = sorted({h for found in sketched.values() for h in found})
        for part in range(0, len(hashes), 900):
            query = select(sketches.c.hash, sketches.c.article_id).where(sketches.c.hash.in_(hashes[part : part + 900]))
            for row in self.connection.execute(query):
                of_hash[row.hash].append(row.article_id)
        shared: dict[tuple[int, int], int] = defaultdict(int)
        for article, found in sketched.items():
            for other in (other for h in found for other in of_hash[h]):
                if other != article and not (other in sketched and other < article):
                    shared[min(article, other), max(article, other)] += 1
        for pair in sorted(shared):
            if shared[pair] >= _SHARED or any(len(sketched.get(article, ())) == 1 for article in pair):
                yield pair

    def link(self, one: int, other: int, known: dict[int, Any]) -> dict[str, Any] | None:
        """The link between two articles that are alike, or None."""
        if missing := [article for article in (one, other) if article not in known]:
            known.update({row.id: row for row in self.rows(missing)})
        first, second = known[one], known[other]
        if apart(first.published, second.published) > _DAYS:
            return None
        found = likeness(self.grams_of(one, first.text), self.grams_of(other, second.text))
        if not found.alike:
            return None
        return {"article_id": one, "other_id": other, "jaccard": found.jaccard, "containment": found.containment}

    def neighbours(self, ids: Iterable[int]) -> set[int]:
        """Those that links join to articles."""
        wanted = list(ids)
        out: set[int] = set()
        for part in range(0, len(wanted), 900):
            some = wanted[part : part + 900]
            query = select(story_links).where(or_(story_links.c.article_id.in_(some), story_links.c.other_id.in_(some)))
            for row in self.connection.execute(query):
                out |= {row.article_id, row.other_id}
        return out

    def name(self, touched: set[int]) -> None:
        """Give every article of the touched stories the name of its story."""
        todo, named = set(touched), []
        while todo:
            story = {min(todo)}
            edge = set(story)
            while edge:
                edge = self.neighbours(edge) - story
                story |= edge
            todo -= story
            query = select(articles.c.id, articles.c.published, articles.c.name).where(articles.c.id.in_(sorted(story)))
            members = self.connection.execute(query).all()
            first = min(members, key=lambda row: (row.published or "9999", row.name))
            named += [{"key": row.id, "story_id": first.id} for row in members]
        if named:
            change = update(articles).where(articles.c.id == bindparam("key")).values(story_id=bindparam("story_id"))
            self.connection.execute(change, named)


def apart(one: str | None, other: str | None) -> int:
    """Days between two dates; none where one is not known."""
    if one is None or other is None:
        return 0
    return abs((datetime.date.fromisoformat(one) - datetime.date.fromisoformat(other)).days)
