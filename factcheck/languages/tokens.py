"""Cut text into tokens: figures with their separators, words, single signs. Offsets are kept."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import accumulate

from factcheck.languages.remembered import Remembered
from factcheck.record import record

# A figure keeps its separators ("1.234,5", "12 000", "1.12.2025"); what they mean is decided later.
# Single digits after a space never join, and four digits before one are a year.
# Plain Latin words come first: most tokens are, and a class of ranges is matched fastest.
TOKEN = re.compile(
    r"([A-Za-zÀ-ÖØ-öø-ʯ]++(?![^\W\d_])"
    r"|[^\W\d_]+"
    r"|(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:,\d{1,2}(?![\d.,]*\d)|(?![\d.,]*\d))"
    r"|\d+(?:[.,'’‘´]\d+)*"
    r"|[^\w\s]|_)"
)

# What text copied from a PDF carries: soft hyphens, accents of their own, ligatures.
SOFT_HYPHEN = "\u00ad"
# What web pages print for a hyphen: "44\u2011year\u2011old".
HYPHEN, HARD_HYPHEN = "\u2010", "\u2011"
COPIED = re.compile("[\u00ad\u0300-\u036f\ufb00-\ufb06]")
PIECE = re.compile("[^\u0300-\u036f][\u0300-\u036f]*", re.DOTALL)


@record
class Tokens:
    """The tokens of one block: as printed, in lower case, and where they stand in the document."""

    text: str
    words: Sequence[str]
    lowers: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.words)

    def glued(self, index: int) -> bool:
        """Does this token follow the one before it without a space?"""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def lower(self, index: int) -> str:
        """The token in lower case, "" beyond either end."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def surface(self, first: int, last: int) -> str:
        """The text from the first to the last token, both included."""
        return self.text[self.starts[first] : self.ends[last]]


class _Lower(Remembered[str]):
    """Word -> lower case."""

    def read(self, word: str) -> str:
        return word.lower()


_LOWER = _Lower()


def tokenise(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of text[start:end], with offsets into the whole text."""
    stop_at = len(text) if end is None else end
    if COPIED.search(text, start, stop_at):
        return _tokenise_copied(text, start, stop_at)
    return _cut(text, start, stop_at)


def _cut(text: str, start: int, end: int) -> Tokens:
    passage = text[start:end]
    if HYPHEN in passage or HARD_HYPHEN in passage:
        passage = passage.replace(HYPHEN, "-").replace(HARD_HYPHEN, "-")
    pieces = TOKEN.split(passage)  # what lies between tokens, a token, and so on
    edges = list(accumulate(map(len, pieces), initial=start))
    words = pieces[1::2]
    lowers = list(map(_LOWER.__getitem__, words))
    return Tokens(text, words, lowers, edges[1:-1:2], edges[2::2])


def _tokenise_copied(text: str, start: int, end: int) -> Tokens:
    """The tokens of a passage as it reads on paper, with offsets into the text as it is.

    Soft hyphens are dropped, a letter and its accents are one letter, a ligature is its letters.
    """
    letters: list[str] = []
    spans: list[tuple[int, int]] = []
    for piece in PIECE.finditer(text, start, end):
        seen = piece.group()
        if seen != SOFT_HYPHEN:
            read = unicodedata.normalize("NFKC", seen) if COPIED.search(seen) else seen
            letters.extend(read)
            spans.extend([piece.span()] * len(read))
    tokens = _cut("".join(letters), 0, len(letters))
    starts = [spans[begin][0] for begin in tokens.starts]
    ends = [spans[stop - 1][1] for stop in tokens.ends]
    return Tokens(text, tokens.words, tokens.lowers, starts, ends)


def phrase_key(phrase: str) -> tuple[str, ...]:
    """A phrase as the tokens it is matched by."""
    return tuple(match.group().lower() for match in TOKEN.finditer(phrase))
