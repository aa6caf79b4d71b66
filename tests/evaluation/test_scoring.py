"""The measures, and that they are those of the scorer that lies beside the project."""

import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from mahdar.coder.coder import Coder, RawArticle
from mahdar.evaluation.gold import Gold, GoldActor, GoldCommitment, GoldEvent, GoldPosition, GoldStatement, gold_of
from mahdar.evaluation.scoring import jaccard, one_person, paired, score, shared, tokens
from mahdar.minutes import Minutes, encode

GOLD = Path(__file__).parent.parent / "gold"


def test_words() -> None:
    assert tokens("أُعلِنَ، «القاهرةُ» مستشفى") == ("اعلن", "القاهره", "مستشفي")
    assert shared("واحد اثنان", "اثنان ثلاثة") == 0.5
    assert shared("واحد واحد", "واحد") == pytest.approx(2 / 3)
    assert shared("", "واحد") == shared(None, None) == 0
    assert (jaccard([], []), jaccard(["a"], []), jaccard("ab", "bc")) == (1, 0, pytest.approx(1 / 3))
    assert one_person("سيرغي لافروف", "اللافروف")
    assert not one_person("سيرغي", "لينا")


def test_pairs_are_one_to_one_and_the_likest_first() -> None:
    likeness = {(1, 1): 0.7, (1, 2): 0.9, (2, 2): 0.8, (2, 1): 0.1}
    assert paired([1, 2], [1, 2], lambda a, b: likeness[a, b], 0.5) == [(1, 2)]
    assert paired([1, 2], [1, 2], lambda a, b: likeness[a, b], 0.1) == [(1, 2), (2, 1)]


def test_minutes_against_themselves_are_perfect(minutes: Minutes) -> None:
    scores = score({"one": gold_of(minutes)}, {"one": gold_of(minutes, verbatim=False)})
    assert {one.f1 for one in scores.counts.values()} == {1.0}
    assert {one.accuracy for one in scores.shares.values()} == {1.0}


def event(**changed: object) -> GoldEvent:
    known = GoldEvent("CONSULT", "visit", ["RUS"], ["TUR"], "actual", "2020-12", "سوتشي", "زار لافروف تركيا")
    return msgspec.structs.replace(known, **changed)


def figures(gold: Gold, found: Gold) -> dict[str, dict[str, float | int | None]]:
    return score({"x": gold}, {"x": found}).figures()


def test_what_is_wrong_about_an_event() -> None:
    def told(right: GoldEvent, other: GoldEvent) -> dict[str, dict[str, float | int | None]]:
        return figures(Gold("x", events=[right]), Gold("x", events=[other]))

    assert told(event(), event(actor=["TUR"], recipient=["RUS"]))["events: type+who"]["F1"] == 1  # all are actors
    other = told(event(type="ACCUSE", mode=None), event(type="ACCUSE", mode=None, recipient=["USA"]))
    assert (other["events: type+actor"]["F1"], other["events: type+who"]["F1"]) == (1, 0)
    assert told(event(), event(date="2020-12-29"))["event date"]["accuracy"] == 1
    assert told(event(date=None), event())["event date"]["accuracy"] == 0
    assert told(event(place=None), event())["event place"]["accuracy"] == 0
    assert told(event(), event(mode=None))["event mode"]["accuracy"] == 0
    assert told(event(type="AID", mode=None), event(type="AID", mode="x"))["event mode"]["of"] == 0


def test_what_is_wrong_about_others() -> None:
    gold = Gold(
        "x",
        [GoldActor("روسيا", "RUS", "state")],
        [GoldStatement("سيرغي لافروف", "RUS", "direct", "قال", "إن الأمر واضح")],
        positions=[GoldPosition("RUS", "against", "العقوبات", "ترفض العقوبات")],
        commitments=[GoldCommitment(["RUS"], "vow", "ستفتح المعبر", None)],
    )
    found = Gold(
        "x",
        [GoldActor("موسكو", "RUS", "state")],
        [GoldStatement("لينا", "RUS", "mixed", "قال", "إن الأمر واضح")],
        positions=[GoldPosition("RUS", "for", "العقوبات", "ترفض العقوبات")],
        commitments=[GoldCommitment(["RUS", "TUR"], "plan", "ستفتح المعبر", "2021")],
    )
    got = figures(gold, found)
    assert [got[name]["F1"] for name in ("actors", "statements: words", "statements: words+speaker")] == [1, 1, 0]
    assert [got[name]["F1"] for name in ("positions", "commitments")] == [0, 1]
    assert [got[name]["accuracy"] for name in ("commitment strength", "commitment due", "statement direct/indirect")] == [0, 0, 0]


def test_an_article_that_was_not_found_has_nothing() -> None:
    got = score({"x": Gold("x", events=[event()])}, {}).figures()
    assert (got["events: type"]["gold"], got["events: type"]["found"], got["events: type"]["F1"]) == (1, 0, 0)


def test_the_figures_are_the_scorers(coder: Coder, shared: Path, tmp_path: Path) -> None:
    gold = {one.id: one for one in msgspec.json.decode((GOLD / "gold.json").read_bytes(), type=list[Gold])}
    lines, found = tmp_path / "minutes.jsonl", {}
    with lines.open("wb") as out:
        for article in json.loads((GOLD / "articles.json").read_text(encoding="utf-8")):
            minutes = coder.code(RawArticle(article["text"], article["id"], article["title"], article["date"]))
            found[article["id"]] = gold_of(minutes, verbatim=False)
            out.write(encode(minutes) + b"\n")
    command = [sys.executable, str(shared / "gold" / "score.py"), "--json", "--minutes", str(lines)]
    scorer = json.loads(subprocess.run([*command, "--gold", str(GOLD / "gold.json")], capture_output=True).stdout)["figures"]
    ours = score(gold, found).figures()
    assert ours.keys() == scorer.keys()
    for name, figure in scorer.items():
        figure["right"] = figure.pop("tp", figure.get("right"))
        assert ours[name] == figure, name
