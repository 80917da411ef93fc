"""Exact intervals: what a printed figure allows, and the arithmetic on it.

Bounds are `Decimal` or `Fraction`; arithmetic returns `Fraction`, so nothing is ever rounded.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

Number = Decimal | Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`; an open-ended side is None."""

    low: Number | None
    high: Number | None
    low_closed: bool = True
    high_closed: bool = True

    def __post_init__(self) -> None:
        if self.low is None or self.high is None:
            return
        if self.low > self.high or (
            self.low == self.high and not (self.low_closed and self.high_closed)
        ):
            raise ValueError(f"empty interval from {self.low} to {self.high}")

    @property
    def bounded(self) -> bool:
        """Both ends are known."""
        return self.low is not None and self.high is not None

    def contains(self, value: Number) -> bool:
        """Is the value allowed?"""
        if self.low is not None and (
            value < self.low or (value == self.low and not self.low_closed)
        ):
            return False
        return self.high is None or value < self.high or (value == self.high and self.high_closed)

    def overlaps(self, other: "Interval") -> bool:
        """Is any value allowed by both?"""
        return not (self._below(other) or other._below(self))

    def _below(self, other: "Interval") -> bool:
        if self.high is None or other.low is None:
            return False
        touching = self.high_closed and other.low_closed
        return self.high < other.low or (self.high == other.low and not touching)

    def plus(self, other: "Interval") -> "Interval":
        """The sums of any value here and any value there."""
        return Interval(
            None if self.low is None or other.low is None else exact(self.low) + exact(other.low),
            None
            if self.high is None or other.high is None
            else exact(self.high) + exact(other.high),
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )

    def negated(self) -> "Interval":
        """The values with the opposite sign."""
        low = None if self.high is None else -exact(self.high)
        high = None if self.low is None else -exact(self.low)
        return Interval(low, high, self.high_closed, self.low_closed)

    def minus(self, other: "Interval") -> "Interval":
        """The differences of any value here and any value there."""
        return self.plus(other.negated())

    def times(self, other: "Interval") -> "Interval":
        """The products; both must be free of negative values, which is all that checks multiply."""
        if not (self._non_negative() and other._non_negative()):
            raise ValueError("only intervals without negative values can be multiplied")
        low = exact(self.low or Fraction(0)) * exact(other.low or Fraction(0))
        zero = (self.low == 0 and self.low_closed) or (other.low == 0 and other.low_closed)
        low_closed = zero or (self.low_closed and other.low_closed)
        if self.high is None or other.high is None:
            return Interval(low, None, low_closed, True)
        high = exact(self.high) * exact(other.high)
        return Interval(
            low,
            high,
            low_closed or low == high,
            (self.high_closed and other.high_closed) or low == high,
        )

    def scaled(self, factor: Fraction) -> "Interval":
        """Every value times a factor above zero."""
        low = None if self.low is None else exact(self.low) * factor
        high = None if self.high is None else exact(self.high) * factor
        return Interval(low, high, self.low_closed, self.high_closed)

    def inverse(self) -> "Interval":
        """One divided by each value; the interval must be above zero."""
        if self.low is None or self.low <= 0:
            raise ValueError("only an interval above zero has an inverse")
        low = Fraction(0) if self.high is None else 1 / exact(self.high)
        low_closed = self.high is not None and self.high_closed
        return Interval(low, 1 / exact(self.low), low_closed, self.low_closed)

    def _non_negative(self) -> bool:
        return self.low is not None and self.low >= 0


def exact(value: Number | int) -> Fraction:
    """The same value as a Fraction, in which Decimal and Fraction can be mixed."""
    return value if isinstance(value, Fraction) else Fraction(value)


def point(value: Number) -> Interval:
    """The interval that allows one value only."""
    return Interval(value, value)


def around(value: Number, share: Fraction) -> Interval:
    """The value widened by a share of itself on either side."""
    width = abs(exact(value)) * share
    return Interval(exact(value) - width, exact(value) + width)
