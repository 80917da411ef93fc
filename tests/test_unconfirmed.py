"""Figures that fit without a finding: which triples are listed, and which are only counted."""

import io

import factcheck
from tests.read_articles import Article
from tests.unconfirmed import fitting, report

BOUND = "Sales rose by 12.5 per cent, from 480 to 540."
LOOSE = (
    "Rain cost the orchards 1,240 tonnes and the vineyards 385 tonnes. A frost took 1,625 tonnes."
)


def listed(text: str) -> str:
    out = io.StringIO()
    report(iter([Article("one", text, "2024-05-02", "en")]), out)
    return out.getvalue()


def fits(text: str) -> list[tuple[str, ...]]:
    claims = factcheck.extract(text, language="en", date="2024-05-02")
    return [tuple(claim.span.text for claim, _ in triple) for triple in fitting(claims)]


def test_what_a_finding_binds_is_only_counted() -> None:
    assert listed(BOUND) == "1 figures confirmed, 0 that fit and are not\n"


def test_what_no_finding_binds_is_shown_with_its_sentences() -> None:
    assert listed(LOOSE) == (
        "1,240 tonnes | 385 tonnes | 1,625 tonnes || one\n"
        f"    {LOOSE}\n"
        "0 figures confirmed, 1 that fit and are not\n"
    )


def test_changes_fit_from_either_level_and_of_one_unit_only() -> None:
    levels = "The mill shipped {} in May and the forge {}. A rumour spoke of 12.5%."
    assert fits(levels.format("480 tonnes", "540 tonnes")) == [
        ("480 tonnes", "540 tonnes", "12.5%")
    ]
    assert fits(levels.format("480 tonnes", "420 tonnes")) == [
        ("480 tonnes", "420 tonnes", "12.5%")
    ]
    assert fits(levels.format("480 tonnes", "£540")) == []


def test_far_sentences_and_single_digits_make_no_triple() -> None:
    near = "They sold 215 pears. In May 310 pears went. "
    assert (
        fits(near + "Some 14 pickers left. Another 16 pickers stayed. That made 525 pears.") == []
    )
    assert fits(near + "That made 525 pears.") == [("215 pears", "310 pears", "525 pears")]
    assert fits("They sold 200 pears and 300 pears. That made 500 pears.") == []
