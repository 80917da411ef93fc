"""What a bare number alone in brackets tells: "mit 57,9 Prozent vor Hamburg (54,9)".

Brackets that hold nothing but a number say again, of another time or name, what the figure before
them says. The unit is that of the last bracket, of the amount with a scale word, or of the last
figure that is printed to as many decimal places.
"""

from dataclasses import replace

from factcheck.extract.figures.figure import Figure
from factcheck.extract.passages import Passage

OPENED = 3  # tokens from the bracket to the number: "(Vorjahr: 2,37 Mrd.)"
MEASURED = frozenset({"money", "percentage", "measure", "duration"})


def said_again(passage: Passage, figures: list[Figure], index: int) -> Figure | None:
    """The figure before it whose unit a bare number in brackets has; None for none."""
    figure = figures[index]
    if figure.quantity.kind != "number" or not alone_in_brackets(passage, figure):
        return None
    before = [
        other
        for other in figures[:index]
        if other.quantity.kind in MEASURED
        and passage.bounds(other.first) == passage.bounds(figure.first)
    ]
    if not before or signed(passage, figure):
        return None
    last = before[-1]
    if last is figures[index - 1] and alone_in_brackets(passage, last):
        return last
    places = places_of(passage, figure)
    if passage.lexicon.scales.at(passage.tokens, figure.last) or _dotted_scale(passage, figure):
        return last if last.quantity.kind == "money" else None
    alike = (other for other in reversed(before) if places and places_of(passage, other) == places)
    return next(alike, None)


def points_again(passage: Passage, figures: list[Figure], index: int) -> Figure:
    """As in "9,9 Prozent (-3,3)": a signed number behind a percentage is a change in points."""
    figure, before = figures[index], figures[index - 1]
    quantity = figure.quantity
    behind = before.last + 2 in {figure.first, figure.first - 1}
    if (
        quantity.kind != "number"
        or before.quantity.kind != "percentage"
        or not behind
        or not alone_in_brackets(passage, figure)
        or not signed(passage, figure)
    ):
        return figure
    same = replace(quantity, kind="percentage_point", unit="percentage point", noun=None)
    return replace(figure, quantity=same)


def alone_in_brackets(passage: Passage, figure: Figure) -> bool:
    """Does nothing but a label stand beside the number: "(54,9)", "(Vorjahr: 2,37 Mrd.)"?"""
    words = passage.tokens.words
    behind = words[figure.last + 1 : figure.last + 3]
    if ")" not in behind or (behind[0] != ")" and behind[0] != "."):
        return False
    opening = words[max(0, figure.first - OPENED) : figure.first]
    if "(" not in opening:
        return False
    inside = opening[opening.index("(") + 1 :]
    return not any(word[0].isdecimal() for word in inside)


def signed(passage: Passage, figure: Figure) -> bool:
    """Does a plus or minus stand before it?"""
    value = figure.quantity.value
    plus = passage.tokens.lower(figure.first - 1) == "+"
    return plus or (value is not None and value < 0)


def _dotted_scale(passage: Passage, figure: Figure) -> bool:
    at = figure.last if passage.tokens.words[figure.last] != "." else figure.last - 1
    return passage.lexicon.scales.at(passage.tokens, at) is not None


def places_of(passage: Passage, figure: Figure) -> int:
    """How many digits stand behind the decimal mark of what is printed."""
    words = passage.tokens.words[figure.first : figure.last + 1]
    printed = next((word for word in words if word[0].isdecimal()), "")
    whole, mark, part = printed.rpartition(passage.mark)
    return len(part) if mark and whole else 0
