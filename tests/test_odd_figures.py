"""Figures that no reporter writes, in the texts of the cases: nothing may raise an error.

Every figure of a text in turn becomes 0, 1, a negative one, a word, one of another alphabet or one
far too great. Of what is found then only the spans are held against the text.
"""

import re
from itertools import count

import pytest

from factcheck.config import Settings
from factcheck.pipeline import check
from tests.test_cases import CHECKS, Case, cases_of

FIGURE = re.compile(r"\d[\d.,]*\d|\d|\b(?:two|three|four|ten|zwei|drei|vier|zehn)\b")
ODD = (
    "0", "1", "-5", "0.0", "0,0", "00", "999999999999", "½", "1/2", "12:00", "0%", "31", "-0",
    "1e5", "1900", "2999", "null", "zero", "keine", "one", "١٢", "2.000.000", "2,000,000", "",
)  # fmt: skip
# So many of the cases are skipped between two of one file.
STEP = 3


def damaged(text: str, number: int) -> str:
    """The text with one to three of its figures replaced."""
    figures = list(FIGURE.finditer(text))
    chosen = {(number + shift) % len(figures) for shift in range(1 + number % 3)} if figures else ()
    odd = count(number)
    for at in sorted(chosen, reverse=True):
        found = figures[at]
        text = text[: found.start()] + ODD[next(odd) % len(ODD)] + text[found.end() :]
    return text


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_odd_figures(name: str) -> None:
    for number, case in enumerate(cases_of(name)[::STEP]):
        _survives(case, number)


def _survives(case: Case, number: int) -> None:
    text = damaged(case.text, number)
    sources = (damaged(case.source, number + 1),) if case.source else ()
    settings = Settings(language=case.language, date=case.date, sources=sources)
    report = check(text, settings)
    for finding in report.findings:
        assert all(text[span.start : span.end] == span.text for span in finding.spans)
