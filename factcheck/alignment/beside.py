"""The words of a sentence beside some of its tokens, and those that are left without them."""

from typing import Protocol

from factcheck.alignment.lines import Line
from factcheck.alignment.words import Word


class Placed(Protocol):
    """Whatever takes up tokens first to last."""

    @property
    def first(self) -> int:
        """The first token."""

    @property
    def last(self) -> int:
        """The last token."""


def near(line: Line, what: Placed, reach: int) -> tuple[Word, ...]:
    """The words up to so many tokens away."""
    low, high = what.first - reach, what.last + reach
    return tuple(w for w in line.words if low <= w.at < what.first or what.last < w.at <= high)


def without(line: Line, what: Placed) -> tuple[Word, ...]:
    """All words of a sentence but these."""
    return tuple(word for word in line.words if not what.first <= word.at <= what.last)
