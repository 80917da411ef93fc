"""Less common ways to write a figure: glued codes and units, short scale words, a unit far off."""

from decimal import Decimal

import pytest

from factcheck import check

FIGURES = [
    ("en", "The coffee costs CHF3.04 in Basel.", "3.04", "CHF"),
    ("en", "The state set aside Rs 40 crore for the road.", "400000000", "INR"),
    ("en", "Some 3 lakh people live there.", "300000", None),
    ("en", "The bar is 30 °C warm.", "30", "degree celsius"),
    ("de", "Das Jahresgehalt liegt bei 50k Euro.", "50000", "EUR"),
    ("de", "Das Wasser ist 30 ° Celsius warm.", "30", "degree celsius"),
    ("de", "Sie blieb zwei weitere Jahre im Amt.", "2", "year"),
]


@pytest.mark.parametrize(("language", "text", "value", "unit"), FIGURES)
def test_value_and_unit(language: str, text: str, value: str, unit: str | None) -> None:
    quantities = [claim.quantity for claim in check(text, language=language).claims]
    assert [(q.value, q.unit) for q in quantities if q] == [(Decimal(value), unit)]


# A lone capital is a degree only beside a degree sign or its word; a lower-case letter never is.
NOT_DEGREES = [("en", "She scored 3 c in the exam."), ("de", "Er wohnt in Haus 3 c am Markt.")]


@pytest.mark.parametrize(("language", "text"), NOT_DEGREES)
def test_a_letter_is_no_degree(language: str, text: str) -> None:
    units = {c.quantity.unit for c in check(text, language=language).claims if c.quantity}
    assert "degree celsius" not in units


def test_each_end_of_a_range_with_its_unit() -> None:
    (claim,) = check("The trail is 3km-5km long.", language="en").claims
    assert claim.quantity is not None
    assert (claim.quantity.interval.low, claim.quantity.interval.high) == (Decimal(3), Decimal(5))
    assert claim.quantity.unit == "kilometre"
