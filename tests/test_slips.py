"""Slips: the first hypothesis that makes a figure fit is named, and what the figure would be."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.comparison.judge import Printed, compare
from factcheck.comparison.slips import (
    Slip,
    copied,
    digit_slips,
    one_digit,
    powers_of_ten,
    telling,
)
from factcheck.interval import exact, point
from tests.make_claims import ONE, compared

BILLION, MILLION = Decimal(10) ** 9, Decimal(10) ** 6


def right(value: Fraction | int) -> Callable[[Printed], bool]:
    """Does a figure agree with the right value?"""
    truth = point(Fraction(value))
    return lambda figure: compare(truth, truth, figure).agrees


@pytest.mark.parametrize(
    ("digits", "scale", "truth", "key", "factor"),
    [
        ("5.3", MILLION, 5_300_000_000, "slip_power_up", 1000),
        ("5.3", BILLION, 5_300_000, "slip_power_down", 1000),
        ("53", MILLION, 530_000_000, "slip_zero_up", 10),
        ("530", MILLION, 53_000_000, "slip_zero_down", 10),
        ("5.3", ONE, 5_300_000, "slip_power_up", 10**6),
        ("12", MILLION, 1_200_000_000, "slip_zero_up", 100),
    ],
)
def test_scale_word_confused(
    digits: str, scale: Decimal, truth: int, key: str, factor: int
) -> None:
    assert powers_of_ten(compared(digits, scale), right(truth)) == Slip(
        key, Fraction(truth), factor
    )


@given(
    st.decimals(Decimal("1.01"), Decimal("9.99"), places=2, allow_nan=False),
    st.sampled_from([10, 100, 1000, 10**6, 10**9]),
    st.booleans(),
)
def test_every_power_of_ten_is_found(digits: Decimal, factor: int, missing: bool) -> None:
    figure = compared(str(digits), BILLION)
    truth = figure.value * factor if missing else figure.value / factor
    slip = powers_of_ten(figure, right(truth))
    kind = "zero" if factor in {10, 100} else "power"
    assert slip == Slip(f"slip_{kind}_{'up' if missing else 'down'}", truth, factor)


@pytest.mark.parametrize("truth", [5_300_000_000, 6_900_000_000, 3_100_000_000])
def test_no_power_of_ten_explains_other_digits(truth: int) -> None:
    figure = compared("4.1", BILLION)
    assert powers_of_ten(figure, right(truth)) is None


@pytest.mark.parametrize(
    ("digits", "scale", "truth", "key"),
    [
        ("178", BILLION, 187 * 10**9, "slip_transposed"),
        ("4.15", BILLION, 4_510_000_000, "slip_transposed"),
        ("5633", ONE, 563, "slip_added_digit"),
        ("351", ONE, 35, "slip_added_digit"),
    ],
)
def test_digits_transposed_or_added(digits: str, scale: Decimal, truth: int, key: str) -> None:
    assert digit_slips(compared(digits, scale), right(truth)) == Slip(key, Fraction(truth))


@given(st.integers(100, 99_999), st.data())
def test_every_transposition_is_explained(number: int, data: st.DataObject) -> None:
    digits = str(number)
    at = data.draw(st.integers(0, len(digits) - 2))
    swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    assume(swapped != digits and swapped[0] != "0" and not digits.endswith("0"))
    slip = digit_slips(compared(digits, BILLION), lambda f: f.value == int(swapped) * 10**9)
    assert slip is not None
    assert slip.corrected == int(swapped) * 10**9


@pytest.mark.xfail(reason="a dropped digit is not tried, only an added one", strict=True)
def test_digit_dropped() -> None:
    slip = digit_slips(compared("18", BILLION), right(187 * 10**9))
    assert slip is not None


@pytest.mark.parametrize("digits", ["5", "500", "0.5"])
def test_single_digit_has_no_digit_slip(digits: str) -> None:
    assert digit_slips(compared(digits), lambda _: True) is None


def test_figure_that_fits_unchanged_is_no_slip() -> None:
    assert digit_slips(compared("55"), lambda figure: figure.value == 55) is None


@pytest.mark.parametrize(
    ("left", "left_scale", "other", "other_scale", "same"),
    [
        ("4.5", BILLION, "4.5", BILLION, True),
        ("4.5", BILLION, "4500", MILLION, True),
        ("4.50", BILLION, "4.5", BILLION, True),
        ("4.5", BILLION, "5.4", BILLION, False),
        ("5", BILLION, "5", BILLION, False),
        ("5000", ONE, "500", ONE, False),
        ("120", ONE, "12", ONE, True),
    ],
)
def test_copied_means_the_same_two_digits_or_more(
    left: str, left_scale: Decimal, other: str, other_scale: Decimal, same: bool
) -> None:
    assert copied(compared(left, left_scale), compared(other, other_scale)) is same


def test_figure_that_is_no_finite_decimal_has_no_digits_to_exchange() -> None:
    third = compared("12").moved(Fraction(1, 3))
    assert digit_slips(third, lambda _: True) is None
    assert not copied(third, third)
    assert exact(third.value) == Fraction(1, 3)


@pytest.mark.parametrize(
    ("digits", "truth", "slip"),
    [
        ("354", 324, Slip("slip_one_digit")),
        ("88", 78, Slip("slip_one_digit")),
        ("103000", 93000, None),  # not of one length
        ("79", 78, None),  # a count that was taken a day later
        ("354", 325, None),
        ("4", 7, None),
    ],
)
def test_one_digit_wrong(digits: str, truth: int, slip: Slip | None) -> None:
    assert one_digit(compared(digits, ONE), Fraction(truth)) == slip


def test_a_slip_that_fits_by_chance_tells_nothing() -> None:
    two, fifteen = compared("2", MILLION), Fraction(15 * 10**6)
    assert not telling(Slip("slip_power_up", Fraction(20 * 10**6), 10), two, fifteen)
    assert not telling(Slip("slip_one_digit"), compared("14", ONE), Fraction(24))
    assert telling(Slip("slip_one_digit"), compared("354", ONE), Fraction(324))
    figure = compared("1.24", MILLION)
    assert telling(Slip("slip_power_up", Fraction(12_400_000), 10), figure, Fraction(12_380_000))
