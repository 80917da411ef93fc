"""A date that the calendar does not have.

Worked example: "31. November 2025". November has 30 days, so the day is impossible; "29. Februar
2024" exists because 2024 is divisible by four, and "29. Februar" without a year may exist.

It cannot see: a possible date that is not the one meant.
Source of the rule: the Gregorian calendar.
"""

from collections.abc import Iterator
from datetime import date

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.extract.times.calendar_days import days_in_month, is_day
from factcheck.model import Evidence, Finding

CODE = "FC302"
NAME = "impossible-date"
PRECISION = "H"

JUDGE = Judge(CODE, NAME, PRECISION)


def check(article: Article) -> Iterator[Finding]:
    """Flag every written day that its month does not have."""
    for claim in article.claims:
        written = claim.date
        if written is None:
            continue
        length = days_in_month(written.year, written.month)
        if is_day(written.year, written.month, written.day):
            continue
        last = date(written.year or 2000, written.month, length)
        month = article.wording.month(last, with_year=written.year is not None)
        fields = {"date": claim.span.text, "month": month, "length": length}
        working = article.wording.say("impossible_working", **fields)
        yield JUDGE.finding(
            "mismatch",
            (claim,),
            article.wording.say("impossible_date", **fields),
            Working(
                working,
                (Evidence("calendar", working),),
                article.wording.say("impossible_suggest", **fields),
            ),
        )
