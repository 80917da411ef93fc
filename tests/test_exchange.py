"""Exchange: which series answers, what it is near, fixed rates, what ended."""

from datetime import date
from fractions import Fraction

import pytest

from factcheck.reference.exchange import Exchange, load_exchange
from factcheck.reference.rates import ECB, NBP, Band, load_rates
from factcheck.reference.tables import load_tables


@pytest.fixture
def exchange() -> Exchange:
    return load_exchange(load_tables())


def banded(exchange: Exchange, source: str, target: str, first: date, last: date) -> Band:
    found = exchange.band(source, target, first, last)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("source", "target", "last", "publisher"),
    [
        ("GBP", "EUR", date(2025, 3, 13), ECB),
        ("RUB", "USD", date(2022, 2, 25), ECB),
        ("RUB", "USD", date(2024, 3, 13), NBP),
        ("UAH", "EUR", date(2025, 3, 13), NBP),
        ("EUR", "INR", date(2004, 12, 1), NBP),
        ("EUR", "INR", date(2010, 12, 1), ECB),
    ],
)
def test_the_first_series_that_quotes_the_pair_answers(
    exchange: Exchange, source: str, target: str, last: date, publisher: object
) -> None:
    first = date.fromordinal(last.toordinal() - 7)
    assert banded(exchange, source, target, first, last).publisher == publisher


@pytest.mark.parametrize("code", ["USD", "GBP", "CHF", "JPY", "TRY", "BRL", "CNY", "INR", "MXN"])
@pytest.mark.parametrize("day", [date(2011, 6, 15), date(2016, 3, 9), date(2025, 3, 12)])
def test_both_publishers_say_nearly_the_same(code: str, day: date) -> None:
    """The banks fix their rates at different hours; a slip of the table would be far greater."""
    first = date.fromordinal(day.toordinal() - 7)
    ours = load_rates().band("EUR", code, first, day)
    theirs = load_rates(publisher=NBP).band("EUR", code, first, day)
    assert ours is not None
    assert theirs is not None
    assert abs(theirs.last / ours.last - 1) < Fraction(2, 100)


def test_a_weekly_series_is_asked_for_two_weeks(exchange: Exchange) -> None:
    band = banded(exchange, "UAH", "EUR", date(2025, 3, 13), date(2025, 3, 13))
    assert band.low_day == date(2025, 3, 12)
    assert band.high_day < date(2025, 3, 6)


def test_old_money_is_worth_its_fixed_rate_at_any_time(exchange: Exchange) -> None:
    for year in (1970, 2001, 2025):
        band = banded(exchange, "DEM", "EUR", date(year, 1, 1), date(year, 12, 31))
        assert band.low == band.high == 1 / Fraction("1.95583")
        assert "2866/98" in band.publisher.name
    band = banded(exchange, "DEM", "ATS", date(2000, 1, 1), date(2000, 1, 8))
    assert band.last == Fraction("13.7603") / Fraction("1.95583")


def test_old_money_and_another_currency_meet_in_the_euro(exchange: Exchange) -> None:
    days = (date(2025, 3, 6), date(2025, 3, 13))
    euro = banded(exchange, "EUR", "USD", *days)
    mark = banded(exchange, "DEM", "USD", *days)
    assert mark.last == euro.last / Fraction("1.95583")
    assert (mark.source, mark.target, mark.low_day) == ("DEM", "USD", euro.low_day)
    assert exchange.band("DEM", "USD", date(1990, 1, 1), date(1990, 12, 31)) is None


def test_a_series_that_dropped_a_currency_does_not_end_with_it(exchange: Exchange) -> None:
    later = date(2099, 1, 1)
    assert exchange.ending("GBP", "EUR", later) is not None
    assert exchange.ending("BYR", "EUR", later) is None
    rouble = exchange.ending("RUB", "EUR", later)
    assert rouble is not None
    assert rouble.publisher == NBP


def test_codes_are_those_of_all_tables(exchange: Exchange) -> None:
    assert {"EUR", "PLN", "USD", "UAH", "AED", "DEM", "KRW"} <= exchange.codes()
    assert "XXX" not in exchange.codes()
