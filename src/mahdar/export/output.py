"""Where an export goes: a file that appears whole or not at all, standard output, a folder."""

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from mahdar.errors import ExportError

STANDARD_OUTPUT = "-"


def into_file(name: str, pieces: Iterable[str], newline: str = "\n") -> None:
    """Write pieces into a file, or to standard output (`-`). Raises `ExportError` where it cannot be written."""
    if name == STANDARD_OUTPUT:
        for piece in pieces:
            sys.stdout.write(piece.replace("\n", newline))
        return
    path = Path(name).resolve()  # a link stays one
    if path.is_dir():
        raise ExportError(f"{name}: a folder; name a file in it")
    if path.exists() and not path.is_file():  # a pipe or a device, which nothing may replace
        with path.open("w", encoding="utf-8", newline=newline) as stream:
            stream.writelines(pieces)
        return
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    try:
        with partial.open("w", encoding="utf-8", newline=newline) as stream:
            stream.writelines(pieces)
        partial.replace(path)
    except OSError as wrong:
        raise ExportError(f"{name}: cannot be written ({wrong.strerror or wrong})") from wrong
    finally:
        partial.unlink(missing_ok=True)


def into_folder(name: str, form: str, write: Callable[[Path], None]) -> None:
    """Make a folder and have it filled; files of the same names in it are replaced. Raises `ExportError`."""
    if name == STANDARD_OUTPUT:
        raise ExportError(f"{form} makes a folder of files; name one with --out")
    path = Path(name)
    try:
        path.mkdir(parents=True, exist_ok=True)
        write(path)
    except FileExistsError:
        raise ExportError(f"{path}: a file; {form} makes a folder, name another") from None
    except OSError as wrong:
        raise ExportError(f"{path}: cannot be written ({wrong.strerror or wrong})") from wrong
