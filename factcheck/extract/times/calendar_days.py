"""The Gregorian calendar: lengths of months, granules, and the days that a printed date means."""

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta

from factcheck.extract.times.dates import Found
from factcheck.model import Period, Span

DAY = timedelta(days=1)
Days = tuple[date, date]
# Months of a granule that is whole months.
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "season": 12}
YEARS = {"decade": 10, "century": 100}
MID_YEAR = 7
# The last month of the first part of a year, and the last of the middle.
EARLY, MIDDLE = 3, 9
WEEKEND = 5
NEAR_DAYS = 60


def days_in_month(year: int | None, month: int) -> int:
    """The length of a month; February has 29 days where the year is not known."""
    return calendar.monthrange(year if year is not None else 2000, month)[1]


def is_day(year: int | None, month: int, day: int) -> bool:
    """Has the month of that year such a day?"""
    return 1 <= day <= days_in_month(year, month)


def months_from(year: int, month: int, count: int) -> Days:
    """The first and the last day of so many months; `month` may lie outside 1 to 12."""
    begin, end = year * 12 + month - 1, year * 12 + month - 1 + count - 1
    last = (end // 12, end % 12 + 1)
    first_day = date(begin // 12, begin % 12 + 1, 1)
    return first_day, date(*last, days_in_month(*last))


def containing(day: date, granule: str) -> Days:
    """The granule in which a day lies; a season is that of sports, from July to June."""
    if granule == "week":
        first = day - day.weekday() * DAY
        return first, first + 6 * DAY
    if granule == "weekend":
        first = day + (WEEKEND - day.weekday()) * DAY
        return first, first + DAY
    if granule == "season":
        return months_from(day.year - (day.month < MID_YEAR), MID_YEAR, 12)
    if granule in MONTHS:
        length = MONTHS[granule]
        return months_from(day.year, (day.month - 1) // length * length + 1, length)
    if granule in YEARS:
        length = YEARS[granule]
        return years_from(day.year // length * length, length)
    return day, day


def years_from(year: int, count: int) -> Days:
    """The days of so many whole years."""
    return date(year, 1, 1), date(year + count - 1, 12, 31)


def moved(day: date, granule: str, count: int) -> date | None:
    """The day so many granules later; None beyond the calendar. 31 January + 1 month is 28."""
    if granule in {"week", "weekend"}:
        count, granule = 7 * count, "day"
    try:
        if granule in MONTHS or granule in YEARS:
            months = count * (MONTHS.get(granule) or 12 * YEARS[granule])
            at = day.year * 12 + day.month - 1 + months
            year, month = at // 12, at % 12 + 1
            return date(year, month, min(day.day, days_in_month(year, month)))
        return day + count * DAY if granule == "day" else day
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None


def edge_of(days: Days, granule: str, edge: str) -> Days:
    """The start, middle or end of a granule: three, six and three months of a year, else thirds.

    Its course ("im Laufe des Jahres") is all of it.
    """
    first, last = days
    if edge == "course":
        return days
    if granule == "year":
        bounds = {"start": (1, EARLY), "middle": (EARLY + 1, MIDDLE), "end": (MIDDLE + 1, 12)}
        low, high = bounds[edge]
        return months_from(first.year, low, high - low + 1)
    length = (last - first).days + 1
    third = max(length // 3, 1)
    if edge == "start":
        return first, first + (third - 1) * DAY
    if edge == "middle":
        return min(first + third * DAY, last), min(first + (2 * third - 1) * DAY, last)
    return min(first + 2 * third * DAY, last), last


def nearest(candidates: list[Days], anchor: date, tense: int) -> Days | None:
    """Of days of one name those that the tense means: the last begun, the next not over, else
    those nearest to the anchor."""
    if tense < 0:
        begun = [days for days in candidates if days[0] <= anchor]
        return max(begun, default=None)
    if tense > 0:
        return min((days for days in candidates if days[1] >= anchor), default=None)
    return min(candidates, key=lambda days: _apart(days, anchor), default=None)


def _apart(days: Days, anchor: date) -> int:
    return max((days[0] - anchor).days, (anchor - days[1]).days, 0)


def resolve(found: Found, span: Span, anchor: date | None, tense: int = 0) -> Period | None:
    """The days a date speaks of; a missing year is the one nearest to the anchor, or by tense."""
    if found.month is None:
        if found.year is None:
            return None
        return Period(span, date(found.year, 1, 1), date(found.year, 12, 31), "year")
    if found.day is None:
        if found.year is None:
            return None
        return Period(span, *months_from(found.year, found.month, 1), "month")
    if found.year is not None:
        if not is_day(found.year, found.month, found.day):
            return None
        day = date(found.year, found.month, found.day)
        return Period(span, day, day, "day")
    if anchor is None:
        return None
    near = nearest_year(found.month, found.day, anchor, tense)
    return Period(span, near, near, "day", anchor) if near else None


def nearest_year(month: int, day: int, anchor: date, tense: int = 0) -> date | None:
    """The day of that name nearest to the anchor; None if there is none.

    Where that is far off, the tense decides (what comes next week is told in the past as well).
    """
    candidates = [
        (date(year, month, day), date(year, month, day))
        for year in (anchor.year - 1, anchor.year, anchor.year + 1)
        if MINYEAR <= year <= MAXYEAR and is_day(year, month, day)
    ]
    chosen = nearest(candidates, anchor, 0)
    if chosen is not None and tense and _apart(chosen, anchor) > NEAR_DAYS:
        chosen = nearest(candidates, anchor, tense) or chosen
    return chosen[0] if chosen else None
