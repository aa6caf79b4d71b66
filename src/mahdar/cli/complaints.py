"""What is wrong with the input, said on standard error while the rest goes on."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

import typer

if TYPE_CHECKING:
    from mahdar.ingest.problem import Problem

T = TypeVar("T")


class Complaints:
    """Messages on standard error, one line each; the exit code tells whether there were any."""

    def __init__(self) -> None:
        self.any = False

    def sift(self, items: "Iterable[T | Problem]") -> "Iterator[T]":
        """The items that are no problems; those are said."""
        from mahdar.ingest.problem import Problem

        for item in items:
            if isinstance(item, Problem):
                self.any = True
                typer.echo(f"mahdar: {item}", err=True)
            else:
                yield item

    def exit(self) -> typer.Exit:
        return typer.Exit(1 if self.any else 0)
