"""How likely it is that one of the source is the one meant: what speaks for and against it, added.

Every sign weighs so much as it changes the logarithm of the odds. The weights were found on the
pairs of tests/pairs: slips planted in the articles, whose counterpart is known, and sentences left
out of the sources, so that their figures have none. A sign that says little has no weight here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

MOST_COMMON, MOST_BESIDE = 3, 3


@dataclass(frozen=True, slots=True)
class Signs:
    """What two mentions have in common.

    `like` tells how alike the sentences are, `best` how alike in comparison with the best one,
    `near` how alike the words beside the two; `noun` is 1 for the same noun and -1 for another;
    `common` counts equal figures of the sentences; `order` tells that both are the n-th of so many,
    `only` that neither text has another number of their noun.
    """

    like: float
    best: float
    near: float
    noun: int
    common: int
    order: bool
    only: bool
    role: int
    hedge: bool
    across: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is to be found, as far as other mentions tell: `same` if the two sentences have
    something that agrees, `beside` how many such pairs are there and next to them, `taken` if
    another sentence of the article has it, `other_time` if one of the two is of another time,
    `away` how far apart they stand in the course of the two texts, as a share of these; `left` that
    in its sentence, which belongs here, no other of its kind is untold; `tied` that something of
    another kind agrees in the two sentences."""

    same: bool
    beside: int
    taken: bool
    other_time: bool
    away: float
    left: bool
    tied: bool


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign weighs; `base` is the odds of one that nothing speaks for.

    `agreeing` and `loosely` are for one that agrees, or nearly, and was not settled.
    """

    base: float
    like: float
    like_across: float
    best: float
    near: float
    noun: float
    other_noun: float
    common: float
    order: float
    only: float
    role: float
    other_role: float
    hedge: float
    left: float
    tied: float
    across: float
    same: float
    beside: float
    more_beside: float
    taken: float
    other_time: float
    away: float
    agreeing: float
    loosely: float

    def of_signs(self, signs: Signs) -> float:
        """The log-odds by the two sentences alone."""
        like = self.like + (self.like_across if signs.across else 0.0)
        total = self.base + like * signs.like + self.best * signs.best + self.near * signs.near
        total += self.common * min(MOST_COMMON, signs.common)
        total += self.order * signs.order + self.across * signs.across
        total += self.role * (signs.role > 0) + self.other_role * (signs.role < 0)
        total += self.hedge * signs.hedge
        return total + (self.noun * (signs.noun > 0)) + self.other_noun * (signs.noun < 0)

    def of_place(self, place: Place) -> float:
        """What the others of the text add."""
        total = self.taken * place.taken + self.other_time * place.other_time
        total += self.away * place.away + self.left * place.left + self.tied * place.tied
        if place.same:
            total += self.same
        elif place.beside:
            total += self.beside
        return total + self.more_beside * min(MOST_BESIDE, max(0, place.beside - 1))


def probability(meant: Sequence[float], others: Sequence[float]) -> float:
    """Of those that may be meant together, by the log-odds of all, of which at most one is."""
    most = max(0.0, *meant, *others)
    here = sum(exp(each - most) for each in meant)
    return here / (exp(-most) + here + sum(exp(each - most) for each in others))
