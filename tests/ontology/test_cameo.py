"""CAMEO codes in PLOVER: roots, leaves, exceptions."""

from pathlib import Path

import pytest

from mahdar.errors import DataError
from mahdar.ontology import load_cameo, load_plover, plover_of, root_of
from mahdar.ontology.cameo import Renamed, read_leaves

ROOTS = {
    "AGREE": "03",
    "CONSULT": "04",
    "SUPPORT": "05",
    "COOPERATE": "06",
    "AID": "07",
    "CONCEDE": "08",
    "ACCUSE": "09 11",
    "REQUEST": "10",
    "REJECT": "12",
    "THREATEN": "13",
    "PROTEST": "14",
    "MOBILIZE": "15",
    "SANCTION": "16",
    "COERCE": "17",
    "ASSAULT": "18 19 20",
}
EXCEPTIONS = {
    "RETREAT": "084 0841 0842 085 086 0861 0862 0863 087 0871 0872 0873 0874 0813 0814",
    "CONCEDE": "080 081 0811 0812 082 083 0831 0832 0833 0834",
    "COERCE": "163 191 192 170 171 1711 172 1721 1722 1723 1724 173 174 176",
    "ASSAULT": "1712 175 181 190 193 201 2042",
    "SANCTION": "160 161 162 164 166",
}


def test_twenty_roots_map() -> None:
    roots = load_cameo().roots
    assert list(roots) == [f"{number:02}" for number in range(1, 21)]
    assert roots["01"].type is None and roots["02"].type is None
    for type_id, codes in ROOTS.items():
        for code in codes.split():
            assert roots[code].type == type_id
            coding = plover_of(code)
            assert coding is not None and coding.type == type_id
    assert all(root.label.ar and root.label.en for root in roots.values())


def test_quad_classes() -> None:
    roots = load_cameo().roots
    penta = {code: root.penta for code, root in roots.items()}
    assert [penta[f"{n:02}"] for n in range(1, 21)] == [0] * 2 + [1] * 3 + [2] * 3 + [3] * 5 + [4] * 2 + [3] + [4] * 4
    gdelt = [root.quad_class for root in roots.values()]
    assert gdelt == [1] * 5 + [2] * 3 + [3] * 5 + [4] * 7


@pytest.mark.parametrize("type_id", EXCEPTIONS)
def test_exceptions(type_id: str) -> None:
    for code in EXCEPTIONS[type_id].split():
        coding = plover_of(code)
        assert coding is not None and coding.type == type_id, code


def test_every_leaf_is_plover_of_today() -> None:
    plover = load_plover()
    contexts = {context.id for context in plover.contexts}
    leaves = load_cameo().leaves
    assert len(leaves) > 250
    for code, (type_id, mode, names) in leaves.items():
        assert mode is None or plover.type(type_id).mode(mode)
        assert set(names) <= contexts, code


def test_leaves() -> None:
    assert plover_of("042") == ("CONSULT", "visit", ())
    assert plover_of("1124") == ("ACCUSE", "allege", ("military", "legal"))
    assert plover_of("0863") == ("RETREAT", "access", ("human_security",))
    assert plover_of("186") == ("ASSAULT", "targeted", ())
    assert plover_of("1712") == ("ASSAULT", "destroy", ("human_security",))
    assert plover_of("195") == ("ASSAULT", "aerial", ("military",))
    assert plover_of("1952") == ("ASSAULT", "drone", ("military",))


def test_a_leaf_without_a_line_takes_its_parents() -> None:
    assert plover_of("0843") == plover_of("084")
    assert plover_of("1951") == plover_of("195")


def test_statements_and_appeals_have_no_type() -> None:
    assert plover_of("010") is None
    assert plover_of("0256") is None


@pytest.mark.parametrize("code", ["", "0", "21", "00", "4", "04x", "abc"])
def test_what_is_no_code(code: str) -> None:
    with pytest.raises(DataError, match="no code"):
        root_of(code)


def test_a_broken_leaf_file_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "leaves.txt"
    path.write_text("03: AGREE\n030: AGREE, , diplomatic # fine\n031, AGREE, military\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"leaves\.txt: line 3"):
        read_leaves(path, Renamed(modes={}, contexts={}))
