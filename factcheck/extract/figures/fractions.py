"""Fractions in words: "zwei Drittel", "a quarter", "half a million", "three and a half"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from factcheck.extract.figures.number_words import ordinal_value, word_value
from factcheck.extract.figures.numeral import Numeral
from factcheck.interval import Number
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.tokens import Tokens

# Denominators of what is added to a whole number: prices and yields are quoted so.
BINARY = frozenset({"2", "4", "8", "16", "32"})


def fraction_at(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """As in "zwei Drittel", "a quarter", "half a million", "eine halbe Stunde"."""
    numbers = lexicon.data["fractions"]
    at = index
    count = Decimal(1)
    if tokens.lowers[at] not in numbers["halves"] and tokens.lowers[at] not in numbers["parts"]:
        word = word_value(tokens.lowers[at], lexicon)
        counted = word is not None and word == int(word)
        if not counted and tokens.lowers[at] not in lexicon.data["numbers"]["articles"]["words"]:
            return None
        count = word if word is not None and counted else Decimal(1)
        at += 1
        at += tokens.lower(at) in lexicon.article_hedges  # "gutes Drittel"
        if tokens.lower(at) == "-":
            at += 1
    part, of_a_point = tokens.lower(at), _of_a_point(tokens, at, lexicon)
    if part in numbers["halves"] and count == 1:
        if _named_half(tokens, index, lexicon) and not of_a_point:
            return None
        last = _skip(tokens, at, numbers["after_half"])
        if tokens.lower(at + 1) == "-" and tokens.lower(at + 3) == "-" and last == at:
            last = at + 3 if tokens.lower(at + 2) in numbers["after_half"] else at
        following = lexicon.scales.at(tokens, last + 1) or lexicon.units.at(tokens, last + 1)
        kind = "" if following else "fraction"
        return Numeral(
            index, last if following else at, Decimal("0.5"), digits=False, rough=True, kind=kind
        )
    denominator = numbers["parts"].get(part)
    if denominator is None:
        return None
    alone = at == index and part in numbers["never_alone"]
    if alone and not of_a_point and tokens.lower(index - 1) not in numbers["rest"]:
        return None
    timed = part in lexicon.data["times"]["plurals"] and tokens.lower(index - 1) in numbers["timed"]
    if count >= denominator or timed:
        return None  # "five quarters", "the last two quarters" are quarters of a year
    if at > index and tokens.lower(at + 1) == "-" and tokens.glued(at + 1) and not of_a_point:
        return None  # "one third-party appeal", "two quarter-finals"
    if word_value(tokens.lowers[index], lexicon) is None and _is_rank(tokens, at, lexicon):
        return None
    last = _skip(tokens, at, numbers["after_part"])
    following = lexicon.scales.at(tokens, last + 1) or lexicon.units.at(tokens, last + 1)
    scaled = last > at and following is not None
    value = Fraction(int(count), int(denominator))
    return Numeral(
        index,
        last if scaled else at,
        value,
        digits=False,
        rough=True,
        kind="" if scaled else "fraction",
    )


def mixed_fraction(tokens: Tokens, index: int) -> tuple[int, Decimal] | None:
    """As in "2-1/2 years", "5 3/8 percent": the last token of what is added, and its value."""
    at = index + 2 if tokens.lower(index + 1) == "-" else index + 1
    parts = tokens.words[at : at + 3]
    if len(parts) < 3 or parts[1] != "/":
        return None
    if not tokens.words[index].isdecimal() and at == index + 1:
        return None
    if parts[2] not in BINARY or not parts[0].isdecimal() or not 0 < int(parts[0]) < int(parts[2]):
        return None
    tight = tokens.glued(at + 1) and tokens.glued(at + 2) and tokens.glued(at) == (at > index + 1)
    tight = tight and (at == index + 1 or tokens.glued(index + 1))
    return (at + 2, Decimal(parts[0]) / Decimal(parts[2])) if tight else None


def _of_a_point(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """As in "a quarter-point cut", "its third half-point rise"."""
    joined = tokens.lower(at + 1) == "-" and tokens.glued(at + 1)
    behind = lexicon.units.at(tokens, at + 2)
    points = behind is not None and behind[1].kind == "percentage_point"
    return joined and (points or tokens.lower(at + 2) in lexicon.data["percent"]["bare_points"])


def _named_half(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """As in "the second half", "half time": a part of a match or a year, not a share."""
    before = tokens.lower(index - 1)
    if before == "-" and tokens.glued(index):
        before = tokens.lower(index - 2)  # "first-half profit"
    definite = before in lexicon.data["fractions"]["not_after"]
    definite = definite or _numbered(tokens, index, lexicon)
    after = tokens.lower(index + (2 if tokens.lower(index + 1) == "-" else 1))
    if after in lexicon.data["fractions"]["after_half"]:
        return False  # "in the first half an hour"
    unit = lexicon.units.at(tokens, index + 2) if tokens.lower(index + 1) == "-" else None
    if unit is not None and unit[1].unit != "year":
        return False  # "inside the first half-hour"
    if definite or after in lexicon.data["fractions"]["not_before"]:
        return True
    return bool(before) and ordinal_value(before, lexicon) is not None


def _numbered(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """As in "in Hälfte eins"."""
    after = tokens.lower(index + 1)
    labelled = tokens.lowers[index] in lexicon.data["labels"]["before_bare"]
    return labelled and (after.isdecimal() or word_value(after, lexicon) is not None)


def _is_rank(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """As in "a sixth straight session": an ordinal before its noun, not "a sixth fewer"."""
    following, then, data = tokens.lower(at + 1), tokens.lower(at + 2), lexicon.data["changes"]
    compared = following in data["behind_up"] or following in data["behind_down"]
    if compared and (not then.isalpha() or then in lexicon.stop_words):
        return False
    return (
        ordinal_value(tokens.lowers[at], lexicon) is not None
        and following.isalpha()
        and following not in lexicon.data["fractions"]["told_behind"]
        and following not in lexicon.stop_words
    )


def _skip(tokens: Tokens, at: int, words: Sequence[str]) -> int:
    """The last of the tokens after `at` that are among these words."""
    while tokens.lower(at + 1) in words:
        at += 1
    return at


def and_a_half(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """As in "three and a half million", "two and a quarter hours"."""
    tail = _tail(tokens, numeral.last + 1, lexicon)
    if tail is None or numeral.printed != int(numeral.printed):
        return numeral
    last, part = tail
    return replace(numeral, last=last, printed=int(numeral.printed) + part, rough=True)


def unit_and_a_half(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """As in "an hour and a half": an article, its unit, and what is added to it."""
    unit = lexicon.units.at(tokens, index + 1)
    if unit is None or unit[1].kind != "duration":
        return None
    tail = _tail(tokens, index + 1 + unit[0], lexicon)
    if tail is None:
        return None
    last, part = tail
    return Numeral(index, last, 1 + part, digits=False, rough=True, unit=unit[1].unit)


def _tail(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, Number] | None:
    """What is added to a whole number, and its last token; "one and a third of them" are two."""
    hit = lexicon.fraction_tails.at(tokens, index)
    if hit is None:
        return None
    length, part = hit
    shared = tokens.lower(index + length) in lexicon.data["grammar"]["of_words"]
    return None if shared else (index + length - 1, part)
