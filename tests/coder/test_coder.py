"""The coder: one article in, its minutes out, always the same, with ids in order and events told twice made one."""

import pytest

from mahdar.coder.coder import Coder, RawArticle
from mahdar.minutes import Minutes, encode

ARTICLE = """التقى وزير الدفاع التركي خلوصي أكار نظيره القطري خالد العطية في الدوحة يوم الثلاثاء.
وأكد أكار أن بلاده تدعم الحل السياسي في ليبيا، مضيفاً: «سنواصل تدريب القوات. لن نتراجع».
وقال العطية إن قطر ترفض العقوبات، ودعا فرنسا إلى وقف التصعيد.
واتهمت كييف موسكو بخرق الهدنة."""


@pytest.fixture(scope="module")
def minutes(coder: Coder) -> Minutes:
    return coder.code(RawArticle(ARTICLE, id="one", title="لقاء في الدوحة", published="2021-03-10"))


def test_the_same_article_gives_the_same_bytes(coder: Coder, minutes: Minutes) -> None:
    again = coder.code(RawArticle(ARTICLE, id="one", title="لقاء في الدوحة", published="2021-03-10"))
    assert encode(again) == encode(minutes)


def test_what_was_coded_before_leaves_no_trace(coder: Coder, minutes: Minutes) -> None:
    coder.code(RawArticle("قال العطية الأردني سامر العطية إن الوزير التركي أكار غادر."))
    coder.code(RawArticle("موسكو. كييف. الدوحة.", title="قطر"))
    again = coder.code(RawArticle(ARTICLE, id="one", title="لقاء في الدوحة", published="2021-03-10"))
    assert encode(again) == encode(minutes)


@pytest.mark.parametrize("kind", ["actors", "statements", "events", "positions", "commitments"])
def test_ids_count_from_one_in_order(minutes: Minutes, kind: str) -> None:
    ids = [record.id for record in getattr(minutes, kind)]
    assert ids == [f"{kind[0]}{n}" for n in range(1, len(ids) + 1)]
    assert ids


def test_actors_stand_in_the_order_of_their_first_mention(minutes: Minutes) -> None:
    firsts = [actor.mentions[0].start for actor in minutes.actors if actor.mentions]
    assert firsts == sorted(firsts)


def test_every_actor_takes_part_in_something(minutes: Minutes) -> None:
    part = {s.speaker for s in minutes.statements} | {p.holder for p in minutes.positions}
    part |= {a for e in minutes.events for a in (*e.actor, *e.recipient)}
    part |= {a for c in minutes.commitments for a in (*c.by, *c.with_)}
    assert {actor.id for actor in minutes.actors} <= part


def test_every_rule_is_an_entry_of_the_lexicon(coder: Coder, minutes: Minutes) -> None:
    triggers = {trigger.id for trigger in coder.lexicon.triggers}
    assert {event.rule for event in minutes.events} <= triggers
    stances = {stance.id for stance in coder.lexicon.stances}
    assert {position.rule for position in minutes.positions} <= stances


def test_what_is_known_of_the_article_is_kept(minutes: Minutes) -> None:
    article = minutes.article
    assert (article.id, article.title, article.published, article.language) == ("one", "لقاء في الدوحة", "2021-03-10", "ar")


def test_a_meeting_told_twice_is_one_event_with_both_places_as_evidence(coder: Coder) -> None:
    text = (
        "التقى وزير الدفاع التركي خلوصي أكار نظيره القطري خالد العطية في الدوحة. "
        "وقال أكار إن الوضع مستقر. وخلال لقائه العطية، أكد أكار أن الحوار ضروري."
    )
    minutes = coder.code(RawArticle(text, published="2021-03-10"))
    (event,) = [e for e in minutes.events if e.type == "CONSULT"]
    assert len(event.evidence) == 2


def test_meetings_with_two_hosts_are_two_events(coder: Coder) -> None:
    text = (
        "التقى وزير الدفاع التركي خلوصي أكار نظيره القطري خالد العطية. "
        "والتقى وزير الدفاع التركي خلوصي أكار وزير الدفاع اليوناني نيكوس باناغيوتوبولوس."
    )
    minutes = coder.code(RawArticle(text, published="2021-03-10"))
    assert len([e for e in minutes.events if e.type == "CONSULT"]) == 2


def test_a_headline_adds_no_event(coder: Coder) -> None:
    body = "اتهمت كييف موسكو بخرق الهدنة."
    alone = coder.code(RawArticle(body, published="2021-03-10"))
    titled = coder.code(RawArticle(body, title="كييف تتهم موسكو بخرق الهدنة", published="2021-03-10"))
    assert [e.type for e in titled.events] == [e.type for e in alone.events] == ["ACCUSE"]


def test_an_article_of_a_headline_only_is_coded(coder: Coder) -> None:
    minutes = coder.code(RawArticle("", title="كييف تتهم موسكو بخرق الهدنة", published="2021-03-10"))
    assert [e.type for e in minutes.events] == ["ACCUSE"]


def test_explaining_gives_the_same_minutes_and_what_was_dropped_in_order(coder: Coder, minutes: Minutes) -> None:
    same, dropped = coder.explain(RawArticle(ARTICLE, id="one", title="لقاء في الدوحة", published="2021-03-10"))
    assert encode(same) == encode(minutes)
    assert [d.start for d in dropped] == sorted(d.start for d in dropped)
    assert all(d.reason for d in dropped)


def test_capitals_of_states_lie_in_their_state(coder: Coder) -> None:
    assert len(coder.capitals) > 150
    assert all(spot.country == code for code, spot in coder.capitals.items())


@pytest.mark.parametrize("published", [None, "", "gestern", "2021-13-40"])
def test_a_day_that_is_none_counts_as_not_given(coder: Coder, published: str | None) -> None:
    assert coder.code(RawArticle(ARTICLE, published=published)).article.published is None
