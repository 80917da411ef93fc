"""A day that a table knows to the year, to the month or to the day."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_SEASON = re.compile(r"(\d{4})/(\d{2})", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a written date may mean, first and last included: 2024-03 is 1 to 31 March."""

    first: date
    last: date
    text: str


def parse_days(text: str) -> Days:
    """Read YYYY, YYYY-MM or YYYY-MM-DD; ValueError if the form is another or the day impossible.

    Tables of seasons and quarters have YYYY/YY (from July to June) and YYYY-Q1 as well.
    """
    if (season := _SEASON.fullmatch(text)) and int(season[2]) == (int(season[1]) + 1) % 100:
        year = int(season[1])
        return Days(date(year, 7, 1), date(year + 1, 6, 30), text)
    if quarter := _QUARTER.fullmatch(text):
        year, last = int(quarter[1]), 3 * int(quarter[2])
        return Days(date(year, last - 2, 1), _span(year, last, None, text).last, text)
    found = _FORM.fullmatch(text)
    if found is None:
        raise ValueError(f'"{text}" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD')
    parts = [int(part) if part else None for part in found.groups()]
    try:
        return _span(parts[0] or 0, parts[1], parts[2], text)
    except ValueError as error:
        raise ValueError(f'"{text}" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD') from error


def _span(year: int, month: int | None, day: int | None, text: str) -> Days:
    if month is None:
        return Days(date(year, 1, 1), date(year, 12, 31), text)
    if day is None:
        last = calendar.monthrange(year, month)[1]
        return Days(date(year, month, 1), date(year, month, last), text)
    exact = date(year, month, day)
    return Days(exact, exact, text)
