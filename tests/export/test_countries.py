"""Actors' codes as other formats have them."""

from mahdar.export.countries import country, fips, nation, plover_country


def test_countries() -> None:
    assert [country(code) for code in ("RUS", "UNK", "IGO:UN", "NSA:HOUTHI", "NSA:ISIS")] == ["RUS", "", "", "YEM", ""]
    assert [plover_country(code) for code in ("RUS", "UNK", "IGO:UNICEF", "IGO:UNASUR", "IGO:EU", "IGO:LAS", "NSA:HOUTHI")] == [
        "RUS", "", "UNO", "IGO", "EUR", "IGO", "YEM",
    ]  # fmt: skip
    assert (fips("RUS"), fips(None), fips("XXX")) == ("RS", "", "")
    assert (nation("RUS"), nation("IGO")) == ("Russia", "")
