"""Interval arithmetic of articles: sums, shares, quotients, changes, exactly and with both ends.

Each function gives every value that the printed figures allow together, or None where the sum
cannot be done: a divisor that may be zero or less, an amount that may be negative.
"""

from collections.abc import Iterable
from fractions import Fraction

from factcheck.interval import Interval, point

ONE = point(Fraction(1))
HUNDRED = Fraction(100)


def total(items: Iterable[Interval]) -> Interval:
    """The sums: bounds add, n items rounded to u miss by n*u/2 at most."""
    found = point(Fraction(0))
    for item in items:
        found = found.plus(item)
    return found


def quotient(dividend: Interval, divisor: Interval) -> Interval | None:
    """One divided by the other: [x-/n+, x+/n-]."""
    if divisor.low is None or divisor.low <= 0 or dividend.low is None or dividend.low < 0:
        return None
    return dividend.times(divisor.inverse())


def product(left: Interval, right: Interval) -> Interval | None:
    """The products of amounts that are not negative."""
    if left.low is None or left.low < 0 or right.low is None or right.low < 0:
        return None
    return left.times(right)


def share(part: Interval, whole: Interval) -> Interval | None:
    """The part in per cent of the whole."""
    return scaled(quotient(part, whole), HUNDRED)


def change(old: Interval, new: Interval) -> Interval | None:
    """How much the new is above the old, in per cent of the old: [b-/a+ - 1, b+/a- - 1]."""
    ratio = quotient(new, old)
    return None if ratio is None else scaled(ratio.minus(ONE), HUNDRED)


def scaled(interval: Interval | None, factor: Fraction) -> Interval | None:
    """Every value times a factor above zero."""
    return interval.scaled(factor) if interval is not None else None
