"""Lines as fragments: found again by their words, and told from others."""

import msgspec

from mahdar.minutes import Minutes, Span
from mahdar.record.fragments import Fragment, fragment, likeness, moved, overlap, parties, renamed, there


def test_a_fragment_holds_the_line_its_actors_and_its_statement(minutes: Minutes) -> None:
    part = fragment(minutes, minutes.events[1])
    assert part.line("event") == minutes.events[1]
    assert part.statement(part.line("event")) == minutes.statements[0]
    assert [actor.id for actor in part.actors] == ["a1", "a2"]
    assert fragment(minutes, minutes.actors[0]) == Fragment(actors=(minutes.actors[0],))
    assert msgspec.json.decode(msgspec.json.encode(part), type=Fragment) == part
    assert b'"with"' in msgspec.json.encode(fragment(minutes, minutes.commitments[0]))


def test_words_are_found_where_a_text_has_them_nearest() -> None:
    assert there(Span(0, 2, "ab"), "ab") == Span(0, 2, "ab")
    assert there(Span(6, 8, "ab"), "ab cd ab") == Span(6, 8, "ab")
    assert there(Span(5, 7, "ab"), "ab cd ab") == Span(6, 8, "ab")
    assert there(Span(0, 2, "ab"), "cd") is None


def test_a_line_moves_with_its_words_or_not_at_all(minutes: Minutes) -> None:
    text = "جديد. " + minutes.article.text
    event, actor = minutes.events[0], minutes.actors[0]
    there = moved(event, text)
    assert there is not None
    assert text[there.evidence[0].start : there.evidence[0].end] == event.evidence[0].exact
    assert moved(event, "شيء آخر") is None
    assert moved(actor, "شيء آخر") is None
    without_cue = moved(minutes.statements[0], "أن بلاده ترفض الحصار")
    assert without_cue is not None
    assert without_cue.cue is None


def test_a_line_is_the_same_by_its_words_and_what_it_claims(minutes: Minutes) -> None:
    met, refused = minutes.events
    assert likeness(met, met) == 1.5
    assert likeness(met, refused) == 0
    other = msgspec.structs.replace(met, type="AGREE")
    assert 0 < likeness(met, other) < 1.5
    assert likeness(met, other, strict=True) == 0
    apart = msgspec.structs.replace(met, evidence=(Span(0, 3, "لقا"),))
    assert (overlap(met, apart), likeness(met, apart)) == (0, 0)
    assert likeness(minutes.actors[0], minutes.actors[1]) == 0


def test_who_takes_part_under_other_names(minutes: Minutes) -> None:
    (commitment,) = minutes.commitments
    assert parties(commitment) == ["a1", "a2"]
    changed = renamed(commitment, {"a1": "a9"})
    assert (changed.by, changed.with_) == (("a9",), ())
    assert renamed(minutes.statements[0], {}).speaker is None
