"""The figures told before another one: in its sentence, and in the one before."""

from collections.abc import Iterator, Sequence

from factcheck.extract.figures.figure import Figure
from factcheck.extract.passages import Passage


def of_sentence(passage: Passage, figures: Sequence[Figure], index: int) -> Iterator[Figure]:
    """The figures before this one in its sentence."""
    begin = passage.bounds(figures[index].first)[0]
    return (each for each in figures[:index] if each.first >= begin)


def of_previous(passage: Passage, figures: Sequence[Figure], index: int) -> Iterator[Figure]:
    """The figures of the sentence before."""
    end = passage.bounds(figures[index].first)[0]
    begin = passage.bounds(end - 1)[0] if end else 0
    return (each for each in figures[:index] if begin <= each.first < end)
