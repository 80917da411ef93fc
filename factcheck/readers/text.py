"""Plain text: UTF-8, with blocks inferred from line breaks, blank lines, length and punctuation."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.model import Block, Span

SUFFIXES = (".txt", ".text", "")
LONG_LINE = 120
FEWEST_LINES = 4
RUNNING, NEARLY_FULL = 0.6, 0.6
HEADLINE = 160
SUBHEADING = 120
ENDS = tuple(".!?…:;")
CLOSERS = "\"'”“’»«)]"
BULLET = re.compile(r"[-–•*‣]\s|\d{1,2}[.)]\s")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read(path: Path) -> str:
    """The text of a file, untouched but for a byte order mark."""
    return decode(path.read_bytes(), str(path))


def decode(data: bytes, name: str) -> str:
    """Bytes to text; FactcheckError if they are no UTF-8, no text, or nothing at all."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FactcheckError(
            f"{name} is not UTF-8 text (byte {error.start}); save it as UTF-8 and try again"
        ) from error
    if CONTROL.search(text[:4096]):
        raise FactcheckError(f"{name} is not a text file; hand over the article as plain text")
    if not text.strip():
        raise FactcheckError(f"{name} is empty; hand over a file with the article's text")
    return text


def blocks_of(text: str) -> tuple[Block, ...]:
    """Blocks that cover the whole text; line breaks and blank lines belong to the block before."""
    lines = list(_lines(text))
    if not lines:
        return (Block("paragraph", Span(0, len(text), text)),)
    wrapped = max(end - start for start, end in lines) <= LONG_LINE
    pieces = list(_joined(text, lines)) if wrapped else lines
    starts = [0, *(start for start, _ in pieces[1:]), len(text)]
    return tuple(
        Block(
            _kind(text[start:end], number, len(pieces)),
            _span(text, starts[number], starts[number + 1]),
        )
        for number, (start, end) in enumerate(pieces)
    )


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line that holds anything, without its line break."""
    start = 0
    for line in text.splitlines(keepends=True):
        stripped = line.rstrip()
        if stripped:
            yield start, start + len(stripped)
        start += len(line)


def _joined(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Lines of a text that was wrapped by hand, joined to paragraphs.

    A sentence that ends with a full line ends no paragraph where most lines run on to the next.
    """
    full = _full_line(text, lines)
    begin, end = last, _ = lines[0]
    for start, stop in lines[1:]:
        ended = _ends(text[begin:end]) and end - last < full
        if _apart(text, end, start) or ended or BULLET.match(text, start):
            yield begin, end
            begin = start
        last, end = start, stop
    yield begin, end


def _full_line(text: str, lines: list[tuple[int, int]]) -> int:
    """How long a line is that was broken for want of room; more than any where lines do not run."""
    gaps = [
        _ends(text[one[0] : one[1]])
        for one, two in pairwise(lines)
        if not _apart(text, one[1], two[0])
    ]
    runs = len(gaps) >= FEWEST_LINES and gaps.count(False) >= RUNNING * len(gaps)
    longest = max(end - start for start, end in lines)
    return int(longest * NEARLY_FULL) if runs else longest + 1


def _apart(text: str, end: int, start: int) -> bool:
    """Is there a blank line between the two?"""
    gap = text[end:start]
    return gap.count("\n") > 1 or gap.count("\r") > 1


def _kind(line: str, number: int, total: int) -> str:
    if BULLET.match(line) and number:
        return "list_item"
    if _ends(line) or total == 1:
        return "paragraph"
    if number == 0 and len(line) <= HEADLINE:
        return "headline"
    return "subheading" if len(line) <= SUBHEADING else "paragraph"


def _ends(line: str) -> bool:
    return line.rstrip().rstrip(CLOSERS).endswith(ENDS)


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])
