"""Two changes of one sentence, whose old levels the next one tells in the same order.

"Shop sales fell 5% to €190m while online revenue jumped 30% to €65m. In the previous year shops had
brought in €200m and the website €50m": the first sentence has two differences, each with the level
it leads to, the second two levels of the same units and a word or a year of the past. Which belongs
to which is told by the order, where both then lead up or down as told and by about as much. Where
they do in the other order too, or may be prices of the day, the relation is `alone`; "€40m for a
brewery" is a level of something else.
"""

from collections.abc import Container, Iterator, Sequence

from factcheck.model import Claim, Relation, Span
from factcheck.relations.changes.lone_levels import leads, plausible
from factcheck.relations.changes.marks import slot_of
from factcheck.relations.changes.old_levels import own_tail
from factcheck.relations.changes.turns import turn_of
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, alike, cues, neighbours
from factcheck.relations.windows import counted

FOUR, PAIR = 4, 2
DEAREST = 10_000
SHARES = frozenset({"percentage", "fraction", "percentage_point"})
Change = tuple[Figure, tuple[str, Span], Figure]


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The pairs of changes of a passage; `bound` are differences that have their levels."""
    known = cues(scene.passage.lexicon, "changes", "up", "down")
    if len(scene.claims) < FOUR + PAIR or known.isdisjoint(scene.passage.tokens.lowers):
        return
    for window, split in neighbours(scene):
        figures = [figure for figure in counted(window) if figure.kind != "duration"]
        told = [figure for figure in figures if figure.first < split]
        old = [figure for figure in figures if figure.first >= split]
        if len(told) != FOUR or len(old) != PAIR or not _past(window, split):
            continue
        changes = _changes(window, told)
        if changes is None or any(id(by.claim) in bound for by, _, _ in changes):
            continue
        if not _fits(window, changes, old):
            continue
        either = _fits(window, changes, old[::-1]) or any(map(_priced, old))
        for (by, turn, new), level in zip(changes, old, strict=True):
            members: list[tuple[str, Claim | Span]] = [("from", level.claim), ("to", new.claim)]
            members += [("by", by.claim), turn, *([("alone", by.claim.span)] if either else [])]
            yield window.relation("change", members, sure=False)


def _changes(window: Sentence, told: Sequence[Figure]) -> tuple[Change, Change] | None:
    """As in "fell 5% to €190m while online revenue jumped 30% to €65m"."""
    first, second = (_change(window, *told[at : at + PAIR]) for at in (0, PAIR))
    return (first, second) if first is not None and second is not None else None


def _change(window: Sentence, by: Figure, new: Figure) -> Change | None:
    turn, slot = turn_of(window, by), slot_of(window, new)
    reached = slot is not None and slot.role == "to" and new.quantity.value is not None
    return (by, turn, new) if turn is not None and by.kind in SHARES and reached else None


def _past(window: Sentence, split: int) -> bool:
    """Does the second sentence tell of an earlier time?"""
    table = window.phrases("changes", "past")
    if any(window.at(table, at) for at in range(split, window.end)):
        return True
    day = window.scene.passage.document.date
    times = (claim.period for claim in window.scene.claims_in(split, window.end))
    return day is not None and any(time is not None and time.end < day for time in times)


def _fits(window: Sentence, changes: Sequence[Change], old: Sequence[Figure]) -> bool:
    pairs = list(zip(changes, old, strict=True))
    return all(
        level.quantity.value is not None
        and alike(level, new)
        and not _of_other(window, level, new)
        and leads(turn, level, new)
        and plausible(window, by, level, new)
        for (by, turn, new), level in pairs
    )


def _priced(level: Figure) -> bool:
    """As in "A year ago oil was at $80": what rose on the day has a level of last year too."""
    value = level.quantity.value
    return level.claim.kind == "money" and value is not None and value < DEAREST


def _of_other(window: Sentence, level: Figure, new: Figure) -> bool:
    """As in "paid €40m for a brewery"."""
    at = level.last + 1
    placed = window.word(at) in window.lexicon.data["parts"]["before_whole"]
    return own_tail(window, level, new) or (placed and not window.dated(at + 1))
