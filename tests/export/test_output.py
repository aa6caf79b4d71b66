"""Files appear whole or not at all; what cannot be written is one line."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mahdar.errors import ExportError
from mahdar.export.output import into_file, into_folder


def test_a_file_that_is_not_finished_is_not_there(tmp_path: Path) -> None:
    def broken() -> Iterator[str]:
        yield "a"
        raise ValueError("in the middle")

    (tmp_path / "f").write_text("before", encoding="utf-8")
    with pytest.raises(ValueError, match="in the middle"):
        into_file(str(tmp_path / "f"), broken())
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("f", "before")]
    into_file(str(tmp_path / "f"), ["a\n", "b\n"], "\r\n")
    assert (tmp_path / "f").read_bytes() == b"a\r\nb\r\n"


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("x", encoding="utf-8")
    with pytest.raises(ExportError, match="a folder"):
        into_file(str(tmp_path), ["a"])
    with pytest.raises(ExportError, match="cannot be written"):
        into_file(str(tmp_path / "no" / "f"), ["a"])
    with pytest.raises(ExportError, match="csv makes a folder of files"):
        into_folder("-", "csv", lambda folder: None)
    with pytest.raises(ExportError, match="a file; csv makes a folder"):
        into_folder(str(tmp_path / "f"), "csv", lambda folder: None)


def test_links_and_pipes_stay_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "f")
    into_file(str(tmp_path / "link"), ["a"])
    assert (tmp_path / "link").is_symlink() and (tmp_path / "f").read_text(encoding="utf-8") == "a"
    os.mkfifo(tmp_path / "pipe")
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit((tmp_path / "pipe").read_text, encoding="utf-8")
        into_file(str(tmp_path / "pipe"), ["a", "b"])
        assert read.result(10) == "ab"
    assert (tmp_path / "pipe").is_fifo()
