"""A measure and its conversion into another unit agree.

Worked example: "10 miles (6 km)". 10 as printed allows 9.5 to 10.5 miles; a mile is 1.609344 km, so
that is 15.29 to 16.9 km, and "6" allows 5.5 to 6.5: they do not agree, and divided by the factor,
10 / 1.609344 = 6.2, they would. "10 miles (16 km)" and, since either figure may be the rounded one,
"30 km (20 miles)" for 18.6 miles are right.

Temperatures are converted with their offset, 40°C (104°F), a rise or a gap without, 2°C (3.6°F)
warmer; where no word says which, either will do. A name that several units share (gallon, pint,
ton, mile, ounce, PS) may mean any of them. Two units of the metric system differ by powers of ten,
so between them only a slip by a power of ten is called one: "10 km (500 Höhenmeter)" converts
nothing. Football pitches are a note at most; power is never converted into energy.

It cannot see: which of the two is wrong; measures of two units (6ft 2in); ranges.
Source of the rule: units.csv (BIPM, NIST); published corrections of areas multiplied by the factor
of a length, and of factors divided by instead of multiplied.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.claims import Article
from factcheck.comparison.judge import (
    Judge,
    Outcome,
    Printed,
    Working,
    compare_conversion,
    compare_mapped,
)
from factcheck.comparison.slips import Slip, copied, digit_slips, powers_of_ten
from factcheck.converting.pairs import Pair, pair_of
from factcheck.interval import Interval, exact, point
from factcheck.model import Evidence, Finding, Relation
from factcheck.reference.rows import Unit
from factcheck.reference.units import convert
from factcheck.rounding import BOUNDS

CODE = "FC202"
NAME = "unit-conversion"
PRECISION = "H"

PITCH = "football pitch"
PITCHES = Interval(Fraction(1, 2), Fraction(4, 5))  # hectares: what texts call a football pitch
FAR_PITCHES = Interval(Fraction(1, 8), Fraction(4))  # beyond these no count of pitches is meant
SQUARE = "square "
NEAR_BOUND = 2
FIVE = Fraction(5)
FIVES = {"speed": FIVE, "length": Fraction(100)}  # from what value on figures are rounded to fives
# Units that share a name in one of the languages.
NAMESAKES = (
    frozenset({"us gallon", "imperial gallon"}),
    frozenset({"us pint", "imperial pint"}),
    frozenset({"us fluid ounce", "imperial fluid ounce", "ounce", "troy ounce"}),
    frozenset({"tonne", "short ton", "long ton"}),
    frozenset({"mile", "nautical mile"}),
    frozenset({"horsepower", "metric horsepower"}),
    frozenset({"pound-mass", "metric pound"}),
)


def check(article: Article) -> Iterator[Finding]:
    """Judge every conversion between two units of measure."""
    units = article.tables.units
    for relation in article.related("conversion"):
        pair = pair_of(relation, "measure") or pair_of(relation, "duration")
        if pair is None:
            continue
        finding = _judged(article, relation, pair, (units[pair.source], units[pair.target]))
        told = finding.verdict == "supported" or finding.hypothesis is not None
        if told or not relation.all("alone"):
            yield finding


def _judged(article: Article, relation: Relation, pair: Pair, units: tuple[Unit, Unit]) -> Finding:
    judge = Judge(CODE, NAME, PRECISION if relation.sure else "M")
    shown = _working(article, pair, units, difference=bool(relation.all("difference")))
    if PITCH in {pair.source, pair.target}:
        return _pitches(article, judge, pair, shown)
    outcomes = [
        _compared(pair, pair.result, source, target, difference=difference)
        for difference in _readings(relation, units[0])
        for source in _namesakes(article, units[0])
        for target in _namesakes(article, units[1])
        if source.dimension == target.dimension
    ]
    agreed = next((outcome for outcome in outcomes if outcome.agrees), None)
    if agreed is None and (fives := _in_fives(pair, units)) is not None:
        both = _compared(fives, fives.result, *units, difference=False)
        agreed = replace(both, how="rounding") if both.agrees else None
    if agreed is not None:
        message = article.wording.say(f"conversion_{agreed.how}", **pair.fields)
        return judge.finding("supported", pair.claims, message, shown)
    slips = (
        _slip(article, pair, (source, target), difference=bool(relation.all("difference")))
        for source in _namesakes(article, units[0])
        for target in _namesakes(article, units[1])
        if source.dimension == target.dimension
    )
    slip = next((each for each in slips if each is not None), None)
    if any(outcome.how for outcome in outcomes) or not _sure(units, slip):
        message = article.wording.say("conversion_loose", **pair.fields)
        cautious = relation.sure and any(outcome.how for outcome in outcomes)
        cautious = cautious and not _within_bound(pair, units)
        return judge.finding("unclear", pair.claims, message, shown, cautious=cautious)
    return _mismatch(article, judge, pair, shown, slip, outcomes[0])


def _within_bound(pair: Pair, units: tuple[Unit, Unit]) -> bool:
    """As in "2 centimetres (less than an inch)": what a bound says is true, and not far from it."""
    figure = pair.converted.quantity
    if figure is None or figure.hedge not in BOUNDS or units[0].offset or units[1].offset:
        return False
    nominal = pair.amount.value * units[0].factor / units[1].factor
    near = pair.result.value / NEAR_BOUND <= nominal <= pair.result.value * NEAR_BOUND
    return near and figure.interval.contains(nominal)


def _in_fives(pair: Pair, units: tuple[Unit, Unit]) -> Pair | None:
    """As in "185 mph (295 km/h)": both rounded to fives, from 160 knots; so are long distances."""
    least = FIVES.get(units[0].dimension)
    figures = (pair.amount, pair.result)
    if least is None or any(f.value % FIVE or f.value < least for f in figures):
        return None
    amount, result = (replace(f, interval=_wider(f), step=FIVE) for f in figures)
    return replace(pair, amount=amount, result=result)


def _wider(figure: Printed) -> Interval:
    low, high = figure.value - FIVE / 2, figure.value + FIVE / 2
    known = figure.interval
    return Interval(
        low if known.low is None else min(low, exact(known.low)),
        high if known.high is None else max(high, exact(known.high)),
    )


def _readings(relation: Relation, source: Unit) -> tuple[bool, ...]:
    """Is a temperature to be converted as a difference? Without a word that says so, either."""
    if relation.all("difference"):
        return (True,)
    return (False, True) if source.offset else (False,)


def _namesakes(article: Article, unit: Unit) -> tuple[Unit, ...]:
    shared = next((names for names in NAMESAKES if unit.unit in names), frozenset({unit.unit}))
    others = sorted(shared - {unit.unit})
    return (unit, *(article.tables.units[name] for name in others))


def _compared(
    pair: Pair, figure: Printed, source: Unit, target: Unit, *, difference: bool
) -> Outcome:
    if not source.offset and not target.offset:
        if pair.amount.value <= 0 or figure.value <= 0:
            return Outcome("loosely")
        return compare_conversion(pair.amount, figure, point(source.factor / target.factor))
    return compare_mapped(
        pair.amount,
        figure,
        lambda value: convert(value, source, target, difference=difference),
        lambda value: convert(value, target, source, difference=difference),
    )


def _sure(units: tuple[Unit, Unit], slip: Slip | None) -> bool:
    """Between two units of the metric system only a power of ten is a slip."""
    ratio = units[0].factor / units[1].factor
    text = str(max(ratio.numerator, ratio.denominator))
    decimal = 1 in {ratio.numerator, ratio.denominator} and text.strip("0") == "1"
    return not decimal or (slip is not None and slip.factor is not None)


def _slip(
    article: Article, pair: Pair, units: tuple[Unit, Unit], *, difference: bool
) -> Slip | None:
    source, target = units

    def fits(figure: Printed) -> bool:
        return _compared(pair, figure, source, target, difference=difference).agrees

    if source.offset:
        other = _compared(pair, pair.result, source, target, difference=not difference)
        return Slip("slip_offset") if other.agrees else digit_slips(pair.result, fits)
    power = powers_of_ten(pair.result, fits)
    if power is not None:
        return power
    if _compared(pair, pair.result, target, source, difference=False).agrees:
        return Slip("slip_factor")
    lengths = [article.tables.units.get(unit.unit.removeprefix(SQUARE)) for unit in units]
    squares = all(unit.unit.startswith(SQUARE) for unit in units)
    if squares and lengths[0] is not None and lengths[1] is not None:
        linear = _compared(pair, pair.result, lengths[0], lengths[1], difference=False)
        if linear.agrees:
            return Slip("slip_linear")
    if copied(pair.result, pair.amount):
        return Slip("slip_copied")
    return digit_slips(pair.result, fits)


def _mismatch(
    article: Article, judge: Judge, pair: Pair, shown: Working, slip: Slip | None, outcome: Outcome
) -> Finding:
    hypothesis = article.wording.say(slip.key, factor=slip.factor or 0) if slip else None
    message = article.wording.say("conversion_mismatch", **pair.fields)
    return judge.finding(
        "mismatch",
        pair.claims,
        f"{message} {hypothesis}" if hypothesis else message,
        replace(shown, hypothesis=hypothesis),
        decisive=outcome.decisive,
    )


def _pitches(article: Article, judge: Judge, pair: Pair, shown: Working) -> Finding:
    """Nobody's football pitches are of one size: agreement or a note."""
    area, pitches = (pair.amount, pair.result)
    other = pair.source
    if pair.source == PITCH:
        area, pitches, other = pitches, area, pair.target
    factor = article.tables.units[other].factor / article.tables.units["hectare"].factor
    if area.value <= 0 or pitches.value <= 0:
        message = article.wording.say("conversion_loose", **pair.fields)
        return judge.finding("unclear", pair.claims, message, shown)
    size = area.interval.times(point(factor))
    agrees = size.overlaps(pitches.interval.times(PITCHES))
    if not agrees and not size.overlaps(pitches.interval.times(FAR_PITCHES)):
        # thousands, or a dropped scale word
        message = article.wording.say("conversion_mismatch", **pair.fields)
        return replace(judge, precision="M").finding("mismatch", pair.claims, message, shown)
    key = "conversion_rounding" if agrees else "conversion_loose"
    message = article.wording.say(key, **pair.fields)
    return judge.finding("supported" if agrees else "unclear", pair.claims, message, shown)


def _working(
    article: Article, pair: Pair, units: tuple[Unit, Unit], *, difference: bool
) -> Working:
    wording, (source, target) = article.wording, units
    ends = (pair.amount.interval.low, pair.amount.interval.high)
    low, high = (convert(Fraction(end or 0), source, target, difference=difference) for end in ends)
    nominal = convert(pair.amount.value, source, target, difference=difference)
    calculation = wording.say(
        "unit_working",
        original=pair.original.span.text,
        derived=wording.between(low, high, pair.target, 4),
        nominal=wording.amount(nominal, pair.target, 4),
        printed=pair.converted.span.text,
    )
    one = convert(Fraction(1), source, target, difference=True)
    text = wording.say(
        "unit_difference" if source.offset else "unit_factor",
        source=wording.amount(1, pair.source),
        target=wording.amount(one, pair.target),
    )
    if source.offset and not difference:
        zero = wording.amount(convert(Fraction(), source, target, difference=False), pair.target)
        freezing = wording.say("unit_factor", source=wording.amount(0, pair.source), target=zero)
        text = f"{freezing}, {text}"
    suggested = article.own_wording.amount(nominal, pair.target, 2 if nominal < 100 else 3)
    return Working(
        calculation,
        (Evidence("unit", text, source.source, row=source.row),),
        article.wording.say("suggest_figure", figure=suggested),
    )
