"""A scene is a passage with its claims: what a relation is looked for in."""

from dataclasses import dataclass

from factcheck.extract.passages import Passage
from factcheck.model import Claim
from factcheck.reference.names import Names


@dataclass(frozen=True, slots=True)
class Scene:
    """One block with its claims in the order of the text; `names` is None on the fast road."""

    passage: Passage
    claims: tuple[Claim, ...]
    names: Names | None

    def first_token(self, claim: Claim) -> int:
        """The token with which a claim begins."""
        starts = self.passage.tokens.starts
        low, high = 0, len(starts)
        while low < high:
            middle = (low + high) // 2
            if starts[middle] < claim.span.start:
                low = middle + 1
            else:
                high = middle
        return low

    def last_token(self, claim: Claim) -> int:
        """The token with which a claim ends."""
        index = self.first_token(claim)
        ends = self.passage.tokens.ends
        while index + 1 < len(ends) and ends[index] < claim.span.end:
            index += 1
        return index
