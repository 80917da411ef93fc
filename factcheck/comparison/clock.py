"""The minutes between two clock times, and what a length that is told may be of them."""

from fractions import Fraction

from factcheck.extract.times.clocks import minutes_of
from factcheck.interval import Interval
from factcheck.languages.lexicon import Lexicon
from factcheck.model import Claim

NOON, DAY, HOUR, HALF, QUARTER, TEN, FIVE = 12, 1440, 60, 30, 15, 10, 5
OF_HOURS, OF_QUARTERS, OF_FIVES = 20, 7, 3


def gone_between(start: Claim, end: Claim, lexicon: Lexicon) -> list[int]:
    """The minutes that may have gone by between two times, of the day or of a match."""
    begun, ended = (_minutes(claim, lexicon) for claim in (start, end))
    if any(_past_noon(claim) for claim in (start, end)) and begun and ended:
        begun, ended = frozenset({min(begun)}), frozenset({min(ended)})
    return sorted({(late - early) % DAY or DAY for early in begun for late in ended})


def _past_noon(claim: Claim) -> bool:
    """As in "19.41 Uhr": where the hours go on to 24, "7.18 Uhr" is in the morning."""
    hour = claim.span.text[:2]
    return hour.isdecimal() and int(hour) > NOON


def _minutes(claim: Claim, lexicon: Lexicon) -> frozenset[int]:
    if claim.kind == "ordinal" and claim.quantity is not None:
        return frozenset({int(claim.quantity.value or 0)})
    return minutes_of(claim.span.text, lexicon)


def near(told: Interval, gone: int, spare: int) -> bool:
    """Is what is told within so many minutes of what has gone by?"""
    return Interval(Fraction(gone - spare), Fraction(gone + spare)).overlaps(told)


def spare_of(minutes: Fraction, *, hours: bool) -> int:
    """Hours are told loosely, minutes to the quarter of an hour, to five, or exactly."""
    if hours:
        return OF_HOURS
    return OF_QUARTERS if minutes % QUARTER == 0 else OF_FIVES if minutes % FIVE == 0 else 1


def misread(minutes: Fraction, gone: int, *, sure: bool) -> bool:
    """An hour or ten minutes off, or two digits turned, where that hardly fits by chance.

    Two times at the half hour are an hour off from many lengths, and two at five minutes ten off;
    not where words make it `sure` that the one counts from the other.
    """
    hour = minutes >= HOUR and abs(abs(minutes - gone) - HOUR) <= OF_FIVES
    ten = abs(minutes - gone) == TEN
    fine = gone % FIVE if gone < HOUR else minutes % QUARTER
    turned = TEN <= gone < HOUR and minutes == int(str(gone)[::-1])
    return turned or (hour and bool(sure or gone % HALF)) or (ten and bool(sure or fine))
