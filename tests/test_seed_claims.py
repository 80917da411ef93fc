"""The claims that the project began with, in articles of our own: what is decided, what not."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck.report.report import Report

FOLDER = Path(__file__).parent / "seed_claims"
CLAIMS: list[dict[str, Any]] = tomllib.loads((FOLDER / "claims.toml").read_text("utf-8"))["claim"]
DAYS = {"paris": "2025-03-13", "brussels": "2025-12-01"}
LANGUAGES = ("de", "en")
KEYS = [(article, language) for article in DAYS for language in LANGUAGES]


def report(article: str, language: str) -> Report:
    text = (FOLDER / f"{article}_{language}.txt").read_text("utf-8")
    return factcheck.check(text, language=language, date=DAYS[article])


@pytest.mark.parametrize(("article", "language"), KEYS)
def test_every_claim_that_can_be_decided_is_confirmed(article: str, language: str) -> None:
    wanted = {
        (claim["code"], claim[language])
        for claim in CLAIMS
        if claim["article"] == article and language in claim
    }
    found = {(each.code, each.spans[0].text) for each in report(article, language).findings}
    assert found == wanted


@pytest.mark.parametrize(("article", "language"), KEYS)
def test_nothing_right_is_anything_but_confirmed(article: str, language: str) -> None:
    assert {each.verdict for each in report(article, language).findings} == {"supported"}


def test_every_claim_is_decided_in_both_languages_or_says_why_not() -> None:
    for claim in CLAIMS:
        assert claim.get("why") or all(language in claim for language in LANGUAGES)
