"""The unit that the head of a list or a table gives to the bare figures below it.

"Kennzahlen (in Mio. Euro)" stands over "Umsatz: 298,4"; a row may name its own, as in
"Net debt (£m) | 23.4". A row of another unit prints it, or it is told by what the article has: the
staff of a list in millions are no millions of euros.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.interval import Number, exact
from factcheck.model import Claim, Quantity
from factcheck.relations.scene import Scene

# Blocks that may be rows, and how many tokens a head has at most.
ROWS = frozenset({"list_item", "table", "subheading", "caption"})
LONGEST_HEAD = 24
# How far into brackets a number stands, and how long an amount before them is.
INTO, FARTHEST = 4, 5
OPENING, CLOSING, COMMAS = "(", ")", frozenset(",;|")


@dataclass(frozen=True, slots=True)
class Measure:
    """What a bare figure is of: its kind and unit, and what one of it stands for."""

    kind: str
    unit: str
    factor: Decimal

    def of(self, quantity: Quantity) -> Quantity:
        """The figure with its unit; one that prints something of its own stays what it is."""
        if quantity.kind != "number" or quantity.value is None or quantity.unit is not None:
            return quantity
        factor = self.factor
        return replace(
            quantity,
            kind=self.kind,
            unit=self.unit,
            value=_times(quantity.value, factor),
            interval=quantity.interval.scaled(exact(factor)),
            step=_times(quantity.step, factor),
        )


def _times(number: Number, factor: Decimal) -> Number:
    return number * factor if isinstance(number, Decimal) else number * exact(factor)


def measures_of(scenes: Sequence[Scene]) -> Iterator[Mapping[int, Measure]]:
    """For each block what its bare figures are of, by where they stand, if they are in a row and
    that is told."""
    over: Measure | None = None
    for scene in scenes:
        rows = scene.passage.block.kind in ROWS
        found: dict[int, Measure] = {}
        for first, end in _printed_lines(scene):
            row = rows or _cell(scene, first, end) < end
            own = _told(scene, first, end) if end - first <= LONGEST_HEAD else None
            bare = [each for each in scene.claims_in(first, end) if each.kind == "number"]
            heads = any(each.kind == "date" for each in scene.claims_in(first, end))
            if (not bare or heads) and (own is not None or not row):
                over = own
            measure = own or over
            if row and measure is not None:
                found.update((each.span.start, measure) for each in bare)
            elif bare:
                found.update(_behind_amounts(scene, bare))
        yield found


def _behind_amounts(scene: Scene, bare: Sequence[Claim]) -> Iterator[tuple[int, Measure]]:
    """The numbers in brackets right behind an amount in millions or the like, which are as many of
    its unit: "SEK 1,130 million (742)"."""
    tokens, lexicon = scene.passage.tokens, scene.passage.lexicon
    for each in bare:
        at = scene.first_token(each)
        opened = next(
            (to for to in range(at - 1, max(0, at - INTO), -1) if tokens.words[to] == OPENING), 0
        )
        if not opened or tokens.lower(at + 1) != CLOSING:
            continue
        before = scene.claims_in(max(0, opened - FARTHEST), opened)
        unit = before[-1].quantity.unit if before and before[-1].quantity else None
        if unit is None or before[-1].kind != "money" or scene.last_token(before[-1]) != opened - 1:
            continue
        sign = lexicon.units.before(tokens, opened)
        scale = lexicon.scales.before(tokens, opened - (sign[0] if sign else 0))
        if scale is not None:
            yield each.span.start, Measure("money", unit, scale[1])


def _printed_lines(scene: Scene) -> Iterator[tuple[int, int]]:
    """The first token of each printed line of a block, and one past its last."""
    passage = scene.passage
    tokens, text, first = passage.tokens, passage.document.text, 0
    for at in range(1, len(tokens)):
        if "\n" in text[tokens.ends[at - 1] : tokens.starts[at]]:
            yield first, at
            first = at
    yield first, len(tokens)


def _told(scene: Scene, first: int, end: int) -> Measure | None:
    """What the brackets of a line say of a unit, or its last words: "Umsatz in Mio. Euro"."""
    words = scene.passage.tokens.words
    for opened, closed in _in_brackets(words, first, end):
        found = _measure(scene, opened, closed)
        if found is not None:
            return found
    found = _measure(scene, first, _cell(scene, first, end))
    return found if found and (found.factor != 1 or found.kind == "percentage") else None


def _cell(scene: Scene, first: int, end: int) -> int:
    """One past the last token of the first column, where columns stand apart."""
    tokens = scene.passage.tokens
    wide = (at for at in range(first + 1, end) if tokens.starts[at] - tokens.ends[at - 1] > 1)
    return next(wide, end)


def _in_brackets(words: Sequence[str], first: int, end: int) -> Iterator[tuple[int, int]]:
    """The tokens in brackets, from comma to comma."""
    opened = None
    for at in range(first, end):
        if words[at] == OPENING:
            opened = at + 1
        elif opened is not None and (words[at] == CLOSING or words[at] in COMMAS):
            yield opened, at
            opened = at + 1 if words[at] in COMMAS else None


def _measure(scene: Scene, first: int, end: int) -> Measure | None:
    """The unit in which words without a figure end, and the scale word beside it: "in Mio. Euro",
    "£m", "per cent"."""
    tokens, lexicon = scene.passage.tokens, scene.passage.lexicon
    while end > first and not (
        tokens.words[end - 1].isalpha() or lexicon.units.before(tokens, end)
    ):
        end -= 1
    if first >= end or scene.claims_in(first, end):
        return None
    scale = lexicon.scales.before(tokens, end)
    sign = lexicon.units.before(tokens, end - scale[0]) if scale else None
    if scale is not None and sign is not None and sign[1].kind == "money":
        return Measure("money", sign[1].unit, scale[1] * sign[1].factor)
    name = lexicon.units.before(tokens, end)
    if name is None:
        return None
    scale = lexicon.scales.before(tokens, end - name[0])
    factor = name[1].factor * (scale[1] if scale is not None else 1)
    return Measure(name[1].kind, name[1].unit, factor)
