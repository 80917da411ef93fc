"""A mean lies between the least and the greatest value.

Worked example: "zwischen 1.500 und 2.000 Euro, im Durchschnitt 1.800 Euro". 1,800 is neither less
than 1,500 nor more than 2,000: they agree. A mean of 2,300 would lie outside.
Of a list it is the sum by the number: "12, 15, 9 and 20 goals, an average of 14" is 56 / 4 = 14,
and 16 is none; there it is a warning at most, and a unit of its last place is allowed.

The ends of the range and the mean are read as intervals, so rounding is no mismatch.

It cannot see: whether the mean is weighted; ranges and means of different things in one sentence
whose words do not tell them apart.
Source of the rule: arithmetic.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.arithmetic import total
from factcheck.claims import Article
from factcheck.comparison.derived import Derived, held, interval_of, value_of
from factcheck.comparison.judge import Judge, Working
from factcheck.interval import Interval, exact
from factcheck.model import Claim, Finding, Relation

CODE = "FC113"
NAME = "mean-in-range"
PRECISION = "H"


def check(article: Article) -> Iterator[Finding]:
    """Judge every range with its mean."""
    for relation in article.related("mean"):
        mean = relation.claim("mean")
        bounds = _bounds(relation)
        if value_of(mean) is not None and bounds is not None:
            yield _judged(article, relation, mean, bounds)
    for relation in article.related("average"):
        derived = _average(relation)
        finding = held(article, Judge(CODE, NAME, "M"), derived) if derived is not None else None
        if finding is not None:
            yield finding


def _average(relation: Relation) -> Derived | None:
    """The sum of a list by its number; the mean may be rounded or cut at its last place."""
    mean = relation.claim("mean")
    items = tuple(item for item in relation.all("item") if isinstance(item, Claim))
    values = [value for item in items if (value := value_of(item)) is not None]
    if len(values) < len(items) or mean.quantity is None:
        return None
    number = Fraction(len(items))
    found = total(interval_of(item) for item in items)
    if found.low is None or found.high is None:
        return None
    place = exact(mean.quantity.step) or Fraction(1)
    about = Interval(exact(found.low) / number - place, exact(found.high) / number + place)
    nominal = sum(values, Fraction(0)) / number
    return Derived(relation, mean, items, about, nominal, "average_working", mean.quantity.unit)


def _bounds(relation: Relation) -> Interval | None:
    """From the low end of the least to the high end of the greatest value."""
    if relation.all("range"):
        return interval_of(relation.claim("range"))
    ends = [interval_of(relation.claim(role)) for role in ("low", "high")]
    lows = [end.low for end in ends if end.low is not None]
    highs = [end.high for end in ends if end.high is not None]
    return Interval(min(lows), max(highs)) if len(lows) == len(highs) == len(ends) else None


def _judged(article: Article, relation: Relation, mean: Claim, bounds: Interval) -> Finding:
    agrees = bounds.overlaps(interval_of(mean))
    quoted = not agrees and article.quoted(mean)
    wording = article.wording
    others = tuple(m for _, m in relation.members if isinstance(m, Claim) and m is not mean)
    fields = {
        "figure": mean.span.text,
        "range": wording.listed([claim.span.text for claim in others]),
    }
    message = wording.say("mean_agrees" if agrees else "mean_outside", **fields)
    return Judge(CODE, NAME, PRECISION if relation.sure else "M").finding(
        "supported" if agrees else "mismatch",
        (mean, *others),
        f"{message} {wording.say('speakers_figure')}" if quoted else message,
        Working(
            wording.say("mean_working", **fields),
            (article.quote(relation.span),),
            None if agrees else wording.say("mean_suggest"),
        ),
        quoted=quoted,
    )
