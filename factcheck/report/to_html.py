"""Reports as a page that needs no other file: the text with its claims marked, and the findings.

`fragment` is the same without head and style sheet of its own page, as notebooks show it.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from factcheck.model import Claim, Evidence, Finding
from factcheck.report.formats import Look
from factcheck.report.outcome import Outcome

FORMAT = "html"
# A claim's mark by its standing; where claims overlap, the first of these shows.
STANDINGS = ("to_correct", "confirmed", "consistent", "to_check")
STYLE = """
.factcheck { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 1rem auto; }
.factcheck .text { white-space: pre-wrap; overflow-wrap: anywhere; }
.factcheck mark { color: inherit; background: none; border-bottom: 2px solid; }
.factcheck mark.to_correct { background: #fbd5d5; border-color: #b42318; }
.factcheck mark.confirmed { background: #d5f0dc; border-color: #1a7f37; }
.factcheck mark.consistent { background: #e2ecf9; border-color: #2f6fb5; }
.factcheck mark.to_check { border-color: #8a8a8a; border-bottom-style: dashed; }
.factcheck li { margin-bottom: 0.75rem; }
.factcheck .error { color: #b42318; } .factcheck .warning { color: #8a5a00; }
.factcheck .supported { color: #1a7f37; } .factcheck small { color: #555; }
"""


def render(reports: Sequence[Outcome], _look: Look, /) -> str:
    """All reports as one page."""
    language = reports[0].wording.lexicon.code if reports else "en"
    titles = [report.wording.label("page", name=_name(report)) for report in reports]
    bodies = "\n".join(_body(report) for report in reports)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(' | '.join(titles))}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n{bodies}\n</body>\n</html>\n"
    )


def fragment(report: Outcome) -> str:
    """One report to be put into another page."""
    return f"<style>{STYLE}</style>\n{_body(report)}\n"


def _body(report: Outcome) -> str:
    say = report.wording
    notes = "".join(f"<p>{escape(note)}</p>\n" for note in report.notes)
    coverage = "".join(
        f"<p><strong>{escape(line)}</strong></p>\n" for line in report.coverage if report.readable
    )
    text = f'<div class="text">{"".join(_marked(report))}</div>\n' if report.readable else ""
    found = sorted(report.findings, key=lambda each: (each.spans[0].start, each.code, each.id))
    items = "\n".join(_finding(report, finding) for finding in found)
    findings = f"<h3>{escape(say.label('findings'))}</h3>\n<ul>\n{items}\n</ul>\n" if items else ""
    heading = escape(say.label("page", name=_name(report)))
    return (
        f'<section class="factcheck" lang="{escape(say.lexicon.code)}">\n'
        f"<h2>{heading}</h2>\n{coverage}{notes}{findings}{text}</section>"
    )


def _name(report: Outcome) -> str:
    return report.document.path or report.wording.label("text")


def _marked(report: Outcome) -> Iterator[str]:
    """The text piece by piece, each piece in the mark of the claims that it belongs to."""
    text = report.document.text
    claims = [claim for claim in report.claims if report.counted_as(claim)]
    claims = [claim for claim in claims if claim.kind != "statement"]
    edges = {0, len(text)} | {edge for c in claims for edge in (c.span.start, c.span.end)}
    starting: dict[int, list[Claim]] = {}
    for claim in claims:
        starting.setdefault(claim.span.start, []).append(claim)
    cuts = sorted(edges)
    open_claims: list[Claim] = []
    for start, end in pairwise(cuts):
        open_claims = [claim for claim in open_claims if claim.span.end > start]
        open_claims += starting.get(start, [])
        piece = escape(text[start:end])
        if not open_claims:
            yield piece
            continue
        standing = min(map(report.standing, open_claims), key=STANDINGS.index)
        hint = escape(report.wording.label(standing, count=1))
        yield f'<mark class="{standing}" title="{hint}">{piece}</mark>'


def _finding(report: Outcome, finding: Finding) -> str:
    labels = report.wording.lexicon.data["report"]
    word = labels["verdicts"][finding.verdict]
    if finding.severity != "info":
        word = f"{labels['severities'][finding.severity]}: {word}"
    place = report.document.place(finding.spans[0])
    where = f" <small>{place.line}:{place.column}</small>" if report.readable else ""
    head = f'<strong class="{finding.severity} {finding.verdict}">{escape(word)}</strong>'
    parts = [
        f"{head} <code>{escape(finding.code)}</code> {escape(finding.name)}{where}",
        f"<q>{escape(finding.spans[0].text)}</q>" if finding.spans[0].text else "",
        escape(finding.message),
    ]
    if finding.calculation:
        parts.append(escape(report.wording.label("calculation", text=finding.calculation)))
    parts += [_evidence(report, evidence) for evidence in finding.evidence]
    if finding.suggestion:
        parts.append(escape(report.wording.label("suggestion", text=finding.suggestion)))
    return f"<li>{'<br>'.join(part for part in parts if part)}</li>"


def _evidence(report: Outcome, evidence: Evidence) -> str:
    say = report.wording
    kind = say.lexicon.data["report"]["evidence"][evidence.type]
    place = f":{evidence.line}" if evidence.line else ""
    source = escape((evidence.source or evidence.url or "") + place)
    if evidence.url and evidence.url.startswith(("https://", "http://")):
        source = f'<a href="{escape(evidence.url)}" rel="noreferrer">{source}</a>'
    as_of = escape(say.label("as_of", day=say.when(evidence.as_of))) if evidence.as_of else ""
    where = ", ".join(part for part in (source, as_of) if part)
    return f"<small>{escape(kind)}: {escape(evidence.text)}" + (
        f" ({where})</small>" if where else "</small>"
    )
