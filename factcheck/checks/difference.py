"""A lead, a gap or a margin is the difference of the two figures beside it.

Worked example: "Support stood at 54 per cent with 42 per cent against, a lead of 12 points".
54 - 42 = 12; as printed 54 allows 53.5 to 54.5 and 42 allows 41.5 to 42.5, so the lead is between
11 and 13: they agree, and "a lead of 22 points" does not.

Passed over where the figure is one of the sides, both together, or half of the difference: what is
called a majority is counted in all these ways.

It cannot see: a lead over a third side, differences of which one side stands in another sentence,
and differences of more than two figures.
Source of the rule: published corrections of leads, pay gaps and ages.
"""

from collections.abc import Iterator

from factcheck.claims import Article
from factcheck.comparison.derived import Derived, held, interval_of, value_of
from factcheck.comparison.judge import Judge
from factcheck.model import Claim, Finding, Relation

CODE = "FC119"
NAME = "difference"
PRECISION = "M"

JUDGE = Judge(CODE, NAME, PRECISION)


def check(article: Article) -> Iterator[Finding]:
    """Subtract the sides of every difference."""
    for relation in article.related("difference"):
        derived = _derived(relation)
        finding = held(article, JUDGE, derived) if derived is not None else None
        if finding is not None:
            yield finding


def _derived(relation: Relation) -> Derived | None:
    sides = [side for side in relation.all("side") if isinstance(side, Claim)]
    more, less = sorted(sides, key=lambda side: value_of(side) or 0, reverse=True)
    printed = relation.claim("gap")
    most, least, own = (value_of(claim) for claim in (more, less, printed))
    if most is None or least is None or own is None or printed.quantity is None:
        return None
    if own in {most, least, most + least, (most - least) / 2}:
        return None
    found = interval_of(more).plus(interval_of(less).negated())
    return Derived(
        relation, printed, (more, less), found, most - least, "difference_working",
        printed.quantity.unit,
    )  # fmt: skip
