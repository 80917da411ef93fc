"""Historic exchange rates of one publisher, one file a year.

A file <year>.csv has a column `date` and one column a currency. In rates/, of the European Central
Bank, a value is the number of units for one euro; in rates_nbp/, of the Polish national bank, the
number of zlotys for one unit; both as published. A year is opened when a day in it is asked for,
and a column turned into numbers when its currency is, so that an article costs one file or two. All
values are exact: Decimal as published, Fraction for a cross rate.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.reference.folders import user_folder
from factcheck.reference.rates_year import EURO, YearOfRates, quoted_codes
from factcheck.reference.tables import data_folder

# A newsroom converts at a rate of the last days; its bank or agency may differ by half a per cent.
WEEK = timedelta(days=7)
SPREAD = Fraction(5, 1000)


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who published a series, in which currency, how, and how far a newsroom may be from it.

    `per_base` tells that a value is units for one of the base, else it is the base for one unit.
    `days` is how far back a rate of "these days" may lie, `spread` the share on either side.
    """

    folder: str
    name: str
    url: str
    base: str
    per_base: bool
    days: timedelta
    spread: Fraction


ECB = Publisher(
    "rates",
    "European Central Bank, euro foreign exchange reference rates",
    "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates",
    EURO,
    per_base=True,
    days=WEEK,
    spread=SPREAD,
)
NBP = Publisher(
    "rates_nbp",
    "Narodowy Bank Polski, mid exchange rates, tables A and B",
    "https://nbp.pl/en/statistic-and-financial-reporting/rates/",
    "PLN",
    per_base=False,
    days=2 * WEEK,
    spread=2 * SPREAD,
)


@dataclass(frozen=True, slots=True)
class Quote:
    """What one euro cost on a day: `per_euro` units of `code`, published on `day`."""

    code: str
    day: date
    per_euro: Decimal


@dataclass(frozen=True, slots=True)
class Band:
    """Target units for one source unit over some days: least, greatest and last, with the days.

    Where several days share the least or greatest value, the first of them is named.
    """

    source: str
    target: str
    low: Fraction
    high: Fraction
    low_day: date
    high_day: date
    last: Fraction
    last_day: date
    publisher: Publisher = field(default=ECB)

    def scaled(self, factor: Fraction, source: str, target: str) -> "Band":
        """The same days between other currencies, one of them fixed to one of these."""
        return Band(
            source, target, self.low * factor, self.high * factor, self.low_day, self.high_day,
            self.last * factor, self.last_day, self.publisher,
        )  # fmt: skip


class Rates:
    """The series in one folder; of a year that `own` has too the longer file, which is the newer.

    Reading fills caches that never change what is answered.
    """

    def __init__(self, folder: Path, publisher: Publisher = ECB, own: Path | None = None) -> None:
        self.publisher = publisher
        self._paths: dict[int, Path] = {}
        for place in (folder, *((own,) if own is not None else ())):
            for path in sorted(place.glob("[0-9]*.csv")):
                if path.stem.isdigit():
                    year = int(path.stem)
                    self._paths[year] = max(self._paths.get(year, path), path, key=_length)
        if not self._paths:
            raise FactcheckError(
                f"there are no rates in {folder}; make them with "
                f"`python -m factcheck.reference.ecb {folder}`"
            )
        self._years: dict[int, YearOfRates] = {}
        self._headers: dict[int, frozenset[str]] = {}
        self._bands: dict[tuple[str, str, date, date], Band | None] = {}

    def on(self, code: str, day: date) -> Quote | None:
        """The newest quote on or before `day`; it may be old, so look at its own day.

        None for a currency that is not in the series, or not yet on that day.
        """
        for year in self._with(code, newest_first=True):
            if year > day.year:
                continue
            for quoted, per_euro in reversed(self._year(year).quotes(code)):
                if quoted <= day:
                    return Quote(code, quoted, per_euro)
        return None

    def band(self, source: str, target: str, first: date, last: date) -> Band | None:
        """Target units for one source unit on the days of the series in [first, last].

        The cross rate is taken day by day, on days that quote both. None if there is no such day.
        """
        asked = (source, target, first, last)
        if asked not in self._bands:
            self._bands[asked] = self._band(*asked)
        return self._bands[asked]

    def _band(self, source: str, target: str, first: date, last: date) -> Band | None:
        crosses = list(self._crosses(source, target, first, last))
        if not crosses:
            return None
        low, low_day = min(crosses)
        # Of equal values the first day is wanted here too, so the day does not take part.
        high, high_day = max(crosses, key=lambda cross: cross[0])
        newest, newest_day = crosses[-1]
        return Band(
            source, target, low, high, low_day, high_day, newest, newest_day, self.publisher
        )

    def newest(self, code: str) -> date | None:
        """The last day with a quote of `code`; for the base the last day of the series."""
        for year in self._with(code, newest_first=True):
            for day, _ in reversed(self._year(year).quotes(code)):
                return day
        return None

    def oldest(self, code: str) -> date | None:
        """The first day with a quote of `code`; for the base the first day of the series."""
        for year in self._with(code, newest_first=False):
            for day, _ in self._year(year).quotes(code):
                return day
        return None

    def codes(self) -> frozenset[str]:
        """Every currency that the series ever quotes, and the base."""
        return frozenset({self.publisher.base}).union(*(self._header(year) for year in self._paths))

    def _crosses(
        self, source: str, target: str, first: date, last: date
    ) -> Iterator[tuple[Fraction, date]]:
        """(target units for one source unit, day), oldest first."""
        direct = self.publisher.per_base
        for year in sorted(self._paths):
            if not first.year <= year <= last.year:
                continue
            table = self._year(year)
            bought = dict(table.quotes(target))
            for day, per_euro in table.quotes(source):
                if first <= day <= last and day in bought:
                    ends = (bought[day], per_euro) if direct else (per_euro, bought[day])
                    yield _quotient(*ends), day

    def _with(self, code: str, *, newest_first: bool) -> Iterator[int]:
        """The years whose file has the currency, by their first lines alone."""
        for year in sorted(self._paths, reverse=newest_first):
            if code == self.publisher.base or code in self._header(year):
                yield year

    def _header(self, year: int) -> frozenset[str]:
        if year not in self._headers:
            self._headers[year] = quoted_codes(self._paths[year])
        return self._headers[year]

    def _year(self, year: int) -> YearOfRates:
        if year not in self._years:
            self._years[year] = YearOfRates(self._paths[year], self.publisher.base)
        return self._years[year]


def load_rates(folder: Path | None = None, publisher: Publisher = ECB) -> Rates:
    """The rates of a folder, cached for each; by default those that factcheck ships, and before
    them those that the user has taken in with `factcheck tables update rates`.
    """
    if folder is not None:
        return _load(folder, publisher, None, ())
    own = user_folder() / publisher.folder
    lengths = tuple(map(_length, sorted(own.glob("[0-9]*.csv"))))
    return _load(data_folder() / publisher.folder, publisher, own if lengths else None, lengths)


@cache
def _load(folder: Path, publisher: Publisher, own: Path | None, _lengths: tuple[int, ...]) -> Rates:
    return Rates(folder, publisher, own)


def _length(path: Path) -> int:
    return path.stat().st_size


def _quotient(numerator: Decimal, denominator: Decimal) -> Fraction:
    """The exact quotient; one reduction of whole numbers, where two Fractions would take three."""
    top, bottom = numerator.as_integer_ratio(), denominator.as_integer_ratio()
    return Fraction(top[0] * bottom[1], top[1] * bottom[0])
