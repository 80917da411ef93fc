"""What a multiple is said of: doubled of 1.85 to 2.15 times, tripled of 2.75 to 3.25, and so on."""

from fractions import Fraction
from typing import Final

from factcheck.interval import Interval, exact
from factcheck.model import Quantity

TENTH: Final = Fraction(1, 10)
TURNED: Final = {"over": "under", "just over": "under", "just under": "over"}
WINDOWS: Final = {
    Fraction(1, 2): (Fraction(45, 100), Fraction(55, 100)),
    Fraction(2): (Fraction(185, 100), Fraction(215, 100)),
    Fraction(3): (Fraction(275, 100), Fraction(325, 100)),
}


def window_of(quantity: Quantity, *, more: bool = False) -> Interval | None:
    """The window of a multiple with its hedge; one wider where `more` may add one ("3 times more").

    None for a quantity without a value above zero.
    """
    if quantity.value is None or quantity.value <= 0:
        return None
    times = exact(quantity.value)
    low, high = WINDOWS.get(times, (times * (1 - TENTH), times * (1 + TENTH)))
    hedge = quantity.hedge
    if times < 1 and hedge in TURNED:  # more than halved is less than half
        hedge = TURNED[hedge]
    if hedge in {"over", "at least", "just over"}:
        low, high = times * Fraction(97, 100), times + 1
    elif hedge == "just under":
        low, high = times * Fraction(5, 6), times * Fraction(103, 100)
    elif hedge == "about":
        low, high = times * Fraction(5, 6), times * Fraction(7, 6)
    elif hedge in {"at most", "under"}:
        low, high = Fraction(0), times * Fraction(103, 100)
    if times >= 2 and more:
        high += 1
    return Interval(low, high)
