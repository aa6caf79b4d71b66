"""Which entries of the lexicon made records in an archive, and which none: what is never read may be wrong or not needed."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from mahdar.lexicon.lexicon import Lexicon
from mahdar.minutes import Minutes

# The entries that the `rule` of each kind of record names: the table that they stand in, their field in the lexicon.
TABLES = {
    "events": (("trigger", "triggers"),),
    "statements": (("cue", "cues"), ("phrase", "speech"), ("source", "sources"), ("headline", "headlines")),
    "positions": (("stance", "stances"), ("judgement", "judgements")),
    "commitments": (("pledge", "pledges"),),
}


class Use(msgspec.Struct, frozen=True):
    """An entry of the lexicon and how many records it made."""

    table: str
    id: str
    records: int


def coverage(lexicon: Lexicon, minutes: Iterable[Minutes]) -> list[Use]:
    """All entries: those without a record as the lexicon has them, then the others, the most used last."""
    made: Counter[tuple[str, str]] = Counter()
    for each in minutes:
        made.update((kind, record.rule) for kind in TABLES for record in getattr(each, kind))
    uses = [
        Use(table, entry.id, made[kind, entry.id])
        for kind, tables in TABLES.items()
        for table, field in tables
        for entry in getattr(lexicon, field)
    ]
    return sorted(uses, key=lambda use: use.records)


def rows(uses: Iterable[Use]) -> Iterable[str]:
    """A line for each entry, its columns between tabs, with a line of their names before."""
    yield "\t".join(Use.__struct_fields__) + "\n"
    for use in uses:
        yield f"{use.table}\t{use.id}\t{use.records}\n"


def document(uses: list[Use]) -> str:
    """The entries as an indented JSON array."""
    return msgspec.json.format(msgspec.json.encode(uses), indent=2).decode("utf-8") + "\n"
