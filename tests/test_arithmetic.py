"""Interval arithmetic of articles: what figures allow together, and where nothing can be said."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from factcheck.arithmetic import change, product, quotient, share, total
from factcheck.interval import Interval, point

AMOUNTS = st.integers(min_value=1, max_value=10**6).map(Fraction)


def within(low: str, high: str) -> Interval:
    return Interval(Decimal(low), Decimal(high))


def around_amount(value: Fraction, half: Fraction) -> Interval:
    return Interval(max(value - half, Fraction(1, 1000)), value + half)


def test_change_between_rounded_figures() -> None:
    found = change(within("2.35", "2.45"), within("2.65", "2.75"))
    assert found == Interval(
        (Fraction(265, 245) - 1) * 100, (Fraction(275, 235) - 1) * 100, True, True
    )


def test_share_of_exact_counts() -> None:
    assert share(point(Decimal(118)), point(Decimal(300))) == point(Fraction(11800, 300))


def test_bounds_of_a_sum_add() -> None:
    assert total([within("1", "2"), within("3", "5")]) == Interval(Fraction(4), Fraction(7))


def test_nothing_is_divided_by_what_may_be_zero_or_less() -> None:
    assert quotient(within("1", "2"), within("0", "2")) is None
    assert quotient(within("-1", "2"), within("1", "2")) is None
    assert change(within("-3", "-2"), within("1", "2")) is None
    assert product(within("-1", "2"), within("1", "2")) is None


def test_a_bound_stays_open() -> None:
    found = quotient(Interval(Decimal(100), None, False, True), within("2", "4"))
    assert found == Interval(Fraction(25), None, False, True)


@given(old=AMOUNTS, new=AMOUNTS, half=AMOUNTS)
def test_the_true_change_is_always_allowed(old: Fraction, new: Fraction, half: Fraction) -> None:
    found = change(around_amount(old, half), around_amount(new, half))
    assert found is not None
    assert found.contains((new / old - 1) * 100)


@given(amounts=st.lists(AMOUNTS, min_size=1, max_size=6), half=AMOUNTS)
def test_the_true_sum_is_always_allowed(amounts: list[Fraction], half: Fraction) -> None:
    assert total(around_amount(each, half) for each in amounts).contains(sum(amounts, Fraction(0)))
