"""A share right beside its part, of the whole that opens the statement or is the only one before.

"Of the 860 patients 344, or 40%, need surgery and 129 (15%) glasses", "66 of which, 30%, will be
let", "38 Prozent, nämlich 3.192, haben". Behind "Of the 860" the whole is told; "of them" behind a
part takes the only greater amount before it. Where only the lack of others binds the whole, the
relation is `alone`. A part that has a share of its own is no whole of another, and what grows or
falls by a share is no part.
"""

from collections.abc import Container, Iterator

from factcheck.model import Relation
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.changes.other_bases import another_rate
from factcheck.relations.changes.turns import turn_of
from factcheck.relations.figure_kinds import NUMBERS, SHARES
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import CLOSING, DASHES, Figure, Roles, Sentence, alike, amount
from factcheck.relations.shares.opened_parts import opens
from factcheck.relations.shares.part_shares import closes, of_all
from factcheck.relations.windows import closing

FEWEST = 3
NOUNS, FAR = 5, 10
NEAR = 3
WHOLES = NUMBERS | {"money", "measure"}
OPENERS = frozenset({",", "("}) | DASHES


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The parts of a passage with their share beside them; `bound` are shares bound already."""
    if len(scene.claims) < FEWEST or not any(claim.kind in SHARES for claim in scene.claims):
        return
    done: set[int] = set()
    for window, split, share in closing(scene):
        if share.kind not in SHARES or id(share.claim) in bound or id(share.claim) in done:
            continue
        part = _part(window, share)
        if part is None or part.first < split or _changes(window, part, share):
            continue
        found = _whole(window, split, part, share)
        if found is not None and _sized(part, found[0], share):
            done.add(id(share.claim))
            whole, told = found
            members: Roles = {"part": part, "whole": whole, "share": share}
            yield window.relation("part", members, sure=False, alone=None if told else share)


def _part(window: Sentence, share: Figure) -> Figure | None:
    """The amount that the share stands beside: "344, or 40%,", "129 (15%)", "40%, or 344,"."""
    if share.quantity.value is None:
        return None
    figures = [f for f in window.figures if f.kind != "duration" and f.last < share.first]
    before = figures[-1] if figures else None
    if before is not None and before.kind in WHOLES and amount(before):
        joined = window.before(window.phrases("concluding", "joins"), share.first)
        opener = share.first - joined - 1
        of_it = of_all(window, share)
        reach = (
            FAR if of_it else NOUNS
        )  # "work from home at least one day a week, 30% of the total"
        near = 0 <= opener - before.last - 1 <= reach and _worded(window, before.last + 1, opener)
        ends = closes(window, share) or of_it
        ends = ends or bool(window.at(window.phrases("changes", "earlier"), share.last + 1))
        closed = window.word(share.last + 1) in CLOSING or window.word(opener) != "("
        if near and ends and closed and window.word(opener) in OPENERS:
            return before
    after = next((f for f in window.figures if f.first > share.last), None)
    if after is None or after.kind not in WHOLES or not amount(after):
        return None
    tables = (window.phrases("concluding", "joins"), window.phrases("parts", "spelled"))
    joined = max(window.before(table, after.first) for table in tables)
    opener = after.first - joined - 1
    near = joined > 0 and 0 <= opener - share.last - 1 <= NEAR
    told = near and window.word(opener) in OPENERS and window.plain(share.last + 1, opener)
    return after if told else None


def _worded(window: Sentence, start: int, end: int) -> bool:
    lengths = [f for f in window.figures if f.kind == "duration"]
    covered = {at for f in lengths for at in range(f.first, f.last + 1)}
    return all(at in covered or window.plain(at, at + 1) for at in range(start, end))


def _changes(window: Sentence, part: Figure, share: Figure) -> bool:
    """As in "fell by 340, or 12%,": a difference, and no part."""
    turned = turn_of(window, share) is not None or turn_of(window, part) is not None
    return turned or another_rate(window, share)


def _whole(window: Sentence, split: int, part: Figure, share: Figure) -> tuple[Figure, bool] | None:
    """The whole, and whether words tell that it is the one."""
    first = min(part.first, share.first)
    parts = {id(_part(window, f)) for f in window.figures if f.kind in SHARES and f is not share}
    wholes = [
        f
        for f in window.figures
        if f.last < first and id(f) not in parts and _greater(f, part) and amount(f)
    ]
    opening = [f for f in wholes if split == window.first and opens(window, f)]
    if opening:
        return opening[0], True
    of_them = _of_them(window, split, part)
    if not wholes or (len(wholes) > 1 and not of_them):
        return None
    return max(wholes, key=lambda figure: figure.value), of_them and len(wholes) == 1


def _greater(whole: Figure, part: Figure) -> bool:
    kinds = {whole.kind, part.kind}
    one = kinds <= NUMBERS or (whole.kind == part.kind and alike(whole, part))
    return one and whole.quantity.value is not None and whole.value > part.value > 0


def _of_them(window: Sentence, split: int, part: Figure) -> bool:
    """As in "66 of which", "Of those, 1,160"."""
    tables = [window.phrases("parts", key) for key in ("of_them", "among")]
    behind = any(window.at(table, part.last + 1) for table in tables)
    opened = split > window.first and window.at(window.phrases("parts", "opening_next"), split)
    return behind or any(window.before(table, part.first) for table in tables) or bool(opened)


def _sized(part: Figure, whole: Figure, share: Figure) -> bool:
    told = share.value * (100 if share.kind == "fraction" else 1)
    return of_one_size(part.value / whole.value * 100, told)
