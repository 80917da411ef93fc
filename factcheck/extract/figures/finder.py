"""All figures of a passage: what is none is set aside first, then numerals, quantities, ratios."""

from collections.abc import Iterable, Sequence

from factcheck.extract.figures.figure import Figure
from factcheck.extract.figures.numbers import find_numerals
from factcheck.extract.figures.quantities import find_quantities
from factcheck.extract.figures.ranks import find_ranks
from factcheck.extract.figures.ratios import find_ratios
from factcheck.extract.figures.skips import find_skips
from factcheck.extract.passages import Passage

Range = tuple[int, int]


def find_figures(passage: Passage, dates: Sequence[Range]) -> list[Figure]:
    """The figures outside the token ranges of dates, in no fixed order, none overlapping."""
    aside = [*dates, *find_skips(passage)]
    ordinals = find_ranks(passage, _tokens(aside))
    taken = [*aside, *_ranges(ordinals)]
    numerals = find_numerals(passage, taken)
    quantities = find_quantities(passage, numerals)
    covered = _tokens([*taken, *_ranges(quantities)])
    ratios = find_ratios(passage, numerals, covered)
    used = _tokens(_ranges(ratios))
    kept = [f for f in quantities if not used.intersection(range(f.first, f.last + 1))]
    return [*ordinals, *ratios, *kept]


def _ranges(figures: Iterable[Figure]) -> list[Range]:
    return [(figure.first, figure.last) for figure in figures]


def _tokens(ranges: Iterable[Range]) -> set[int]:
    return {index for first, last in ranges for index in range(first, last + 1)}
