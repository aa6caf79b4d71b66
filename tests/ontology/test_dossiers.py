"""The dossiers, and an analyst's own file beside them."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from mahdar.errors import DataError
from mahdar.ontology import Dossier, load_dossiers

REQUIRED = """
syria libya karabakh cyprus ukraine covid-19 energy sanctions s-400 eastern-mediterranean yemen palestine iran-nuclear
iraq lebanon israel-palestine-peace gaza jerusalem settlements gulf-crisis turkey-eu nato migration refugees terrorism
isis human-rights climate water nile-dam western-sahara sudan south-sudan darfur ethiopia-tigray somalia eritrea sahel
mali egypt-domestic egypt-turkey afghanistan pakistan kashmir north-korea south-china-sea taiwan uyghurs rohingya
china-us-trade russia-nato arms-control inf-treaty chemical-weapons cyber space oil-opec gas-pipelines belt-and-road
brexit eu-enlargement kosovo bosnia belarus georgia-abkhazia moldova-transnistria venezuela cuba colombia kurds pkk
normalization arab-league-reform gcc-union red-sea-shipping hormuz constitutional-committee astana-process
"""
ARABIC_LETTERS = set("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي")
SAME_LETTER = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ؤ": "ء", "ئ": "ء"})


def fold(word: str) -> str:
    return word.translate(SAME_LETTER)


def by_id(extra: Path | None = None) -> dict[str, Dossier]:
    return {dossier.id: dossier for dossier in load_dossiers(extra)}


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_required_matters_are_there() -> None:
    dossiers = by_id()
    assert len(dossiers) >= 75
    assert set(REQUIRED.split()) <= set(dossiers)


def test_labels_and_slugs() -> None:
    dossiers = load_dossiers()
    for dossier in dossiers:
        assert dossier.label.ar and dossier.label.en, dossier.id
        assert dossier.id == dossier.id.lower() and dossier.id.replace("-", "").isalnum()
    assert len({dossier.label.en for dossier in dossiers}) == len(dossiers)
    assert len({dossier.label.ar for dossier in dossiers}) == len(dossiers)


def test_a_dossier_has_words_or_children() -> None:
    dossiers = load_dossiers()
    parents = {dossier.parent for dossier in dossiers}
    for dossier in dossiers:
        assert dossier.strong or dossier.words or dossier.id in parents, dossier.id


def test_parents_exist_and_do_not_run_in_circles() -> None:
    dossiers = by_id()
    for dossier in dossiers.values():
        steps, at = 0, dossier
        while at.parent is not None:
            at = dossiers[at.parent]
            steps += 1
            assert steps < 10, dossier.id


def test_a_word_points_to_one_dossier() -> None:
    counts = Counter(fold(word) for dossier in load_dossiers() for word in (*dossier.strong, *dossier.words))
    assert [word for word, count in counts.items() if count > 1] == []


def test_words_are_clean_arabic() -> None:
    for dossier in load_dossiers():
        for word in (*dossier.strong, *dossier.words, *dossier.unless):
            assert word == unicodedata.normalize("NFC", word).strip()
            assert len(word) > 2, (dossier.id, word)
            arabic = [letter for letter in word if letter.isalpha() and not letter.isascii()]
            assert set(arabic) <= ARABIC_LETTERS, (dossier.id, word)


def test_a_file_of_ones_own_adds_and_extends(tmp_path: Path) -> None:
    text = """
[[dossier]]
id = "syria"
words = ["القلمون", "السوري"]

[[dossier]]
id = "panama-canal"
label = { ar = "قناة بنما", en = "Panama Canal" }
parent = "americas"
strong = ["قناة بنما"]
"""
    shipped, merged = by_id(), by_id(write(tmp_path, text))
    assert merged["syria"].words == (*shipped["syria"].words, "القلمون")
    assert merged["syria"].label == shipped["syria"].label
    assert merged["syria"].strong == shipped["syria"].strong
    assert merged["syria"].parent == "arab-mashreq"
    assert merged["panama-canal"].strong == ("قناة بنما",)
    assert set(merged) == {*shipped, "panama-canal"}
    assert by_id() == shipped


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[dossier]]\nid = "x"\nlabel = { ar = "س" }\nparent = "nowhere"', "x: its parent `nowhere` is no dossier"),
        ('[[dossier]]\nid = "arab-mashreq"\nparent = "syria"', "in a circle"),
        ('[[dossier]]\nid = "syria"\nstrongs = ["س"]', "syria: .*unknown field `strongs`"),
        ('[[dossier]]\nid = "x"', "x: no label"),
        ('[[dossier]]\nlabel = { ar = "س" }', "number 1: .*missing required field `id`"),
        ('[[dossier]]\nid = "syria"\nwords = "سوريا"', "syria: .*got `str`"),
        ('[[dossier]]\nid = "syria"\nwords = [" "]', "syria: an empty word"),
        ('[[dossier]]\nid = "syria"\n[[dossier]]\nid = "syria"', "syria: stands twice"),
        ('[[dossiers]]\nid = "syria"', "unknown key `dossiers`"),
        ('[dossier]\nid = "syria"', "is no list"),
        ("dossier = ", "not TOML"),
    ],
)
def test_a_broken_file_is_named_with_its_entry(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(DataError, match=message) as caught:
        load_dossiers(write(tmp_path, text))
    assert "mine.toml" in str(caught.value)


def test_an_absent_file(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        load_dossiers(tmp_path / "absent.toml")
