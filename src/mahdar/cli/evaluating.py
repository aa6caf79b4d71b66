"""Commands that measure the coder."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from mahdar.cli.app import app
from mahdar.cli.complaints import Complaints
from mahdar.cli.options import Jobs, Own, Place
from mahdar.errors import RecordError

if TYPE_CHECKING:
    from mahdar.evaluation.scoring import Scores


class Figures(StrEnum):
    """What `evaluate` prints."""

    text = "text"
    json = "json"


@app.command()
def evaluate(
    record: Place,
    form: Annotated[Figures, typer.Option("--format", "-f", help="What to print.")] = Figures.text,
    whole: Annotated[bool, typer.Option("--whole", help="Only articles of which every line was looked at.")] = False,
    jobs: Jobs = 1,
    lexicon: Own = None,
) -> None:
    """Code the corrected articles of a record again and score the coder against what analysts made of them."""
    import msgspec

    from mahdar.coder.coder import RawArticle
    from mahdar.evaluation.gold import gold_of
    from mahdar.evaluation.scoring import score
    from mahdar.minutes import decode
    from mahdar.record.record import Record
    from mahdar.scale.processes import code_all

    complaints = Complaints()
    with Record(record) as kept:
        right = list(kept.minutes(kept.corrected(whole)))
    if not right:
        raise RecordError(f"{record}: no article of it was corrected; `mahdar correct` corrects a line")
    again = (RawArticle(a.text, a.id, a.title, a.published, a.source, a.url) for a in (one.article for one in right))
    found = [gold_of(decode(line), verbatim=False) for line in complaints.sift(code_all(again, jobs, lexicon))]
    scores = score({one.article.id: gold_of(one) for one in right}, {one.id: one for one in found})
    if form is Figures.json:
        known = msgspec.json.encode({"articles": scores.articles, "figures": scores.figures()})
        sys.stdout.write(msgspec.json.format(known, indent=2).decode("utf-8") + "\n")
    else:
        for line in table(scores):
            typer.echo(line)
    raise complaints.exit()


def table(scores: "Scores") -> list[str]:
    """The figures for people."""
    out = [f"{scores.articles:,} articles"]
    for name, one in scores.counts.items():
        figures = f"P {one.precision:.3f}  R {one.recall:.3f}  F1 {one.f1:.3f}"
        out.append(f"{name:28} {figures}   ({one.right} right, {one.gold} gold, {one.found} found)")
    for name, share in scores.shares.items():
        out.append(f"{name:28} {share.right}/{share.of}" + ("" if share.accuracy is None else f" = {share.accuracy:.3f}"))
    return out
