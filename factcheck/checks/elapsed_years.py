"""Years gone by and anniversaries agree with the year that is printed beside them.

Worked example: "vor fünf Jahren (2022)", in 2025. From 2022 to 2025 are three years; with one year
to spare, since a year has a beginning and an end, two to four are right, and five is not. "Zum
10. Jahrestag des Anschlags vom 11. September 2001" is right in 2010 to 2012. In an article of the
days around the eleventh of September it is right in 2011 alone.

A jubilee ("feiert 2024 ihr 75-jähriges Bestehen; sie wurde 1939 eröffnet") is counted to the year
that it is said to be in: 2024 - 1939 = 85, not 75. Else it needs the article's date, and is silent
where the sentence names a further time from which the years may count.

What "began on 3 February" and "has now lasted eight weeks" is counted in days to the article's: on
13 March they are 38 days or 5.4 weeks, with one to spare 4.4 to 6.4, and eight do not agree.

A day to come ("until 11 April, three weeks from today") is counted to in the same way.

Where no word binds the years to the year ("closed in 2009, has stood empty for 25 years") only a
slip is told: a decade off, two digits turned, a zero.

It cannot see: years whose event is told elsewhere; which of the two is wrong.
Source of the rule: the Gregorian calendar.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Printed, Working, compare, printed
from factcheck.comparison.slips import miscounted
from factcheck.interval import Interval
from factcheck.model import Claim, Finding, Period, Relation

CODE = "FC305"
NAME = "elapsed-years"
PRECISION = "M"

JUDGE = Judge(CODE, NAME, PRECISION)
SPARE = 1
DAYS = {"day": 1, "week": 7, "month": 30}
MOST_DAYS = 366
NEAR_DAYS = 14
NEARLY = timedelta(days=NEAR_DAYS)


class Counted(NamedTuple):
    """The year to which years count, how many they are, and the message that tells it."""

    now: int
    gone: int
    key: str


def check(article: Article) -> Iterator[Finding]:
    """Compare every number of years gone by with the year it counts from."""
    for relation in article.related("elapsed"):
        since, length = relation.claim("since"), relation.claim("length")
        figure = printed(length.quantity) if length.quantity else None
        if figure is None or since.period is None or since.period.anchor is not None:
            continue
        now = _counted_to(article, relation)
        if now is None or now < since.period.start.year:
            continue
        exact = _to_the_day(article, relation)
        spare = SPARE if exact is None else 0
        gone = (exact or now) - since.period.start.year
        allowed = Interval(Fraction(max(gone - spare, 0)), Fraction(gone + spare))
        agrees = compare(allowed, allowed, figure).how is not None
        agrees = agrees and not _far(figure, length, gone, spare)
        if not agrees and not relation.sure:
            continue  # the date may be that of the anniversary
        alone = bool(relation.all("alone"))
        if alone and not (agrees or _miscounted(figure.value, gone)):
            continue
        counted = Counted(exact or now, gone, "elapsed_working" if spare else "elapsed_to_the_day")
        yield _finding(article, relation, counted, agrees=agrees)
    for relation in article.related("lasting"):
        finding = _lasting(article, relation)
        if finding is not None:
            yield finding


def _far(figure: Printed, length: Claim, gone: int, spare: int) -> bool:
    """Is it a whole step off, without a hedge? 110 is no 120 rounded."""
    bare = length.quantity is not None and length.quantity.hedge is None
    return bare and abs(figure.value - gone) >= max(figure.step, Fraction(spare + 1))


def _miscounted(told: Fraction, gone: int) -> bool:
    """A slip of the years gone by, or of one less, where the day is still to come."""
    return any(miscounted(told, Fraction(right)) for right in (gone, gone - 1))


def _lasting(article: Article, relation: Relation) -> Finding | None:
    """Days, weeks or months between a printed day and the article's, with one to spare."""
    since, length = relation.claim("since"), relation.claim("length")
    figure = printed(length.quantity) if length.quantity else None
    unit = length.quantity.unit if length.quantity else None
    if figure is None or article.date is None or since.period is None or unit not in DAYS:
        return None
    gone, least = sorted(
        abs((article.date - day).days) for day in (since.period.end, since.period.start)
    )[::-1]
    if gone > MOST_DAYS:
        return None
    nominal, shortest = Fraction(gone, DAYS[unit]), Fraction(least, DAYS[unit])
    allowed = Interval(max(shortest - SPARE, Fraction(0)), nominal + SPARE)
    agrees = compare(allowed, allowed, figure).how is not None
    wording = article.wording
    fields = {"length": length.span.text, "since": since.span.text}
    suggested = article.own_wording.amount(nominal, unit, 2)
    return JUDGE.finding(
        "supported" if agrees else "mismatch",
        (length, since),
        wording.say("elapsed_agrees" if agrees else "elapsed_differs", **fields),
        Working(
            wording.say("lasting_working", day=wording.day(article.date), days=gone, **fields),
            (article.quote(relation.span),),
            None if agrees else wording.say("suggest_figure", figure=suggested),
        ),
    )


def _counted_to(article: Article, relation: Relation) -> int | None:
    """The year to which the years count: the jubilee's own, else the article's if no other is."""
    if relation.all("at"):
        period = relation.claim("at").period
        return period.start.year if period is not None else None
    if article.date is None or _counts_elsewhere(article, relation):
        return None
    return article.date.year


def _to_the_day(article: Article, relation: Relation) -> int | None:
    """The year of the anniversary, told by its day or month, in an article of those days."""
    since, length = relation.claim("since"), relation.claim("length")
    period, today = since.period, article.date
    told = period is not None and period.granularity in {"day", "month"}
    if length.kind != "ordinal" or not told or today is None or relation.all("at"):
        return None
    if any(c.period is not None for c in article.claims if _beside(c, since, length, today)):
        return None
    for year in (today.year - 1, today.year, today.year + 1):
        if period is not None and _near(period, year, today):
            return year
    return None


def _near(period: Period, year: int, today: date) -> bool:
    """Is the article of the days around this time of another year?"""
    try:
        start, end = (day.replace(year=year) for day in (period.start, period.end))
    except ValueError:  # the 29th of February
        return False
    return start <= today + NEARLY and today - NEARLY <= end


def _beside(claim: Claim, since: Claim, length: Claim, today: date) -> bool:
    """Another time of the sentence, weeks or more from the article's: "next year's 70th"."""
    if claim.sentence != length.sentence or claim.id in {since.id, length.id}:
        return False
    if claim.kind not in {"date", "duration"}:
        return False
    period = claim.period
    return period is not None and not (
        abs(period.start - today).days <= NEAR_DAYS and abs(period.end - today).days <= NEAR_DAYS
    )


def _counts_elsewhere(article: Article, relation: Relation) -> bool:
    """Does the sentence name another time from which the years may count?"""
    since, length = relation.claim("since"), relation.claim("length")
    return any(
        claim.kind == "date" and claim.quantity is not None and claim.id != since.id
        for claim in article.claims_of(length.sentence)
        if not _of_this_year(claim)
    )


def _of_this_year(claim: Claim) -> bool:
    """As in "zum 23. Mai": a day without its year lies near the article's."""
    return claim.date is not None and claim.date.year is None


def _finding(article: Article, relation: Relation, counted: Counted, *, agrees: bool) -> Finding:
    since, length = relation.claim("since"), relation.claim("length")
    wording = article.wording
    year = since.period.start.year if since.period else 0
    gone = counted.gone
    fields = {"length": length.span.text, "since": since.span.text, "years": gone}
    working = wording.say(counted.key, first=str(year), last=str(counted.now), years=gone)
    return JUDGE.finding(
        "supported" if agrees else "mismatch",
        (length, since),
        wording.say("elapsed_agrees" if agrees else "elapsed_differs", **fields),
        Working(
            working,
            (article.quote(relation.span),),
            None if agrees else wording.say("elapsed_suggest", years=gone),
        ),
    )
