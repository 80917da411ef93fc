"""From a date as printed to the days it speaks of."""

import calendar
from datetime import date

from factcheck.extract.dates import Found
from factcheck.model import Period, Span


def days_in_month(year: int | None, month: int) -> int:
    """The length of a month; February has 29 days where the year is not known."""
    return calendar.monthrange(year if year is not None else 2000, month)[1]


def resolve(found: Found, span: Span, anchor: date | None) -> Period | None:
    """The days a date speaks of; a missing year is the one nearest to the anchor."""
    if found.month is None:
        if found.year is None:
            return None
        return Period(span, date(found.year, 1, 1), date(found.year, 12, 31), "year")
    if found.day is None:
        if found.year is None:
            return None
        last = days_in_month(found.year, found.month)
        first_day = date(found.year, found.month, 1)
        return Period(span, first_day, date(found.year, found.month, last), "month")
    if found.year is not None:
        if found.day > days_in_month(found.year, found.month):
            return None
        day = date(found.year, found.month, found.day)
        return Period(span, day, day, "day")
    if anchor is None:
        return None
    near = nearest_year(found.month, found.day, anchor)
    return Period(span, near, near, "day", anchor) if near else None


def nearest_year(month: int, day: int, anchor: date) -> date | None:
    """The day of that name nearest to the anchor; None if no year near it has one."""
    candidates = [
        date(year, month, day)
        for year in (anchor.year - 1, anchor.year, anchor.year + 1)
        if day <= days_in_month(year, month)
    ]
    return min(candidates, key=lambda near: abs((near - anchor).days), default=None)
