"""The product of an amount for each and the number of those it is for, held against the total.

"385 euros for each of the 26 pupils": 26 * 385 = 10,010. Of three figures that only stand `alone`
together any may be the one with the slip, and of a total that follows them a slip is told although
it is within the twentieth that an amount for each may be rounded by: 36 * 55 = 1,980, no 1,890.
"""

from dataclasses import replace
from fractions import Fraction

from factcheck.arithmetic import product, quotient
from factcheck.claims import Article
from factcheck.comparison.derived import Derived, held, interval_of, value_of
from factcheck.comparison.judge import Judge
from factcheck.comparison.unit_times import (
    about,
    counts_of,
    dimension_of,
    factor_of,
    reach_of,
    unit_of,
)
from factcheck.interval import Interval, point
from factcheck.model import Claim, Finding, Relation, Span
from factcheck.record import record

DAYS = frozenset({"day", "week", "month", "year"})
RATES = ("base_rate", "total_rate")
WEEKS, WEEKS_A_MONTH = ("week", "month"), (52, 12)


@record
class Times:
    """What the product of two figures is multiplied by, and what it is as people reckon."""

    between: Interval
    nominal: Fraction


def made(article: Article, judge: Judge, relation: Relation) -> Finding | None:
    """The last of the three, judged; of figures `alone` whichever a slip of it explains."""
    total, base, each = (relation.claim(role) for role in ("total", "base", "each"))
    times = _times_each(article, relation)
    if times is None:
        return None
    ways = [
        (total, _product(relation, total, (each, base), times)),
        (each, _part(relation, each, (total, base), times)),
        (base, _part(relation, base, (total, each), times)),
    ]
    judged = [claim for _, claim in relation.members if claim in (total, base, each)][-1]
    ways.sort(key=lambda way: (way[0] is judged, way[0].span.start), reverse=True)
    for figure, derived in ways if relation.all("alone") else ways[:1]:
        finding = held(article, judge, derived) if derived is not None else None
        if finding is not None and finding.verdict == "supported" and figure is total:
            return _off(article, judge, relation, times) or finding
        if finding is not None:
            return finding
    return None


def _off(article: Article, judge: Judge, relation: Relation, times: Times) -> Finding | None:
    """The slip of a total that is drawn from the others: "36 Raten zu 55 Euro, zusammen 1.890"."""
    total, base, each = (relation.claim(role) for role in ("total", "base", "each"))
    drawn = relation.sure or relation.all("alone")
    if not (drawn and _follows(total, (base, each))):
        return None
    alone = (
        relation
        if relation.all("alone")
        else replace(relation, members=(*relation.members, ("alone", total.span)))
    )
    derived = _product(alone, total, (each, base), times, Fraction())
    finding = held(article, judge, derived) if derived is not None else None
    return finding if finding is not None and finding.verdict == "mismatch" else None


def _product(
    relation: Relation,
    total: Claim,
    others: tuple[Claim, Claim],
    times: Times,
    reach: Fraction | None = None,
) -> Derived | None:
    """The total of an amount for each and of what it is for, in one unit."""
    each, base = others
    a, n = value_of(each), value_of(base)
    found = product(interval_of(each), heads(base, exactly=_follows(each, (total, base))))
    found = product(found, times.between) if found is not None else None
    if found is None or a is None or n is None or total.quantity is None:
        return None
    allowed = about(found, reach_of(relation) if reach is None else reach)
    nominal = a * n * times.nominal
    return Derived(
        relation, total, others, allowed, nominal, "product_working", total.quantity.unit
    )


def _part(
    relation: Relation, figure: Claim, others: tuple[Claim, Claim], times: Times
) -> Derived | None:
    """The amount for each or the number of those it is for, from the total and the other."""
    total, other = others
    a, n = value_of(total), value_of(other)
    whole = product(heads(other, exactly=_follows(figure, others)), times.between)
    found = quotient(interval_of(total), whole) if whole is not None else None
    if found is None or a is None or not n or figure.quantity is None:
        return None
    nominal = a / n / times.nominal
    return Derived(
        relation, figure, others, about(found, reach_of(relation)), nominal, "each_working",
        figure.quantity.unit,
    )  # fmt: skip


def _follows(figure: Claim, others: tuple[Claim, Claim]) -> bool:
    return figure.span.start > max(other.span.start for other in others)


def _times_each(article: Article, relation: Relation) -> Times | None:
    """What the product of the two is multiplied by to be in the unit of the total."""
    total, base, each = (relation.claim(role) for role in ("total", "base", "each"))
    per = next(iter(relation.all("per")), None)
    if per is not None and dimension_of(article, per) != dimension_of(article, base):
        return None  # FC903 judges kilowatts and kilowatt hours
    known = all(claim.quantity is not None and claim.quantity.unit for claim in (each, total))
    factor = factor_of(article, each) / factor_of(article, total) if known else Fraction(1)
    if per is not None:
        factor *= factor_of(article, base) / _per(article, per)
    elif known and dimension_of(article, each) != dimension_of(article, total):
        factor *= factor_of(article, base)  # kilowatts, hours and kilowatt hours
    low, nominal, high = _rated(article, relation)
    return Times(Interval(factor * low, factor * high), factor * nominal)


def _rated(article: Article, relation: Relation) -> tuple[Fraction, Fraction, Fraction]:
    """How often the total has the time of the number, at work, as told and in all: "40 a week"."""
    names = [unit_of(article, span) for role in RATES for span in relation.all(role)]
    short, long = names if len(names) == len(RATES) else (None, None)
    one = Fraction(1)
    if short is None or long is None or short.factor >= long.factor:
        return one, one, one
    times = long.factor / short.factor
    fewest, least, _ = counts_of(relation, short.unit, long.unit)
    whole = (short.unit, long.unit) == WEEKS
    nominal = Fraction(*WEEKS_A_MONTH) if whole else Fraction(least or times)
    return Fraction(fewest or times), nominal, max(times, nominal)


def _per(article: Article, per: Claim | Span) -> Fraction:
    """What an amount is for each of: a unit, or 100 kilometres."""
    many = value_of(per) if isinstance(per, Claim) else None
    return factor_of(article, per) * (many or 1)


def heads(base: Claim, *, exactly: bool = False) -> Interval:
    """What they are; "spread over eight years" is no more than eight.

    Where a mean is drawn from them, six months are `exactly` that.
    """
    found, n = interval_of(base), value_of(base)
    if base.kind != "duration" or base.quantity is None or n is None:
        return found
    whole = exactly and base.quantity.unit in DAYS and base.quantity.hedge is None
    return point(n) if found.high is None or whole else found
