"""Interval arithmetic: nothing that two figures allow is ever lost, nothing empty ever made."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.interval import Interval, around, exact, point

VALUES = st.one_of(
    st.decimals(-(10**9), 10**9, allow_nan=False, places=3),
    st.fractions(-(10**6), 10**6, max_denominator=1000),
)
NON_NEGATIVE = st.fractions(0, 10**6, max_denominator=1000)
POSITIVE = st.fractions(Fraction(1, 1000), 10**6, max_denominator=1000)


@st.composite
def intervals(
    draw: st.DrawFn, values: st.SearchStrategy[Decimal | Fraction] = VALUES
) -> tuple[Interval, Decimal | Fraction]:
    """An interval, open or closed or without an end, and a value in it."""
    low, inside, high = sorted((draw(values), draw(values), draw(values)), key=exact)
    closed = draw(st.booleans()) or low == inside, draw(st.booleans()) or inside == high
    bounds = (None if draw(st.booleans()) else low), (None if draw(st.booleans()) else high)
    return Interval(*bounds, *closed), inside


def low_ended(
    values: st.SearchStrategy[Fraction],
) -> st.SearchStrategy[tuple[Interval, Decimal | Fraction]]:
    return intervals(values).filter(lambda pair: pair[0].low is not None)


def bounds(low: int | None, high: int | None, *closed: bool) -> Interval:
    return Interval(
        None if low is None else Decimal(low), None if high is None else Decimal(high), *closed
    )


@given(intervals(), intervals())
def test_sum_of_intervals_holds_every_sum(
    left: tuple[Interval, Decimal | Fraction], right: tuple[Interval, Decimal | Fraction]
) -> None:
    assert left[0].plus(right[0]).contains(exact(left[1]) + exact(right[1]))


@given(intervals(), intervals())
def test_difference_of_intervals_holds_every_difference(
    left: tuple[Interval, Decimal | Fraction], right: tuple[Interval, Decimal | Fraction]
) -> None:
    assert left[0].minus(right[0]).contains(exact(left[1]) - exact(right[1]))


@given(low_ended(NON_NEGATIVE), low_ended(NON_NEGATIVE))
def test_product_of_intervals_holds_every_product(
    left: tuple[Interval, Decimal | Fraction], right: tuple[Interval, Decimal | Fraction]
) -> None:
    assert left[0].times(right[0]).contains(exact(left[1]) * exact(right[1]))


@given(low_ended(NON_NEGATIVE), low_ended(POSITIVE))
def test_quotient_of_intervals_holds_every_quotient(
    left: tuple[Interval, Decimal | Fraction], right: tuple[Interval, Decimal | Fraction]
) -> None:
    quotients = left[0].times(right[0].inverse())
    assert quotients.contains(exact(left[1]) / exact(right[1]))


@given(intervals())
def test_negated_twice_is_the_same(pair: tuple[Interval, Decimal | Fraction]) -> None:
    interval, inside = pair
    assert interval.negated().contains(-exact(inside))
    assert interval.negated().negated() == interval


@given(intervals(), intervals())
def test_intervals_overlap_where_they_share_a_value(
    left: tuple[Interval, Decimal | Fraction], right: tuple[Interval, Decimal | Fraction]
) -> None:
    assume(right[0].contains(left[1]))
    assert left[0].overlaps(right[0])
    assert right[0].overlaps(left[0])


@given(intervals(), intervals())
def test_overlap_is_the_same_from_both_sides(
    left: tuple[Interval, Decimal | Fraction], right: tuple[Interval, Decimal | Fraction]
) -> None:
    assert left[0].overlaps(right[0]) == right[0].overlaps(left[0])


@given(VALUES, st.fractions(0, 1))
def test_widened_value_stays_in_the_middle(value: Decimal | Fraction, share: Fraction) -> None:
    wide = around(value, share)
    assert wide.contains(value)
    assert wide.low is not None
    assert wide.high is not None
    assert exact(value) * 2 == exact(wide.low) + exact(wide.high)
    assert exact(wide.high) - exact(wide.low) == 2 * share * abs(exact(value))


def test_no_result_is_rounded() -> None:
    third = point(Fraction(1, 3))
    assert third.plus(third).plus(third) == point(Fraction(1))
    assert point(Decimal(3)).inverse().times(point(Decimal(3))) == point(Fraction(1))


@pytest.mark.parametrize(
    ("left", "right", "together"),
    [
        (bounds(1, 2), bounds(2, 3), True),
        (bounds(1, 2, True, False), bounds(2, 3), False),
        (bounds(1, 2), bounds(2, 3, False, True), False),
        (bounds(1, 2), bounds(3, 4), False),
        (bounds(None, 2), bounds(-5, -4), True),
        (bounds(2, None, False), bounds(None, 2), False),
        (bounds(None, None), bounds(7, 7), True),
    ],
)
def test_touching_ends_overlap_only_if_both_are_closed(
    left: Interval, right: Interval, together: bool
) -> None:
    assert left.overlaps(right) is together


@pytest.mark.parametrize(
    ("interval", "value", "inside"),
    [
        (bounds(1, 2), 1, True),
        (bounds(1, 2, False), 1, False),
        (bounds(1, 2, True, False), 2, False),
        (bounds(1, None), 10**30, True),
        (bounds(None, 1), -(10**30), True),
        (bounds(None, 1), 2, False),
        (bounds(187, None, False), 187, False),
    ],
)
def test_ends_belong_to_an_interval_only_if_closed(
    interval: Interval, value: int, inside: bool
) -> None:
    assert interval.contains(Decimal(value)) is inside


def test_bounded_means_both_ends() -> None:
    assert bounds(1, 2).bounded
    assert not bounds(1, None).bounded
    assert not bounds(None, 2).bounded


@pytest.mark.parametrize(
    ("low", "high", "closed"), [(2, 1, (True, True)), (1, 1, (True, False)), (1, 1, (False, True))]
)
def test_empty_interval_is_refused(low: int, high: int, closed: tuple[bool, bool]) -> None:
    with pytest.raises(ValueError, match="empty"):
        bounds(low, high, *closed)


def test_products_of_negative_values_are_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        bounds(-1, 1).times(bounds(1, 2))
    with pytest.raises(ValueError, match="negative"):
        bounds(1, 2).times(bounds(None, 2))


@pytest.mark.parametrize("low", [None, -1, 0])
def test_divisor_that_may_be_zero_is_refused(low: int | None) -> None:
    with pytest.raises(ValueError, match="above zero"):
        bounds(low, 2).inverse()


def test_product_with_zero_is_no_empty_interval() -> None:
    zero = bounds(0, 0)
    assert zero.times(bounds(1, 2, False, False)) == point(Fraction(0))
    assert bounds(0, 5).times(bounds(0, None)).contains(Decimal(0))


def test_zero_is_a_product_even_if_the_other_end_is_open() -> None:
    assert bounds(0, 1).times(bounds(2, 3, False)).contains(Decimal(0))
