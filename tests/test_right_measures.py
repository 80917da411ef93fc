"""Right conversions of measures, printed in every habit: not one may trouble anybody."""

from fractions import Fraction

import pytest

import factcheck
from factcheck.reference.tables import load_tables
from factcheck.reference.units import convert
from tests.test_right_conversions import Chance, printed

SENTENCES = 250
WORDS = {
    "de": {"kilometre": "km", "mile": "Meilen", "metre": "m", "foot": "Fuß", "hectare": "Hektar",
           "acre": "Acres", "square kilometre": "km²", "square mile": "Quadratmeilen",
           "litre": "Liter", "us gallon": "Gallonen", "barrel": "Barrel",
           "degree celsius": "Grad Celsius", "degree fahrenheit": "Grad Fahrenheit"},
    "en": {"kilometre": "km", "mile": "miles", "metre": "metres", "foot": "ft",
           "hectare": "hectares", "acre": "acres", "square kilometre": "sq km",
           "square mile": "square miles", "litre": "litres", "us gallon": "gallons",
           "barrel": "barrels", "degree celsius": "°C", "degree fahrenheit": "°F"},
}  # fmt: skip
PAIRS = (
    "kilometre>mile", "mile>kilometre", "metre>foot", "foot>metre", "hectare>acre",
    "square kilometre>square mile", "square mile>square kilometre", "litre>us gallon",
    "barrel>litre", "hectare>square kilometre", "degree celsius>degree fahrenheit",
    "degree fahrenheit>degree celsius",
)  # fmt: skip
SHAPES = {"de": "Dort sind es {a} ({b}).", "en": "It is {a} ({b}) there."}


def written(value: Fraction, digits: int, *, cut: bool, german: bool) -> str:
    text = f"{printed(value, digits, cut=cut).normalize():,f}"
    return text.translate(str.maketrans(",.", ".,")) if german else text


def sentence(chance: Chance, language: str) -> str:
    units = load_tables().units
    source, target = chance.of(*PAIRS).split(">")
    high = 4 if source.startswith("degree") else 400
    value = Fraction((1 + chance.below(high)) * (100 + chance.below(900)), 100)
    result = convert(value, units[source], units[target], difference=False)
    if result < 1:
        return sentence(chance, language)
    cut, german = chance.below(5) == 0, language == "de"
    a = written(value, 2 + chance.below(2), cut=cut, german=german)
    b = written(result, 2 + chance.below(2), cut=cut, german=german)
    words = WORDS[language]
    return SHAPES[language].format(a=f"{a} {words[source]}", b=f"{b} {words[target]}")


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("seed", range(4))
def test_no_right_measure_is_called_wrong(seed: int, language: str) -> None:
    chance = Chance(seed)
    read, loud = 0, []
    for text in (sentence(chance, language) for _ in range(SENTENCES)):
        report = factcheck.check(text, language=language)
        read += sum(finding.code == "FC202" for finding in report.findings)
        loud += [(text, f.message, f.calculation) for f in report.findings if f.severity != "info"]
    assert loud == []
    assert read > SENTENCES * 0.9
