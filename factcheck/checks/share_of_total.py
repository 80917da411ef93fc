"""A share in per cent is the part divided by its whole.

Worked example: "Almost 40% of the delegates - 118 of 300 - voted against". 118 / 300 is 39.3 per
cent, and "almost 40" is 36 to under 40: they agree. 87 of 300 are 29.0 per cent and do not.

Part and whole are read as intervals: [x- / n+, x+ / n-]. A share in words that nothing hedges may
be five points off: "half" is said of 46 per cent, "two-thirds" not of 75.

It cannot see: shares of another whole than the one beside the part, of votes cast for instance,
where the words do not say so.
Source of the rule: published corrections of shares.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.arithmetic import product, share
from factcheck.claims import Article
from factcheck.comparison.derived import (
    Derived,
    held,
    held_in_words,
    held_to,
    interval_of,
    value_of,
)
from factcheck.comparison.judge import Judge
from factcheck.interval import Interval
from factcheck.model import Claim, Finding, Relation

CODE = "FC107"
NAME = "share-of-total"
PRECISION = "H"

POINTS = Fraction(5)


def check(article: Article) -> Iterator[Finding]:
    """Judge every part with its whole and its share."""
    for relation in article.related("part"):
        if len(relation.all("part")) != 1 or len(relation.all("share")) != 1:
            continue
        derived = _derived(relation)
        judge = Judge(CODE, NAME, PRECISION if relation.sure else "M")
        finding = _held(article, judge, derived) if derived is not None else None
        if finding is None and relation.all("alone"):
            derived = _of_part(relation)
            finding = held(article, judge, derived) if derived is not None else None
        if finding is not None and not (
            finding.verdict == "mismatch" and _instead(article, relation)
        ):
            yield finding


def _held(article: Article, judge: Judge, derived: Derived) -> Finding | None:
    """A bare share in words is meant within five points: not "two-thirds" of 75 per cent."""
    quantity, value = derived.figure.quantity, value_of(derived.figure)
    if derived.figure.kind == "fraction" and value is not None and quantity is not None:
        near = Interval(value * 100 - POINTS, value * 100 + POINTS)
        if quantity.hedge is None and not derived.interval.overlaps(near):
            return held_to(article, judge, derived, near)
    return held_in_words(article, judge, derived)


def _instead(article: Article, relation: Relation) -> bool:
    """Is the share that of another part, or of those alone who said yes or no?"""
    printed, whole = relation.claim("share").quantity, relation.claim("whole")
    first = relation.claim("part")
    others = [other for other in relation.all("instead") if isinstance(other, Claim)]
    if relation.all("drawn") and _of_both(relation):
        return True
    if printed is not None and _of_net(article, relation):
        return True
    found = [share(interval_of(other), interval_of(whole)) for other in others]
    if others:
        cast = interval_of(first).plus(interval_of(others[0]))
        found.append(share(interval_of(first), cast))
    return printed is not None and any(each and each.overlaps(printed.interval) for each in found)


def _of_both(relation: Relation) -> bool:
    """Is the share one of both together, what is left of the whole, or how much more it is?"""
    part, whole, printed = (relation.claim(role) for role in ("part", "whole", "share"))
    x, n, told = value_of(part), value_of(whole), printed.quantity
    if not x or not n or told is None:
        return False
    of_hundred = 1 if printed.kind == "fraction" else 100
    made = (x / (x + n), n / (x + n), (n - x) / n, (n - x) / x)
    return any(told.interval.contains(each * of_hundred) for each in made)


def _derived(relation: Relation) -> Derived | None:
    part, whole, printed = (relation.claim(role) for role in ("part", "whole", "share"))
    x, n = value_of(part), value_of(whole)
    found = share(interval_of(part), interval_of(whole))
    if found is None or x is None or not n:
        return None
    return Derived(relation, printed, (part, whole), found, x / n * 100, "share_working", "percent")


def _of_part(relation: Relation) -> Derived | None:
    """The part, where it may be the one with the slip: "Jeder vierte Platz, 23 von 128", not 32."""
    part, whole, printed = (relation.claim(role) for role in ("part", "whole", "share"))
    n, ratio = value_of(whole), value_of(printed)
    if n is None or ratio is None or part.quantity is None or printed.kind != "fraction":
        return None
    points = POINTS / 100
    found = product(interval_of(whole), Interval(ratio - points, ratio + points))
    if found is None:
        return None
    return Derived(
        relation, part, (printed, whole), found, n * ratio, "product_working", part.quantity.unit
    )


def _of_net(article: Article, relation: Relation) -> bool:
    """A tax that is added is a share of the price without it: 19 of 119 euros are 19 per cent."""
    printed, part, whole = (relation.claim(role) for role in ("share", "part", "whole"))
    if printed.quantity is None or not article.says(printed, "tax", "names"):
        return False
    found = share(interval_of(part), interval_of(whole).plus(interval_of(part).negated()))
    return found is not None and found.overlaps(printed.quantity.interval)
