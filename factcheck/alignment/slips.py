"""How much it says that a slip of the pen leads from one figure to the other."""

from decimal import Decimal

from factcheck.model import Quantity

UNIT_SLIP = 0.25
SAME_DIGITS, ONE_DIGIT, ONE_OF_TWO = 0.3, 0.2, 0.1
LONG = 3


def slip_between(left: Quantity, right: Quantity) -> float:
    """The same digits in another order or with another scale word, one digit dropped or changed."""
    a, b = _digits(left), _digits(right)
    if not a or not b:
        return 0.0
    if a == b:
        return SAME_DIGITS
    if len(a) == len(b) >= 2 and sorted(a) == sorted(b):
        return SAME_DIGITS
    if abs(len(a) - len(b)) == 1 and _one_dropped(*sorted((a, b), key=len)):
        return ONE_DIGIT
    if len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1 and len(a) > 1:
        return ONE_DIGIT if len(a) >= LONG else ONE_OF_TWO
    return 0.0


def _one_dropped(short: str, long: str) -> bool:
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _digits(quantity: Quantity) -> str:
    """The digits of a value without the zeros at either end."""
    value = quantity.value
    if not isinstance(value, Decimal) or not value:
        return ""
    return format(abs(value), "f").replace(".", "").strip("0")
