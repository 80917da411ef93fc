"""Figures that an article has worked out of those of its source, and how.

Source: "The choir sold 320 tickets. Last year it sold 230 tickets." Article: "90 more than last
year": 320 less 230. Tried are sums and means of figures that stand in a row, differences, what is
left of a hundred per cent, parts, shares, changes, multiples, and the years between two dates.
The source's figures are taken as they are printed, since that is what an author reckons with.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, permutations

from factcheck.alignment.lines import Mention
from factcheck.alignment.values import HUNDRED, SHARES, group_of
from factcheck.claims import Article
from factcheck.comparison.judge import compare, printed
from factcheck.interval import exact, point
from factcheck.model import Quantity

ADDED = frozenset({"count", "money", "measure", "duration", "percentage_point"})
POINTS = frozenset({"percentage", "percentage_point"})
FITTING = frozenset({"exactly", "rounding"})
YEARS = frozenset({"duration", "age"})
# More figures than these make so many sums that some fit by chance.
MOST, LONGEST_ROW = 10, 5
Operation = tuple[str, tuple[Mention, ...], Fraction, str]


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure comes from those of a source: `sign` is sum, mean, difference, rest, part,
    share, change, multiple or years."""

    sign: str
    operands: tuple[Mention, ...]
    working: str


def derivations(
    article: Article, mention: Mention, pool: Sequence[Mention]
) -> Iterator[Derivation]:
    """All ways in which a figure of the article comes from figures of the source."""
    figure = mention.claim.quantity
    if figure is None or figure.value is None:
        return
    for sign, operands, value, working in _operations(article, mention, figure, pool):
        if value > 0 and _fits(figure, value):
            yield Derivation(sign, operands, working)


def _operations(
    article: Article, mention: Mention, figure: Quantity, pool: Sequence[Mention]
) -> Iterator[Operation]:
    if figure.kind in YEARS and figure.unit == "year":
        yield from _years(article, pool)
    if figure.kind in ADDED or figure.kind == "number":
        addable = [each for each in pool if _addable(mention, each)]
        yield from _added(addable)
        wholes = [each for each in addable if _unit(each) == figure.unit]
        yield from _parts(wholes, [each for each in pool if _kind(each) in SHARES])
    if figure.kind in SHARES | {"percentage_point", "number"}:
        yield from _of_percentages([each for each in pool if _kind(each) == "percentage"])
    if figure.kind in SHARES | {"multiple"}:
        amounts = [each for each in pool if _kind(each) in ADDED | {"number"}]
        yield from _ratios(amounts, multiple=figure.kind == "multiple")


def _added(figures: Sequence[Mention]) -> Iterator[Operation]:
    """Sums, differences and means of figures of one kind."""
    if len(figures) > MOST:
        return
    for pair in combinations(figures, 2):
        if not _one_kind(*pair):
            continue
        a, b = sorted(pair, key=_value, reverse=True)
        yield "difference", (a, b), _value(a) - _value(b), _line(" - ", a, b)
        yield "sum", pair, _value(a) + _value(b), _line(" + ", *pair)
        yield "mean", pair, (_value(a) + _value(b)) / 2, f"({_line(' + ', *pair)}) / 2"
    for size in range(3, LONGEST_ROW + 1):
        for at in range(len(figures) - size + 1):
            row = tuple(figures[at : at + size])
            if all(_one_kind(*pair) for pair in combinations(row, 2)):
                total = sum(map(_value, row), Fraction(0))
                yield "sum", row, total, _line(" + ", *row)
                yield "mean", row, total / size, f"({_line(' + ', *row)}) / {size}"
                whole, *parts = sorted(row, key=_value, reverse=True)
                yield (
                    "difference",
                    (whole, *parts),
                    2 * _value(whole) - total,
                    _line(" - ", whole, *parts),
                )


def _of_percentages(figures: Sequence[Mention]) -> Iterator[Operation]:
    """What is left of a hundred, and sums and differences of shares."""
    if len(figures) > MOST:
        return
    for each in figures:
        yield "rest", (each,), HUNDRED - _value(each), f"100 - {_text(each)}"
    for pair in combinations(figures, 2):
        a, b = sorted(pair, key=_value, reverse=True)
        yield "difference", (a, b), _value(a) - _value(b), _line(" - ", a, b)
        yield "sum", pair, _value(a) + _value(b), _line(" + ", *pair)


def _parts(wholes: Sequence[Mention], shares: Sequence[Mention]) -> Iterator[Operation]:
    """The part that a share makes of a whole."""
    if len(wholes) > MOST:
        return
    for whole in wholes:
        for share in shares:
            part = _value(whole) * _value(share)
            part = part if _kind(share) == "fraction" else part / HUNDRED
            yield "part", (whole, share), part, f"{_text(share)} * {_text(whole)}"


def _ratios(figures: Sequence[Mention], *, multiple: bool) -> Iterator[Operation]:
    """One figure as a share or a multiple of another, and the change from one to the other."""
    if len(figures) > MOST:
        return
    for a, b in permutations(figures, 2):
        if not (_one_kind(a, b) if multiple else _one_unit(a, b)) or not _value(b):
            continue
        ratio, line = _value(a) / _value(b), _line(" / ", a, b)
        if multiple:
            yield "multiple", (a, b), ratio, line
        else:
            yield "share", (a, b), ratio * HUNDRED, line
            yield "rest", (a, b), (1 - ratio) * HUNDRED, f"1 - {line}"
            yield "change", (a, b), (ratio - 1) * HUNDRED, f"{line} - 1"


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
    return _kind(other) in ADDED | {"number"} and _one_kind(mention, other)


def _one_kind(left: Mention, right: Mention) -> bool:
    """Of one unit, and counting things of one name, persons, or what is not named or known."""
    if not _one_unit(left, right):
        return False
    if not left.noun or not right.noun or not left.noun.isdisjoint(right.noun):
        return True
    known = all(any(key[0] in "gk" for key in each.noun) for each in (left, right))
    across = left.line.article.lexicon.code != right.line.article.lexicon.code
    return left.personal and right.personal if known else across


def _one_unit(left: Mention, right: Mention) -> bool:
    a, b = left.claim.quantity, right.claim.quantity
    if a is None or b is None or left.claim is right.claim:
        return False
    return "number" in {a.kind, b.kind} or (group_of(a) == group_of(b) and a.unit == b.unit)


def _kind(mention: Mention) -> str:
    """The kind of a figure with a value, else nothing."""
    quantity = mention.claim.quantity
    return quantity.kind if quantity is not None and quantity.value is not None else ""


def _unit(mention: Mention) -> str | None:
    quantity = mention.claim.quantity
    return quantity.unit if quantity is not None else None


def _value(mention: Mention) -> Fraction:
    quantity = mention.claim.quantity
    return exact(quantity.value) if quantity and quantity.value is not None else Fraction(0)


def same_digits(left: Mention, right: Mention) -> bool:
    """Have two figures the same digits in the same order, whatever their size?"""
    a, b = _value(left), _value(right)
    if not a or not b:
        return False
    while a < b:
        a *= 10
    while b < a:
        b *= 10
    return a == b


def _text(mention: Mention) -> str:
    return " ".join(mention.claim.span.text.split())


def _line(sign: str, *operands: Mention) -> str:
    return sign.join(map(_text, operands))
