"""How much it says that a slip of the pen leads from one figure to the other, as log-odds."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from factcheck.interval import exact
from factcheck.model import Quantity
from factcheck.rounding import BOUNDS

# Percent for points. The right digits with another unit of its dimension; of one that has nothing
# to do with it.
POINTS_SLIP = 4.6
UNIT_SLIP, ONE_DIGIT_UNIT, OTHER_DIMENSION = 3.5, 2.0, 1.0
MANY_DIGITS, TWO_DIGITS, ONE_DIGIT, COMPOSED = 5.4, 4.9, 1.1, 3.5
LONG = 3
# Digits before the point from which one digit with another scale word says something.
SCALED = 4
# Digits before the point of tens, of tens of thousands and so on, which are spoken as tens.
TENS, WORDS = 2, 3
# How many of a unit make the next larger one, and the words of a length of time told in both.
PARTS, TOLD_IN_TWO = {"month": 12, "minute": 60, "second": 60}, 4
# A scale word apart, or a zero.
SCALES = frozenset({-12, -9, -6, -3, 3, 6, 9, 12})


def slip_between(left: Quantity, right: Quantity, factor: Fraction | None = None) -> float:
    """The same digits in another order or with another scale word, one digit dropped or changed.

    A source's figure may have more digits than the article's: then its first ones count. `factor`
    makes an amount in the article's unit of one in the source's. Of a range either end counts.
    """
    if right.value is None:
        ends = (end for end in (right.interval.low, right.interval.high) if end is not None)
        return max(
            (slip_between(left, replace(right, value=end), factor) for end in ends), default=0.0
        )
    if _composed(left, right):
        return COMPOSED
    a = _digits(left)
    b = _digits(right) if factor is None else _of_value(exact(right.value) * factor)
    if not a[0] or not b[0]:
        return 0.0
    rounded = [
        other
        for other in _shortened(b, len(a[0]))
        if len(a[0]) >= LONG
        or (a[1] - other[1] in SCALES and len(a[0]) > 1)
        or abs(a[1] - other[1]) == (1 if len(a[0]) == 1 else 0)
    ]
    exactly = () if factor is not None else (b,)
    bound = left.hedge in BOUNDS  # "more than 3,500" is not 5,310, and "more than 500" not 45
    most = (ONE_DIGIT if len(a[0]) > 1 else 0.0) if bound and len(a[0]) < LONG else MANY_DIGITS
    cut = (min(_slip(a, other), most) for other in rounded)
    return max((*(_slip(a, other) for other in exactly), *cut), default=0.0)


def _composed(left: Quantity, right: Quantity) -> bool:
    """Are two lengths of time told in two units, of which the larger is equal: five years and two
    months, five years and three months?"""
    most = PARTS.get(left.unit or "") if left.unit == right.unit else None
    told = all(len(each.span.text.split()) >= TOLD_IN_TWO for each in (left, right))
    if most is None or not told or left.value is None or right.value is None:
        return False
    return exact(left.value) // most == exact(right.value) // most > 0


def _slip(left: tuple[str, int], right: tuple[str, int]) -> float:
    (a, size), (b, other) = left, right
    long = MANY_DIGITS if len(a) >= LONG else TWO_DIGITS
    scale = size - other in SCALES and min(size, other) >= SCALED
    if a == b and size != other and (abs(size - other) == 1 or scale):
        return long if len(a) > 1 or scale else ONE_DIGIT
    if a == b and size - other in SCALES and len(a) > 1:
        return UNIT_SLIP
    if size != other and abs(size - other) != 1:
        return 0.0
    if size == other and size % WORDS == TENS and _teen(a, b):
        return TWO_DIGITS
    if size == other and max(len(a), len(b)) >= 2:
        most = max(len(a), len(b))
        a, b = a.ljust(most, "0"), b.ljust(most, "0")  # 250 and 205, of which 25 and 205 are left
        if sorted(a) == sorted(b):
            return long
        if sum(x != y for x, y in zip(a, b, strict=True)) == 1:
            return ONE_DIGIT
    (short, small), (whole, large) = sorted(((a, size), (b, other)), key=lambda each: len(each[0]))
    if small < large and len(short) + 1 == len(whole) and _one_dropped(short, whole):
        return ONE_DIGIT
    return 0.0


def _teen(left: str, right: str) -> bool:
    """Sixteen and sixty, by their digits without the zeros at the end: 16 and 6?"""
    short, long = sorted((left, right), key=len)
    return len(short) == 1 and short > "1" and long == f"1{short}"


def _one_dropped(short: str, long: str) -> bool:
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def digits_key(quantity: Quantity) -> str:
    """The digits of a figure in order: what transposed figures and those of another size share."""
    return "".join(sorted(_digits(quantity)[0].replace("0", "")))


def _digits(quantity: Quantity) -> tuple[str, int]:
    """The digits of a value without the zeros at either end, and the number before the point."""
    return _of_value(quantity.value) if quantity.value and quantity.kind != "fraction" else ("", 0)


def _of_value(value: Decimal | Fraction) -> tuple[str, int]:
    plain = value if isinstance(value, Decimal) else Decimal(value.numerator) / value.denominator
    return format(abs(plain), "f").replace(".", "").strip("0"), plain.adjusted() + 1


def _shortened(digits: tuple[str, int], length: int) -> list[tuple[str, int]]:
    """The same figure to fewer digits, rounded, and if they are many also cut off."""
    text, size = digits
    if length >= len(text):
        return []
    up = str(int(text[:length]) + (text[length] >= "5"))
    rounded = (up.rstrip("0"), size + len(up) - length)
    return [rounded] if length < LONG else [rounded, (text[:length].rstrip("0"), size)]
