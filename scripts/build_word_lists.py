"""Write the word lists that ship with Mahdar; run by hand when their sources change.

    python -m venv lists && lists/bin/pip install wordfreq arabic-name-romanizer
    lists/bin/python scripts/build_word_lists.py

actors/names/given.txt, family.txt   parts of personal names in Arabic letters: Wikidata (CC0), by way of the name index of
                                     the package arabic-name-romanizer
languages/ar/common_words.txt        frequent Arabic words, most frequent first: wordfreq (CC BY-SA 4.0)
"""

import re
import sqlite3
import sys
from collections import Counter
from pathlib import Path

import arabic_name_romanizer
import wordfreq

PACKAGE = Path(__file__).parent.parent / "src" / "mahdar"
sys.path.insert(0, str(PACKAGE.parent))
from mahdar.languages.ar.letters import fold  # noqa: E402

ARABIC = re.compile(r"[ء-ي]{2,}")


def names() -> None:
    """Parts of names that at least three people bear, by role."""
    index = Path(arabic_name_romanizer.__file__).parent / "resources" / "names.sqlite3"
    rows = sqlite3.connect(index).execute(
        "select arabic_key, role, sum(count) from units where source = 'wikidata' group by arabic_key, role"
    )
    given, family = Counter(), Counter()
    for key, role, count in rows:
        word = fold(key)
        if ARABIC.fullmatch(word):
            (family if role == "surname" else given)[word] += count
    for name, words, least in (("given", given, 3), ("family", family, 3)):
        kept = sorted(w for w, n in words.items() if n >= least)
        (PACKAGE / "actors" / "names" / f"{name}.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")
        print(name, len(kept))


def common() -> None:
    """The most frequent word forms, folded."""
    seen = dict.fromkeys(w for w in (fold(word) for word in wordfreq.top_n_list("ar", 40000)) if ARABIC.fullmatch(w))
    (PACKAGE / "languages" / "ar" / "common_words.txt").write_text("\n".join(seen) + "\n", encoding="utf-8")
    print("common", len(seen))


if __name__ == "__main__":
    names()
    common()
