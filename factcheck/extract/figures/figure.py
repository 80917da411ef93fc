"""A figure found in a passage: its quantity and the tokens it covers."""

from decimal import Decimal

from factcheck.interval import Number, exact
from factcheck.model import Quantity
from factcheck.record import record
from factcheck.rounding import EXACT

SIGNED_UNITS = frozenset({"degree celsius", "degree fahrenheit", "percentage point"})
MEASURED = frozenset({"money", "percentage", "percentage_point", "measure", "duration", "age"})


@record
class Figure:
    """A quantity and its first and last token; `factor` is 0.01 for a figure printed in cents."""

    first: int
    last: int
    quantity: Quantity
    factor: Decimal = Decimal(1)


def times(value: Number, factor: Decimal) -> Number:
    """The value in the quantity's own unit."""
    if factor == 1:
        return value
    return EXACT.multiply(value, factor) if isinstance(value, Decimal) else value * exact(factor)
