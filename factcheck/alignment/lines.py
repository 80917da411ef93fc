"""A document as lines: its sentences with their words, figures and dates, and where they stand."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from factcheck.alignment.rows import Measure, measures_of
from factcheck.alignment.words import Keys, Word, measured_in, words_of
from factcheck.claims import Article
from factcheck.interval import exact
from factcheck.model import Claim, Quantity, Span
from factcheck.relations.scene import Scene

WINDOW = 6


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A sentence: its words, those of its neighbours in the block, its claims, and their values.

    `marks` are the values as keys that equal figures and dates share; `measures` what its bare
    figures are of, by where they stand, in a list or table that tells it once.
    """

    article: Article
    scene: Scene
    number: int
    first: int
    end: int
    words: tuple[Word, ...]
    around: tuple[Word, ...]
    claims: tuple[Claim, ...]
    marks: Keys
    measures: Mapping[int, Measure]

    @property
    def span(self) -> Span:
        """The sentence as printed."""
        return self.scene.passage.sentence(self.first)

    @property
    def heading(self) -> bool:
        """Does it stand over the text, which says the same once more?"""
        return self.scene.passage.block.heading

    @property
    def lowers(self) -> Sequence[str]:
        """Its words in lower case."""
        return self.scene.passage.tokens.lowers[self.first : self.end]

    @property
    def negated(self) -> bool:
        """Is there a word in it by which it says the opposite?"""
        return not self.article.lexicon.glossary.negations.isdisjoint(self.lowers)

    @property
    def year_before(self) -> bool:
        """Does it speak of the year before the one it names?"""
        tokens, phrases = (
            self.scene.passage.tokens,
            self.article.lexicon.phrases("glossary", "year_before"),
        )
        return any(phrases.at(tokens, at) for at in range(self.first, self.end))


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A figure or date of a line: its tokens, the words near it, and those of what it counts.

    `rank` is its place among the `rivals` of its kind and unit in the line.
    """

    line: Line
    claim: Claim
    first: int
    last: int
    near: tuple[Word, ...]
    noun: Keys
    rank: int
    rivals: int

    @property
    def quantity(self) -> Quantity | None:
        """The figure, of a row in the unit of its list or table."""
        quantity = self.claim.quantity
        measure = self.line.measures.get(self.claim.span.start)
        return quantity if quantity is None or measure is None else measure.of(quantity)

    @property
    def other_time(self) -> bool:
        """Does a word beside it make it of another time: "the year before"?"""
        low, high = max(self.line.first, self.first - WINDOW), self.last + WINDOW
        lowers = self.line.scene.passage.tokens.lowers[low : min(self.line.end, high)]
        return not self.line.article.lexicon.glossary.other_time.isdisjoint(lowers)

    @property
    def told(self) -> bool:
        """Is it beside a word of saying: the day on which somebody said something?"""
        starts = self.line.scene.passage.tokens.starts
        low = starts[max(self.line.first, self.first - WINDOW)]
        high = starts[min(self.line.end - 1, self.last + WINDOW)]
        said = self.line.article.speech.attributions
        return any(each.cue is not None and low <= each.cue.start <= high for each in said)

    @property
    def generic(self) -> bool:
        """Does it count people, without saying which?"""
        return not self.noun.isdisjoint(self.line.article.lexicon.glossary.generic)

    @property
    def personal(self) -> bool:
        """May what it counts be people, as far as the word is known?"""
        entries = {key for key in self.noun if key[0] == "g"}
        return not entries or not entries.isdisjoint(self.line.article.lexicon.glossary.persons)


@lru_cache(maxsize=8)
def lines_of(article: Article) -> tuple[Line, ...]:
    """The sentences of a document in its order."""
    return tuple(_lines(article))


def line_at(article: Article, span: Span) -> Line | None:
    """The sentence in which a span begins."""
    lines = lines_of(article)
    at = bisect_right(lines, span.start, key=lambda line: line.span.start) - 1
    return lines[at] if at >= 0 and span.start < lines[at].span.end else None


def lines_at(article: Article, span: Span) -> Sequence[Line]:
    """The sentences over which a span reaches."""
    lines = lines_of(article)
    first = bisect_right(lines, span.start, key=lambda line: line.span.start) - 1
    end = bisect_left(lines, span.end, key=lambda line: line.span.start)
    return [line for line in lines[max(first, 0) : end] if span.start < line.span.end]


def _lines(article: Article) -> Iterator[Line]:
    number = 0
    for scene, measures in zip(article.scenes, measures_of(article.scenes), strict=True):
        passage = scene.passage
        starts = passage.starts
        ends = [*starts[1:], len(passage.tokens)]
        measured = measured_in(scene)
        words = [
            tuple(words_of(scene, first, end, measured))
            for first, end in zip(starts, ends, strict=True)
        ]
        claims = _by_sentence(scene, starts)
        for at, (first, end) in enumerate(zip(starts, ends, strict=True)):
            around = (
                *(words[at - 1] if at else ()),
                *(words[at + 1] if at + 1 < len(words) else ()),
            )
            yield Line(
                article,
                scene,
                number,
                first,
                end,
                words[at],
                around,
                tuple(claims[at]),
                frozenset(filter(None, map(mark_of, claims[at]))),
                measures,
            )
            number += 1


def _by_sentence(scene: Scene, starts: Sequence[int]) -> list[list[Claim]]:
    """The claims of each sentence."""
    offsets = [scene.passage.tokens.starts[first] for first in starts]
    found: list[list[Claim]] = [[] for _ in starts]
    for claim in scene.claims:
        place = max(0, bisect_left(offsets, claim.span.start + 1) - 1)
        found[place].append(_as_printed(scene, claim))
    return found


def _as_printed(scene: Scene, claim: Claim) -> Claim:
    """A bare "$" as the usual one: what the places of one text conclude is no fact of another."""
    quantity = claim.quantity
    if quantity is None or quantity.reason is None or claim.kind != "money":
        return claim
    places = scene.passage.lexicon.data["currency_places"]
    if quantity.reason not in places.get(quantity.unit, ()):
        return claim
    return replace(claim, quantity=replace(quantity, unit=next(iter(places))))


def mark_of(claim: Claim) -> str | None:
    """The value of a figure or the days of a date as a key; None for a figure without a value."""
    quantity, period = claim.quantity, claim.period
    if claim.kind == "date":
        return f"d:{period.start}:{period.end}" if period is not None else None
    if quantity is None or quantity.value is None:
        return None
    kind = "count" if claim.kind == "number" else claim.kind
    return f"v:{kind}:{quantity.unit}:{exact(quantity.value)}"


def mentions_of(line: Line) -> Iterator[Mention]:
    """The figures and dates of a line."""
    kinds = [_kind(claim) for claim in line.claims]
    seen: Counter[tuple[str, str | None]] = Counter()
    for claim in line.claims:
        if claim.quantity is None and claim.period is None:
            continue
        first, last = line.scene.first_token(claim), line.scene.last_token(claim)
        noun = NO_NOUN
        if claim.quantity is not None and claim.quantity.noun is not None:
            noun = frozenset().union(
                *(word.keys for word in line.words if first <= word.at <= last)
            )
        near = tuple(
            word
            for word in line.words
            if first - WINDOW <= word.at < first or last < word.at <= last + WINDOW
        )
        kind = _kind(claim)
        seen[kind] += 1
        yield Mention(line, claim, first, last, near, noun, seen[kind], kinds.count(kind))


@lru_cache(maxsize=8)
def noun_values(article: Article) -> Mapping[str, int]:
    """How many different numbers of one thing a document has, by the keys of its noun."""
    values: dict[str, set[Hashable]] = defaultdict(set)
    for line in lines_of(article):
        for mention in mentions_of(line) if line.claims else ():
            for key in mention.noun:
                values[key].add(mention.claim.quantity and mention.claim.quantity.value)
    return {key: len(found) for key, found in values.items()}


def _kind(claim: Claim) -> tuple[str, str | None]:
    return claim.kind, claim.quantity.unit if claim.quantity else None


NO_NOUN: Keys = frozenset()
