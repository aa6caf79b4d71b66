"""Cells that break no table."""

from mahdar.export.tsv import cell, line, several


def test_cells() -> None:
    assert line(["أ\tب\r\nج", None, 0.0, -5.50, 7, "0311"]) == "أ ب ج\t\t0\t-5.5\t7\t0311\n"
    assert cell("\u2028x\x00") == "x"
    assert several(["a", "", None, "b; c", "a"]) == "a; b, c"
