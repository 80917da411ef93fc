"""People told one kind after another: "two men, a woman and three children".

Numbers with their nouns, and single ones with an article, each a comma or a conjunction behind the
one before, the last behind a conjunction. Who is counted once in such a row is not counted again.
"""

from collections.abc import Sequence

from factcheck.record import record
from factcheck.relations.sentence import Figure, Sentence

FEWEST = 2
NOUN = 2


@record
class Row:
    """The figures of a row, how many stand in it as single ones, and one past its last token."""

    figures: tuple[Figure, ...]
    singles: tuple[tuple[int, int], ...]
    end: int


def row_at(sentence: Sentence, start: int, figures: Sequence[Figure]) -> Row | None:
    """The row of people that begins at a token, if one does."""
    joins, known = sentence.lexicon.words("sums", "joins"), {f.first: f for f in figures}
    found: list[Figure] = []
    singles: list[tuple[int, int]] = []
    at, joined = start, False
    while True:
        figure = known.get(at)
        end = _single(sentence, at) if figure is None else figure.last + 1
        if not end or (figure is not None and figure.kind != "count"):
            return None
        if figure is None:
            singles.append((at, end - 1))
        else:
            found.append(figure)
        if joined or (sentence.word(end) != "," and sentence.word(end) not in joins):
            break
        joined, at = sentence.word(end) in joins, end + 1
    heads = {figure.quantity.head for figure in found}
    distinct = len(heads) == len(found) > 0 and "" not in heads
    whole = joined and len(found) + len(singles) >= FEWEST and distinct
    return Row(tuple(found), tuple(singles), end) if whole else None


def _single(sentence: Sentence, at: int) -> int:
    """One past "a woman", "eine junge Frau": an article and a noun, one word before it at most."""
    if sentence.word(at) not in sentence.lexicon.words("parts", "one"):
        return 0
    joins = sentence.lexicon.words("sums", "joins")
    for end in range(at + 2, at + 2 + NOUN):
        closed = sentence.breaks(end) or sentence.word(end) in joins
        if closed and sentence.plain(at + 1, end):
            return end
    return 0
