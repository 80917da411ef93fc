"""A scene is a passage with its claims: what a relation is looked for in."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.extract.passages import Passage
from factcheck.model import Claim
from factcheck.reference.names import Names
from factcheck.reference.rows import Unit


@dataclass(frozen=True, eq=False)
class Scene:
    """One block with its claims in the order of the text; `names` is None on the fast road.

    `units` are those of units.csv, which know what measures the same thing.
    """

    passage: Passage
    claims: tuple[Claim, ...]
    names: Names | None
    units: Mapping[str, Unit]

    @cached_property
    def named(self) -> tuple[tuple[int, frozenset[str]], ...]:
        """The tokens at which something of concepts.csv is named, and what it may be."""
        if self.names is None:
            return ()
        hits = ((at, self.names.name_at(self.passage.tokens, at)) for at in self._named_anchors)
        return tuple((at, frozenset(term.concept for term in hit[1])) for at, hit in hits if hit)

    @property
    def _named_anchors(self) -> Iterator[int]:
        first_words = self.names.names.first_words if self.names else frozenset()
        lowers = self.passage.tokens.lowers
        return (at for at, lower in enumerate(lowers) if lower in first_words)

    def dimension(self, unit: str | None) -> str:
        """What a unit measures, "" of one that is not known."""
        known = self.units.get(unit or "")
        return known.dimension if known is not None else ""

    def first_token(self, claim: Claim) -> int:
        """The token with which a claim begins."""
        return bisect_left(self.passage.tokens.starts, claim.span.start)

    def claims_in(self, first: int, last: int) -> Sequence[Claim]:
        """The claims that begin at a token from `first` up to `last`."""
        starts = self._claim_starts
        return self.claims[bisect_left(starts, first) : bisect_left(starts, last)]

    @cached_property
    def _claim_starts(self) -> list[int]:
        return [self.first_token(claim) for claim in self.claims]

    def last_token(self, claim: Claim) -> int:
        """The token with which a claim ends."""
        index = self.first_token(claim)
        ends = self.passage.tokens.ends
        while index + 1 < len(ends) and ends[index] < claim.span.end:
            index += 1
        return index
