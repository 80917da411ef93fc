"""Write the expected reports of seeds/ anew: python -m tests.update_seeds. Then read the diff."""

from collections.abc import Iterator
from pathlib import Path

from factcheck.config import Settings
from factcheck.model import Finding
from factcheck.pipeline import check_path
from factcheck.report.report import Report

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
SUFFIX = ".expected"
ABSENT = "-"


def articles() -> list[Path]:
    """The sample articles in the order of their names."""
    return sorted(SEEDS.glob("*.txt"))


def expected_of(path: Path) -> Path:
    """The file beside an article that holds its expected report."""
    return path.with_suffix(SUFFIX)


def told(path: Path) -> str:
    """The report of an article as lines that a person can review in a diff."""
    report = check_path(path, Settings())
    return "\n".join(_lines(path.name, report)) + "\n"


def _lines(name: str, report: Report) -> Iterator[str]:
    document = report.document
    day = document.date.isoformat() if document.date else ABSENT
    yield f"{name}: {document.language} ({document.language_from}), {day} ({document.date_from})"
    for finding in report.findings:
        yield ""
        yield from _finding(report, finding)
    yield ""
    yield from (f"note: {note}" for note in report.notes)
    yield from (f"coverage: {line}" for line in report.coverage)


def _finding(report: Report, finding: Finding) -> Iterator[str]:
    claim = finding.claims[0].span
    at = report.document.place(claim)
    kind = f"{finding.code} {finding.verdict} ({finding.severity})"
    yield f"{at.line}:{at.column} {kind}: {claim.text}"
    yield f"  message: {finding.message}"
    yield f"  calculation: {finding.calculation or ABSENT}"
    yield f"  evidence: {', '.join(each.row or each.type for each in finding.evidence) or ABSENT}"
    yield f"  suggestion: {finding.suggestion or ABSENT}"


def main() -> None:
    """Write every expected report."""
    for path in articles():
        expected_of(path).write_text(told(path), "utf-8")
        print(f"wrote {expected_of(path).name}")


if __name__ == "__main__":
    main()
