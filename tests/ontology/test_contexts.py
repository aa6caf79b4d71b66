"""The Arabic words of the contexts fit the contexts of the ontology."""

import tomllib
from pathlib import Path

import mahdar.ontology
from mahdar.ontology import load_plover

FILE = Path(mahdar.ontology.__file__).parents[1] / "languages" / "ar" / "contexts.toml"


def test_every_context_has_words() -> None:
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    assert [entry["id"] for entry in table["context"]] == [context.id for context in load_plover().contexts]
    for entry in table["context"]:
        assert len(entry["words"]) >= 8, entry["id"]
        assert len(set(entry["words"])) == len(entry["words"]), entry["id"]


def test_defaults_are_types_and_contexts() -> None:
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    contexts = {context.id for context in load_plover().contexts}
    for type_id, context in table["defaults"].items():
        assert load_plover().type(type_id)
        assert context in contexts
