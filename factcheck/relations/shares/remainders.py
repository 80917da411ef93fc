"""What is left of a hundred: "60 per cent said yes and 30 per cent no. The other 10 per cent".

The shares of one sentence or of two that follow each other, of which the last is told to be that of
all the others.
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Relation
from factcheck.relations.figure_kinds import SHARES
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    Figure,
    Sentence,
    cues,
)
from factcheck.relations.windows import statements

MOST = 6


def find(scene: Scene) -> Iterator[Relation]:
    """Shares of which the same sentence or the next one tells what is left."""
    if cues(scene.passage.lexicon, "sums", "others").isdisjoint(scene.passage.tokens.lowers):
        return
    done: set[int] = set()
    for window, split in statements(scene):
        shares = [figure for figure in window.figures if figure.kind in SHARES]
        rest = shares[-1] if shares and _others(window, shares[-1]) else None
        before = [f for f in shares if rest is not None and f.first < rest.first]
        if rest is None or id(rest.claim) in done or not before or len(before) > MOST:
            continue
        told = _others(window, rest)
        apart = split == window.first or (rest.first - told == split and len(before) > 1)
        one = before[-1].first < split or split == window.first
        if apart and one and not _of(window, rest) and _among_them(window, before, rest, told):
            done.add(id(rest.claim))
            span = scene.passage.span(rest.first - told, rest.first - 1)
            yield window.relation("shares", {"share": [*before, rest], "rest": span}, sure=False)


def _others(window: Sentence, rest: Figure) -> int:
    """The number of tokens of "the remaining" before a share."""
    return window.before(window.phrases("sums", "others"), rest.first)


def _of(both: Sentence, rest: Figure) -> bool:
    """As in "The remaining 70 per cent of Scots"."""
    return both.word(rest.last + 1) in both.lexicon.data["parts"]["taken"]


def _among_them(window: Sentence, before: Sequence[Figure], rest: Figure, told: int) -> bool:
    """No change, nothing unnumbered, and no second group of whom the shares may be."""
    data = window.lexicon.data
    other = cues(window.lexicon, "changes", "up", "down", "than") | {*data["shares"]["unnumbered"]}
    other |= {*data["fractions"]["parts"]}  # "a third said yes"
    shares = [at for share in before for at in range(share.first, share.last + 1)]
    words = (at for at in range(window.first, rest.first) if at not in shares)
    behind = {window.word(share.last + 1) for share in before[1:]}
    lead, taken = window.word(rest.first - told - 1), {*data["parts"]["taken"]}
    groups = behind & taken or lead in taken or lead in data["parts"]["before_whole"]
    return not groups and all(window.word(at) not in other for at in words)
