"""What a finding shows of a source: the file, the line and the sentence."""

from factcheck.alignment.lines import Line, line_at
from factcheck.claims import Article
from factcheck.model import Evidence, Span


def evidence_of(line: Line) -> Evidence:
    """A sentence of a source with its place in the file."""
    return _shown(line.article, line.span)


def evidence_at(source: Article, span: Span) -> Evidence:
    """The sentence of a source in which a span stands, else the span itself."""
    line = line_at(source, span)
    return _shown(source, line.span if line is not None else span)


def _shown(source: Article, span: Span) -> Evidence:
    document = source.document
    text = " ".join(span.text.split())
    return Evidence("document", text, document.path, line=document.place(span).line)
