"""A numeral: a figure in digits or words with its scale word, before any unit is looked at."""

from decimal import Decimal

from factcheck.interval import Number, exact
from factcheck.record import record
from factcheck.rounding import EXACT

ONE = Decimal(1)


@record
class Numeral:
    """`printed` as its digits stand, `scale` the factor of its scale word; `last` includes it.

    `digits` tells figures from words, `vague` holds the bounds of "dozens", `rough` marks halves
    ("zweieinhalb") and fractions, which nobody means exactly; `article` a number that is written
    like an article ("eine Million"); `kind` and `unit` are "" unless the word itself gives them
    ("zwei Drittel", "zweitägig").
    """

    first: int
    last: int
    printed: Number
    scale: Decimal = ONE
    digits: bool = True
    vague: tuple[int, int | None] | None = None
    rough: bool = False
    article: bool = False
    kind: str = ""
    unit: str = ""

    @property
    def value(self) -> Number:
        """Digits times scale word, with the printed places kept."""
        if isinstance(self.printed, Decimal):
            return EXACT.multiply(self.printed, self.scale)
        return self.printed * exact(self.scale)
