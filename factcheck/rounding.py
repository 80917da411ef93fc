"""What a printed figure allows: its steps, its hedge, the interval that follows.

For a printed value two places matter: `coarse` (c), the place of its last non-zero digit, and the
`step` (u), the place it is usually rounded to. "4,5 Milliarden" has both at 0.1 billion and allows
[4.45e9, 4.55e9]; "5.000 Euro" has c = 1000 and u = 100 and allows [4950, 5050].
"""

from decimal import Context, Decimal

from factcheck.interval import Interval, Number, exact

EXACT = Context(prec=200)
ZERO = Decimal(0)
TENTH, HALF = Decimal("0.1"), Decimal("0.5")
BOUNDS = frozenset({"over", "at least", "at most", "under"})
WIDENING = frozenset({"about", "just under", "just over"})
EXACT_COUNT_BELOW = 100


def coarse(value: Decimal) -> Decimal:
    """The place of the last non-zero digit: 1000 for 5000, 0.1 for 4.5, 1 for 0."""
    if not value:
        return Decimal(1)
    exponent = value.normalize(EXACT).as_tuple().exponent
    return Decimal(1).scaleb(int(exponent), EXACT)


def second_place(value: Decimal) -> Decimal:
    """The place of the last non-zero digit, but never coarser than the second digit: 10 for 200."""
    place = coarse(value)
    if not value:
        return place
    return min(place, Decimal(1).scaleb(value.adjusted() - 1, EXACT))


def step_of(printed: Decimal, scale: Decimal) -> Decimal:
    """The place that a figure is rounded to: `printed` as its digits stand, times the scale word.

    The last printed place of a decimal; for integers the last non-zero digit, but never coarser
    than the second digit and never finer than one.
    """
    _, digits, exponent = printed.as_tuple()
    if isinstance(exponent, int) and exponent < 0:
        place = Decimal(1).scaleb(exponent)
    else:
        second = Decimal(1).scaleb(len(digits) + int(exponent) - 2)
        place = max(Decimal(1), min(coarse(printed), second))
    return EXACT.multiply(place, scale)


def is_exact_count(printed: Decimal, scale: Decimal) -> bool:
    """Counts are exact below a hundred and when the last digit is not zero."""
    if scale != 1 or printed != printed.to_integral_value():
        return False
    return abs(printed) < EXACT_COUNT_BELOW or printed % 10 != 0


def interval_of(value: Number, step: Number, hedge: str | None, *, signed: bool) -> Interval:
    """The values that a printed figure allows.

    `step` is 0 for an exact figure; `signed` quantities (temperatures, changes) have no floor at
    zero under "at most" and "under".
    """
    if hedge in BOUNDS:
        return _bounded(value, hedge, signed)
    if hedge in WIDENING:
        reach = _reach(value, step)
        if not reach:
            return Interval(value, value)
        if hedge == "just under":
            return Interval(_add(value, -reach), value, True, False)
        if hedge == "just over":
            return Interval(value, _add(value, reach), False, True)
        return Interval(_add(value, -reach), _add(value, reach))
    half = _half(step)
    return Interval(_add(value, -half), _add(value, half))


def usual_reach(value: Decimal, hedge: str | None, interval: Interval) -> Interval:
    """How far a bound usually reaches: "über 187" to 188, "unter 5.000" down to 4000."""
    place = coarse(value)
    if hedge in ("over", "at least"):
        return Interval(value, EXACT.add(value, place), hedge == "at least", True)
    if hedge == "under":
        return Interval(EXACT.subtract(value, place), value, True, False)
    return interval


def bare(value: Number, step: Number, hedge: str | None, interval: Interval) -> Interval:
    """The interval without a bound, which in a conversion holds for the pair."""
    return interval_of(value, step, None, signed=True) if hedge in BOUNDS else interval


def _bounded(value: Number, hedge: str, signed: bool) -> Interval:
    if hedge in ("over", "at least"):
        return Interval(value, None, hedge == "at least", True)
    floor = None if signed or value <= 0 else ZERO
    return Interval(floor, value, True, hedge == "at most")


def _reach(value: Number, step: Number) -> Number:
    half = _half(step)
    tenth = EXACT.multiply(abs(value), TENTH) if isinstance(value, Decimal) else abs(value) / 10
    return max(half, tenth)


def _half(step: Number) -> Number:
    return EXACT.multiply(step, HALF) if isinstance(step, Decimal) else step / 2


def _add(left: Number, right: Number) -> Number:
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return EXACT.add(left, right)
    return exact(left) + exact(right)
