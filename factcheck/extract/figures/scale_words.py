"""The scale word behind a numeral, and what a single glued letter means: "$4.5bn", "5k", "100m"."""

import re
from decimal import Decimal

from factcheck.extract.figures.numeral import ONE, Numeral
from factcheck.extract.figures.surroundings import currency_before
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.tokens import Tokens

SIGNS = "€$£¥₽₴₺₹₪₩₦₵₱"
RACES = frozenset({50, 60, 100, 110, 200, 400, 800, 1000, 1500, 3000, 5000, 10000})
SMALL, AMONG = 10, 8
MILLIONS = re.compile(r"\d\.(?:\d|\d{3})")
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
CURRENCY_REACH = 3
LENGTHS = frozenset({"foot", "inch", "yard", "mile"})


def scale_after(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> tuple[Decimal, int]:
    """The scale word behind a numeral; one letter only where it is glued to it ("4.5m", "$5k")."""
    last = numeral.last
    at = last + 2 if tokens.lower(last + 1) == "-" and tokens.glued(last + 1) else last + 1
    hit = lexicon.scales.at(tokens, at)
    if hit is None:
        return ONE, last
    length, scale = hit
    if len(tokens.words[at]) == 1:
        if _spaced_million(tokens, at, lexicon):
            return scale, at
        if at == last + 1 and _signed_million(tokens, numeral, at):
            return scale, at
        glued = at == last + 1 and tokens.glued(at) and numeral.digits
        if not glued or not _letter_is_scale(tokens, numeral, at, lexicon):
            return ONE, last
    if numeral.article and tokens.words[at][0].isdigit():
        return ONE, last
    return scale, at + length - 1


def _spaced_million(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """As in "9.6 m tonnes": a unit behind the letter leaves it nothing but the scale."""
    english = not lexicon.data["grammar"]["capitalised_nouns"]
    return english and tokens.words[at] == "m" and lexicon.units.at(tokens, at + 1) is not None


def _signed_million(tokens: Tokens, numeral: Numeral, at: int) -> bool:
    """As in "$30.1 M": a capital letter of its own behind an amount with its sign."""
    signed = numeral.first > 0 and tokens.words[numeral.first - 1][-1] in SIGNS
    return signed and tokens.words[at] in {"M", "B"} and tokens.lower(at + 1) not in {"'", "’", "&"}


def _money_behind(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """As in "a 100m-euro loan", "100m Kenyan shillings"."""
    for index in range(at + 1, at + 1 + CURRENCY_REACH):
        hit = lexicon.units.at(tokens, index)
        if hit is not None:
            return hit[1].kind == "money"
        word = tokens.lower(index)
        if not (word.isalpha() or word == "-") or word in lexicon.stop_words:
            return False
    return False


def _letter_is_scale(tokens: Tokens, numeral: Numeral, at: int, lexicon: Lexicon) -> bool:
    """Money in "£5m", a number in "5k", millions in "2.5m homes", but a distance in "100m"."""
    if numeral.first and tokens.words[numeral.first - 1][-1] in SIGNS:
        return True
    if currency_before(tokens, numeral.first, lexicon) is not None:  # "EUR 2.58m"
        return True
    letter = tokens.lowers[at]
    if letter != "m" or lexicon.data["grammar"]["capitalised_nouns"]:
        return letter == "k"
    labels = lexicon.data["labels"]
    if _money_behind(tokens, at, lexicon) or tokens.lower(at + 1) in labels["millions_of"]:
        return True  # "100m people" are no race
    behind = at + 2 if tokens.lower(at + 1) == "-" else at + 1  # "a 7m-long passage"
    metres = (
        numeral.printed in RACES
        or tokens.lower(behind) in labels["metres_after"]
        or tokens.lower(numeral.first - 1) in labels["metres_before"]
        or tokens.lower(at + 2) in labels["metres_per"]
        or _converted(tokens, numeral.first, at, lexicon)
        or _leapt(tokens, numeral, lexicon)
        or (
            _centimetres(numeral)
            and not _among_millions(tokens, numeral)
            and not tokens.lower(at + 1).endswith(lexicon.data["grammar"]["plural_end"])
        )
    )
    return not metres


def _leapt(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> bool:
    """As in "a leap of 17.30m"."""
    of = tokens.lower(numeral.first - 1) in lexicon.data["grammar"]["part_words"]
    return of and tokens.lower(numeral.first - 2) in lexicon.data["labels"]["metres_of"]


def _centimetres(numeral: Numeral) -> bool:
    """As in "cleared 2.31m": a small number with two decimals."""
    printed = numeral.printed
    return isinstance(printed, Decimal) and printed < SMALL and printed.as_tuple().exponent == -2


def _among_millions(tokens: Tokens, numeral: Numeral) -> bool:
    """As in "from 2.1m to 2.14m", "up 20,000 to 2.14m": others beside it are no centimetres."""
    end = min(len(tokens.words) - 1, numeral.last + AMONG)
    for at in range(max(0, numeral.first - AMONG), end):
        word = tokens.words[at]
        million = tokens.words[at + 1] == "m" and tokens.glued(at + 1)
        if THOUSANDS.fullmatch(word) or (million and MILLIONS.fullmatch(word)):
            return True
    return False


def _converted(tokens: Tokens, first: int, at: int, lexicon: Lexicon) -> bool:
    """As in "5ft (1.5m) deep", "a 305m (1,000ft) tower": the other unit of the pair is a length."""
    opened, closed = tokens.lower(first - 1) == "(", tokens.lower(at + 1) == ")"
    if opened and closed:
        hit = lexicon.units.before(tokens, first - 1)
        return hit is not None and hit[1].unit in LENGTHS
    if tokens.lower(at + 1) != "(":
        return False
    hits = (lexicon.units.at(tokens, index) for index in range(at + 2, at + 2 + CURRENCY_REACH))
    return any(hit is not None and hit[1].unit in LENGTHS for hit in hits)
