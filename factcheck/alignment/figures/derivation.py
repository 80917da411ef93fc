"""Figures that an article has worked out of those of its source, and how.

Source: "The choir sold 320 tickets. Last year it sold 230 tickets." Article: "90 more than last
year": 320 less 230. Tried are sums and means of figures that stand in a row, differences, what is
left of a hundred per cent, shares, changes in per cent, multiples, and the years between two dates.
The source's figures are taken as they are printed, since that is what an author reckons with.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, groupby, pairwise, permutations

from factcheck.alignment.figures.allowed import HUNDRED
from factcheck.alignment.figures.amounts import (
    kind_of,
    line_of,
    one_kind,
    one_unit,
    text_of,
    unit_of,
    value_of,
)
from factcheck.alignment.figures.values import COUNTED, SHARES
from factcheck.alignment.lines import Mention
from factcheck.claims import Article
from factcheck.comparison.judge import compare, printed
from factcheck.interval import exact, point
from factcheck.model import Quantity

POINTS = frozenset({"percentage", "percentage_point"})
ADDED = frozenset({"count", "money", "measure", "duration", "percentage_point"})
FITTING = frozenset({"exactly", "rounding"})
# What says how often an amount comes again.
TIMES, FEW = frozenset({"duration", "multiple"}), 20
YEARS = frozenset({"duration", "age"})
# More figures than these make so many sums that some fit by chance.
MOST, LONGEST_ROW = 10, 5
CLOSE, HEDGED = Fraction(1, 50), Fraction(1, 20)
Operation = tuple[str, tuple[Mention, ...], Fraction, str]


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure comes from those of a source: `sign` is sum, mean, difference, others, rest,
    share, change, part, product, quotient, multiple or years; `close` that it hardly rounds the
    result.
    """

    sign: str
    operands: tuple[Mention, ...]
    working: str
    close: bool


def derivations(
    article: Article, mention: Mention, pool: Sequence[Mention]
) -> Iterator[Derivation]:
    """All ways in which a figure of the article comes from figures of the source."""
    figure = mention.claim.quantity
    if figure is None or figure.value is None:
        return
    for sign, operands, value, working in _operations(article, mention, figure, pool):
        if value > 0 and _fits(figure, value):
            own = value_of(mention) * (HUNDRED if figure.kind == "fraction" else 1)
            close = abs(own - value) <= value * (HEDGED if figure.hedge else CLOSE)
            yield Derivation(sign, operands, working, close)


def points_apart(mention: Mention, pool: Sequence[Mention]) -> Derivation | None:
    """The two shares, one behind the other, whose difference in points a percentage prints.

    "Um 2,7 Prozent auf 8,9" beside "von 6,2 auf 8,9 Prozent", which are 43.5 per cent more.
    """
    figure = mention.claim.quantity
    if figure is None or figure.kind != "percentage":
        return None
    shares = [each for each in pool if kind_of(each) in {"percentage", "number"}]
    for a, b in pairwise(shares):
        low, high = sorted((value_of(a), value_of(b)))
        if a.line is not b.line or low <= 0 or low == high:
            continue
        if "percentage" not in {kind_of(a), kind_of(b)}:
            continue
        gone = [(high / low - 1) * HUNDRED, (1 - low / high) * HUNDRED]
        if high - low == value_of(mention) and not any(_fits(figure, value) for value in gone):
            return Derivation("points", (a, b), line_of(" - ", b, a), close=True)
    return None


def _operations(
    article: Article, mention: Mention, figure: Quantity, pool: Sequence[Mention]
) -> Iterator[Operation]:
    if figure.kind in YEARS and figure.unit == "year":
        yield from _years(article, pool)
        ages = [each for each in pool if kind_of(each) == "age"] if figure.kind != "age" else ()
        for pair in combinations(ages, 2):
            a, b = sorted(pair, key=value_of, reverse=True)
            yield "difference", (a, b), value_of(a) - value_of(b), line_of(" - ", a, b)
    if figure.kind in COUNTED:
        yield from _but_one([each for each in pool if one_kind(mention, each)])
    if figure.kind in ADDED or figure.kind == "number":
        amounts = [each for each in pool if _addable(mention, each)]
        alike = [each for each in amounts if one_kind(mention, each)]
        for few in [amounts] if len(amounts) <= MOST else _by_line(amounts):
            for operation in _added(few):
                if any(each in alike for each in operation[1]):
                    yield operation
        wholes = [each for each in alike if unit_of(each) == figure.unit]
        yield from _by_share(wholes, [each for each in pool if kind_of(each) in SHARES])
        yield from _repeated(wholes, pool)
    if figure.kind in SHARES | {"percentage_point", "number"}:
        yield from _rests_of_fractions([each for each in pool if kind_of(each) == "fraction"])
        percentages = [each for each in pool if kind_of(each) == "percentage"]
        for few in [percentages] if len(percentages) <= MOST else _by_line(percentages):
            yield from _of_percentages(few, points=figure.kind != "percentage")
    if figure.kind in SHARES | {"multiple"}:
        amounts = [each for each in pool if kind_of(each) in ADDED | {"number"}]
        yield from _ratios(amounts, multiple=figure.kind == "multiple")


def _but_one(amounts: Sequence[Mention]) -> Iterator[Operation]:
    """All others than the one of which is told: beaten were 28 others, where 29 took part."""
    for each in amounts:
        yield "others", (each,), value_of(each) - 1, f"{text_of(each)} - 1"


def _by_line(figures: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Those of each sentence."""
    for _, group in groupby(figures, key=lambda each: each.line.number):
        yield list(group)


def _added(figures: Sequence[Mention]) -> Iterator[Operation]:
    """Sums, differences and means of figures of one kind."""
    if len(figures) > MOST:
        return
    for pair in combinations(figures, 2):
        if not one_kind(*pair):
            continue
        a, b = sorted(pair, key=value_of, reverse=True)
        yield "difference", (a, b), value_of(a) - value_of(b), line_of(" - ", a, b)
        yield "sum", pair, value_of(a) + value_of(b), line_of(" + ", *pair)
        yield "mean", pair, (value_of(a) + value_of(b)) / 2, f"({line_of(' + ', *pair)}) / 2"
    for size in range(3, LONGEST_ROW + 1):
        for at in range(len(figures) - size + 1):
            row = tuple(figures[at : at + size])
            if all(one_kind(*pair) for pair in combinations(row, 2)):
                total = sum(map(value_of, row), Fraction(0))
                yield "sum", row, total, line_of(" + ", *row)
                yield "mean", row, total / size, f"({line_of(' + ', *row)}) / {size}"
                whole, *parts = sorted(row, key=value_of, reverse=True)
                yield (
                    "difference",
                    (whole, *parts),
                    2 * value_of(whole) - total,
                    line_of(" - ", whole, *parts),
                )


def _of_percentages(figures: Sequence[Mention], *, points: bool) -> Iterator[Operation]:
    """What is left of a hundred, sums of shares, and their differences, which are `points`."""
    for each in figures:
        yield "rest", (each,), HUNDRED - value_of(each), f"100 - {text_of(each)}"
    for pair in combinations(figures, 2):
        a, b = sorted(pair, key=value_of, reverse=True)
        if points:
            yield "difference", (a, b), value_of(a) - value_of(b), line_of(" - ", a, b)
        yield "sum", pair, value_of(a) + value_of(b), line_of(" + ", *pair)


def _rests_of_fractions(figures: Sequence[Mention]) -> Iterator[Operation]:
    """What two thirds leave: one in three."""
    for each in figures:
        yield "rest", (each,), HUNDRED * (1 - value_of(each)), f"1 - {text_of(each)}"


def _ratios(figures: Sequence[Mention], *, multiple: bool) -> Iterator[Operation]:
    """One figure as a share or a multiple of another, and the change from one to the other."""
    if len(figures) > MOST:
        return
    for a, b in permutations(figures, 2):
        if not (one_kind(a, b) if multiple else one_unit(a, b)) or not value_of(b):
            continue
        ratio, line = value_of(a) / value_of(b), line_of(" / ", a, b)
        if multiple:
            yield "multiple", (a, b), ratio, line
        else:
            yield "share", (a, b), ratio * HUNDRED, line
            if one_kind(a, b):
                yield "rest", (a, b), (1 - ratio) * HUNDRED, f"1 - {line}"
            yield "change", (a, b), (ratio - 1) * HUNDRED, f"{line} - 1"


def _by_share(amounts: Sequence[Mention], shares: Sequence[Mention]) -> Iterator[Operation]:
    """A share of an amount, and the amount before or after a change of which its sentence tells."""
    for amount in amounts if len(amounts) <= MOST else ():
        for share in shares:
            part = value_of(share) / (1 if kind_of(share) == "fraction" else HUNDRED)
            pair, whole, line = (amount, share), value_of(amount), line_of(", ", amount, share)
            yield "part", pair, whole * part, line_of(" * ", share, amount)
            for factor in (1 + part, 1 - part) if share.line is amount.line else ():
                yield "part", pair, whole * factor, line
                if factor:
                    yield "part", pair, whole / factor, line


def _repeated(amounts: Sequence[Mention], pool: Sequence[Mention]) -> Iterator[Operation]:
    """An amount so many times as its sentence says, 500 million a year over ten years, or one of so
    many parts of it."""
    for amount in amounts if len(amounts) <= MOST else ():
        for times in pool if kind_of(amount) != "duration" else ():
            if times.line is not amount.line or times is amount or not _is_times(times):
                continue
            product = value_of(times) * value_of(amount)
            yield "product", (amount, times), product, line_of(" * ", times, amount)
            if kind_of(times) == "duration":
                quotient = value_of(amount) / value_of(times)
                yield "quotient", (amount, times), quotient, line_of(" / ", amount, times)


def _is_times(mention: Mention) -> bool:
    """May it say how often something comes: ten years, twice, three shifts of 140 people?"""
    value = value_of(mention)
    if kind_of(mention) == "count":
        return value.denominator == 1 and 1 < value <= FEW
    return kind_of(mention) in TIMES and value > 0


def _years(article: Article, pool: Sequence[Mention]) -> Iterator[Operation]:
    """The years between two dates of the source, or from one to the article's own day."""
    dated = [
        (each, each.claim.period.start.year)
        for each in pool
        if each.claim.kind == "date" and each.claim.period is not None
    ]
    for (a, first), (b, last) in combinations(dated, 2):
        low, high = min(first, last), max(first, last)
        yield "years", (a, b), Fraction(high - low), f"{high} - {low}"
    if article.date is not None:
        this = article.date.year
        for each, year in dated:
            yield "years", (each,), Fraction(this - year), f"{this} - {year}"


def _fits(figure: Quantity, value: Fraction) -> bool:
    """Is it the figure as printed, as far as its rounding and its hedge go?"""
    found = printed(figure, reach=True)
    if found is None:
        return False
    found = found.times(HUNDRED) if figure.kind == "fraction" else found
    edges = {exact(end) for end in (found.interval.low, found.interval.high) if end is not None}
    if value in edges - {found.value}:
        return False  # 41.5 is rounded to 42
    return compare(point(value), point(value), found).how in FITTING


def _addable(mention: Mention, other: Mention) -> bool:
    """May it be one of two figures that make this one: of its unit and noun, or of none?"""
    return kind_of(other) in ADDED | {"number"} and one_unit(mention, other)
