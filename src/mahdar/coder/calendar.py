"""Reckoning of days: from a year, month and day of either calendar, from the day of publication, and to ISO."""

from datetime import date, timedelta

from hijridate import Gregorian, Hijri

PAST_WINDOW, FUTURE_WINDOW = timedelta(days=245), timedelta(days=120)
ISO = {"day": "{:04d}-{:02d}-{:02d}", "month": "{:04d}-{:02d}", "year": "{:04d}"}


def iso(day: date | None, precision: str) -> str | None:
    """A day as ISO writes it, or only its month or year."""
    return None if day is None else ISO[precision].format(day.year, day.month, day.day)


def gregorian_day(year: int, month: int, day: int) -> date | None:
    """A day of our calendar, or null if it has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def plus(day: date, days: int) -> date | None:
    """So many days later, or null beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def hijri_day(year: int, month: int, day: int) -> date | None:
    """A day of the Hijri calendar."""
    try:
        converted = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(converted.year, converted.month, converted.day)


def month_of(year: int, month: int, hijri: bool) -> date | None:
    """The day that stands for a month: its first, or the middle of a Hijri month, which lies in two of ours."""
    return hijri_day(year, month, 15) if hijri else gregorian_day(year, month, 1)


def add_months(day: date, months: int) -> date:
    """The first day of the month that lies so many months away."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    return date(index // 12, index % 12 + 1, 1)


def nearest(month: int, day: int, hijri: bool, published: date | None, way: int | None, whole_month: bool = False) -> date | None:
    """The day of this name that the writer means: of the past eight months, else to come; or as the direction says."""
    if published is None:
        return None
    if hijri:
        try:
            middle = Gregorian(published.year, published.month, published.day).to_hijri().year
        except (ValueError, OverflowError):
            return None
        days = [hijri_day(middle + step, month, 15 if whole_month else day) for step in (-1, 0, 1)]
    else:
        middle = published.year
        days = [gregorian_day(middle + step, month, day) for step in (-4, -3, -2, -1, 0, 1, 2, 3, 4)]
    candidates = [found for found in days if found is not None]
    base = published.replace(day=1) if whole_month and not hijri else published
    if way is None or way == 0:
        fit = [found for found in candidates if base - PAST_WINDOW < found <= base + FUTURE_WINDOW]
        return min(fit, key=lambda found: abs(found - base), default=None)
    if way > 0:
        return min((found for found in candidates if found > base), default=None)
    return max((found for found in candidates if found < base), default=None)
