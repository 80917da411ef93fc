"""Exchange rates: the newest quote, the band over days, currencies that ended, what is opened."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.reference import rates_year
from factcheck.reference.rates import Band, Rates, load_rates
from factcheck.reference.tables import data_folder, load_tables

SMALL = {
    "2024": "date,HRK,USD\n2024-12-30,7.5,1.04\n2024-12-31,7.6,1.05\n",
    "2025": "date,GBP,USD\n2025-01-02,0.8,1.03\n2025-01-03,,1.02\n2025-01-06,0.9,1.04\n",
}


def folder_of(path: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (path / f"{name}.csv").write_text(text, encoding="ascii")
    return path


@pytest.fixture
def shipped() -> Rates:
    return Rates(data_folder() / "rates")


@pytest.fixture
def small(tmp_path: Path) -> Rates:
    return Rates(folder_of(tmp_path, SMALL))


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files read as a whole, in the order of reading."""
    names: list[str] = []
    read: Callable[[Path], str] = rates_year._text

    def recording(path: Path) -> str:
        names.append(path.name)
        return read(path)

    monkeypatch.setattr(rates_year, "_text", recording)
    return names


def quoted(rates: Rates, code: str, day: date) -> tuple[str, date] | None:
    quote = rates.on(code, day)
    return (str(quote.per_euro), quote.day) if quote else None


def banded(rates: Rates, source: str, target: str, first: date, last: date) -> Band:
    band = rates.band(source, target, first, last)
    assert band is not None
    return band


@pytest.mark.parametrize(
    ("code", "day", "value", "found"),
    [
        ("GBP", date(2025, 3, 12), "0.84078", date(2025, 3, 12)),
        ("USD", date(2025, 3, 12), "1.0886", date(2025, 3, 12)),
        ("USD", date(2025, 3, 15), "1.0889", date(2025, 3, 14)),  # Saturday
        ("USD", date(2025, 3, 16), "1.0889", date(2025, 3, 14)),  # Sunday
        ("USD", date(2025, 1, 1), "1.0389", date(2024, 12, 31)),
        ("USD", date(1999, 1, 4), "1.1789", date(1999, 1, 4)),
        ("RUB", date(2025, 3, 12), "117.201", date(2022, 3, 1)),
        ("HRK", date(2023, 1, 2), "7.5365", date(2022, 12, 30)),
        ("TRL", date(2004, 12, 31), "1836200", date(2004, 12, 31)),
        ("EUR", date(2025, 3, 16), "1", date(2025, 3, 14)),
    ],
)
def test_newest_quote_on_or_before_a_day(
    shipped: Rates, code: str, day: date, value: str, found: date
) -> None:
    assert quoted(shipped, code, day) == (value, found)


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("USD", date(1998, 12, 31)),  # before the series
        ("RON", date(2005, 6, 30)),  # the new leu began on 2005-07-01
        ("UAH", date(2025, 3, 12)),  # never in the series
        ("usd", date(2025, 3, 12)),
    ],
)
def test_no_quote(shipped: Rates, code: str, day: date) -> None:
    assert shipped.on(code, day) is None


def test_band_names_the_days_of_least_greatest_and_last(shipped: Rates) -> None:
    band = banded(shipped, "GBP", "EUR", date(2025, 3, 5), date(2025, 3, 12))
    assert band == Band(
        source="GBP",
        target="EUR",
        low=1 / Fraction("0.84374"),
        high=1 / Fraction("0.835"),
        low_day=date(2025, 3, 11),
        high_day=date(2025, 3, 5),
        last=1 / Fraction("0.84078"),
        last_day=date(2025, 3, 12),
    )


@pytest.mark.parametrize(
    ("first", "last", "low", "high"),
    [
        (date(2025, 2, 1), date(2025, 2, 28), "1.19491", "1.21054"),
        (date(2025, 3, 1), date(2025, 3, 31), "1.18520", "1.21168"),
    ],
)
def test_band_of_a_month(shipped: Rates, first: date, last: date, low: str, high: str) -> None:
    band = banded(shipped, "GBP", "EUR", first, last)
    assert (f"{float(band.low):.5f}", f"{float(band.high):.5f}") == (low, high)


def test_band_takes_the_cross_rate_day_by_day(small: Rates) -> None:
    band = banded(small, "GBP", "USD", date(2025, 1, 1), date(2025, 1, 31))
    # 3 January has no pound: its dollar must not meet another day's pound.
    assert (band.high, band.high_day) == (Fraction("1.03") / Fraction("0.8"), date(2025, 1, 2))
    assert (band.low, band.low_day) == (Fraction("1.04") / Fraction("0.9"), date(2025, 1, 6))
    assert (band.last, band.last_day) == (band.low, band.low_day)


def test_band_of_equal_rates_names_the_first_day(small: Rates) -> None:
    band = banded(small, "EUR", "EUR", date(2024, 12, 1), date(2025, 1, 31))
    assert (band.low, band.high) == (Fraction(1), Fraction(1))
    assert (band.low_day, band.high_day) == (date(2024, 12, 30), date(2024, 12, 30))
    assert band.last_day == date(2025, 1, 6)


def test_band_across_a_new_year(small: Rates) -> None:
    band = banded(small, "EUR", "USD", date(2024, 12, 31), date(2025, 1, 3))
    assert (band.low, band.low_day) == (Fraction("1.02"), date(2025, 1, 3))
    assert (band.high, band.high_day) == (Fraction("1.05"), date(2024, 12, 31))


@pytest.mark.parametrize(
    ("source", "target", "first", "last"),
    [
        ("EUR", "USD", date(2025, 1, 4), date(2025, 1, 5)),  # a week-end
        ("HRK", "USD", date(2025, 1, 1), date(2025, 1, 31)),  # the kuna had ended
        ("EUR", "UAH", date(2024, 1, 1), date(2025, 1, 31)),
        ("EUR", "USD", date(2025, 1, 31), date(2025, 1, 1)),
    ],
)
def test_no_band(small: Rates, source: str, target: str, first: date, last: date) -> None:
    assert small.band(source, target, first, last) is None


def test_first_and_last_day_of_a_currency(shipped: Rates) -> None:
    assert (shipped.oldest("USD"), shipped.oldest("EUR")) == (date(1999, 1, 4),) * 2
    assert shipped.newest("EUR") == shipped.newest("USD")
    assert shipped.newest("RUB") == date(2022, 3, 1)
    assert shipped.newest("HRK") == date(2022, 12, 30)
    assert shipped.newest("BGN") == date(2025, 12, 31)
    assert (shipped.newest("UAH"), shipped.oldest("UAH")) == (None, None)


def test_codes(shipped: Rates, small: Rates) -> None:
    assert small.codes() == {"EUR", "GBP", "HRK", "USD"}
    assert len(shipped.codes()) == 42
    assert {"EUR", "RUB", "SIT", "TRL", "TRY"} <= shipped.codes()


def test_a_week_opens_one_file(shipped: Rates, opened: list[str]) -> None:
    banded(shipped, "GBP", "EUR", date(2025, 3, 6), date(2025, 3, 13))
    assert shipped.on("USD", date(2025, 3, 13)) is not None
    assert opened == ["2025.csv"]


def test_a_week_across_a_new_year_opens_two_files(shipped: Rates, opened: list[str]) -> None:
    banded(shipped, "GBP", "EUR", date(2024, 12, 28), date(2025, 1, 3))
    assert opened == ["2024.csv", "2025.csv"]


def test_an_ended_or_unknown_currency_opens_no_file_for_nothing(
    shipped: Rates, opened: list[str]
) -> None:
    assert shipped.on("UAH", date(2025, 3, 12)) is None
    assert opened == []
    assert shipped.on("RUB", date(2025, 3, 12)) is not None
    assert opened == ["2022.csv"]


def test_band_of_all_days(shipped: Rates) -> None:
    band = banded(shipped, "USD", "JPY", date.min, date.max)
    assert 75 < band.low < band.high < 165


def test_fixed_euro_rates_agree_with_the_last_reference_rate(shipped: Rates) -> None:
    fixed = {code: row for code, row in load_tables().currencies.items() if row.fixed_euro_rate}
    assert len(fixed) == 23
    compared = 0
    for code in fixed.keys() & shipped.codes():
        rate, since = fixed[code].fixed_euro_rate, fixed[code].fixed_from
        assert rate is not None
        assert since is not None
        last = shipped.on(code, since.first)
        assert last is not None
        assert (since.first - last.day).days <= 5
        assert abs(last.per_euro - rate) / rate < Decimal("0.0003"), code
        compared += 1
    assert compared == 9


def test_every_quoted_currency_has_its_row(shipped: Rates) -> None:
    assert shipped.codes() - load_tables().currencies.keys() == set()


def test_load_rates_is_cached_by_folder(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, SMALL)
    assert load_rates(folder) is load_rates(folder)
    assert load_rates() is load_rates(data_folder() / "rates")


def test_other_files_in_the_folder_do_not_matter(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {**SMALL, "2025-draft": "nothing"})
    assert Rates(folder).newest("USD") == date(2025, 1, 6)


def test_no_rates_at_all(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="no rates in"):
        Rates(tmp_path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("date,USD\n2025-01-02,one\n", '2025.csv, 2025-01-02, USD: "one" is not a rate'),
        ("date,USD\n2025-01-02,0\n", '"0" is not a rate'),
        ("date,USD\n2025-01-02,NaN\n", '"NaN" is not a rate'),
        ("date,USD\n2025-02-30,1.1\n", "2025.csv: day is out of range for month"),
        ("date,USD\n2025-01-02\n", "a line has more or fewer fields"),
        ("date,USD\n2025-01-03,1.1\n2025-01-02,1.1\n", "the days do not ascend"),
        ("date,USD,USD\n2025-01-02,1,1\n", "one currency a column, each once"),
        ("day;USD\n", 'the first line must be "date"'),
        ("", 'the first line must be "date"'),
    ],
)
def test_a_malformed_file_is_named(tmp_path: Path, text: str, message: str) -> None:
    rates = Rates(folder_of(tmp_path, {"2025": text}))
    with pytest.raises(FactcheckError, match=re.escape(message)):
        rates.band("EUR", "USD", date(2025, 1, 1), date(2025, 1, 31))


def test_bytes_that_are_not_text(tmp_path: Path) -> None:
    (tmp_path / "2025.csv").write_bytes(b"date,USD\n2025-01-02,\xff\n")
    with pytest.raises(FactcheckError, match="cannot be read"):
        Rates(tmp_path).band("EUR", "USD", date(2025, 1, 1), date(2025, 1, 31))
