"""A level, by how much it is more or less than another, and that once more as a share.

"Rehomed 3,060 dogs, 765 fewer than in 2022, a fifth down", "claimed £18,400. That is £3,400 more
than the average, or 23% above it". The difference has a word of comparison behind it and the level
before it; the share follows behind a sign or "or", and nothing else of their unit stands before
it. The other level is never printed: it is what the two make. As relations `change`.
So are those of the differences of told_apart.py that have one level alone.
"""

from collections.abc import Container, Iterator, Sequence

from factcheck.model import Relation, Span
from factcheck.relations.changes.lone_levels import stopped
from factcheck.relations.changes.marks import OPENERS, noun_turn, slot_of
from factcheck.relations.changes.old_levels import of_one_size, says
from factcheck.relations.figure_kinds import SHARES
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    STATEMENT_ENDS,
    Figure,
    Roles,
    Sentence,
    alike,
    amount,
    cues,
)
from factcheck.relations.windows import closing, said_again

FEWEST = 3
NEAR = 12
SOON = 2


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The differences of a passage that a share tells again; `bound` are shares bound already."""
    known = cues(scene.passage.lexicon, "changes", "behind_up", "behind_down")
    if len(scene.claims) < FEWEST or known.isdisjoint(scene.passage.tokens.lowers):
        return
    done: set[int] = set()
    for window, _, share in closing(scene):
        if share.kind not in SHARES or id(share.claim) in bound or id(share.claim) in done:
            continue
        relation = _read(window, share)
        if relation is not None:
            done.add(id(share.claim))
            yield relation


def of_one_level(
    window: Sentence, by: Figure, turn: tuple[str, Span], others: Sequence[Figure]
) -> Iterator[Relation]:
    """As in "slid 0.3%, or 13 cents, to $43.66": a difference told twice, and one level.

    The new level follows right behind; the old one is marked as such.
    """
    again = [figure for figure in others if said_again(window, by, figure)]
    levels = [figure for figure in others if figure not in again and figure.kind != "duration"]
    if len(again) != 1 or len(levels) != 1 or stopped(window):
        return
    share, gap = (by, again[0]) if by.kind in SHARES else (again[0], by)
    if share.kind not in SHARES or not alike(gap, levels[0]):
        return
    slot, end = slot_of(window, levels[0]), max(share.last, gap.last) + 1
    held = slot is not None and slot.role == "from" and slot.loose
    old = held or says(window, levels[0], "past")
    behind = slot is not None and slot.role == "to" and 0 <= slot.start - end < SOON
    at = window.word(end + 1) in window.lexicon.data["changes"]["at"]  # ", at $43.66"
    if old or behind or (at and levels[0].first == end + SOON):
        level, (role, word) = "then" if old else "to", turn
        members: Roles = {level: levels[0], "amount": gap, "by": share, role: word}
        yield window.relation("change", members, sure=False)


def _read(window: Sentence, share: Figure) -> Relation | None:
    before = [f for f in window.figures if f.last < share.first and amount(f)]
    before = [f for f in before if f.quantity.value is not None and f.kind not in SHARES]
    turns = [(f, role) for f in before for role in ("up", "down") if _turned(window, f, role)]
    if len(turns) != 1:
        return None
    gap, role = turns[0]
    levels = [f for f in before if f is not gap and alike(f, gap)]
    if len(levels) != 1 or levels[0].first > gap.first or not _told_again(window, gap, share, role):
        return None
    level, than = levels[0].value, gap.value
    base = level - than if role == "up" else level + than
    told = share.value * (100 if share.kind == "fraction" else 1)
    if base <= 0 or not of_one_size(than / base * 100, told):
        return None
    word = window.scene.passage.span(gap.last + 1, gap.last + 1)
    members: Roles = {"to": levels[0], "amount": gap, "by": share, role: word}
    return window.relation("change", members, sure=False)


def _summed_up(window: Sentence, gap: Figure, noun: int) -> bool:
    """As in "more than a year earlier, a gain of", "more. That is a gain of": a few light words."""
    data, begin = window.lexicon.data["changes"], noun
    small = {*window.lexicon.stop_words, *data["means"], *data["pointing"], *data["definite"]}
    while begin > gap.last + 1 and window.word(begin - 1) in small:
        begin -= 1
    ends = {*OPENERS, *STATEMENT_ENDS}
    return begin - gap.last <= NEAR and window.word(begin - 1) in ends


def _turned(window: Sentence, figure: Figure, role: str) -> bool:
    data = window.lexicon.data["changes"]
    again = next((f for f in window.figures if f.first > figure.last), None)
    joined = again is not None and again.kind in SHARES and said_again(window, again, figure)
    end = again.last if again is not None and joined else figure.last  # "$3.50, or 5%, less"
    end += joined and window.word(end + 1) == ","
    return window.word(end + 1) in data[f"behind_{role}"]


def _told_again(window: Sentence, gap: Figure, share: Figure, role: str) -> bool:
    """A sign or "or" right before the share, and no word behind it that turns it round."""
    data = window.lexicon.data["changes"]
    at = share.first
    while window.word(at - 1) in data["fillers"]:
        at -= 1
    joined = window.before(window.phrases("changes", "either_way"), at)
    slot = slot_of(window, share)
    if slot is not None and slot.loose and noun_turn(window, slot.start, share) == role:
        return _summed_up(window, gap, slot.start)
    opener = at - joined - 1
    if joined and opener > gap.last and window.word(opener) not in OPENERS:
        opener = at
    near = 0 < share.first - gap.last <= NEAR and (joined or window.word(opener) in OPENERS)
    after = window.word(share.last + 1)
    other = "down" if role == "up" else "up"
    same = {*data[f"behind_{role}"], *cues(window.lexicon, "changes", role)}
    turned = {*data[f"behind_{other}"], *cues(window.lexicon, "changes", other)}
    ends = window.breaks(share.last + 1) or after in same
    return bool(near) and ends and after not in turned
