"""A report: the outcome of a check, and every way it can be shown."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.alignment.sources_read import SourceRead
from factcheck.document import Document
from factcheck.languages.lexicon import load_lexicon
from factcheck.languages.wording import Wording
from factcheck.model import Block, Claim, Finding, Span
from factcheck.report import to_frame, to_html
from factcheck.report.formats import Look, render
from factcheck.report.outcome import UNREADABLE, Outcome

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Report(Outcome):
    """The claims and findings of one document, counted, explained and shown in a format."""

    def render(self, name: str = "terminal", look: Look | None = None) -> str:
        """The report in a format: terminal, json, csv, html; FactcheckError for another name."""
        return render([self], name, look or Look())

    def to_json(self) -> str:
        """The report as JSON; the schema is schema.json beside this file."""
        return self.render("json")

    def to_html(self) -> str:
        """The report as a page that needs no other file."""
        return self.render("html")

    def claims_frame(self) -> "pd.DataFrame":
        """One row a claim; columns and dtypes are the same for every report."""
        return to_frame.claims_frame([self])

    def findings_frame(self) -> "pd.DataFrame":
        """One row a finding; columns and dtypes are the same for every report."""
        return to_frame.findings_frame([self])

    def _repr_html_(self) -> str:
        return to_html.fragment(self)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the language's code for its wording: the other process has its own lexicon."""
        code = self.wording.lexicon.code
        rest = (self.notes, self.sources)
        return _restored, (self.document, self.claims, self.findings, code, *rest)


def unreadable(reason: str, wording: Wording, path: str | None = None) -> Report:
    """The report on a document that could not be checked: one finding that says why."""
    nothing = Span(0, 0, "")
    finding = Finding(
        id=UNREADABLE,
        code=UNREADABLE,
        name="unreadable-document",
        verdict="unclear",
        severity="error",
        claims=(),
        spans=(nothing,),
        message=reason,
    )
    blocks = (Block("paragraph", nothing),)
    document = Document("", blocks, language=wording.lexicon.code, path=path)
    return Report(document, (), (finding,), wording)


def _restored(
    document: Document,
    claims: tuple[Claim, ...],
    findings: tuple[Finding, ...],
    code: str,
    notes: tuple[str, ...],
    sources: tuple[SourceRead, ...],
) -> Report:
    return Report(document, claims, findings, Wording(load_lexicon(code)), notes, sources)
