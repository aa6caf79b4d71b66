"""BibTeX of the sources."""

from collections.abc import Callable

from mahdar.export.bibtex import escaped, write
from mahdar.record.query import parse
from mahdar.record.record import Record


def test_what_comes_out(kept: Record, golden: Callable[[str, str], None]) -> None:
    golden("sources.bib", "".join(write(kept, parse(""))))


def test_what_tex_takes_for_its_own() -> None:
    assert escaped("{a}\\ 5% & #1_$ ~^") == r"\{a\}\textbackslash{} 5\% \& \#1\_\$ \textasciitilde{}\textasciicircum{}"
