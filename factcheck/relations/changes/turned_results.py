"""A profit that became a loss: "swung from a profit of £65m to a loss of £42m, a swing of £107m".

Of the only three amounts of a statement the clause of one names a profit, that of another a loss,
and the third is a difference: it is what both make together. As relations `sum`: `drawn` where the
difference has a word that says so ("turnaround", "verschlechterte"), else `alone`.
"""

from collections.abc import Container, Iterator, Sequence

from factcheck.model import Relation
from factcheck.relations.changes.old_levels import clause_of_level, of_one_size
from factcheck.relations.changes.turns import turn_of
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import BREAKS, Figure, Roles, Sentence, alike, cues
from factcheck.relations.windows import counted, windows

THREE = 3
REACH = 5
RESULTS = ("profit", "loss")


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The swings of a passage; `bound` are the ids of differences that have their levels."""
    lexicon, words = scene.passage.lexicon, scene.passage.tokens.lowers
    if len(scene.claims) < THREE or any(
        cues(lexicon, "changes", key).isdisjoint(words) for key in RESULTS
    ):
        return
    done: set[int] = set()
    for window, _ in windows(scene):
        figures = [figure for figure in counted(window) if figure.claim.kind == "money"]
        gap = figures[-1] if len(figures) == THREE else None
        if gap is None or id(gap.claim) in done or id(gap.claim) in bound:
            continue
        sides = figures[:-1]
        if not _turned(window, sides) or not _sized(sides, gap):
            continue
        drawn = _drawn(window, gap)
        if drawn or turn_of(window, gap) is not None:
            done.add(id(gap.claim))
            role = "drawn" if drawn else "alone"
            members: Roles = {"total": gap, "item": sides, role: gap.claim.span}
            yield window.relation("sum", members, sure=False)


def _turned(window: Sentence, sides: Sequence[Figure]) -> bool:
    """Is one said to be a profit and the other a loss, of one unit?"""
    known = all(side.quantity.value is not None for side in sides)
    return known and alike(*sides) and {_result(window, side) for side in sides} == {*RESULTS}


def _result(window: Sentence, side: Figure) -> str:
    """What the clause says of an amount: before it, else behind it."""
    clause = clause_of_level(window, side, own=True)
    for words in (range(clause.start, side.first), range(side.last + 1, clause.stop)):
        told = [key for key in RESULTS if _says(window, words, key)]
        if told:
            return told[0] if len(told) == 1 else ""
    return ""


def _says(window: Sentence, words: range, key: str) -> bool:
    table = window.phrases("changes", key)
    return any(window.at(table, at) for at in words)


def _drawn(window: Sentence, gap: Figure) -> bool:
    """As in "a turnaround of £107m", "verschlechterte sich um 107 Millionen"."""
    table = window.phrases("changes", "swing")
    for at in range(gap.first - 1, max(window.first, gap.first - REACH) - 1, -1):
        if window.word(at) in BREAKS:
            return False
        if window.at(table, at):
            return True
    return False


def _sized(sides: Sequence[Figure], gap: Figure) -> bool:
    more, less, told = (figure.value for figure in (*sides, gap))
    return of_one_size(more + less, told)
