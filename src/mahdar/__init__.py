"""Mahdar keeps the minutes of diplomacy: an Arabic news article in, who met whom, said what and did what to whom out.

>>> import mahdar
>>> minutes = mahdar.code("أكد وزير الخارجية الروسي سيرغي لافروف أن بلاده مستعدة للحوار.", published="2020-12-29")
"""

from __future__ import annotations

import gc
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from mahdar.coder.coder import Coder
    from mahdar.minutes import Minutes

__version__ = "0.1.0"
__all__ = ["__version__", "code", "open_coder"]


@cache
def open_coder(lexicon: Path | None = None) -> Coder:
    """The coder, loaded once; with a folder of your own additions to the lexicon, one more for it.

    Raises `mahdar.errors.DataError` where a file of that folder is broken.
    """
    from mahdar.coder.coder import Coder
    from mahdar.languages.ar import Arabic
    from mahdar.lexicon.cache import load

    collecting = gc.isenabled()
    gc.disable()  # there is nothing to collect in tables that are being made: a quarter of the time
    try:
        return Coder(Arabic(), load(Arabic(), lexicon))
    finally:
        if collecting:
            gc.enable()


def code(
    text: str,
    title: str = "",
    published: str | datetime.date | None = None,
    *,
    id: str | None = None,
    source: str | None = None,
    url: str | None = None,
    lexicon: Path | None = None,
) -> Minutes:
    """The minutes of one article. `published` is an ISO day or a date; a string that is none counts as not given.

    A text in another language than Arabic comes back without records, its language in `article.language`.
    """
    import msgspec

    from mahdar.coder.coder import RawArticle
    from mahdar.ingest.language_of import language_of
    from mahdar.ingest.letters import writable
    from mahdar.minutes import Minutes

    day = published if isinstance(published, str | None) else published.isoformat()
    title, text = writable(title), writable(text)
    raw = RawArticle(text, id and writable(id), title, day, source and writable(source), url and writable(url))
    coder = open_coder(lexicon)
    language = language_of(f"{title}\n{text}")
    if language == coder.language.code:
        return coder.code(raw)
    return Minutes(article=msgspec.structs.replace(coder.article(raw), language=language))
