"""PLOVER as data: the counts, the scores and the reductions of the manual."""

from pathlib import Path

import pytest

from mahdar.errors import DataError
from mahdar.ontology import (
    Context,
    EventStatus,
    EventType,
    Mode,
    load_plover,
    quad_of,
    reduce_future,
    score_of,
)
from mahdar.ontology.plover import read_plover

QUADS = {
    "verbal-cooperation": (1, "AGREE CONSULT SUPPORT CONCEDE"),
    "material-cooperation": (2, "COOPERATE AID RETREAT"),
    "verbal-conflict": (3, "REQUEST ACCUSE REJECT THREATEN"),
    "material-conflict": (4, "PROTEST SANCTION MOBILIZE COERCE ASSAULT"),
}
SCORES = """
AGREE 2.5
CONSULT 2.5 visit 4 third-party 1 multilateral 4 phone 1.5
SUPPORT 5
CONCEDE 4.5
COOPERATE 9.5
AID 10
RETREAT 6.5 withdraw 8 release 6.5 disarm 10 ceasefire 7.5 access 6.5 resign 4.5
REQUEST 0 assist 0.5 change -1 yield -1 meet 0
ACCUSE -3 disapprove -2 investigate -3.5 allege -3.5
REJECT -2 assist -1.5 change -2 yield -2 meet -2
THREATEN -3.5 restrict -3 arrest -3.5 relations -3.5 expel -3.5 territory -4 violence -3.5
PROTEST -5 demo -5 riot -7 strike -5 hunger -4.5 boycott -4.5 obstruct -4.5 vandalize -5
SANCTION -6 convict -6 expel -5.5 withdraw -6 discontinue -6
MOBILIZE -5.5 troops -6.5 weapons -6.5 police -5.5 militia -6
COERCE -7 seize -7 restrict -7 censor -6.5 curfew -6.5 martial-law -7.5 arrest -7 deport -7 withhold -7
    misinformation -6.5 cyber -7
ASSAULT -9 abduct -8.5 beat -7.5 torture -8.5 sexual -8.5 targeted -9.5 destroy -8.5 primitive -8 firearms -9
    explosives -9 suicide-attack -9.5 aerial -9.5 drone -9.5 heavy-weapons -9.5 crowd-control -7.5 unconventional -10
""".replace("\n    ", " ")
CONTEXTS = """
military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic legal
reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality diplomatic
territory peacekeeping health asylum migration disasters natural_resource environment technology terrorism cbrn cyber
misinformation crime corruption illegal_drugs trafficking
"""
SECTORS = """
COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC
IGO UNO EUR NGO ISM IMG MNC
"""


def scores() -> dict[str, tuple[float, dict[str, float]]]:
    table = {}
    for line in SCORES.strip().splitlines():
        type_id, score, *rest = line.split()
        modes = dict(zip(rest[::2], map(float, rest[1::2]), strict=True))
        table[type_id] = (float(score), modes)
    return table


def test_sixteen_types_with_every_mode_and_score() -> None:
    found = {t.id: (t.score, {m.id: m.score for m in t.modes}) for t in load_plover().types}
    assert len(found) == 16
    assert found == scores()


def test_quads() -> None:
    for quad, (code, types) in QUADS.items():
        for type_id in types.split():
            assert quad_of(type_id) == quad
            assert load_plover().type(type_id).quad_code == code


def test_recipient_required() -> None:
    assert {t.id for t in load_plover().types if t.recipient_required} == {"COOPERATE", "AID", "SANCTION"}


def test_contexts_sectors_statuses() -> None:
    plover = load_plover()
    assert len(CONTEXTS.split()) == 37
    assert [context.id for context in plover.contexts] == CONTEXTS.split()
    assert [sector.id for sector in plover.sectors] == SECTORS.split()
    assert [s.id for s in plover.statuses] == ["actual", "historical", "future", "hypothetical", "negated"]
    assert [s.auxiliary for s in plover.statuses] == ["", "historical", "future", "hypothetical", "negation"]


def test_everything_has_words_in_both_languages() -> None:
    plover = load_plover()
    modes = [mode for event_type in plover.types for mode in event_type.modes]
    defined: list[EventType | Mode | Context | EventStatus] = [
        *plover.types,
        *modes,
        *plover.contexts,
        *plover.statuses,
    ]
    for entry in defined:
        assert entry.definition.ar and entry.definition.en, entry.id
    labels = [entry.label for entry in defined]
    labels += [quad.label for quad in plover.quads] + [sector.label for sector in plover.sectors]
    assert all(label.ar and label.en for label in labels)


def test_labels_of_contexts_and_types_differ() -> None:
    plover = load_plover()
    for labels in (
        [entry.label for entry in plover.types],
        [entry.label for entry in plover.contexts],
        [entry.label for entry in plover.sectors],
    ):
        assert len({label.ar for label in labels}) == len(labels)
        assert len({label.en for label in labels}) == len(labels)


def test_score_of() -> None:
    assert score_of("CONSULT", "visit") == 4
    assert score_of("CONSULT") == 2.5
    assert score_of("REJECT", "assist") == -1.5
    with pytest.raises(DataError, match="CONSULT has no mode `riot`"):
        score_of("CONSULT", "riot")
    with pytest.raises(DataError, match="no event type `MEET`"):
        score_of("MEET")


def test_reduce_future() -> None:
    reduced = {type_id: reduce_future(type_id) for type_id in scores()}
    changed = {type_id: to for type_id, to in reduced.items() if to != type_id}
    assert changed == dict.fromkeys(("CONSULT", "SUPPORT", "COOPERATE", "AID"), "AGREE") | {"RETREAT": "CONCEDE"}


def test_a_broken_file_is_named_with_its_entry(tmp_path: Path) -> None:
    path = tmp_path / "plover.toml"
    path.write_text('[[context]]\nid = "military"\nlable = "x"\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"plover\.toml: \[\[context\]\] military: .*"):
        read_plover(path)
