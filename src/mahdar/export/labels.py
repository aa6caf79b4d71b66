"""The names of things in the readable minutes, in Arabic or English."""

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from mahdar.errors import DataError
from mahdar.minutes import Actor, Event, Label
from mahdar.ontology.dossiers import load_dossiers
from mahdar.ontology.plover import load_plover
from mahdar.ontology.table import read_table

Script = Literal["ar", "en"]
PATH = Path(__file__).parent / "labels.toml"


@cache
def words() -> dict[str, dict[str, Label]]:
    """The tables of `labels.toml`."""
    try:
        return msgspec.convert(read_table(PATH), dict[str, dict[str, Label]])
    except msgspec.ValidationError as wrong:
        raise DataError(f"{PATH}: {wrong}") from None


class Labels:
    """Names in one script; where it has none, the other script's, then the code itself."""

    def __init__(self, script: Script, dossiers: Path | None = None) -> None:
        self.script = script
        self.other: Script = "en" if script == "ar" else "ar"
        self.dossiers = {dossier.id: dossier.label for dossier in load_dossiers(dossiers)}
        self.types = {event_type.id: event_type for event_type in load_plover().types}
        self.statuses = {str(status.id): status.label for status in load_plover().statuses}
        self.contexts = {context.id: context.label for context in load_plover().contexts}

    def of(self, label: Label | None, otherwise: str = "") -> str:
        if label is None:
            return otherwise
        return getattr(label, self.script) or getattr(label, self.other) or otherwise

    def word(self, table: str, key: str) -> str:
        """A word of `labels.toml`."""
        return self.of(words()[table].get(key), key)

    def actor(self, actor: Actor) -> str:
        """The actor's name in this script, else as the article has it."""
        return getattr(actor.label, self.script) or actor.name

    def event(self, event: Event) -> str:
        """Type and, where there is one, mode: `Consult (Visit)`."""
        event_type = self.types.get(event.type)
        if event_type is None:
            return event.type
        modes = {mode.id: mode.label for mode in event_type.modes}
        mode = f" ({self.of(modes.get(event.mode), event.mode)})" if event.mode else ""
        return self.of(event_type.label, event.type) + mode

    def status(self, status: str) -> str:
        return self.of(self.statuses.get(status), status)

    def context(self, context: str) -> str:
        return self.of(self.contexts.get(context), context)

    def dossier(self, dossier: str) -> str:
        return self.of(self.dossiers.get(dossier), dossier)
