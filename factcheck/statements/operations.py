"""What can be computed of a slice or two: each a function that gives value, bounds and pandas text.

    OPERATIONS["mean"](slice) -> Result(4.3125, [4.3125, 4.3125], "df['votes'].mean()")

Values are exact; the bounds tell what the rounding of the cells leaves open.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from factcheck.interval import Interval, point
from factcheck.statements.slices import Cell, Slice

SIGNS: Final[dict[str, Callable[[Fraction, Fraction], bool]]] = {
    ">": lambda value, limit: value > limit,
    ">=": lambda value, limit: value >= limit,
    "<": lambda value, limit: value < limit,
    "<=": lambda value, limit: value <= limit,
    "==": lambda value, limit: value == limit,
}


@dataclass(frozen=True, slots=True)
class Result:
    """A computed value, what the rounding of the cells allows, and the expression that gives it."""

    value: Fraction
    interval: Interval
    code: str


@dataclass(frozen=True, slots=True)
class Condition:
    """What the cells counted must be: `sign` of SIGNS and the limit."""

    sign: str
    limit: Fraction


def count(taken: Slice, condition: Condition) -> Result:
    """How many cells meet a condition, and how many may, where the rounding leaves it open."""
    found, bounds = _meeting(taken.cells, condition)
    return Result(Fraction(found), bounds, f"({_test(taken, condition)}).sum()")


def count_share(taken: Slice, condition: Condition) -> Result:
    """Which part of the cells meets a condition."""
    size = len(taken.cells)
    found, bounds = _meeting(taken.cells, condition)
    part = bounds.times(point(Fraction(1, size)))
    return Result(Fraction(found, size), part, f"({_test(taken, condition)}).mean()")


def changed(old: Slice, new: Slice, sign: str) -> Result:
    """How many cells of `new` are more (or less) than the cell of the same entity in `old`."""
    before = {cell.entity: cell.value for cell in old.cells}
    found = sum(SIGNS[sign](cell.value, before[cell.entity]) for cell in new.cells)
    return _exactly(Fraction(found), f"({new.code}.values {sign} {old.code}.values).sum()")


def changed_share(old: Slice, new: Slice, sign: str) -> Result:
    """Which part of the cells of `new` is more (or less) than in `old`."""
    part = changed(old, new, sign).value / len(new.cells)
    return _exactly(part, f"({new.code}.values {sign} {old.code}.values).mean()")


def total(taken: Slice) -> Result:
    """The sum of the cells."""
    value, half = _sum(taken.cells)
    return Result(value, _around(value, half), _scaled(f"{taken.code}.sum()", taken))


def mean(taken: Slice) -> Result:
    """The mean of the cells, each counting once."""
    cells = taken.cells
    value, half = _sum(cells)
    middle = _around(value / len(cells), half / len(cells))
    return Result(value / len(cells), middle, _scaled(f"{taken.code}.mean()", taken))


def median(taken: Slice) -> Result:
    """The value in the middle, or the mean of the two there."""
    values = sorted(cell.value for cell in taken.cells)
    half = max(cell.half for cell in taken.cells)
    at = len(values) // 2
    value = values[at] if len(values) % 2 else (values[at - 1] + values[at]) / 2
    return Result(value, _around(value, half), _scaled(f"{taken.code}.median()", taken))


def greatest(taken: Slice) -> Result:
    """The highest value."""
    cell = max(taken.cells, key=lambda cell: cell.value)
    code = _scaled(f"{taken.code}.max()", taken)
    return Result(cell.value, _around(cell.value, cell.half), code)


def least(taken: Slice) -> Result:
    """The lowest value."""
    cell = min(taken.cells, key=lambda cell: cell.value)
    code = _scaled(f"{taken.code}.min()", taken)
    return Result(cell.value, _around(cell.value, cell.half), code)


def difference(old: Slice, new: Slice) -> Result:
    """What `new` has more than `old`."""
    (a, half_a), (b, half_b) = _sum(old.cells), _sum(new.cells)
    code = f"{new.code}.sum() - {old.code}.sum()"
    if new.measure.scale != 1:
        code = f"({code}) * {new.measure.scale}"
    return Result(b - a, _around(b - a, half_a + half_b), code)


def ratio(old: Slice, new: Slice) -> Result:
    """`new` divided by `old`, which must be above zero."""
    (a, half_a), (b, half_b) = _sum(old.cells), _sum(new.cells)
    low, high = max(b - half_b, Fraction(0)) / (a + half_a), (b + half_b) / (a - half_a)
    return Result(b / a, Interval(low, high), f"{new.code}.sum() / {old.code}.sum()")


def growth(old: Slice, new: Slice) -> Result:
    """By which part of `old` `new` is more, below zero for less."""
    found = ratio(old, new)
    one = Interval(Fraction(1), Fraction(1))
    return Result(found.value - 1, found.interval.minus(one), f"{found.code} - 1")


def rank(among: Slice, own: Slice, sign: str) -> Result:
    """The place of `own` among the cells: one, and one for each that is more (or less)."""
    value, _ = _sum(own.cells)
    before = sum(SIGNS[sign](cell.value, value) for cell in among.cells)
    code = f"({among.code} {sign} {own.code}.sum()).sum() + 1"
    return _exactly(Fraction(before + 1), code)


OPERATIONS: Final[dict[str, Callable[..., Result]]] = {
    "count": count,
    "count_share": count_share,
    "changed": changed,
    "changed_share": changed_share,
    "sum": total,
    "mean": mean,
    "median": median,
    "greatest": greatest,
    "least": least,
    "difference": difference,
    "ratio": ratio,
    "growth": growth,
    "share": ratio,
    "rank": rank,
}


def _meeting(cells: Sequence[Cell], condition: Condition) -> tuple[int, Interval]:
    """How many cells meet the condition, and between which numbers before they were rounded."""
    meets, limit = SIGNS[condition.sign], condition.limit
    found = sum(meets(cell.value, limit) for cell in cells)
    near = [cell for cell in cells if cell.half and abs(cell.value - limit) <= cell.half]
    met = sum(meets(cell.value, limit) for cell in near)
    return found, Interval(Fraction(found - met), Fraction(found + len(near) - met))


def _test(taken: Slice, condition: Condition) -> str:
    limit = condition.limit / Fraction(taken.measure.scale)
    shown = str(limit.numerator) if limit.denominator == 1 else repr(float(limit))
    return f"{taken.code} {condition.sign} {shown}"


def _sum(cells: Sequence[Cell]) -> tuple[Fraction, Fraction]:
    """The sum of the cells and how far their rounding may move it."""
    value = sum((cell.value for cell in cells), Fraction(0))
    return value, sum((cell.half for cell in cells), Fraction(0))


def _scaled(code: str, taken: Slice) -> str:
    return code if taken.measure.scale == 1 else f"{code} * {taken.measure.scale}"


def _around(value: Fraction, half: Fraction) -> Interval:
    return Interval(value - half, value + half)


def _exactly(value: Fraction, code: str) -> Result:
    return Result(value, point(value), code)
