"""What each check says of single sentences: the cases of cases/<check>.toml, correct text first."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from factcheck import checks
from factcheck.config import Settings
from factcheck.discovery import modules_in
from factcheck.model import Finding
from factcheck.pipeline import check

CASES = Path(__file__).parent / "cases"
STATEMENTS = Path(__file__).parent / "statements"
CHECKS: dict[str, ModuleType] = {
    module.__name__.rpartition(".")[2]: module for module in modules_in(checks)
}
CORRECT = ("silent", "supported", "nothing", "unverified")
SEVERITY = {
    "supported": "info",
    "unclear": "info",
    "unverified": "info",
    "outdated": "warning",
    "mismatch": "error",
}
LEAST = 12

# Inside a class with a field `date` that name no longer means the type.
Day = date


@dataclass(frozen=True, slots=True)
class Case:
    """One text and what the check must say of it.

    `expect` is a verdict, or "silent": no error and no warning, whatever notes there are, or
    "nothing": no confirmation either. `source` is what the article was written from, `table` a file
    of statements/, `tables` a folder of a house's tables beside the cases. `about`, `calculation`,
    `message` and `suggestion` are parts of the finding's; `xfail` says why a slip is not found yet.
    """

    id: str
    language: str
    text: str
    expect: str
    date: Day | None = None
    title: str | None = None
    source: str = ""
    table: str = ""
    tables: str = ""
    severity: str | None = None
    about: str = ""
    calculation: str = ""
    message: str = ""
    suggestion: str = ""
    xfail: str = ""

    @property
    def correct(self) -> bool:
        """Is the text right, so that nobody may be troubled with it?"""
        return self.expect in CORRECT or (self.expect == "unclear" and self.severity is None)


def cases_of(name: str) -> list[Case]:
    table = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))
    assert set(table) == {"case"}
    return [Case(**each) for each in table["case"]]


def everything() -> Iterator[object]:
    for path in sorted(CASES.glob("*.toml")):
        for case in cases_of(path.stem):
            marks = [pytest.mark.xfail(reason=case.xfail, strict=True)] if case.xfail else []
            yield pytest.param(path.stem, case, id=f"{path.stem}: {case.id}", marks=marks)


@pytest.mark.parametrize(("name", "case"), list(everything()))
def test_case(name: str, case: Case) -> None:
    code = CHECKS[name].CODE
    settings = Settings(language=case.language, date=case.date, title=case.title)
    if CHECKS[name].PRECISION == "N":  # it runs only when it is asked for
        settings = replace(settings, select=("FC",))
    if case.source:
        settings = replace(settings, sources=(case.source,))
    if case.table:
        settings = replace(settings, tables=(STATEMENTS / case.table,))
    if case.tables:
        settings = replace(settings, tables=(CASES / case.tables,))
    report = check(case.text, settings)
    loud = [f for f in report.findings if f.severity != "info"]
    if case.correct:
        assert [_short(f) for f in loud] == []
    else:
        assert [_short(f) for f in loud if f.code != code] == []
    if case.expect == "silent":
        return
    own = [f for f in report.findings if f.code == code and case.about in f.spans[0].text]
    if case.expect == "nothing":
        assert [_short(f) for f in own if f.verdict != "unclear"] == []
        return
    assert [f.verdict for f in own] == [case.expect], [_short(f) for f in report.findings]
    finding = own[0]
    assert finding.severity == (case.severity or SEVERITY[case.expect])
    assert case.message in finding.message
    assert case.calculation in (finding.calculation or "")
    assert case.suggestion in (finding.suggestion or "")


def _short(finding: Finding) -> str:
    text = finding.spans[0].text
    return f"{finding.code} {finding.verdict} {finding.severity}: {text} | {finding.message}"


def test_every_check_has_its_cases() -> None:
    assert {path.stem for path in CASES.glob("*.toml")} == set(CHECKS)


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_correct_text_comes_first_and_is_half_of_all(name: str) -> None:
    correct = [case.correct for case in cases_of(name)]
    assert len(correct) >= LEAST
    assert sum(correct) * 2 >= len(correct)
    assert correct == sorted(correct, reverse=True)


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_cases_are_in_both_languages_and_each_once(name: str) -> None:
    cases = cases_of(name)
    assert {case.language for case in cases} == {"de", "en"}
    assert len({case.id for case in cases}) == len(cases)
    assert {case.expect for case in cases} <= {*SEVERITY, *CORRECT}
