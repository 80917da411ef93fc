"""The sum behind a finding, as one line: the figures, what they give, what is printed.

Values are shown as finely as the article prints the figure judged and a place beyond, and in its
style: beside "1.5m" stands "1.4m", whether that means millions or metres.
"""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from factcheck.claims import Article
from factcheck.interval import Interval, exact
from factcheck.languages.wording import Wording, significant
from factcheck.model import Claim

FEWEST_DIGITS, MILLION_DIGITS = 3, 7
THOUSAND = 1000
# A number and the letters that it is closed up with: "1.5m", "£2bn".
CLOSED_UP = re.compile(r"\D*([\d.,]*\d)([^\W\d_]{1,3})")


def calculation(
    article: Article,
    key: str,
    others: Sequence[Claim],
    nominal: Fraction,
    interval: Interval,
    figure: Claim,
    unit: str | None,
) -> str:
    """The line of this key: what the others make nominally and with rounding, what is printed."""
    wording = article.wording
    number = _numbers(article, wording, figure, _digits(figure, nominal), unit)
    low, high = interval.low, interval.high
    width = ""
    if low is not None and high is not None and low != high:
        ends = [number(exact(low)), wording.measured(number(exact(high)), unit)]
        if wording.leads(unit):
            ends[0] = wording.measured(ends[0], unit)
        told = "sum_width_up_to" if low <= 0 < nominal else "sum_width"
        width = f" {wording.say(told, low=ends[0], high=ends[1])}"
    return wording.say(
        key,
        others=wording.listed([claim.span.text for claim in others]),
        nominal=wording.measured(number(nominal), unit),
        width=width,
        printed=figure.span.text,
    )


def suggested(article: Article, figure: Claim, value: Fraction, unit: str | None) -> str:
    """What may stand in the place of the figure, in the words and the style of the article.

    As finely as the figure is printed, and never coarser than three digits.
    """
    quantity, own = figure.quantity, article.own_wording
    printed = abs(exact(quantity.value)) if quantity is not None and quantity.value else Fraction(0)
    step = exact(quantity.step) if quantity is not None else Fraction(0)
    digits = max(FEWEST_DIGITS, len(str(int(printed / step if step else printed))))
    return own.measured(_numbers(article, own, figure, digits, unit)(value), unit)


def _numbers(
    article: Article, wording: Wording, figure: Claim, digits: int, unit: str | None
) -> Callable[[Fraction], str]:
    """How to print a number beside the figure judged."""
    suffix, scale = _closed_up(article, figure)
    own = wording.lexicon is article.lexicon
    in_digits = sum(letter.isdecimal() for letter in figure.span.text) >= MILLION_DIGITS

    def number(value: Fraction) -> str:
        shown = significant(value, digits)
        part = Fraction(shown) / scale
        if suffix and (unit is None or (own and 1 <= abs(part) < THOUSAND)):
            return wording.number(part) + suffix
        if unit in article.tables.currencies and abs(shown) < THOUSAND and shown % 1:
            return wording.to_the_cent(shown)
        return wording.number(shown) if in_digits else wording.scaled(shown)

    return number


def _digits(figure: Claim, nominal: Fraction) -> int:
    """So many significant digits as the figure has, and one more; of an exact one all of them."""
    quantity = figure.quantity
    if quantity is None or quantity.value is None or not quantity.value:
        return FEWEST_DIGITS + 1
    step = exact(quantity.step)
    if step:
        return max(FEWEST_DIGITS, len(str(int(abs(exact(quantity.value)) / step))) + 1)
    return max(FEWEST_DIGITS, len(str(int(abs(nominal)))))


def _closed_up(article: Article, figure: Claim) -> tuple[str, Fraction]:
    """The letters behind the number of a figure, and what they multiply it by: "m" in "1.5m"."""
    match = CLOSED_UP.fullmatch(figure.span.text)
    value = figure.quantity.value if figure.quantity is not None else None
    if match is None or not value:
        return "", Fraction(1)
    numbers = article.lexicon.data["numbers"]
    plain = match[1].replace(numbers["group"], "").replace(numbers["decimal"], ".")
    scale = exact(value) / Fraction(plain) if plain.count(".") < 2 and float(plain) else Fraction(1)
    return (match[2], scale) if scale >= THOUSAND else ("", Fraction(1))
