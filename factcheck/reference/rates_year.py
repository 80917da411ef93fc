"""One year's exchange rates: the reading and checking of a file rates/<year>.csv.

The first line is `date` and one currency a column; then one line a day, days ascending, a value
the number of units for one euro (or of zlotys for one unit), nothing where there was no quote.
"""

from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from pathlib import Path
from typing import Final

from factcheck.errors import FactcheckError

EURO: Final = "EUR"


class YearOfRates:
    """One file: the lines as read, and the columns that somebody has asked for.

    `base` is the currency in which all are quoted, itself always at 1. Raises FactcheckError, with
    the name of the file, for whatever is malformed in it.
    """

    def __init__(self, path: Path, base: str = EURO) -> None:
        self._name = path.name
        self._base = base
        header, *lines = _text(path).splitlines() or [""]
        self._codes = _codes(header, path.name)
        self._rows = [line.split(",") for line in lines]
        self._quotes: dict[str, tuple[tuple[date, Decimal], ...]] = {}
        try:
            self.days = tuple(date.fromisoformat(row[0]) for row in self._rows)
        except ValueError as error:
            raise FactcheckError(f"{path.name}: {error}; write the days as YYYY-MM-DD") from error
        if any(len(row) != len(self._codes) + 1 for row in self._rows):
            raise FactcheckError(f"{path.name}: a line has more or fewer fields than the first")
        if any(earlier >= later for earlier, later in pairwise(self.days)):
            raise FactcheckError(f"{path.name}: the days do not ascend; sort the file by date")

    def quotes(self, code: str) -> tuple[tuple[date, Decimal], ...]:
        """(day, value as published) for each day with a quote, in the order of the days."""
        if code not in self._quotes:
            self._quotes[code] = self._read(code)
        return self._quotes[code]

    def _read(self, code: str) -> tuple[tuple[date, Decimal], ...]:
        if code == self._base:
            return tuple((day, Decimal(1)) for day in self.days)
        if code not in self._codes:
            return ()
        column = self._codes.index(code) + 1
        printed = [(day, row[column]) for day, row in zip(self.days, self._rows, strict=True)]
        return tuple((day, self._number(code, day, value)) for day, value in printed if value)

    def _number(self, code: str, day: date, printed: str) -> Decimal:
        try:
            value = Decimal(printed)
        except InvalidOperation:
            value = Decimal("NaN")
        if value.is_finite() and value > 0:
            return value
        raise FactcheckError(
            f'{self._name}, {day}, {code}: "{printed}" is not a rate; '
            "write a number above 0, or nothing"
        )


def quoted_codes(path: Path) -> frozenset[str]:
    """The currencies of a file, by its first line alone."""
    try:
        with path.open(encoding="ascii") as opened:
            header = opened.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error
    return frozenset(_codes(header, path.name))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> FactcheckError:
    return FactcheckError(f"{path} cannot be read as a table of rates: {error}")


def _codes(header: str, name: str) -> tuple[str, ...]:
    first, *codes = header.split(",")
    if first != "date" or len(set(codes)) != len(codes):
        raise FactcheckError(
            f'{name}: the first line must be "date" and one currency a column, each once'
        )
    return tuple(codes)
