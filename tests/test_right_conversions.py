"""Thousands of right conversions, as desks print them, of which not one may trouble anybody.

Every sentence is made: an amount, a rate of the article's day or of one of the seven days before, a
bank that differs from the reference rate by up to 0.3 per cent, and a habit of printing (one to
four digits, rounded or cut off, never moved by more than a thirtieth, the original rounded before
it is converted or after). A linear congruence stands in for chance: the same sentences every time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

import factcheck
from factcheck.reference.exchange import load_exchange
from factcheck.reference.tables import load_tables

SENTENCES = 400
SPREAD = Fraction(3, 1000)
MOST_MOVED = 30
SCALES = {"de": (" Millionen", " Milliarden"), "en": ("m", "bn")}
WORDS = {
    "de": {"EUR": "Euro", "USD": "US-Dollar", "GBP": "Pfund", "CHF": "Franken", "JPY": "Yen",
           "INR": "Rupien", "RUB": "Rubel", "PLN": "Zloty", "UAH": "Hrywnja",
           "SEK": "schwedische Kronen", "TRY": "türkische Lira", "DEM": "Mark"},
    "en": {"EUR": "€", "USD": "$", "GBP": "£", "CHF": "Swiss francs", "JPY": "yen",
           "INR": "rupees", "RUB": "roubles", "PLN": "zlotys", "UAH": "hryvnia",
           "SEK": "Swedish kronor", "TRY": "Turkish lira", "DEM": "Deutschmarks"},
}  # fmt: skip
SHAPES = {
    "de": (
        "Das Werk kostet {a} ({b}).",
        "Für den Hafen zahlt das Land {a} (rund {b}).",
        "Die Strafe beträgt {a} (umgerechnet {b}).",
        "Der Verlust lag bei {a}, umgerechnet {b}.",
        "Gezahlt werden {a}, das sind {b}.",
        "Sie bot zuerst {a} - rund {b} - für die Kette.",
        "Mehr als {a} ({b}) fehlen.",
    ),
    "en": (
        "The yard was sold for {a} ({b}).",
        "A fine of {a} (about {b}) is due.",
        "They raised {a}, worth {b}, in a week.",
        "The loss was {a}, equivalent to {b}.",
        "It bid {a} - around {b} - for the chain.",
        "More than {a} ({b}) is missing.",
    ),
}
PAIRS = {
    2004: ("USD GBP", "GBP USD", "USD EUR", "EUR USD", "EUR GBP", "JPY USD", "JPY GBP", "INR USD",
           "RUB USD", "CHF EUR", "SEK EUR", "PLN EUR", "DEM EUR"),
    2014: ("USD EUR", "EUR USD", "GBP EUR", "RUB EUR", "CHF EUR", "TRY EUR", "UAH EUR", "JPY EUR"),
    2022: ("USD EUR", "GBP EUR", "GBP USD", "CHF EUR", "TRY USD", "PLN EUR", "SEK GBP"),
    2025: ("USD EUR", "EUR USD", "GBP EUR", "EUR GBP", "UAH EUR", "RUB USD", "INR EUR", "CHF GBP"),
}  # fmt: skip


@dataclass
class Chance:
    """Numbers that look like chance: the linear congruence of Knuth's MMIX."""

    state: int

    def below(self, limit: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) * limit >> 31

    def of(self, *things: str) -> str:
        return things[self.below(len(things))]


def printed(value: Fraction, digits: int, *, cut: bool) -> Decimal:
    """A value to so many digits, or to one more where that would move it by a thirtieth."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    place = Decimal(1).scaleb(exact.adjusted() - digits + 1)
    shown = exact.quantize(place, rounding=ROUND_DOWN if cut else ROUND_HALF_UP)
    moved = abs(shown - exact) * MOST_MOVED > exact
    return printed(value, digits + 1, cut=cut) if moved else shown


def written(value: Decimal, currency: str, language: str) -> str:
    """An amount as the language prints it."""
    small, large = SCALES[language]
    number, scale = value, ""
    if value >= 10**9:
        number, scale = value / 10**9, large
    elif value >= 10**6:
        number, scale = value / 10**6, small
    text = f"{number.normalize():,f}" if not scale else f"{number.normalize():f}"
    if language == "de":
        text = text.translate(str.maketrans(",.", ".,"))
    word = WORDS[language][currency]
    return f"{word}{text}{scale}" if len(word) == 1 else f"{text}{scale} {word}"


def conversion(chance: Chance, day: date, pair: str, language: str) -> str | None:
    """One right sentence; None where nobody quoted the pair on the day."""
    source, target = pair.split()
    used = day - timedelta(days=chance.below(8))
    band = load_exchange(load_tables()).band(source, target, used - timedelta(days=7), used)
    if band is None:
        return None
    rate = band.last * (1 + SPREAD * (chance.below(2001) - 1000) / 1000)
    value = Fraction(10 ** (3 + chance.below(8))) * (1000 + chance.below(9000)) / 1000
    cut = chance.below(5) == 0
    places = 1 + chance.below(3)
    original = printed(value, places, cut=cut)
    if chance.below(2):
        result = printed(Fraction(original) * rate, 1 + chance.below(4), cut=cut)
    else:
        result = printed(value * rate, min(1 + chance.below(4), places + 1), cut=cut)
    if result < 100:
        return None
    shape = chance.of(*SHAPES[language])
    return shape.format(a=written(original, source, language), b=written(result, target, language))


def articles(year: int, language: str) -> Iterator[tuple[date, str]]:
    """Articles of one sentence, on days of the year."""
    chance = Chance(year * 2 + len(language + WORDS[language]["EUR"]))
    for _ in range(SENTENCES):
        day = date(year, 1, 10) + timedelta(days=chance.below(350))
        sentence = conversion(chance, day, chance.of(*PAIRS[year]), language)
        if sentence is not None:
            yield day, sentence


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("year", PAIRS)
def test_no_right_conversion_is_called_wrong(year: int, language: str) -> None:
    read, loud = 0, []
    for day, text in articles(year, language):
        report = factcheck.check(text, language=language, date=day)
        read += sum(finding.code == "FC201" for finding in report.findings)
        loud += [(str(day), text, f.calculation) for f in report.findings if f.severity != "info"]
    assert loud == []
    assert read > SENTENCES * 0.9
