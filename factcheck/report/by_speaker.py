"""What each speaker says, for call-backs: every attributed claim under the name of its source.

Speakers come in the order in which they first speak; what nobody in particular says comes last.
"""

import json
from collections.abc import Sequence

from factcheck.model import Attribution, Claim
from factcheck.report.outcome import Outcome
from factcheck.report.to_terminal import one_line

SCHEMA = "factcheck/speakers/1"
INDENT = "  "


def speaker_list(reports: Sequence[Outcome]) -> str:
    """One heading a speaker, one line a statement: place, mode, the words, the figures in them."""
    lines: list[str] = []
    for report in reports:
        nobody = report.wording.label("no_speaker")
        for (name, role), sayings in _by_speaker(report):
            heading = ", ".join(part for part in (name or nobody, role) if part)
            lines.append(f"{report.document.path or report.wording.label('stdin')}: {heading}")
            for said, claims in sayings:
                place = report.document.place(said.content[0])
                figures = "; ".join(one_line(claim.span.text) for claim in claims)
                words = " … ".join(one_line(part.text) for part in said.content)
                told = f"  [{figures}]" if figures else ""
                lines.append(f"{INDENT}{place.line}:{place.column}  {said.mode}  {words}{told}")
    return "".join(f"{one_line(line)}\n" for line in lines)


def speakers_json(reports: Sequence[Outcome]) -> str:
    """The same as one JSON object; `figures` are ids and texts of claims."""
    documents = [
        {
            "path": report.document.path,
            "speakers": [
                {
                    "name": name,
                    "role": role,
                    "statements": [_statement(report, said, claims) for said, claims in sayings],
                }
                for (name, role), sayings in _by_speaker(report)
            ],
        }
        for report in reports
    ]
    record = {"schema": SCHEMA, "documents": documents}
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


Sayings = list[tuple[Attribution, list[Claim]]]


def _by_speaker(report: Outcome) -> list[tuple[tuple[str | None, str | None], Sayings]]:
    """(name, role) and what they say, each with the figures in it."""
    said: dict[tuple[int, int], tuple[Attribution, list[Claim]]] = {}
    for claim in report.claims:
        if claim.attribution is not None:
            parts = claim.attribution.content
            key = (parts[0].start, parts[-1].end)
            figures = said.setdefault(key, (claim.attribution, []))[1]
            if claim.quantity is not None and claim.kind != "date":
                figures.append(claim)
    speakers: dict[tuple[str | None, str | None], Sayings] = {}
    for key in sorted(said):
        attribution = said[key][0]
        speakers.setdefault((attribution.speaker, attribution.role), []).append(said[key])
    return sorted(speakers.items(), key=lambda item: item[0][0] is None)


def _statement(report: Outcome, said: Attribution, claims: Sequence[Claim]) -> dict[str, object]:
    place = report.document.place(said.content[0])
    return {
        "mode": said.mode,
        "text": [part.text for part in said.content],
        "start": said.content[0].start,
        "end": said.content[-1].end,
        "line": place.line,
        "column": place.column,
        "cue": said.cue.text if said.cue else None,
        "source": said.source.text if said.source else None,
        "figures": [{"id": claim.id, "text": claim.span.text} for claim in claims],
    }
