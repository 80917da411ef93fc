"""The figures of the article beside those of the sources: what can be compared, and how."""

from collections.abc import Hashable
from dataclasses import replace
from functools import lru_cache

from factcheck.alignment.choosing.choice import Paired, chosen
from factcheck.alignment.choosing.desk import EXPLAINED, Comparison, Shelf
from factcheck.alignment.choosing.exchange import exchanged
from factcheck.alignment.choosing.odds import Weights
from factcheck.alignment.directions import falls
from factcheck.alignment.figures.amounts import borrowed, other_rate
from factcheck.alignment.figures.comparable import comparable, in_a_row, one_is_difference
from factcheck.alignment.figures.review import reviewed
from factcheck.alignment.figures.sizes import against, far, slip_of, slip_of_unit
from factcheck.alignment.figures.slips import (
    ONE_DIGIT,
    digits_key,
)
from factcheck.alignment.figures.two_kinds import of_two_kinds
from factcheck.alignment.figures.values import (
    OPPOSITE,
    Verdict,
    compare_figures,
    convertible,
    group_of,
    one_name,
    opposed,
    understated,
)
from factcheck.alignment.lines import Mention
from factcheck.claims import Article
from factcheck.interval import exact
from factcheck.model import Claim, Quantity

TWO = 2
# What it says for two ordinals that both are of times in a row.
ROW = 2.0
# Up to here every text has a number of something.
FEW = 20
LARGE = 1000


class Figures:
    """The matter of FC601: everything with a quantity but dates."""

    weights = Weights(
        base=-2.95, like=4.1, like_across=1.3, best=1.1, near=2.3, noun=1.8, other_noun=-0.8,
        common=1.4, order=0.5, only=1.8, role=0.8, other_role=-0.9, hedge=0.5, left=1.5, tied=0.0,
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
        quantity = mention.quantity
        if quantity is None or quantity.value is None:
            return None
        group = group_of(quantity)
        value = exact(quantity.value) * (100 if quantity.kind == "fraction" else 1)
        return group, None if group == "share" else quantity.unit, value

    def trace(self, mention: Mention) -> Hashable | None:
        """Group, unit and the digits in order: those of a figure with two of them transposed."""
        quantity = mention.quantity
        digits = digits_key(quantity) if quantity is not None else ""
        if quantity is None or len(digits) < 2:
            return None
        return group_of(quantity), quantity.unit, digits

    def kin(self, mention: Mention, /) -> Hashable:
        """The group; percentages and points, of which one may be the slip, are one."""
        quantity = mention.quantity
        group = group_of(quantity) if quantity is not None else ""
        return "share" if group == "percentage_point" else group

    def kind(self, mention: Mention, /) -> Hashable:
        """The group and the unit."""
        quantity = mention.quantity
        if quantity is None or group_of(quantity) == "share":
            return "share"
        return group_of(quantity), quantity.unit

    def common(self, mention: Mention, /) -> bool:
        """A few, a half, the third."""
        quantity = mention.quantity
        if quantity is None or quantity.value is None:
            return False
        return quantity.kind in {"fraction", "multiple"} or abs(exact(quantity.value)) <= FEW

    def weigh(
        self, article: Article, source: Article, left: Mention, right: Mention, /
    ) -> Comparison | None:
        """Figures of one group are compared; equal digits in another unit are a slip."""
        a, b = _in_units(left, right)
        if a is None or b is None or not comparable(left, right):
            return None
        if a.unit != b.unit and one_name(a, b):
            b = replace(b, unit=a.unit, kind=a.kind)
        if a.kind == b.kind == "money" and a.unit != b.unit:  # "500 million euros and 200 million"
            a, b = (replace(q, kind="number", unit=None) if borrowed(m) else q
                    for m, q in ((left, a), (right, b)))  # fmt: skip
        bare = "number" in {a.kind, b.kind} and a.unit != b.unit
        if bare or group_of(a) != group_of(b) or not convertible(article, a, b):
            return of_two_kinds(article, source, (left, a), (right, b))
        if opposed(a.hedge, b.hedge) and left.line.negated != right.line.negated:
            a = replace(a, hedge=OPPOSITE[a.hedge or ""])  # none less than 200: at least 200
        if _opposite(a, b) and a.value is not None and (falls(left) or falls(right)):
            a = replace(a, value=-a.value, interval=a.interval.negated())  # a loss of 18
        verdict = compare_figures(article, source, a, b)
        if verdict.how is not None:
            other = a.value == b.value and other_rate(article, left, right)
            return Comparison(Verdict(None), slip_of_unit(a)) if other else Comparison(verdict)
        rows = a.kind == b.kind == "ordinal" and in_a_row(left) and in_a_row(right)
        slip = ROW if rows else slip_of(article, source, a, b)
        bare = a.kind == b.kind == "number" and (
            not slip or len(digits_key(a)) < TWO or _aside(source, b) or _worlds_apart(a, b)
        )  # two bare digits, and the "(0)" of a poll, may be of anything
        if bare or (slip <= ONE_DIGIT and one_is_difference(left, right)):
            return None
        if understated(a, b) and slip < EXPLAINED:
            return Comparison(Verdict("loosely"))
        return Comparison(
            verdict, slip, against(a, b) + (0.0 if slip else far(article, source, a, b))
        )


def _in_units(left: Mention, right: Mention) -> tuple[Quantity | None, Quantity | None]:
    """The two figures; one of a list in millions of euros that the other shows to be of something
    else stays as it is printed."""
    a, b = left.quantity, right.quantity
    if a is None or b is None or group_of(a) == group_of(b):
        return a, b
    return left.claim.quantity, right.claim.quantity


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


def _worlds_apart(left: Quantity, right: Quantity) -> bool:
    """Is only one of two numbers of nothing in particular in millions: 5.4 and 5.4M?"""
    low, high = sorted((abs(exact(left.value or 0)), abs(exact(right.value or 0))))
    return low < LARGE and high >= LARGE * LARGE


def _aside(source: Article, quantity: Quantity) -> bool:
    """As in "15 (+1), 12 (0)": by how much another number has changed."""
    before = source.document.text[max(0, quantity.span.start - 1) : quantity.span.start]
    return not quantity.value or (before != "" and before in "+-–−±(")
