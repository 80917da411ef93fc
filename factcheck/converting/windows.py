"""Which rates a conversion may have been made with: those of the article's days, or of others.

The article's own are those of its day and the week before. A sentence that gives the amount another
time ("2008", "in July 2008") may mean that time's rates as well, and one that leaves its own time
without saying which ("damals") any before it. Rates that end before the article are widened by a
tenth. Beside these, `nearby` has those of the last quarter of a year and of some weeks to come: a
result is converted at the rate of its quarter, an amount of last month's deal at that month's, and
the date of an article may be that of another edition. Money that has lost its noughts is counted
in its old units up to that day, and by many for two years more.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from factcheck.claims import Article
from factcheck.interval import Interval
from factcheck.model import Claim
from factcheck.reference.rates import WEEK, Band

OLD_RATE_SPREAD = Fraction(1, 10)
QUARTER, EDITIONS = timedelta(days=92), timedelta(days=46)
HABIT = timedelta(days=730)
NAMED = frozenset({"day", "month", "quarter", "half", "year"})


@dataclass(frozen=True, slots=True)
class Window:
    """The rates of some days, widened by `spread`; `kind` is article, time, old, any or near."""

    band: Band
    spread: Fraction
    kind: str

    @property
    def allowed(self) -> Interval:
        """Target units that one source unit may be."""
        return Interval(self.band.low * (1 - self.spread), self.band.high * (1 + self.spread))


def windows(article: Article, source: str, target: str, claims: tuple[Claim, ...]) -> list[Window]:
    """The rates that a conversion may have been made with, the article's own first."""
    rates = article.rates
    if article.date is None:
        return _listed(rates.band(source, target, date.min, date.max), "any")
    own = rates.band(source, target, article.date - WEEK, article.date)
    found = _listed(own, "article")
    if own is None:
        found = in_old_units(article, source, target)
    if not found:
        ending = rates.ending(source, target, article.date)
        found = [Window(ending, OLD_RATE_SPREAD, "old")] if ending else []
    for claim in claims:
        if claim.period is None or claim.period.start > article.date:
            continue
        if claim.period.granularity in NAMED:
            start, end = claim.period.start - WEEK, claim.period.end
            other = _listed(rates.band(source, target, start, end), "time")
            # Of a time without rates: what it would be today is another sum.
            return [*found, *other] if other else []
    if article.leaves_own_time(claims[-1]):
        found += _listed(rates.band(source, target, date.min, article.date), "any")
    return found


def in_old_units(article: Article, source: str, target: str) -> list[Window]:
    """As in "350 million lira" of 2004, and still of 2005: the rates of the article's days."""
    day, rates = article.date, article.rates
    if day is None:
        return []
    for place, code in enumerate((source, target)):
        before = rates.renamed(code)
        if before is None or day >= before.since + HABIT:
            continue
        pair = [source, target]
        pair[place] = before.old
        band = rates.band(pair[0], pair[1], day - WEEK, day)
        new = rates.band(source, target, day - WEEK, day)
        if band is None and new is not None:
            factor = Fraction(before.noughts) if place else Fraction(1, before.noughts)
            band = new.scaled(factor, pair[0], pair[1])
        return _listed(band, "article")
    return []


def nearby(article: Article, source: str, target: str) -> Window | None:
    """The rates of the quarter of a year before the article, and of half as long after it."""
    if article.date is None:
        return None
    first, last = article.date - QUARTER, article.date + EDITIONS
    listed = _listed(article.rates.band(source, target, first, last), "near")
    return listed[0] if listed else None


def _listed(band: Band | None, kind: str) -> list[Window]:
    return [Window(band, band.publisher.spread, kind)] if band else []
