"""Units: conversions known from elsewhere, temperatures, the table itself."""

from fractions import Fraction

import pytest

from factcheck.errors import FactcheckError
from factcheck.reference.rows import Unit
from factcheck.reference.tables import load_tables
from factcheck.reference.units import convert

# The SI unit of each dimension; all factors lead to it.
BASES = {
    "area": "square metre",
    "data": "byte",
    "energy": "joule",
    "length": "metre",
    "mass": "kilogram",
    "power": "watt",
    "pressure": "pascal",
    "speed": "metre per second",
    "temperature": "kelvin",
    "time": "second",
    "volume": "cubic metre",
}


@pytest.fixture(scope="module")
def units() -> dict[str, Unit]:
    return load_tables().units


def converted(
    units: dict[str, Unit], value: str, source: str, target: str, *, difference: bool = False
) -> Fraction:
    return convert(Fraction(value), units[source], units[target], difference=difference)


@pytest.mark.parametrize(
    ("value", "source", "expected", "target"),
    [
        ("1", "mile", "1.609344", "kilometre"),
        ("1", "mile", "5280", "foot"),
        ("1", "mile", "1760", "yard"),
        ("1", "foot", "12", "inch"),
        ("1", "inch", "25.4", "millimetre"),
        ("1", "nautical mile", "1.852", "kilometre"),
        ("1", "light year", "9460730472580.8", "kilometre"),
        ("1", "square mile", "640", "acre"),
        ("1", "acre", "4840", "square yard"),
        ("1", "acre", "43560", "square foot"),
        ("1", "square kilometre", "100", "hectare"),
        ("1", "football pitch", "0.714", "hectare"),
        ("1", "barrel", "42", "us gallon"),
        ("1", "us gallon", "8", "us pint"),
        ("1", "us gallon", "128", "us fluid ounce"),
        ("1", "us gallon", "3.785411784", "litre"),
        ("1", "imperial gallon", "8", "imperial pint"),
        ("1", "imperial gallon", "160", "imperial fluid ounce"),
        ("1", "imperial gallon", "4.54609", "litre"),
        ("1", "cubic foot", "28.316846592", "litre"),
        ("1", "cubic metre", "10", "hectolitre"),
        ("1", "pound-mass", "16", "ounce"),
        ("1", "pound-mass", "453.59237", "gram"),
        ("1", "metric pound", "500", "gram"),
        ("1", "metric hundredweight", "100", "metric pound"),
        ("1", "stone", "14", "pound-mass"),
        ("1", "short ton", "2000", "pound-mass"),
        ("1", "long ton", "2240", "pound-mass"),
        ("1", "troy ounce", "31.1034768", "gram"),
        ("5", "carat", "1", "gram"),
        ("1", "megatonne", "1000000", "tonne"),
        ("1", "kilowatt hour", "3.6", "megajoule"),
        ("1", "terawatt hour", "1000", "gigawatt hour"),
        ("1", "kilocalorie", "4.184", "kilojoule"),
        ("1", "metric horsepower", "0.73549875", "kilowatt"),
        ("100", "kilometre per hour", "250/9", "metre per second"),
        ("1", "knot", "1.852", "kilometre per hour"),
        ("1", "mile per hour", "1.609344", "kilometre per hour"),
        ("1", "week", "168", "hour"),
        ("400", "year", "146097", "day"),
        ("1", "year", "12", "month"),
        ("1", "gigabyte", "8000", "megabit"),
        ("1", "gibibyte", "1073741824", "byte"),
    ],
)
def test_known_conversions_are_exact_both_ways(
    units: dict[str, Unit], value: str, source: str, expected: str, target: str
) -> None:
    assert converted(units, value, source, target) == Fraction(expected)
    assert converted(units, expected, target, source) == Fraction(value)


def test_horsepower_by_its_definition(units: dict[str, Unit]) -> None:
    foot, pound, gravity = Fraction("0.3048"), Fraction("0.45359237"), Fraction("9.80665")
    assert converted(units, "1", "horsepower", "watt") == 550 * foot * pound * gravity
    assert converted(units, "1", "metric horsepower", "watt") == 75 * gravity


@pytest.mark.parametrize(
    ("celsius", "fahrenheit", "kelvin"),
    [
        ("0", "32", "273.15"),
        ("100", "212", "373.15"),
        ("20", "68", "293.15"),
        ("37", "98.6", "310.15"),
        ("-40", "-40", "233.15"),
        ("-273.15", "-459.67", "0"),
    ],
)
def test_absolute_temperatures(
    units: dict[str, Unit], celsius: str, fahrenheit: str, kelvin: str
) -> None:
    scales = {"degree celsius": celsius, "degree fahrenheit": fahrenheit, "kelvin": kelvin}
    for source, value in scales.items():
        for target, expected in scales.items():
            assert converted(units, value, source, target) == Fraction(expected)


@pytest.mark.parametrize(
    ("value", "source", "expected", "target"),
    [
        ("1.5", "degree celsius", "2.7", "degree fahrenheit"),
        ("18", "degree fahrenheit", "10", "degree celsius"),
        ("2", "degree celsius", "2", "kelvin"),
        ("-9", "degree fahrenheit", "-5", "kelvin"),
        ("30", "mile", "48.28032", "kilometre"),  # no offset, no difference
    ],
)
def test_differences_know_no_offset(
    units: dict[str, Unit], value: str, source: str, expected: str, target: str
) -> None:
    assert converted(units, value, source, target, difference=True) == Fraction(expected)


@pytest.mark.parametrize(
    ("source", "target"),
    [("mile", "square mile"), ("kilowatt", "kilowatt hour"), ("ounce", "us fluid ounce")],
)
def test_units_of_different_things(units: dict[str, Unit], source: str, target: str) -> None:
    with pytest.raises(FactcheckError, match=f"^{source} is a unit of .* {target} one of "):
        converted(units, "1", source, target)


def test_every_dimension_has_its_si_unit(units: dict[str, Unit]) -> None:
    assert {unit.dimension for unit in units.values()} == BASES.keys()
    for dimension, base in BASES.items():
        assert (units[base].dimension, units[base].factor) == (dimension, Fraction(1))
        assert units[base].offset == 0


def test_every_factor_is_positive_and_only_temperatures_have_an_offset(
    units: dict[str, Unit],
) -> None:
    assert all(unit.factor > 0 for unit in units.values())
    shifted = {name for name, unit in units.items() if unit.offset}
    assert shifted == {"degree celsius", "degree fahrenheit"}


def test_the_units_of_one_dimension_differ(units: dict[str, Unit]) -> None:
    seen: dict[tuple[str, Fraction, Fraction], str] = {}
    for name, unit in units.items():
        first = seen.setdefault((unit.dimension, unit.factor, unit.offset), name)
        assert first == name, f"{name} is {first} under another name"


def test_football_pitch_informs_only(units: dict[str, Unit]) -> None:
    assert units["football pitch"].note.startswith("info only")


def test_percent_is_no_unit_of_measure(units: dict[str, Unit]) -> None:
    assert not {"percent", "percentage point"} & units.keys()
