"""A person named with an office held it at the article's date.

Worked example, article of 13 March 2025: "der französische Verteidigungsminister Sébastien
Lecornu". office_holders.csv has Lecornu in FR:defence-minister from 2022-05-20 to 2025-10-05; the
day lies inside, so the phrase is confirmed. "Präsident Sébastien Lecornu" is flagged, because
FR:president was Emmanuel Macron on that day and no row makes Lecornu a president of anything.

A mismatch needs all of it: a country or body, every word of the phrase understood, the person known
to the table, the office held by somebody else on that day in a row that was fresh, no other time in
the sentence, the person's title not borne elsewhere. One who held the office at another time is at
most a warning, and only if it ended within the year or the sentence speaks of these days ("am
Mittwoch", "today"). Former, coming and acting holders are allowed, and so is a week on either side
of a handover.

It cannot see: persons and offices that the table does not hold; a name misspelt.
Source of the rule: office_holders.csv, one source a row.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rapidfuzz.distance import JaroWinkler

from factcheck.claims import Article
from factcheck.comparison import Judge, Working
from factcheck.matching import freshness
from factcheck.model import Claim, Evidence, Finding, Role
from factcheck.reference.names import fold
from factcheck.reference.rows import Office

CODE = "FC402"
NAME = "office-holder"
PRECISION = "H"

JUDGE = Judge(CODE, NAME, PRECISION)
HANDOVER = timedelta(days=7)
YEAR = timedelta(days=366)
MISSPELT = 0.88


def check(article: Article) -> Iterator[Finding]:
    """Judge every person named with an office that the table holds."""
    if article.date is None:
        return
    for claim in article.claims:
        if claim.role is None:
            continue
        finding = _judged(article, claim, claim.role, article.date)
        if finding is not None:
            yield finding


def _judged(article: Article, claim: Claim, role: Role, day: date) -> Finding | None:
    rows = _rows(article, role)
    own = [row for row in article.holders.rows_of(role.person.text) if row in rows]
    held = [row for row in own if _in_office(row, day, timedelta(0))]
    if role.standing == "former":
        held = [row for row in own if row.valid_to is not None and row.valid_to.first <= day]
    elif role.standing == "coming":
        held = [row for row in own if row.valid_from.last >= day]
    if held:
        return _supported(article, claim, role, held[-1], day)
    if role.standing != "current" or not role.plain or not _bodies(role):
        return None
    if any(_in_office(row, day, HANDOVER) for row in own):
        return _unclear(article, claim, "office_handover", own[-1])
    return _contradicted(article, claim, role, rows, own, day)


def _contradicted(
    article: Article,
    claim: Claim,
    role: Role,
    rows: Sequence[Office],
    own: Sequence[Office],
    day: date,
) -> Finding | None:
    """Everything that must hold before another holder is named."""
    holders = [row for row in rows if _in_office(row, day, timedelta(0))]
    known = article.holders.rows_of(role.person.text)
    if not holders or not known or any(_alike(role.person.text, row.person) for row in holders):
        return None
    if {office.partition(":")[0] for office in role.offices} - {
        row.office.partition(":")[0] for row in holders
    }:
        return None
    titles = {office.partition(":")[2] for office in role.offices}
    elsewhere = [row for row in known if row.office.partition(":")[2] in titles and row not in own]
    if any(_in_office(row, day, HANDOVER) for row in elsewhere):
        return None
    if article.leaves_own_time(claim) or article.says(claim, "titles", "history"):
        return _unclear(article, claim, "office_other_time", holders[-1])
    if _other_time(claim, day):
        return _unclear(article, claim, "office_other_time", holders[-1])
    if own and not _left_lately(own, day) and not article.speaks_of_now(claim):
        return _unclear(article, claim, "office_other_time", holders[-1])
    holder = holders[-1]
    fresh = freshness(holder.checked_on, holder.valid_to is not None, day)
    if fresh == "stale":
        return _unclear(article, claim, "table_stale", holder)
    if holder.valid_from.last > day or (holder.valid_to and holder.valid_to.first < day):
        return _unclear(article, claim, "office_handover", holder)
    return _mismatch(article, claim, holder, decisive=fresh == "fresh" and not own)


def _mismatch(article: Article, claim: Claim, holder: Office, *, decisive: bool) -> Finding:
    fields = _fields(article, claim, holder)
    return JUDGE.finding(
        "mismatch",
        (claim,),
        article.wording.say("office_differs", **fields),
        Working(
            evidence=(_evidence(article, holder),),
            suggestion=article.wording.say("office_suggest", **fields),
        ),
        decisive=decisive,
    )


def _supported(article: Article, claim: Claim, role: Role, row: Office, day: date) -> Finding:
    key = "office_inherited" if role.inherited else f"office_{role.standing}"
    fresh = freshness(row.checked_on, row.valid_to is not None, day)
    if role.standing == "current" and fresh != "fresh":
        key = "office_listed"
    return _judgement(article, claim, "supported", key, row)


def _unclear(article: Article, claim: Claim, key: str, row: Office) -> Finding:
    return _judgement(article, claim, "unclear", key, row)


def _judgement(article: Article, claim: Claim, verdict: str, key: str, row: Office) -> Finding:
    message = article.wording.say(key, **_fields(article, claim, row))
    return JUDGE.finding(verdict, (claim,), message, Working(evidence=(_evidence(article, row),)))


def _rows(article: Article, role: Role) -> list[Office]:
    """The rows of the offices that the phrase can mean; without a body, of every body's."""
    tables = article.tables
    found: list[Office] = []
    for office in role.offices:
        known = tables.offices_by_id if ":" in office else tables.offices_by_title
        found.extend(known.get(office, ()))
    return sorted(set(found), key=lambda row: (row.valid_from.first, row.office, row.person))


def _bodies(role: Role) -> bool:
    return all(":" in office for office in role.offices)


def _in_office(row: Office, day: date, reach: timedelta) -> bool:
    start = row.valid_from.first - reach
    return start <= day and (row.valid_to is None or day <= row.valid_to.last + reach)


def _other_time(claim: Claim, day: date) -> bool:
    return claim.period is not None and abs((claim.period.start - day).days) > 366


def _left_lately(own: Sequence[Office], day: date) -> bool:
    """Did the person leave within the year? Longer ago, a sentence may well be history."""
    return any(
        row.valid_to is not None and timedelta(0) <= day - row.valid_to.last <= YEAR for row in own
    )


def _alike(name: str, other: str) -> bool:
    """Nearly the same surname: a spelling, which is another check's."""
    a, b = fold(name), fold(other)
    return bool(a and b) and JaroWinkler.similarity(a[-1], b[-1]) >= MISSPELT


def _fields(article: Article, claim: Claim, row: Office) -> dict[str, object]:
    return {
        "phrase": claim.span.text,
        "person": claim.role.person.text if claim.role else "",
        "holder": row.person,
        "row": _listed(article, row),
        "checked": row.checked_on.text,
    }


def _listed(article: Article, row: Office) -> str:
    until = row.valid_to.text if row.valid_to else None
    key = "office_until" if until else "office_since"
    fields = {
        "person": row.person,
        "office": row.office,
        "start": row.valid_from.text,
        "end": until or "",
    }
    return article.wording.say(key, checked=row.checked_on.text, **fields)


def _evidence(article: Article, row: Office) -> Evidence:
    return Evidence(
        "table", _listed(article, row), row.source, row.url, row.checked_on.text, row.row
    )
