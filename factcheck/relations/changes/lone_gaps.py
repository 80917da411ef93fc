"""A lead over the other, and two figures that are all a statement counts besides.

"Leeds, on 61 points, are nine ahead of Hull, on 54", "Ray got 14,312 votes and Hill 14,100. Ray's
majority is 212": one figure stands before "ahead", "behind" or behind a noun such as "lead"; the
other two are of one unit, and nothing else is counted. In two sentences only the lack of others
binds them. Where something rises or falls, the lead may be one of another time.
"""

from collections.abc import Container, Iterator, Sequence

from factcheck.model import Relation
from factcheck.relations.changes.old_levels import of_one_size, told_end
from factcheck.relations.changes.turns import drawn
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import BREAKS, Figure, Roles, Sentence, alike, clause_of, cues
from factcheck.relations.windows import counted, windows
from factcheck.rounding import BOUNDS

PAIR = 2
REACH = 4
JOINED = 8
SIGNS = BREAKS - frozenset("'’-–")
BARE = frozenset({"percentage", "count", "number", "money"})
LEADS = frozenset({"percentage_point", "count", "number", "money"})


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The leads of a passage that nothing else is told of."""
    known = cues(scene.passage.lexicon, "differences", "nouns", "apart", "over_other")
    if len(scene.claims) <= PAIR or known.isdisjoint(scene.passage.tokens.lowers):
        return
    for window, split in windows(scene):
        figures = [figure for figure in counted(window) if figure.kind != "duration"]
        gaps = [figure for figure in figures if _marked(window, figure)]
        if len(figures) > PAIR + 1 and split == window.first:
            figures = _near_one(window, figures, gaps)
            gaps = [gap for gap in gaps if gap in figures]
        if len(figures) != PAIR + 1 or len(gaps) != 1 or id(gaps[0].claim) in bound:
            continue
        sides = [figure for figure in figures if figure is not gaps[0]]
        one = _of_one_statement(window, sides) and _two_sides(window, gaps[0], sides)
        if one and _lead_of(window, gaps[0], sides):
            yield _difference(window, split, gaps[0], sides)


def _near_one(window: Sentence, figures: Sequence[Figure], gaps: Sequence[Figure]) -> list[Figure]:
    """As in "on 34 per cent, four points clear of Hull on 30 and": one lead and its neighbours."""
    near = [gap for gap in gaps if _over(window, gap)]
    at = figures.index(near[0]) if len(near) == 1 else 0
    inside = 0 < at < len(figures) - 1
    if not inside or near[0].first - figures[at - 1].last > JOINED or not _share(figures[at - 1]):
        return []
    return [*figures[at - 1 : at + PAIR]]


def _difference(window: Sentence, split: int, gap: Figure, sides: Sequence[Figure]) -> Relation:
    loose = (split > window.first or _named(window, gap)) and not drawn(window, gap)
    members: Roles = {"side": sides, "gap": gap}
    return window.relation("difference", members, sure=False, alone=gap if loose else None)


def _marked(window: Sentence, figure: Figure) -> bool:
    """As in "nine ahead of Hull", "18 points ahead", "Ray's majority is 312"."""
    if figure.kind not in LEADS or figure.quantity.value is None:
        return False
    return _over(window, figure) or _apart(window, figure) or _named(window, figure)


def _over(window: Sentence, gap: Figure) -> bool:
    """As in "nine ahead of Hull"."""
    return bool(window.at(window.phrases("differences", "over_other"), gap.last + 1))


def _apart(window: Sentence, gap: Figure) -> bool:
    """As in "he is 18 points ahead."."""
    length = window.at(window.phrases("differences", "apart"), gap.last + 1)
    return bool(length) and window.breaks(gap.last + 1 + length)


def _named(window: Sentence, gap: Figure) -> bool:
    """As in "Ray's lead is 312"; a majority of seats is one over all others."""
    data, at = window.lexicon.data, gap.first
    small = {*data["changes"]["fillers"], *data["differences"]["is"], *data["changes"]["of"], ","}
    while gap.first - at < REACH and window.word(at - 1) in small:
        at -= 1
    nouns = window.phrases("differences", "nouns")
    if drawn(window, gap):  # "Der Vorsprung der anderen beträgt damit neun Sitze"
        clause = range(clause_of(window, gap).start, gap.first)
        return window.breaks(gap.last + 1) and any(window.at(nouns, n) for n in clause)
    named = window.before(nouns, at)
    seats = any(figure.quantity.head in data["votes"]["members"] for figure in window.figures)
    return at < gap.first and bool(named) and window.breaks(gap.last + 1) and not seats


def _of_one_statement(window: Sentence, sides: Sequence[Figure]) -> bool:
    """Two figures of one unit and time, neither a part of the other, and nothing that changes."""
    if not all(side.claim.kind in BARE and side.quantity.value is not None for side in sides):
        return False
    bounded = any(side.quantity.hedge in BOUNDS for side in sides)
    of = window.before(window.phrases("parts", "of"), sides[1].first)
    times = [told_end(window, side) for side in sides]
    one_time = None in times or times[0] == times[1]
    changed = cues(window.lexicon, "changes", "up", "down", "either", "multiplied")
    return (
        alike(*sides) and not bounded and not of and one_time and window.words.isdisjoint(changed)
    )


def _two_sides(window: Sentence, gap: Figure, sides: Sequence[Figure]) -> bool:
    """Both before the lead and joined, "53% to 45%", or the other behind "ahead of Hull, on"."""
    first, second = sides
    if second.last < gap.first and drawn(window, gap):
        clause = range(clause_of(window, gap).start, gap.first)
        placed = window.lexicon.data["parts"]["before_whole"]  # "Damit liegt sie in der Stadt"
        return all(window.word(at) not in placed for at in clause)
    if not first.last < gap.first < second.first and not _over(window, gap):
        between = range(first.last + 1, second.first)
        return len(between) <= JOINED and all(window.word(at) not in SIGNS for at in between)
    behind = range(gap.last + 1, second.first)
    joins = {*window.lexicon.data["parts"]["joins"], *SIGNS - {",", "("}}
    other = second.kind == "count" and first.kind == "number"  # "on 19, seven ahead, ten games"
    beside = len(behind) <= JOINED and all(window.word(at) not in joins for at in behind)
    return first.last < gap.first < second.first and _over(window, gap) and beside and not other


def _share(side: Figure) -> bool:
    return side.claim.kind == "percentage"


def _lead_of(window: Sentence, gap: Figure, sides: Sequence[Figure]) -> bool:
    """Is the lead of the unit of both sides, and of the size that they make?"""
    shares = [_share(side) for side in sides]
    points = (gap.quantity.noun or "").lower() in window.lexicon.data["differences"]["points"]
    if any(shares):
        bare = all(side.claim.kind in {"percentage", "number"} for side in sides)
        like = bare and (gap.kind in {"percentage_point", "number"} or points)
    else:
        members = window.lexicon.data["votes"]["members"]
        seats = all(f.quantity.head in {*members, ""} for f in (*sides, gap))
        like = gap.kind == "number" or seats or all(alike(side, gap) for side in sides)
    more, less, told = (figure.value for figure in (*sides, gap))
    return like and of_one_size(abs(more - less), told)
