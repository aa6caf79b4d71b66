"""A user's own folder: a file that would go unread is an error, other files are none of ours."""

from pathlib import Path

import pytest

from mahdar.errors import DataError
from mahdar.languages.ar import Arabic
from mahdar.lexicon import cache
from mahdar.lexicon.folder import check_names, one_of, tables_of


def put(folder: Path, name: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("cues.tml", "end in .toml; rename it"),
        ("cues.toml.txt", "end in .toml"),
        ("Cues.TOML", "end in .toml"),
        ("triggers/own.yaml", "end in .toml"),
        ("people/own", "end in .toml"),
        ("cue.toml", "no file of a lexicon; known are cues.toml"),
        ("sub/triggers/own.toml", "no folders within folders; move it to .*/triggers/own.toml"),
        ("triggers/sub/own.toml", "no file of a lexicon"),
        ("sub/cues.toml", "move it to .*/cues.toml"),
        ("sub/people/own.toml", "move it to .*/people/own.toml"),
    ],
)
def test_a_file_that_nothing_reads_is_an_error(tmp_path: Path, name: str, said: str) -> None:
    path = put(tmp_path, name)
    with pytest.raises(DataError, match=said) as wrong:
        check_names(tmp_path)
    assert str(wrong.value).startswith(f"{path}: ")


@pytest.mark.parametrize(
    "name",
    ["cues.toml", "triggers/own.toml", "people/own.toml", "README.md", "triggers/notes.md", "article.txt", ".git/cues.toml"],
)
def test_other_files_are_let_be(tmp_path: Path, name: str) -> None:
    put(tmp_path, name)
    check_names(tmp_path)


@pytest.mark.parametrize("name", ["none", "file"])
def test_what_is_no_folder_is_an_error_even_where_the_lexicon_is_kept(tmp_path: Path, name: str) -> None:
    put(tmp_path, "file")
    cache.load(Arabic())
    with pytest.raises(DataError, match=f"{name}: no such folder"):
        cache.load(Arabic(), tmp_path / name)


@pytest.mark.parametrize(
    ("place", "tables"),
    [
        ("cues.toml", ("cue", "source", "phrase", "headline")),
        ("triggers/own.toml", ("trigger",)),
        ("triggers/light.toml", ("light",)),
        ("triggers/classes_own.toml", ("class",)),
        ("people/own.toml", ("person",)),
        ("people.toml", ("people",)),
        ("dates.toml", None),
    ],
)
def test_the_tables_of_a_file(place: str, tables: tuple[str, ...] | None) -> None:
    assert tables_of(Path(place)) == tables


def test_the_likely_name_is_offered_else_all() -> None:
    assert one_of("cues", ("cue", "source")) == "did you mean 'cue'?"
    assert one_of("x", ("cue", "source")) == "known are cue, source"
