"""The figures on the two halves of a gold set, with bootstrap intervals: one half is tuned on, the other is not looked at.

    python bench/halves.py [shared folder]

After them come 80 articles of July with gold of our own (`july/`, words as places in the article, as the articles are not
ours to give): the errors of `read` are read, `kept` is for figures only; both were drawn by a fixed seed from all of July,
opinion and home news with diplomacy, and annotated from the articles alone by the gold's guidelines.

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

from mahdar.coder.coder import Coder, RawArticle
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


Coded = dict[str, Counts]  # by article


def counted(scorer: ModuleType, coder: Coder, articles: list[dict[str, Any]], gold: dict[str, Any]) -> Coded:
    """The articles coded, each with what it adds to the figures."""
    out: Coded = {}
    for a in articles:
        day = (a.get("date") or a.get("published") or "")[:10]
        raw = RawArticle(text=a["text"], id=a["id"], title=a["title"], published=day, source=a["source"])
        minutes = json.loads(encode(coder.code(raw)))
        out[a["id"]] = counts_of(scorer, gold[a["id"]], scorer.simplify(minutes, a, []))
    return out


def in_words(row: dict[str, Any], whole: str) -> dict[str, Any]:
    """Gold whose words are given as places in title, newline, text, with the words themselves."""

    def words(line: dict[str, Any], *names: str) -> dict[str, Any]:
        return line | {name: whole[slice(*line[name])] if line[name] else None for name in names}

    spans = {
        "statements": ("cue", "content"),
        "events": ("place", "evidence"),
        "positions": ("evidence",),
        "commitments": ("what",),
    }
    return row | {kind: [words(line, *names) for line in row[kind]] for kind, names in spans.items()}


def july(scorer: ModuleType, coder: Coder, corpus: Path) -> dict[str, list[Counts]]:
    """The articles of July that have gold beside this file: those whose errors are read, and those that are kept back."""
    lines = [json.loads(line) for line in corpus.read_text("utf-8").splitlines()]
    articles = {a["id"]: a for a in lines}
    groups: dict[str, list[Counts]] = {}
    for name in ("read", "kept"):
        rows = map(json.loads, (Path(__file__).parent / "july" / f"{name}.jsonl").read_text("utf-8").splitlines())
        gold = {row["id"]: in_words(row, f"{articles[row['id']]['title']}\n{articles[row['id']]['text']}") for row in rows}
        coded = counted(scorer, coder, [articles[identity] for identity in gold], gold)
        groups[f"July, {name}"] = list(coded.values())
    return groups


def table(groups: dict[str, list[Counts]]) -> None:
    """Prints each figure with its interval, a column a group."""
    print(f"{'':28}" + "".join(f"{name + f' ({len(group)})':>26}" for name, group in groups.items()))
    for name in figures([article for group in groups.values() for article in group]):
        cells = []
        for group in groups.values():
            low, high = interval(group, name, random.Random(SEED))
            cells.append(f"{figures(group).get(name, 0.0):.3f}  {low:.3f} to {high:.3f}")
        print(f"{name:28}" + "".join(f"{cell:>26}" for cell in cells))


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
    coded = counted(scorer, coder, json.loads((shared / "gold" / "dev" / "articles.json").read_text("utf-8")), gold)
    tuned, held = halves(list(coded))
    table({"tuned on": [coded[i] for i in tuned], "not looked at": [coded[i] for i in held], "both": list(coded.values())})
    corpus = shared / "corpus" / "july.jsonl"
    if corpus.is_file():
        print()
        table(july(scorer, coder, corpus))


if __name__ == "__main__":
    main()
