"""How long an archive takes to code, JSONL in, JSONL out, as a multiple of a floor measured in the same run.

    python bench/code_archive.py [archive.jsonl] [--rounds N]

The floor is reading the JSON and finding `\\w+` in each text. Each round is a process of its own on one core, with
nothing analysed beforehand, that measures floor, coding, floor, in seconds of the processor: what else the machine does
is no part of it. Coding is all that `mahdar code` does: loading the coder, reading and checking the articles, coding
them, writing the minutes. Without an archive, articles are generated.
"""

import argparse
import compileall
import json
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MOST_TIMES_THE_FLOOR = 120
MOST_MEMORY = 350  # MB


def floor(archive: Path) -> float:
    """Seconds for the JSON and the words."""
    begun = time.process_time()
    words = re.compile(r"\w+")
    with archive.open("rb") as lines:
        for line in lines:
            words.findall(json.loads(line)["text"])
    return time.process_time() - begun


def measure(archive: Path) -> dict[str, float]:
    """One round, in this process: floor, coding, floor."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    before = [floor(archive) for _ in range(3)]
    begun = time.process_time()
    import mahdar
    from mahdar.ingest.problem import Problem
    from mahdar.ingest.reading import read_file
    from mahdar.scale.processes import code_all

    mahdar.open_coder()
    loaded = time.process_time()
    articles = written = 0
    with tempfile.TemporaryFile() as out:
        for minutes in code_all(read_file(archive)):
            if not isinstance(minutes, Problem):
                articles += 1
                written += out.write(minutes + b"\n")
    ended = time.process_time()
    after = [floor(archive) for _ in range(3)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "floor": statistics.median(before + after),
        "loading": loaded - begun,
        "seconds": ended - begun,
        "articles": articles,
        "written": written / 1e6,
        "memory": peak / (1 << 20 if sys.platform == "darwin" else 1 << 10),
    }


def generated(path: Path, number: int = 500) -> Path:
    """An archive made of the sentences of the project's own articles, in another order in each."""
    own = Path(__file__).parent.parent / "tests" / "gold" / "articles.json"
    sentences = [s for a in json.loads(own.read_text(encoding="utf-8")) for s in a["text"].split("\n") if s]
    chance = random.Random(1)
    with path.open("w", encoding="utf-8") as out:
        for n in range(number):
            text = "\n".join(chance.sample(sentences, 8))
            row = {"id": f"generated-{n}", "title": "", "published": "2022-06-14", "text": text}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("archive", nargs="?", type=Path)
    ask.add_argument("--rounds", type=int, default=3)
    ask.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    args = ask.parse_args()
    if args.measure:
        print(json.dumps(measure(args.archive)))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        archive = args.archive
        if archive is None or not archive.is_file():
            archive = generated(Path(folder) / "generated.jsonl")
        return report(archive, args.rounds)


def report(archive: Path, rounds: int) -> int:
    """Runs the rounds and prints what came of them; 1 where a limit is not kept."""
    import mahdar

    mahdar.open_coder()  # compiles the lexicon where that has not been done: once for all runs, no part of any
    compileall.compile_dir(Path(mahdar.__file__).parent, quiet=1)  # so does an installation with the code
    command = [sys.executable, __file__, "--measure", str(archive)]
    results: list[dict[str, float]] = []
    for number in range(rounds):
        results.append(json.loads(subprocess.run(command, capture_output=True, check=True).stdout))
        result = results[-1]
        print(
            f"round {number + 1}: floor {result['floor'] * 1000:.0f} ms, coding {result['seconds']:.2f} s (loading "
            f"{result['loading']:.2f} s of it), ratio {result['seconds'] / result['floor']:.1f}",
            flush=True,
        )
    ratio = statistics.median(r["seconds"] / r["floor"] for r in results)
    seconds = statistics.median(r["seconds"] for r in results)
    memory = max(r["memory"] for r in results)
    articles = int(results[0]["articles"])
    print(f"archive: {archive.name}, {articles} articles, {results[0]['written']:.1f} MB of minutes")
    print(f"speed:   {articles / seconds:.0f} articles a second, on one core")
    print(f"memory:  {memory:.0f} MB at most   (limit {MOST_MEMORY})   {verdict(memory <= MOST_MEMORY)}")
    print(f"ratio:   {ratio:.1f}   (limit {MOST_TIMES_THE_FLOOR})   {verdict(ratio <= MOST_TIMES_THE_FLOOR)}")
    return 0 if memory <= MOST_MEMORY and ratio <= MOST_TIMES_THE_FLOOR else 1


def verdict(good: bool) -> str:
    return "kept" if good else "NOT KEPT"


if __name__ == "__main__":
    sys.exit(main())
