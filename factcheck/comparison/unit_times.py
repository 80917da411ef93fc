"""What amounts are for each of: units and how often one of time stands in another."""

from fractions import Fraction

from factcheck.claims import Article
from factcheck.interval import Interval, exact
from factcheck.languages.tokens import tokenise
from factcheck.model import Claim, Relation, Span
from factcheck.reference.rows import Unit

REACH = Fraction(1, 20)
CLOSE = Fraction(1, 50)
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
MONTHS_PAID, MONTHS_PARTED = (12, 12, 14), (9, 12, 12)


def counts_of(relation: Relation, short: str, long: str) -> tuple[int, int, int]:
    """How often a unit of time stands in a longer one; zeros if it is not shorter."""
    if (short, long) == ("month", "year") and relation.all("parted"):
        return MONTHS_PARTED
    if (short, long) == ("month", "year") and relation.all("paid"):
        return MONTHS_PAID
    return COUNTS.get((short, long), (0, 0, 0))


def factor_of(article: Article, measured: Claim | Span) -> Fraction:
    """What one of the unit is in the base unit of its dimension; 1 for money and counts."""
    unit = unit_of(article, measured)
    return unit.factor if unit is not None else Fraction(1)


def dimension_of(article: Article, measured: Claim | Span) -> str:
    """What the unit of a figure, or the one that a word names, measures; "" of none."""
    unit = unit_of(article, measured)
    return unit.dimension if unit is not None else ""


def unit_of(article: Article, measured: Claim | Span) -> Unit | None:
    """The unit of a figure, or the one that a word names."""
    if isinstance(measured, Claim):
        name = measured.quantity.unit if measured.quantity else None
    else:
        tokens = tokenise(measured.text)
        hit, rate = article.lexicon.units.at(tokens, 0), article.lexicon.rates.at(tokens, 0)
        name = hit[1].unit if hit else rate[1] if rate else None  # "Stundenlohn" is for an hour
    return article.tables.units.get(name or "")


def about(found: Interval, reach: Fraction = REACH) -> Interval:
    """That part more and less."""
    low = None if found.low is None else exact(found.low) * (1 - reach)
    high = None if found.high is None else exact(found.high) * (1 + reach)
    return Interval(low, high)


def reach_of(relation: Relation) -> Fraction:
    """What an amount for each may be rounded by; less where nothing else binds the figures."""
    return CLOSE if relation.all("alone") else REACH
