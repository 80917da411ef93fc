"""Cut text into tokens: figures with their separators, words, single signs. Offsets are kept."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# A figure keeps its separators ("1.234,5", "12 000", "1.12.2025"); what they mean is decided later.
# Single digits after a space never join, and four digits before one are a year.
TOKEN = re.compile(
    r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?![\d.,]*\d)(?:,\d+)?"
    r"|\d+(?:[.,'’]\d+)*"
    r"|[^\W\d_]+"
    r"|[^\w\s]|_"
)

REMEMBERED = 1 << 18


@dataclass(frozen=True, slots=True)
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


class _Lower(dict[str, str]):
    """Word -> lower case, remembered: most words of a text occur in it again."""

    def __missing__(self, word: str) -> str:
        lower = word.lower()
        if len(self) < REMEMBERED:
            self[word] = lower
        return lower


_LOWER = _Lower()


def tokenise(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of text[start:end], with offsets into the whole text."""
    spans = [
        match.span() for match in TOKEN.finditer(text, start, len(text) if end is None else end)
    ]
    words = [text[begin:stop] for begin, stop in spans]
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return Tokens(text, words, [_LOWER[word] for word in words], starts, ends)


def phrase_key(phrase: str) -> tuple[str, ...]:
    """A phrase as the tokens it is matched by."""
    return tuple(match.group().lower() for match in TOKEN.finditer(phrase))
