"""Reports made by hand, so that a test of their look needs no extraction and no check."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from factcheck.document import Document
from factcheck.interval import Interval
from factcheck.languages.lexicon import load_lexicon
from factcheck.languages.wording import Wording
from factcheck.model import Block, Claim, Evidence, Finding, Quantity, Span
from factcheck.report.report import Report

ARTICLE = """Britain pledged 4.5 billion pounds (6.9 billion euros) to Ukraine.
Five countries met on Thursday: France, Germany, Italy and Poland.
Some 34 military chiefs met the French minister, John Doe.
"""
RATE = Evidence(
    "rate",
    "1 GBP = 1.187 EUR",
    source="European Central Bank",
    url="https://www.ecb.europa.eu/rates",
    as_of="2025-03-12",
)
LIST = Evidence("article", "4 names follow")


def document(text: str = ARTICLE, **fields: Any) -> Document:
    """Return a document of one paragraph, in English, of a given day."""
    whole = Block("paragraph", Span(0, len(text), text))
    known: dict[str, Any] = {
        "language_from": "words",
        "date": date(2025, 3, 13),
        "date_from": "option",
        "path": "article.txt",
    }
    return Document(text, (whole,), **(known | fields))


def span(doc: Document, words: str) -> Span:
    """Return the first place at which the words stand."""
    start = doc.text.index(words)
    return doc.span(start, start + len(words))


def claim(doc: Document, words: str, kind: str = "number", **fields: Any) -> Claim:
    """Return a claim with these words; those of a figure come with a quantity of value 1."""
    place = span(doc, words)
    start = doc.text.rfind("\n", 0, place.start) + 1
    line = doc.line_of(place)
    one = Decimal(1)
    known: dict[str, Any] = {}
    if kind not in {"office", "statement"}:
        known["quantity"] = Quantity(place, kind, Interval(one, one), one)
    fields = known | fields
    return Claim(f"{kind}-{words}", kind, place, doc.span(start, start + len(line)), **fields)


def finding(verdict: str, *claims: Claim, **fields: Any) -> Finding:
    """Return a finding on claims; its severity is what the verdict usually has."""
    severity = {"mismatch": "error", "outdated": "warning"}.get(verdict, "info")
    known: dict[str, Any] = {
        "id": f"FC201-{claims[0].id}-{verdict}",
        "code": "FC201",
        "name": "currency-conversion",
        "severity": severity,
        "spans": tuple(each.span for each in claims),
        "message": "the two amounts are compared",
    }
    return Finding(verdict=verdict, claims=claims, **(known | fields))


def report(
    doc: Document,
    claims: Sequence[Claim] = (),
    findings: Sequence[Finding] = (),
    language: str = "en",
    notes: Sequence[str] = (),
) -> Report:
    """Return a report worded in a language."""
    wording = Wording(load_lexicon(language))
    return Report(doc, tuple(claims), tuple(findings), wording, tuple(notes))


def sample() -> Report:
    """Return a report with one of everything: to correct, confirmed, consistent, to check."""
    doc = document()
    pounds = claim(doc, "4.5 billion pounds", "money")
    euros = claim(doc, "6.9 billion euros", "money")
    five = claim(doc, "Five", "count")
    chiefs = claim(doc, "34 military chiefs", "count")
    office = claim(doc, "French minister, John Doe", "office")
    conversion = finding(
        "mismatch",
        euros,
        pounds,
        message="6.9 billion euros does not agree with 4.5 billion pounds",
        calculation="4.5 billion x 1.187 = 5.34 billion",
        evidence=(RATE,),
        suggestion="5.3 or 5.4 billion euros?",
        hypothesis="digits",
    )
    listed = finding("supported", five, code="FC101", name="list-count", evidence=(LIST,))
    known = finding("supported", chiefs, code="FC401", name="reference-figure", evidence=(RATE,))
    claims = (pounds, euros, five, chiefs, office)
    return report(doc, claims, (conversion, listed, known), notes=("A note on the whole.",))
