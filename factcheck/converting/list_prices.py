"""Prices of one thing in two markets, which are set and not converted: "$499 (£339)", "99p (99c)".

They show by their form: shops end prices in nine or in 95. Where only one of the two does, a word
of selling must stand in the sentence.
"""

import re
from fractions import Fraction

from factcheck.converting.pairs import Pair
from factcheck.languages.lexicon import Lexicon

HIGHEST = 10_000
CENTS = 100
POINTS = frozenset({95, 98})  # 19.95, 19.98; and whatever ends in nine
APART = Fraction(2)  # how many times dearer it may be elsewhere
WORD = re.compile(r"\w+")


def are_list_prices(pair: Pair, rate: Fraction, lexicon: Lexicon) -> bool:
    """May the two be prices set apart, which no rate has to join?"""
    elsewhere = pair.result.value / (pair.amount.value * rate)
    if not 1 / APART <= elsewhere <= APART:
        return False
    pointed = [_ends_like_a_price(figure.value) for figure in (pair.amount, pair.result)]
    if all(pointed):
        return True
    words = {word.lower() for word in WORD.findall(pair.original.sentence.text)}
    return any(pointed) and not words.isdisjoint(lexicon.data["conversions"]["sold"])


def _ends_like_a_price(value: Fraction) -> bool:
    if value >= HIGHEST:
        return False
    if value.denominator == 1:
        return value % 10 == 9
    cents = value * CENTS
    return cents.denominator == 1 and (cents % 10 == 9 or cents % CENTS in POINTS)
