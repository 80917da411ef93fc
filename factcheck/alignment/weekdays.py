"""Weekdays of the article that no source has, beside the day that a source has in their place.

"On Thursday" where the source has "today" and is of a Friday: no source prints the article's
weekday or has its day. The sentence of the source that tells the same has one other day of about
that week; or it has none, somebody says it in the article, and the source itself is of another day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from factcheck.alignment.faces import face_of
from factcheck.alignment.index import index_of
from factcheck.alignment.lines import Line, Mention, lines_of, mentions_of
from factcheck.alignment.named import acquainted
from factcheck.alignment.statements import nearest
from factcheck.claims import Article
from factcheck.model import Claim, Span

ONE_WEEK, FEW_DAYS = timedelta(days=7), timedelta(days=3)
ALIKE = 0.3
DATED_BY_ARTICLE = "article"

# Inside a class with a field `day` that name no longer means the type.
Day = date


@dataclass(frozen=True, slots=True)
class OtherDay:
    """A weekday of the article, the day of the source in its place, and where it tells the same."""

    claim: Claim
    day: Day
    source: Article
    place: Span


def other_weekdays(article: Article) -> Iterator[OtherDay]:
    """Every weekday in whose place a source has another day."""
    for line in lines_of(article) if acquainted(article) else ():
        for mention in mentions_of(line):
            day = _weekday(mention)
            if day is None or any(_has(source, day) for source in article.sources):
                continue
            for source in article.sources:
                other = _in_source(line, mention, day, source)
                if other is not None:
                    yield other
                    break


def _weekday(mention: Mention) -> Day | None:
    """The day of a date that prints nothing but the weekday."""
    period = mention.claim.period
    if period is None or period.granularity != "day" or not face_of(mention).only_weekday:
        return None
    return period.start


def _in_source(line: Line, mention: Mention, day: Day, source: Article) -> OtherDay | None:
    index = index_of(source, line.article.lexicon.code)
    found = nearest(index, line, spoken=False)
    if found is not None and not found.rivals:
        days = {other for other in _days(found.line) if abs(other - day) <= ONE_WEEK}
        if days:
            (other, *more) = days
            return None if more else OtherDay(mention.claim, other, source, found.line.span)
    own = _own_date(source)
    if own is None or not mention.told or abs(own - day) > FEW_DAYS:
        return None
    like = max(
        ((index.likeness(line, index.lines[at]), at) for at in index.like(line)), default=None
    )
    if like is None or like[0] < ALIKE:
        return None
    return OtherDay(mention.claim, own, source, index.lines[like[1]].span)


def _own_date(source: Article) -> Day | None:
    """The day that a source gives as its own, if it does."""
    return source.date if source.document.date_from != DATED_BY_ARTICLE else None


def _days(line: Line) -> Iterator[Day]:
    """The days of a sentence; "today" is one only where the source says of which day it is."""
    dated = _own_date(line.article) is not None
    for mention in mentions_of(line):
        period = mention.claim.period
        if mention.claim.kind != "date" or period is None or period.granularity != "day":
            continue
        if dated or face_of(mention).printed:
            yield period.start


def _has(source: Article, day: Day) -> bool:
    """Does a source print the weekday, or have the day, be it as one of a weekend?"""
    weekdays, spans = _calendar(source)
    return day.weekday() in weekdays or any(first <= day <= last for first, last in spans)


@lru_cache(maxsize=8)
def _calendar(source: Article) -> tuple[frozenset[int], tuple[tuple[Day, Day], ...]]:
    """The weekdays that a source prints, and its days and short stretches of them."""
    weekdays: set[int] = set()
    own = _own_date(source)
    spans = [(own, own)] if own is not None else []
    for line in lines_of(source):
        for mention in mentions_of(line):
            period, weekday = mention.claim.period, face_of(mention).weekday
            if mention.claim.kind != "date":
                continue
            if weekday is not None:
                weekdays.add(weekday)
            if period is not None and period.end - period.start < ONE_WEEK:
                spans.append((period.start, period.end))
    return frozenset(weekdays), tuple(spans)
