"""One process or several: the same results in the same order."""

from collections.abc import Iterator

import pytest

from mahdar.coder.coder import Coder, RawArticle
from mahdar.ingest.problem import Problem
from mahdar.scale import processes
from mahdar.scale.processes import chunks, code_all, code_one

PROBLEM = Problem("a.jsonl", "broken", line=2)
SAID = "أكد وزير الخارجية الروسي سيرغي لافروف أن بلاده مستعدة للحوار مع أنقرة."


def items(number: int = 40) -> Iterator[RawArticle | Problem]:
    for n in range(number):
        yield PROBLEM if n % 7 == 3 else RawArticle(f"{SAID} وأضاف أن العدد {n}.", id=str(n), published="2020-12-29")


def test_several_processes_give_what_one_gives() -> None:
    assert list(code_all(items(), jobs=2)) == list(code_all(items()))


def test_problems_keep_their_place() -> None:
    results = list(code_all(items(8)))
    assert [isinstance(result, Problem) for result in results] == [n % 7 == 3 for n in range(8)]


def test_an_error_of_ours_costs_one_article(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Coder, raw: RawArticle) -> None:
        raise KeyError("oops")

    monkeypatch.setattr(Coder, "code", fail)
    result = code_one(coder, RawArticle("نص", id="x"))
    assert str(result) == "x: not coded: KeyError: 'oops'; a fault of Mahdar: please report it"


def test_chunks_are_small_and_keep_the_order() -> None:
    many = list(items(50))
    bundles = list(chunks(many))
    assert [item for bundle in bundles for item in bundle] == many
    assert max(map(len, bundles)) == 16
    assert [len(b) for b in chunks([RawArticle("ع" * 150_000)] * 4)] == [2, 2]


def test_only_a_few_chunks_are_read_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    read = 0

    def counted() -> Iterator[RawArticle | Problem]:
        nonlocal read
        for item in items(600):
            read += 1
            yield item

    results = code_all(counted(), jobs=2)
    next(results)
    assert read <= (2 * processes._AHEAD + 1) * processes._CHUNK
    results.close()  # type: ignore[attr-defined]
