"""An amount for each, times those it is for, is the total.

Worked example: "84 billion euros, or roughly 1,000 euros for each of the 84 million residents".
84,000 million / 84 million = 1,000: they agree. "Roughly 100" is a tenth of it, a slip by ten.
"5,000 shares at $30 apiece, a stake worth $150,000": 5,000 * 30 = 150,000; "$15,000" is a tenth.
"£1.2m a day, or £438m a year": 200 to 366 days of 1.2 are 240 to 439.2; "£438bn" is not among them.

An amount for each is often rounded to taste ("1.50 dollars" for 1.53), so a twentieth is allowed.
A year has twelve months, 14 of pay, nine where the sentence is of a school, ten where it is cheaper
by the year: "£2,880 a year, or £340 a month" is wrong. What only 200 working days or six hours of a
shift would make decides nothing. Three figures `alone` in a window, or two rates that nothing draws
from each other, are told only where a slip explains them.

It cannot see: an amount that is not shared equally, or among others than those counted beside it.
Source of the rule: published corrections; "a million for everyone" is the best known of them.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.arithmetic import product, quotient, scaled
from factcheck.claims import Article
from factcheck.comparison.derived import Derived, finding_of, held, interval_of, value_of
from factcheck.comparison.judge import Judge
from factcheck.interval import Interval, exact, point
from factcheck.languages.tokens import tokenise
from factcheck.model import Claim, Finding, Relation, Span
from factcheck.reference.rows import Unit
from factcheck.rounding import BOUNDS

CODE = "FC112"
NAME = "per-capita"
PRECISION = "M"

REACH = Fraction(1, 20)
# How often a unit of time stands in a longer one: at work the fewest, the whole of it from, to.
COUNTS = {
    ("second", "minute"): (60, 60, 60),
    ("second", "hour"): (3600, 3600, 3600),
    ("second", "day"): (21_600, 86_400, 86_400),
    ("minute", "hour"): (60, 60, 60),
    ("minute", "day"): (360, 1440, 1440),
    ("hour", "day"): (6, 24, 24),
    ("hour", "week"): (30, 168, 168),
    ("hour", "year"): (1000, 8760, 8784),
    ("day", "week"): (5, 7, 7),
    ("day", "month"): (18, 28, 31),
    ("day", "year"): (200, 365, 366),
    ("week", "month"): (4, 4, 5),
    ("week", "year"): (40, 52, 53),
    ("month", "year"): (12, 12, 12),
}
WHOLE_DAY, AT_REST = 86_400, 4
MONTHS_PAID, MONTHS_PARTED = (12, 12, 14), (9, 12, 12)
CLOSE = Fraction(1, 50)
MONTH, MONTH_DAYS = Fraction(30), {Fraction(28), Fraction(31)}

JUDGE = Judge(CODE, NAME, PRECISION)


def check(article: Article) -> Iterator[Finding]:
    """Judge every amount for each with its total and the number of heads."""
    judged: set[frozenset[str]] = set()
    for relation in article.related("per_unit"):
        derived = _derived(article, relation)
        finding = held(article, JUDGE, derived) if derived is not None else None
        told = relation.sure or bool(relation.all("alone"))
        if finding is not None and (told or finding.verdict == "supported"):
            judged.add(_figures(relation))
            yield finding
    products = sorted(article.related("product"), key=lambda relation: not relation.sure)
    for relation in products:
        finding = _made(article, relation) if _figures(relation) not in judged else None
        if finding is not None:
            judged.add(_figures(relation))
            yield finding
    for relation in article.related("rates"):
        finding = _rates(article, relation)
        if finding is not None:
            yield finding


def _derived(article: Article, relation: Relation) -> Derived | None:
    total, base, each = (relation.claim(role) for role in ("total", "base", "each"))
    a, n = value_of(total), value_of(base)
    found = quotient(interval_of(total), _lengths(base))
    if found is None or a is None or not n or each.quantity is None:
        return None
    factor = _factor(article, total) / _factor(article, each)  # tonnes, and kilograms each
    about = _about(scaled(found, factor) or found, _reach(relation))
    return Derived(
        relation, each, (total, base), about, a / n * factor, "each_working", each.quantity.unit
    )


def _reach(relation: Relation) -> Fraction:
    return CLOSE if relation.all("alone") else REACH


def _heads(base: Claim) -> Interval:
    """What they are; "spread over eight years" is no more than eight."""
    heads, n = interval_of(base), value_of(base)
    return point(n) if base.kind == "duration" and heads.high is None and n is not None else heads


def _lengths(base: Claim) -> Interval:
    """As `_heads`, but "in six months" is exactly that, where a mean is worked out."""
    n = value_of(base)
    hedged = base.quantity is not None and base.quantity.hedge not in {None, *BOUNDS}
    return point(n) if base.kind == "duration" and not hedged and n is not None else _heads(base)


def _figures(relation: Relation) -> frozenset[str]:
    return frozenset(member.id for _, member in relation.members if isinstance(member, Claim))


def _made(article: Article, relation: Relation) -> Finding | None:
    """The total, judged; of three figures `alone` whichever a slip of it explains."""
    derived = _product(article, relation)
    finding = held(article, JUDGE, derived) if derived is not None else None
    if finding is None and relation.all("alone"):
        derived = _derived(article, relation)
        finding = held(article, JUDGE, derived) if derived is not None else None
    return finding


def _product(article: Article, relation: Relation) -> Derived | None:
    """The total of an amount for each and of what it is for, in one unit."""
    total, base, each = (relation.claim(role) for role in ("total", "base", "each"))
    a, n = value_of(each), value_of(base)
    found = product(interval_of(each), _heads(base))
    if found is None or a is None or n is None or total.quantity is None:
        return None
    per = next((member for member in relation.all("per") if isinstance(member, Span)), None)
    if per is not None and _dimension(article, per) != _dimension(article, base):
        return None  # FC903 judges kilowatts and kilowatt hours
    factor = _factor(article, base) / _factor(article, per or total)
    if per is None:
        factor *= _factor(article, each)
    elif total.quantity.unit is not None:
        factor *= _factor(article, each) / _factor(article, total)
    about = _about(scaled(found, factor) or found, _reach(relation))
    return Derived(
        relation, total, (each, base), about, a * n * factor, "product_working",
        total.quantity.unit,
    )  # fmt: skip


def _factor(article: Article, measured: Claim | Span) -> Fraction:
    """What one of the unit is in the base unit of its dimension; 1 for money and counts."""
    unit = _unit(article, measured)
    return unit.factor if unit is not None else Fraction(1)


def _dimension(article: Article, measured: Claim | Span) -> str:
    unit = _unit(article, measured)
    return unit.dimension if unit is not None else ""


def _unit(article: Article, measured: Claim | Span) -> Unit | None:
    """The unit of a figure, or the one that a word names."""
    if isinstance(measured, Claim):
        name = measured.quantity.unit if measured.quantity else None
    else:
        hit = article.lexicon.units.at(tokenise(measured.text), 0)
        name = hit[1].unit if hit else None
    return article.tables.units.get(name or "")


def _rates(article: Article, relation: Relation) -> Finding | None:
    """The second of two rates, from the first and the times that its unit has in the other's.

    What only days or months at work would make is no agreement, and a mismatch where a slip
    explains it.
    """
    first, second = (member for _, member in relation.members[:2])
    if not (isinstance(first, Claim) and isinstance(second, Claim)):
        return None
    if relation.all("every"):
        often = _as_often(article, relation, first, second)
        return held(article, JUDGE, often) if often is not None else None
    fewest, least, most = _times(relation)
    whole = _rate(relation, first, second, (least, most))
    if whole is None:
        return None
    finding = held(article, JUDGE, whole)
    if finding is None and relation.all("alone"):
        return _turned(article, relation)
    if finding is None or finding.verdict != "mismatch" or finding.hypothesis is not None:
        return finding
    at_work = _rate(relation, first, second, (fewest, most))
    if at_work is not None and fewest != least:
        looser = held(article, JUDGE, at_work)
        if looser is not None and looser.verdict != "mismatch":
            return finding_of(article, JUDGE, at_work, "unclear", "sum_loose")
    return finding


def _turned(article: Article, relation: Relation) -> Finding | None:
    """Of two rates `alone` the first may be the one with the slip."""
    first, second = relation.members[:2]
    if not (isinstance(first[1], Claim) and isinstance(second[1], Claim)):
        return None
    back = replace(relation, members=(second, first, *relation.members[2:]))
    _, least, most = _times(back)
    other = _rate(back, second[1], first[1], (least, most))
    return held(article, JUDGE, other) if other is not None else None


def _rate(
    relation: Relation, first: Claim, second: Claim, times: tuple[Fraction, Fraction]
) -> Derived | None:
    """The first rate that many times."""
    a, found = value_of(first), product(interval_of(first), Interval(min(times), max(times)))
    if found is None or a is None or second.quantity is None or not all(times):
        return None
    nominal = a * (MONTH if set(times) == MONTH_DAYS else times[0])
    unit = second.quantity.unit
    return Derived(relation, second, (first,), _about(found, CLOSE), nominal, "rates_working", unit)


def _times(relation: Relation) -> tuple[Fraction, Fraction, Fraction]:
    """How often the unit of the first rate stands in that of the second, at work and in all."""
    first, second = (role for role, _ in relation.members[:2])
    fewest, least, most = (Fraction(n) for n in _counts(relation, first, second))
    if not least:
        down = _counts(relation, second, first)
        fewest, least, most = (1 / Fraction(n) if n else Fraction() for n in down)
    return fewest, least, most


def _as_often(article: Article, relation: Relation, every: Claim, number: Claim) -> Derived | None:
    """How often something happens in a longer time that happens every so many minutes.

    Of a day or more a part may be at rest.
    """
    unit = article.tables.units[relation.members[1][0]]
    lasts = scaled(interval_of(every), _factor(article, every))
    found = quotient(point(unit.factor), lasts) if lasts is not None else None
    a = value_of(every)
    if found is None or a is None or not a:
        return None
    resting = unit.factor >= WHOLE_DAY
    low = exact(found.low or 0) / (AT_REST if resting else 1)
    about = _about(Interval(low, found.high))
    nominal = unit.factor / (a * _factor(article, every))
    return Derived(relation, number, (every,), about, nominal, "rates_working")


def _counts(relation: Relation, short: str, long: str) -> tuple[int, int, int]:
    """How often a unit of time stands in a longer one; zeros if it is not shorter."""
    if (short, long) == ("month", "year") and relation.all("parted"):
        return MONTHS_PARTED
    if (short, long) == ("month", "year") and relation.all("paid"):
        return MONTHS_PAID
    return COUNTS.get((short, long), (0, 0, 0))


def _about(found: Interval, reach: Fraction = REACH) -> Interval:
    """That part more and less."""
    low = None if found.low is None else exact(found.low) * (1 - reach)
    high = None if found.high is None else exact(found.high) * (1 + reach)
    return Interval(low, high)
