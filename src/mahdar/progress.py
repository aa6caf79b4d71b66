"""A progress bar on standard error, where that is a terminal."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def watched(items: Iterable[T], total: Callable[[], int | None]) -> Iterator[T]:
    """The items, with a bar that moves as they pass. `total` is asked only where there is a bar."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("articles"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    # What is printed meanwhile goes above the bar; standard output only where it is the same terminal.
    with Progress(*columns, console=console, transient=True, redirect_stdout=sys.stdout.isatty()) as bar:
        task = bar.add_task("articles", total=total())
        for item in items:
            bar.advance(task)
            yield item
