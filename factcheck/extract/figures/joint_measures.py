"""Two figures that print one measure: "7 feet 10 inches", "2 Stunden und 15 Minuten", "3 euros 50".

The joint figure counts the smaller unit, as 7 feet 10 inches are 94 inches. No fixed number of days
makes a year: "29 Jahre und 207 Tage alt" are an age and the days above it.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from factcheck.extract.figures.figure import Figure
from factcheck.extract.passages import Passage
from factcheck.model import Quantity
from factcheck.rounding import EXACT, WIDENING, interval_of

# How many of the smaller unit make one of the larger; only what people print together.
PARTS = {
    ("foot", "inch"): 12,
    ("stone", "pound-mass"): 14,
    ("pound-mass", "ounce"): 16,
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("hour", "second"): 3600,
    ("day", "minute"): 1440,
}
# These are joined only where nothing stands between them: "the 3 km and 500 m races" are two.
TIGHT = {("kilometre", "metre"): 1000, ("metre", "centimetre"): 100, ("kilogram", "gram"): 1000}
KINDS = frozenset({"measure", "duration", "money", "age"})
AGES = frozenset({"age", "duration"})


class _Head(NamedTuple):
    """The larger part of a joint measure: its first token, value, unit, hedge and kind."""

    first: int
    value: Decimal
    unit: str
    hedge: str | None
    kind: str


def join_measures(passage: Passage, figures: Sequence[Figure]) -> list[Figure]:
    """The figures in their order, parts of one measure made one figure."""
    found: list[Figure] = []
    for each in figures:
        figure = each
        if found:
            found[-1], figure = _aged(passage, found[-1], each)
        head = _head(passage, found[-1] if found else None, figure)
        joint = _joint(passage, head, figure) if head is not None else None
        if joint is None:
            found.append(figure)
        elif found and found[-1].first == joint.first:
            found[-1] = joint
        else:
            found.append(joint)
    return found


def _head(passage: Passage, left: Figure | None, right: Figure) -> _Head | None:
    """The figure before this one, or an article and its unit: "an hour and 45 minutes"."""
    if right.quantity.kind not in KINDS or right.quantity.hedge is not None:
        return None
    if left is not None and _adjacent(passage, left.last, right.first):
        quantity = left.quantity
        whole = quantity.value is not None and quantity.value == int(quantity.value)
        bound = quantity.hedge is not None and quantity.hedge not in WIDENING
        if bound and passage.tokens.words[left.last + 1] == ",":
            return None  # "over 3 hours, 20 minutes at best"
        opened = passage.lexicon.phrases("ranges", "between").before(passage.tokens, left.first)
        if opened or not whole or not quantity.unit:
            return None
        aged = AGES.issuperset((quantity.kind, right.quantity.kind)) and _is_unit(
            passage, left.last
        )
        if quantity.kind != right.quantity.kind and not aged:
            return None
        value = Decimal(str(quantity.value))
        return _Head(left.first, value, quantity.unit, quantity.hedge, quantity.kind)
    tokens, lexicon = passage.tokens, passage.lexicon
    article = right.first - 3
    if article < 0 or tokens.lowers[article] not in lexicon.data["numbers"]["articles"]["words"]:
        return None
    unit = lexicon.units.at(tokens, article + 1)
    if (
        unit is None
        or unit[0] != 1
        or tokens.lowers[article + 2] not in lexicon.data["ranges"]["and"]
    ):
        return None
    lasting = unit[1].kind == right.quantity.kind == "duration"
    return _Head(article, Decimal(1), unit[1].unit, None, "duration") if lasting else None


def _adjacent(passage: Passage, last: int, first: int) -> bool:
    """Nothing, a comma or "and" stands between the two, in one sentence."""
    between = passage.tokens.lowers[last + 1 : first]
    joins = {",", *passage.lexicon.data["ranges"]["and"]}
    return len(between) <= 1 and joins.issuperset(between)


def _joint(passage: Passage, head: _Head, right: Figure) -> Figure | None:
    quantity = right.quantity
    if not isinstance(quantity.value, Decimal) or quantity.unit is None:
        return None
    if quantity.kind == "money":
        if quantity.unit != head.unit or not quantity.value < 1:
            return None  # "20 dollars 43 cents"
        compared = passage.tokens.lower(right.last + 1) in passage.lexicon.words("elided", "more")
        if compared and passage.tokens.words[right.first - 1] == ",":
            return None  # "kostet 3 Euro, 20 Cent mehr als im Mai"
        ratio, step = 1, Decimal("0.01")
    else:
        tight = right.first - 1 >= 0 and _is_unit(passage, right.first - 1)
        pair = (head.unit, quantity.unit)
        ratio, step = PARTS.get(pair, TIGHT.get(pair, 0) if tight else 0), Decimal(1)
        if not ratio or not quantity.value < ratio or quantity.value < 0:
            return None
    value = EXACT.add(EXACT.multiply(head.value, Decimal(ratio)), quantity.value)
    whole = Quantity(
        passage.span(head.first, right.last),
        head.kind if quantity.kind == "duration" else quantity.kind,
        interval_of(value, step, head.hedge, signed=False),
        value,
        quantity.unit,
        head.hedge,
        None,
        step,
        quantity.reason,
    )
    return replace(right, first=head.first, quantity=whole)


def _aged(passage: Passage, left: Figure, right: Figure) -> tuple[Figure, Figure]:
    """The two with the kind that "29 Jahre und 207 Tage alt" gives them: an age, a duration."""
    units = (left.quantity.unit, right.quantity.unit)
    told = (left.quantity.kind, right.quantity.kind) == ("duration", "age")
    if not told or units != ("year", "day") or not _adjacent(passage, left.last, right.first):
        return left, right
    age = replace(left.quantity, kind="age")
    return replace(left, quantity=age), replace(
        right, quantity=replace(right.quantity, kind="duration")
    )


def _is_unit(passage: Passage, index: int) -> bool:
    return passage.lexicon.units.before(passage.tokens, index + 1) is not None
