"""A document: the untouched text, its blocks, its language and date and where they come from."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from factcheck.model import Block, Span

OPENING = 20_000
BRACKETS = (("(", ")"), ("[", "]"))
REACH = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span stands: its block's kind, and line and column (from 1) in the original."""

    block: str
    line: int
    column: int


@dataclass(frozen=True)
class Document:
    """Text and what is known of it; every character lies in exactly one block.

    `text_start` is the offset at which the file's own text begins: a title that was handed over
    separately stands before it, in lines of its own that do not count.
    """

    text: str
    blocks: tuple[Block, ...]
    language: str = "en"
    language_from: str = "unknown"
    date: dt.date | None = None
    date_from: str = "unknown"
    path: str | None = None
    text_start: int = 0

    def span(self, start: int, end: int) -> Span:
        """The span [start, end) with its text."""
        return Span(start, end, self.text[start:end])

    def with_brackets(self, start: int, end: int) -> Span:
        """The span, and the other half of a bracket that it cuts off: "(2023: 21,0 Millionen"."""
        inside = self.text[start:end]
        for left, right in BRACKETS:
            opened, closed = inside.count(left), inside.count(right)
            if opened > closed and self.text[end : end + 1] == right:
                end += 1
            elif closed > opened:
                before = self.text.rfind(left, max(0, start - REACH), start)
                start = before if before >= 0 else start
        return self.span(start, end)

    def block_at(self, offset: int) -> Block:
        """The block in which an offset lies."""
        return self.blocks[max(0, bisect_right(self._block_starts, offset) - 1)]

    def place(self, span: Span) -> Place:
        """Block, line and column of a span's start; line 0 is a title that is not in the file."""
        kind = self.block_at(span.start).kind
        if span.start < self.text_start:
            return Place(kind, 0, span.start + 1)
        line = bisect_right(self._line_starts, span.start)
        return Place(kind, line, span.start - self._line_starts[line - 1] + 1)

    def line_of(self, span: Span) -> str:
        """The whole line in which a span starts, as printed."""
        start = self.text.rfind("\n", 0, span.start) + 1
        end = self.text.find("\n", span.start)
        return self.text[start : end if end >= 0 else len(self.text)]

    @cached_property
    def opening(self) -> str:
        """The first pages in lower case, to which a bare name may look for its context."""
        return self.text[:OPENING].lower()

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [self.text_start, *_after_breaks(self.text, self.text_start)]


def _after_breaks(text: str, start: int) -> Iterator[int]:
    found = text.find("\n", start)
    while found >= 0:
        yield found + 1
        found = text.find("\n", found + 1)
