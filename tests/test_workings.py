"""The line that shows a sum: as fine as the figure judged, and in the style of the article."""

import pytest

import factcheck
from factcheck import pipeline
from factcheck.config import make_settings


def line(text: str, language: str, code: str) -> str:
    """The calculation of the one finding of a check."""
    report = factcheck.check(text, language=language, date="2025-06-13")
    (found,) = (each for each in report.findings if each.code == code)
    return found.calculation or ""


@pytest.mark.parametrize(
    ("text", "language", "code", "expected"),
    [
        (
            "The river rose from 0.8m to 2.3m, an increase of 1.5m.", "en", "FC102",
            "0.8m and 2.3m: difference 1.5m (with rounding 1.4m to 1.6m); printed: 1.5m",
        ),
        (
            "The lake rose from 1.2m to 1.5m, an increase of 0.3m.", "en", "FC102",
            "1.2m and 1.5m: difference 0.3m (with rounding 0.2m to 0.4m); printed: 0.3m",
        ),
        (
            "It spent £2.7m: £1.5m on the bank, £0.9m on pumps and £0.3m on sensors.", "en",
            "FC105",
            "£1.5m, £0.9m and £0.3m make £2.7m (with rounding £2.55m to £2.85m); printed: £2.7m",
        ),
        (
            "Es sind statt 640 noch 608, ein Minus von 5 Prozent.", "de", "FC102",
            ("640 und 608: Rückgang um 5 Prozent (mit Rundung 4,25 bis 5,74 Prozent); "
             "gedruckt: 5 Prozent"),
        ),
        (
            "The town grew from 4m to 4.3m, by 300,000.", "en", "FC102",
            "4m and 4.3m: difference 300,000 (with rounding up to 850,000); printed: 300,000",
        ),
        (
            "They have 1,234,567 and 2,345,678 inhabitants, 3,680,245 in total.", "en", "FC105",
            "1,234,567 and 2,345,678 inhabitants make 3,580,245; printed: 3,680,245",
        ),
        (
            "Earning £520 a year, or £10 a week, she saved.", "en", "FC112",
            "£520, converted: £10 (with rounding £9.52 to £10.30); printed: £10",
        ),
        (
            "The list grew from 140 pupils to 210, an increase of 50 per cent.", "en", "FC102",
            "140 pupils and 210: up 50% (with rounding 41.4 to 59.3%); printed: 50 per cent",
        ),
    ],
)  # fmt: skip
def test_lines(text: str, language: str, code: str, expected: str) -> None:
    assert line(text, language, code) == expected


@pytest.mark.parametrize(
    ("parts", "whole", "made"),
    [
        ("5000 Euro, das Dach 2500 Euro und die Tür 1500 Euro", "8000 Euro", "9000 Euro"),
        ("5.000 Euro, das Dach 2.500 Euro und die Tür 1.500 Euro", "8.000 Euro", "9.000 Euro"),
    ],
)
def test_thousands_are_parted_as_the_article_does(parts: str, whole: str, made: str) -> None:
    text = f"Die Halle kostet {parts}, zusammen {whole}."
    assert f"ergeben zusammen {made} " in line(text, "de", "FC105")


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        (
            "Der Gewinn legte um 18,9 Prozent auf 24,96 Millionen Euro zu (2023: 21,0 Millionen).",
            "18,9 Prozent auf 24,96 Millionen Euro zu (2023: 21,0 Millionen)",
        ),
        (
            "Die Karte kostet 4,50 statt bisher 4 Euro (plus 12,5 Prozent).",
            "4,50 statt bisher 4 Euro (plus 12,5 Prozent)",
        ),
    ],
)
def test_evidence_cuts_off_no_bracket(text: str, evidence: str) -> None:
    report = factcheck.check(text, language="de", date="2025-06-13")
    (found,) = (each for each in report.findings if each.code == "FC102")
    assert [each.text for each in found.evidence] == [evidence]


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Norlan has ordered two ships for £140m, or £7bn each.", "£70 million?"),
        ("Sales rose from £2.4m to £2.7m, an increase of 25 per cent.", "12.5%?"),
        ("Norlan has ordered two ships for £140m, or £80m each.", "£70m?"),
        ("The halls have 1,240 and 2,355 seats, a total of 3,955.", "3,595?"),
    ],
)
def test_suggestions_are_printed_like_the_figure(text: str, suggestion: str) -> None:
    (found,) = factcheck.check(text, language="en", date="2025-06-13").findings
    assert found.suggestion == suggestion


def test_a_temperature_is_converted_by_two_facts() -> None:
    (found,) = factcheck.check("It fell to -4C (35F) overnight.", language="en").findings
    zero, one = found.evidence[0].text.split(", ")
    assert zero == "0 degrees Celsius = 32 degrees Fahrenheit"
    assert one == "a difference of 1 degree Celsius = 1.8 degrees Fahrenheit"


def test_another_language_of_the_report_has_its_own_scale_words() -> None:
    settings = make_settings(language="en", report_language="de")
    text = "Norlan has ordered two ships for £140m, or £80m each."
    (found,) = pipeline.check(text, settings).findings
    assert (found.calculation or "").startswith("£140m und two ships: je 70 Millionen Pfund ")
    assert found.suggestion == "£70m?"
