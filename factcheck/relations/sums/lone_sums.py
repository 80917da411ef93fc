"""Totals told apart from what they add up: "sat for 14 days in Leeds and 22 in Cardiff. In those 36
days", "All 12 Labour members stand again, as do the eight Greens. In all 20 councillors", "Two
teachers and three pupils were hurt. The five".

A figure that "in all", "zusammen also" or "those" makes a total, or as many months or rooms as
there are items, in the sentence of its items or at the head of the next one, and before it two
figures of its unit or more, with none between them that has another. An item that is as large is
no item, and neither is what has risen or fallen. A sum that is far from the total is one of
something else.
"""

from collections.abc import Container, Iterator

from factcheck.model import Claim, Relation, Span
from factcheck.relations.figure_kinds import ASIDE, NUMBERS
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import BREAKS, Figure, Sentence, alike
from factcheck.relations.sums.groups import groups_of
from factcheck.relations.sums.kinds import (
    SUMS,
    TIMES,
    added,
    at_one_time,
    come_near,
    countable,
    deeds,
    either,
    multiplied,
    of_one_kind,
    value_of,
    without_groups,
)
from factcheck.relations.sums.sums import OPENERS, is_no_item
from factcheck.relations.windows import closing

PAIR = 2
SERIES = 3
HEAD = 2


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The totals of a passage; `bound` are the ids of the claims that are worked out already."""
    if sum(claim.kind in SUMS | TIMES for claim in scene.claims) <= PAIR:
        return
    done: set[int] = set()
    for window, split, total in closing(scene):
        known = id(total.claim) in bound or id(total.claim) in done
        if known or not countable(window, total) or not total.quantity.value:
            continue
        fewest, mark = _mark(window, split, total)
        groups = () if mark else groups_of(window, total)
        if not (mark or groups) or _of_then(window, split, total) or multiplied(window, total):
            continue
        items = without_groups(
            _items(window, split if split > window.first else total.first, total)
        )
        mark = mark or next((place for number, place in groups if number == len(items)), None)
        if not items or not mark:
            continue
        between = range(items[-1].last + 1, min(mark[0], total.first))
        if _apposed(window, between) or _and_one(window, between):
            continue
        fits = len(items) >= fewest and not either(window, items) and not deeds(window, items)
        fits = fits and at_one_time(total, items)
        if fits and of_one_kind(window, items, total) and come_near(added(items), value_of(total)):
            done.add(id(total.claim))
            span = scene.passage.span(*mark)
            members: list[tuple[str, Claim | Span]] = [("total", total.claim)]
            members += [("item", item.claim) for item in items]
            yield window.relation("sum", [*members, ("drawn", span)], sure=False)


def _and_one(window: Sentence, between: range) -> bool:
    """As in "31 passengers, five crew and a dog": an article counts the last."""
    data, joins = window.lexicon.data, window.lexicon.data["parts"]["joins"]
    articles = data["numbers"]["articles"]["words"]
    return any(window.word(n) in joins and window.word(n + 1) in articles for n in between)


def _of_then(window: Sentence, split: int, total: Figure) -> bool:
    """As in "In all 25 people have died since Monday": of a time that the items are not of."""
    begin = total.first
    while begin > window.first and window.word(begin - 1) not in BREAKS:
        begin -= 1
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


def _mark(window: Sentence, split: int, total: Figure) -> tuple[int, tuple[int, int] | None]:
    """How many items there must be, and the tokens that make the figure their total."""
    data, begin = window.lexicon.data["sums"], total.first
    begin -= window.word(begin - 1) in data["reached"]
    length = window.before(window.phrases("sums", "total"), begin)
    if length:
        return PAIR, (begin - length, begin - 1)
    behind = window.at(window.phrases("sums", "behind"), total.last + 1)
    between = window.at(window.phrases("sums", "between_them"), total.last + 1)
    if (behind and window.word(begin - 1) in BREAKS) or between:
        return PAIR, (total.last + 1, total.last + (behind or between))
    beside = (total.first - 1, total.first - 1)
    if window.word(total.first - 1) in data["all"] and window.word(total.first - 2) in OPENERS:
        return PAIR, beside
    opened = _announced(window, split, total) if split > window.first else 0
    if opened:
        return PAIR, (split, split + opened - 1)
    if split == window.first or total.first - split > HEAD:
        return 0, None
    if window.word(total.first - 1) in data["those"]:
        return PAIR, beside
    the = window.word(total.first - 1) in window.lexicon.data["changes"]["definite"]
    if the and total.kind == "number" and window.word(total.last + 1) not in data["of_those"]:
        return PAIR, beside
    return (SERIES, beside) if the and "-" in total.claim.span.text else (0, None)


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
