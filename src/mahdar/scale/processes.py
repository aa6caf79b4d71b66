"""Articles in, minutes out, in the order of the input, by one process or by several.

What comes out is the same whatever the number of processes. Only a few chunks are under way at a time, so that an
archive of any size passes through bounded memory.
"""

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path

import mahdar
from mahdar.coder.coder import Coder, RawArticle
from mahdar.errors import MahdarError
from mahdar.ingest.problem import Problem
from mahdar.minutes import encode

Item = RawArticle | Problem
Result = bytes | Problem

_CHUNK = 16  # items
_CHUNK_CHARACTERS = 200_000
_COLLECTION = (1_000_000, 20, 20)  # thresholds of Python's collector while an archive is coded
_AHEAD = 3  # chunks under way for each process


def code_all(items: Iterable[Item], jobs: int = 1, lexicon: Path | None = None) -> Iterator[Result]:
    """The minutes of articles, each as a line of JSON; problems pass through in their place.

    Raises `mahdar.errors.DataError` where a file of the user's own lexicon is broken.
    """
    coder = mahdar.open_coder(lexicon)  # also with several processes: it compiles the lexicon once, for all of them
    if jobs > 1:
        yield from by_processes(items, jobs, lexicon)
    else:
        with rare_collection():
            for item in items:
                yield code_one(coder, item)


@contextmanager
def rare_collection() -> Iterator[None]:
    """Garbage collected seldom, and the lexicon left out of it: an article makes many small objects and few cycles.

    Measured on the July archive: a fifth of the time.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*_COLLECTION)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def code_one(coder: Coder, item: Item) -> Result:
    """The minutes of one article; an error of ours costs this article and no more."""
    if isinstance(item, Problem):
        return item
    name = item.id or item.url or item.title[:60] or "article"
    try:
        return encode(coder.code(item))
    except MahdarError as wrong:
        return Problem(name, str(wrong))
    except Exception as wrong:
        return Problem(name, f"not coded: {type(wrong).__name__}: {wrong}", "a fault of Mahdar: please report it")


def by_processes(items: Iterable[Item], jobs: int, lexicon: Path | None) -> Iterator[Result]:
    """As `code_all`, by a pool of processes that each load the coder once."""
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, spawn, start, (lexicon,))
    waiting: deque[Future[list[Result]]] = deque()
    try:
        for chunk in chunks(items):
            waiting.append(pool.submit(code_chunk, chunk, lexicon))
            if len(waiting) >= jobs * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise MahdarError("a process of --jobs died, perhaps for want of memory; try fewer") from None
    finally:
        pool.shutdown(cancel_futures=True)


def chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Items in bundles that are worth the way to another process."""
    bundle: list[Item] = []
    characters = 0
    for item in items:
        bundle.append(item)
        characters += 0 if isinstance(item, Problem) else len(item.text)
        if len(bundle) == _CHUNK or characters > _CHUNK_CHARACTERS:
            yield bundle
            bundle, characters = [], 0
    if bundle:
        yield bundle


def start(lexicon: Path | None) -> None:
    """Make a process ready: the coder loaded, Ctrl-C left to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    mahdar.open_coder(lexicon)
    gc.freeze()
    gc.set_threshold(*_COLLECTION)


def code_chunk(chunk: list[Item], lexicon: Path | None) -> list[Result]:
    coder = mahdar.open_coder(lexicon)
    return [code_one(coder, item) for item in chunk]
