"""What the tests of the coder's stages need."""

from collections.abc import Callable

import pytest

from mahdar.coder.coder import Coder, RawArticle

Told = list[tuple[str | None, str, str | None, str]]


@pytest.fixture
def told(coder: Coder) -> Callable[..., Told]:
    """(speaker, mode, cue, content) of each statement of a text."""

    def read(text: str, title: str = "") -> Told:
        minutes = coder.code(RawArticle(text, title=title, published="2021-03-10"))
        names = {actor.id: actor.name for actor in minutes.actors}
        return [
            (
                names[s.speaker] if s.speaker else None,
                s.mode,
                s.cue.exact if s.cue else None,
                " … ".join(c.exact for c in s.content),
            )
            for s in minutes.statements
        ]

    return read
