"""Corrections applied to the machine's minutes, whatever the machine made of them."""

from typing import Any

import msgspec

from mahdar.minutes import Minutes
from mahdar.record.draft import Correction, Draft
from mahdar.record.fragments import Line, fragment


def correction(minutes: Minutes, action: str, line: Line, after: Line | None = None, number: int = 1, **rest: Any) -> Correction:
    kinds = {"s": "statement", "e": "event", "p": "position", "c": "commitment", "a": "actor"}
    known: dict[str, Any] = {"other_article": None, "other": None, "builds_on": None} | rest
    return Correction(
        id=number,
        article="one",
        kind=kinds[line.id[0]],
        action=action,
        before=fragment(minutes, line),
        after=fragment(minutes, after) if after else None,
        who="",
        at="",
        why="",
        **known,
    )


def applied(minutes: Minutes, *corrections: Correction) -> Draft:
    draft = Draft(minutes)
    for one in corrections:
        draft.apply(one)
    return draft


def test_nothing_changes_nothing(minutes: Minutes) -> None:
    assert applied(minutes).minutes() == minutes
    draft = applied(minutes, correction(minutes, "accept", minutes.events[0], minutes.events[0]))
    assert draft.minutes() == minutes
    assert draft.origins == {"e1": "accepted"}


def test_an_actor_is_found_again_under_another_number(minutes: Minutes) -> None:
    """The line that the analyst keeps names the actors that the machine makes now."""
    one, other = minutes.actors
    names = {"a1": "a2", "a2": "a1"}
    turned = msgspec.structs.replace(
        minutes,
        actors=(msgspec.structs.replace(other, id="a1"), msgspec.structs.replace(one, id="a2")),
        statements=(),
        events=(),
        positions=(),
        commitments=(),
    )
    accepted = correction(minutes, "accept", minutes.events[1], minutes.events[1])
    (event,) = applied(turned, accepted).minutes().events
    assert (event.actor, event.recipient) == ((names["a1"],), (names["a2"],))
    assert event.statement is None


def test_an_actor_that_the_machine_lost_comes_back(minutes: Minutes) -> None:
    bare = msgspec.structs.replace(minutes, actors=(), statements=(), events=(), positions=(), commitments=())
    draft = applied(bare, correction(minutes, "accept", minutes.positions[0], minutes.positions[0]))
    made = draft.minutes()
    assert [actor.code for actor in made.actors] == ["JOR"]
    assert made.positions[0].holder == made.actors[0].id
    assert made.positions[0].id == "p500001"


def test_who_is_rejected_is_taken_out_of_every_line(minutes: Minutes) -> None:
    made = applied(minutes, correction(minutes, "reject", minutes.actors[0])).minutes()
    assert [actor.id for actor in made.actors] == ["a2"]
    assert made.statements[0].speaker is None
    assert [(event.actor, event.recipient) for event in made.events] == [(("a2",), ()), ((), ("a2",))]
    assert made.positions == ()
    assert made.commitments[0].by == ()


def test_two_actors_become_one(minutes: Minutes) -> None:
    one, other = minutes.actors
    both = msgspec.structs.replace(one, mentions=one.mentions + other.mentions)
    joined = correction(minutes, "merge", one, both, other_article="one", other=fragment(minutes, other))
    made = applied(minutes, joined).minutes()
    assert made.actors == (both,)
    assert (made.events[0].actor, made.events[1].recipient) == (("a1",), ("a1",))


def test_an_actor_is_parted_in_two(minutes: Minutes) -> None:
    one = msgspec.structs.replace(minutes.actors[0], mentions=minutes.actors[0].mentions + minutes.actors[1].mentions)
    mixed = msgspec.structs.replace(minutes, actors=(one, minutes.actors[1]))
    second = msgspec.structs.replace(one, name="لينا سعد", code="LBN", mentions=minutes.actors[1].mentions)
    made = applied(mixed, correction(mixed, "split", one, second)).minutes()
    assert [(actor.code, len(actor.mentions)) for actor in made.actors] == [("JOR", 1), ("UNK", 1), ("LBN", 1)]


def test_an_analysts_line_brings_its_dossier(minutes: Minutes) -> None:
    changed = msgspec.structs.replace(minutes.events[0], dossiers=("syria",))
    assert applied(minutes, correction(minutes, "edit", minutes.events[0], changed)).minutes().dossiers == ("energy", "syria")
