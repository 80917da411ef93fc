"""The first mark that tells what an amount is for each of, if anything counts that."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from factcheck.languages.lexicon import Lexicon
from factcheck.relations.each.count_marks import (
    of_compound,
    of_dealt,
    of_each,
    of_mean,
    of_noun,
    of_pieces,
    of_price,
    of_those,
    one_for,
    unmarked,
)
from factcheck.relations.each.mark import Mark
from factcheck.relations.each.unit_marks import (
    of_compound_unit,
    of_one,
    of_speed,
    of_time,
    of_unit,
    upon_many,
)
from factcheck.relations.sentence import Figure, Sentence, cues

Reader = Callable[[Sentence, Sequence[Figure], Figure], Mark | None]
# The readers in their order, and the lists of which a window has a word where they find anything.
READERS: tuple[tuple[Reader, tuple[str, ...]], ...] = (
    (of_speed, ()),
    (one_for, ("ones",)),
    (of_time, ()),
    (of_those, ("each_of", "each")),
    (of_unit, ()),
    (upon_many, ()),
    (of_compound_unit, ()),
    (of_compound, ("each_noun",)),
    (of_each, ("each_before", "spread_before")),
    (of_noun, ()),
    (of_pieces, ()),
    (of_one, ()),
    (of_price, ()),
    (of_dealt, ("any_each", "dealt", "given")),
    (of_mean, ()),
    (unmarked, ()),
)


def mark_of(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """The mark of a figure of a window; None if there is none."""
    for read in _readers(window.lexicon, window.words):
        mark = read(window, figures, each)
        if mark is not None and mark.bases:
            return mark
    return None


@lru_cache(maxsize=16)
def _readers(lexicon: Lexicon, words: frozenset[str]) -> Sequence[Reader]:
    """Those that may find anything among these words."""
    opens = tuple(lexicon.data["means"]["opens"])
    means = not words.isdisjoint(cues(lexicon, "means", "mean"))
    means = means or any(word.startswith(opens) for word in words)
    return [
        read
        for read, keys in READERS
        if (not keys or not words.isdisjoint(cues(lexicon, "per_unit", *keys)))
        and (means or read is not of_mean)
    ]
