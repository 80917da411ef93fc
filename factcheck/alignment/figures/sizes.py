"""What speaks for and against two figures by their kinds, units and sizes, as log-odds."""

from dataclasses import replace
from fractions import Fraction

from factcheck.alignment.figures.derivation import POINTS
from factcheck.alignment.figures.slips import (
    ONE_DIGIT_UNIT,
    POINTS_SLIP,
    UNIT_SLIP,
    digits_key,
    slip_between,
)
from factcheck.alignment.figures.values import (
    SHARES,
    compare_figures,
    factor_between,
    group_of,
    in_hundredths,
)
from factcheck.claims import Article
from factcheck.interval import exact
from factcheck.model import Quantity

MEASURED = frozenset({"money", "measure", "percentage", "percentage_point", "duration"})
FAR_RATIO, VERY_FAR_RATIO = 3, 10
# What speaks against two figures by size and kind: of numbers in the same unit a tenth is rare,
# shares and long figures are many in a text, halves and thirds and lengths of time few.
FAR, VERY_FAR, FAR_COUNT = 1.6, 3.1, 1.4
SHARE, IN_WORDS, LONG_FIGURE, TIME, OTHER_KIND, ORDINAL = 1.5, 0.7, 1.4, -1.0, 1.0, 1.0
LONG = 3
HUNDREDFOLD = frozenset({"money", "percentage_point"})


def far(article: Article, source: Article, left: Quantity, right: Quantity) -> float:
    """How much it says against two values that one is many times the other."""
    if not left.value or not right.value:
        return 0.0
    ratio = abs(in_hundredths(left) / in_hundredths(right))
    if left.unit != right.unit and left.unit and right.unit:
        factor = _factor(article, source, right, left)
        ratio = ratio / factor if factor else Fraction(VERY_FAR_RATIO)
    ratio = max(ratio, 1 / ratio)
    counted = FAR_COUNT if group_of(left) == "count" else 0.0
    if ratio > VERY_FAR_RATIO:
        return VERY_FAR + counted
    return counted + (FAR if ratio > FAR_RATIO else 0.0)


def against(left: Quantity, right: Quantity) -> float:
    """What speaks against two figures by the kind of the article's."""
    in_words = left.kind == right.kind == "fraction"
    total = (IN_WORDS if in_words else SHARE) if left.kind in SHARES else 0.0
    total += TIME if left.kind == "duration" else 0.0
    total += ORDINAL if left.kind == "multiple" else 0.0
    total += LONG_FIGURE if len(digits_key(left)) >= LONG else 0.0
    return total + (OTHER_KIND if left.kind != right.kind else 0.0)


def slip_of(article: Article, source: Article, left: Quantity, right: Quantity) -> float:
    """How much it says that a slip leads from one to the other, converted if need be."""
    if left.unit == right.unit or {left.kind, right.kind} <= SHARES:
        hundredfold = left.kind in HUNDREDFOLD and _hundredfold(left, right)
        return slip_of_unit(left) if hundredfold else slip_between(left, right)
    if only_unit_differs(article, source, left, right):
        return slip_of_unit(left)
    factor = _factor(article, source, right, left)
    return slip_between(left, right, factor) if factor else 0.0


def _hundredfold(left: Quantity, right: Quantity) -> bool:
    """Pounds for pence, points for basis points: the same digits, two places apart?"""
    low, high = sorted((exact(left.value or 0), exact(right.value or 0)))
    return 0 < low == high / 100


def _factor(article: Article, source: Article, left: Quantity, right: Quantity) -> Fraction | None:
    """The middle of the factors between two units."""
    if {left.kind, right.kind} <= SHARES:
        return Fraction(1)
    factor = factor_between(article, source, left, right)
    if factor is None or factor.low is None or factor.high is None:
        return None
    return (exact(factor.low) + exact(factor.high)) / 2


def slip_of_unit(quantity: Quantity) -> float:
    """How much it says that a figure is the same but for its unit."""
    if quantity.kind in POINTS:
        return POINTS_SLIP
    return UNIT_SLIP if len(digits_key(quantity)) > 1 else ONE_DIGIT_UNIT


def only_unit_differs(article: Article, source: Article, left: Quantity, right: Quantity) -> bool:
    """The same figure but for its unit, of two kinds that have one."""
    if not {left.kind, right.kind} <= MEASURED or None in {left.value, right.value}:
        return False
    alike = replace(left, unit=right.unit, kind=right.kind)
    return compare_figures(article, source, alike, right).agrees
