"""A figure of an article or a source as the two are compared: its value and what it allows."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from factcheck.comparison.judge import Printed, printed
from factcheck.interval import Interval, around, exact
from factcheck.model import Quantity
from factcheck.rounding import BOUNDS, WIDENING, coarse

# "Up to 50" is said of something like 50, not of a few.
UP_TO = Fraction(1, 5)
HUNDRED, HUNDREDTH = Fraction(100), Fraction(1, 100)
# From so many digits on a hedge is only a manner of speaking.
PRECISE, TWO, FIVE = 3, 2, 5


def as_compared(quantity: Quantity, *, bare: bool = False) -> Printed | None:
    """A figure as it is compared with a source: whatever is rounded may also be cut off.

    Under a hedge it is the hedge that says how far, under "up to 50" not far below; a share is
    counted in hundredths. `bare` is without its bound.
    """
    found = printed(quantity, drop_bounds=bare, reach=True)
    if found is None:
        return None
    if not bare and quantity.hedge == "at most" and isinstance(quantity.value, Decimal):
        low = found.value - max(exact(coarse(quantity.value)), abs(found.value) * UP_TO)
        found = replace(found, interval=Interval(low, found.value))
    if quantity.hedge in WIDENING and digits_of(quantity) >= PRECISE:
        found = replace(found, interval=_narrowed(found, HUNDREDTH))
    elif quantity.hedge in WIDENING and found.step and _two_digits(quantity):
        found = replace(found, interval=_narrowed(found, Fraction(0)))
    free = quantity.hedge not in BOUNDS | WIDENING and found.step != 0
    found = Printed(found.value, found.interval, found.step, found.place, free)
    return found.times(HUNDRED) if quantity.kind == "fraction" else found


def digits_of(quantity: Quantity) -> int:
    """How many digits a value has, without the zeros at its end."""
    value = quantity.value
    return len(value.normalize().as_tuple().digits) if isinstance(value, Decimal) else 0


def _two_digits(quantity: Quantity) -> bool:
    """Has it two of them, and is the second no five, as of what is known to a half: about 35?"""
    value = quantity.value
    digits = value.normalize().as_tuple().digits if isinstance(value, Decimal) else ()
    return len(digits) == TWO and digits[-1] != FIVE


def _narrowed(figure: Printed, share: Fraction) -> Interval:
    """What "about 61.4" allows: not a tenth more or less, but a step or a hundredth; and "about 43"
    a step."""
    near = around(figure.value, share)
    low = max(exact(figure.interval.low or 0), exact(near.low or 0) - figure.step)
    high = min(exact(figure.interval.high or 0), exact(near.high or 0) + figure.step)
    closed = figure.interval.low_closed, figure.interval.high_closed
    return Interval(min(low, high), max(low, high), *closed)
