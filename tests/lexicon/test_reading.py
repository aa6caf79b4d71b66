"""Data files read: entries in their order, and what is wrong said with file and line."""

from pathlib import Path

import msgspec
import pytest

from mahdar.errors import DataError
from mahdar.lexicon.entries import Cue, Person
from mahdar.lexicon.reading import at, line_of, read_entries, read_toml

CUES = """# own cues

[[cue]]
id = "one"

  [[ cue ]]
id = "two"
participles = ["هامس"]
[[source]]
id = "three"
words = ["على ذمة"]
[[cue]]
id = "four"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cues.toml"
    path.write_text(CUES, encoding="utf-8")
    return path


def test_entries_come_in_the_order_of_the_file(file: Path) -> None:
    assert [cue.id for cue in read_entries(file, "cue", Cue)] == ["one", "two", "four"]


def test_a_table_that_the_file_lacks_has_no_entries(file: Path) -> None:
    assert read_entries(file, "person", Person) == []


def test_lists_become_tuples(file: Path) -> None:
    assert read_entries(file, "cue", Cue)[1].participles == ("هامس",)


@pytest.mark.parametrize(("index", "line"), [(0, 3), (1, 6), (2, 12)])
def test_the_line_of_an_entry(file: Path, index: int, line: int) -> None:
    assert line_of(file, "cue", index) == line
    assert at(file, "cue", index) == f"{file}:{line}"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('id = "x"\nverbz = []', "verbz"),
        ("verbs = []", "missing required field `id`"),
        ('id = "x"\nverbs = "باح بوح I/a~u"', r"\$\.verbs"),
        ("id = 5", "Expected `str`"),
    ],
)
def test_a_broken_entry_is_named_with_its_line(tmp_path: Path, entry: str, said: str) -> None:
    path = tmp_path / "cues.toml"
    path.write_text(f'[[cue]]\nid = "fine"\n\n[[cue]]\n{entry}\n', encoding="utf-8")
    with pytest.raises(DataError, match=said) as wrong:
        read_entries(path, "cue", Cue)
    assert str(wrong.value).startswith(f"{path}:4: [[cue]]")


def test_a_broken_office_is_named_within_its_person(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    office = '{ office = "minister", since = "2020" }'
    path.write_text(f'[[person]]\nname = "رامي الحسن"\ncode = "JOR"\noffices = [{office}]\n', encoding="utf-8")
    with pytest.raises(DataError, match=r":1: .*since.*offices\[0\]"):
        read_entries(path, "person", Person)


def test_no_toml_is_an_error_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "cues.toml"
    path.write_text('[[cue]]\nid = "x"\nverbs = = []\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"cues\.toml: no valid TOML: .*line 3"):
        read_toml(path)


def test_no_utf8_is_an_error_with_its_byte(tmp_path: Path) -> None:
    path = tmp_path / "cues.toml"
    path.write_bytes(b'id = "' + "قال".encode("cp1256"))
    with pytest.raises(DataError, match=r"cues\.toml: byte 6 is no UTF-8"):
        read_toml(path)


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        read_toml(tmp_path / "cues.toml")


def test_entries_may_come_from_tables_read_before(file: Path) -> None:
    assert [c.id for c in read_entries(file, "cue", Cue, {"cue": [{"id": "only"}]})] == ["only"]


def test_entries_cannot_be_changed(file: Path) -> None:
    cue = read_entries(file, "cue", Cue)[0]
    with pytest.raises(AttributeError):
        cue.id = "other"  # type: ignore[misc]
    assert msgspec.structs.asdict(cue)["id"] == "one"
