"""What of the sources may be a figure or date of the article, and how well it fits.

First the sentences: those of the source that share most names, words and concepts with the
article's sentence. Then what is in them (figures or dates): the unit and the counted noun, the
words near each, and what else the two sentences have in common. How near two values are plays no
part in which belongs to which; a slip that explains the one by the other does.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Protocol

from factcheck.alignment.choosing.odds import Signs, Weights
from factcheck.alignment.directions import role_of
from factcheck.alignment.figures.values import Verdict
from factcheck.alignment.index import Index, index_of
from factcheck.alignment.lines import Line, Mention, mentions_of, noun_values
from factcheck.alignment.words import ACROSS
from factcheck.claims import Article
from factcheck.model import Claim

NEAR, NOUN, COMMON, MOST_COMMON, AROUND, ORDER = 0.7, 0.3, 0.15, 3, 0.3, 0.1
MOST_EQUAL, MOST_AKIN = 40, 60
# From here on a slip explains the one by the other.
EXPLAINED = 4.5
# Below it no sentence is like another.
LEAST_LIKE = 0.05


class Matter(Protocol):
    """What is aligned: figures or dates."""

    weights: Weights
    # Whether one that may be either of two of the source, and agrees with neither, is apart.
    rivals_decide: bool

    def mine(self, claim: Claim) -> bool:
        """Is a claim one of these?"""

    def key(self, mention: Mention) -> Hashable | None:
        """What equal ones share; None for one without a value."""

    def trace(self, mention: Mention) -> Hashable | None:
        """What is shared by those that a slip makes of each other, as far as it can be told."""

    def kin(self, mention: Mention, /) -> Hashable:
        """What those share that may be compared at all."""

    def kind(self, mention: Mention, /) -> Hashable:
        """What those share of which one may stand in the place of another."""

    def common(self, mention: Mention, /) -> bool:
        """Do many texts have an equal one somewhere, which says nothing?"""

    def weigh(
        self, article: Article, source: Article, left: Mention, right: Mention, /
    ) -> "Comparison | None":
        """One of the article beside one of the source; None if they cannot be compared."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two compare; `slip` is how much it says that a slip explains the one by the other, and
    `against` what speaks against it by their kinds and sizes, both as log-odds; `bare` that one is
    a number without its unit."""

    verdict: Verdict
    slip: float = 0.0
    against: float = 0.0
    bare: bool = False

    @property
    def odds(self) -> float:
        """For and against."""
        return self.slip - self.against


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A figure or date of the source beside one of the article: how they compare and fit."""

    mention: Mention
    comparison: Comparison
    score: float
    signs: Signs

    @property
    def verdict(self) -> Verdict:
        """How the two compare."""
        return self.comparison.verdict

    @property
    def equal(self) -> bool:
        """Not only rounded or converted."""
        return self.verdict.how in {"same", "exactly"}


class Shelf:
    """A source ready to be asked: its lines by their words, its figures by line and by value."""

    def __init__(self, source: Article, language: str, matter: Matter) -> None:
        self.source = source
        self.index: Index = index_of(source, language, figures=True)
        self.mentions: dict[int, list[Mention]] = {}
        self._by_value: dict[Hashable, list[Mention]] = defaultdict(list)
        self._by_text: dict[str, list[Mention]] = defaultdict(list)
        self._by_trace: dict[Hashable, list[Mention]] = defaultdict(list)
        self._by_kin: dict[Hashable, list[Mention]] = defaultdict(list)
        for line in self.index.lines:
            own = [each for each in mentions_of(line) if matter.mine(each.claim)]
            self.mentions[line.number] = own
            for mention in own:
                self._by_text[mention.claim.span.text].append(mention)
                self._by_value[matter.key(mention)].append(mention)
                self._by_trace[matter.trace(mention)].append(mention)
                self._by_kin[matter.kin(mention)].append(mention)

    def equals(self, mention: Mention, matter: Matter) -> Sequence[Mention]:
        """Those of the source with the same text, the same value, or the digits of a slip."""
        same = self._by_text.get(mention.claim.span.text, [])[:MOST_EQUAL]
        key, trace = matter.key(mention), matter.trace(mention)
        equal = self._by_value.get(key, [])[:MOST_EQUAL] if key is not None else []
        traced = self._by_trace.get(trace, [])[:MOST_EQUAL] if trace is not None else []
        return [*same, *equal, *traced]

    def akin(self, mention: Mention, matter: Matter) -> Sequence[Mention]:
        """All of its kind, if they are few."""
        found = self._by_kin.get(matter.kin(mention), ())
        return found if len(found) <= MOST_AKIN else ()


class Desk:
    """A line of the article among the lines of the sources."""

    def __init__(
        self, article: Article, line: Line, shelves: Sequence[Shelf], matter: Matter
    ) -> None:
        self.article = article
        self.line = line
        self.shelves = shelves
        self.matter = matter
        self.mentions = [each for each in mentions_of(line) if matter.mine(each.claim)]
        self._like = [shelf.index.like(line) if self.mentions else [] for shelf in shelves]
        self._lines: dict[tuple[int, int], float] = {}
        self._alike: dict[tuple[int, int], float] = {}
        self._best = [
            max((self._like_of(at, shelf.index.lines[line]) for line in self._like[at]), default=0)
            for at, shelf in enumerate(shelves)
        ]

    def candidates(self, mention: Mention) -> list[Candidate]:
        """What of the sources may be this one, in no order."""
        return self._weighed(
            mention,
            (
                (at, other)
                for at, shelf in enumerate(self.shelves)
                for other in (
                    *(other for line in self._like[at] for other in shelf.mentions[line]),
                    *shelf.equals(mention, self.matter),
                )
            ),
        )

    def further(self, mention: Mention, places: Iterable[tuple[Article, int]]) -> list[Candidate]:
        """What else may be this one: all of its kind if they are few, and those of some lines."""
        lines = defaultdict(set)
        for article, line in places:
            lines[id(article)].add(line)
        return self._weighed(
            mention,
            (
                (at, other)
                for at, shelf in enumerate(self.shelves)
                for other in (
                    *shelf.akin(mention, self.matter),
                    *(
                        other
                        for line in lines[id(shelf.source)]
                        for other in shelf.mentions.get(line, ())
                    ),
                )
            ),
        )

    def _weighed(self, mention: Mention, others: Iterable[tuple[int, Mention]]) -> list[Candidate]:
        found: dict[int, Candidate] = {}
        for at, other in others:
            if id(other) in found:
                continue
            source = self.shelves[at].source
            comparison = self.matter.weigh(self.article, source, mention, other)
            if comparison is not None:
                found[id(other)] = self._candidate(at, mention, other, comparison)
        return list(found.values())

    def _candidate(
        self, at: int, mention: Mention, other: Mention, comparison: Comparison
    ) -> Candidate:
        index = self.shelves[at].index
        near = sqrt(index.shared(mention.near, other.near) * index.shared(other.near, mention.near))
        noun = _noun(mention, other, index)
        order = mention.rank == other.rank and mention.rivals == other.rivals > 1
        like = self._like_of(at, other.line)
        common = len(self.line.marks & other.line.marks)
        best = like / self._best[at] if self._best[at] > LEAST_LIKE else 0.0
        only = noun > 0 and _only(mention, other)
        role, hedge = _role(mention, other), _one_hedge(mention, other)
        signs = Signs(like, best, near, noun, common, order, only, role, hedge, index.across)
        score = self.likeness(at, other.line) + NEAR * near + NOUN * noun + ORDER * order
        return Candidate(other, comparison, score, signs)

    def _like_of(self, at: int, other: Line) -> float:
        key = at, other.number
        if key not in self._alike:
            self._alike[key] = self.shelves[at].index.likeness(self.line, other)
        return self._alike[key]

    def likeness(self, at: int, other: Line) -> float:
        """How alike the two lines are, with what stands around them and what both have."""
        key = at, other.number
        if key not in self._lines:
            index = self.shelves[at].index
            around = index.shared(self.line.around, other.words + other.around)
            found = self._like_of(at, other) + AROUND * around
            common = len(self.line.marks & other.marks)
            self._lines[key] = found + COMMON * min(MOST_COMMON, common)
        return self._lines[key]


def _noun(mention: Mention, other: Mention, index: Index) -> int:
    """1 if both count the same thing, -1 if another, 0 if that cannot be told."""
    if not mention.noun or not other.noun:
        return 0
    if mention.generic or other.generic:
        return 0 if mention.personal and other.personal else -1
    shared = mention.noun & other.noun
    if any(key[0] not in ACROSS for key in shared) or (shared and index.across):
        return 1
    if index.across and not (_entries(mention) and _entries(other)):
        return 0
    return -1


def _role(mention: Mention, other: Mention) -> int:
    """1 if both are the same of a change, -1 if each is something else of one, else 0."""
    here, there = role_of(mention), role_of(other)
    if here is None or there is None:
        return 0
    return 1 if here == there else -1


def _one_hedge(mention: Mention, other: Mention) -> bool:
    """As in "fast 23.000" and "almost 32,000"."""
    a, b = mention.claim.quantity, other.claim.quantity
    return a is not None and b is not None and a.hedge is not None and a.hedge == b.hedge


def _only(mention: Mention, other: Mention) -> bool:
    """Has neither text another number of this thing, and is it none of everything?"""
    if mention.generic:
        return False
    here, there = noun_values(mention.line.article), noun_values(other.line.article)
    return any(
        here[key] == there[key] == 1 for key in mention.noun & other.noun if key[0] not in ACROSS
    )


def _entries(mention: Mention) -> bool:
    return any(key[0] in "gk" for key in mention.noun)
