"""Reports for the eye: what must be looked at, the line it stands in, and why.

Shown are mismatches, outdated figures and warnings; `look.verbose` adds the other findings and
the claims still to be checked by hand, as a list to tick off. The judged figure is underlined
with ^, what it was judged by with ~.
"""

import re
from collections.abc import Iterator, Sequence
from io import StringIO
from textwrap import wrap

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from factcheck.model import Claim, Evidence, Finding, Period, Span
from factcheck.report.formats import Look
from factcheck.report.outcome import Outcome
from factcheck.report.to_json import plain

FORMAT = "terminal"
STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold"}
AGREES = "bold green"
# What an article could use to write on the terminal behind our back, or would break the lines.
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
INDENT = "  "
DEEPER = "    "
ELLIPSIS = "…"
LEAST_WIDTH = 40
MOST_LINES = 3


def render(reports: Sequence[Outcome], look: Look, /) -> str:
    """All reports, one after the other, divided by a blank line."""
    file = StringIO()
    console = Console(
        file=file,
        width=look.width,
        force_terminal=look.color,
        color_system="standard" if look.color else None,
        legacy_windows=False,
        force_jupyter=False,
        _environ={},
    )
    for number, report in enumerate(reports):
        for line in ([Text()] if number else []) + list(_report(report, look)):
            console.print(line, soft_wrap=True)
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


def claim_list(reports: Sequence[Outcome]) -> str:
    """One line a claim: place, kind, value and unit or days, and the words as printed.

    Times that name no days ("täglich", "recently") are left out.
    """
    return "".join(
        f"{_name(report)}:{_place(report, claim.span)}  {_reading(claim)}"
        f"  {one_line(claim.span.text)}\n"
        for report in reports
        for claim in report.claims
        if claim.checkable or claim.period is not None
    )


def _reading(claim: Claim) -> str:
    quantity = claim.quantity
    if claim.kind == "date":
        return f"date {_days(claim.period)}" if claim.period is not None else "date"
    value = plain(quantity.value) if quantity else None
    parts = (claim.kind, value, quantity.unit or quantity.noun if quantity else None)
    return " ".join(part for part in parts if part)


def _days(period: Period) -> str:
    """One day, or the first and the last with a slash, as in ISO 8601."""
    last = "" if period.start == period.end else f"/{period.end}"
    return f"{period.start}{last}"


def _report(report: Outcome, look: Look) -> Iterator[Text]:
    width = max(look.width, LEAST_WIDTH)
    yield Text(_heading(report), "bold")
    for finding in _shown(report, verbose=look.verbose):
        yield Text()
        yield from _finding(report, finding, width)
        for line in finding.trace if look.verbose else ():
            yield from _wrapped(line, INDENT, width)
    if look.verbose:
        yield from _checklist(report, width)
    if report.readable:
        yield Text()
    for note in report.notes:
        yield from _wrapped(note, "", width)
    for line in report.coverage if report.readable else ():
        yield from _wrapped(line, "", width, "bold")


def _heading(report: Outcome) -> str:
    document, say = report.document, report.wording
    if not report.readable:
        return _name(report)
    origins = say.lexicon.data["report"]["origins"]
    origin = origins.get(document.language_from, document.language_from)
    language = say.label("language", code=document.language, origin=origin)
    day = say.label("no_date")
    if document.date:
        origin = origins.get(document.date_from, document.date_from)
        day = say.label("date", day=document.date, origin=origin)
    return say.label("heading", name=_name(report), language=language, date=day)


def _name(report: Outcome) -> str:
    return one_line(report.document.path or report.wording.label("stdin"))


def _shown(report: Outcome, *, verbose: bool) -> list[Finding]:
    found = sorted(report.findings, key=lambda each: (each.spans[0].start, each.code, each.id))
    return [
        finding
        for finding in found
        if verbose or finding.severity != "info" or finding.verdict in {"mismatch", "outdated"}
    ]


def _finding(report: Outcome, finding: Finding, width: int) -> Iterator[Text]:
    say = report.wording
    word = f"severities.{finding.severity}"
    if finding.severity == "info" and finding.verdict not in {"mismatch", "outdated"}:
        word = f"verdicts.{finding.verdict}"
    group, _, key = word.partition(".")
    style = AGREES if finding.verdict == "supported" else STYLES[finding.severity]
    head = Text(str(say.lexicon.data["report"][group][key]), style)
    head.append(f"  {finding.code} {finding.name}", "not bold default")
    if report.readable:
        head.append(f"  {_name(report)}:{_place(report, finding.spans[0])}", "not bold cyan")
    yield head
    yield from _wrapped(finding.message, INDENT, width)
    excerpts = list(_excerpts(report, finding, width - len(DEEPER))) if report.readable else []
    yield from excerpts
    known = {evidence.text for evidence in finding.evidence}  # "1 June 2025 is a Sunday"
    if finding.calculation and finding.calculation not in known:
        yield from _wrapped(say.label("calculation", text=finding.calculation), INDENT, width)
    for evidence in finding.evidence:
        if not _shown_above(finding, evidence, excerpts):
            yield from _wrapped(_evidence(report, evidence), INDENT, width)
    if finding.suggestion:
        yield from _wrapped(say.label("suggestion", text=finding.suggestion), INDENT, width)


def _shown_above(finding: Finding, evidence: Evidence, excerpts: Sequence[Text]) -> bool:
    """Is it the article itself, of which the excerpts show all that the finding is about?"""
    above = "".join(line.plain for line in excerpts)
    inside = all(one_line(span.text) in above for span in finding.spans)
    about = any(span.text in evidence.text for span in finding.spans)
    return evidence.type == "article" and inside and about


def _place(report: Outcome, span: Span) -> str:
    place = report.document.place(span)
    line = str(place.line) if place.line else report.wording.label("title_place")
    return f"{line}:{place.column}"


def _evidence(report: Outcome, evidence: Evidence) -> str:
    say = report.wording
    kind = say.lexicon.data["report"]["evidence"][evidence.type]
    as_of = say.label("as_of", day=say.when(evidence.as_of)) if evidence.as_of else None
    source = f"{evidence.source}:{evidence.line}" if evidence.line else evidence.source
    where = ", ".join(part for part in (source, as_of, evidence.url) if part)
    return f"{kind}: {evidence.text}" + (f" ({where})" if where else "")


def _excerpts(report: Outcome, finding: Finding, room: int) -> Iterator[Text]:
    """The lines in which the spans stand, each cut to `room` around them and underlined."""
    document = report.document
    lines: dict[int, list[Span]] = {}
    for span in finding.spans:
        start = document.text.rfind("\n", 0, span.start) + 1
        lines.setdefault(start, []).append(span)
    for start, spans in list(lines.items())[:MOST_LINES]:
        line = one_line(document.line_of(spans[0])).rstrip()
        marks = [" "] * len(line)
        places = [(span.start - start, min(span.end - start, len(line))) for span in spans]
        for span, (first, last) in reversed(list(zip(spans, places, strict=True))):
            mark = "^" if span is finding.spans[0] else "~"
            marks[first:last] = mark * (last - first)
        yield from _underlined(line, "".join(marks), places, room)


def _underlined(
    line: str, marks: str, places: Sequence[tuple[int, int]], room: int
) -> Iterator[Text]:
    first, last = min(place[0] for place in places), max(place[1] for place in places)
    if last - first > room - 2 * len(ELLIPSIS) - 2:
        first, last = places[0]
    start, end = _window(line, first, last, room)
    before = ELLIPSIS + " " if start else ""
    after = " " + ELLIPSIS if end < len(line) else ""
    shown = line[start:end]
    under = "".join(
        mark * cell_len(char) for char, mark in zip(shown, marks[start:end], strict=True)
    )
    text = Text(DEEPER + before + shown + after)
    for place_start, place_end in places:
        shift = len(DEEPER + before) - start
        text.stylize("bold", max(place_start, start) + shift, min(place_end, end) + shift)
    yield text
    yield Text(DEEPER + " " * len(before) + under, "bold")


def _window(line: str, first: int, last: int, room: int) -> tuple[int, int]:
    """Offsets of a part of the line, whole words, that holds [first, last) as far as it can."""
    if len(line) <= room:
        return 0, len(line)
    room -= 2 * len(ELLIPSIS) + 2
    last = min(last, first + room)
    start = max(0, min((first + last - room) // 2, len(line) - room))
    if start:
        space = line.find(" ", start - 1, first)
        start = space + 1 if space >= 0 else first
    end = min(len(line), start + room)
    if end < len(line):
        space = line.rfind(" ", last, end + 1)
        end = space if space >= 0 else end
    return start, end


def _checklist(report: Outcome, width: int) -> Iterator[Text]:
    """The claims that nothing could settle, to be ticked off: place, words, their sentence."""
    claims = [
        claim
        for claim in report.claims
        if report.counted_as(claim) and report.standing(claim) == "to_check"
    ]
    if claims:
        yield Text()
        yield Text(report.wording.label("checklist"), "bold")
    for claim in sorted(claims, key=lambda each: (each.span.start, each.span.end, each.id)):
        yield _item(report, claim, width)


def _item(report: Outcome, claim: Claim, width: int) -> Text:
    text = Text(f"{INDENT}[ ] {_place(report, claim.span)}  ")
    words = one_line(claim.span.text)
    _, end = _window(words, 0, 0, max(width - len(text), LEAST_WIDTH))
    text.append(words[:end] + (" " + ELLIPSIS if end < len(words) else ""), "bold")
    room = width - len(text) - 2
    if claim.kind != "statement" and room >= LEAST_WIDTH:
        sentence = one_line(claim.sentence.text)
        first = claim.span.start - claim.sentence.start
        start, end = _window(sentence, first, first + len(words), room)
        before = ELLIPSIS + " " if start else ""
        after = " " + ELLIPSIS if end < len(sentence) else ""
        text.append(f"  {before}{sentence[start:end]}{after}", "dim")
    return text


def _wrapped(text: str, indent: str, width: int, style: str = "") -> Iterator[Text]:
    lines = wrap(
        one_line(text),
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    for line in lines:
        yield Text(line, style)


def one_line(text: str) -> str:
    """The same number of characters, none of which moves the cursor."""
    return CONTROL.sub(" ", text)
