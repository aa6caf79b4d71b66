"""Reckoning of days in both calendars."""

from datetime import date

import pytest

from mahdar.coder.calendar import add_months, gregorian_day, hijri_day, iso, month_of, nearest, plus

TUESDAY = date(2015, 7, 21)


@pytest.mark.parametrize(("precision", "value"), [("day", "2015-07-21"), ("month", "2015-07"), ("year", "2015")])
def test_iso_is_as_long_as_the_precision(precision: str, value: str) -> None:
    assert iso(TUESDAY, precision) == value
    assert iso(None, precision) is None


def test_days_that_do_not_exist_are_null() -> None:
    assert gregorian_day(2015, 2, 30) is None
    assert hijri_day(1436, 13, 1) is None
    assert plus(date.max, 1) is None


def test_hijri_days_and_months() -> None:
    assert hijri_day(1436, 10, 5) == TUESDAY
    assert iso(month_of(1436, 9, True), "month") == "2015-07"


def test_months_run_over_the_year() -> None:
    assert add_months(TUESDAY, -7) == date(2014, 12, 1)
    assert add_months(TUESDAY, 6) == date(2016, 1, 1)


def test_a_day_without_a_year_is_the_nearest() -> None:
    assert nearest(7, 14, False, TUESDAY, None) == date(2015, 7, 14)
    assert nearest(12, 10, False, TUESDAY, None) == date(2014, 12, 10)
    assert nearest(9, 30, False, TUESDAY, 1) == date(2015, 9, 30)
    assert nearest(9, 30, False, TUESDAY, -1) == date(2014, 9, 30)
    assert nearest(9, 30, False, None, None) is None
