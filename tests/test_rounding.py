"""What printed figures allow: every row of the tables of figures and hedges, and properties."""

from decimal import ROUND_DOWN, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.interval import Interval, exact
from factcheck.rounding import (
    bare,
    coarse,
    interval_of,
    is_exact_count,
    step_of,
    usual_reach,
)
from tests.make_claims import ONE, ends, figure, figures

MILLION, BILLION = Decimal(10) ** 6, Decimal(10) ** 9
INTERVALS = [
    ("de", "4,5 Milliarden Euro", "0.1e9", "4.45e9", "4.55e9"),
    ("de", "187 Milliarden Euro", "1e9", "186.5e9", "187.5e9"),
    ("de", "500 Hektar", "10", "495", "505"),
    ("de", "30 km", "1", "29.5", "30.5"),
    ("de", "5.000 Euro", "100", "4950", "5050"),
    ("de", "5.000 Demonstranten", "100", "4950", "5050"),
    ("de", "eine Milliarde Euro", "1e9", "0.5e9", "1.5e9"),
    ("en", "$1bn", "1e9", "0.5e9", "1.5e9"),
    ("de", "83 Millionen Einwohner", "1e6", "82.5e6", "83.5e6"),
    ("de", "34 Militärchefs", "0", "34", "34"),
    ("de", "30 Länder", "0", "30", "30"),
    ("de", "351.915 Anträge", "0", "351915", "351915"),
    ("de", "3,0 Prozent", "0.1", "2.95", "3.05"),
    ("de", "zweieinhalb Jahre", "0.5", "2.25", "2.75"),
    ("de", "50 Cent", "0.01", "0.495", "0.505"),
    ("en", "1,234.50 dollars", "0.01", "1234.495", "1234.505"),
    ("en", "12,300 people", "100", "12250", "12350"),
    ("en", "minus 3.5 degrees Celsius", "0.1", "-3.55", "-3.45"),
]
HEDGES = {
    "de": {
        "about": "rund etwa circa ca. ungefähr um_die",
        "just under": "knapp fast beinahe nahezu annähernd",
        "just over": "gut etwas_mehr_als leicht_über",
        "over": "über mehr_als oberhalb_von",
        "at least": "mindestens wenigstens gut_und_gern",
        "at most": "bis_zu höchstens maximal",
        "under": "unter weniger_als",
    },
    "en": {
        "about": "about around roughly some approximately circa ~",
        "just under": "nearly almost just_under close_to",
        "just over": "just_over a_little_over",
        "over": "over more_than upwards_of exceeding",
        "at least": "at_least no_fewer_than minimum",
        "at most": "up_to at_most as_many_as",
        "under": "under less_than fewer_than below",
    },
}
HEDGED = {
    "about": Interval(Decimal(4500), Decimal(5500)),
    "just under": Interval(Decimal(4500), Decimal(5000), True, False),
    "just over": Interval(Decimal(5000), Decimal(5500), False, True),
    "over": Interval(Decimal(5000), None, False, True),
    "at least": Interval(Decimal(5000), None, True, True),
    "at most": Interval(Decimal(0), Decimal(5000), True, True),
    "under": Interval(Decimal(0), Decimal(5000), True, False),
}
EXAMPLES = [
    ("rund 5.000 Euro", "[", "4500", "5500", "]"),
    ("rund 15 Länder", "[", "13.5", "16.5", "]"),
    ("rund eine Milliarde Euro", "[", "0.5e9", "1.5e9", "]"),
    ("knapp 40 Prozent", "[", "36", "40", ")"),
    ("knapp drei Jahre", "[", "2.5", "3", ")"),
    ("gut drei Milliarden Euro", "(", "3e9", "3.5e9", "]"),
    ("über 187 Milliarden Euro", "(", "187e9", None, "]"),
    ("mindestens 40 Länder", "[", "40", None, "]"),
    ("bis zu 18.000 Meter", "[", "0", "18000", "]"),
    ("unter 5.000 Euro", "[", "0", "5000", ")"),
    ("unter 20 Grad", "[", None, "20", ")"),
    ("bis zu 20 Grad", "[", None, "20", "]"),
    ("bis zu drei Prozentpunkte", "[", None, "3", "]"),
]
RANGES = [
    ("de", "zwischen 5 und 8 Milliarden Euro"),
    ("de", "von 5 bis 8 Milliarden Euro"),
    ("de", "5 bis 8 Milliarden Euro"),
    ("de", "5-8 Milliarden Euro"),
    ("de", "5–8 Milliarden Euro"),
    ("en", "between 5 and 8 billion euros"),
    ("en", "5 to 8 billion euros"),
    ("en", "5-8 billion euros"),
    ("en", "between €5bn and €8bn"),
    ("en", "between $5 billion and $8 billion"),
]
VAGUE = [
    ("de", "Dutzende Menschen", 24, 99),
    ("de", "Hunderte Menschen", 200, 1999),
    ("de", "Tausende Menschen", 2000, None),
    ("en", "dozens of people", 24, 99),
    ("en", "hundreds of people", 200, 1999),
    ("en", "thousands of people", 2000, None),
]
AMOUNTS = st.decimals(Decimal("0.01"), 10**12, places=2, allow_nan=False)
HEDGE_NAMES = st.sampled_from([None, *HEDGED])


@pytest.mark.parametrize(("language", "text", "step", "low", "high"), INTERVALS)
def test_printed_figure_allows_half_a_step_on_either_side(
    language: str, text: str, step: str, low: str, high: str
) -> None:
    found = figure(text, language)
    assert found.step == Decimal(step)
    assert ends(found) == (Fraction(low), Fraction(high))
    assert (found.interval.low_closed, found.interval.high_closed) == (True, True)


@pytest.mark.parametrize(
    ("language", "phrase", "hedge"),
    [
        (language, word.replace("_", " "), hedge)
        for language, groups in HEDGES.items()
        for hedge, words in groups.items()
        for word in words.split()
    ],
)
def test_hedges_of_both_languages(language: str, phrase: str, hedge: str) -> None:
    amount = {"de": "5.000 Euro", "en": "5,000 euros"}[language]
    for text in (f"{phrase} {amount}", f"{phrase.capitalize()} {amount}"):
        found = figure(text, language)
        assert found.hedge == hedge
        assert found.interval == HEDGED[hedge]
        assert found.span.text == text


def test_from_a_figure_upwards() -> None:
    assert figure("ab 5.000 Euro").hedge == "at least"


@pytest.mark.parametrize(("text", "opening", "low", "high", "closing"), EXAMPLES)
def test_hedged_figures(
    text: str, opening: str, low: str | None, high: str | None, closing: str
) -> None:
    found = figure(text)
    wanted = (None if low is None else Fraction(low), None if high is None else Fraction(high))
    assert ends(found) == wanted
    if low is not None:
        assert found.interval.low_closed is (opening == "[")
    if high is not None:
        assert found.interval.high_closed is (closing == "]")


@pytest.mark.parametrize(("language", "text"), RANGES)
def test_range_has_its_ends_as_printed(language: str, text: str) -> None:
    found = figure(text, language)
    assert found.hedge == "range"
    assert found.value is None
    assert ends(found) == (Fraction(5 * 10**9), Fraction(8 * 10**9))


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("de", "stieg von 5 auf 8 Milliarden Euro", ("5e9", "8e9")),
        ("en", "rose from 5 to 8 billion euros", ("5e9", "8e9")),
        ("de", "Es gab 5 und 8 Milliarden Euro", ("5", "8e9")),
    ],
)
def test_what_is_no_range_stays_two_figures(
    language: str, text: str, values: tuple[str, str]
) -> None:
    found = figures(text, language)
    assert [quantity.value for quantity in found] == [Decimal(value) for value in values]


@pytest.mark.parametrize("text", ["der 8-5-Sieg", "ein 2:1-Sieg", "Sie gewannen 3:0."])
def test_scores_are_no_figures(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(("language", "text", "low", "high"), VAGUE)
def test_vague_multitudes_have_no_value(
    language: str, text: str, low: int, high: int | None
) -> None:
    found = figure(text, language)
    assert (found.hedge, found.value) == ("vague", None)
    assert ends(found) == (Fraction(low), None if high is None else Fraction(high))


@pytest.mark.parametrize(
    ("language", "text"), [("de", "mehrere Menschen"), ("en", "several people")]
)
def test_several_is_three_to_nine(language: str, text: str) -> None:
    assert ends(figure(text, language)) == (Fraction(3), Fraction(9))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("eine halbe Million Euro", "0.45e6", "0.55e6"),
        ("ein Viertel der Menschen", "0.225", "0.275"),
    ],
)
def test_fractions_in_words_allow_a_tenth(text: str, low: str, high: str) -> None:
    assert ends(figure(text)) == (Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ("5000", "1000"),
        ("4.5", "0.1"),
        ("4500000000", "1e8"),
        ("187", "1"),
        ("0", "1"),
        ("3.0", "1"),
    ],
)
def test_coarse_place_is_that_of_the_last_digit_that_is_not_zero(value: str, place: str) -> None:
    assert coarse(Decimal(value)) == Decimal(place)


@pytest.mark.parametrize(
    ("printed", "scale", "step"),
    [
        ("4.5", BILLION, "1e8"),
        ("4.50", BILLION, "1e7"),
        ("5000", ONE, "100"),
        ("5", MILLION, "1e6"),
        ("10", ONE, "1"),
        ("100", ONE, "10"),
        ("120", ONE, "10"),
        ("123", ONE, "1"),
        ("40000", ONE, "1000"),
        ("0.5", ONE, "0.1"),
        ("7", ONE, "1"),
    ],
)
def test_step_is_never_coarser_than_the_second_digit(
    printed: str, scale: Decimal, step: str
) -> None:
    assert step_of(Decimal(printed), scale) == Decimal(step)


@pytest.mark.parametrize(
    ("printed", "scale", "is_exact"),
    [
        ("34", ONE, True),
        ("99", ONE, True),
        ("90", ONE, True),
        ("100", ONE, False),
        ("351915", ONE, True),
        ("5000", ONE, False),
        ("34", MILLION, False),
        ("3.4", ONE, False),
    ],
)
def test_counts_are_exact_below_a_hundred_or_with_a_last_digit(
    printed: str, scale: Decimal, is_exact: bool
) -> None:
    assert is_exact_count(Decimal(printed), scale) is is_exact


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("über 187 Milliarden Euro", "187e9", "188e9"),
        ("über 5.000 Euro", "5000", "6000"),
        ("mindestens 5.000 Euro", "5000", "6000"),
        ("unter 5.000 Euro", "4000", "5000"),
        ("bis zu 5.000 Euro", "0", "5000"),
        ("rund 5.000 Euro", "4500", "5500"),
    ],
)
def test_bounds_usually_reach_one_place_further(text: str, low: str, high: str) -> None:
    found = figure(text)
    assert isinstance(found.value, Decimal)
    usual = usual_reach(found.value, found.hedge, found.interval)
    assert (usual.low, usual.high) == (Decimal(low), Decimal(high))
    assert usual.contains(Decimal(5000)) is (found.hedge in {"at least", "at most", "about"})


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("bis zu 18.000 Meter", "17500", "18500"),
        ("über 100 Millionen Euro", "95e6", "105e6"),
        ("rund 5.000 Euro", "4500", "5500"),
        ("5.000 Euro", "4950", "5050"),
    ],
)
def test_bare_figure_drops_bounds_and_keeps_the_other_hedges(
    text: str, low: str, high: str
) -> None:
    found = figure(text)
    assert found.value is not None
    plain = bare(found.value, found.step, found.hedge, found.interval)
    assert (plain.low, plain.high) == (Decimal(low), Decimal(high))


@given(AMOUNTS, st.integers(0, 12), HEDGE_NAMES, st.booleans())
def test_printed_value_is_allowed_or_the_open_end(
    printed: Decimal, power: int, hedge: str | None, signed: bool
) -> None:
    scale = Decimal(10) ** power
    value = printed * scale
    allowed = interval_of(value, step_of(printed, scale), hedge, signed=signed)
    at_open_end = (allowed.low == value and not allowed.low_closed) or (
        allowed.high == value and not allowed.high_closed
    )
    assert allowed.contains(value) is not at_open_end
    assert at_open_end is (hedge in {"just under", "just over", "over", "under"})


@given(AMOUNTS, st.integers(0, 12))
def test_step_is_a_power_of_ten_and_never_coarser_than_the_figure(
    printed: Decimal, power: int
) -> None:
    scale = Decimal(10) ** power
    step = step_of(printed, scale)
    assert step.normalize().as_tuple().digits == (1,)
    assert step <= max(scale, coarse(printed * scale))
    assert exact(printed * scale) % exact(step) == 0


@given(
    st.fractions(1, 10**9, max_denominator=1000),
    st.integers(0, 3),
    st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN]),
)
def test_figure_rounded_to_decimal_places_allows_what_it_was_rounded_from(
    true: Fraction, places: int, mode: str
) -> None:
    unit = Decimal(1).scaleb(-places)
    long = Decimal(true.numerator) / Decimal(true.denominator)
    printed = long.quantize(unit, rounding=mode)
    step = step_of(printed, ONE) if places else ONE
    assert interval_of(printed, step, None, signed=False).contains(long)


@given(st.decimals(100, 10**6, places=4, allow_nan=False))
def test_just_over_and_over_allow_what_was_cut_off(true: Decimal) -> None:
    printed = true.quantize(Decimal(1), rounding=ROUND_DOWN)
    for hedge in ("just over", "over", "at least"):
        allowed = interval_of(printed, step_of(printed, ONE), hedge, signed=False)
        assert allowed.contains(true) or (true == printed and hedge != "at least")
