"""A progress bar on standard error, where that is a terminal and the output goes elsewhere."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def watched(items: Iterable[T], total: Callable[[], int | None]) -> Iterator[T]:
    """The items, with a bar that moves as they pass. `total` is asked only where there is a bar."""
    if not sys.stderr.isatty() or sys.stdout.isatty():  # output on the same terminal shows the progress itself
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("articles"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # Messages on standard error go above the bar; standard output is left alone.
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("articles", total=total())
        for item in items:
            bar.advance(task)
            yield item
