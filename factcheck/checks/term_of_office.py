"""Since when a person is in office agrees with the table of office holders.

Worked example, article of 13 September 2021: "Angela Merkel, die seit 2007 Bundeskanzlerin ist".
The table has her in that office from 2005-11-22: her term does not begin in 2007 or within half a
year of it, so it does not agree; "seit 2005" does.

Judged is a full name that one person of the table bears, right before a clause that says nothing
else. Without a title the office is the one held on the article's day, and a date on which the
person held another one is left alone. So is a date before the oldest row of the office, and
whoever came by the office twice.

It cannot see: terms told with other words between name and date; offices that the table lacks.
Source of the rule: office_holders.csv, one source a row.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.languages.tokens import tokenise
from factcheck.matching.officials import (
    body_of,
    evidence_of,
    in_office,
    in_period,
    listed,
    title_of,
)
from factcheck.model import Claim, Finding, Relation, Span
from factcheck.reference.names import Term, fits
from factcheck.reference.rows import Office

CODE = "FC409"
NAME = "term-of-office"
PRECISION = "M"

JUDGE = Judge(CODE, NAME, PRECISION)
NEAR = timedelta(days=7)
# Elections, appointments and oaths lie so far apart.
ENTRY = timedelta(days=183)
LONGEST_NAME = 4


def check(article: Article) -> Iterator[Finding]:
    """Hold every beginning of a term against the rows of its person."""
    if article.date is None:
        return
    for relation in article.related("term"):
        claim, name = relation.claim("date"), _name(article, relation)
        if name is None or claim.period is None:
            continue
        rows = _rows(article, relation, name, article.date)
        finding = _judged(article, relation, claim, rows) if rows else None
        if finding is not None:
            yield finding


def _name(article: Article, relation: Relation) -> str | None:
    """The full name that ends right before the clause: of the article's cast, or of the table."""
    head = next(span for span in relation.all("head") if isinstance(span, Span))
    sentence = relation.claim("date").sentence
    for span, person in article.people.mentions_in(sentence):
        if span.end == head.end:
            return person.name
    words = sentence.text[: head.end - sentence.start].split()
    names = (words[-size:] for size in range(min(len(words), LONGEST_NAME), 1, -1))
    return next((" ".join(n) for n in names if article.holders.rows_of(" ".join(n))), None)


def _rows(article: Article, relation: Relation, name: str, day: date) -> list[Office]:
    """The person's rows in the office that is told, else in the one held on the article's day."""
    known = article.holders.rows_of(name)
    if len({row.person for row in known}) != 1 or len(name.split()) < 2:
        return []
    titles = {
        title_of(term.concept)
        for span in relation.all("title")
        if isinstance(span, Span)
        for term in _titles(article, span)
    }
    rows = [row for row in known if title_of(row.office) in titles or not titles]
    offices = {row.office for row in rows if in_office(row, day)}
    if len(offices) != 1:
        offices = {row.office for row in rows} if titles else set()
    return [row for row in rows if row.office in offices] if len(offices) == 1 else []


def _titles(article: Article, span: Span) -> tuple[Term, ...]:
    hit = article.names.titles.at(tokenise(span.text), 0)
    return hit[1] if hit else ()


def _judged(
    article: Article, relation: Relation, claim: Claim, rows: Sequence[Office]
) -> Finding | None:
    period, day = claim.period, article.date
    if period is None or day is None:
        return None
    lasting = [row for row in rows if in_office(row, day)]
    meant = lasting if relation.all("since") and lasting else rows
    for row in meant:
        if row.valid_from.first <= period.end + NEAR and period.start - NEAR <= row.valid_from.last:
            return (
                _finding(article, claim, row, "supported")
                if _follows(article, relation, row)
                else None
            )
    near = any(
        row.valid_from.first <= period.end + ENTRY and period.start - ENTRY <= row.valid_from.last
        for row in rows
    )
    if not relation.all("title"):  # "in power" may be in another office
        others = article.holders.rows_of(rows[0].person)
        near = near or any(row not in rows and in_period(row, period) for row in others)
    office = article.tables.offices_by_id.get(rows[0].office, ())
    covered = any(row.valid_from.last <= period.start for row in office)
    if near or len(rows) > 1 or not covered or not body_of(rows[0].office):
        return None
    denied = article.lexicon.data["figures"]["denied"]
    if any(word in denied for word in relation.span.text.lower().split()):
        return None
    return _finding(article, claim, rows[0], "mismatch")


def _follows(article: Article, relation: Relation, row: Office) -> bool:
    """Has the one who is named as the predecessor held the office until then?"""
    named = [span for span in relation.all("predecessor") if isinstance(span, Span)]
    before = [
        each
        for each in article.tables.offices_by_id.get(row.office, ())
        if each.valid_to is not None
        and each.valid_to.last >= row.valid_from.first - NEAR
        and each.valid_from.first < row.valid_from.first
    ]
    return all(any(fits(span.text, each) for each in before) for span in named)


def _finding(article: Article, claim: Claim, row: Office, verdict: str) -> Finding:
    wording = article.wording
    key = "term_agrees" if verdict == "supported" else "term_differs"
    message = wording.say(
        key, figure=claim.span.text, row=listed(article, row), day=wording.when(row.valid_from.text)
    )
    return JUDGE.finding(verdict, (claim,), message, Working(evidence=(evidence_of(article, row),)))
