"""The command line, run as its users run it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import mahdar
from mahdar.minutes import decode

ARTICLE = (
    "أكد وزير الخارجية الروسي سيرغي لافروف، بعد لقائه نظيره التركي مولود جاويش أوغلو في موسكو اليوم الاثنين، "
    "أن بلاده ترفض العقوبات الأميركية.\nوأضاف لافروف أن موسكو ستواصل الحوار مع أنقرة."
)


def line(number: int, **more: object) -> bytes:
    row = {"id": f"n{number}", "title": "لافروف يلتقي نظيره التركي", "published": "2021-03-01", "text": ARTICLE}
    return json.dumps(row | more, ensure_ascii=False).encode() + b"\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Lines good and bad; the good ones differ."""
    path = tmp_path / "archive.jsonl"
    rows = [line(n, text=ARTICLE + f" وقال لافروف إن العدد {n}.") for n in range(30)]
    path.write_bytes(b"".join([*rows[:10], b'{"text": broken\n', *rows[10:20], line(99, published="soon"), *rows[20:]]))
    return path


def test_version(run) -> None:  # type: ignore[no-untyped-def]
    assert run("--version").stdout == f"mahdar {mahdar.__version__}\n".encode()


def test_help_names_the_commands(run) -> None:  # type: ignore[no-untyped-def]
    ran = run("--help")
    assert ran.returncode == 0
    assert all(command in ran.stdout for command in (b"code", b"explain", b"schema", b"lexicon"))


def test_schema(run) -> None:  # type: ignore[no-untyped-def]
    assert "Minutes" in json.loads(run("schema").stdout)["$defs"]


def test_a_text_file_as_text(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "talks.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    ran = run("code", path)
    assert (ran.returncode, ran.stderr) == (0, b"")
    text = ran.stdout.decode()
    assert "Who met whom" in text and "Who said what" in text and "أن بلاده ترفض العقوبات الأميركية" in text
    arabic = run("code", path, "--labels", "ar").stdout.decode()
    assert "من التقى من" in arabic and "Who" not in arabic


def test_json_and_jsonl_say_the_same(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "a.jsonl"
    path.write_bytes(line(1) + line(2))
    lines = run("code", path, "--format", "jsonl").stdout.splitlines()
    assert json.loads(run("code", path, "--format", "json").stdout) == [json.loads(each) for each in lines]
    assert [decode(each).article.id for each in lines] == ["n1", "n2"]


def test_a_bad_line_costs_itself_alone(run, archive: Path) -> None:  # type: ignore[no-untyped-def]
    ran = run("code", archive, "--format", "jsonl")
    assert ran.returncode == 1
    assert len(ran.stdout.splitlines()) == 31
    assert ran.stderr.decode().splitlines() == [
        f"mahdar: {archive}:11: no article: JSON is malformed: invalid character (byte 9); the line is skipped",
        f"mahdar: {archive}:22: the date 'soon' is none; coded without a date; write it as 2020-12-29",
    ]


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_the_same_bytes_whatever_the_number_of_processes(run, archive: Path, form: str) -> None:  # type: ignore[no-untyped-def]
    one, again, two = (run("code", archive, "--format", form, "--jobs", jobs) for jobs in ("1", "1", "2"))
    assert one.stdout == again.stdout == two.stdout
    assert one.stderr == two.stderr
    assert one.returncode == two.returncode == 1


def test_standard_input(run) -> None:  # type: ignore[no-untyped-def]
    ran = run("code", "-", "--format", "jsonl", stdin=line(1))
    assert (ran.returncode, decode(ran.stdout).article.id) == (0, "n1")


BAD = {
    "empty.txt": b"",
    "signs.txt": b"123 ... !!",
    "english.txt": b"The minister met his counterpart in Paris today.",
    "long.txt": ARTICLE.replace("\n", " ").encode() * 30_000,
    "nul.txt": ARTICLE.encode() + "\x00\u202e".encode(),
    "bytes.txt": b"\xe6\xe7",
    "surrogate.jsonl": b'{"text": "\\ud800 \xd9\x82\xd8\xa7\xd9\x84"}',
    "date.jsonl": b'{"text": "\xd9\x82\xd8\xa7\xd9\x84", "published": "tomorrow"}',
    "page.pdf": b"%PDF",
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_on_standard_error(run, tmp_path: Path, name: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / name
    path.write_bytes(BAD[name])
    ran = run("code", path, "--format", "jsonl")
    assert ran.returncode == 1
    (message,) = ran.stderr.decode().splitlines()
    assert message.startswith(f"mahdar: {path}")
    coded = name in ("nul.txt", "surrogate.jsonl", "date.jsonl")
    assert len(ran.stdout.splitlines()) == coded


def test_a_closed_pipe_is_quiet(archive: Path) -> None:
    command = [sys.executable, "-m", "mahdar.cli", "code", *[str(archive)] * 20, "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
    assert b"Traceback" not in said and b"Broken" not in said


def test_explain_names_rules(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "talks.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    ran = run("explain", path)
    assert ran.returncode == 0
    text = ran.stdout.decode()
    assert " · rule " in text and "statement s1" in text


OWN = """
[[dossier]]
id = "chess"
label = { ar = "الشطرنج", en = "Chess" }
strong = ["بطولة الشطرنج"]
"""


def test_own_lexicon(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    own = tmp_path / "own"
    own.mkdir()
    (own / "dossiers.toml").write_text(OWN, encoding="utf-8")
    ran = run("lexicon", "check", own)
    assert (ran.returncode, ran.stdout.decode()) == (0, f"{own / 'dossiers.toml'}: in order\n")
    path = tmp_path / "chess.txt"
    path.write_text("قال وزير الخارجية الروسي سيرغي لافروف إن بطولة الشطرنج ستقام في موسكو.", encoding="utf-8")
    ran = run("code", path, "--lexicon", own)
    assert "Chess" in ran.stdout.decode()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("dossiers.toml", "[[dossier]]\nid = 5", "dossiers.toml"),
        ("cues.toml", '\n[[cue]]\nid = "x"\nverb = []', "cues.toml:2: [[cue]] Object contains unknown field `verb`"),
        ("cues.toml", "[[cue", "cues.toml: no valid TOML"),
        ("typo.toml", "", "typo.toml: no file of a lexicon"),
    ],
)
def test_a_broken_lexicon_names_file_and_line(run, tmp_path: Path, name: str, content: str, message: str) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / name).write_text(content, encoding="utf-8")
    for command in (("lexicon", "check", tmp_path), ("code", "-", "--lexicon", tmp_path)):
        ran = run(*command)
        assert ran.returncode == 1
        (said,) = ran.stderr.decode().splitlines()
        assert message in said


def test_an_empty_lexicon_folder_is_said(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    ran = run("lexicon", "check", tmp_path)
    assert ran.returncode == 1 and b"no .toml file" in ran.stderr
    assert run("lexicon", "check", tmp_path / "none").returncode == 1
