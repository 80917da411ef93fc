"""Thousands of correct sentences: true amounts, printed with every habit, and no false alarm.

The amounts are drawn, everything else is computed from them unrounded, as desks do, and only then
printed: with two to four digits, as a number or with a scale word, with a hedge or without.
"""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

import factcheck
from factcheck.languages.lexicon import load_lexicon
from factcheck.languages.wording import Wording
from tests.make_claims import Chance

SENTENCES = 200
SHARES = {
    "de": {3: "ein Drittel", 4: "ein Viertel", 5: "ein Fünftel"},
    "en": {3: "a third", 4: "a quarter", 5: "a fifth"},
}
HEDGES = {"de": ("rund ", "knapp ", "gut "), "en": ("about ", "almost ", "just over ")}
TIMES = {"de": {2: "verdoppelte", 3: "verdreifachte"}, "en": {2: "doubled", 3: "tripled"}}

Maker = Callable[["Press"], str]


class Press:
    """Prints amounts and shares of one language as chance has it."""

    def __init__(self, language: str, seed: str) -> None:
        self.language = language
        self.chance = Chance(f"{seed} {language}")
        self.wording = Wording(load_lexicon(language))

    def say(self, german: str, english: str) -> str:
        return german if self.language == "de" else english

    def amount(self) -> Fraction:
        """Return a true amount: anything between a thousand and a trillion."""
        return Fraction(int(10 ** (3 + 9 * self.chance.unit())))

    def near(self, amount: Fraction, low: float, high: float) -> Fraction:
        factor = low + (high - low) * self.chance.unit()
        return amount * Fraction(int(factor * 10_000), 10_000)

    def count(self, low: int, high: int) -> int:
        return low + self.chance.below(high - low)

    def money(self, value: Fraction) -> str:
        """Print an amount of euros with two to four digits."""
        return self.wording.amount(value, "EUR", 2 + self.chance.below(3))

    def percent(self, share: Fraction) -> str:
        """Print per cent with one decimal or none, perhaps with a hedge that is true."""
        places = Decimal(1) if share >= 10 and self.chance.below(2) else Decimal("0.1")
        exact = Decimal(share.numerator) / Decimal(share.denominator)
        rounded = exact.quantize(places, ROUND_HALF_UP)
        text = f"{self.wording.number(rounded)} {self.say('Prozent', 'percent')}"
        about, under, over = HEDGES[self.language]
        choice = self.chance.below(4)
        if choice == 0:
            return about + text
        if choice == 1 and rounded != exact:
            return (under if exact < rounded else over) + text
        return text


def change(press: Press) -> str:
    old = press.amount()
    new = press.near(old, 0.3, 3.0)
    share = abs(new / old - 1) * 100
    if share < 1:
        return ""
    old_text, new_text, by = press.money(old), press.money(new), press.percent(share)
    if old_text == new_text:
        return ""
    if new > old:
        forms = [
            press.say(f"Der Umsatz stieg von {old_text} auf {new_text}, ein Plus von {by}.",
                      f"Sales rose {by} to {new_text} from {old_text}."),
            press.say(f"Der Umsatz wuchs um {by} auf {new_text}, nach {old_text} im Vorjahr.",
                      f"Sales were {new_text}, up {by} from {old_text} a year earlier."),
            press.say(f"Der Umsatz stieg um {by} (von {old_text} auf {new_text}).",
                      f"Sales increased by {by}, from {old_text} to {new_text}."),
        ]  # fmt: skip
    else:
        forms = [
            press.say(f"Der Umsatz sank von {old_text} auf {new_text}, ein Rückgang um {by}.",
                      f"Sales fell from {old_text} to {new_text}, a drop of {by}."),
            press.say(f"Der Umsatz ging von {old_text} auf {new_text} zurück, also um {by}.",
                      f"Sales, {old_text} a year earlier, fell {by} to {new_text}."),
            press.say(f"{new_text} sind es jetzt, {by} weniger als die {old_text} im Jahr davor.",
                      f"The cost is {new_text}, {by} less than the {old_text} of last year."),
        ]  # fmt: skip
    return press.chance.of(forms)


def points(press: Press) -> str:
    old = Fraction(press.count(50, 600), 10)
    new = Fraction(press.count(50, 600), 10)
    if abs(new - old) < 1:
        return ""
    numbers = [press.wording.number(Decimal(int(value * 10)) / 10) for value in (old, new)]
    gap = press.wording.number(Decimal(int(abs(new - old) * 10)) / 10)
    if press.chance.below(2):
        by = f"{gap} {press.say('Prozentpunkte', 'percentage points')}"
    else:
        by = press.percent(abs(new / old - 1) * 100)
    up = new > old
    return press.say(
        f"Der Anteil {'stieg' if up else 'sank'} von {numbers[0]} auf {numbers[1]} Prozent, "
        f"also um {by}.",
        f"The share {'rose' if up else 'fell'} from {numbers[0]}% to {numbers[1]}%, "
        f"{'an increase' if up else 'a drop'} of {by}.",
    )


def multiple(press: Press) -> str:
    times = press.count(2, 4)
    old = press.amount()
    new = press.near(old * times, 0.95, 1.05)
    verb = TIMES[press.language][times]
    return press.say(
        f"Der Umsatz {verb} sich von {press.money(old)} auf {press.money(new)}.",
        f"Sales {verb} to {press.money(new)} from {press.money(old)}.",
    )


def total(press: Press) -> str:
    first = press.amount()
    items = [first, press.near(first, 0.2, 4), press.near(first, 0.2, 4)]
    a, b, c = (press.money(item) for item in items)
    whole = press.money(sum(items, Fraction(0)))
    return press.say(
        f"Es gibt {a} für Straßen, {b} für Schulen und {c} für Häfen, insgesamt {whole}.",
        f"It spends {a} on roads, {b} on schools and {c} on ports, a total of {whole}.",
    )


def part(press: Press) -> str:
    whole = press.count(20, 3000)
    some = press.count(1, whole + 1)
    share = Fraction(some, whole) * 100
    by = press.percent(share) if share >= 1 else ""
    if not by:
        return ""
    n, x = press.wording.number(whole), press.wording.number(some)
    forms = [
        press.say(f"Dafür waren {x} von {n} Delegierten ({by}).",
                  f"In favour were {x} of the {n} delegates ({by})."),
        press.say(f"Von {n} Befragten stimmten {x} zu, das sind {by}.",
                  f"The firm will cut {x} of its {n} jobs, or {by}."),
        press.say(f"{by} der Delegierten - {x} von {n} - waren dafür.",
                  f"{by} of the delegates - {x} of {n} - agreed."),
    ]  # fmt: skip
    return press.chance.of(forms)


def ratio(press: Press) -> str:
    parts = press.count(3, 6)
    share = Fraction(100, parts) + Fraction(press.count(-15, 16), 10)
    words = SHARES[press.language][parts]
    by = press.percent(share)
    return press.say(
        f"Das ist {words} der Befragten ({by}).", f"It is backed by {words} of adults ({by})."
    )


def each(press: Press) -> str:
    heads = press.count(1000, 90_000)
    sum_of_all = press.amount() * 10
    people, share = press.wording.number(heads), press.money(sum_of_all / heads)
    if sum_of_all / heads < 10:
        return ""
    whole = press.money(sum_of_all)
    return press.say(
        f"Das sind {whole} für {people} Haushalte, also {share} pro Haushalt.",
        f"The plan costs {whole} for {people} workers, or {share} each.",
    )


def votes(press: Press) -> str:
    members = press.count(40, 900)
    yes = press.count(1, members)
    no = members - yes - press.count(0, 5)
    if no < 1:
        return ""
    return press.say(
        f"Der Rat mit seinen {members} Mitgliedern stimmte mit {yes} zu {no} Stimmen ab.",
        f"The {members}-member council voted {yes} to {no} on it.",
    )


def answers(press: Press) -> str:
    yes, no = press.count(20, 60), press.count(10, 39)
    third = 100 - yes - no + press.count(-1, 2)
    return press.say(
        f"Es waren {yes} Prozent dafür, {no} Prozent dagegen und {third} Prozent unentschieden.",
        f"Some {yes}% backed it, {no}% opposed it and {third}% did not know.",
    )


MAKERS: list[Maker] = [change, points, multiple, total, part, ratio, each, votes, answers]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.__name__)
def test_correct_sentences_are_silent(maker: Maker, language: str) -> None:
    press = Press(language, maker.__name__)
    judged = 0
    for _ in range(SENTENCES):
        text = maker(press)
        if not text:
            continue
        report = factcheck.check(text, language=language)
        loud = [f"{f.code} {f.message}" for f in report.findings if f.severity != "info"]
        assert loud == [], text
        judged += any(finding.code.startswith("FC1") for finding in report.findings)
    assert judged > SENTENCES // 3 or maker is votes
