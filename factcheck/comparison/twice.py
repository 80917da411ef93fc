"""Two mentions of one figure: do they agree, and if not, is one of them a slip of the other?

Figures of one noun in one article are often of different things (a part, another year, another
place), so a difference proves nothing. A slip does: the same digits with a zero more or less, two
digits transposed, one of four and more left out, or two numbers that sound alike: fourteen, forty.
"""

import re
from dataclasses import dataclass

from factcheck.claims import Article
from factcheck.comparison.judge import Printed, compare, printed
from factcheck.comparison.slips import Slip, copied, digit_slips, heard_alike
from factcheck.interval import point
from factcheck.model import Claim, Relation

POWERS = (1, 2, 3, 6)
SHORTEST_CUT = 1000
FEWEST_SHARED = 2
WORD = re.compile(r"[^\W\d_]{4,}")
THOUSAND, MILLION = 1000, 10**6


@dataclass(frozen=True, slots=True)
class Mentions:
    """Two claims in the order of the text, and their figures."""

    first: Claim
    second: Claim
    left: Printed
    right: Printed

    @property
    def agree(self) -> bool:
        """May both be prints of one figure?"""
        forth = compare(self.left.interval, point(self.left.value), self.right)
        back = compare(self.right.interval, point(self.right.value), self.left)
        return forth.how is not None or back.how is not None

    def slip(self) -> Slip | None:
        """The slip that makes the second figure of the first, or the first of the second."""
        again = self.first.sentence == self.second.sentence  # "in Ziffern: 500.000.000"
        known = again or copied(self.left, self.right) or self._scale_word()
        power = self._power() if known else None
        if power is not None:
            return power
        if heard_alike(self.left.value, self.right.value):
            return Slip("slip_heard_alike")
        forth = self._digits(self.right, self.left)
        return forth or self._digits(self.left, self.right)

    def _scale_word(self) -> bool:
        """As in "£3 million" and "£3 billion": one digit alone, but another word of scale."""
        less, more = sorted((self.left.value, self.right.value))
        if less < MILLION or more != less * THOUSAND:
            return False
        told = (
            set(WORD.findall(claim.sentence.text.lower())) for claim in (self.first, self.second)
        )
        return len(set.intersection(*told)) >= FEWEST_SHARED

    def _power(self) -> Slip | None:
        for power in POWERS:
            if self.right.value == self.left.value * 10**power:
                return Slip("slip_more_zeros", self.left.value, 10**power)
            if self.left.value == self.right.value * 10**power:
                return Slip("slip_less_zeros", self.left.value, 10**power)
        return None

    def _digits(self, figure: Printed, other: Printed) -> Slip | None:
        slip = digit_slips(figure, lambda moved: moved.value == other.value)
        if slip is None or (slip.key == "slip_added_digit" and figure.value < SHORTEST_CUT):
            return None
        return Slip("slip_transposed" if slip.key == "slip_transposed" else "slip_digit_missing")


def mentions_of(relation: Relation) -> Mentions | None:
    """The two figures of a relation of kind same; None for ranges and vague multitudes."""
    claims = [member for member in relation.all("mention") if isinstance(member, Claim)]
    first, second = claims
    left = printed(first.quantity) if first.quantity else None
    right = printed(second.quantity) if second.quantity else None
    if left is None or right is None or left.value <= 0 or right.value <= 0:
        return None
    return Mentions(first, second, left, right)


def in_heading(article: Article, claim: Claim) -> bool:
    """Does a claim stand in the headline or the teaser?"""
    return article.document.block_at(claim.span.start).kind in {"headline", "teaser"}
