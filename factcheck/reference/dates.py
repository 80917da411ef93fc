"""A day that a table knows to the year, to the month or to the day."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a written date may mean, first and last included: 2024-03 is 1 to 31 March."""

    first: date
    last: date
    text: str


def parse_days(text: str) -> Days:
    """Read YYYY, YYYY-MM or YYYY-MM-DD; ValueError if the form is another or the day impossible."""
    found = _FORM.fullmatch(text)
    if found is None:
        raise ValueError(f'"{text}" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD')
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        return _span(year or 0, month, day, text)
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
