"""The demo: codes the project's own Arabic articles and prints the minutes of three of them."""

import json
import sys
import time
from pathlib import Path

import mahdar
from mahdar.export.text import TextMinutes

ARTICLES = Path(__file__).parent.parent / "tests" / "gold" / "articles.json"
SHOWN = ("cairo-amman-ministers", "minsk-recalls-envoy", "khartoum-march")


def main() -> None:
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    articles = json.loads(ARTICLES.read_text(encoding="utf-8"))
    begun = time.perf_counter()
    minutes = {a["id"]: mahdar.code(a["text"], a["title"], a["date"], id=a["id"], source=a["source"]) for a in articles}
    seconds = time.perf_counter() - begun
    for page in TextMinutes("en").pages(minutes[name] for name in SHOWN):
        sys.stdout.write(page)
    records = sum(len(m.statements) + len(m.events) + len(m.positions) + len(m.commitments) for m in minutes.values())
    print(f"\n{len(minutes)} articles, {records} records, {seconds:.1f} s with loading. Three of them are shown.")
    print("Next: .venv/bin/mahdar code article.txt --labels ar; .venv/bin/mahdar explain article.txt")


if __name__ == "__main__":
    main()
