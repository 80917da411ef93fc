"""The weekday printed beside a date is the one that the calendar gives.

Worked example: "Dienstag, 1. Dezember 2025". 1 December 2025 is a Monday, so the two do not agree;
what would: Monday 1 December, or Tuesday 2 December 2025; where the day has the printed weekday in
the article's own time ("Samstag, 7. Januar 2005", in January 2006), that year too. The weekday may
stand behind ("2021-07-02 (Friday)") or before brackets ("am Mittwoch (13. Juni)").

With a printed year the calendar decides. Without one the year is that nearest to the article's
date, the finding at most a warning, and the check is silent where the paragraph speaks of another
year, where the weekday is right in another year that the article names, and where the article's
date is unknown.

It cannot see: which of the two is wrong; dates in other calendars.
Source of the rule: the Gregorian calendar.
"""

from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.extract.times.calendar_days import is_day, nearest_year
from factcheck.extract.times.tense import PAST, tense_at
from factcheck.model import Claim, Evidence, Finding, WrittenDate
from factcheck.relations.scene import Scene

CODE = "FC301"
NAME = "weekday"
PRECISION = "H"

WITHIN_REACH = 300


def check(article: Article) -> Iterator[Finding]:
    """Compare every printed weekday with the calendar."""
    for scene in article.scenes:
        for claim in scene.claims:
            written = claim.date
            if written is None or written.weekday is None:
                continue
            day = _day(article, written)
            if day is None:
                continue
            if day.weekday() != written.weekday and _doubtful(article, scene, claim, day):
                continue
            yield _judged(article, claim, written, written.weekday, day)


def _day(article: Article, written: WrittenDate) -> date | None:
    if not is_day(written.year, written.month, written.day):
        return None
    if written.year is not None:
        return date(written.year, written.month, written.day)
    return nearest_year(written.month, written.day, article.date) if article.date else None


def _doubtful(article: Article, scene: Scene, claim: Claim, day: date) -> bool:
    """May a date without a year be that of another year?"""
    written = claim.date
    if written is None or written.year is not None or written.weekday is None:
        return False
    if article.leaves_own_time(claim) or article.says(claim, "dates", "other_year"):
        return True
    today = article.date or day
    if day > today and _last_year(written, today) and _told_of_past(scene, claim):
        return True
    if article.date is not None and any(
        near.weekday() == written.weekday and abs((near - article.date).days) <= WITHIN_REACH
        for near in _namesakes(written, article.date)
    ):
        return True  # the coming day of that name, or the last one
    elsewhere = any(_speaks_of_other_year(other, day.year) for other in scene.claims)
    return elsewhere or _fits_other_year(article, written, written.weekday, day.year)


def _last_year(written: WrittenDate, day: date) -> bool:
    """Did the last day of that name fall on the printed weekday?"""
    past = [each for each in _namesakes(written, day) if each < day]
    return bool(past) and past[-1].weekday() == written.weekday


def _told_of_past(scene: Scene, claim: Claim) -> bool:
    """Does the verb tell of the past? Then the day to come is not the one that is meant."""
    first, last = scene.first_token(claim), scene.last_token(claim)
    return tense_at(scene.passage, first, last) == PAST


def _namesakes(written: WrittenDate, day: date) -> Iterator[date]:
    """The days of that name in the article's year and the years beside it."""
    for year in (day.year - 1, day.year, day.year + 1):
        if MINYEAR <= year <= MAXYEAR and is_day(year, written.month, written.day):
            yield date(year, written.month, written.day)


def _speaks_of_other_year(claim: Claim, year: int) -> bool:
    period = claim.period if claim.kind == "date" else None
    return period is not None and period.anchor is None and period.start.year != year


def _fits_other_year(article: Article, written: WrittenDate, weekday: int, year: int) -> bool:
    """Is the date right in another year that the article names anywhere?"""
    return any(
        is_day(other, written.month, written.day)
        and date(other, written.month, written.day).weekday() == weekday
        for other in article.years - {year}
    )


def _judged(
    article: Article, claim: Claim, written: WrittenDate, weekday: int, day: date
) -> Finding:
    judge = Judge(CODE, NAME, PRECISION if written.year is not None else "M")
    wording = article.wording
    printed = article.document.with_brackets(claim.span.start, claim.span.end).text
    fields = {"date": printed, "day": day, "weekday": wording.weekday(day)}
    agrees = day.weekday() == weekday
    working = wording.say("weekday_working", **fields)
    return judge.finding(
        "supported" if agrees else "mismatch",
        (claim,),
        wording.say("weekday_agrees" if agrees else "weekday_differs", **fields),
        Working(
            working,
            (Evidence("calendar", working),),
            None if agrees else _alternatives(article, written, weekday, day),
        ),
    )


def _alternatives(article: Article, written: WrittenDate, weekday: int, day: date) -> str:
    """The other weekday, the nearest day of the printed one, or a year beside it that fits."""
    shift = (weekday - day.weekday() + 3) % 7 - 3
    other = day + timedelta(days=shift)
    wording, own = article.wording, article.own_wording
    fields = {"weekday": own.weekday(day), "other": f"{own.weekday(other)}, {own.day(other)}"}
    near = next((d for d in _namesakes(written, day) if _likely(article, d, weekday)), None)
    if written.year is None or near is None:
        return wording.say("weekday_suggest", **fields)
    return wording.say("weekday_suggest_year", year=str(near.year), **fields)


def _likely(article: Article, day: date, weekday: int) -> bool:
    """Has the day the printed weekday, and lies it near the article's?"""
    near = article.date is not None and abs((day - article.date).days) <= WITHIN_REACH
    return near and day.weekday() == weekday
