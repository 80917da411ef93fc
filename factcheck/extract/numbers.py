"""Numerals: figures in digits or words with their scale word, before any unit is looked at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.extract.number_words import word_value
from factcheck.extract.passages import Passage
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.tokens import Tokens
from factcheck.rounding import EXACT

GROUPED = re.compile(r"\d{1,3}(?:([.,'’ \u00a0\u202f\u2009])\d{3})(?:\1\d{3})*")
SEPARATORS = re.compile(r"[.,'’ \u00a0\u202f\u2009]")
LONGEST = 24
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Numeral:
    """`printed` as its digits stand, `scale` the factor of its scale word; `last` includes it.

    `digits` tells figures from words, `vague` holds the bounds of "dozens", `rough` marks halves
    ("zweieinhalb"), which nobody means exactly, and `article` a bare "a million".
    """

    first: int
    last: int
    printed: Decimal
    scale: Decimal = ONE
    digits: bool = True
    vague: tuple[int, int] | None = None
    rough: bool = False
    article: bool = False

    @property
    def value(self) -> Decimal:
        """Digits times scale word, with the printed places kept."""
        return EXACT.multiply(self.printed, self.scale)


def find_numerals(passage: Passage, taken: Sequence[tuple[int, int]]) -> list[Numeral]:
    """The numerals of a passage outside the token ranges that dates have taken."""
    tokens, lexicon = passage.tokens, passage.lexicon
    blocked = {index for first, last in taken for index in range(first, last + 1)}
    found: list[Numeral] = []
    after = 0
    for index, lower in enumerate(tokens.lowers):
        if index < after or index in blocked:
            continue
        if lower[0].isdigit():
            numeral = _in_digits(tokens, index, lexicon)
        else:
            numeral = _in_words(tokens, index, lexicon)
        if numeral is not None:
            found.append(numeral)
            after = numeral.last + 1
    return found


def read_digits(word: str, decimal_mark: str) -> Decimal | None:
    """The value of "1.234,5" and the like; None where the separators make no sense.

    Three digits after the language's decimal mark are decimals ("1,234" in German is 1.234), after
    any other mark thousands; one or two digits after a single mark are decimals in any language.
    """
    if len(word) > LONGEST:
        return None
    marks = SEPARATORS.findall(word)
    if not marks:
        return Decimal(word) if word.isdecimal() else None
    parts = SEPARATORS.split(word)
    grouped = GROUPED.fullmatch(word)
    single_decimal = len(marks) == 1 and marks[0] == decimal_mark
    if grouped and not single_decimal and not word.startswith("0"):
        return Decimal("".join(parts))
    head, tail = SEPARATORS.sub("", word[: -len(parts[-1]) - 1]), parts[-1]
    if len(marks) == 1 and marks[0] in ".,":
        return Decimal(f"{head}.{tail}")
    if (
        marks[-1] in ".,"
        and marks[-1] not in marks[:-1]
        and GROUPED.fullmatch(word[: -len(tail) - 1])
    ):
        return Decimal(f"{head}.{tail}")
    return None


def _in_digits(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    if index and tokens.glued(index) and tokens.words[index - 1][-1].isalpha():
        return None  # A380, G7, CO2: part of a name
    printed = read_digits(tokens.words[index], lexicon.data["numbers"]["decimal"])
    if printed is None:
        return None
    scale, last = _scale_after(tokens, index, lexicon)
    return Numeral(index, last, printed, scale)


def _in_words(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    lower = tokens.lowers[index]
    data = lexicon.data
    if lower in data["vague"]:
        low, high = data["vague"][lower]
        return Numeral(index, index, ONE, digits=False, vague=(low, high))
    if lower in data["numbers"]["articles"]["words"]:
        scale, last = _scale_after(tokens, index, lexicon)
        if scale == ONE:
            return None
        return Numeral(index, last, ONE, scale, digits=False, article=True)
    value = word_value(lower, lexicon)
    if value is None:
        return None
    last = index
    if not data["numbers"]["units_before_tens"]:
        value, last = _spaced(tokens, index, value, lexicon)
    scale, last = _scale_after(tokens, last, lexicon)
    rough = lower in data["numbers"]["halves"]
    return Numeral(index, last, value, scale, digits=False, rough=rough)


def _spaced(tokens: Tokens, index: int, value: Decimal, lexicon: Lexicon) -> tuple[Decimal, int]:
    """ "twenty-seven", "two hundred and five": the words that continue a number."""
    numbers = lexicon.data["numbers"]
    last = index
    if tokens.lowers[index] in numbers["tens"]:
        at = last + 2 if _is(tokens, last + 1, "-") else last + 1
        unit = numbers["digits"].get(_lower(tokens, at), 0)
        if 1 <= unit <= 9:
            return value + unit, at
        return value, last
    if _is(tokens, last + 1, numbers["hundred"]) and 1 <= value <= 99:
        value, last = value * 100, last + 1
        at = last + 2 if _is(tokens, last + 1, numbers["joiner"]) else last + 1
        rest = word_value(_lower(tokens, at), lexicon)
        if rest is not None and rest < 100:
            rest, at = _spaced(tokens, at, rest, lexicon)
            return value + rest, at
    return value, last


def _scale_after(tokens: Tokens, last: int, lexicon: Lexicon) -> tuple[Decimal, int]:
    """The scale word behind a numeral; one letter only where it is glued to it ("4.5m", "$5k")."""
    at = last + 2 if _is(tokens, last + 1, "-") and tokens.glued(last + 1) else last + 1
    hit = lexicon.scales.at(tokens, at)
    if hit is None:
        return ONE, last
    length, scale = hit
    word = tokens.words[at]
    if len(word) == 1 and not (
        at == last + 1 and tokens.glued(at) and _letter_is_scale(tokens, last)
    ):
        return ONE, last
    return scale, at + length - 1


def _letter_is_scale(tokens: Tokens, last: int) -> bool:
    """ "£5m" is money and "5k" a number, but "100m" without a currency sign is a distance."""
    letter = tokens.words[last + 1]
    signed = (
        last > 0 and not tokens.words[last - 1].isalnum() and tokens.words[last - 1] in "€$£¥₽₴₺₹₪₩"
    )
    return signed or letter.lower() != "m"


def _is(tokens: Tokens, index: int, lower: str) -> bool:
    return index < len(tokens) and tokens.lowers[index] == lower


def _lower(tokens: Tokens, index: int) -> str:
    return tokens.lowers[index] if index < len(tokens) else ""
