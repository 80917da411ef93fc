"""Each statement of the article with that of the source that it comes from, if there is one.

First the sentences: those of the source that share most names, words and concepts with the
article's sentence. Then what is in them (figures or dates): the unit and the counted noun, the
words near each, and what else the two sentences have in common. How near two values are plays no
part in which belongs to which; a slip that explains the one by the other does.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Protocol

from factcheck.alignment.index import Index, index_of
from factcheck.alignment.lines import Line, Mention, lines_of, mentions_of
from factcheck.alignment.values import Verdict
from factcheck.claims import Article
from factcheck.model import Claim

NEAR, NOUN, COMMON, MOST_COMMON, AROUND = 0.7, 0.3, 0.15, 3, 0.3
# What a rounded figure needs around it to be that of the source, an equal one, and one apart.
ROUNDED, EQUAL, SURE, LEAST = 0.35, 0.0, 0.8, 0.25
# The same where a slip explains it, which says so much.
EXPLAINED, SURE_EXPLAINED = 0.3, 0.65
MARGIN = 0.1
# A source's figure that another sentence of the article has is less likely to be this one, and so
# is one of another size.
TAKEN, TAKEN_EXPLAINED, FAR = 0.4, 0.15, 0.3
# How much better one apart must fit than an equal one elsewhere to be meant all the same.
OVERRULED = 0.8
ORDER = 0.1
MOST_EQUAL = 40


class Matter(Protocol):
    """What is aligned: figures or dates."""

    def mine(self, claim: Claim) -> bool:
        """Is a claim one of these?"""

    def key(self, mention: Mention) -> Hashable | None:
        """What equal ones share; None for one without a value."""

    def weigh(
        self, article: Article, source: Article, left: Mention, right: Mention, /
    ) -> "Comparison | None":
        """One of the article beside one of the source; None if they cannot be compared."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two compare; `slip` is how much it says that a slip explains the one by the other, `far`
    that they are of different sizes."""

    verdict: Verdict
    slip: float = 0.0
    far: bool = False


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


@dataclass(frozen=True, slots=True, eq=False)
class Paired:
    """One of the article and that of the source; `standing` is agrees, apart or missing."""

    mention: Mention
    standing: str
    found: Candidate | None = None


class Shelf:
    """A source ready to be asked: its lines by their words, its figures by line and by value."""

    def __init__(self, source: Article, language: str, matter: Matter) -> None:
        self.source = source
        self.index: Index = index_of(source, language)
        self.mentions: dict[int, list[Mention]] = {}
        self._by_value: dict[Hashable, list[Mention]] = defaultdict(list)
        self._by_text: dict[str, list[Mention]] = defaultdict(list)
        for line in self.index.lines:
            own = [each for each in mentions_of(line) if matter.mine(each.claim)]
            self.mentions[line.number] = own
            for mention in own:
                self._by_text[mention.claim.span.text].append(mention)
                if (key := matter.key(mention)) is not None:
                    self._by_value[key].append(mention)

    def equals(self, mention: Mention, key: Hashable | None) -> Sequence[Mention]:
        """Those of the source with the same value or the same text."""
        equal = self._by_value.get(key, []) if key is not None else []
        same = self._by_text.get(mention.claim.span.text, [])
        return [*equal[:MOST_EQUAL], *same[:MOST_EQUAL]]


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
        key = self.matter.key(mention)
        for at, shelf in enumerate(self.shelves):
            near = [other for line in self._like[at] for other in shelf.mentions[line]]
            for other in (*near, *shelf.equals(mention, key)):
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



def paired(article: Article, shelves: Sequence[Shelf], matter: Matter) -> tuple[Paired, ...]:
    """Everything of one kind in the article with what the sources have of it, in its order."""
    options: list[tuple[Mention, list[Candidate]]] = []
    for line in lines_of(article):
        desk = Desk(article, line, shelves, matter)
        options += [(mention, desk.candidates(mention)) for mention in desk.mentions]
    agreeing = [_agreeing(candidates) for _, candidates in options]
    taken: dict[int, set[int]] = defaultdict(set)
    for (mention, _), best in zip(options, agreeing, strict=True):
        if best is not None and best.verdict.how != "converted":
            taken[id(best.mention)].add(mention.line.number)
    return tuple(
        _settled(mention, candidates, best, taken, matter)
        for (mention, candidates), best in zip(options, agreeing, strict=True)
    )


def _settled(
    mention: Mention,
    candidates: Sequence[Candidate],
    best: Candidate | None,
    taken: Mapping[int, set[int]],
    matter: Matter,
) -> Paired:
    """What agrees is the one meant, unless another fits far better and a slip explains it."""
    if best is None:
        return _apart(mention, candidates, taken, matter)
    rivals = [each for each in candidates if each.score >= best.score + OVERRULED]
    if any(each.comparison.slip >= EXPLAINED for each in rivals):
        other = _apart(mention, rivals, taken, matter)
        if other.standing == "apart" and other.found and other.found.comparison.slip >= EXPLAINED:
            return other
    return Paired(mention, "agrees", best)


def _agreeing(candidates: Sequence[Candidate]) -> Candidate | None:
    fitting = [
        each
        for each in candidates
        if each.verdict.agrees and each.score >= (EQUAL if each.equal else ROUNDED)
    ]
    return max(fitting, key=lambda each: (each.equal, each.score), default=None)


def _apart(
    mention: Mention,
    candidates: Sequence[Candidate],
    taken: Mapping[int, set[int]],
    matter: Matter,
) -> Paired:
    """The one of the source that this must be, if there is one and it is apart."""

    def strength(each: Candidate) -> float:
        slip = each.comparison.slip
        strong = each.score + slip - FAR * (each.comparison.far and not slip)
        if not taken.get(id(each.mention)):
            return strong
        return strong - (TAKEN_EXPLAINED if slip >= EXPLAINED else TAKEN)

    number = mention.line.number
    rivals = [each for each in candidates if number not in taken.get(id(each.mention), ())]
    apart = sorted((each for each in rivals if each.verdict.how is None), key=strength)[::-1]
    if not apart:
        return Paired(mention, "missing")
    best = apart[0]
    own = matter.key(best.mention)
    other = next((each for each in apart[1:] if matter.key(each.mention) != own), None)
    clear = other is None or strength(best) - strength(other) >= MARGIN
    sure = SURE_EXPLAINED if best.comparison.slip >= EXPLAINED else SURE
    if strength(best) >= sure and best.score >= LEAST and clear:
        return Paired(mention, "apart", best)
    return Paired(mention, "missing", best)


def _noun(mention: Mention, other: Mention, index: Index) -> int:
    """1 if both count the same thing, -1 if another, 0 if that cannot be told."""
    if not mention.noun or not other.noun:
        return 0
    if mention.generic or other.generic:
        return 0
    shared = mention.noun & other.noun
    if any(key[0] != "c" for key in shared) or (shared and index.across):
        return 1
    if index.across and not (_entries(mention) and _entries(other)):
        return 0
    return -1


def _entries(mention: Mention) -> bool:
    return any(key[0] in "gk" for key in mention.noun)
