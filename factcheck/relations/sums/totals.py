"""Totals behind what they add up to: "30 billion for A and 20 for B, a total of 50 billion", "sat
for 14 days in Leeds and 22 in Cardiff. In those 36 days", "Labour (17 seats) and the Greens (11)
together hold 28", "two teachers and three pupils were hurt. The five".

A figure that "in all", "together", "zusammen also" or "those" makes a total, or as many months or
rooms as there are items, and before it two figures of its unit or more, with none between them that
has another. Right behind a list in its own sentence the phrase is enough (`sure`); elsewhere an
item that is as large is no item, and neither is what has risen or fallen, and a sum that is far
from the total is one of something else. Steps of a time and the whole of it ("in the first
quarter", "in the second", "in the first half") are all of it as well. What items bring a total to
may hold what came earlier: it is only confirmed.
"""

from collections.abc import Container, Iterator, Sequence

from factcheck.model import Relation
from factcheck.record import record
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.figure_kinds import ASIDE, NUMBERS
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    BREAKS,
    DASHES,
    Figure,
    Roles,
    Sentence,
    alike,
    amount,
    clause_of,
)
from factcheck.relations.sums.groups import groups_of
from factcheck.relations.sums.kinds import (
    SUMS,
    TIMES,
    added,
    at_one_time,
    calls_all,
    come_near,
    countable,
    deeds,
    either,
    multiplied,
    of_one_kind,
    without_groups,
)
from factcheck.relations.sums.listing import ITEM_WORDS, OPENERS, is_no_item, listed
from factcheck.relations.windows import closing, says, worded

PAIR, SERIES, HEAD = 2, 3, 2
FEW = 20
NEAR = 2
WORDS = 7
ENDS = frozenset(',;.)]!?“"”«') | DASHES


@record
class Mark:
    """The tokens that make a figure a total, and how many items it has at least.

    `telling` closes a list by itself; `loose` may hold what came before the items.
    """

    first: int
    last: int
    fewest: int = PAIR
    telling: bool = False
    loose: bool = False


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The totals of a passage; `bound` are the ids of the claims that are worked out already."""
    kinds = SUMS | TIMES | {"percentage"}
    if sum(claim.kind in kinds for claim in scene.claims) <= PAIR:
        return
    done: set[int] = set()
    for window, split, total in closing(scene):
        known = id(total.claim) in bound or id(total.claim) in done
        relation = None if known or not total.quantity.value else _read(window, split, total)
        if relation is not None:
            done.add(id(total.claim))
            yield relation


def _read(window: Sentence, split: int, total: Figure) -> Relation | None:
    one = split == window.first
    if len(window.figures) <= PAIR or not (countable(window, total) or _share(total)):
        return None
    mark = _mark(window, split, total)
    groups = [] if mark is not None or _share(total) else groups_of(window, total)
    mark = mark or _brought(window, total)
    if not (mark or groups) or multiplied(window, total):
        return None
    end = min(mark.first, total.first) if mark is not None else total.first
    items = _fitting(without_groups(_items(window, end if one else split, total)), total)
    told = next((place for number, place in groups if number == len(items)), None)
    mark = Mark(*told) if told is not None else mark
    row = _list(window, total, mark) if one and mark is not None else ()
    if row and added(items) != total.value:
        return _relation(window, total, row, None)
    if mark is None or len(items) < mark.fewest or _of_then(window, split, total):
        return None
    between = range(items[-1].last + 1, min(mark.first, total.first))
    if _apposed(window, between) or _and_one(window, between) or either(window, items):
        return None
    fits = added(items) == total.value >= FEW
    if not at_one_time(total, items) or not of_one_size(added(items), total.value):
        return None
    loose = mark.loose or deeds(window, items) or not of_one_kind(window, items, total)
    behind = {window.word(at) for at in range(items[-1].last + 1, total.first)}
    thus = len(items) >= SERIES and not behind.isdisjoint(window.lexicon.data["changes"]["thus"])
    if loose and not (fits or thus):
        return None
    return _relation(window, total, items, None if row == items else mark, loose=loose)


def _fitting(items: Sequence[Figure], total: Figure) -> Sequence[Figure]:
    """Without what stands before the items: "from 11 parties, 84 men and 61 women, 145 in all"."""
    rest = (items[at:] for at in range(len(items) - PAIR + 1))
    return next((each for each in rest if added(each) == total.value), items)


def _relation(
    window: Sentence,
    total: Figure,
    items: Sequence[Figure],
    mark: Mark | None,
    *,
    loose: bool = False,
) -> Relation:
    members: Roles = {"total": total, "item": items}
    if mark is not None and (not loose or added(items) != total.value):
        near = not loose and come_near(added(items), total.value)
        span = window.scene.passage.span(mark.first, mark.last)
        near = near and calls_all(window, items, total)
        members = {**members, "drawn" if near else "alone": span}
    return window.relation("sum", members, sure=mark is None)


def _list(window: Sentence, total: Figure, mark: Mark) -> Sequence[Figure]:
    """The items of a list that the total closes, in apposition or behind brackets."""
    before = [f for f in window.figures if f.last < min(mark.first, total.first) and amount(f)]
    items = without_groups(listed(window, before, total) or ()) if len(before) >= PAIR else ()
    if not items or not mark.telling or is_no_item(window, items[0]):
        return ()
    start = items[-1].last + 1
    start += window.word(start) == ")" and window.word(items[-1].first - 1) == "("
    opener = min(mark.first, total.first) - 1
    apposed = window.word(opener) in OPENERS and opener - items[-1].last <= ITEM_WORDS
    end = max(total.last, mark.last) + 1
    end += window.at(window.phrases("sums", "behind"), end)
    apposed = apposed and window.word(end) in {"", *ENDS}
    bracketed = all(window.enclosed(item) for item in items) and total.first - start <= WORDS
    bracketed = bracketed and window.word(start - 1) == ")"
    if not (apposed or bracketed) or not worded(window, start, opener if apposed else total.first):
        return ()
    one = of_one_kind(window, items, total) and not deeds(window, items)
    return items if one else ()


def _and_one(window: Sentence, between: range) -> bool:
    """As in "31 passengers, five crew and a dog": an article counts the last."""
    data, joins = window.lexicon.data, window.lexicon.data["parts"]["joins"]
    articles = data["numbers"]["articles"]["words"]
    return any(window.word(n) in joins and window.word(n + 1) in articles for n in between)


def _of_then(window: Sentence, split: int, total: Figure) -> bool:
    """As in "In all 25 people have died since Monday": of a time that the items are not of."""
    begin = window.back(total.first, BREAKS)
    first = max(split, total.first) if split > window.first else begin
    end = window.end if split > window.first else total.first
    told = window.before(window.phrases("sums", "total"), total.first)
    return bool(told) and any(c.kind == "date" for c in window.scene.claims_in(first, end))


def _apposed(window: Sentence, between: range) -> bool:
    """As in "31 boats and 22 dogs came, and the drivers, 60 in all": of what joins them anew."""
    data = window.lexicon.data
    joins = {*";.!?", *data["speech"]["subordinators"], *data["speech"]["conjunctions"]}
    named = any(
        window.word(at) in joins and window.word(at + 1) in data["grammar"]["determiners"]
        for at in between
    )
    return named and window.word(between.stop - 1) == ","


def _mark(window: Sentence, split: int, total: Figure) -> Mark | None:
    """The tokens that make the figure a total."""
    data, begin = window.lexicon.data["sums"], total.first
    begin -= window.word(begin - 1) in data["reached"]
    length = window.before(window.phrases("sums", "total"), begin)
    if length:
        return Mark(begin - length, begin - 1, telling=True)
    behind = window.at(window.phrases("sums", "behind"), total.last + 1)
    between = window.at(window.phrases("sums", "between_them"), total.last + 1)
    if (behind and window.word(begin - 1) in BREAKS) or between:
        last = total.last + (behind or between)
        return Mark(total.last + 1, last, telling=bool(behind))
    beside = total.first - 1
    if window.word(beside) in data["all"] and window.word(beside - 1) in OPENERS:
        return Mark(beside, beside)
    opened = _announced(window, split, total) if split > window.first else 0
    if opened:
        return Mark(split, split + opened - 1)
    if split > window.first and total.first - split <= HEAD:
        the = window.word(beside) in window.lexicon.data["changes"]["definite"]
        all_of = total.kind == "number" and window.word(total.last + 1) not in data["of_those"]
        if window.word(beside) in data["those"] or (the and all_of):
            return Mark(beside, beside)
        if the and "-" in total.claim.span.text:
            return Mark(beside, beside, fewest=SERIES)
    return None


def _share(figure: Figure) -> bool:
    return figure.kind == "percentage" and amount(figure)


def _brought(window: Sentence, total: Figure) -> Mark | None:
    """As in "together hold 28", "bringing it to 2,050", or the whole of two steps."""
    before = [f for f in window.figures if f.first < total.first and f.kind != "duration"]
    figures = [f for f in before if countable(window, f) or _share(f)]
    if len(figures) < PAIR:
        return None
    clause = clause_of(window, total)
    if _steps(window, figures, clause):
        between = range(figures[-1].last + 1, total.first - 1)
        first = next((at + 1 for at in between if window.word(at) in OPENERS), between.start)
        return Mark(first, total.first - 1, telling=True)
    jointly = window.lexicon.words("sums", "jointly")
    near = range(total.first - NEAR, total.first)
    at = next((at for at in near if window.word(at) in jointly), None)
    if at is not None:
        return Mark(at, total.first - 1, telling=True, loose=True)
    brought = window.phrases("sums", "bringing")
    ends = window.figures[-1] is total or window.breaks(total.last + 1)
    told = (at for at in range(figures[-1].last + 1, clause.stop) if window.at(brought, at))
    at = next(told, None) if ends else None
    return Mark(at, at, loose=True) if at is not None else None


def _steps(window: Sentence, items: Sequence[Figure], clause: range) -> bool:
    """As in "in the first quarter", "in the second", and the total "in the first half"."""
    if len(items) != PAIR:
        return False
    if says(window, "changes", "past", clause):
        return False
    whole = {window.word(at) for at in clause}
    before = {window.word(at) for at in range(window.first, items[-1].last + 1)}
    first, last = ({*numbered} for numbered in window.lexicon.data["sums"]["step_ranks"])
    behind = {window.word(at) for at in range(items[0].last, clause.start)}
    ranked = not before.isdisjoint(first) and not behind.isdisjoint(last)
    steps = window.lexicon.data["sums"]["steps"]
    return ranked and any(before & {*lower} and whole & {*upper} for lower, upper in steps)


def _announced(window: Sentence, split: int, total: Figure) -> int:
    """As in "Insgesamt kamen 43.200 Euro zusammen": of the only figure of its sentence."""
    length = window.at(window.phrases("sums", "announced"), split)
    others = any(f.first >= split and f is not total for f in window.figures)
    before = [f for f in window.figures if f.first < split and f.kind not in ASIDE]
    others = others or not all(alike(figure, total) for figure in before)
    dated = any(c.kind == "date" for c in window.scene.claims_in(split, window.end))
    return length if length and not (others or dated) else 0


def _items(window: Sentence, end: int, total: Figure) -> list[Figure]:
    """The figures before the total, back to one that is of something else."""
    items: list[Figure] = []
    for figure in reversed(window.figures):
        if figure.first >= end or figure.first >= total.first or figure.kind in ASIDE:
            continue
        counts = {figure.kind, total.kind} <= NUMBERS | TIMES
        of_it = counts or alike(figure, total)
        if items and not counts:
            of_it = of_it and alike(figure, items[0])
        if not of_it and items and figure.kind == "number":
            return []  # "32, 76 und 71 Cent": it may be an item
        if figure.kind == "duration" and not (of_it or items):
            continue  # "in drei Jahren also"
        if not of_it or not countable(window, figure) or not figure.quantity.value:
            break
        if figure.quantity.value >= (total.quantity.value or 0):
            return []
        items.insert(0, figure)
    # "Sentenced to twelve years for fraud, eight for": behind it they are items all the same.
    opened = items[1:] if len(items) >= SERIES or (items and _made_of(window, items[0])) else items
    return [] if any(is_no_item(window, item) for item in opened) else items


def _made_of(window: Sentence, first: Figure) -> bool:
    """As in "a jury of seven women", not "12 of 40 women"."""
    of = window.word(first.first - 1) in window.lexicon.data["parts"]["taken"]
    return of and all(figure.last + 2 != first.first for figure in window.figures)
