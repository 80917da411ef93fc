"""How much it says that a slip of the pen leads from one figure to the other."""

from decimal import Decimal

from factcheck.model import Quantity

UNIT_SLIP = 0.25
MANY_DIGITS, TWO_DIGITS, ONE_DIGIT, ONE_OF_TWO = 0.4, 0.3, 0.2, 0.1
LONG = 3
# Digits before the point from which one digit with another scale word says something.
SCALED = 4
# A scale word apart, or a zero.
SCALES = frozenset({-12, -9, -6, -3, 3, 6, 9, 12})


def slip_between(left: Quantity, right: Quantity) -> float:
    """The same digits in another order or with another scale word, one digit dropped or changed.

    A source's figure may have more digits than the article's: then its first ones count.
    """
    a, b = _digits(left), _digits(right)
    if not a[0] or not b[0]:
        return 0.0
    rounded = (other for other in _shortened(b, len(a[0])) if len(a[0]) >= LONG or other[1] == a[1])
    return max(_slip(a, other) for other in (b, *rounded))


def _slip(left: tuple[str, int], right: tuple[str, int]) -> float:
    (a, size), (b, other) = left, right
    long = MANY_DIGITS if len(a) >= LONG else TWO_DIGITS
    if a == b and size != other:
        scaled = size - other in SCALES and min(size, other) >= SCALED
        return long if len(a) > 1 or scaled else ONE_DIGIT
    if size != other and abs(size - other) != 1:
        return 0.0
    if size == other and len(a) == len(b) >= 2:
        if sorted(a) == sorted(b):
            return long
        if sum(x != y for x, y in zip(a, b, strict=True)) == 1:
            return ONE_DIGIT if len(a) >= LONG else ONE_OF_TWO
    if size != other and abs(len(a) - len(b)) == 1 and _one_dropped(*sorted((a, b), key=len)):
        return ONE_DIGIT
    return 0.0


def _one_dropped(short: str, long: str) -> bool:
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def digits_key(quantity: Quantity) -> str:
    """The digits of a figure in order: what transposed figures and those of another size share."""
    return "".join(sorted(_digits(quantity)[0]))


def _digits(quantity: Quantity) -> tuple[str, int]:
    """The digits of a value without the zeros at either end, and the number before the point."""
    value = quantity.value
    if not isinstance(value, Decimal) or not value:
        return "", 0
    return format(abs(value), "f").replace(".", "").strip("0"), value.adjusted() + 1


def _shortened(digits: tuple[str, int], length: int) -> list[tuple[str, int]]:
    """The same figure to fewer digits, rounded, and if they are many also cut off."""
    text, size = digits
    if length >= len(text) or length < 2:
        return []
    up = str(int(text[:length]) + (text[length] >= "5"))
    rounded = (up.rstrip("0"), size + len(up) - length)
    return [rounded] if length < LONG else [rounded, (text[:length].rstrip("0"), size)]
