"""A share in words and the same share in per cent agree.

Worked example: "Fast jeder dritte Befragte (32 Prozent)". One in three is 33.3 per cent, "almost"
makes it 30 to 33.3, and two points more on either side are usual for a share in words: 32 agrees.
"Jeder fünfte (33 Prozent)" does not: one in five is 20 per cent.

"Rund", "about" allow four points.

It cannot see: two shares of different groups whose words look alike.
Source of the rule: published corrections of headlines that turn a share into words.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.arithmetic import HUNDRED, scaled
from factcheck.claims import Article
from factcheck.comparison import Judge
from factcheck.derivation import Derived, held, interval_of, value_of
from factcheck.interval import Interval, exact
from factcheck.model import Finding, Relation

CODE = "FC108"
NAME = "ratio-and-percent"
PRECISION = "H"

POINTS = Fraction(2)
POINTS_ABOUT = Fraction(4)


def check(article: Article) -> Iterator[Finding]:
    """Judge every share in words that stands beside one in per cent."""
    for relation in article.related("ratio"):
        derived = _derived(relation)
        judge = Judge(CODE, NAME, PRECISION if relation.sure else "M")
        finding = held(article, judge, derived) if derived is not None else None
        if finding is not None:
            yield finding


def _derived(relation: Relation) -> Derived | None:
    words, printed = relation.claim("in words"), relation.claim("share")
    ratio = value_of(words)
    found = scaled(interval_of(words), HUNDRED)
    if ratio is None or found is None or words.quantity is None:
        return None
    reach = POINTS_ABOUT if words.quantity.hedge == "about" else POINTS
    low = None if found.low is None else exact(found.low) - reach
    high = None if found.high is None else exact(found.high) + reach
    return Derived(
        relation, printed, (words,), Interval(low, high), ratio * 100, "ratio_working", "percent"
    )
