"""The figures on the two halves of a gold set, with bootstrap intervals: one half is tuned on, the other is not looked at.

    python bench/halves.py [shared folder]

The halves are drawn by a fixed seed, by article. An interval is the middle 90 % of the figure over articles drawn again and
again with replacement (percentile bootstrap, Efron 1979). What a rule gains on the first half alone, it has learnt by heart.
"""

import argparse
import importlib.util
import json
import random
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

from mahdar.coder.coder import RawArticle
from mahdar.minutes import encode

SEED = 2015
DRAWS = 1000
MIDDLE = 0.90
ATTRIBUTES = ("event status", "event mode", "event date", "event place")

Counts = dict[str, tuple[int, int]]  # figure: (twice what is right, gold and found together), or (right, of)


def halves(ids: list[str]) -> tuple[list[str], list[str]]:
    """The articles for tuning, and those that are not looked at."""
    drawn = sorted(ids)
    random.Random(SEED).shuffle(drawn)
    middle = len(drawn) // 2
    return drawn[:middle], drawn[middle:]


def load_scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def counts_of(scorer: ModuleType, gold: dict[str, Any], found: dict[str, Any]) -> Counts:
    """What one article adds to each figure."""
    counted, attributes, _ = scorer.score({gold["id"]: gold}, {gold["id"]: found})
    out = {name: (2 * c["tp"], c["gold"] + c["found"]) for name, c in counted.items()}
    return out | {name: (a["right"], a["of"]) for name, a in attributes.items() if name in ATTRIBUTES}


def figures(articles: list[Counts]) -> dict[str, float]:
    """F1, or the share that is right, over articles."""
    right: dict[str, int] = defaultdict(int)
    of: dict[str, int] = defaultdict(int)
    for article in articles:
        for name, (r, n) in article.items():
            right[name] += r
            of[name] += n
    return {name: right[name] / of[name] for name in of if of[name]}


def interval(articles: list[Counts], name: str, draw: random.Random) -> tuple[float, float]:
    """The middle of the figure over articles drawn with replacement."""
    drawn = sorted(figures(draw.choices(articles, k=len(articles))).get(name, 0.0) for _ in range(DRAWS))
    edge = int(DRAWS * (1 - MIDDLE) / 2)
    return drawn[edge], drawn[-edge - 1]


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("shared", nargs="?", type=Path, default=Path("../shared"))
    shared = ask.parse_args().shared
    if not (shared / "gold" / "dev" / "gold.json").is_file():
        ask.exit(2, f"{shared / 'gold' / 'dev' / 'gold.json'} is not there: give the folder that holds gold/dev\n")
    import mahdar

    scorer = load_scorer(shared / "gold" / "score.py")
    coder = mahdar.open_coder()
    gold = {g["id"]: g for g in json.loads((shared / "gold" / "dev" / "gold.json").read_text("utf-8"))}
    counted: dict[str, Counts] = {}
    for a in json.loads((shared / "gold" / "dev" / "articles.json").read_text("utf-8")):
        raw = RawArticle(text=a["text"], id=a["id"], title=a["title"], published=a["date"][:10], source=a["source"])
        minutes = json.loads(encode(coder.code(raw)))
        counted[a["id"]] = counts_of(scorer, gold[a["id"]], scorer.simplify(minutes, a, []))
    tuned, held = halves(list(counted))
    groups = {
        "tuned on": [counted[i] for i in tuned],
        "not looked at": [counted[i] for i in held],
        "both": list(counted.values()),
    }
    print(f"{'':28}" + "".join(f"{name + f' ({len(group)})':>26}" for name, group in groups.items()))
    for name in figures(groups["both"]):
        cells = []
        for group in groups.values():
            low, high = interval(group, name, random.Random(SEED))
            cells.append(f"{figures(group).get(name, 0.0):.3f}  {low:.3f} to {high:.3f}")
        print(f"{name:28}" + "".join(f"{cell:>26}" for cell in cells))


if __name__ == "__main__":
    main()
