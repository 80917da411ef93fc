"""A length of time agrees with the two dates it is printed beside.

Worked example: "vom 3. März bis zum 2. April, insgesamt 40 Tage". From 3 March to 2 April are 30
days, with both days 31; neither is 40. "30-tägig, vom 3. März bis zum 1. April" agrees: 29 days,
and 30 with both. Weeks, months and years are compared as rounded: four weeks are 24.5 to 31.5 days.

Where only months or years are printed ("von 2010 bis 2015"), one more or less is allowed, since the
interval may begin and end anywhere in them. A missing year is that of the other date, or any.

Between two clock times the hours are counted on to the next such hour ("von 22 bis 5 Uhr, also
sieben Stunden"), with twenty minutes to spare, minutes with less; what an hour of the first half of
the day means is left open. Where no word binds them ("left at 9.40am and arrived at 10.35am. The
45 minutes") only an hour or ten minutes off and turned digits are told: 55 minutes, not 45.

Where nothing but the two dates and the length stand in the sentence ("Von 1990 bis 2004 leitete sie
das Museum. In ihren 24 Jahren"), only a slip is told: a decade too many, digits turned.

It cannot see: which of the three is wrong; working days; intervals with a break in them.
Source of the rule: the Gregorian calendar; both ways of counting are in use (ISO 8601 counts the
difference, a contract usually both days).
"""

from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date
from fractions import Fraction
from math import ceil, floor

from factcheck.arithmetic import scaled
from factcheck.claims import Article
from factcheck.comparison.clock import DAY, HOUR, gone_between, misread, near, spare_of
from factcheck.comparison.judge import Judge, Working, compare, printed
from factcheck.comparison.slips import miscounted
from factcheck.extract.times.calendar_days import is_day
from factcheck.interval import Interval, point
from factcheck.model import Claim, Finding, Relation

CODE = "FC303"
NAME = "duration"
PRECISION = "H"

JUDGE = Judge(CODE, NAME, PRECISION)

# The shortest and the longest of each unit, in days and in months.
DAYS = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "year": (365, 366)}
# A band in which any number is a slip of some other: it tells nothing.
WIDEST = 4
MONTHS = {"month": 1, "year": 12}
# In minutes.
CLOCK = {"hour": 60, "minute": 1}
# Any year and any leap year, where none is printed or known.
EXAMPLES = (2023, 2024)
Band = tuple[Fraction, Fraction]


def check(article: Article) -> Iterator[Finding]:
    """Compare every interval with the length that stands beside it."""
    judged: set[str] = set()
    for relation in (*article.related("interval_of_time"), *article.related("two_dates")):
        length = relation.claim("duration")
        if length.id in judged:
            continue
        figure = printed(length.quantity) if length.quantity else None
        band = _band(article, relation)
        if figure is None or band is None:
            continue
        allowed = Interval(*band)
        outcome = compare(allowed, allowed, figure)
        told = relation.sure or relation.all("drawn")
        if outcome.how == "loosely" or not (outcome.agrees or told):
            continue
        if relation.all("alone") and outcome.agrees and not band[0]:
            continue  # any length fits two years that follow each other
        if relation.all("alone") and not outcome.agrees:
            part = figure.value < band[0] and not relation.all("beside")
            wide = band[1] - band[0] > WIDEST  # months between two years
            if part or wide or not _miscounted(figure.value, band):
                continue  # less may be a part of the time
        sure = outcome.decisive and relation.sure
        judged.add(length.id)
        yield _finding(article, relation, band, agrees=outcome.agrees, sure=sure)
    for relation in article.related("clock_hours"):
        finding = _by_the_clock(article, relation)
        if finding is not None:
            yield finding


def _miscounted(told: Fraction, band: Band) -> bool:
    """A slip of a whole number within the band."""
    whole = range(ceil(band[0]), floor(band[1]) + 1)
    return any(miscounted(told, Fraction(right)) for right in whole)


def _by_the_clock(article: Article, relation: Relation) -> Finding | None:
    """The hours from one clock time to the next that is called so.

    Where nothing but the lack of others binds them, what does not fit needs a slip.
    """
    length = relation.claim("hours")
    figure = printed(length.quantity) if length.quantity else None
    unit = length.quantity.unit if length.quantity else None
    size = CLOCK[unit or "minute"]
    if figure is None or figure.value * size >= DAY:
        return None
    value = figure.value * size
    hedged = length.quantity is not None and length.quantity.hedge is not None
    bare = not hedged and (size == 1 or bool(figure.step))
    told = point(value) if bare else scaled(figure.interval, Fraction(size)) or point(value)
    spare = spare_of(figure.value, hours=hedged or size > 1)
    pairs = _pairs(article, relation)
    fitting = [pair for pair in pairs if any(near(told, gone, spare) for gone in pair[2])]
    shown = fitting or [p for p in pairs if _slipped(relation, value, p[2])]
    if not relation.all("alone"):
        shown = shown or pairs
    if not shown:
        return None
    start, end, gone = shown[0]
    hours = article.wording.amount(Fraction(gone[0], size), unit, 2)
    fields = {"duration": length.span.text, "start": start.span.text, "end": end.span.text}
    suggestion = article.wording.say("suggest_figure", figure=hours)
    return Judge(CODE, NAME, "M").finding(
        "supported" if fitting else "mismatch",
        (length, start, end),
        article.wording.say("duration_agrees" if fitting else "duration_differs", **fields),
        Working(
            article.wording.say("clock_working", hours=hours, **fields),
            (article.quote(relation.span),),
            None if fitting else suggestion,
        ),
    )


def _pairs(article: Article, relation: Relation) -> list[tuple[Claim, Claim, list[int]]]:
    """The times of a relation, each with a later one, and the minutes between; none if unknown."""
    starts, ends = ([c for c in relation.all(r) if isinstance(c, Claim)] for r in ("start", "end"))
    pairs = [(a, b, gone_between(a, b, article.lexicon)) for a, b in zip(starts, ends, strict=True)]
    return pairs if all(gone for *_, gone in pairs) else []


def _slipped(relation: Relation, minutes: Fraction, gone: list[int]) -> bool:
    """A slip of the shortest length; not hours, where the length may be of a part."""
    whole = (gone[0] - minutes) % HOUR == 0
    if whole and relation.all("loose"):
        return False
    sure = relation.all("late") or relation.all("one_way")
    return misread(minutes, gone[0], sure=bool(sure))


def _finding(
    article: Article, relation: Relation, band: Band, *, agrees: bool, sure: bool
) -> Finding:
    wording, length, end = article.wording, relation.claim("duration"), relation.claim("end")
    unit = length.quantity.unit if length.quantity else None
    start = relation.claim("start")
    low, high = (wording.amount(value, unit, 2) for value in band)
    fields = {
        "duration": length.span.text,
        "start": start.span.text,
        "end": end.span.text,
        "low": wording.number(band[0], 2),
        "high": high,
        "hours": high,
    }
    working = wording.say("clock_working" if low == high else "duration_working", **fields)
    message = wording.say("duration_agrees" if agrees else "duration_differs", **fields)
    claims = (length, start, end)
    spans = (length.span, start.span, end.span)
    one = low == high
    suggestion = wording.say("suggest_figure", figure=high) if one else None
    suggestion = suggestion or wording.say("duration_suggest", low=low, high=high)
    warned = relation.all("told") or relation.all("alone")
    judge = Judge(CODE, NAME, "M") if warned else JUDGE
    return judge.finding(
        "supported" if agrees else "mismatch",
        claims,
        message,
        Working(working, (article.quote(relation.span),), None if agrees else suggestion),
        decisive=sure,
        spans=spans,
    )


def _band(article: Article, relation: Relation) -> Band | None:
    """The least and the greatest length from start to end, in the unit of the length."""
    quantity = relation.claim("duration").quantity
    start, end = relation.claim("start"), relation.claim("end")
    unit = quantity.unit if quantity else None
    if unit not in DAYS:
        return None
    if end.date is not None:
        counts = [(last - first).days for first, last in _days(article, start, end)]
        if not counts or min(counts) < 0:
            return None
        shortest, longest = DAYS[unit]
        return Fraction(min(counts), longest), Fraction(max(counts) + 1, shortest)
    return _coarse_band(start, end, unit)


def _coarse_band(start: Claim, end: Claim, unit: str) -> Band | None:
    """From month to month or year to year: one granule more or less."""
    begin = start.period
    if begin is None or end.period is None or unit not in MONTHS:
        return None
    grain = MONTHS.get(end.period.granularity)
    if grain is None or begin.granularity != end.period.granularity:
        return None
    months = 12 * (end.period.start.year - begin.start.year)
    months += end.period.start.month - begin.start.month
    if months < 0:
        return None
    size = MONTHS[unit]
    return Fraction(max(months - grain, 0), size), Fraction(months + grain, size)


def _days(article: Article, start: Claim, end: Claim) -> Iterator[tuple[date, date]]:
    """The days that start and end may be; the year is printed, the other's, or near the article."""
    if start.date is None or end.date is None:
        return
    first, last = start.date, end.date
    over = (first.month, first.day) > (last.month, last.day)
    for year in _years(article, first.year, last.year, over=over):
        if not MINYEAR + 1 < year <= MAXYEAR:
            continue
        begin = first.year or year - over
        if is_day(begin, first.month, first.day) and is_day(year, last.month, last.day):
            yield date(begin, first.month, first.day), date(year, last.month, last.day)


def _years(article: Article, first: int | None, last: int | None, *, over: bool) -> tuple[int, ...]:
    """The years that the end may be of."""
    if last is not None:
        return (last,)
    if first is not None:
        return (first + over,)
    if article.date is None:
        return EXAMPLES
    return (article.date.year - 1, article.date.year, article.date.year + 1)
