"""Why the minutes are what they are: for each sentence the records, with rule and words, and what was dropped."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from mahdar.export.direction import isolated
from mahdar.export.text import TextMinutes
from mahdar.minutes import Minutes, Span

Row = tuple[int, list[str]]
_FAR = 1 << 60


class Explanation:
    """Writes out how an article was read."""

    def __init__(self, text: TextMinutes) -> None:
        self.text = text
        self.right_to_left = text.right_to_left

    def lines(self, minutes: Minutes, sentences: Sequence[tuple[int, int]], dropped: Iterable[Any]) -> Iterator[str]:
        """Each sentence (start, end), the records that rest on it, and what was considered there and dropped.

        A dropped reading has `start`, `end`, `rule` and `reason`.
        """
        yield from self.text.head(minutes.article)
        whole = minutes.article.text
        kept, left = sorted(self.records(minutes), key=lambda r: r[0]), sorted(self.dropped(dropped, whole))
        ends = [start for start, _ in sentences[1:]] + [_FAR]
        begin = 0
        for (start, stop), end in zip(sentences, ends, strict=True):
            yield ""
            yield isolated(whole[start:stop], self.right_to_left)
            yield from (line for at, row in kept if begin <= at < end for line in row)
            rows = [line for at, row in left if begin <= at < end for line in row]
            if rows:
                yield f"  {self.text.heading('dropped')}:"
                yield from rows
            begin = end

    def records(self, minutes: Minutes) -> Iterator[Row]:
        """Every record as lines, with the place of its first words."""
        actors = {actor.id: actor for actor in minutes.actors}
        for statement in minutes.statements:
            first = statement.cue or statement.content[0]
            yield self.record("statement", statement, self.text.statement(statement, actors), (first,))
        for event in minutes.events:
            yield self.record("event", event, self.text.event(event, actors), event.evidence)
        for position in minutes.positions:
            yield self.record("position", position, self.text.position(position, actors), (position.evidence,))
        for commitment in minutes.commitments:
            yield self.record("commitment", commitment, self.text.commitment(commitment, actors), (commitment.what,))

    def record(self, kind: str, record: Any, said: tuple[str, str], evidence: Sequence[Span]) -> Row:
        line, words = said
        labels = self.text.labels
        rule = f"{labels.word('word', 'rule')} {isolated(record.rule, self.right_to_left)}"
        head = f"  {labels.word('word', kind)} {record.id} · {rule} · {record.confidence:.2f}"
        return (evidence[0].start if evidence else 0), [head, f"      {line}", f"      {words}"]

    def dropped(self, dropped: Iterable[Any], whole: str) -> Iterator[Row]:
        for row in dropped:
            words = isolated(f"«{whole[row.start : row.end]}»", self.right_to_left)
            rule, reason = (isolated(piece, self.right_to_left) for piece in (row.rule, row.reason))
            yield row.start, [f"      {words} · {rule} · {reason}"]
