"""Figures that no reporter writes, in the texts of the cases: nothing may raise an error.

Every figure of a text in turn becomes 0, 1, a negative one, a word, one of another alphabet or one
far too great. Of what is found then only the spans are held against the text.
"""

import re
from datetime import date
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
# Texts that have raised an error once.
RAISED = (
    ("en", "The number of members stood at 500 in 1998. It has since doubled to 0."),
    ("de", "Der Kurs sank um 4,20 Euro oder 10 Prozent auf 0.0 Euro."),
    ("de", "Die Halle ist -0 Hektar (30 Fußballfelder) groß."),
    ("en", "Rovers have won 14, drawn five and lost nine of their 0 league games."),
    ("en", "Logged on 2021-07-00 (Thursday) by the harbour office."),
    ("en", "The painting sold for $13m, -5 times its estimate of $100m."),
    (
        "en",
        "The trade, worth $0tn then, made $5tn last year. Many had a share of this 5-fold rise.",
    ),
    ("en", "There were two lamps in the hall: one media-induced, the other from the stage."),
    ("de", "Gehen Sie davon aus, meine Damen und Herren, dass wir das auch so empfinden."),
)
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


@pytest.mark.parametrize(("language", "text"), RAISED)
def test_raises_no_more(language: str, text: str) -> None:
    check(text, Settings(language=language, date=date(2025, 2, 20)))
