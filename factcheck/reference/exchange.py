"""What one currency cost in another: the publishers' series one after the other, and fixed rates.

The European Central Bank comes first. A pair that it did not quote in the days asked for is looked
up in the tables of the Polish national bank, which stand once a week. Currencies that the euro
replaced are exchanged at their fixed rate (Council Regulation (EC) No 2866/98): for euros at any
time, for others from the day on which the rate was fixed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache

from factcheck.reference.rates import (
    NBP,
    SPREAD,
    WEEK,
    Band,
    Publisher,
    Rates,
    load_rates,
)
from factcheck.reference.rates_year import EURO
from factcheck.reference.renamed import Renamed, renamed
from factcheck.reference.rows import Currency
from factcheck.reference.tables import Tables


@dataclass(frozen=True, slots=True)
class FixedRate:
    """Units of a currency for one euro, for ever from a day on."""

    per_euro: Fraction
    start: date
    publisher: Publisher


class Exchange:
    """The series in the order in which they are asked, and the fixed euro rates."""

    def __init__(self, series: Iterable[Rates], tables: Tables) -> None:
        self.series = tuple(series)
        self._tables = tables
        self._renamed: dict[str, Renamed | None] = {}

    def band(self, source: str, target: str, first: date, last: date) -> Band | None:
        """Target units for one source unit in [first, last], of the first series that has both.

        A series that is published less often is asked for as many days before as it needs.
        """
        for rates in self.series:
            start = first
            if last - date.min > rates.publisher.days:
                start = min(first, last - rates.publisher.days)
            found = rates.band(source, target, start, last)
            if found is not None:
                return found
        return self._by_fixed_rate(source, target, first, last)

    def ending(self, source: str, target: str, day: date) -> Band | None:
        """The last rates of a series that does not reach a day; None if it dropped the pair."""
        for rates in self.series:
            ends = [rates.newest(code) for code in (source, target)]
            end = min((end for end in ends if end is not None), default=None)
            if end is None or None in ends or end > day:
                continue
            of_all = min(rates.newest(rates.publisher.base) or end, day)
            if of_all - end <= rates.publisher.days:
                return rates.band(source, target, end - rates.publisher.days, end)
        return None

    def renamed(self, code: str) -> Renamed | None:
        """What the currency was before it lost its noughts, as the first series tells that can."""
        if code not in self._renamed:
            found = (renamed(rates, code) for rates in self.series)
            self._renamed[code] = next(filter(None, found), None)
        return self._renamed[code]

    @property
    def last_day(self) -> date:
        """The last day of the first series."""
        return self.series[0].newest(EURO) or date.max

    def codes(self) -> frozenset[str]:
        """Every currency that is ever quoted or fixed."""
        return frozenset(self._fixed).union(*(rates.codes() for rates in self.series))

    @cached_property
    def _fixed(self) -> Mapping[str, FixedRate]:
        found = {code: _fixed(row) for code, row in self._tables.currencies.items()}
        return {code: rate for code, rate in found.items() if rate is not None}

    def _by_fixed_rate(self, source: str, target: str, first: date, last: date) -> Band | None:
        sold, bought = self._fixed.get(source), self._fixed.get(target)
        known = sold or bought
        if known is None:
            return None
        factor = (bought.per_euro if bought else 1) / (sold.per_euro if sold else Fraction(1))
        if (sold or source == EURO) and (bought or target == EURO):
            day = max(rate.start for rate in (sold, bought) if rate is not None)
            return Band(source, target, factor, factor, day, day, factor, day, known.publisher)
        begin, ends = (
            max(first, known.start),
            (EURO if sold else source, EURO if bought else target),
        )
        floating = (rates.band(*ends, begin, last) for rates in self.series if begin <= last)
        found = next(filter(None, floating), None)
        return found.scaled(factor, source, target) if found else None


@lru_cache(maxsize=16)
def load_exchange(tables: Tables) -> Exchange:
    """The rates that factcheck ships, with the fixed rates of these tables."""
    return Exchange((load_rates(), load_rates(publisher=NBP)), tables)


def _fixed(row: Currency) -> FixedRate | None:
    if row.fixed_euro_rate is None or row.fixed_from is None:
        return None
    publisher = Publisher(
        "currencies", row.source, row.url, EURO, per_base=True, days=WEEK, spread=SPREAD
    )
    return FixedRate(Fraction(row.fixed_euro_rate), row.fixed_from.first, publisher)
