"""What a finding shows of a source: the file, the line and the sentence."""

from factcheck.alignment.lines import Line
from factcheck.model import Evidence, Span


def evidence_of(line: Line, span: Span | None = None) -> Evidence:
    """A sentence of a source, or a piece of it, with its place in the file."""
    document = line.article.document
    shown = span or line.span
    place = document.place(shown)
    return Evidence("document", " ".join(shown.text.split()), document.path, line=place.line)
