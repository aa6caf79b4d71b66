"""Names in Arabic and English, complete in both."""

import typing

import pytest

from mahdar import minutes as records
from mahdar.export.labels import Labels, Script, words
from mahdar.minutes import Actor, Label


def test_every_word_has_both_scripts() -> None:
    for table, entries in words().items():
        for key, label in entries.items():
            assert label.ar and label.en, f"{table}.{key}"


@pytest.mark.parametrize(
    ("table", "values"),
    [("mode", records.SpeechMode), ("stance", records.Stance), ("strength", records.Strength)],
)
def test_every_value_has_a_word(table: str, values: object) -> None:
    assert set(typing.get_args(values)) == set(words()[table])


@pytest.mark.parametrize("script", ["ar", "en"])
def test_what_has_no_label_is_itself(script: Script) -> None:
    labels = Labels(script)
    assert labels.dossier("no-such-dossier") == "no-such-dossier"
    assert labels.context("no-such-context") == "no-such-context"
    assert labels.word("word", "no-such-word") == "no-such-word"


def test_an_actor_without_a_label_has_the_article_s_name() -> None:
    actor = Actor("a1", "سعد", Label(), "UNK", "person", None, None, None, ())
    assert Labels("en").actor(actor) == "سعد"
