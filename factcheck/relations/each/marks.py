"""The first mark that tells what an amount is for each of, if anything counts that."""

from collections.abc import Callable, Sequence

from factcheck.relations.each.count_marks import (
    of_each,
    of_mean,
    of_noun,
    of_pieces,
    of_price,
    one_for,
    unmarked,
)
from factcheck.relations.each.mark import Mark
from factcheck.relations.each.unit_marks import of_one, of_speed, of_time, of_unit, upon_many
from factcheck.relations.sentence import Figure, Sentence

Reader = Callable[[Sentence, Sequence[Figure], Figure], Mark | None]
READERS: tuple[Reader, ...] = (
    of_speed, one_for, of_time, of_unit, upon_many, of_each, of_noun, of_pieces, of_one, of_price,
    of_mean, unmarked,
)  # fmt: skip


def mark_of(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """The mark of a figure of a window; None if there is none."""
    marks = (read(window, figures, each) for read in READERS)
    return next((mark for mark in marks if mark is not None and mark.bases), None)
