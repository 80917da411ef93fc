"""The rows of office_holders.csv that a named office means, and who held it on a day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from factcheck.claims import Article
from factcheck.model import Claim, Evidence, Period, Role, Span
from factcheck.reference.rows import Office
from factcheck.reference.tables import Tables

CLAUSE = frozenset(',;:()"“”„»«–—')
NO_REACH = timedelta(0)
# Titles that clubs, courts and companies give as well.
MINISTER = "-minister"
COUNTRY, UNION = 2, "EU"
ANYBODYS = frozenset({"president", "vice-president", "secretary-general"})


def body_of(office: str) -> str:
    """ "FR" of "FR:president", empty for a bare "president"."""
    body, colon, _ = office.partition(":")
    return body if colon else ""


def title_of(office: str) -> str:
    """ "president" of "FR:president" and of "president"."""
    return office.rpartition(":")[2]


def rows_of(article: Article, offices: Sequence[str]) -> tuple[Office, ...]:
    """The rows of the offices that a phrase can mean; without a body, of every body's."""
    return _rows(article.tables, tuple(offices))


@lru_cache(maxsize=64)
def _rows(tables: Tables, offices: tuple[str, ...]) -> tuple[Office, ...]:
    found: list[Office] = []
    for office in offices:
        known = tables.offices_by_id if body_of(office) else tables.offices_by_title
        found.extend(known.get(office, ()))
    by_start = sorted(set(found), key=lambda row: (row.valid_from.first, row.office, row.person))
    return tuple(by_start)


def meant(article: Article, role: Role) -> tuple[str, ...]:
    """The offices of a role, those of the person's country where the title leaves several.

    "Bundeskanzler" is of three countries; "Außenministerin" without a country is of the one where
    the person holds or held that office, or is in another office now. A bare president may be of
    anything.
    """
    known = article.holders.rows_of(role.person.text)
    if len(role.offices) > 1 and all(map(body_of, role.offices)):
        bodies = {body_of(row.office) for row in known}
        return tuple(office for office in role.offices if body_of(office) in bodies) or role.offices
    if any(map(body_of, role.offices)) or ANYBODYS & set(role.offices):
        return role.offices
    own = {row.office for row in known if title_of(row.office) in role.offices}
    if not own and len(role.offices) == 1 and role.offices[0].endswith(MINISTER):
        own = {f"{body}:{role.offices[0]}" for body in _countries_served(article, known)}
    return tuple(own) if len(own) == 1 else role.offices


def _countries_served(article: Article, known: Sequence[Office]) -> set[str]:
    """Where the person is in office on the article's day: a minister of one country alone."""
    day = article.date
    if day is None:
        return set()
    return {
        body_of(row.office)
        for row in known
        if in_office(row, day) and len(body_of(row.office)) == COUNTRY and row.office[:2] != UNION
    }


def in_office(row: Office, day: date, reach: timedelta = NO_REACH) -> bool:
    """Could the row hold on this day, or within `reach` of it?"""
    start = row.valid_from.first - reach
    return start <= day and (row.valid_to is None or day <= row.valid_to.last + reach)


def in_period(row: Office, period: Period) -> bool:
    """Could the row hold on any day of the period?"""
    if row.valid_from.first > period.end:
        return False
    return row.valid_to is None or row.valid_to.last >= period.start


def holds_all(row: Office, period: Period) -> bool:
    """Does the row hold on every day of the period, for certain?"""
    if row.valid_from.last > period.start:
        return False
    return row.valid_to is not None and row.valid_to.first >= period.end


def told_of_role(article: Article, claim: Claim) -> bool:
    """Is the claim's time told of the office itself: in its clause, or where the sentence begins?

    "In March 2017, the then prime minister ...", "the rescue of 2008, when X, the then minister,"
    and "the then prime minister said in March 2017";
    not "the then prime minister, who was elected in 1997, ..." or "... as home secretary in 2012".
    """
    period = claim.period.span if claim.period else None
    if period is None:
        return False
    text, start = claim.sentence.text, claim.sentence.start
    if period.start < claim.span.start:
        before = text[: period.start - start].split()
        between = text[period.end - start : claim.span.start - start].strip(" ,")
        if between.lower() in article.lexicon.data["titles"]["when"]:
            return True
        return len(before) <= 1 and len(between.split()) <= 1
    between = text[claim.span.end - start : period.start - start]
    other = article.lexicon.data["titles"]["looking_back"]
    if not CLAUSE.isdisjoint(between) or not set(between.lower().split()).isdisjoint(other):
        return False
    return period.end <= claim.sentence.end


def of_one_voice(article: Article, claim: Claim) -> Claim:
    """The claim in the part of its sentence that tells of it: when one speaks is not of what.

    Not in what its own person says: "NATO's secretary general X said the threat was greater than
    decades ago" is told of today; and only in what somebody else says: "X, chancellor until 2021,
    works for a fund, a spokesman said on Friday" is not told of Friday.
    """
    sentence, period = claim.sentence, claim.period
    told = [said for each in article.claims_of(sentence) if (said := each.attribution)]
    spoken = (part for said in told for part in said.content if _meet(part, claim.span))
    part = next(spoken, None)
    if part is not None:
        timed = period is not None and _meet(part, period.span)
        return replace(claim, sentence=part, period=period if timed else None)
    own = (said for said in told if said.source is not None and _meet(said.source, claim.span))
    text = sentence.text
    for start, end in sorted(
        {(s.start, s.end) for said in own for s in said.content}, reverse=True
    ):
        if sentence.start <= start < end <= sentence.end:
            text = text[: start - sentence.start] + text[end - sentence.start :]
    return replace(claim, sentence=Span(sentence.start, sentence.end, text))


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def listed(article: Article, row: Office) -> str:
    """The row as one line of the report."""
    wording = article.wording
    title = article.name_of(title_of(row.office), feminine=row.gender == "f")
    office = wording.say("office_of", title=title, body=article.name_of(body_of(row.office)))
    return wording.say(
        "office_until" if row.valid_to else "office_since",
        person=row.person,
        office=office,
        start=wording.when(row.valid_from.text),
        end=wording.when(row.valid_to.text) if row.valid_to else "",
        checked=wording.when(row.checked_on.text),
    )


def evidence_of(article: Article, row: Office) -> Evidence:
    """The row as evidence of a finding."""
    return Evidence(
        "table", listed(article, row), row.source, row.url, row.checked_on.text, row.row
    )
