"""A share in words and the same share in per cent agree.

Worked example: "Fast jeder dritte Befragte (32 Prozent)". One in three is 33.3 per cent, "almost"
makes it 30 to 33.3, and two points more on either side are usual for a share in words: 32 agrees.
"Jeder fünfte (33 Prozent)" does not: one in five is 20 per cent.

A bare share in words allows three points, one behind "rund" or "about" five: "ein Drittel (36
Prozent)" agrees, "three quarters (65 per cent)" does not. That is a warning only, as long as a
tenth of the share and those points would still cover it.

It cannot see: two shares of different groups whose words look alike.
Source of the rule: published corrections of headlines that turn a share into words.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.arithmetic import HUNDRED, scaled
from factcheck.claims import Article
from factcheck.comparison.derived import Derived, held, interval_of, value_of
from factcheck.comparison.judge import Judge
from factcheck.interval import Interval, exact, point
from factcheck.model import Finding, Relation

CODE = "FC108"
NAME = "ratio-and-percent"
PRECISION = "H"

# Points on either side: of the bare share, and of what its words allow.
POINTS = {None: Fraction(3), "about": Fraction(5)}
BESIDE = {None: Fraction(2), "about": Fraction(4)}
OTHER_HEDGE = Fraction(2)


def check(article: Article) -> Iterator[Finding]:
    """Judge every share in words that stands beside one in per cent."""
    for relation in article.related("ratio"):
        strict, wide = _derived(relation, wide=False), _derived(relation, wide=True)
        if strict is None or wide is None:
            continue
        far = not wide.interval.overlaps(interval_of(strict.figure))
        judge = Judge(CODE, NAME, PRECISION if relation.sure and far else "M")
        finding = held(article, judge, strict)
        if finding is not None:
            yield finding


def _derived(relation: Relation, *, wide: bool) -> Derived | None:
    """The share in per cent; `wide` takes a tenth of it for what the words allow."""
    words, printed = relation.claim("in words"), relation.claim("share")
    ratio = value_of(words)
    found = scaled(interval_of(words), HUNDRED)
    if ratio is None or found is None or words.quantity is None:
        return None
    hedge = words.quantity.hedge
    reach = BESIDE.get(hedge, OTHER_HEDGE)
    if hedge in POINTS and not wide:
        found, reach = point(ratio * 100), POINTS[hedge]
    low = None if found.low is None else exact(found.low) - reach
    high = None if found.high is None else exact(found.high) + reach
    return Derived(
        relation, printed, (words,), Interval(low, high), ratio * 100, "ratio_working", "percent"
    )
