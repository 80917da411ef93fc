"""Each figure of the article with the figure of the source that it comes from, if there is one.

First the sentences: those of the source that share most names, words and concepts with the
article's sentence. Then the figures in them: the kind, the unit, the counted noun, the words near
each, and the other figures of the two sentences that agree. How near two values are plays no part
in which belongs to which; a slip that explains the one by the other does.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import sqrt

from factcheck.alignment.index import Index, index_of
from factcheck.alignment.lines import Line, Mention, lines_of, mentions_of
from factcheck.alignment.slips import UNIT_SLIP, slip_between
from factcheck.alignment.values import Verdict, compare_figures, convertible, group_of
from factcheck.claims import Article
from factcheck.interval import exact
from factcheck.model import Quantity, SourceRead

SILENT_KINDS = frozenset({"date"})
MEASURED = frozenset({"money", "measure", "percentage", "percentage_point", "duration"})
NEAR, NOUN, OTHER, MOST_OTHERS, AROUND = 0.7, 0.3, 0.15, 3, 0.3
# What a rounded figure needs around it to be that of the source, an equal one, and one apart.
ROUNDED, EQUAL, SURE, LEAST = 0.35, 0.0, 0.8, 0.35
MARGIN = 0.1
TAKEN, FAR, FAR_RATIO = 0.4, 0.2, 3
MOST_EQUAL = 40


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A figure of the source beside one of the article: how well they fit, how they compare."""

    mention: Mention
    verdict: Verdict
    score: float
    slip: float = 0.0
    far: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Paired:
    """A figure of the article and that of the source; `standing` is agrees, apart, unsure or
    missing."""

    mention: Mention
    standing: str
    found: Candidate | None = None


class Shelf:
    """A source ready to be asked: its lines by their words, its figures by line and by value."""

    def __init__(self, source: Article, language: str) -> None:
        self.source = source
        self.index: Index = index_of(source, language)
        self.mentions: dict[int, list[Mention]] = {}
        self.by_value: dict[tuple[str, str | None, Fraction], list[Mention]] = defaultdict(list)
        self.by_text: dict[str, list[Mention]] = defaultdict(list)
        for line in self.index.lines:
            figures = [each for each in mentions_of(line) if each.claim.kind not in SILENT_KINDS]
            self.mentions[line.number] = figures
            for mention in figures:
                self.by_text[mention.claim.span.text].append(mention)
                if (key := value_key(mention)) is not None:
                    self.by_value[key].append(mention)

    def equals(self, mention: Mention) -> Sequence[Mention]:
        """The figures of the source with the same value or the same text."""
        key = value_key(mention)
        equal = self.by_value.get(key, []) if key is not None else []
        same = self.by_text.get(mention.claim.span.text, [])
        return [*equal[:MOST_EQUAL], *(each for each in same[:MOST_EQUAL] if each not in equal)]


def value_key(mention: Mention) -> tuple[str, str | None, Fraction] | None:
    """Group, unit and value: what equal figures share."""
    quantity = mention.claim.quantity
    if quantity is None or quantity.value is None:
        return None
    group = group_of(quantity)
    value = exact(quantity.value) * (100 if quantity.kind == "fraction" else 1)
    return group, None if group == "share" else quantity.unit, value


@lru_cache(maxsize=8)
def shelf_of(source: Article, language: str) -> Shelf:
    """The shelf of a source for articles in a language; made once."""
    return Shelf(source, language)


@lru_cache(maxsize=4)
def pairing(article: Article) -> tuple[Paired, ...]:
    """Every figure of the article with what the sources have of it, in the order of the text."""
    shelves = [shelf_of(source, article.lexicon.code) for source in article.sources]
    options: list[tuple[Mention, list[Candidate]]] = []
    for line in lines_of(article):
        figures = [each for each in mentions_of(line) if each.claim.kind not in SILENT_KINDS]
        if figures:
            desk = Desk(article, line, figures, shelves)
            options += [(mention, desk.candidates(mention)) for mention in figures]
    taken: dict[int, set[int]] = defaultdict(set)
    agreeing = [_agreeing(candidates) for _, candidates in options]
    for (mention, _), best in zip(options, agreeing, strict=True):
        if best is not None:
            taken[id(best.mention)].add(mention.line.number)
    return tuple(
        Paired(mention, "agrees", best) if best else _apart(mention, candidates, taken)
        for (mention, candidates), best in zip(options, agreeing, strict=True)
    )


def _agreeing(candidates: Sequence[Candidate]) -> Candidate | None:
    fitting = [
        each
        for each in candidates
        if each.verdict.agrees and each.score >= (EQUAL if _equal(each) else ROUNDED)
    ]
    return max(fitting, key=lambda each: (_equal(each), each.score), default=None)


def _equal(candidate: Candidate) -> bool:
    return candidate.verdict.how in {"same", "exactly"}


def _apart(
    mention: Mention, candidates: Sequence[Candidate], taken: Mapping[int, set[int]]
) -> Paired:
    """The one figure of the source that this must be, if there is one and it is apart."""

    def strength(each: Candidate) -> float:
        elsewhere = bool(taken.get(id(each.mention)))
        return each.score + each.slip - TAKEN * elsewhere - FAR * (each.far and not each.slip)

    number = mention.line.number
    rivals = [each for each in candidates if number not in taken.get(id(each.mention), ())]
    apart = sorted(
        (each for each in rivals if each.verdict.how is None), key=lambda e: -strength(e)
    )
    if not apart:
        return Paired(mention, "missing")
    best = apart[0]
    other = next((each for each in apart[1:] if _differs(each, best)), None)
    clear = other is None or strength(best) - strength(other) >= MARGIN
    if strength(best) >= SURE and best.score >= LEAST and clear:
        return Paired(mention, "apart", best)
    return Paired(mention, "missing", best)


def _differs(left: Candidate, right: Candidate) -> bool:
    return value_key(left.mention) != value_key(right.mention)


class Desk:
    """A line of the article among the lines of the sources."""

    def __init__(
        self, article: Article, line: Line, figures: Sequence[Mention], shelves: Sequence[Shelf]
    ) -> None:
        self.article = article
        self.line = line
        self.figures = figures
        self.shelves = shelves
        self.like = [shelf.index.like(line) for shelf in shelves]
        self._lines: dict[tuple[int, int], float] = {}

    def candidates(self, mention: Mention) -> list[Candidate]:
        """The figures of the sources that may be this one, in no order."""
        found: dict[int, Candidate] = {}
        for at, shelf in enumerate(self.shelves):
            near = [other for line in self.like[at] for other in shelf.mentions[line]]
            for other in (*near, *shelf.equals(mention)):
                if id(other) not in found:
                    candidate = self._candidate(at, mention, other)
                    if candidate is not None:
                        found[id(other)] = candidate
        return list(found.values())

    def _candidate(self, at: int, mention: Mention, other: Mention) -> Candidate | None:
        shelf = self.shelves[at]
        left, right = mention.claim.quantity, other.claim.quantity
        if left is None or right is None:
            return None
        if group_of(left) != group_of(right) or not convertible(self.article, left, right):
            if not _unit_slip(mention, other):
                return None
            return Candidate(other, Verdict(None), self._score(at, mention, other), UNIT_SLIP)
        verdict = compare_figures(self.article, shelf.source, left, right)
        score = self._score(at, mention, other)
        if verdict.how is not None:
            return Candidate(other, verdict, score)
        return Candidate(other, verdict, score, slip_between(left, right), _far(left, right))

    def _score(self, at: int, mention: Mention, other: Mention) -> float:
        index = self.shelves[at].index
        near = index.shared(mention.near, other.near) * index.shared(other.near, mention.near)
        beside = NEAR * sqrt(near) + _noun(mention, other, index)
        return self._likeness(at, other.line) + beside

    def _likeness(self, at: int, other: Line) -> float:
        """How alike the two lines are, with what stands around them and their other figures."""
        key = at, other.number
        if key not in self._lines:
            index = self.shelves[at].index
            around = index.shared(self.line.around, other.words + other.around)
            found = index.likeness(self.line, other) + AROUND * around
            equal = self._common(at, other)
            self._lines[key] = found + OTHER * min(MOST_OTHERS, equal)
        return self._lines[key]

    def _common(self, at: int, other: Line) -> int:
        """How many figures the two lines have in common."""
        there = {value_key(each) for each in self.shelves[at].mentions[other.number]} - {None}
        return len(there & {value_key(each) for each in self.figures})


def _far(left: Quantity, right: Quantity) -> bool:
    """Is one of two values several times the other?"""
    if not left.value or not right.value or left.unit != right.unit:
        return False
    ratio = abs(exact(left.value) / exact(right.value))
    return not 1 / Fraction(FAR_RATIO) <= ratio <= FAR_RATIO


def _unit_slip(mention: Mention, other: Mention) -> bool:
    """The same digits in another unit, of figures that have one."""
    left, right = mention.claim.quantity, other.claim.quantity
    kinds = {mention.claim.kind, other.claim.kind}
    return (
        left is not None
        and right is not None
        and left.value is not None
        and left.value == right.value
        and kinds <= MEASURED
    )


def _noun(mention: Mention, other: Mention, index: Index) -> float:
    """Whether both count the same thing, as far as can be told."""
    if not mention.noun or not other.noun:
        return 0.0
    shared = mention.noun & other.noun
    if any(key[0] != "c" for key in shared) or (shared and index.across):
        return NOUN
    if index.across and not (_entries(mention) and _entries(other)):
        return 0.0
    return -NOUN


def _entries(mention: Mention) -> bool:
    return any(key[0] in "gk" for key in mention.noun)


def read_sources(article: Article) -> tuple[SourceRead, ...]:
    """Of each source how many figures it has, and how many of them the article leaves out."""
    if not article.sources:
        return ()
    used = {
        id(paired.found.mention.claim)
        for paired in pairing(article)
        if paired.found is not None and paired.standing in {"agrees", "apart"}
    }
    return tuple(_read(source, used) for source in article.sources)


def _read(source: Article, used: set[int]) -> SourceRead:
    figures = [
        claim
        for claim in source.claims
        if claim.quantity is not None and claim.kind not in SILENT_KINDS
    ]
    left_out = sum(id(claim) not in used for claim in figures)
    document = source.document
    return SourceRead(document.path, document.language, document.date, len(figures), left_out)
