"""The one comparison rule: prints, exchanged sides, severity; and how rarely it errs."""

from decimal import (
    ROUND_DOWN,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Decimal,
)
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.comparison.judge import (
    Judge,
    Outcome,
    Printed,
    Working,
    compare,
    compare_conversion,
    printed,
)
from factcheck.interval import Interval, around, exact, point
from factcheck.model import Claim, Span
from factcheck.reference.tables import load_tables
from factcheck.reference.units import convert
from tests.make_claims import ONE, Chance, compared, figure, quantity, read

BILLION = Decimal(10) ** 9
MODES = [ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_HALF_DOWN]
PRINTED_FOR = [
    ("4,5 Milliarden Euro", "4.4501e9 4.55e9 4.5999e9", "4.4499e9 4.6e9"),
    ("187 Milliarden Euro", "186.5e9 187.9999e9", "186.4e9 188e9"),
    ("500 Hektar", "455 495 505 550", "454 551"),
    ("30 km", "27.3 30 33.3", "27.2 33.4"),
    ("5.000 Euro", "4546 4950 5500", "4545 5501"),
    ("5.000 Demonstranten", "4546 5500", "4545 5501"),
    ("eine Milliarde Euro", "0.5e9 1.5e9 1.9999e9", "0.49e9 2e9"),
    ("83 Millionen Einwohner", "82.5e6 83.9999e6", "82.4e6 84e6"),
    ("34 Militärchefs", "34", "33 33.9 34.1 35"),
    ("351.915 Anträge", "351915", "351914.9 351916"),
    ("3,0 Prozent", "2.95 3.05", "2.94 3.06"),
]
POUNDS_TO_EUROS = Interval(Fraction("1.1793"), Fraction("1.1996"))


def outcome_for(nominal: str, figure_read: Printed) -> Outcome:
    """How a figure compares with one exactly known value."""
    value = point(Fraction(nominal))
    return compare(value, value, figure_read)


@pytest.mark.parametrize(("text", "printed_for", "not_printed_for"), PRINTED_FOR)
def test_figure_may_be_printed_for_what_rounds_or_cuts_to_it(
    text: str, printed_for: str, not_printed_for: str
) -> None:
    for value in printed_for.split():
        assert outcome_for(value, read(text)).how is not None, value
    for value in not_printed_for.split():
        assert outcome_for(value, read(text)).how is None, value


@pytest.mark.parametrize(
    ("text", "nominal", "how"),
    [
        ("4,5 Milliarden Euro", "4.5e9", "exactly"),
        ("4,5 Milliarden Euro", "4.52e9", "rounding"),
        ("4,5 Milliarden Euro", "4.58e9", "truncation"),
        ("500 Hektar", "540", "rounding"),
        ("187 Milliarden Euro", "187.7e9", "truncation"),
        ("30 Länder", "30", "exactly"),
        ("3,0 Prozent", "3.04", "rounding"),
    ],
)
def test_outcome_says_how_they_agree(text: str, nominal: str, how: str) -> None:
    outcome = outcome_for(nominal, read(text))
    assert outcome.how == how
    assert outcome.agrees


@pytest.mark.parametrize("text", ["3,0 Prozent", "drei Prozentpunkte", "34 Länder"])
def test_percentages_and_exact_counts_have_their_interval_alone(text: str) -> None:
    assert not read(text).prints


@pytest.mark.parametrize(
    "text", ["5.000 Euro", "30 km", "5.000 Menschen", "83 Millionen", "3 Tage"]
)
def test_money_measures_and_rounded_counts_are_prints(text: str) -> None:
    assert read(text).prints


@pytest.mark.parametrize(
    "text", ["zwischen 5 und 8 Euro", "Dutzende Menschen", "Hunderte Menschen"]
)
def test_ranges_and_vague_multitudes_are_not_compared(text: str) -> None:
    assert printed(figure(text)) is None


@pytest.mark.parametrize(
    ("low", "high", "text", "how"),
    [
        ("0.9e9", "1.1e9", "eine Milliarde Euro", "exactly"),
        ("1.1e9", "1.2e9", "eine Milliarde Euro", "rounding"),
        ("0.51e9", "0.7e9", "eine Milliarde Euro", "loosely"),
        ("1.34e9", "1.4e9", "eine Milliarde Euro", "loosely"),
        ("1.3e9", "1.32e9", "eine Milliarde Euro", "rounding"),
        ("1.9e9", "1.95e9", "eine Milliarde Euro", "loosely"),
    ],
)
def test_agreement_of_figures_a_quarter_apart_is_loose(
    low: str, high: str, text: str, how: str
) -> None:
    nominal = Interval(Fraction(low), Fraction(high))
    outcome = compare(nominal, nominal, read(text))
    assert outcome.how == how
    assert outcome.agrees is (how != "loosely")


@pytest.mark.parametrize(
    ("original", "converted", "how"),
    [
        (("4.5", "5.3"), BILLION, "rounding"),
        (("4.5", "5.4"), BILLION, "rounding"),
        (("4.5", "5"), BILLION, "rounding"),
        (("4.5", "6.9"), BILLION, None),
        (("4.5", "3.8"), BILLION, None),
        (("1", "600"), ONE, None),
    ],
)
def test_seed_conversion(original: tuple[str, str], converted: Decimal, how: str | None) -> None:
    left, right = (compared(digits, converted) for digits in original)
    assert compare_conversion(left, right, POUNDS_TO_EUROS).how == how


def test_seed_conversion_is_off_by_a_thousand_in_millions() -> None:
    original, converted = compared("4.5", BILLION), compared("5.3", Decimal(10) ** 6)
    outcome = compare_conversion(original, converted, POUNDS_TO_EUROS)
    assert outcome == Outcome(None, decisive=True)


@pytest.mark.parametrize(
    ("miles", "kilometres"),
    [
        ("20", "30"),
        ("20", "32"),
        ("19", "30"),
        ("30", "50"),
        ("300", "500"),
        ("27", "40"),
        ("6", "10"),
    ],
)
def test_either_side_may_have_been_rounded_first(miles: str, kilometres: str) -> None:
    factor = Fraction("1.609344")
    left, right = compared(miles, kind="measure"), compared(kilometres, kind="measure")
    assert compare_conversion(left, right, point(factor)).agrees
    assert compare_conversion(right, left, point(1 / factor)).agrees


def test_sides_are_exchanged_only_where_a_print_explains_it() -> None:
    factor = Fraction("0.621371192")
    forty, twenty_seven = compared("40", kind="measure"), compared("27", kind="measure")
    forward = compare(forty.interval.times(point(factor)), point(40 * factor), twenty_seven)
    assert forward.how is None
    assert compare_conversion(forty, twenty_seven, point(factor)).how == "rounding"


@pytest.mark.parametrize(
    ("original", "converted", "factor"),
    [
        ("bis zu 18.000 Meter", "60.000 Fuß", "3.28084"),
        ("über 100 Millionen Euro", "108 Millionen Dollar", "1.08"),
        ("mindestens 100 Euro", "108 Dollar", "1.08"),
        ("unter 100 Euro", "über 108 Dollar", "1.08"),
        ("rund 100 Euro", "115 Dollar", "1.08"),
        ("knapp 100 Euro", "100 Dollar", "1.08"),
    ],
)
def test_bounds_hold_for_both_sides_of_a_conversion(
    original: str, converted: str, factor: str
) -> None:
    left, right = read(original, drop_bounds=True), read(converted, drop_bounds=True)
    assert compare_conversion(left, right, point(Fraction(factor))).agrees


@pytest.mark.parametrize(
    ("original", "converted"),
    [("über 100 Millionen Euro", "150 Millionen Dollar"), ("bis zu 100 Euro", "8 Dollar")],
)
def test_bounds_excuse_nothing_in_a_conversion(original: str, converted: str) -> None:
    left, right = read(original, drop_bounds=True), read(converted, drop_bounds=True)
    assert compare_conversion(left, right, point(Fraction("1.08"))).how is None


@pytest.mark.parametrize(
    ("text", "value", "agrees"),
    [
        ("über 178 Milliarden Euro", "187e9", True),
        ("über 187 Millionen Euro", "187e9", True),
        ("mindestens 187 Milliarden Euro", "187e9", True),
        ("über 187 Milliarden Euro", "180e9", False),
        ("bis zu 187 Milliarden Euro", "188.5e9", False),
        ("knapp 40 Prozent", "38", True),
        ("knapp 40 Prozent", "40.5", False),
    ],
)
def test_bounds_are_contradicted_only_from_the_other_side(
    text: str, value: str, agrees: bool
) -> None:
    assert (outcome_for(value, read(text)).how is not None) is agrees


@pytest.mark.parametrize(
    ("text", "value", "agrees"),
    [
        ("über 187 Milliarden Euro", "187.8e9", True),
        ("über 178 Milliarden Euro", "187e9", False),
        ("über 5.000 Euro", "5900", True),
        ("über 5.000 Euro", "7000", False),
        ("unter 5.000 Euro", "4100", True),
        ("unter 5.000 Euro", "3000", False),
    ],
)
def test_bounds_reach_only_as_far_as_they_usually_do(text: str, value: str, agrees: bool) -> None:
    assert (outcome_for(value, read(text, reach=True)).how is not None) is agrees


def test_amounts_under_a_unit_of_the_coarser_figure_apart_are_not_decisive() -> None:
    rate = point(Fraction("0.94"))
    twice_rounded = compare_conversion(compared("500"), compared("400"), rate)
    assert twice_rounded == Outcome(None, decisive=False)
    assert compare_conversion(compared("500"), compared("300"), rate) == Outcome(None, True)
    assert compare_conversion(compared("500"), compared("700"), rate) == Outcome(None, True)


def claim(text: str) -> Claim:
    span = Span(0, len(text), text)
    return Claim(f"money-{text}", "money", span, Span(0, len(text) + 1, f"{text}."))


@pytest.mark.parametrize(
    ("precision", "verdict", "decisive", "severity"),
    [
        ("H", "mismatch", True, "error"),
        ("H", "mismatch", False, "warning"),
        ("M", "mismatch", True, "warning"),
        ("N", "mismatch", True, "info"),
        ("H", "outdated", True, "warning"),
        ("M", "outdated", True, "warning"),
        ("N", "outdated", True, "info"),
        ("H", "supported", True, "info"),
        ("H", "unclear", True, "info"),
        ("H", "unverified", True, "info"),
    ],
)
def test_severity_follows_verdict_precision_and_distance(
    precision: str, verdict: str, decisive: bool, severity: str
) -> None:
    judge = Judge("FC999", "example", precision)
    finding = judge.finding(verdict, [claim("5 Euro")], "Words.", Working(), decisive=decisive)
    assert finding.severity == severity
    assert (finding.code, finding.name, finding.verdict) == ("FC999", "example", verdict)


@pytest.mark.parametrize(
    ("precision", "verdict", "severity"),
    [
        ("H", "unclear", "warning"),
        ("M", "unclear", "warning"),
        ("N", "unclear", "info"),
        ("H", "supported", "info"),
        ("H", "unverified", "info"),
    ],
)
def test_cautious_check_warns_only_of_what_is_unclear(
    precision: str, verdict: str, severity: str
) -> None:
    judge = Judge("FC999", "example", precision)
    finding = judge.finding(verdict, [claim("5 Euro")], "Words.", Working(), cautious=True)
    assert finding.severity == severity


def test_finding_speaks_of_its_first_claim_and_shows_all() -> None:
    first, second = claim("5 Euro"), claim("6 Dollar")
    judge = Judge("FC999", "example", "H")
    finding = judge.finding("mismatch", [first, second], "Words.", Working("5 = 6"))
    assert finding.claims == (first, second)
    assert finding.spans == (first.span, second.span)
    assert finding.calculation == "5 = 6"
    other = judge.finding("mismatch", [second, first], "Words.", Working())
    assert finding.id != other.id
    chosen = judge.finding("supported", [first], "Words.", Working(), spans=[second.span])
    assert chosen.spans == (second.span,)
    assert chosen.id == finding.id


def rounded(value: Fraction, digits: int, mode: str) -> tuple[str, Decimal]:
    """A value printed with so many significant digits: digits as they stand, and a scale word."""
    scale = next((s for s in (BILLION, Decimal(10) ** 6) if value >= exact(s)), ONE)
    part = Decimal(value.numerator) / Decimal(value.denominator) / scale
    place = Decimal(1).scaleb(part.adjusted() - digits + 1)
    return f"{part.quantize(place, rounding=mode):f}", scale


@given(
    st.fractions(1, 10**12, max_denominator=10**6),
    st.integers(1, 6),
    st.sampled_from([*MODES, ROUND_DOWN]),
    st.sampled_from(["money", "measure"]),
)
@example(Fraction("1.06"), 1, ROUND_HALF_UP, "money")
def test_print_of_a_value_never_contradicts_it(
    true: Fraction, digits: int, mode: str, kind: str
) -> None:
    digits_printed, scale = rounded(true, digits, mode)
    figure_read = compared(digits_printed, scale, kind)
    moved = abs(figure_read.value - true) / true
    if mode == ROUND_DOWN and figure_read.step < exact(scale) * 10 ** (
        len(digits_printed.split(".", maxsplit=1)[0]) - digits
    ):
        return  # cut to a place that the figure does not show: "5000" for 5999
    outcome = compare(point(true), point(true), figure_read)
    assert outcome.how is not None or moved > Fraction(1, 10)
    assert outcome.agrees or moved > Fraction(1, 10)


PAIRS = ["USD", "GBP", "CHF", "PLN", "JPY", "SEK", "CZK", "TRY", "CNY"]
RATES = {
    "USD": "1.0843", "GBP": "0.84078", "CHF": "0.9613", "PLN": "4.1815", "JPY": "161.46",
    "SEK": "10.982", "CZK": "25.021", "TRY": "39.87", "CNY": "7.8925",
}  # fmt: skip
UNITS = [
    ("mile", "kilometre"), ("foot", "metre"), ("acre", "hectare"), ("pound-mass", "kilogram"),
    ("barrel", "litre"), ("mile per hour", "kilometre per hour"), ("ounce", "gram"),
    ("square mile", "square kilometre"),
]  # fmt: skip
WEEK_OF_RATES, SPREAD, OTHER_SOURCE = Fraction(8, 1000), Fraction(5, 1000), 0.0025


def as_a_desk_prints(chance: Chance, value: Fraction) -> tuple[str, Decimal]:
    """1 to 3 significant digits, but as many as it takes to move the value by a tenth at most."""
    for digits in range(chance.below(3) + 1, 4):
        text, scale = rounded(value, digits, ROUND_HALF_UP)
        if abs(Fraction(text) * exact(scale) - value) * 10 <= value:
            break
    return text, scale


def right_pair(
    chance: Chance, factor: Fraction, kind: str, *, from_print: bool
) -> tuple[Printed, Printed]:
    """Two prints of one amount, the second converted from the first print or from the truth."""
    true = Fraction(10 ** (chance.unit() * 8 + 1)).limit_denominator(1000)
    digits, scale = as_a_desk_prints(chance, true)
    if from_print:
        true = Fraction(digits) * exact(scale)
    other = as_a_desk_prints(chance, true * factor)
    return compared(digits, scale, kind), compared(*other, kind)


def simulated_currencies(count: int) -> list[Outcome]:
    chance = Chance("currencies")
    found = []
    for _ in range(count):
        rate = Fraction(RATES[chance.of(PAIRS)])
        if chance.below(2):
            rate = 1 / rate
        middle = rate * (1 + Fraction(chance.unit() - 0.5) * WEEK_OF_RATES)
        used = middle * (1 + Fraction(chance.normal() * OTHER_SOURCE))
        band = around(rate, WEEK_OF_RATES / 2 + SPREAD)
        pair = right_pair(chance, used, "money", from_print=bool(chance.below(2)))
        found.append(compare_conversion(*pair, band))
    return found


def simulated_units(count: int, *, from_print: bool) -> list[Outcome]:
    units = load_tables(()).units
    chance = Chance("units")
    found = []
    for _ in range(count):
        pair = UNITS[chance.below(len(UNITS))]
        source, target = pair if chance.below(2) else (pair[1], pair[0])
        factor = convert(Fraction(1), units[source], units[target], difference=True)
        amounts = right_pair(chance, factor, "measure", from_print=from_print)
        found.append(compare_conversion(*amounts, point(factor)))
    return found


def errors_and_warnings(outcomes: list[Outcome]) -> tuple[int, int]:
    errors = [o for o in outcomes if o.how is None and o.decisive]
    return len(errors), len([o for o in outcomes if not o.agrees]) - len(errors)


def test_right_currency_conversions_are_hardly_ever_questioned() -> None:
    errors, warnings = errors_and_warnings(simulated_currencies(6000))
    assert errors == 0
    assert warnings <= 6000 * 5 // 1000


def test_right_unit_conversions_of_a_printed_figure_are_never_questioned() -> None:
    assert errors_and_warnings(simulated_units(4000, from_print=True)) == (0, 0)


def test_right_unit_conversions_rounded_on_both_sides_are_no_errors() -> None:
    errors, warnings = errors_and_warnings(simulated_units(4000, from_print=False))
    assert errors == 0
    assert warnings <= 4000 * 2 // 100


@pytest.mark.parametrize(
    "wrong", [Fraction(1000), Fraction(1, 1000), Fraction(10), Fraction(1, 10)]
)
def test_wrong_scale_words_are_always_found(wrong: Fraction) -> None:
    chance = Chance("scales")
    for _ in range(1000):
        rate = Fraction(RATES[chance.of(PAIRS)])
        left, right = right_pair(chance, rate, "money", from_print=True)
        outcome = compare_conversion(left, right.times(wrong), around(rate, SPREAD))
        assert not outcome.agrees, (left, right)


def test_scaled_figure_keeps_its_digits() -> None:
    assert compared("5.3", BILLION).times(Fraction(1, 1000)) == compared("5.3", Decimal(10) ** 6)


def test_moved_figure_is_printed_as_finely() -> None:
    moved = compared("178", BILLION).moved(exact(Decimal("187e9")))
    assert moved == compared("187", BILLION)
    assert quantity("187", BILLION).interval == moved.interval
