"""What of the sources may be a figure or date of the article, and how well it fits.

First the sentences: those of the source that share most names, words and concepts with the
article's sentence. Then what is in them (figures or dates): the unit and the counted noun, the
words near each, and what else the two sentences have in common. How near two values are plays no
part in which belongs to which; a slip that explains the one by the other does.
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Protocol

from factcheck.alignment.index import Index, index_of
from factcheck.alignment.lines import Line, Mention, mentions_of
from factcheck.alignment.values import Verdict
from factcheck.claims import Article
from factcheck.model import Claim

NEAR, NOUN, COMMON, MOST_COMMON, AROUND, ORDER = 0.7, 0.3, 0.15, 3, 0.3, 0.1
MOST_EQUAL = 40


class Matter(Protocol):
    """What is aligned: figures or dates."""

    def mine(self, claim: Claim) -> bool:
        """Is a claim one of these?"""

    def key(self, mention: Mention) -> Hashable | None:
        """What equal ones share; None for one without a value."""

    def trace(self, mention: Mention) -> Hashable | None:
        """What is shared by those that a slip makes of each other, as far as it can be told."""

    def weigh(
        self, article: Article, source: Article, left: Mention, right: Mention, /
    ) -> "Comparison | None":
        """One of the article beside one of the source; None if they cannot be compared."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two compare; `slip` is how much it says that a slip explains the one by the other, `far`
    how much against it that they are of different sizes."""

    verdict: Verdict
    slip: float = 0.0
    far: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A figure or date of the source beside one of the article: how they compare and fit."""

    mention: Mention
    comparison: Comparison
    score: float

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
        self.index: Index = index_of(source, language)
        self.mentions: dict[int, list[Mention]] = {}
        self._by_value: dict[Hashable, list[Mention]] = defaultdict(list)
        self._by_text: dict[str, list[Mention]] = defaultdict(list)
        self._by_trace: dict[Hashable, list[Mention]] = defaultdict(list)
        for line in self.index.lines:
            own = [each for each in mentions_of(line) if matter.mine(each.claim)]
            self.mentions[line.number] = own
            for mention in own:
                self._by_text[mention.claim.span.text].append(mention)
                self._by_value[matter.key(mention)].append(mention)
                self._by_trace[matter.trace(mention)].append(mention)

    def equals(self, mention: Mention, matter: Matter) -> Sequence[Mention]:
        """Those of the source with the same text, the same value, or the digits of a slip."""
        same = self._by_text.get(mention.claim.span.text, [])[:MOST_EQUAL]
        key, trace = matter.key(mention), matter.trace(mention)
        equal = self._by_value.get(key, [])[:MOST_EQUAL] if key is not None else []
        traced = self._by_trace.get(trace, [])[:MOST_EQUAL] if trace is not None else []
        return [*same, *equal, *traced]


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

    def candidates(self, mention: Mention) -> list[Candidate]:
        """What of the sources may be this one, in no order."""
        found: dict[int, Candidate] = {}
        for at, shelf in enumerate(self.shelves):
            near = [other for line in self._like[at] for other in shelf.mentions[line]]
            for other in (*near, *shelf.equals(mention, self.matter)):
                if id(other) in found:
                    continue
                comparison = self.matter.weigh(self.article, shelf.source, mention, other)
                if comparison is not None:
                    score = self._score(at, mention, other)
                    found[id(other)] = Candidate(other, comparison, score)
        return list(found.values())

    def _score(self, at: int, mention: Mention, other: Mention) -> float:
        index = self.shelves[at].index
        near = index.shared(mention.near, other.near) * index.shared(other.near, mention.near)
        beside = NEAR * sqrt(near) + NOUN * _noun(mention, other, index)
        order = ORDER * (mention.rank == other.rank and mention.rivals == other.rivals > 1)
        return self.likeness(at, other.line) + beside + order

    def likeness(self, at: int, other: Line) -> float:
        """How alike the two lines are, with what stands around them and what both have."""
        key = at, other.number
        if key not in self._lines:
            index = self.shelves[at].index
            around = index.shared(self.line.around, other.words + other.around)
            found = index.likeness(self.line, other) + AROUND * around
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
    if any(key[0] != "c" for key in shared) or (shared and index.across):
        return 1
    if index.across and not (_entries(mention) and _entries(other)):
        return 0
    return -1


def _entries(mention: Mention) -> bool:
    return any(key[0] in "gk" for key in mention.noun)
