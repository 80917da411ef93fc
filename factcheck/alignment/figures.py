"""The figures of the article beside those of the sources: what can be compared, and how."""

from collections.abc import Hashable
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from factcheck.alignment.amounts import borrowed, other_rate, per_something
from factcheck.alignment.choice import Paired, chosen
from factcheck.alignment.comparable import comparable, one_is_difference
from factcheck.alignment.derivation import POINTS
from factcheck.alignment.desk import EXPLAINED, Comparison, Shelf
from factcheck.alignment.directions import falls
from factcheck.alignment.exchange import exchanged
from factcheck.alignment.lines import Mention
from factcheck.alignment.odds import Weights
from factcheck.alignment.review import reviewed
from factcheck.alignment.slips import (
    ONE_DIGIT,
    ONE_DIGIT_UNIT,
    OTHER_DIMENSION,
    POINTS_SLIP,
    UNIT_SLIP,
    digits_key,
    slip_between,
)
from factcheck.alignment.values import (
    OPPOSITE,
    SHARES,
    Verdict,
    compare_figures,
    convertible,
    factor_between,
    group_of,
    in_hundredths,
    one_name,
    opposed,
    understated,
)
from factcheck.claims import Article
from factcheck.interval import exact
from factcheck.model import Claim, Quantity

MEASURED = frozenset({"money", "measure", "percentage", "percentage_point", "duration"})
FAR_RATIO, VERY_FAR_RATIO = 3, 10
# What speaks against two figures by size and kind: of numbers in the same unit a tenth is rare,
# shares and long figures are many in a text, halves and thirds and lengths of time few.
FAR, VERY_FAR, FAR_COUNT = 1.6, 3.1, 1.4
SHARE, IN_WORDS, LONG_FIGURE, TIME, OTHER_KIND, ORDINAL = 1.5, 0.7, 1.4, -1.0, 1.0, 1.0
LONG, TWO = 3, 2
# Up to here every text has a number of something.
FEW = 20
# What is never counted in thousands, as a bare number beside it may be.
SMALL, LARGE = SHARES | {"age", "ordinal"}, 1000


class Figures:
    """The matter of FC601: everything with a quantity but dates."""

    weights = Weights(
        base=-2.95, like=4.1, like_across=1.3, best=1.1, near=2.3, noun=1.8, other_noun=-0.8,
        common=1.4, order=0.5, only=1.8, role=0.8, other_role=-0.9, hedge=0.5, left=1.5,
        across=-0.5, same=1.7, beside=1.1, more_beside=0.8, taken=-2.7, other_time=-0.6,
        away=-2.6, agreeing=8.0, loosely=2.0,
    )  # fmt: skip
    rivals_decide = True

    def mine(self, claim: Claim) -> bool:
        """A figure with a value or a range, not "several"."""
        quantity = claim.quantity
        if quantity is None or claim.kind == "date":
            return False
        return quantity.value is not None or quantity.hedge == "range"

    def key(self, mention: Mention) -> Hashable | None:
        """Group, unit and value: what equal figures share."""
        quantity = mention.claim.quantity
        if quantity is None or quantity.value is None:
            return None
        group = group_of(quantity)
        value = exact(quantity.value) * (100 if quantity.kind == "fraction" else 1)
        return group, None if group == "share" else quantity.unit, value

    def trace(self, mention: Mention) -> Hashable | None:
        """Group, unit and the digits in order: those of a figure with two of them transposed."""
        quantity = mention.claim.quantity
        digits = digits_key(quantity) if quantity is not None else ""
        if quantity is None or len(digits) < 2:
            return None
        return group_of(quantity), quantity.unit, digits

    def kin(self, mention: Mention, /) -> Hashable:
        """The group; percentages and points, of which one may be the slip, are one."""
        quantity = mention.claim.quantity
        group = group_of(quantity) if quantity is not None else ""
        return "share" if group == "percentage_point" else group

    def kind(self, mention: Mention, /) -> Hashable:
        """The group and the unit."""
        quantity = mention.claim.quantity
        if quantity is None or group_of(quantity) == "share":
            return "share"
        return group_of(quantity), quantity.unit

    def common(self, mention: Mention, /) -> bool:
        """A few, a half, the third."""
        quantity = mention.claim.quantity
        if quantity is None or quantity.value is None:
            return False
        return quantity.kind in {"fraction", "multiple"} or abs(exact(quantity.value)) <= FEW

    def weigh(
        self, article: Article, source: Article, left: Mention, right: Mention, /
    ) -> Comparison | None:
        """Figures of one group are compared; equal digits in another unit are a slip."""
        a, b = left.claim.quantity, right.claim.quantity
        if a is None or b is None or not comparable(left, right):
            return None
        if a.unit != b.unit and one_name(a, b):
            b = replace(b, unit=a.unit, kind=a.kind)
        if a.kind == b.kind == "money" and a.unit != b.unit:  # "500 million euros and 200 million"
            a, b = (replace(q, kind="number", unit=None) if borrowed(m) else q
                    for m, q in ((left, a), (right, b)))  # fmt: skip
        if {a.kind, b.kind} == {"count", "ordinal"}:  # 41 rescues, of which this is the 41st
            return Comparison(Verdict("exactly"), bare=True) if a.value == b.value else None
        if "number" in {a.kind, b.kind} and a.unit != b.unit:
            return _bare(article, source, a, b)
        if group_of(a) != group_of(b) or not convertible(article, a, b):
            return _other_kind(article, source, left, right)
        if opposed(a.hedge, b.hedge) and left.line.negated != right.line.negated:
            a = replace(a, hedge=OPPOSITE[a.hedge or ""])  # none less than 200: at least 200
        if _opposite(a, b) and a.value is not None and (falls(left) or falls(right)):
            a = replace(a, value=-a.value, interval=a.interval.negated())  # a loss of 18
        verdict = compare_figures(article, source, a, b)
        if verdict.how is not None:
            other = a.value == b.value and other_rate(article, left, right)
            return Comparison(Verdict(None), _of_unit(a)) if other else Comparison(verdict)
        slip = _slip(article, source, a, b)
        bare = a.kind == b.kind == "number" and (
            not slip or len(digits_key(a)) < TWO or _aside(source, b) or _worlds_apart(a, b)
        )  # two bare digits, and the "(0)" of a poll, may be of anything
        if bare or (slip <= ONE_DIGIT and one_is_difference(left, right)):
            return None
        if understated(a, b) and slip < EXPLAINED:
            return Comparison(Verdict("loosely"))
        return Comparison(
            verdict, slip, _against(a, b) + (0.0 if slip else _far(article, source, a, b))
        )


def _other_kind(
    article: Article, source: Article, left: Mention, right: Mention
) -> Comparison | None:
    """Of two kinds, or in units without a factor, equal digits may be a slip."""
    a, b = left.claim.quantity, right.claim.quantity
    if a is None or b is None or not _unit_slip(article, source, a, b):
        return None
    if {a.kind, b.kind} <= POINTS:
        return Comparison(Verdict(None), _of_unit(a), _against(a, b))
    copied = a.value == b.value and len(digits_key(a)) > 1
    copied = copied and not (per_something(left) or per_something(right))
    return Comparison(Verdict(None), OTHER_DIMENSION, _against(a, b)) if copied else None


def _opposite(left: Quantity, right: Quantity) -> bool:
    return exact(left.value or 0) * exact(right.value or 0) < 0


FIGURES = Figures()


@lru_cache(maxsize=8)
def _shelf(source: Article, language: str) -> Shelf:
    return Shelf(source, language, FIGURES)


@lru_cache(maxsize=4)
def pairing(article: Article) -> tuple[Paired, ...]:
    """Every figure of the article with what the sources have of it, in the order of the text."""
    shelves = [_shelf(source, article.lexicon.code) for source in article.sources]
    return reviewed(article, exchanged(FIGURES, *chosen(article, shelves, FIGURES)))


def _bare(article: Article, source: Article, left: Quantity, right: Quantity) -> Comparison | None:
    """A number that stands alone may be of any unit that stands elsewhere: "36 hours, not 38"."""
    if left.value is None or right.value is None:
        return None
    if any(
        a.kind in SMALL and exact(b.value or 0) >= LARGE for a, b in ((left, right), (right, left))
    ):
        return None
    if left.value == right.value and left.hedge == right.hedge:
        return Comparison(Verdict("exactly"), bare=True)
    alike = replace(left, unit=right.unit, kind=right.kind)
    verdict = compare_figures(article, source, alike, right)
    if verdict.how is not None:
        return Comparison(verdict)
    if left.unit is not None or exact(left.value) * exact(right.value) <= 0:
        return None
    slip = slip_between(left, right)
    enough = slip > (ONE_DIGIT if _halves(left) else 0) and len(digits_key(left)) > 1
    return Comparison(Verdict(None), slip, _against(left, right)) if enough else None


def _halves(quantity: Quantity) -> bool:
    """As in "viereinhalb": in words no digit slips into another."""
    spelled = not any(letter.isdecimal() for letter in quantity.span.text)
    return spelled and exact(quantity.value or 0).denominator > 1


def _worlds_apart(left: Quantity, right: Quantity) -> bool:
    """Is only one of two numbers of nothing in particular in millions: 5.4 and 5.4M?"""
    low, high = sorted((abs(exact(left.value or 0)), abs(exact(right.value or 0))))
    return low < LARGE and high >= LARGE * LARGE


def _aside(source: Article, quantity: Quantity) -> bool:
    """As in "15 (+1), 12 (0)": by how much another number has changed."""
    before = source.document.text[max(0, quantity.span.start - 1) : quantity.span.start]
    return not quantity.value or (before != "" and before in "+-–−±(")


def _far(article: Article, source: Article, left: Quantity, right: Quantity) -> float:
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


def _against(left: Quantity, right: Quantity) -> float:
    """What speaks against two figures by the kind of the article's."""
    in_words = left.kind == right.kind == "fraction"
    total = (IN_WORDS if in_words else SHARE) if left.kind in SHARES else 0.0
    total += TIME if left.kind == "duration" else 0.0
    total += ORDINAL if left.kind in {"ordinal", "multiple"} else 0.0
    total += LONG_FIGURE if len(digits_key(left)) >= LONG else 0.0
    return total + (OTHER_KIND if left.kind != right.kind else 0.0)


def _slip(article: Article, source: Article, left: Quantity, right: Quantity) -> float:
    """How much it says that a slip leads from one to the other, converted if need be."""
    if left.unit == right.unit or {left.kind, right.kind} <= SHARES:
        hundredfold = left.kind == "money" and _hundredfold(left, right)
        return _of_unit(left) if hundredfold else slip_between(left, right)
    if _unit_slip(article, source, left, right):
        return _of_unit(left)
    factor = _factor(article, source, right, left)
    return slip_between(left, right, factor) if factor else 0.0


def _hundredfold(left: Quantity, right: Quantity) -> bool:
    """Pounds for pence, cents for euros: the same digits, two places apart?"""
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


def _of_unit(quantity: Quantity) -> float:
    """How much it says that a figure is the same but for its unit."""
    if quantity.kind in POINTS:
        return POINTS_SLIP
    return UNIT_SLIP if len(digits_key(quantity)) > 1 else ONE_DIGIT_UNIT


def _unit_slip(article: Article, source: Article, left: Quantity, right: Quantity) -> bool:
    """The same figure but for its unit, of two kinds that have one."""
    if not {left.kind, right.kind} <= MEASURED or None in {left.value, right.value}:
        return False
    alike = replace(left, unit=right.unit, kind=right.kind)
    return compare_figures(article, source, alike, right).agrees
