"""The kept lexicon: compiled once for one content of its sources, and never an obstacle."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from mahdar.coder.coder import Coder
from mahdar.languages.ar import Arabic
from mahdar.languages.language import Language
from mahdar.lexicon import cache, compiler
from mahdar.lexicon.lexicon import Lexicon


@pytest.fixture
def compiled(coder: Coder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """An empty cache in `tmp_path`/kept, and a compiler that notes each of its runs instead of compiling anew."""
    runs: list[str] = []

    class Quick:
        def __init__(self, language: Language, own: Path | None = None) -> None:
            pass

        def compile(self, version: str) -> Lexicon:
            runs.append(version)
            return msgspec.structs.replace(coder.lexicon, version=version)

    monkeypatch.setattr(compiler, "Compiler", Quick)
    monkeypatch.setattr(cache, "_loaded", {})
    monkeypatch.setenv("MAHDAR_CACHE", str(tmp_path / "kept"))
    yield runs


def forget() -> None:
    """What a new process knows: nothing but what is on disk."""
    cache._loaded.clear()


def kept(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "kept").iterdir())


def test_compiled_once_and_read_ever_after(compiled: list[str], tmp_path: Path) -> None:
    first = cache.load(Arabic())
    forget()
    second = cache.load(Arabic())
    assert len(compiled) == 1
    assert first is not second and first == second


def test_one_process_holds_one_lexicon(compiled: list[str]) -> None:
    assert cache.load(Arabic()) is cache.load(Arabic())


def test_the_file_is_named_after_language_and_version(compiled: list[str], tmp_path: Path) -> None:
    lexicon = cache.load(Arabic())
    assert [path.name for path in kept(tmp_path)] == [f"lexicon-ar-{lexicon.version}.msgpack"]


def test_an_own_folder_gets_a_lexicon_of_its_own(compiled: list[str], tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "cues.toml").write_text("", encoding="utf-8")
    assert cache.load(Arabic()).version != cache.load(Arabic(), own).version
    assert len(kept(tmp_path)) == 2


def test_an_own_file_changed_is_compiled_anew(compiled: list[str], tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "cues.toml").write_text("", encoding="utf-8")
    cache.load(Arabic(), own)
    forget()
    (own / "cues.toml").write_text("# changed\n", encoding="utf-8")
    cache.load(Arabic(), own)
    assert len(set(compiled)) == 2


@pytest.mark.parametrize("damage", [b"", b"\x00", b"no lexicon", b"\x81\xa7version\xa1x"])
def test_a_damaged_file_is_compiled_anew_and_mended(compiled: list[str], tmp_path: Path, damage: bytes) -> None:
    lexicon = cache.load(Arabic())
    (path,) = kept(tmp_path)
    path.write_bytes(damage)
    forget()
    assert cache.load(Arabic()) == lexicon
    assert len(compiled) == 2
    assert cache.read(path) == lexicon


def test_a_file_cut_short_is_compiled_anew(compiled: list[str], tmp_path: Path) -> None:
    cache.load(Arabic())
    (path,) = kept(tmp_path)
    path.write_bytes(path.read_bytes()[:-100])
    forget()
    cache.load(Arabic())
    assert len(compiled) == 2


def test_a_folder_that_cannot_be_written_is_done_without(
    compiled: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("MAHDAR_CACHE", str(tmp_path / "file" / "kept"))
    assert cache.load(Arabic()).version == compiled[0]


def test_a_file_that_cannot_be_put_in_its_place_leaves_nothing_behind(coder: Coder, tmp_path: Path) -> None:
    (tmp_path / "one.msgpack").mkdir()
    cache.write(tmp_path / "one.msgpack", coder.lexicon)
    assert [path.name for path in tmp_path.iterdir()] == ["one.msgpack"]


def test_reading_what_is_not_there_gives_nothing(tmp_path: Path) -> None:
    assert cache.read(tmp_path / "none.msgpack") is None
    assert cache.read(tmp_path) is None


def test_only_the_newest_lexicons_are_kept(coder: Coder, tmp_path: Path) -> None:
    for number in range(8):
        path = tmp_path / f"lexicon-ar-{number}.msgpack"
        path.write_bytes(b"")
        os.utime(path, (time.time() - 1000 + number,) * 2)
    cache.write(tmp_path / "lexicon-ar-new.msgpack", coder.lexicon)
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {f"lexicon-ar-{n}.msgpack" for n in ("3", "4", "5", "6", "7", "new")}


def test_a_lexicon_read_back_is_the_one_written(coder: Coder, tmp_path: Path) -> None:
    cache.write(tmp_path / "one.msgpack", coder.lexicon)
    assert cache.read(tmp_path / "one.msgpack") == coder.lexicon


# --- versions


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "a.toml").write_text("x = 1\n", encoding="utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "b.txt").write_text("كلمة\n", encoding="utf-8")
    return tmp_path


def test_the_version_is_the_content(source: Path) -> None:
    before = cache.version_of([source])
    os.utime(source / "a.toml", (1, 1))
    assert cache.version_of([source]) == before


@pytest.mark.parametrize("name", ["a.toml", "deep/b.txt", "c.toml", "new.py"])
def test_any_data_or_code_file_makes_a_version(source: Path, name: str) -> None:
    before = cache.version_of([source])
    (source / name).write_text("y = 2\n", encoding="utf-8")
    assert cache.version_of([source]) != before


def test_a_file_of_another_name_makes_another_version(source: Path) -> None:
    before = cache.version_of([source])
    (source / "a.toml").rename(source / "z.toml")
    assert cache.version_of([source]) != before


def test_other_files_make_no_version(source: Path) -> None:
    before = cache.version_of([source])
    (source / "note.md").write_text("nothing", encoding="utf-8")
    assert cache.version_of([source]) == before
