"""A figure found in a passage: its quantity and the tokens it covers."""

from dataclasses import dataclass

from factcheck.model import Quantity


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity and its first and last token."""

    first: int
    last: int
    quantity: Quantity
