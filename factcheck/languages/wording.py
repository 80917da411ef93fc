"""The sentences and number formats of one language, for reports and suggestions."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from factcheck.languages.lexicon import Lexicon

DIGITS = 5
SIGNS = "€$£¥₽₴₺₹₪₩"


class Wording:
    """Says what a key stands for; a check hands over the key and its fields, never a sentence."""

    def __init__(self, lexicon: Lexicon, group_from: int | None = None) -> None:
        self.lexicon = lexicon
        self.group_from = group_from or int(lexicon.data["numbers"]["group_from"])

    def say(self, key: str, **fields: object) -> str:
        """The sentence of `[messages]` under this key, its fields formatted for the language."""
        return self._fill(self.lexicon.data["messages"], key, fields)

    def label(self, key: str, **fields: object) -> str:
        """The words of `[report]` under this key."""
        return self._fill(self.lexicon.data["report"], key, fields)

    def plural(self, key: str, count: int, **fields: object) -> str:
        """The words of `[report]` under `key.one` or `key.other`, with the count as a field."""
        forms = self.lexicon.data["report"][key]
        form = forms["one" if count == 1 else "other"]
        return str(form).format(count=count, **self._worded(fields))

    def number(
        self, value: Decimal | Fraction | int, digits: int | None = None, group_from: int = 5
    ) -> str:
        """A number with the language's separators; Fractions to five significant digits.

        Whole parts of `group_from` digits and more are grouped; a year has four and is not.
        """
        plain = _plain(value, digits)
        whole, _, rest = plain.lstrip("-").partition(".")
        numbers = self.lexicon.data["numbers"]
        if len(whole) >= group_from:
            whole = f"{int(whole):,}".replace(",", numbers["group"])
        sign = "-" if plain.startswith("-") else ""
        return f"{sign}{whole}{numbers['decimal'] + rest if rest else ''}"

    def scaled(self, value: Decimal | Fraction | int, digits: int | None = None) -> str:
        """A number with a scale word from a million up: 5,4 Milliarden."""
        names: Mapping[str, list[str]] = self.lexicon.data["numbers"]["scale_names"]
        rounded = Fraction(significant(Fraction(value), digits)) if digits else Fraction(value)
        for power in (12, 9, 6):
            if abs(rounded) >= Fraction(10**power):
                part = rounded / Fraction(10**power)
                return f"{self.number(part)} {names[str(power)][0 if part == 1 else 1]}"
        return self.number(value, digits, self.group_from)

    def amount(
        self, value: Decimal | Fraction | int, unit: str | None, digits: int | None = None
    ) -> str:
        """A number with its unit as the language prints it: $2.9 billion, 5,4 Milliarden Euro."""
        return self.measured(self.scaled(value, digits), unit)

    def measured(self, printed: str, unit: str | None) -> str:
        """A number that is printed already, with its unit."""
        one = self.lexicon.data["unit_names_one"]
        name = str(one[unit]) if printed == "1" and unit in one else self.unit(unit)
        if not name:
            return printed
        if name in SIGNS:
            return f"-{name}{printed[1:]}" if printed.startswith("-") else f"{name}{printed}"
        return f"{printed}{name}" if name == "%" else f"{printed} {name}"

    def leads(self, unit: str | None) -> bool:
        """Does the unit stand before the number, as the sign of a currency does?"""
        return self.unit(unit) in SIGNS and bool(unit)

    def to_the_cent(self, value: Decimal) -> str:
        """An amount of money below a thousand that is no whole number: 13.80."""
        whole, _, cents = f"{value:.2f}".partition(".")
        return f"{whole}{self.lexicon.data['numbers']['decimal']}{cents}"

    def between(self, low: Fraction, high: Fraction, unit: str | None, digits: int) -> str:
        """Two amounts of one unit: "5,2 Milliarden bis 5,4 Milliarden Euro", "$2bn to $3bn"."""
        first = self.amount(low, unit, digits)
        if not self.leads(unit):
            first = self.scaled(low, digits)
        return self.say("interval", low=first, high=self.amount(high, unit, digits))

    def listed(self, texts: Sequence[str]) -> str:
        """Texts as a list of the language: "A, B und C"."""
        joiner = self.lexicon.data["numbers"]["joiner"]
        head, last = ", ".join(texts[:-1]), texts[-1] if texts else ""
        return f"{head} {joiner} {last}" if head else last

    def unit(self, unit: str | None) -> str:
        """What the language prints for a currency code or a unit id: its own name, else the id."""
        data = self.lexicon.data
        names = {**data["unit_names"], **data["currency_names"]}
        if not unit or unit in names:
            return str(names.get(unit or "", ""))
        phrases = [*data["currencies"].get(unit, ()), *data["units"].get(unit, ())]
        whole = [phrase for phrase in phrases if len(phrase) > len(unit) or " " in phrase]
        return whole[-1].replace("*", "") if whole else unit

    def day(self, day: date) -> str:
        """A day as the language writes it: 12. März 2025, 12 March 2025."""
        month = self.lexicon.data["dates"]["month_names"][day.month - 1]
        return str(self.lexicon.data["dates"]["long_form"]).format(
            day=day.day, month=month, year=day.year
        )

    def when(self, text: str) -> str:
        """A day, month or year of a table as the language writes it: "2025-03" is March 2025.

        Anything that is no such text is handed back as it is.
        """
        year, *rest = text.split("-")
        if not rest or len(rest) > 2 or not "".join((year, *rest)).isdigit():
            return text
        day = date(int(year), int(rest[0]), int(rest[1]) if len(rest) > 1 else 1)
        return self.day(day) if len(rest) > 1 else self.month(day, with_year=True)

    def month(self, day: date, *, with_year: bool) -> str:
        """The name of a day's month, with its year or without."""
        name = str(self.lexicon.data["dates"]["month_names"][day.month - 1])
        return f"{name} {day.year}" if with_year else name

    def hedge(self, hedge: str | None) -> str:
        """The first word of the language for a hedge, "" for none."""
        return str(self.lexicon.data["hedges"][hedge][0]) if hedge else ""

    def weekday(self, day: date) -> str:
        """The name of a day's weekday."""
        return str(self.lexicon.data["dates"]["weekday_names"][day.weekday()])

    def _fill(self, section: Mapping[str, Any], key: str, fields: Mapping[str, object]) -> str:
        return str(section[key]).format(**self._worded(fields))

    def _worded(self, fields: Mapping[str, object]) -> dict[str, str]:
        return {name: self._word(value) for name, value in fields.items()}

    def _word(self, value: object) -> str:
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, (Decimal, Fraction, int)):
            return self.number(value)
        return str(value)


def grouping(figures: Iterable[str], lexicon: Lexicon) -> int | None:
    """From how many digits on figures are parted: 4 for "8.000 Euro", 5 for "8000"; else None."""
    group = re.escape(lexicon.data["numbers"]["group"])
    four = re.compile(rf"\D*\d({group})?\d{{3}}\D*")
    found = {match[1] is not None for figure in figures if (match := four.fullmatch(figure))}
    return (4 if True in found else 5) if found else None


def significant(value: Fraction, digits: int) -> Decimal:
    """A Fraction to a number of significant digits, half up, without an exponent."""
    if not value:
        return Decimal(0)
    magnitude = len(str(abs(value.numerator) // value.denominator)) if abs(value) >= 1 else 0
    if not magnitude:
        scaled = abs(value)
        while scaled < Fraction(1, 10):
            scaled *= 10
            magnitude -= 1
    places = digits - magnitude
    shifted = abs(value) * Fraction(10) ** places
    rounded = int(shifted + Fraction(1, 2))
    result = Decimal(rounded).scaleb(-places)
    return result if value > 0 else -result


def _plain(value: Decimal | Fraction | int, digits: int | None) -> str:
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Fraction) or digits is not None:
        value = significant(Fraction(value), digits or DIGITS)
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
