"""An amount shared among many is what is printed for each of them.

Worked example: "84 billion euros, or roughly 1,000 euros for each of the 84 million residents".
84,000 million / 84 million = 1,000: they agree. "Roughly 100" is a tenth of it, a slip by ten.
An amount for each is often rounded to taste ("1.50 dollars" for 1.53), so a twentieth is allowed.

It cannot see: an amount that is not shared equally, or among others than those counted beside it.
Source of the rule: published corrections; "a million for everyone" is the best known of them.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.arithmetic import quotient
from factcheck.claims import Article
from factcheck.comparison.derived import Derived, held, interval_of, value_of
from factcheck.comparison.judge import Judge
from factcheck.interval import Interval, exact
from factcheck.model import Finding, Relation

CODE = "FC112"
NAME = "per-capita"
PRECISION = "M"

REACH = Fraction(1, 20)

JUDGE = Judge(CODE, NAME, PRECISION)


def check(article: Article) -> Iterator[Finding]:
    """Judge every amount for each with its total and the number of heads."""
    for relation in article.related("per_unit"):
        derived = _derived(relation)
        finding = held(article, JUDGE, derived) if derived is not None else None
        if finding is not None and (relation.sure or finding.verdict == "supported"):
            yield finding


def _derived(relation: Relation) -> Derived | None:
    total, base, each = (relation.claim(role) for role in ("total", "base", "each"))
    a, n = value_of(total), value_of(base)
    found = quotient(interval_of(total), interval_of(base))
    if found is None or a is None or not n or each.quantity is None:
        return None
    low = None if found.low is None else exact(found.low) * (1 - REACH)
    high = None if found.high is None else exact(found.high) * (1 + REACH)
    about = Interval(low, high)
    return Derived(relation, each, (total, base), about, a / n, "each_working", each.quantity.unit)
