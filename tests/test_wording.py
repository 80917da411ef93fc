"""Numbers, amounts and days as each language writes them, sentences with their fields filled."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.languages.lexicon import load_lexicon
from factcheck.languages.wording import Wording, grouping, significant
from factcheck.reference.tables import load_tables
from tests.make_claims import figure

GERMAN, ENGLISH = Wording(load_lexicon("de")), Wording(load_lexicon("en"))


@pytest.mark.parametrize(
    ("value", "digits", "german", "english"),
    [
        (5, None, "5", "5"),
        (1234, None, "1234", "1234"),
        (12345, None, "12.345", "12,345"),
        (-12345, None, "-12.345", "-12,345"),
        (Decimal("4.5"), None, "4,5", "4.5"),
        (Decimal("4.50"), None, "4,5", "4.5"),
        (Decimal("1E+3"), None, "1000", "1000"),
        (Decimal("1234567.8"), None, "1.234.567,8", "1,234,567.8"),
        (Fraction(2, 3), None, "0,66667", "0.66667"),
        (Fraction(1, 3), 2, "0,33", "0.33"),
        (Decimal("0.84078"), 5, "0,84078", "0.84078"),
        (Decimal("0.0004567"), 2, "0,00046", "0.00046"),
        (Fraction(99999, 1), 3, "100.000", "100,000"),
        (0, None, "0", "0"),
        (Fraction(0), 3, "0", "0"),
        (Fraction(-5, 3), 3, "-1,67", "-1.67"),
    ],
)
def test_numbers(
    value: Decimal | Fraction | int, digits: int | None, german: str, english: str
) -> None:
    assert GERMAN.number(value, digits) == german
    assert ENGLISH.number(value, digits) == english


@pytest.mark.parametrize(
    ("value", "digits", "german", "english"),
    [
        (1000000, None, "1 Million", "1 million"),
        (Decimal("5.4e9"), None, "5,4 Milliarden", "5.4 billion"),
        (Fraction(5371000000), 3, "5,37 Milliarden", "5.37 billion"),
        (2 * 10**12, None, "2 Billionen", "2 trillion"),
        (999999, None, "999.999", "999,999"),
        (-3000000, None, "-3 Millionen", "-3 million"),
        (Decimal("1e9"), None, "1 Milliarde", "1 billion"),
        (Decimal("1000000.01"), 3, "1 Million", "1 million"),
        (Decimal(999999999), 3, "1 Milliarde", "1 billion"),
    ],
)
def test_scale_words_from_a_million(
    value: Decimal | Fraction | int, digits: int | None, german: str, english: str
) -> None:
    assert GERMAN.scaled(value, digits) == german
    assert ENGLISH.scaled(value, digits) == english


@pytest.mark.parametrize(
    ("value", "unit", "german", "english"),
    [
        (Decimal("5.4e9"), "EUR", "5,4 Milliarden Euro", "€5.4 billion"),
        (40, "percent", "40 Prozent", "40%"),
        (30, "kilometre", "30 Kilometer", "30 kilometres"),
        (12000, "SEK", "12.000 schwedische Kronen", "12,000 Swedish kronor"),
        (27, None, "27", "27"),
        (27, "MNT", "27 MNT", "27 MNT"),
        (-5, "EUR", "-5 Euro", "-€5"),
    ],
)
def test_amounts(value: Decimal | int, unit: str | None, german: str, english: str) -> None:
    assert GERMAN.amount(value, unit) == german
    assert ENGLISH.amount(value, unit) == english


def test_days_months_and_weekdays() -> None:
    day = date(2025, 3, 12)
    assert (GERMAN.day(day), ENGLISH.day(day)) == ("12. März 2025", "12 March 2025")
    assert (GERMAN.weekday(day), ENGLISH.weekday(day)) == ("Mittwoch", "Wednesday")
    assert GERMAN.month(day, with_year=True) == "März 2025"
    assert ENGLISH.month(day, with_year=False) == "March"


def test_hedges_are_printed_by_their_first_word() -> None:
    assert (GERMAN.hedge("over"), ENGLISH.hedge("over")) == ("über", "over")
    assert GERMAN.hedge(None) == ""


def test_fields_of_a_sentence_are_written_in_its_language() -> None:
    fields = {"low": Decimal("1234.5"), "high": date(2025, 3, 12)}
    assert GERMAN.say("interval", **fields) == "1234,5 bis 12. März 2025"
    assert ENGLISH.say("interval", **fields) == "1234.5 to 12 March 2025"


@pytest.mark.parametrize(
    ("count", "german", "english"),
    [(0, "0 Zahlen", "0 figures"), (1, "1 Zahl", "1 figure"), (2, "2 Zahlen", "2 figures")],
)
def test_plurals(count: int, german: str, english: str) -> None:
    assert GERMAN.plural("figures", count) == german
    assert ENGLISH.plural("figures", count) == english


def test_labels_come_from_the_report_section() -> None:
    assert GERMAN.label("suggestion", text="zählen") == "Zu tun: zählen"


@pytest.mark.parametrize(
    ("value", "digits", "rounded"),
    [
        ("123456", 3, "123000"),
        ("0.00123456", 3, "0.00123"),
        ("0.5", 1, "0.5"),
        ("0.999", 2, "1.0"),
        ("9.99", 2, "10"),
        ("-2.5", 1, "-3"),
        ("1", 5, "1"),
    ],
)
def test_significant_digits(value: str, digits: int, rounded: str) -> None:
    assert significant(Fraction(value), digits) == Decimal(rounded)


@given(st.fractions(Fraction(1, 10**6), 10**15), st.integers(1, 8))
def test_significant_digits_move_a_value_by_half_a_place_at_most(
    value: Fraction, digits: int
) -> None:
    rounded = Fraction(significant(value, digits))
    assert abs(rounded - value) <= value * Fraction(1, 2) / 10 ** (digits - 1)
    assert len(str(significant(value, digits).normalize().as_tuple().digits)) >= 1


@given(st.integers(1, 99_999), st.integers(-2, 8), st.sampled_from(["de", "en"]))
def test_amount_that_is_printed_is_read_back_as_the_same_value(
    digits: int, power: int, code: str
) -> None:
    value = Decimal(digits).scaleb(power)
    printed = Wording(load_lexicon(code)).amount(value, "EUR")
    found = figure(f"Es: {printed}.", code)
    assert (found.kind, found.unit) == ("money", "EUR")
    assert found.value == value


def test_no_unit_of_the_tables_prints_its_id_in_german() -> None:
    assert {unit for unit in load_tables().units if GERMAN.unit(unit) == unit} == set()


@pytest.mark.parametrize(
    ("text", "german", "english"),
    [
        ("2025-03-12", "12. März 2025", "12 March 2025"),
        ("2025-03", "März 2025", "March 2025"),
        ("2025", "2025", "2025"),
        ("", "", ""),
        ("winter 2025", "winter 2025", "winter 2025"),
        ("2024-2025-x", "2024-2025-x", "2024-2025-x"),
    ],
)
def test_a_day_of_a_table_is_written_as_the_language_does(
    text: str, german: str, english: str
) -> None:
    assert GERMAN.when(text) == german
    assert ENGLISH.when(text) == english


@pytest.mark.parametrize(
    ("figures", "german", "english"),
    [
        (["8.000 Euro", "12 Euro"], 4, None),
        (["8000 Euro"], 5, 5),
        (["8000 Euro", "2.500 Euro"], 4, 5),
        (["£8,000"], None, 4),
        (["12.000", "800", "12,5"], None, None),
    ],
)
def test_the_habit_of_parting_thousands(
    figures: list[str], german: int | None, english: int | None
) -> None:
    assert grouping(figures, GERMAN.lexicon) == german
    assert grouping(figures, ENGLISH.lexicon) == english
