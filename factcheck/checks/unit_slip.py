"""A unit that the arithmetic beside it refutes: kilowatts for kilowatt hours.

Worked example: "1,200 square kilometres, or 12 square kilometres": one unit, two values; 1,200
hectares are 12 square kilometres, so the first is in hectares. "357,000 kilometres (138,000 square
miles)": 138,000 square miles are 357,000 square kilometres. "500 square metres, a rectangle 300
metres long and 500 metres wide": 300 * 500 = 150,000, of which an island may fill a tenth. "2,700
kilowatts a year, so at 25p per kilowatt-hour it pays £675": 2,700 * 0.25 = 675, so they are
kilowatt hours. "Two turbines with a capacity of 2 megawatts each produced 9,500 megawatts last
year": they never give more than 4 megawatts; in 8,784 hours up to 35,136 megawatt hours.

A measure said again in its own unit counts only where another unit makes the two agree: "5 km, or
10 km" are two routes. A warning at most.

It cannot see: a wrong unit with nothing beside it that can be reckoned with.
Source of the rule: units.csv; published corrections of power and energy, of areas.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.arithmetic import product
from factcheck.claims import Article
from factcheck.comparison.derived import Derived, held, interval_of, value_of
from factcheck.comparison.judge import Judge, Working, compare_conversion, printed
from factcheck.interval import Interval, exact, point
from factcheck.languages.tokens import tokenise
from factcheck.model import Claim, Evidence, Finding, Relation, Span
from factcheck.reference.rows import Unit

CODE = "FC903"
NAME = "unit-slip"
PRECISION = "M"

JUDGE = Judge(CODE, NAME, PRECISION)
SQUARE = "square "
HOURS = 8784
# What shapes that are no rectangles take up of their length times their width.
LEAST_OF_BOX, MOST_OF_BOX = Fraction(1, 10), Fraction(11, 10)
HOUR = " hour"
# The unit that is left out or put in by mistake; beside these, `confusable_with` of units.csv.
OTHER = {"length": SQUARE, "power": HOUR}
SQUARED = frozenset({"length", "area"})
# Of these "12, or 1,200" is said of one thing; lengths may be two.
SAID_AGAIN = frozenset({"area", "energy", "power", "volume"})


def check(article: Article) -> Iterator[Finding]:
    """Reckon with every measure that another figure tests."""
    for relation in article.related("restated"):
        yield from _restated(article, relation)
    for relation in article.related("area"):
        derived = _area(article, relation)
        finding = held(article, JUDGE, derived) if derived is not None else None
        if finding is not None:
            yield finding
    for relation in article.related("per_unit"):
        yield from _metered(article, relation)
    for relation in article.related("output"):
        yield from _output(article, relation)


def _unit(article: Article, claim: Claim) -> Unit | None:
    return article.tables.units.get(claim.quantity.unit or "") if claim.quantity else None


def _restated(article: Article, relation: Relation) -> Iterator[Finding]:
    """Two measures of one thing that agree only if one of them has another unit."""
    first, second = relation.claim("first"), relation.claim("second")
    one, two = _unit(article, first), _unit(article, second)
    if one is None or two is None or _agree(first, second, one, two):
        return
    bracketed = "(" in relation.span.text or "[" in relation.span.text
    if one == two and not bracketed and one.dimension not in SAID_AGAIN:
        return
    if one != two and {one.dimension, two.dimension} != SQUARED:
        return  # FC202 converts them; "a 10 kW battery (10 kWh)" has both
    for claim, own, other, partner in ((first, one, second, two), (second, two, first, one)):
        for meant in _alternatives(article, own):
            if meant.dimension == partner.dimension and _agree(claim, other, meant, partner):
                yield _slip(article, relation, (claim, other), meant)
                return


def _alternatives(article: Article, unit: Unit) -> Iterator[Unit]:
    """What may have been meant: the square, the hour, and units that are taken for this one."""
    units = article.tables.units
    added = OTHER.get(unit.dimension, "")
    names = [f"{SQUARE}{unit.unit}" if added == SQUARE else f"{unit.unit}{added}"]
    names += [unit.unit.removeprefix(SQUARE), unit.unit.removesuffix(HOUR), *unit.confusable_with]
    names += [name for name, other in units.items() if unit.unit in other.confusable_with]
    yield from (units[name] for name in dict.fromkeys(names) if name in units and name != unit.unit)


def _agree(left: Claim, right: Claim, one: Unit, two: Unit) -> bool:
    if one.dimension != two.dimension or left.quantity is None or right.quantity is None:
        return False
    a, b = printed(left.quantity, drop_bounds=True), printed(right.quantity, drop_bounds=True)
    if a is None or b is None or a.value <= 0 or b.value <= 0:
        return False
    return compare_conversion(a, b, point(one.factor / two.factor)).agrees


def _area(article: Article, relation: Relation) -> Derived | None:
    """Length times width, in the unit of the area; an island fills only a part of that."""
    area = relation.claim("area")
    length, width = (side for side in relation.all("side") if isinstance(side, Claim))
    a, b, own = value_of(length), value_of(width), _unit(article, area)
    wide = _unit(article, width)
    long = _unit(article, length) or wide
    found = product(interval_of(length), interval_of(width))
    if a is None or b is None or own is None or long is None or wide is None or found is None:
        return None
    factor = long.factor * wide.factor / own.factor
    box = found.times(point(factor))
    low = exact(box.low or 0) * LEAST_OF_BOX
    high = None if box.high is None else exact(box.high) * MOST_OF_BOX
    return Derived(
        relation, area, (length, width), Interval(low, high), a * b * factor,
        "product_working", own.unit,
    )  # fmt: skip


def _metered(article: Article, relation: Relation) -> Iterator[Finding]:
    """A price per kilowatt hour times kilowatts that gives the bill: they were kilowatt hours."""
    per = next((member for member in relation.all("per") if isinstance(member, Span)), None)
    base, each, total = (relation.claim(role) for role in ("base", "each", "total"))
    named = article.lexicon.units.at(tokenise(per.text), 0) if per is not None else None
    priced = article.tables.units.get(named[1].unit) if named else None
    used = _unit(article, base)
    if priced is None or used is None or priced.dimension == used.dimension:
        return
    found = product(interval_of(each), interval_of(base))
    if found is not None and found.overlaps(interval_of(total)):
        meant = priced if used.dimension == "power" else used
        yield _slip(article, relation, (base, each, total), meant)


def _output(article: Article, relation: Relation) -> Iterator[Finding]:
    """More power than the plant has: what it produced in a year is an energy."""
    rated, made = relation.claim("capacity"), relation.claim("output")
    own, of_it = _unit(article, made), _unit(article, rated)
    counts = [value_of(count) for count in relation.all("count") if isinstance(count, Claim)]
    number = counts[0] if counts else Fraction(1)
    most, least = interval_of(rated).high, interval_of(made).low
    if own is None or of_it is None or number is None or most is None or least is None:
        return
    limit = Fraction(most) * number * of_it.factor
    got = Fraction(least) * own.factor
    meant = article.tables.units.get(f"{own.unit}{HOUR}")
    if meant is not None and limit < got <= limit * HOURS:
        yield _slip(article, relation, (made, rated), meant)


def _slip(article: Article, relation: Relation, claims: Sequence[Claim], meant: Unit) -> Finding:
    """The finding on the first of the claims, with the unit in which it agrees with the others."""
    wording, claim = article.wording, claims[0]
    value = value_of(claim) or Fraction(0)
    figure = article.own_wording.amount(value, meant.unit)
    others = wording.listed([other.span.text for other in claims[1:]])
    working = wording.say("unit_slip_working", figure=figure, others=others)
    return JUDGE.finding(
        "mismatch",
        claims,
        wording.say("unit_slip", figure=claim.span.text, others=others),
        Working(
            working,
            (article.quote(relation.span), Evidence("unit", meant.unit, meant.source)),
            wording.say("suggest_figure", figure=figure),
        ),
    )
