"""The difference of two percentages is in percentage points, not in per cent.

Worked example: "von 10,3 auf 20,8 Prozent, ein Plus von 10,5 Prozent". 20.8 - 10.3 = 10.5 points;
in per cent of the old share the rise is 20.8 / 10.3 - 1 = 101.9. So 10.5 is the difference, and the
text should say points. "Ein Plus von 102 Prozent" and "10,5 Prozentpunkte" both agree.

Silent where the relative change fits as well (2 to 3 per cent, plus 50 per cent). Where neither
fits, both are shown. Points are compared with the difference: 4.2 to 4.5 per cent is 0.3 points,
and "3 percentage points" is a slip by ten.

It cannot see: which base a survey or an index has; figures that stand in different sentences.
Source of the rule: published corrections; statistical offices' rules for percentages and points.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.arithmetic import change
from factcheck.claims import Article
from factcheck.comparison.derived import Derived, as_fine, held, value_of
from factcheck.comparison.hypotheses import alternative
from factcheck.comparison.judge import Judge, compare, printed
from factcheck.interval import Interval, point
from factcheck.model import Finding, Relation

CODE = "FC103"
NAME = "percent-points"
PRECISION = "H"

POINTS = "percentage point"


def check(article: Article) -> Iterator[Finding]:
    """Judge every change from one percentage to another."""
    for relation in article.related("change"):
        if not (relation.all("from") and relation.all("by")):
            continue
        by = relation.claim("by")
        judge = Judge(CODE, NAME, PRECISION if relation.sure else "M")
        in_points = _in_points(relation)
        if in_points is None:
            continue
        if by.kind == "percentage_point":
            finding = held(article, judge, in_points)
        elif by.kind == "percentage" and not by.span.text[-1].isdecimal():  # "um 5 auf 10 Prozent"
            finding = _in_percent(article, judge, in_points)
        else:
            finding = None
        if finding is not None:
            yield finding


def _in_points(relation: Relation) -> Derived | None:
    """The difference of the two shares."""
    old, new, by = relation.claim("from"), relation.claim("to"), relation.claim("by")
    a, b = value_of(old), value_of(new)
    shares = new.kind == "percentage" or (old.kind == "percentage" and new.kind == "number")
    if a is None or b is None or not shares:
        return None
    gap = as_fine(new, old).minus(as_fine(old, new))
    gap = gap if b >= a else gap.negated()
    return Derived(relation, by, (old, new), gap, abs(b - a), "points_working", POINTS)


def _in_percent(article: Article, judge: Judge, in_points: Derived) -> Finding | None:
    """Per cent of the old share; the difference in points is the slip to look for first."""
    old, new = in_points.others
    a, b = value_of(old), value_of(new)
    found = change(as_fine(old, new), as_fine(new, old))
    if a is None or b is None or not a or found is None:
        return None
    found = found if b >= a else found.negated()
    nominal = abs(b / a - 1) * 100
    gap = in_points.nominal
    slip = alternative("slip_points", gap, unit=POINTS, corrected=gap)
    derived = replace(
        in_points, interval=found, nominal=nominal, unit="percent", explained=(slip,),
        working="rise_working" if b >= a else "fall_working",
    )  # fmt: skip
    if _points_meant(in_points, found, nominal):
        derived = replace(derived, interval=point(nominal))
    return held(article, judge, derived)


def _points_meant(in_points: Derived, relative: Interval, nominal: Fraction) -> bool:
    """From 3 to 4 per cent any rise up to 80 per cent is possible; "1 Prozent" is the points."""
    quantity = in_points.figure.quantity
    figure = printed(quantity) if quantity is not None else None
    if figure is None or quantity is None or quantity.hedge is not None:
        return False
    loose = compare(relative, point(nominal), figure).how == "loosely"
    return loose and figure.value == in_points.nominal
