"""Series: three amounts or more of one unit in a row, "38 Millionen, 42 Millionen und 40 Millionen
Euro", each at most a few words behind the one before it; or two, in one sentence or the next, of
which the clause of the second names nothing but its time: "96 Millionen, 2023 waren es 71"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.model import Relation
from factcheck.relations.changes.old_levels import nothing_new, told_end
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, alike
from factcheck.relations.windows import statements

KINDS = frozenset({"money", "count", "measure"})
FEWEST, WORDS_BETWEEN, TIGHT = 3, 6, 2
APART = 300


def find(scene: Scene) -> Iterator[Relation]:
    """Two amounts of one thing at two times that are worlds apart."""
    for window, _ in statements(scene):
        levels = [figure for figure in window.figures if figure.claim.kind in KINDS | {"number"}]
        if len(levels) >= FEWEST and _of_as_many_times(window, levels):
            yield window.relation("series", {"item": levels}, sure=True)
        for left, right in pairwise(levels):
            more = any(f is not left and f is not right and alike(f, left) for f in levels)
            if not more and _worlds_apart(left, right) and _of_two_times(window, left, right):
                yield window.relation("series", {"item": (left, right)}, sure=True)


def _worlds_apart(left: Figure, right: Figure) -> bool:
    less, more = sorted(f.quantity.value or 0 for f in (left, right))
    scaled = left.claim.kind in KINDS and right.claim.span.text[-1].isalpha()
    return scaled and more > less * APART > 0 and alike(left, right)


def _of_two_times(window: Sentence, left: Figure, right: Figure) -> bool:
    times = [told_end(window, figure) for figure in (left, right)]
    return times[0] != times[1] and times[1] is not None and nothing_new(window, right, left)


def _of_as_many_times(window: Sentence, levels: Sequence[Figure]) -> bool:
    """As in "825 Millionen, 2013 dann 565 Milliarden weniger. Ab 2014 sollen es 585 Millionen"."""
    times = {told_end(window, figure) for figure in levels} - {None}
    one = all(alike(levels[0], other) for other in levels[1:])
    known = all(figure.quantity.value is not None for figure in levels)
    return one and known and len(times) == len(levels)


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The longest series of a sentence."""
    if len(sentence.figures) < FEWEST:
        return
    run: list[Figure] = []
    for figure in sentence.figures:
        if figure.kind in {"date", "ordinal"}:  # "4.2 in 2022, 4.6 in 2023"
            continue
        if run and not _follows(sentence, run[-1], figure):
            yield from _series(sentence, run)
            run = []
        scaled = bool(run) and _scaled(figure)
        if (figure.claim.kind in KINDS or scaled) and figure.quantity.value is not None:
            run.append(figure)
    yield from _series(sentence, run)


def _follows(sentence: Sentence, left: Figure, right: Figure) -> bool:
    between = range(left.last + 1, right.first)
    bracketed = any(sentence.tokens.words[at] in "()[]" for at in between)
    near = len(between) <= WORDS_BETWEEN and not bracketed
    kinds = {left.claim.kind, right.claim.kind}
    one = len(kinds) == 1 or (_scaled(right) and "number" in kinds)
    return near and one and alike(left, right)


def _scaled(figure: Figure) -> bool:
    """As in "120 Millionen Euro, 135 Millionen und 150 Milliarden": a scale word and no unit."""
    return figure.claim.kind == "number" and figure.claim.span.text[-1].isalpha()


def _series(sentence: Sentence, run: Sequence[Figure]) -> Iterator[Relation]:
    if len(run) < FEWEST or _for_each_its_own(sentence, run):
        return
    gaps = [right.first - left.last - 1 for left, right in pairwise(run)]
    tight = run[-1].claim.span if max(gaps) <= TIGHT else None
    yield sentence.relation("series", {"item": run, "tight": tight}, sure=True)


def _for_each_its_own(sentence: Sentence, run: Sequence[Figure]) -> bool:
    """As in "£2.3bn for schools, £1.9bn for roads and £2.7m for the museum": things of any size."""
    own = sentence.lexicon.data["per_unit"]["for"]
    return all(sentence.word(figure.last + 1) in own for figure in run)
