"""A mean lies between the least and the greatest value.

Worked example: "zwischen 1.500 und 2.000 Euro, im Durchschnitt 1.800 Euro". 1,800 is neither less
than 1,500 nor more than 2,000: they agree. A mean of 2,300 would lie outside.

The ends of the range and the mean are read as intervals, so rounding is no mismatch.

It cannot see: whether the mean is weighted; ranges and means of different things in one sentence
whose words do not tell them apart.
Source of the rule: arithmetic.
"""

from collections.abc import Iterator

from factcheck.claims import Article
from factcheck.comparison.derived import interval_of, value_of
from factcheck.comparison.judge import Judge, Working
from factcheck.interval import Interval
from factcheck.model import Claim, Evidence, Finding, Relation

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
            (Evidence("article", relation.span.text),),
            None if agrees else wording.say("mean_suggest"),
        ),
        quoted=quoted,
    )
