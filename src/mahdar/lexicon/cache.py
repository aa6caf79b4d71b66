"""The compiled lexicon, kept on disk under a name made from the content of all its sources."""

import hashlib
import os
import tempfile
from pathlib import Path

import msgspec
from platformdirs import user_cache_path

from mahdar.languages.language import Language
from mahdar.lexicon.lexicon import Lexicon

PACKAGE = Path(__file__).parent.parent
_loaded: dict[tuple[str, Path | None], Lexicon] = {}


def version_of(folders: list[Path]) -> str:
    """A hash of every data and code file that the compiled tables depend on."""
    digest = hashlib.blake2b(digest_size=16)
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.suffix in (".toml", ".txt", ".py")):
            digest.update(str(path.relative_to(folder)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def load(language: Language, own: Path | None = None) -> Lexicon:
    """The lexicon of a language, compiled at first use and kept; with a user's own folder, one more for it.

    Raises DataError where a data file is broken. A cache that cannot be written is done without.
    """
    key = (language.code, own.resolve() if own else None)
    if key in _loaded:
        return _loaded[key]
    if own is not None:
        from mahdar.lexicon.folder import check_names

        check_names(own)
    rooms = [PACKAGE / room for room in ("actors", "places", "ontology", "lexicon")]
    version = version_of([language.folder, *rooms, *([own] if own else [])])
    folder = Path(os.environ.get("MAHDAR_CACHE") or user_cache_path("mahdar"))
    path = folder / f"lexicon-{language.code}-{version}.msgpack"
    lexicon = read(path)
    if lexicon is None:
        from mahdar.lexicon.compiler import Compiler

        lexicon = Compiler(language, own).compile(version)
        write(path, lexicon)
    _loaded[key] = lexicon
    return lexicon


def read(path: Path) -> Lexicon | None:
    """A kept lexicon, or None where there is none or it does not fit."""
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=Lexicon)
    except (OSError, msgspec.MsgspecError):
        return None


def write(path: Path, lexicon: Lexicon) -> None:
    """Keep a lexicon, whole or not at all, and drop older ones of its language."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(msgspec.msgpack.encode(lexicon))
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        kept = sorted(path.parent.glob("lexicon-*.msgpack"), key=lambda p: p.stat().st_mtime)
        for old in kept[:-6]:
            old.unlink(missing_ok=True)
    except OSError:
        return
