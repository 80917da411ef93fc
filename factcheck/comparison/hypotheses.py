"""Which slip explains that a printed figure is not what others make of it."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from factcheck.comparison.judge import Printed, compare
from factcheck.comparison.slips import Slip, digit_slips, one_digit, place_of, powers_of_ten
from factcheck.interval import Interval, exact, point

NEAR = Fraction(1, 50)
Fits = Callable[[Printed], bool]
Explain = Callable[[Printed, Fits], Slip | None]
SLIPS: tuple[Explain, ...] = (powers_of_ten, digit_slips)


def alternative(
    key: str, nominal: Fraction, *, unit: str | None = None, corrected: Fraction | None = None
) -> Explain:
    """The slip that the figure is what another sum gives: on the wrong base, say."""

    def explain(figure: Printed, _fits_derived: Fits) -> Slip | None:
        near = abs(figure.value - nominal) <= NEAR * abs(nominal)
        fits = near or figure.interval.contains(nominal)
        return Slip(key, corrected, unit=unit) if fits else None

    return explain


def fits(figure: Printed, derived: Interval, nominal: Fraction) -> bool:
    """Does the bare figure agree with a derived value?"""
    bare = Printed(figure.value, figure.interval, figure.step, figure.place)
    return compare(derived, point(nominal), bare).agrees


def slip_of(
    figure: Printed, derived: Interval, nominal: Fraction, known: Sequence[Explain]
) -> Slip | None:
    """The first slip that makes the figure fit: those `known` to the check before the others."""
    for explain in (*known, *SLIPS):
        slip = explain(figure, lambda other: fits(other, derived, nominal))
        if slip is not None and _prints(slip, nominal, figure):
            return slip
    return one_digit(figure, nominal)


def in_words(window: Interval, known: Sequence[Explain]) -> Slip | None:
    """The first of the slips `known` that lands in what a word such as "half" is said of."""
    if window.low is None or window.high is None:
        return None
    middle = (exact(window.low) + exact(window.high)) / 2
    figure = Printed(middle, window, Fraction(0), Fraction(0))
    found = (explain(figure, lambda _: False) for explain in known)
    return next((slip for slip in found if slip is not None), None)


def _prints(slip: Slip, nominal: Fraction, figure: Printed) -> bool:
    """Is the figure without the slip what one would print? Not 45 for 44, though both may be."""
    if slip.corrected is None or slip.factor is not None or slip.unit is not None:
        return True
    place = min(figure.step, place_of(slip.corrected))
    return abs(slip.corrected - nominal) <= place / 2
