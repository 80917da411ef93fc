"""What a check hands back: the claims of a document and what was found, counted.

Each claim that counts is counted once: to correct (a finding judges and contradicts it), confirmed
(by a rate, a unit, the calendar, a table or a document), consistent (by the article itself, which
says nothing of whether it is true), or to check by hand. The figures that a contradicted one is
judged by are to be checked by hand: either may be wrong, and there is one place to mend.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from factcheck.alignment.sources_read import SourceRead
from factcheck.document import Document
from factcheck.languages.wording import Wording
from factcheck.model import Claim, Finding

VERDICTS = ("mismatch", "outdated", "supported", "unclear", "unverified")
SEVERITIES = ("error", "warning", "info")
CONTRADICTING = frozenset(VERDICTS[:2])
COUNTS = ("to_correct", "confirmed", "consistent", "to_check")
OUTSIDE = frozenset(("rate", "unit", "calendar", "table", "document"))
UNREADABLE = "FC000"
SOURCE_FIGURE = "FC601"


@dataclass(frozen=True)
class Outcome:
    """The claims and findings of one document, in the words of `wording`'s language.

    `notes` are sentences on the check as a whole, such as how to give the article's date;
    `sources` tells of each source document how many of its figures the article leaves out.
    """

    document: Document
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    wording: Wording
    notes: tuple[str, ...] = ()
    sources: tuple[SourceRead, ...] = ()

    def findings_for(self, claim: Claim) -> tuple[Finding, ...]:
        """Every finding that has to do with the claim, judged by it or judging it."""
        return tuple(self._findings.get(claim.id, ()))

    def verdict(self, claim: Claim) -> str:
        """The first of mismatch, outdated, supported, unclear that is found, else unverified."""
        given = {
            finding.verdict
            for finding in self.findings_for(claim)
            if finding.claims[0].id == claim.id or finding.verdict in CONTRADICTING
        }
        return next((verdict for verdict in VERDICTS if verdict in given), VERDICTS[-1])

    def standing(self, claim: Claim) -> str:
        """Which of COUNTS the claim belongs to."""
        verdict = self.verdict(claim)
        if verdict in CONTRADICTING:
            contradicted = [f for f in self.findings_for(claim) if f.verdict in CONTRADICTING]
            judged = (f for f in contradicted if f.claims[0].id == claim.id)
            return "to_correct" if any(f.severity != "info" for f in judged) else "to_check"
        if verdict != "supported":
            return "to_check"
        evidence = {
            evidence.type
            for finding in self.findings_for(claim)
            if finding.verdict == "supported" and finding.claims[0].id == claim.id
            for evidence in finding.evidence
        }
        return "confirmed" if evidence & OUTSIDE else "consistent"

    def explain(self, claim: Claim) -> str:
        """How the claim was judged: each finding with its working, and how rows were found."""
        lines = [claim.span.text]
        for finding in self.findings_for(claim):
            lines.append(f"{finding.code} {finding.verdict}: {finding.message}")
            lines += [finding.calculation] if finding.calculation else []
            for evidence in finding.evidence:
                parts = (evidence.text, evidence.source, evidence.url, evidence.as_of)
                lines.append(" | ".join(part for part in parts if part))
            lines += finding.trace
        if len(lines) == 1:
            lines.append(self.wording.label("nothing_found"))
        return "\n".join(lines)

    def counted_as(self, claim: Claim) -> str | None:
        """Figures, offices or statements; None for a date in which nothing could be judged."""
        if claim.kind in {"office", "statement"}:
            return f"{claim.kind}s"
        if claim.kind == "date":
            judged = self.findings_for(claim) and (
                self.verdict(claim) != "unverified"
                or any(finding.claims[0].id == claim.id for finding in self.findings_for(claim))
            )
            return "figures" if judged else None
        return "figures" if claim.quantity else None

    @cached_property
    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """For figures, offices and statements: how many in all, and of each of COUNTS."""
        found: dict[str, Counter[str]] = {
            "figures": Counter(),
            "offices": Counter(),
            "statements": Counter(),
        }
        for claim in self.claims:
            if kind := self.counted_as(claim):
                found[kind].update((self.standing(claim), "total"))
        return {
            kind: {name: counter[name] for name in ("total", *COUNTS)}
            for kind, counter in found.items()
        }

    @cached_property
    def summary(self) -> Mapping[str, object]:
        """The counts that the last line of a report tells.

        `figures` is the sum of `to_correct, confirmed, consistent, to_check`; `offices` and
        `statements` hold the same of their own under `total` and these names; `verdicts` counts
        all these claims by verdict, `severities` the findings; `not_in_source` and `sources` tell
        what the article has more and less than the documents it was written from.
        """
        counted = [claim for claim in self.claims if self.counted_as(claim)]
        verdicts = Counter(map(self.verdict, counted))
        severities = Counter(finding.severity for finding in self.findings)
        figures = self.counts["figures"]
        return {
            "figures": figures["total"],
            **{name: figures[name] for name in COUNTS},
            "offices": dict(self.counts["offices"]),
            "statements": dict(self.counts["statements"]),
            "verdicts": {verdict: verdicts[verdict] for verdict in VERDICTS},
            "severities": {severity: severities[severity] for severity in SEVERITIES},
            "not_in_source": self.not_in_source,
            "sources": [
                {"path": each.path, "figures": each.figures, "left_out": each.left_out}
                for each in self.sources
            ],
        }

    @property
    def not_in_source(self) -> int:
        """How many figures of the article were looked for in the sources and are not there."""
        found = (finding for finding in self.findings if finding.verdict == "unverified")
        return len({finding.claims[0].id for finding in found if finding.code == SOURCE_FIGURE})

    @property
    def coverage(self) -> tuple[str, ...]:
        """The counts as lines: all four of the figures, then what offices and statements have."""
        say = self.wording
        told = []
        for kind, counts in self.counts.items():
            names = [name for name in COUNTS if counts[name] or kind == "figures"]
            if counts["total"] or kind == "figures":
                parts = ", ".join(say.label(name, count=counts[name]) for name in names)
                told.append(
                    say.label("coverage", total=say.plural(kind, counts["total"]), parts=parts)
                )
        for each in self.sources:
            name = each.path or say.label("source_text")
            figures = say.plural("figures", each.figures)
            told.append(say.label("source", name=name, figures=figures, left_out=each.left_out))
        if self.sources:
            told.append(say.label("not_in_source", count=self.not_in_source))
        return tuple(told)

    @property
    def readable(self) -> bool:
        """False for a document that could not be read."""
        return all(finding.code != UNREADABLE for finding in self.findings)

    def reaches(self, severity: str) -> bool:
        """Is there a finding at least as severe? Never for the severity `never`."""
        enough = SEVERITIES[: SEVERITIES.index(severity) + 1] if severity in SEVERITIES else ()
        return any(finding.severity in enough for finding in self.findings)

    @cached_property
    def _findings(self) -> Mapping[str, list[Finding]]:
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            for claim_id in dict.fromkeys(claim.id for claim in finding.claims):
                found[claim_id].append(finding)
        return found
