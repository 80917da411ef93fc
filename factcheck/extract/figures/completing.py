"""A bare number with the kind, unit and noun that another figure of the text prints for it."""

from dataclasses import replace
from decimal import Decimal

from factcheck.extract.figures.figure import MEASURED, SIGNED_UNITS, Figure, times
from factcheck.model import Quantity
from factcheck.rounding import interval_of, step_of


def completed(figure: Figure, source: Figure) -> Figure:
    """With kind, unit and noun of the other; "von 50 auf 55 Cent" are cents both times."""
    said, quantity = source.quantity, figure.quantity
    shared = replace(quantity, kind=said.kind, unit=said.unit, noun=said.noun, reason=said.reason)
    value = quantity.value
    if said.kind in MEASURED and said.kind != "age" and isinstance(value, Decimal):
        shared = _measured(shared, value, source.factor)
    return replace(figure, quantity=shared, factor=source.factor)


def counting(figure: Figure, noun: str | None) -> Figure:
    """As a count of the noun."""
    return replace(figure, quantity=replace(figure.quantity, kind="count", noun=noun))


def _measured(quantity: Quantity, value: Decimal, factor: Decimal) -> Quantity:
    """Rounded as a measure is: the bare number was read as a count, which is exact."""
    step = times(quantity.step or step_of(abs(value), Decimal(1)), factor)
    amount, signed = times(value, factor), quantity.unit in SIGNED_UNITS
    interval = interval_of(amount, step, quantity.hedge, signed=signed)
    return replace(quantity, value=amount, step=step, interval=interval)
