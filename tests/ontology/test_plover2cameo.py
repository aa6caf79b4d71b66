"""PLOVER as CAMEO: every type has its root's general leaf, and leaves agree with the published table or say why not."""

import pytest

from mahdar.errors import DataError
from mahdar.ontology import load_plover, plover_of, root_of
from mahdar.ontology.plover2cameo import Leaf, load_to_cameo

LEAVES = list(load_to_cameo().leaves.values())
GENERAL = {leaf.what: leaf for leaf in LEAVES if "/" not in leaf.what}


def test_every_type_has_a_general_leaf() -> None:
    assert set(GENERAL) == {one.id for one in load_plover().types}
    assert all(leaf.code.endswith("0") and len(leaf.code) == 3 for leaf in GENERAL.values())


@pytest.mark.parametrize("leaf", LEAVES, ids=lambda leaf: leaf.what)
def test_a_leaf_is_what_the_published_table_makes_of_it(leaf: Leaf) -> None:
    type_id, mode, context = (*leaf.what.split("/"), "", "")[:3]
    if mode:
        load_plover().type(type_id).mode(mode)
    assert not context or context in {one.id for one in load_plover().contexts}
    coding = plover_of(leaf.code)
    assert coding is not None
    agrees = coding.type == type_id and ("/" not in leaf.what or coding.mode == (mode or None))
    agrees = agrees and (not context or context in coding.contexts)
    assert agrees is (not leaf.why), f"{leaf.code} is {coding}"


def test_the_sign_of_goldsteins_scale_follows_cooperation_and_conflict() -> None:
    for leaf in LEAVES:
        if leaf.goldstein is not None:
            assert (leaf.goldstein > 0) is (root_of(leaf.code).quad_class < 3), leaf


@pytest.mark.parametrize(
    ("event", "code"),
    [
        (("CONSULT", "visit", ("diplomatic",)), "042"),
        (("CONSULT", "multilateral", ()), "040"),
        (("AGREE", None, ("diplomatic", "military")), "0312"),
        (("REQUEST", "assist", ("gender", "economic")), "1011"),
        (("REQUEST", "yield", ("gender",)), "105"),
        (("ASSAULT", None, ("military",)), "190"),
        (("ASSAULT", "primitive", ("military",)), "180"),
    ],
)
def test_the_finest_leaf_that_is_certain(event: tuple[str, str | None, tuple[str, ...]], code: str) -> None:
    assert load_to_cameo().leaf(*event).code == code


def test_no_code_for_what_is_no_type() -> None:
    with pytest.raises(DataError, match="no event type `DANCE`"):
        load_to_cameo().leaf("DANCE", None, ())
