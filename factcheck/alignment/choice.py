"""Each statement of the article with that of the source that it comes from, if there is one.

What agrees is settled first. What is left belongs to a figure of the source that is apart only if
nothing else of the source could be meant: the sentences are alike, the figure is not taken by
another one of the article, and no rival comes near. A slip that explains the difference counts.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.alignment.derivation import Derivation
from factcheck.alignment.desk import Candidate, Desk, Matter, Shelf
from factcheck.alignment.lines import Line, Mention, lines_of
from factcheck.claims import Article
from factcheck.rounding import BOUNDS

# What a rounded figure needs around it to be that of the source, an equal one, and one apart.
ROUNDED, EQUAL, SURE, LEAST = 0.35, 0.0, 0.75, 0.25
# The same where a slip explains it, which says so much.
EXPLAINED, SURE_EXPLAINED, LEAST_EXPLAINED = 0.3, 0.65, 0.1
# Another ordinal is mostly another thing of the same row.
NUMBERED, SURE_NUMBERED = frozenset({"ordinal"}), 0.95
MARGIN = 0.1
# A source's figure that another sentence of the article has is less likely to be this one.
TAKEN, TAKEN_EXPLAINED = 0.4, 0.15
# A word beside one of the two that makes it of another time.
OTHER_TIME = 0.25
# Sentences beside it that belong to sentences beside it.
PLACE = 0.15
# How much better one apart must fit than an equal one elsewhere to be meant all the same.
OVERRULED = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Paired:
    """One of the article and that of the source.

    `standing` is agrees, apart, derived or missing; `derivation` tells how it was worked out.
    """

    mention: Mention
    standing: str
    found: Candidate | None = None
    derivation: Derivation | None = None


def paired(article: Article, shelves: Sequence[Shelf], matter: Matter) -> tuple[Paired, ...]:
    """Everything of one kind in the article with what the sources have of it, in its order."""
    options: list[tuple[Mention, list[Candidate]]] = []
    for line in lines_of(article):
        desk = Desk(article, line, shelves, matter)
        options += [(mention, desk.candidates(mention)) for mention in desk.mentions]
    agreeing = [_agreeing(candidates) for _, candidates in options]
    choice = Choice(matter)
    for (mention, _), best in zip(options, agreeing, strict=True):
        if best is not None:
            choice.settle(mention, best)
    return tuple(
        choice.made(mention, candidates, best)
        for (mention, candidates), best in zip(options, agreeing, strict=True)
    )


def _agreeing(candidates: Sequence[Candidate]) -> Candidate | None:
    fitting = [
        each
        for each in candidates
        if each.verdict.agrees and each.score >= (EQUAL if each.equal else ROUNDED)
    ]
    return max(fitting, key=lambda each: (each.equal, each.score), default=None)


class Choice:
    """Which of the candidates is meant, once it is known what agrees."""

    def __init__(self, matter: Matter) -> None:
        self._matter = matter
        self._taken: dict[int, set[int]] = defaultdict(set)
        self._places: set[tuple[Article, int, int]] = set()

    def settle(self, mention: Mention, best: Candidate) -> None:
        """Note what agrees: it is taken, and the two sentences belong together."""
        quantity = mention.claim.quantity
        bound = quantity is not None and quantity.hedge in BOUNDS and not best.equal
        if best.verdict.how != "converted" and not bound:
            self._taken[id(best.mention)].add(mention.line.number)
        line = best.mention.line
        self._places.add((line.article, mention.line.number, line.number))

    def made(
        self, mention: Mention, candidates: Sequence[Candidate], best: Candidate | None
    ) -> Paired:
        """What agrees is meant, unless another fits far better and a slip explains it."""
        if best is None:
            return self._apart(mention, candidates)
        rivals = [each for each in candidates if each.score >= best.score + OVERRULED]
        if any(each.comparison.slip >= EXPLAINED for each in rivals):
            other = self._apart(mention, rivals)
            slip = other.found.comparison.slip if other.found else 0.0
            if other.standing == "apart" and slip >= EXPLAINED:
                return other
        return Paired(mention, "agrees", best)

    def _apart(self, mention: Mention, candidates: Sequence[Candidate]) -> Paired:
        """The one of the source that this must be, if there is one and it is apart."""
        number = mention.line.number
        rivals = [
            (self._strength(mention, each), each)
            for each in candidates
            if each.verdict.how is None and number not in self._taken.get(id(each.mention), ())
        ]
        rivals.sort(key=lambda pair: -pair[0])
        if not rivals:
            return Paired(mention, "missing")
        strength, best = rivals[0]
        own = self._matter.key(best.mention)
        others = (other for other, each in rivals if self._matter.key(each.mention) != own)
        clear = strength - next(others, 0.0) >= MARGIN
        explained = best.comparison.slip >= EXPLAINED
        sure, least = (SURE_EXPLAINED, LEAST_EXPLAINED) if explained else (SURE, LEAST)
        if not explained and mention.claim.kind in NUMBERED:
            sure = SURE_NUMBERED
        if clear and strength >= sure and best.score >= least:
            return Paired(mention, "apart", best)
        return Paired(mention, "missing", best)

    def _strength(self, mention: Mention, each: Candidate) -> float:
        slip = each.comparison.slip
        strength = each.score + slip - (0.0 if slip else each.comparison.far)
        if slip < EXPLAINED and mention.other_time != each.mention.other_time:
            strength -= OTHER_TIME
        if self._beside(mention.line, each.mention.line):
            strength += PLACE
        if self._taken.get(id(each.mention)):
            strength -= TAKEN_EXPLAINED if slip >= EXPLAINED else TAKEN
        return strength

    def _beside(self, line: Line, other: Line) -> bool:
        """Do sentences on the spot or next to it belong together as well?"""
        steps = (-1, 0, 1)
        return any(
            (other.article, line.number + here, other.number + there) in self._places
            for here in steps
            for there in steps
        )
