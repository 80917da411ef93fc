"""The sample articles: correct ones pass, every planted slip is found, reports are as expected."""

from collections import Counter
from pathlib import Path

import pytest

from factcheck.config import Settings
from factcheck.pipeline import check_path
from factcheck.report.report import Report
from tests.update_seeds import SEEDS, articles, expected_of, told

CORRECT = ("brussels_meeting_en.txt", "paris_talks_de.txt")
LEAST_CONFIRMED = 15

PLANTED = {
    "brussels_meeting_slips_de.txt": [
        ("FC402", "EU-Kommissionspräsidentin Kaja Kallas", "error"),
        ("FC301", "Dienstag, 1. Dezember 2025", "error"),
        ("FC301", "Sonntag, 29. November", "warning"),
        ("FC401", "über 178 Milliarden Euro", "error"),
        ("FC403", "28 EU-Staaten", "error"),
        ("FC302", "31. Februar 2026", "error"),
        ("FC201", "5,1 Millionen Euro", "error"),
        ("FC101", "Vier Länder", "error"),
        ("FC402", "Der polnische Präsident Donald Tusk", "error"),
    ],
    "paris_talks_slips_en.txt": [
        ("FC101", "five largest military powers", "error"),
        ("FC402", "French President Sébastien Lecornu", "error"),
        ("FC301", "Wednesday, 11 March 2025", "error"),
        ("FC401", "43 military chiefs", "error"),
        ("FC302", "31 April", "error"),
        ("FC201", "€6.9bn", "error"),
        ("FC201", "$1.2bn", "error"),
        ("FC401", "over €153 billion", "warning"),
        ("FC402", "Boris Pistorius, the German foreign minister", "error"),
        ("FC403", "30 members", "error"),
    ],
}
# Right, and it looks wrong: nothing may be said against these.
TEMPTING = {
    "brussels_meeting_en.txt": [
        "up to €140 billion ($163 billion)",
        "26 of the 27 EU countries",
        "several countries, including Finland, Poland and Estonia",
        "former Norwegian prime minister Jens Stoltenberg",
        "€177.5 billion",
    ],
    "brussels_meeting_slips_de.txt": ["26 der 27", "darunter auch", "früherer", "Amtskollege"],
    "paris_talks_de.txt": [
        "26 der 27 EU-Staaten",
        "1,6 Milliarden Pfund (2 Milliarden Dollar)",
        "darunter Gäste",
        "Der künftige Bundeskanzler Friedrich Merz",
        "die frühere Bundeskanzlerin Angela Merkel",
        "Damals gehörten der EU 28 Mitgliedstaaten an",
        "4,5 Milliarden Pfund noch rund 6,3 Milliarden Euro",
    ],
    "paris_talks_slips_en.txt": [
        "then 28 EU",
        "£100m (then €140m)",
        "including guests",
        "incoming",
    ],
}


def report_of(name: str) -> Report:
    return check_path(SEEDS / name, Settings())


def loud(report: Report) -> list[tuple[str, str, str]]:
    return [
        (finding.code, finding.claims[0].span.text, finding.severity)
        for finding in report.findings
        if finding.severity != "info" or finding.verdict in {"mismatch", "outdated"}
    ]


def test_the_samples_are_these() -> None:
    assert {path.name for path in articles()} == {*CORRECT, *PLANTED}
    assert Counter(path.stem[-2:] for path in articles()) == {"de": 2, "en": 2}


@pytest.mark.parametrize("name", CORRECT)
def test_nothing_is_said_against_a_correct_article(name: str) -> None:
    report = report_of(name)
    assert loud(report) == []
    assert sum(f.verdict == "supported" for f in report.findings) >= LEAST_CONFIRMED
    assert report.counts["offices"]["to_check"] == 0


@pytest.mark.parametrize("name", sorted(PLANTED))
def test_every_planted_slip_is_found_and_nothing_else(name: str) -> None:
    found = loud(report_of(name))
    assert found == PLANTED[name]
    assert len({code for code, _, _ in found}) == 7


@pytest.mark.parametrize("name", sorted(TEMPTING))
def test_the_tempting_sentences_are_in_the_samples(name: str) -> None:
    text = (SEEDS / name).read_text("utf-8")
    assert [phrase for phrase in TEMPTING[name] if phrase not in text] == []


@pytest.mark.parametrize("path", articles(), ids=lambda path: path.stem)
def test_report_is_the_expected_one(path: Path) -> None:
    assert told(path) == expected_of(path).read_text("utf-8")


@pytest.mark.parametrize("path", articles(), ids=lambda path: path.stem)
def test_samples_are_articles_in_length(path: Path) -> None:
    assert 250 <= len(path.read_text("utf-8").split()) <= 450


def test_no_expected_report_without_its_article() -> None:
    assert {path.stem for path in SEEDS.glob("*.expected")} == {path.stem for path in articles()}
