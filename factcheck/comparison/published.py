"""A published figure beside a printed one: what its row allows, and how the row is told."""

from decimal import Decimal

from factcheck.claims import Article
from factcheck.comparison.judge import Printed, compare
from factcheck.interval import Interval, exact
from factcheck.model import Evidence, Quantity
from factcheck.reference.rows import Figure
from factcheck.rounding import interval_of, second_place, usual_reach

NEAR = frozenset({"about", "just under", "just over"})


def agrees(row: Figure, figure: Printed) -> bool:
    """Does the row allow what is printed?"""
    return compare(_allowed(row), Interval(row.low, row.high), figure).agrees


def is_range(row: Figure, quantity: Quantity) -> bool:
    """Are row and claim both ranges, as in "5.25 to 5.5 per cent"?"""
    return quantity.hedge == "range" and row.low != row.high


def same_range(row: Figure, quantity: Quantity) -> bool:
    """As in "5.25 to 5.5 per cent" for a row that is this range."""
    low, high = quantity.interval.low, quantity.interval.high
    if not is_range(row, quantity) or low is None or high is None:
        return False
    inside = quantity.interval.contains(row.low) and quantity.interval.contains(row.high)
    return inside and exact(high) - exact(low) < 2 * exact(row.high - row.low)


def _allowed(row: Figure) -> Interval:
    """What the row allows: its range, its hedge as far as one of its last place, its rounding."""
    value, place = row.low, second_place(row.low)
    if row.high != value:
        return Interval(value, row.high)
    if row.hedge in NEAR:
        low = value - place if row.hedge != "just over" else value
        return Interval(low, value + place if row.hedge != "just under" else value)
    step = Decimal(0) if value < 100 and value == value.to_integral_value() else place
    interval = interval_of(value, step, row.hedge or None, signed=value < 0)
    return usual_reach(value, row.hedge, interval) if row.hedge else interval


def figure_of(article: Article, row: Figure, *, own: bool = False) -> str:
    """The row's figure or range, in the report's language or the article's own."""
    wording = article.own_wording if own else article.wording
    low = wording.amount(row.low, row.unit, 6)
    return low if row.low == row.high else f"{low} - {wording.amount(row.high, row.unit, 6)}"


def evidence_of(article: Article, row: Figure) -> Evidence:
    """The row in words: its figure as the source hedged it, and since when."""
    wording = article.wording
    hedge = wording.hedge(row.hedge)
    text = wording.say(
        "figure_row", hedge=f"{hedge} " if hedge else "", figure=figure_of(article, row),
        what=row.definition or article.name_of(row.concept), day=wording.when(row.as_of.text),
    )  # fmt: skip
    return Evidence("table", text, row.source, row.url, row.as_of.text, row.row)
