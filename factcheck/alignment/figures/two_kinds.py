"""Two figures of which one is a bare number, or that are of two kinds or units without a factor."""

from dataclasses import replace

from factcheck.alignment.choosing.desk import EXPLAINED, Comparison
from factcheck.alignment.figures.amounts import per_something
from factcheck.alignment.figures.derivation import POINTS
from factcheck.alignment.figures.sizes import against, only_unit_differs, slip_of_unit
from factcheck.alignment.figures.slips import ONE_DIGIT, OTHER_DIMENSION, digits_key, slip_between
from factcheck.alignment.figures.values import COUNTED, SHARES, Verdict, compare_figures
from factcheck.alignment.lines import Mention
from factcheck.claims import Article
from factcheck.interval import exact
from factcheck.model import Quantity

# What is never counted in thousands, as a bare number beside it may be.
SMALL, LARGE = SHARES | {"age", "ordinal"}, 1000
EQUAL = frozenset({"same", "exactly"})
# Up to here a number may be of anything.
FEW = 20
TIMES_AND_COUNTS = frozenset({"multiple", "count"})


def of_two_kinds(
    article: Article,
    source: Article,
    ours: tuple[Mention, Quantity],
    theirs: tuple[Mention, Quantity],
) -> Comparison | None:
    """How they compare, if they can be one at all."""
    (left, a), (right, b) = ours, theirs
    kinds = {a.kind, b.kind}
    if kinds == {"count", "ordinal"}:  # 41 rescues, of which this is the 41st
        return Comparison(Verdict("exactly"), bare=True) if a.value == b.value else None
    if "number" in kinds and a.unit != b.unit:
        return _bare(article, source, a, b)
    if "fraction" in kinds and kinds & COUNTED:  # one in 5,000, where our 5,000 is a number
        value, other = exact(a.value or 0), exact(b.value or 0)
        same = value * other == 1 and max(value, other) > FEW
        return Comparison(Verdict("exactly"), bare=True) if same else None
    if kinds == TIMES_AND_COUNTS:
        return _of_times(article, source, a, b)
    if kinds == {"age", "duration"} and a.unit == b.unit:
        return _of_age(article, source, a, b)
    return _other_kind(article, source, left, right)


def _other_kind(
    article: Article, source: Article, left: Mention, right: Mention
) -> Comparison | None:
    """Of two kinds, or in units without a factor, equal digits may be a slip."""
    a, b = left.claim.quantity, right.claim.quantity
    if a is None or b is None or not only_unit_differs(article, source, a, b):
        return None
    if {a.kind, b.kind} <= POINTS:
        return Comparison(Verdict(None), slip_of_unit(a), against(a, b))
    copied = a.value == b.value and len(digits_key(a)) > 1
    copied = copied and "duration" not in {a.kind, b.kind}  # 12 months, and 12 per cent
    copied = copied and not (per_something(left) or per_something(right))
    return Comparison(Verdict(None), OTHER_DIMENSION, against(a, b)) if copied else None


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
    if exact(left.value) * exact(right.value) <= 0:
        return None
    slip = slip_between(left, right)
    least = EXPLAINED if left.unit is not None else ONE_DIGIT + 1 if _halves(left) else ONE_DIGIT
    enough = slip >= least and len(digits_key(left)) > 1
    return Comparison(Verdict(None), slip, against(left, right)) if enough else None


def _of_times(
    article: Article, source: Article, left: Quantity, right: Quantity
) -> Comparison | None:
    """It "warned 3,870 times", and these are "3,870 warnings"; factors are something else."""
    if left.value is None or exact(left.value).denominator > 1:
        return None
    verdict = compare_figures(article, source, replace(left, kind=right.kind), right)
    if verdict.how is not None:
        return Comparison(verdict, bare=True)
    slip = slip_between(left, right)
    enough = slip >= EXPLAINED and len(digits_key(left)) > 1
    return Comparison(Verdict(None), slip, against(left, right)) if enough else None


def _of_age(
    article: Article, source: Article, left: Quantity, right: Quantity
) -> Comparison | None:
    """ "A man of 36 years" is 36 years old; other lengths of time may be of anything."""
    alike = replace(left, kind=right.kind)
    verdict = compare_figures(article, source, alike, right)
    if verdict.how is not None:
        return Comparison(verdict, bare=True) if verdict.how in EQUAL else None
    slip = slip_between(left, right)
    enough = slip >= EXPLAINED
    return Comparison(Verdict(None), slip, against(left, right)) if enough else None


def _halves(quantity: Quantity) -> bool:
    """As in "viereinhalb": in words no digit slips into another."""
    spelled = not any(letter.isdecimal() for letter in quantity.span.text)
    return spelled and exact(quantity.value or 0).denominator > 1
