"""Reports as JSON: all documents in one object, in the shape of schema.json.

Decimals are strings without an exponent, a Fraction is "2/3", an open side of an interval is null.
`start` and `end` count code points of the reader's text, `line` and `column` those of the file.
"""

import configparser
import json
from collections.abc import Sequence
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from factcheck.interval import Number
from factcheck.model import Attribution, Claim, Evidence, Finding, Period, Span
from factcheck.report.formats import Look
from factcheck.report.outcome import Outcome

FORMAT = "json"
SCHEMA = "factcheck/report/1"

Record = dict[str, object]


def render(reports: Sequence[Outcome], _look: Look, /) -> str:
    """All reports as one JSON object."""
    record = {
        "schema": SCHEMA,
        "tool": {"name": "factcheck", "version": version()},
        "documents": [_document(report) for report in reports],
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def version() -> str:
    """The version of the installed distribution, or in a bare checkout of its setup.cfg."""
    from importlib import metadata  # noqa: PLC0415  (a tenth of the start-up, for one line)

    try:
        return metadata.version("factcheck-desk")
    except metadata.PackageNotFoundError:
        parser = configparser.ConfigParser()
        parser.read(Path(__file__).resolve().parents[2] / "setup.cfg", encoding="utf-8")
        return parser.get("metadata", "version", fallback="unknown")


def plain(value: Number | None) -> str | None:
    """A number as an exact string; None stays None."""
    if not isinstance(value, Decimal):
        return None if value is None else str(value)
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _document(report: Outcome) -> Record:
    document = report.document
    return {
        "path": document.path,
        "sha256": sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "language": document.language,
        "language_from": document.language_from,
        "date": document.date.isoformat() if document.date else None,
        "date_from": document.date_from,
        "claims": [_claim(report, claim) for claim in report.claims],
        "findings": [_finding(finding) for finding in report.findings],
        "summary": dict(report.summary),
    }


def _claim(report: Outcome, claim: Claim) -> Record:
    quantity = claim.quantity
    place = report.document.place(claim.span)
    return {
        "id": claim.id,
        "kind": claim.kind,
        "text": claim.span.text,
        "start": claim.span.start,
        "end": claim.span.end,
        "line": place.line,
        "column": place.column,
        "block": place.block,
        "value": plain(quantity.value) if quantity else None,
        "low": plain(quantity.interval.low) if quantity else None,
        "high": plain(quantity.interval.high) if quantity else None,
        "unit": quantity.unit if quantity else None,
        "noun": quantity.noun if quantity else None,
        "hedge": quantity.hedge if quantity else None,
        "subject": claim.subject,
        "period": claim.period and _period(claim.period),
        "attribution": claim.attribution and _attribution(claim.attribution),
        "verdict": report.verdict(claim),
    }


def _period(period: Period) -> Record:
    return {
        "text": period.span.text,
        "start": period.start.isoformat(),
        "end": period.end.isoformat(),
        "granularity": period.granularity,
        "anchor": period.anchor.isoformat() if period.anchor else None,
    }


def _attribution(said: Attribution) -> Record:
    return {
        "source": said.source and _span(said.source),
        "speaker": said.speaker,
        "role": said.role,
        "cue": said.cue and _span(said.cue),
        "content": [_span(span) for span in said.content],
        "mode": said.mode,
    }


def _finding(finding: Finding) -> Record:
    return {
        "id": finding.id,
        "code": finding.code,
        "name": finding.name,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "claims": [claim.id for claim in finding.claims],
        "spans": [_span(span) for span in finding.spans],
        "message": finding.message,
        "calculation": finding.calculation,
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
        "suggestion": finding.suggestion,
        "hypothesis": finding.hypothesis,
    }


def _span(span: Span) -> Record:
    return {"start": span.start, "end": span.end, "text": span.text}


def _evidence(evidence: Evidence) -> Record:
    return {
        "type": evidence.type,
        "text": evidence.text,
        "source": evidence.source,
        "url": evidence.url,
        "as_of": evidence.as_of,
        "row": evidence.row,
        "line": evidence.line,
    }
