"""Two printed figures of which one is the other in another unit, ready for comparison."""

from dataclasses import dataclass

from factcheck.comparison.judge import Printed, printed
from factcheck.model import Claim, Relation


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure and its conversion, with their claims; `source` and `target` are their units."""

    original: Claim
    converted: Claim
    source: str
    target: str
    amount: Printed
    result: Printed

    @property
    def claims(self) -> tuple[Claim, Claim]:
        """The claim judged and the one it is judged by."""
        return self.converted, self.original

    @property
    def fields(self) -> dict[str, object]:
        """Both as printed, for messages."""
        return {"original": self.original.span.text, "converted": self.converted.span.text}


def pair_of(relation: Relation, kind: str) -> Pair | None:
    """The pair of a relation of kind conversion, of quantities of one kind.

    Bounds ("bis zu") hold for both and are dropped. None for ranges and vague multitudes.
    """
    original, converted = relation.claim("original"), relation.claim("converted")
    a, b = original.quantity, converted.quantity
    if a is None or b is None or a.kind != kind or a.unit is None or b.unit is None:
        return None
    amount, result = printed(a, drop_bounds=True), printed(b, drop_bounds=True)
    if amount is None or result is None:
        return None
    return Pair(original, converted, a.unit, b.unit, amount, result)
