"""An age agrees with the birth that is printed beside it.

Worked example: "Die 1971 geborene Ministerin ist 58 Jahre alt", in March 2025. She was born between
1 January and 31 December 1971, so she is 53 or 54. With both days printed the age is exact: born on
17 December 1936, died on 21 April 2025, that is 88 years, since the birthday was still to come.

The day of the age is the one printed with it (death, birthday), else the article's, with a week to
spare. Where the sentence names another time, the age at that time is right as well. Without a day
the check is silent. A person has one age: "Peter Marsh, 43, of Hull" and "Mr Marsh, 34," do not
agree; 43 and 44 do, for a birthday may lie between.

"Was 29 when he joined in 1985" and 66 in 2024: 29 and the 39 years since make 68, with one to spare
67 to 69, so the two ages of one person do not agree.

Where no more than a verb makes a number an age ("Born in 1950, the composer is 64") only a slip is
told: a few years, up to three decades, two digits turned.

It cannot see: an age whose birth stands far from it; whether birth or age is wrong.
Source of the rule: the Gregorian calendar; an age counts whole years.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working, compare, printed
from factcheck.interval import Interval
from factcheck.model import Claim, Evidence, Finding, Period, Relation, Span

CODE = "FC304"
NAME = "age"
PRECISION = "H"

WEEK = timedelta(days=7)
MONTH = timedelta(days=31)
PAIR = 2
# What stands between a name and its age, and behind the age.
CLOSERS = {", ": ",", " (": ")"}
OPENERS = tuple(CLOSERS)
Days = tuple[date, date]


def check(article: Article) -> Iterator[Finding]:
    """Compare every age with the birth beside it."""
    judged: set[str] = set()
    for relation in sorted(article.related("age"), key=lambda each: bool(each.all("alone"))):
        birth, age = relation.claim("birth"), relation.claim("age")
        if relation.all("alone") and age.id in judged:
            continue
        judged.add(age.id)
        figure = printed(age.quantity) if age.quantity else None
        born = birth.period
        days = _day_of(article, relation)
        if figure is None or born is None or born.anchor is not None or days is None:
            continue
        allowed = _ages(born, days)
        if allowed is None:
            continue
        agrees = compare(allowed, allowed, figure).agrees
        if not agrees and any(
            compare(other, other, figure).agrees for other in _other_ages(article, relation)
        ):
            continue
        judge = Judge(CODE, NAME, PRECISION if relation.sure else "M")
        yield _finding(article, judge, relation, allowed, days, agrees=agrees)
    for relation in article.related("aged"):
        finding = _grown(article, relation)
        if finding is not None:
            yield finding
    yield from _two_ages(article)
    for relation in article.related("two_ages"):
        one, other = (claim for claim in relation.all("mention") if isinstance(claim, Claim))
        name = relation.all("person")[0]
        yield _differing(article, one, other, name.text if isinstance(name, Span) else "")


def _grown(article: Article, relation: Relation) -> Finding | None:
    """The age of today and that of a year before it lie as far apart as the two years."""
    then, at, now = (relation.claim(role) for role in ("then", "at", "now"))
    before = printed(then.quantity) if then.quantity else None
    figure = printed(now.quantity) if now.quantity else None
    if before is None or figure is None or at.period is None or article.date is None:
        return None
    on = next((c for c in relation.all("on") if isinstance(c, Claim)), None)
    end = article.date.year if on is None or on.period is None else on.period.start.year
    years = before.value + end - at.period.start.year
    allowed = Interval(years - 1, years + 1)
    agrees = compare(allowed, allowed, figure).agrees
    wording = article.wording
    fields = {"age": now.span.text, "then": then.span.text, "year": at.span.text}
    shown = wording.say("interval", low=years - 1, high=years + 1)
    day = wording.day(article.date) if on is None else on.span.text
    return Judge(CODE, NAME, "M").finding(
        "supported" if agrees else "mismatch",
        (now, then, at, *([on] if on is not None else [])),
        wording.say("grown_agrees" if agrees else "grown_differs", **fields),
        Working(
            wording.say("grown_working", day=day, years=shown, **fields),
            (article.quote(relation.span),),
            None if agrees else wording.say("suggest_figure", figure=shown),
        ),
    )


def _two_ages(article: Article) -> Iterator[Finding]:
    """The ages that stand right behind a person's name, where they are two."""
    ages = {claim.span.start: claim for claim in article.claims if claim.kind == "age"}
    text, kin = article.document.text, set(article.lexicon.data["lives"]["kin"])
    for person in article.people.all if len(ages) > 1 else ():
        told: list[Claim] = []
        for mention in person.mentions:
            opener = next((o for o in OPENERS if text.startswith(o, mention.end)), "")
            age = ages.get(mention.end + len(opener)) if opener else None
            if age is None or text[age.span.end : age.span.end + 1] != CLOSERS[opener]:
                continue
            words = age.sentence.text.lower().split()
            if age.quantity is not None and kin.isdisjoint(words) and not _of_then(article, age):
                told.append(age)
        values = sorted({Fraction(age.quantity.value or 0) for age in told if age.quantity})
        if len(values) == PAIR and values[1] - values[0] > 1:
            other = next(age for age in told if age.quantity != told[0].quantity)
            yield _differing(article, told[0], other, person.name)


def _of_then(article: Article, age: Claim) -> bool:
    """Does the sentence of an age name a year, or years: "in 2001", "twelve years earlier"?"""
    return any(
        claim.kind in {"date", "duration"}
        and (
            (claim.quantity is not None and claim.quantity.unit == "year")
            or (claim.period is not None and claim.period.end - claim.period.start > MONTH)
        )
        for claim in article.claims_of(age.sentence)
    )


def _differing(article: Article, one: Claim, other: Claim, name: str) -> Finding:
    fields = {"age": other.span.text, "before": one.span.text, "name": name}
    message = article.wording.say("two_ages", **fields)
    evidence = (Evidence("article", one.sentence.text),)
    return Judge(CODE, NAME, "M").finding(
        "mismatch", (other, one), message, Working(None, evidence)
    )


def _day_of(article: Article, relation: Relation) -> Days | None:
    """The days at which the age holds."""
    at = next((claim for claim in relation.all("at") if isinstance(claim, Claim)), None)
    if at is not None:
        return (at.period.start, at.period.end) if at.period else None
    if article.date is None or article.leaves_own_time(relation.claim("age")):
        return None
    try:
        return article.date - WEEK, article.date + WEEK
    except OverflowError:
        return None


def _other_ages(article: Article, relation: Relation) -> Iterator[Interval]:
    """The ages at the other times that the sentence names."""
    birth, age = relation.claim("birth"), relation.claim("age")
    for claim in article.claims_of(age.sentence):
        period = claim.period
        if period is None or period == birth.period:
            continue
        ages = _ages(birth.period, (period.start, period.end)) if birth.period else None
        if ages is not None:
            yield ages


def _ages(born: Period, days: Days) -> Interval | None:
    """The whole years from any day of birth to any of the days."""
    low, high = _years(born.end, days[0]), _years(born.start, days[1])
    return Interval(Decimal(max(low, 0)), Decimal(high)) if high >= 0 else None


def _years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _finding(
    article: Article, judge: Judge, relation: Relation, ages: Interval, days: Days, *, agrees: bool
) -> Finding:
    wording = article.wording
    birth, age = relation.claim("birth"), relation.claim("age")
    at = tuple(claim for claim in relation.all("at") if isinstance(claim, Claim))
    low, high = ages.low or Decimal(0), ages.high or Decimal(0)
    fields = {
        "age": age.span.text,
        "birth": birth.span.text,
        "day": at[0].span.text if at else wording.day(article.date or days[1]),
        "years": low if low == high else wording.say("interval", low=low, high=high),
    }
    working = wording.say("age_working", **fields)
    return judge.finding(
        "supported" if agrees else "mismatch",
        (age, birth, *at),
        wording.say("age_agrees" if agrees else "age_differs", **fields),
        Working(
            working,
            (Evidence("article", birth.sentence.text),),
            None if agrees else wording.say("suggest_figure", figure=fields["years"]),
        ),
    )
