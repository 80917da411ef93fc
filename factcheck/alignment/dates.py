"""The dates of the article beside those of the sources: days, months and years of the calendar.

A day agrees with the same day, however it is printed ("17 August", "am Sonntag" of that week), and
a month or a year with any day in it. Times that only point from the article's day ("am Mittwoch")
may agree but never contradict, except by their weekday.
"""

from collections.abc import Hashable
from functools import lru_cache

from factcheck.alignment.choice import Paired, paired
from factcheck.alignment.desk import Comparison, Shelf
from factcheck.alignment.lines import Mention
from factcheck.alignment.values import Verdict
from factcheck.claims import Article
from factcheck.model import Claim, Period

GRANULES = frozenset({"day", "month", "quarter", "season", "half", "year"})
PARTS = GRANULES - {"day"}
TWO_EQUAL, ONE_EQUAL, NEAR_YEAR = 0.35, 0.15, 0.1


class Dates:
    """The matter of FC604: days, months and years."""

    def mine(self, claim: Claim) -> bool:
        """A time of the calendar whose days are known."""
        period = claim.period
        return claim.kind == "date" and period is not None and period.granularity in GRANULES

    def key(self, mention: Mention) -> Hashable | None:
        """The days it speaks of; of a day its place in the year, which is always printed."""
        period = mention.claim.period
        if period is None or period.granularity == "day":
            return period and (period.start.month, period.start.day)
        return period.start, period.end

    def trace(self, _mention: Mention, /) -> Hashable | None:
        """None: dates are too much alike."""
        return None

    def weigh(
        self, _article: Article, _source: Article, left: Mention, right: Mention, /
    ) -> Comparison | None:
        """Two dates of one granularity, or a day in a month or year."""
        a, b = left.claim.period, right.claim.period
        if a is None or b is None:
            return None
        if (a.start, a.end) == (b.start, b.end) or _namesakes(left.claim, right.claim):
            return Comparison(Verdict("exactly"))
        if a.start <= b.start and b.end <= a.end:
            return Comparison(Verdict("rounding"))
        if b.start <= a.start and a.end <= b.end:
            return Comparison(Verdict("loosely"))
        if not (_printed(left.claim) and _printed(right.claim)):
            return None
        coarse = {a.granularity, b.granularity} <= PARTS and a.start.year != b.start.year
        if a.granularity != b.granularity and not coarse:
            return Comparison(Verdict("loosely")) if _touch(a, b) else None
        slip = _slip(a, b)
        if a.granularity != "day" and not slip:
            return None
        return Comparison(Verdict(None), slip)


def _printed(claim: Claim) -> bool:
    """Is it a date as the calendar has it, not one that only points from another day?"""
    return claim.quantity is not None


def _namesakes(left: Claim, right: Claim) -> bool:
    """The same day and month, of which one has no year: which is meant was only concluded."""
    a, b = left.date, right.date
    if a is None or b is None or (a.year is not None and b.year is not None):
        return False
    return (a.day, a.month) == (b.day, b.month)


def _touch(left: Period, right: Period) -> bool:
    return left.start <= right.end and right.start <= left.end


def _slip(left: Period, right: Period) -> float:
    """How much of the two is the same: the day, the month, the year."""
    if "year" in {left.granularity, right.granularity} or left.granularity != right.granularity:
        ours, theirs = str(left.start.year), str(right.start.year)
        changed = sum(x != y for x, y in zip(ours, theirs, strict=True))
        if sorted(ours) == sorted(theirs):
            return TWO_EQUAL
        return NEAR_YEAR if changed == 1 else 0.0
    a, b = left.start, right.start
    equal = (a.month == b.month) + (a.year == b.year)
    if left.granularity == "day":
        equal += a.day == b.day
    return (0.0, ONE_EQUAL, TWO_EQUAL)[equal] if equal < 3 else 0.0


DATES = Dates()


@lru_cache(maxsize=8)
def _shelf(source: Article, language: str) -> Shelf:
    return Shelf(source, language, DATES)


@lru_cache(maxsize=4)
def pairing(article: Article) -> tuple[Paired, ...]:
    """Every date of the article with what the sources have of it, in the order of the text."""
    shelves = [_shelf(source, article.lexicon.code) for source in article.sources]
    return paired(article, shelves, DATES)
