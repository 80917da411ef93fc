"""One figure of the article beside one of the source: of one kind or not, agreeing or not.

Figures of one unit are compared as they are printed; money in two currencies at the rates of the
week before either document, measures by the factors of units.csv, a fraction with a percentage
("a third" with 33 per cent). Which figure belongs to which is not decided here.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from factcheck.alignment.figures.allowed import HUNDRED, as_compared, digits_of
from factcheck.claims import Article
from factcheck.comparison.judge import Printed, compare, compare_conversion, printed
from factcheck.interval import Interval, Number, exact, point
from factcheck.model import Quantity
from factcheck.reference.rates import SPREAD, WEEK
from factcheck.rounding import coarse

SHARES = frozenset({"percentage", "fraction"})
COUNTED = frozenset({"count", "number"})
UPWARD = frozenset({"over", "at least"})
DOWNWARD = frozenset({"under", "at most"})
OPPOSITE = {"over": "at most", "at least": "under", "under": "at least", "at most": "over"}
# Lengths of time in seconds and in months, between which there is no fixed factor.
TIMES = (
    {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800},
    {"month": 1, "year": 12, "decade": 120, "century": 1200},
)
# A litre of rain on a square metre stands a millimetre high.
RAIN = frozenset({"millimetre", "litre"})
# Crowns of a country that is told, and of one that is not.
CROWNS = frozenset({"CZK", "DKK", "ISK", "NOK", "SEK", None})
NEAR = timedelta(days=3)
SAME_END = Fraction(1, 20)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two figures compare: `how` is same, exactly, rounding, truncation, range, converted or
    loosely, None if they are apart; `hedge` is lost, added or None; `decisive` as in comparison."""

    how: str | None
    hedge: str | None = None
    decisive: bool = True

    @property
    def agrees(self) -> bool:
        """Neither apart nor so loose that nothing is decided."""
        return self.how not in {None, "loosely"}


APART = Verdict(None)


def group_of(quantity: Quantity) -> str:
    """What can be compared at all: figures of one group."""
    if quantity.kind in SHARES:
        return "share"
    if quantity.kind in COUNTED:
        return "count"
    return quantity.kind


def convertible(article: Article, left: Quantity, right: Quantity) -> bool:
    """Are two units those of one kind of thing, between which there is a factor?"""
    if {left.kind, right.kind} <= SHARES:
        return True
    if left.unit == right.unit or left.unit is None or right.unit is None:
        return left.unit == right.unit
    if left.kind == "money" and right.kind == "money":
        return True
    if any({left.unit, right.unit} <= times.keys() for times in TIMES):
        return True
    units = article.tables.units
    a, b = units.get(left.unit), units.get(right.unit)
    return a is not None and b is not None and a.dimension == b.dimension


def compare_figures(article: Article, source: Article, left: Quantity, right: Quantity) -> Verdict:
    """The article's figure against one of the source of the same group."""
    if left.span.text == right.span.text and left.kind == right.kind:
        return Verdict("same")
    if left.value is None or right.value is None:
        return _ranges(left, right)
    if _cents(left, right):
        return Verdict("exactly")
    if opposed(left.hedge, right.hedge):
        return APART if left.value == right.value else Verdict("loosely")
    alike = _bounded_alike(left.hedge, right.hedge)
    a, b = as_compared(left), as_compared(right, bare=alike)
    if a is None or b is None:
        return APART
    if left.unit != right.unit and "fraction" not in {left.kind, right.kind}:
        return _converted(article, source, left, right)
    if _same_print(left, right, a, b) and a.value != b.value:
        return APART  # 4 and 5 years: only the edges of what they allow touch
    if _whole(left, right):
        return Verdict("rounding", _hedge(left, right))
    nominal = point(b.value)
    outcome = compare(b.interval, nominal, a)
    if outcome.how is None and left.hedge is None and right.hedge is not None:
        outcome = compare(a.interval, point(a.value), b)
    if outcome.agrees and _finer(left, right, a, b):
        return Verdict("loosely")
    return Verdict(outcome.how, _hedge(left, right), outcome.decisive)


def one_name(left: Quantity, right: Quantity) -> bool:
    """Is it one unit, whatever was concluded: kroner and kroner, litres of rain and millimetres?"""
    words = [each.span.text.split()[-1].lower() for each in (left, right)]
    money = "money" in {left.kind, right.kind} or None in {left.unit, right.unit}
    same = money and words[0].isalpha() and words[0] == words[1]
    units = {left.unit, right.unit}
    crowns = left.kind == right.kind == "money" and None in units and units <= CROWNS
    return same or crowns or units == RAIN


def _finer(left: Quantity, right: Quantity, a: Printed, b: Printed) -> bool:
    """Does the article tell more than this one of the source: 84 per cent, of three quarters?"""
    if a.value == b.value or left.hedge is not None:
        return False
    return a.step < b.step or (left.kind, right.kind) == ("percentage", "fraction")


def _cents(left: Quantity, right: Quantity) -> bool:
    """As in "46 Cent" and "46 cents", of which currency only the context tells."""
    money = left.kind == right.kind == "money" and left.value == right.value
    return money and abs(exact(left.value or 0)) < 1 and left.hedge == right.hedge


def _whole(left: Quantity, right: Quantity) -> bool:
    """Is it the source's figure without what follows the point: mothers who are 31, of 31.1?"""
    if (
        left.unit != right.unit
        or None in {left.value, right.value}
        or "fraction" in {left.kind, right.kind}
    ):
        return False
    ours, theirs = abs(exact(left.value or 0)), abs(exact(right.value or 0))
    return ours.denominator == 1 < theirs.denominator and ours == round(theirs)


def in_hundredths(quantity: Quantity) -> Fraction:
    """The value; of a fraction in hundredths, like a percentage."""
    return exact(quantity.value or 0) * (HUNDRED if quantity.kind == "fraction" else 1)


def _hedge(left: Quantity, right: Quantity) -> str | None:
    """A hedge that only one of two equal values has."""
    if left.value != right.value or left.hedge == right.hedge:
        return None
    if left.hedge is None:
        return "lost"
    return "added" if right.hedge is None else "changed"


def _same_print(left: Quantity, right: Quantity, a: Printed, b: Printed) -> bool:
    """Are both rounded to one place, so that they are either equal or apart?"""
    return left.hedge is None and right.hedge is None and a.step == b.step and a.place <= b.place


def opposed(left: str | None, right: str | None) -> bool:
    """As in more than 200 and fewer than 200."""
    return (left in UPWARD and right in DOWNWARD) or (left in DOWNWARD and right in UPWARD)


def understated(left: Quantity, right: Quantity) -> bool:
    """Is it true though it says little: "more than half" of 62 per cent?"""
    if left.value is None or right.value is None or right.hedge:
        return False
    if left.unit != right.unit and not {left.kind, right.kind} <= SHARES:
        return False
    ours, theirs = in_hundredths(left), in_hundredths(right)
    return (left.hedge in UPWARD and ours < theirs) or (left.hedge == "under" and theirs < ours)


def _bounded_alike(left: str | None, right: str | None) -> bool:
    """As in up to 50 and up to 48: then neither value is only a bound of the other."""
    return any(left in ends and right in ends for ends in (UPWARD, DOWNWARD))


def _ranges(left: Quantity, right: Quantity) -> Verdict:
    """A range against a range: both ends; against a single value: whether it lies inside."""
    ends = (left.interval.low, left.interval.high), (right.interval.low, right.interval.high)
    if left.unit == right.unit and left.hedge in UPWARD | DOWNWARD and right.hedge == "range":
        return _end(left, right)
    if left.unit != right.unit or None in ends[0] or None in ends[1]:
        return Verdict("loosely" if left.interval.overlaps(right.interval) else None)
    if left.value is not None and left.value in ends[1]:
        return Verdict("range")  # "from 4.40 at most", where the forecast was 4.30 to 4.40
    if (left.value is None) != (right.value is None):
        return Verdict("loosely" if left.interval.overlaps(right.interval) else None)
    if ends[0] == ends[1]:
        return Verdict("exactly")
    near = [_one_end(a, b) for a, b in zip(*ends, strict=True)]
    if all(near):
        return Verdict("range")
    inside = any(
        all(end is not None and outer.interval.contains(end) for end in inner)
        for outer, inner in zip((left, right), reversed(ends), strict=True)
    )
    return Verdict("loosely" if inside and not any(near) else None)


def _one_end(left: Number | None, right: Number | None) -> bool:
    """Is one of two ends the other, or that to fewer digits?"""
    if left is None or right is None:
        return False
    low, high = sorted((abs(exact(left)), abs(exact(right))))
    printed = [exact(coarse(each)) for each in (left, right) if isinstance(each, Decimal)]
    return high - low <= min(max(printed, default=Fraction(0)) / 2, SAME_END * high)


def _end(left: Quantity, right: Quantity) -> Verdict:
    """ "Up to 80" against "60 to 80": the end that is meant."""
    below = left.value is not None and left.value < 0  # "bis zu minus neun Grad"
    end = right.interval.high if (left.hedge in DOWNWARD) != below else right.interval.low
    if end is None or left.value is None:
        return Verdict("loosely")
    low, high = sorted((abs(exact(left.value)), abs(exact(end))))
    return Verdict("range") if high - low <= SAME_END * high else APART


def _converted(article: Article, source: Article, left: Quantity, right: Quantity) -> Verdict:
    factor = factor_between(article, source, right, left)
    a, b = printed(left, drop_bounds=True), printed(right, drop_bounds=True)
    if factor is None or a is None or b is None or a.value <= 0 or b.value <= 0:
        return Verdict("loosely")
    if a.value == b.value and article.date is None:
        return APART  # copied digits; at some rate of all years they would agree
    if a.value == b.value and left.kind == "measure" and digits_of(left) > 1:
        return APART  # 340 metres are no 340 yards, however near
    if a.value == b.value and not _at_par(a, factor):
        return APART  # and 3.8 million dollars no 3.8 million euros
    outcome = compare_conversion(b, a, factor)
    how = "converted" if outcome.agrees else outcome.how
    return Verdict(how, None, outcome.decisive)


def _at_par(figure: Printed, factor: Interval) -> bool:
    """Would the same figure in the other unit be printed alike, as far as its last place tells?"""
    low, high = exact(factor.low or 0), exact(factor.high or 0)
    reach = figure.step / 2
    return figure.value * low - reach <= figure.value <= figure.value * high + reach


def factor_between(
    article: Article, source: Article, left: Quantity, right: Quantity
) -> Interval | None:
    """The factors by which an amount in the unit on the left becomes one in that on the right."""
    if left.unit is None or right.unit is None:
        return None
    if left.kind == "money":
        return _rate(article, source, left.unit, right.unit)
    for times in TIMES:
        if {left.unit, right.unit} <= times.keys():
            return point(Fraction(times[left.unit], times[right.unit]))
    units = article.tables.units
    a, b = units.get(left.unit), units.get(right.unit)
    if a is None or b is None or a.dimension != b.dimension or a.offset or b.offset:
        return None
    return point(a.factor / b.factor)


def _rate(article: Article, source: Article, left: str, right: str) -> Interval | None:
    days = [day for day in (article.date, source.date) if day is not None]
    first, last = (min(days) - WEEK, max(days) + NEAR) if days else (date.min, date.max)
    if days and max(days) - min(days) > 10 * WEEK:
        first = max(days) - WEEK
    band = article.rates.band(left, right, first, last)
    if band is None:
        return None
    return Interval(band.low * (1 - SPREAD), band.high * (1 + SPREAD))


def fits(figure: Printed, right: Quantity) -> bool:
    """Would a figure with other digits be that of the source?"""
    other = printed(right)
    return other is not None and compare(other.interval, point(other.value), figure).agrees
