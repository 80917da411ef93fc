"""Series: three amounts or more of one unit in a row, "38 Millionen, 42 Millionen und 40 Millionen
Euro", each at most a few words behind the one before it."""

from collections.abc import Iterator, Sequence

from factcheck.model import Relation
from factcheck.relations.sentence import Figure, Sentence, alike

KINDS = frozenset({"money", "count", "measure"})
FEWEST, WORDS_BETWEEN = 3, 6


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
    if len(run) >= FEWEST:
        members = [("item", figure.claim) for figure in run]
        yield sentence.relation("series", members, sure=True)
