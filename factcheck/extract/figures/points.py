"""Points beside a percentage are percentage points: "58 Prozent, vier Punkte mehr"."""

from collections.abc import Sequence
from dataclasses import replace

from factcheck.extract.figures.figure import Figure
from factcheck.extract.passages import Passage

MOST_POINTS = 60


def in_points(passage: Passage, figure: Figure, figures: Sequence[Figure]) -> Figure:
    """As in "58 Prozent, vier Punkte mehr": points beside a percentage are percentage points."""
    figure = _part_of_a_point(passage, figure)
    quantity = figure.quantity
    points = passage.lexicon.data["percent"]["bare_points"]
    if quantity.kind not in {"count", "fraction"} or (quantity.noun or "").lower() not in points:
        return figure
    if quantity.value is None or quantity.value > MOST_POINTS:
        return figure  # of an index
    sentence = passage.bounds(figure.first)
    shares = [
        other
        for other in figures
        if other.quantity.kind.startswith("percentage") and passage.bounds(other.first) == sentence
    ]
    if not any(_moves(passage, figure, share) for share in shares) and not (
        _named_behind(passage, figure, figures)
    ):
        return figure
    told_once = len(shares) == 1  # not "from 14% to 11%, or three points"
    if told_once and _says_again(passage, figure, shares[0]):
        return figure
    same = replace(quantity, kind="percentage_point", unit="percentage point", noun=None)
    return replace(figure, quantity=same)


def _named_behind(passage: Passage, points: Figure, figures: Sequence[Figure]) -> bool:
    """As in "from 41 per cent to 36. The 12-point drop", "Her lead, five points,"."""
    first, end = passage.bounds(points.first)
    told = [f for f in figures if passage.bounds(f.first)[1] == first]
    here = [f for f in figures if first <= f.first < end]
    inside = [f for f in here if f.quantity.kind in {"number", "count"}]
    if not any(f.quantity.kind == "percentage" for f in told) or len(inside) > 1:
        return False  # "The index fell 0.5%. The 42-point drop left it at 7,200"
    tokens, data = passage.tokens, passage.lexicon.data
    nouns = {*data["changes"]["nouns"], *data["differences"]["nouns"]}
    before = tokens.lower(points.first - 1)
    apposed = before in {",", *data["changes"]["of"]}
    named = tokens.lower(points.first - 2) if apposed else tokens.lower(points.last + 1)
    return named in nouns


def _part_of_a_point(passage: Passage, figure: Figure) -> Figure:
    """As in "half a point", "a quarter of a point", "um einen halben Punkt": with its noun."""
    quantity, tokens, data = figure.quantity, passage.tokens, passage.lexicon.data
    points = data["percent"]["bare_points"]
    if quantity.kind != "fraction" or (quantity.noun or points[0]).lower() not in points:
        return figure
    at = figure.last + 1
    at += tokens.lower(at) in data["grammar"]["of_words"]
    at += tokens.lower(at) in data["grammar"]["determiners"] or tokens.lower(at) == "-"
    if tokens.lower(at) not in points:
        return figure
    span = passage.span(figure.first, at)
    return replace(figure, last=at, quantity=replace(quantity, span=span, noun=tokens.lower(at)))


def _moves(passage: Passage, points: Figure, share: Figure) -> bool:
    """As in "45 Prozent, vier Punkte mehr", "fell 3 points to 41 percent": before, or reached.

    In "scored 42 points, hitting 61 percent" the points are no part of the percentage.
    """
    if share.first < points.first or share.quantity.kind == "percentage_point":
        return True
    ranges, changes = passage.lexicon.data["ranges"], passage.lexicon.data["changes"]
    before = passage.tokens.lower(share.first - 1)
    return before in {*ranges["to"], *ranges["change"], *ranges["from"], *changes["levels"]}


def _says_again(passage: Passage, points: Figure, share: Figure) -> bool:
    """As in "56.22 points, or 0.31 percent", "0.1 percent or ten points": an index moves."""
    left, right = sorted((points, share), key=lambda figure: figure.first)
    between = list(passage.tokens.lowers[left.last + 1 : right.first])
    return between[-1:] != [] and between[-1] in passage.lexicon.data["ranges"]["or"] and (
        between[:-1] in ([], [","])
    )  # fmt: skip
