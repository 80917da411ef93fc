"""Two figures of which the second stands in brackets, and what is printed once for both."""

from collections.abc import Sequence
from decimal import Decimal

from factcheck.extract.figures.numeral import Numeral
from factcheck.extract.figures.surroundings import Unit
from factcheck.extract.times.years import is_year
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.tokens import Tokens

LABEL = 9  # tokens from one figure to the end of a bracket behind it
LABEL_MARKS = frozenset(":+-−–")


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
