"""What is left, told in the next sentence: "will close 38 of its 212 shops. That leaves 174".

"That leaves", "Damit bleiben" opens a sentence before the rest, and the sentence before counts just
two of its kind, the part and what it is of. As relations `difference`. A rest that is far from what
the two leave is one of something else.
"""

from collections.abc import Container, Iterator, Sequence

from factcheck.interval import exact
from factcheck.model import Relation
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, alike, amount, cues
from factcheck.relations.windows import closing

PAIR = 2
HEAD = 3
NUMBERS = frozenset({"count", "number"})


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The rests of a passage; `bound` are the ids of the claims that are worked out already."""
    known = cues(scene.passage.lexicon, "differences", "left")
    if known.isdisjoint(scene.passage.tokens.lowers):
        return
    for window, split, rest in closing(scene):
        left = window.before(window.phrases("differences", "left"), rest.first)
        opening = split > window.first and rest.first - left - split < HEAD
        if not left or not opening or id(rest.claim) in bound or not amount(rest):
            continue
        sides = [f for f in window.figures if f.first < split and _of_one_kind(f, rest)]
        if len(sides) == PAIR and not _somewhere(window, rest) and _plausible(sides, rest):
            members = [("side", side.claim) for side in sides]
            yield window.relation("difference", [*members, ("gap", rest.claim)], sure=False)


def _of_one_kind(figure: Figure, rest: Figure) -> bool:
    counts = {figure.kind, rest.kind} <= NUMBERS
    return bool(figure.quantity.value) and (counts or alike(figure, rest))


def _somewhere(window: Sentence, rest: Figure) -> bool:
    """As in "That leaves 1,300 in London", and others elsewhere."""
    return window.word(rest.last + 1) in window.lexicon.data["parts"]["before_whole"]


def _plausible(sides: Sequence[Figure], rest: Figure) -> bool:
    """As large as what the two leave, but for a slip, and less than the whole."""
    values = [exact(figure.quantity.value or 0) for figure in (*sides, rest)]
    return of_one_size(abs(values[0] - values[1]), values[2]) and values[2] < max(values[:2])
