"""From the marks of a sentence to the statement that it makes about the table.

The cues tell the operation, figures and names what it is about. What fits two operations, has a
figure too many or a word that nothing explains is a statement with a gate: nobody judges it. A
sentence without a column of the table and a cue or figure that goes with it is none.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from factcheck.claims import Article
from factcheck.reference.described import DescribedTable
from factcheck.relations.scene import Scene
from factcheck.statements import pairs, parts, ranks
from factcheck.statements.marks import marks_of
from factcheck.statements.slices import Slice
from factcheck.statements.statement import ROWS, SEVERAL, TIME, WORD, Statement
from factcheck.statements.view import PARTS, View


def statement_in(
    article: Article, scene: Scene, table: DescribedTable, first: int, end: int
) -> Statement | None:
    """The statement that the tokens from `first` up to `end` make about a table, if any."""
    marks = marks_of(article, scene, table, first, end)
    view = View(article, scene, table, tuple(marks))
    operation = _operation(view)
    if operation is None or not view.measures:
        return None
    if view.measure is None:
        return Statement(operation, gate=SEVERAL)
    called = {part for word in view.measure.words for part in word.lower().split()}
    words = [mark.value for mark in marks if mark.kind == "word" and mark.value not in called]
    found = READERS[operation](view)
    if found is None:
        return None
    if words:
        return replace(found, gate=WORD, word=words[0])
    turns = sum(mark.value in {"up", "down", "change"} and mark.kind == "cue" for mark in marks)
    strange = view.cues - BESIDE[operation] or view.with_role("other") or turns > 1
    if strange:
        return replace(found, gate=found.gate or SEVERAL)
    if view.untimely or (view.times and not view.known_periods):
        return replace(found, gate=TIME)
    dated = view.over_time or view.every_row or bool(view.times) or len(view.known_periods) < 2
    return _counted(view, replace(found, dated=dated))


def _operation(view: View) -> str | None:
    """The operation that cues and figures tell; the first that fits."""
    cues, rows = view.cues, view.with_role("rows")
    multiplied = view.article.lexicon.data["changes"]["multiplied"]
    turned = any(f.span.text.lower().split()[-1] in multiplied for f in view.with_role("multiple"))
    if turned or cues & {"up", "down", "change"}:
        return (
            "growth"
            if turned or not (rows and len(view.who) == 0 and not view.over_time)
            else "changed"
        )
    if "as_many" in cues and view.with_role("multiple"):
        return "times"
    if "than" in cues and cues & {"more", "fewer"}:
        return "more"
    if cues & {"highest", "lowest"}:
        return "rank"
    for key in ("sum", "mean", "median"):
        if key in cues:
            return key
    if view.with_role("part") or any(
        f.kind in PARTS for f in view.all_figures if view.role(f) == "value" and "share" in cues
    ):
        return "share"
    return "count" if rows and view.with_role("value") else None


def _counted(view: View, found: Statement) -> Statement:
    """A figure that counts all rows must be the number of them: else others are spoken of."""
    if found.gate is not None:
        return found
    if not all(taken.cells for taken in found.slices) or not _divisible(found):
        return replace(found, gate=TIME)
    if not view.every_row and any(_doubled(taken) for taken in found.slices):
        return replace(found, gate=SEVERAL)
    rows = [f for f in view.with_role("rows") if f is not found.figure]
    if any(figure.kind == "fraction" for figure in rows):
        return replace(found, gate=SEVERAL)
    everybody = view.whole(found.slices[0].periods)
    if not rows or everybody is None:
        return found
    size = len(everybody.cells)
    if any(f.quantity is None or f.quantity.value != size for f in rows):
        return replace(found, gate=ROWS, count=size)
    return found


def _doubled(taken: Slice) -> bool:
    """Has somebody two cells of one time, or have several more than one time?"""
    whose = {cell.entity for cell in taken.cells}
    times = {cell.period for cell in taken.cells}
    return len(whose) * len(times) < len(taken.cells) or (len(whose) > 1 and len(times) > 1)


def _divisible(found: Statement) -> bool:
    """Is what is divided by above zero, and nothing divided below it?"""
    if found.operation not in {"ratio", "growth", "share"}:
        return True
    base = sum(cell.value - cell.half for cell in found.slices[0].cells)
    return base > 0 and all(cell.value >= 0 for taken in found.slices for cell in taken.cells)


# Which cues may stand beside the one that tells the operation.
BESIDE: Final[dict[str, frozenset[str]]] = {
    "growth": frozenset({"up", "down", "change", "since"}),
    "changed": frozenset({"up", "down"}),
    "times": frozenset({"as_many", "than"}),
    "more": frozenset({"more", "fewer", "than"}),
    "rank": frozenset({"highest", "lowest", "since"}),
    "sum": frozenset({"sum"}),
    "mean": frozenset({"mean"}),
    "median": frozenset({"median"}),
    "share": frozenset({"share"}),
    "count": frozenset(),
}
READERS: Final[dict[str, Callable[[View], Statement | None]]] = {
    "growth": pairs.growth,
    "changed": pairs.changed,
    "times": pairs.times,
    "more": pairs.more,
    "rank": ranks.rank,
    "sum": lambda view: parts.taken(view, "sum"),
    "mean": lambda view: parts.taken(view, "mean"),
    "median": lambda view: parts.taken(view, "median"),
    "share": parts.share,
    "count": parts.count,
}
