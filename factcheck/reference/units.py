"""Exact conversion between two units of one dimension.

A row of units.csv says how a value becomes one in the SI unit of its dimension:
(value + offset) * factor. Only temperatures have an offset: 68 degrees Fahrenheit are
(68 + 459.67) * 5/9 kelvin, and a rise by 68 degrees is 68 * 5/9 kelvin.
"""

from fractions import Fraction

from factcheck.errors import FactcheckError
from factcheck.reference.rows import Unit


def convert(value: Fraction, source: Unit, target: Unit, *, difference: bool) -> Fraction:
    """`value`, counted in `source`, counted in `target`.

    `difference` says that the value is a rise, a fall or a gap, to which no offset applies.
    Raises FactcheckError when the two units do not measure the same thing.
    """
    if source.dimension != target.dimension:
        raise FactcheckError(
            f"{source.unit} is a unit of {source.dimension} and {target.unit} one of "
            f"{target.dimension}; choose two units of the same kind"
        )
    if difference:
        return value * source.factor / target.factor
    return (value + source.offset) * source.factor / target.factor - target.offset
