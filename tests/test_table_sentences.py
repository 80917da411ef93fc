"""Sentences for the tables as a whole: nothing right is contradicted, nothing wrong confirmed."""

import tomllib
from collections import Counter
from datetime import date

import pytest

import factcheck
from factcheck.report.formats import Look
from tests.score_tables import SENTENCES, Outcome, outcomes

# The newest row that any right sentence rests on, and a year.
LATER = date(2027, 3, 6)
# A running total of 2025 is outdated by then, and a newer one is in the table.
OUTDATED = "So far the EU and its member states have provided €177.5 billion in support to Ukraine."
LEAST_CONFIRMED = 186
LEAST_CONTRADICTED = 92


@pytest.fixture(scope="module")
def found() -> list[Outcome]:
    return list(outcomes())


def test_there_are_enough_sentences_and_half_of_them_are_right_or_tempting() -> None:
    entries = tomllib.loads(SENTENCES.read_text("utf-8"))
    count = Counter({kind: len(rows) for kind, rows in entries.items()})
    assert count.total() >= 150
    assert (count["right"] + count["other"]) * 2 >= count.total()
    assert {row[0] for rows in entries.values() for row in rows} == {"de", "en"}


def test_nothing_right_or_other_is_contradicted(found: list[Outcome]) -> None:
    assert [each.text for each in found if each.kind != "wrong" and each.contradicted] == []


def test_nothing_wrong_or_other_is_confirmed(found: list[Outcome]) -> None:
    assert [each.text for each in found if each.kind != "right" and each.confirmed] == []


def test_most_of_the_right_is_confirmed_and_most_of_the_wrong_contradicted(
    found: list[Outcome],
) -> None:
    assert sum(each.kind == "right" and each.confirmed for each in found) >= LEAST_CONFIRMED
    assert sum(each.kind == "wrong" and each.contradicted for each in found) >= LEAST_CONTRADICTED


def test_a_year_after_the_newest_row_nothing_right_is_an_error() -> None:
    late = [each for each in outcomes(LATER) if each.kind == "right"]
    assert [each.text for each in late if "error" in each.severities] == []
    assert {each.text for each in late if each.contradicted} <= {OUTDATED}


def test_a_finding_tells_how_its_row_was_found() -> None:
    report = factcheck.check(
        "In Deutschland leben 83,5 Millionen Menschen.", language="de", date="2025-03-13"
    )
    claim = report.claims[0]
    told = report.explain(claim)
    assert "population.csv:DE/2024: 98 Punkte (Wer 35, Was 35, Zusätze 15, Zeit 8" in told
    assert "nichts Unerklärtes im Satz" in told
    assert "98 Punkte" in report.render(look=Look(verbose=True))
    assert "98 Punkte" not in report.render()


def test_a_failed_gate_is_named() -> None:
    report = factcheck.check(
        "France has a population of 66 million.", language="en", date="2025-06-02"
    )
    assert "failed: no other count" in report.explain(report.claims[0])


def test_a_claim_that_nothing_speaks_of_is_explained_too() -> None:
    report = factcheck.check("There were 12 guests.", language="en", date="2025-06-02")
    assert report.explain(report.claims[0]).endswith("says anything of it.")
