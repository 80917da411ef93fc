"""Claims and findings as pandas frames; as a format, the findings as CSV.

Columns and dtypes are the same for every input, an empty one too: text is `string`, figures are
`Float64` (the exact ones are in the JSON), offsets and places are `Int64`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from factcheck.interval import Number
from factcheck.model import Claim, Evidence, Finding, Quantity
from factcheck.report.formats import Look
from factcheck.report.outcome import Outcome

if TYPE_CHECKING:
    import pandas as pd


FORMAT = "csv"
FLOATS = frozenset(("value", "low", "high"))
INTEGERS = frozenset(("start", "end", "line", "column", "evidence_line"))
NO_EVIDENCE = Evidence("", "")

Item = TypeVar("Item")
ClaimCell = Callable[[Outcome, Claim], object]
FindingCell = Callable[[Outcome, Finding], object]


def claims_frame(reports: Iterable[Outcome], labels: "pd.Index | None" = None) -> "pd.DataFrame":
    """One row a claim; `document` is the report's label, by default the path."""
    cells = _Cells(CLAIM_COLUMNS)
    for report in reports:
        cells.add(report, report.claims)
    return cells.frame(labels)


def findings_frame(reports: Iterable[Outcome], labels: "pd.Index | None" = None) -> "pd.DataFrame":
    """One row a finding; text and place are those of its first span, the evidence its first."""
    cells = _Cells(FINDING_COLUMNS)
    for report in reports:
        cells.add(report, report.findings)
    return cells.frame(labels)


def frames(
    reports: Iterable[Outcome], labels: "pd.Index | None" = None
) -> "tuple[pd.DataFrame, pd.DataFrame]":
    """The frames of claims and of findings, of reports that are let go one by one."""
    claims, findings = _Cells(CLAIM_COLUMNS), _Cells(FINDING_COLUMNS)
    for report in reports:
        claims.add(report, report.claims)
        findings.add(report, report.findings)
    return claims.frame(labels), findings.frame(labels)


def claims_csv(reports: Sequence[Outcome]) -> str:
    """The claims frame as CSV."""
    return str(claims_frame(reports).to_csv(index=False, lineterminator="\n"))


def render(reports: Sequence[Outcome], _look: Look, /) -> str:
    """The findings frame as CSV."""
    return str(findings_frame(reports).to_csv(index=False, lineterminator="\n"))


class _Cells(Generic[Item]):
    """The cells of a frame, column by column, as reports come in."""

    def __init__(self, columns: Mapping[str, Callable[[Outcome, Item], object]]) -> None:
        self._columns = columns
        self._cells: dict[str, list[object]] = {name: [] for name in columns}
        self._paths: list[str | None] = []
        self._numbers: list[int] = []
        self._reports = 0

    def add(self, report: Outcome, items: Sequence[Item]) -> None:
        """The rows of one report."""
        for name, cell in self._columns.items():
            self._cells[name].extend([cell(report, item) for item in items])
        self._paths.extend([report.document.path] * len(items))
        self._numbers.extend([self._reports] * len(items))
        self._reports += 1

    def frame(self, labels: "pd.Index | None") -> "pd.DataFrame":
        """All rows; `document` is the label of the report, else its path."""
        import pandas as pd  # noqa: PLC0415

        if labels is None:
            document = pd.Series(self._paths, dtype="string")
        else:
            index = pd.RangeIndex(len(self._numbers))
            document = labels.take(self._numbers).to_series(index=index)
        cells = {name: pd.Series(cells, dtype=_dtype(name)) for name, cells in self._cells.items()}
        return pd.DataFrame({"document": document, **cells})


def _dtype(name: str) -> str:
    if name in FLOATS:
        return "Float64"
    return "Int64" if name in INTEGERS else "string"


def _float(value: Number | None) -> float | None:
    try:
        return None if value is None else float(value)
    except OverflowError:
        return float("inf") if value and value > 0 else float("-inf")


def _of_quantity(read: Callable[[Quantity], object]) -> ClaimCell:
    return lambda _, claim: read(claim.quantity) if claim.quantity else None


def _codes(report: Outcome, claim: Claim) -> str:
    return " ".join(sorted({finding.code for finding in report.findings_for(claim)}))


def _speaker(_report: Outcome, claim: Claim) -> str | None:
    said = claim.attribution
    if said is None:
        return None
    return said.speaker or (said.source.text if said.source else None)


def _cue(_report: Outcome, claim: Claim) -> str | None:
    cue = claim.attribution and claim.attribution.cue
    return cue.text if cue else None


def _evidence(finding: Finding) -> Evidence:
    return next(iter(finding.evidence), NO_EVIDENCE)


CLAIM_COLUMNS: dict[str, ClaimCell] = {
    "claim": lambda _, claim: claim.id,
    "kind": lambda _, claim: claim.kind,
    "text": lambda _, claim: claim.span.text,
    "start": lambda _, claim: claim.span.start,
    "end": lambda _, claim: claim.span.end,
    "line": lambda report, claim: report.document.place(claim.span).line,
    "column": lambda report, claim: report.document.place(claim.span).column,
    "block": lambda report, claim: report.document.place(claim.span).block,
    "value": _of_quantity(lambda quantity: _float(quantity.value)),
    "low": _of_quantity(lambda quantity: _float(quantity.interval.low)),
    "high": _of_quantity(lambda quantity: _float(quantity.interval.high)),
    "unit": _of_quantity(lambda quantity: quantity.unit),
    "noun": _of_quantity(lambda quantity: quantity.noun),
    "hedge": _of_quantity(lambda quantity: quantity.hedge),
    "subject": lambda _, claim: claim.subject,
    "period": lambda _, claim: claim.period and claim.period.span.text,
    "speaker": _speaker,
    "role": lambda _, claim: claim.attribution and claim.attribution.role,
    "mode": lambda _, claim: claim.attribution and claim.attribution.mode,
    "cue": _cue,
    "sentence": lambda _, claim: claim.sentence.text,
    "verdict": lambda report, claim: report.verdict(claim),
    "codes": _codes,
}

FINDING_COLUMNS: dict[str, FindingCell] = {
    "finding": lambda _, found: found.id,
    "claims": lambda _, found: " ".join(claim.id for claim in found.claims),
    "code": lambda _, found: found.code,
    "name": lambda _, found: found.name,
    "verdict": lambda _, found: found.verdict,
    "severity": lambda _, found: found.severity,
    "text": lambda _, found: found.spans[0].text,
    "start": lambda _, found: found.spans[0].start,
    "end": lambda _, found: found.spans[0].end,
    "line": lambda report, found: report.document.place(found.spans[0]).line,
    "column": lambda report, found: report.document.place(found.spans[0]).column,
    "message": lambda _, found: found.message,
    "calculation": lambda _, found: found.calculation,
    "suggestion": lambda _, found: found.suggestion,
    "hypothesis": lambda _, found: found.hypothesis,
    "evidence_type": lambda _, found: _evidence(found).type or None,
    "evidence_source": lambda _, found: _evidence(found).source,
    "evidence_url": lambda _, found: _evidence(found).url,
    "evidence_as_of": lambda _, found: _evidence(found).as_of,
    "evidence_text": lambda _, found: _evidence(found).text or None,
    "evidence_line": lambda _, found: _evidence(found).line,
}
