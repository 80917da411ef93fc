"""What the finders of reported speech hand over: a source, a cue and the content, as tokens."""

from collections.abc import Iterable
from dataclasses import replace

from factcheck.extract.speech.clauses import Unit
from factcheck.record import record

Part = tuple[int, int]
CURRENCIES = "$€£"


@record
class Said:
    """Token ranges [first, last) of one passage; `parts` are the content.

    `source` is None where nobody is named; `same` tells that the last speaker goes on, `back` that
    the sentence before is the content, `weak` that only the quotation before can vouch for it,
    `follows` that the last speaker goes on if the sentence before reports, `apart` that the clause
    is nobody else's.
    """

    parts: tuple[Part, ...]
    source: Part | None
    cue: Part | None
    mode: str = "indirect"
    same: bool = False
    back: bool = False
    weak: bool = False
    follows: bool = False
    apart: bool = False

    @property
    def start(self) -> int:
        """The first token of the content."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """One past the last token of the content."""
        return self.parts[-1][1]

    def covers(self, index: int) -> bool:
        """Does the content hold this token?"""
        return any(first <= index < last for first, last in self.parts)

    def cut(self, end: int) -> "Said":
        """The same, with a content that ends earlier."""
        parts = tuple((a, min(b, end)) for a, b in self.parts if a < end)
        return replace(self, parts=parts or self.parts)


def trimmed(unit: Unit, first: int, last: int) -> Part | None:
    """A range without punctuation at either end; None if nothing is left."""
    words = unit.tokens.words
    opened = {q.first for q in unit.quotations}
    closed = {q.last for q in unit.quotations}
    while (
        first < last
        and not words[first][0].isalnum()
        and first not in opened
        and words[first] not in "([$€£+-"
    ):
        first += 1
    while (
        last > first
        and not words[last - 1][0].isalnum()
        and last - 1 not in closed
        and words[last - 1] not in ")]%€°$"
    ):
        last -= 1
    return (first, last) if last > first else None


def counts_on(unit: Unit, first: int) -> bool:
    """As in "will shrink by a third, he said, | to 3,200": a preposition and a figure."""
    words, figure = unit.tokens.words, first + 1
    if figure >= unit.end or unit.tokens.lowers[first] not in unit.speech.words("prepositions"):
        return False
    return words[figure][0].isdecimal() or words[figure] in CURRENCIES


def around(unit: Unit, hole: Part, first: int, last: int) -> tuple[Part, ...]:
    """What a range holds before and behind a hole."""
    ranges = (trimmed(unit, first, hole[0]), trimmed(unit, hole[1], last))
    return tuple(part for part in ranges if part)


def mode_of(unit: Unit, parts: Iterable[Part]) -> str:
    """Direct where the content is quotations alone, mixed where it holds one, else indirect."""
    quoted, bare = False, False
    for first, last in parts:
        inner = [q for q in unit.quotations if q.first >= first and q.last < last]
        quoted = quoted or bool(inner)
        covered = sum(q.last + 1 - q.first for q in inner)
        bare = bare or covered < last - first
    if not quoted:
        return "indirect"
    return "mixed" if bare else "direct"
