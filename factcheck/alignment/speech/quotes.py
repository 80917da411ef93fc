"""Where the words of a quotation stand in a source of the same language, and what is changed.

The source is searched by pairs of neighbouring words, indexed once, so that a long one costs no
more than a short one. A quotation with an omission mark is looked for piece by piece.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from factcheck.claims import Article
from factcheck.languages.tokens import tokenise
from factcheck.model import Span

SHORTEST, SHORTEST_ALTERED = 3, 4
COMMON_PAIR = 200
SHARED, SHARED_SHORT, LONG = 0.6, 0.7, 8
NEARBY = 3


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the source and what the quotation has in their place; either may be empty."""

    source: tuple[str, ...]
    quoted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Where a quotation stands in a source: word numbers from first to last, and what differs.

    `cut` are the words between its ends and the marks before and behind it that it leaves out.
    """

    source: "Text"
    first: int
    last: int
    changes: tuple[Change, ...] = ()
    cut: tuple[str, ...] = ()
    shortened: bool = False

    @property
    def span(self) -> Span:
        """The words in the source."""
        begin, end = self.source.starts[self.first], self.source.ends[self.last]
        return self.source.article.document.span(begin, end)


class Text:
    """The words of a source in one row, with the places of each pair of neighbours."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        # A word behind which a mark stands: a clause may end there.
        self.closed: set[int] = set()
        for scene in article.scenes:
            tokens = scene.passage.tokens
            for at, lower in enumerate(tokens.lowers):
                if lower[0].isalnum():
                    self.words.append(lower)
                    self.starts.append(tokens.starts[at])
                    self.ends.append(tokens.ends[at])
                elif self.words:
                    self.closed.add(len(self.words) - 1)
            self.closed.add(len(self.words) - 1)
        self._pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, pair in enumerate(pairwise(self.words)):
            self._pairs[pair].append(at)

    def exactly(self, words: Sequence[str], start: int = 0) -> int | None:
        """Where these words stand one behind the other, at `start` or later; None for nowhere."""
        if len(words) < 2:
            return None
        places = self._pairs.get((words[0], words[1]), ())
        length = len(words)
        return next(
            (at for at in places if at >= start and self.words[at : at + length] == list(words)),
            None,
        )

    def nearly(self, words: Sequence[str]) -> Match | None:
        """The place that shares most of these words in their order; None where it is too little."""
        votes: Counter[int] = Counter()
        for number, pair in enumerate(pairwise(words)):
            places = self._pairs.get(pair, ())
            if len(places) <= COMMON_PAIR:
                votes.update({(at - number) // NEARBY for at in places})
        best: Match | None = None
        most = 0
        for bucket, _ in votes.most_common(NEARBY):
            found = self._at(words, bucket * NEARBY)
            if found is not None and found[0] > most:
                most, best = found
        least = SHARED if len(words) >= LONG else SHARED_SHORT
        return best if most >= least * len(words) else None

    def _at(self, words: Sequence[str], place: int) -> tuple[int, Match] | None:
        """The changes between the words and the source around a place, and how many stay."""
        low = max(0, place - NEARBY)
        high = min(len(self.words), place + 2 * len(words) + NEARBY)
        wide = SequenceMatcher(None, words, self.words[low:high], autojunk=False)
        blocks = [block for block in wide.get_matching_blocks() if block.size]
        if not blocks:
            return None
        first = max(0, low + blocks[0].b - blocks[0].a)
        behind = len(words) - blocks[-1].a - blocks[-1].size
        last = min(len(self.words), low + blocks[-1].b + blocks[-1].size + behind)
        here = self.words[first:last]
        close = SequenceMatcher(None, words, here, autojunk=False).get_opcodes()
        changes = tuple(
            Change(tuple(here[c:d]), tuple(words[a:b]))
            for tag, a, b, c, d in close
            if tag != "equal"
        )
        if len(here) > len(words) + max(NEARBY - 1, len(words) // 2):
            return None
        same = sum(b - a for tag, a, b, _, _ in close if tag == "equal")
        return same, Match(self, first, last - 1, changes, self.cut(first, last - 1))

    def cut(self, first: int, last: int) -> tuple[str, ...]:
        """A few words before and behind that belong to the same clause."""
        before: list[str] = []
        behind: list[str] = []
        at = first - 1
        while at >= max(0, first - NEARBY) and at not in self.closed:
            before.insert(0, self.words[at])
            at -= 1
        at = last
        while at not in self.closed and at < min(last + NEARBY, len(self.words) - 1):
            at += 1
            behind.append(self.words[at])
        return (*before, *behind)


@lru_cache(maxsize=8)
def text_of(source: Article) -> Text:
    """The words of a source; gathered once."""
    return Text(source)


def words_in(text: str) -> list[str]:
    """The words of a text in lower case."""
    return [lower for lower in tokenise(text).lowers if lower[0].isalnum()]


def pieces_of(text: str) -> list[list[str]]:
    """The words of a quotation, cut where it says that something is left out."""
    pieces: list[list[str]] = [[]]
    depth = 0
    for lower in tokenise(text).lowers:
        depth += (lower in "[(") - (lower in "])")
        if lower in {"…", "[", "("} or (lower == "." and pieces[-1] and text.count("...")):
            pieces.append([])
        elif lower[0].isalnum() and not depth:
            pieces[-1].append(lower)
    return [piece for piece in pieces if piece]


def find(quotation: Span, source: Article) -> Match | None:
    """Where a quotation stands in a source; None if nothing there is like it."""
    text = text_of(source)
    pieces = pieces_of(quotation.text)
    whole = [word for piece in pieces for word in piece]
    if len(whole) < SHORTEST:
        return None
    exact = _in_order(text, pieces) or _denied(text, whole)
    if exact is not None:
        return exact
    return text.nearly(whole) if len(whole) >= SHORTEST_ALTERED else None


def _denied(text: Text, words: Sequence[str]) -> Match | None:
    """A short quotation that has all words of the source but a "not", or one more."""
    negations = text.article.lexicon.glossary.negations
    if len(words) >= SHORTEST_ALTERED:
        return None
    for at in range(1, len(words)):
        for extra in negations:
            start = text.exactly([*words[:at], extra, *words[at:]])
            if start is not None:
                return Match(text, start, start + len(words), (Change((extra,), ()),))
        if words[at] in negations:
            start = text.exactly([*words[:at], *words[at + 1 :]])
            if start is not None:
                return Match(text, start, start + len(words) - 2, (Change((), (words[at],)),))
    return None


def _in_order(text: Text, pieces: Sequence[Sequence[str]]) -> Match | None:
    """All pieces as they are, one behind the other."""
    start = text.exactly(pieces[0]) if pieces else None
    if start is None:
        return None
    end = start + len(pieces[0])
    for piece in pieces[1:]:
        at = text.exactly(piece, end) if len(piece) > 1 else None
        if at is None:
            return None
        end = at + len(piece)
    return Match(text, start, end - 1, (), text.cut(start, end - 1), len(pieces) > 1)
