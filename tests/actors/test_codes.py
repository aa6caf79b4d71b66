"""The codes that an actor may have."""

import pytest

from mahdar.actors.codes import directory, is_code, kind_of, label_of


@pytest.mark.parametrize("code", ["RUS", "PSE", "IGO:UN", "IGO:P5+1", "NSA:SYR-OPP", "UNK", "TUV"])
def test_codes(code: str) -> None:
    assert is_code(code)


@pytest.mark.parametrize("code", ["", "rus", "XYZ", "IGO:", "NSA:lower", "R", "محضر"])
def test_no_codes(code: str) -> None:
    assert not is_code(code)


def test_what_stands_behind_a_code() -> None:
    assert label_of("EGY").en == "Egypt"
    assert label_of("NSA:NOBODY").ar == ""
    codes = ("EGY", "TUV", "IGO:XX", "NSA:XX", "UNK")
    assert [kind_of(code) for code in codes] == ["state", "state", "organisation", "group", "group"]
    assert all(is_code(code) for code in directory())
