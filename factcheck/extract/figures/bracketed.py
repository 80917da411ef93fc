"""What a bare number alone in brackets tells: "mit 57,9 Prozent vor Hamburg (54,9)".

Brackets that hold nothing but a number say again, of another time or name, what the figure before
them says. The unit is that of the last bracket, of the amount with a scale word, or of the last
figure that is printed to as many decimal places. In "8,5 (7,3) Prozent" the unit stands behind.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.extract.figures.figure import Figure
from factcheck.extract.figures.numeral import Numeral
from factcheck.extract.figures.surroundings import Unit
from factcheck.extract.passages import Passage
from factcheck.extract.times.years import is_year
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.tokens import Tokens

POINTS_REACH = 8  # "21 Prozent der Befragten für sie (-1)"
WHOLE = 100  # per cent
OPENED = 5  # tokens from the bracket to the number: "(2014/15: 673)"
LABEL = 9  # tokens from one figure to the end of a bracket behind it
LABEL_MARKS = frozenset(":+-−–")
MEASURED = frozenset({"money", "percentage", "percentage_point", "measure", "duration"})


def said_again(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """The figure whose unit the bare number in brackets at an index has; None for none."""
    figure = figures[index]
    if is_signed(passage, figure):
        return None
    sentence = passage.bounds(figure.first)
    before = [
        other
        for other in figures[:index]
        if other.quantity.kind in MEASURED and passage.bounds(other.first) == sentence
    ]
    if not before:
        return None
    last, places = before[-1], places_of(passage, figure)
    if last.quantity.hedge is not None and last.last + 2 == figure.first:
        return last  # "fast zehn Prozentpunkte (9,80)"
    if is_scaled(passage, figure):
        return last if last.quantity.kind == "money" else None
    listed = last is figures[index - 1] and places_of(passage, last) == places
    if listed and alone_in_brackets(passage, last):
        return last
    alike = (other for other in reversed(before) if places and places_of(passage, other) == places)
    return next(alike, None)


def points_again(passage: Passage, left: Figure, right: Figure) -> Figure:
    """As in "9,9 Prozent (-3,3)": a signed number behind a percentage is a change in points."""
    between = passage.tokens.words[left.last + 1 : right.first]
    behind = len(between) <= POINTS_REACH and not {",", ";", "."}.intersection(between)
    share = (right.quantity.value or 0) <= WHOLE  # not "8,9 Prozent (+123'000)"
    told = left.quantity.kind == "percentage" and share and behind
    if not told or not is_signed(passage, right):
        return right
    same = replace(right.quantity, kind="percentage_point", unit="percentage point", noun=None)
    return replace(right, quantity=same)


def alone_in_brackets(passage: Passage, figure: Figure) -> bool:
    """Does nothing but a label or year stand beside it: "(54,9)", "(Vorjahr: 2,37 Mrd.)"?"""
    words = passage.tokens.words
    behind = words[figure.last + 1 : figure.last + 3]
    if ")" not in behind or (behind[0] != ")" and behind[0] != "."):
        return False
    opening = words[max(0, figure.first - OPENED) : figure.first]
    if "(" not in opening:
        return False
    inside = opening[opening.index("(") + 1 :]
    if len(inside) > 2 and inside[1] == "/" and is_year(inside[0]):
        inside = inside[3:]
    return not any(word[0].isdecimal() and not is_year(word) for word in inside)


def is_signed(passage: Passage, figure: Figure) -> bool:
    """Does a plus or minus stand before it?"""
    value = figure.quantity.value
    plus = passage.tokens.lower(figure.first - 1) in passage.lexicon.data["changes"]["direct"]
    return plus or (value is not None and value < 0)


def is_scaled(passage: Passage, figure: Figure) -> bool:
    """Does it end with a scale word: "2,37 Mrd."?"""
    at = figure.last if passage.tokens.words[figure.last] != "." else figure.last - 1
    return passage.lexicon.scales.at(passage.tokens, at) is not None


def places_of(passage: Passage, figure: Figure) -> int:
    """How many digits stand behind the decimal mark of what is printed."""
    words = passage.tokens.words[figure.first : figure.last + 1]
    printed = next((word for word in words if word[0].isdecimal()), "")
    whole, mark, part = printed.rpartition(passage.mark)
    return len(part) if mark and whole else 0


def past_brackets(tokens: Tokens, numeral: Numeral, shares: Lexicon | None = None) -> int | None:
    """As in "8,5 (7,3) Prozent", "4,60 (im Vorjahr 4,63) Prozent": where both figures' unit stands.

    With `shares` the brackets may hold a percentage: "473 (64.35%) patients".
    """
    at = numeral.last + 1
    sign = tokens.lower(at)
    if sign == "(":
        close = next((i for i in range(at + 2, at + LABEL) if tokens.lower(i) == ")"), None)
        if close is None:
            return None
        inside = tokens.words[at + 1 : close]
        told = at + 2 if inside[0][0].isdecimal() else at + 3  # "168 (-1,3 Prozent)"
        percent = shares.units.at(tokens, told) if shares is not None else None
        if percent is not None and percent[1].kind == "percentage":
            return close + 1 if close == told + percent[0] else None
        return close + 1 if inside[-1][0].isdecimal() and _is_label(inside[:-1]) else None
    if sign != ")":
        return None
    begin, floor = numeral.first - 1, max(0, numeral.first - LABEL)
    while begin > floor and _is_label(tokens.words[begin : begin + 1]):
        begin -= 1  # "(Vorjahr 53,6)"
    pair = begin > 0 and tokens.words[begin] == "(" and tokens.words[begin - 1][0].isdecimal()
    return at + 1 if pair else None


def _is_label(words: Sequence[str]) -> bool:
    """As in "im Vorjahr noch", "2024:", "+": what stands before the second figure of a pair."""
    return all(word.isalpha() or word in LABEL_MARKS or is_year(word) for word in words)


def scale_past_brackets(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Decimal | None:
    """As in "54,5 (Vorjahr 53,6) Millionen Euro": the scale word that both figures share."""
    at = past_brackets(tokens, numeral)
    hit = lexicon.scales.at(tokens, at) if at is not None else None
    return hit[1] if hit is not None and len(tokens.words[at or 0]) > 1 else None


def behind_brackets(
    tokens: Tokens, numeral: Numeral, lexicon: Lexicon, *, shares: bool = False
) -> int | None:
    """The token behind two figures of which one stands in brackets, and behind their scale word."""
    at = past_brackets(tokens, numeral, shares=lexicon if shares else None)
    hit = lexicon.scales.at(tokens, at) if at is not None and numeral.scale != 1 else None
    return at + hit[0] if at is not None and hit is not None else at


def unit_past_brackets(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Unit | None:
    """The unit behind two figures of which the second stands in brackets."""
    at = behind_brackets(tokens, numeral, lexicon)
    hit = lexicon.units.at(tokens, at) if at is not None else None
    return Unit(numeral.last, hit[1], hit[1].kind) if hit is not None else None
