"""Money that lost its noughts: the code under which a series quoted it before, and how many fell.

A series tells it by itself. The old code ends where that of the same country begins, and the two
rates are a power of ten apart: TRL to 31 December 2004, TRY from 3 January 2005, a million to one.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from factcheck.reference.rates import Rates

COUNTRY = 2  # letters of a code that are the country's
GAP = timedelta(days=14)
DRIFT = Fraction(1, 10)
POWERS = tuple(10**exponent for exponent in range(2, 12))


@dataclass(frozen=True, slots=True)
class Renamed:
    """`noughts` units of the `old` code are one of the new, which is quoted from `since` on."""

    old: str
    since: date
    noughts: int


def renamed(rates: Rates, code: str) -> Renamed | None:
    """What a currency of the series was before, None where the series knows of nothing."""
    base, others = rates.publisher.base, rates.codes() - {code}
    rivals = sorted(other for other in others if other[:COUNTRY] == code[:COUNTRY])
    since = rates.oldest(code) if rivals else None
    if since is None:
        return None
    for old in rivals:
        until = rates.newest(old)
        if until is None or not until < since <= until + GAP:
            continue
        before, after = rates.band(base, old, until, until), rates.band(base, code, since, since)
        if before is None or after is None:
            continue
        fallen = before.last / after.last
        for noughts in POWERS:
            if abs(fallen / noughts - 1) <= DRIFT:
                return Renamed(old, since, noughts)
    return None
