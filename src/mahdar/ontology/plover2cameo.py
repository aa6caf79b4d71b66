"""PLOVER events as CAMEO codes: the table `plover2cameo.toml`, which is our own choice of leaves."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec

from mahdar.errors import DataError
from mahdar.ontology.table import HERE, read_entries, read_table


class Leaf(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The CAMEO code of a type, a mode, a context; `goldstein` its published value on Goldstein's scale, where there is one."""

    what: str = msgspec.field(name="for")
    code: str
    goldstein: float | None = None
    why: str = ""


class ToCameo(msgspec.Struct, frozen=True):
    """The whole table: leaves by what they are for, known groups by our codes, roles by sector."""

    leaves: dict[str, Leaf]
    groups: dict[str, str]
    roles: dict[str, str]

    def leaf(self, type_id: str, mode: str | None, contexts: Sequence[str]) -> Leaf:
        """The finest leaf that is certain: by mode and the first context that has one, by mode, by context, by type.

        Raises `DataError` for a type that is none of PLOVER's.
        """
        of_mode = f"{type_id}/{mode or ''}"
        for context in contexts:
            if found := self.leaves.get(f"{of_mode}/{context}"):
                return found
        found = self.leaves.get(of_mode) or self.leaves.get(type_id)
        if found is None:
            raise DataError(f"PLOVER: no event type `{type_id}`")
        return found


def read_to_cameo(path: Path) -> ToCameo:
    """The table at `path`. Raises `DataError` naming file and entry."""
    table = read_table(path)
    leaves = {leaf.what: leaf for leaf in read_entries(path, table, "leaf", Leaf, key="for")}
    try:
        groups, roles = (msgspec.convert(table.get(name, {}), dict[str, str]) for name in ("group", "role"))
    except msgspec.ValidationError as error:
        raise DataError(f"{path}: {error}") from error
    return ToCameo(leaves, groups, roles)


@cache
def load_to_cameo() -> ToCameo:
    """The table as shipped; read once."""
    return read_to_cameo(HERE / "plover2cameo.toml")
