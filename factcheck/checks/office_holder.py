"""A person named with an office held it at the article's date.

Worked example, article of 13 March 2025: "der französische Verteidigungsminister Sébastien
Lecornu". office_holders.csv has Lecornu in FR:defence-minister from 2022-05-20 to 2025-10-05; the
day lies inside, so the phrase is confirmed. "Präsident Sébastien Lecornu" is flagged, because
FR:president was Emmanuel Macron on that day and no row makes Lecornu a president of anything.
"Im Juli 2015 hatte Bundeskanzlerin Angela Merkel ..." is confirmed at the time of its sentence.

A mismatch needs all of it: a country or body, every word of the phrase understood, the person known
to the table, the office held by somebody else on that day in a row that was fresh, no other time in
the sentence, the person's title not borne elsewhere. One who held the office at another time is at
most a warning, and only if the sentence speaks of these days ("am Mittwoch", "today") or, where the
country is named, if it ended within the year. Former, coming and acting holders are allowed, and so
is a week on either side of a handover. Where one of these is missing, the note says which. "The
then president Hollande" beside 2010 is a warning: another held the office all that year, and
Hollande not until more than a year later.

It cannot see: persons and offices that the table does not hold; a name misspelt (FC406).
Source of the rule: office_holders.csv, one source a row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rapidfuzz.distance import JaroWinkler

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.matching.officials import (
    body_of,
    evidence_of,
    holds_all,
    in_office,
    in_period,
    listed,
    meant,
    of_one_voice,
    rows_of,
    title_of,
    told_of_role,
)
from factcheck.matching.rows import freshness
from factcheck.model import Claim, Finding, Role, Span
from factcheck.reference.names import fold
from factcheck.reference.rows import Office

CODE = "FC402"
NAME = "office-holder"
PRECISION = "H"

JUDGE = Judge(CODE, NAME, PRECISION)
HANDOVER = timedelta(days=7)
NEWLY = timedelta(days=120)
UNKNOWN = "office_unknown"
COUNTRY = 2
BEHIND = re.compile(r" (\w+) (?:the )?(\w+)")
YEAR = timedelta(days=366)
# So many words may stand between an office and its time.
BESIDE = 3
MISSPELT = 0.88


@dataclass(frozen=True, slots=True)
class Case:
    """A claim with the rows of its office, those of the person in it, and the article's day."""

    claim: Claim
    role: Role
    offices: tuple[str, ...]
    rows: Sequence[Office]
    own: Sequence[Office]
    day: date


def check(article: Article) -> Iterator[Finding]:
    """Judge every person named with an office that the table holds."""
    if article.date is None:
        return
    for claim in article.claims:
        if claim.role is None:
            continue
        offices = meant(article, claim.role)
        rows = rows_of(article, offices)
        own = [row for row in article.holders.rows_of(claim.role.person.text) if row in rows]
        if told := _told_behind(article, claim):
            own = [row for row in own if body_of(row.office) in told]
            if not own:
                continue
        case = Case(claim, claim.role, offices, rows, own, article.date)
        finding = _supported(article, case) or _doubted(article, case)
        if finding is not None:
            yield finding


def _told_behind(article: Article, claim: Claim) -> set[str]:
    """As in "Chancellor Sebastian Kurz of Austria": the country named behind, if one is."""
    behind = BEHIND.match(claim.sentence.text, claim.span.end - claim.sentence.start)
    if behind is None or behind[1] not in article.lexicon.data["titles"]["of"]:
        return set()
    place = Span(0, len(behind[2]), behind[2])
    return {each for each in article.concepts_of(place) if len(each) == COUNTRY}


def _supported(article: Article, case: Case) -> Finding | None:
    """The phrase as the table has it: now, before, later, or at the time of the sentence."""
    standing, day = case.role.standing, case.day
    if standing == "former":
        held = [row for row in case.own if row.valid_to is not None and row.valid_to.first <= day]
    elif standing == "coming":
        held = [row for row in case.own if row.valid_from.last >= day]
    elif standing == "then":
        period = case.claim.period
        told = [row for row in case.own if row.valid_from.first <= day]
        held = [row for row in told if period is None or in_period(row, period)]
    else:
        held = [row for row in case.own if in_office(row, day)]
    if held:
        return _confirmed(article, case, held[-1])
    period = case.claim.period
    if standing == "current" and period is not None:
        then = [row for row in case.own if in_period(row, period)]
        if then:
            return _note(article, case, "supported", "office_then", then[-1])
    return None


def _confirmed(article: Article, case: Case, row: Office) -> Finding:
    key = "office_inherited" if case.role.inherited else f"office_{case.role.standing}"
    fresh = freshness(row.checked_on, row.valid_to is not None, case.day)
    if case.role.standing in {"current", "acting"} and fresh != "fresh":
        key = "office_listed"
    return _note(article, case, "supported", key, row)


def _doubted(article: Article, case: Case) -> Finding | None:
    """A note or a mismatch for what the table does not confirm; None where it knows too little."""
    role, own = case.role, case.own
    if role.standing == "former" and own:
        return _note(article, case, "unclear", "office_still", own[-1])
    if role.standing == "coming" and own:
        return _note(article, case, "unclear", "office_already", own[-1])
    if role.standing == "then" and own:
        return _then_another(article, case)
    if role.standing != "current" or not role.plain or not all(map(body_of, case.offices)):
        return None
    if any(in_office(row, case.day, HANDOVER) for row in own):
        return _note(article, case, "unclear", "office_handover", own[-1])
    holders = [row for row in case.rows if in_office(row, case.day)]
    named = {body_of(row.office) for row in holders}
    if not holders or {body_of(office) for office in case.offices} - named:
        return None
    return _contradicted(article, case, holders)


def _then_another(article: Article, case: Case) -> Finding | None:
    """Who is called the holder of then, and held the office at quite another time."""
    period, role = case.claim.period, case.role
    holders = [row for row in case.rows if period is not None and holds_all(row, period)]
    if period is None or not holders:
        return None
    apart = all(
        row.valid_from.first > period.end + YEAR
        or (row.valid_to is not None and row.valid_to.last < period.start - YEAR)
        for row in case.own
    )
    known = len({row.office for row in case.rows}) == 1 and role.plain
    if not (apart and known and told_of_role(article, case.claim)):
        return _note(article, case, "unclear", "office_other_time", holders[-1])
    return _mismatch(article, case, holders[-1], decisive=False)


def _contradicted(article: Article, case: Case, holders: Sequence[Office]) -> Finding:
    """Everything that must hold before another holder is named; the first that fails is said."""
    holder, own = holders[-1], case.own
    known = article.holders.rows_of(case.role.person.text)
    gate = None
    if not known:
        alike = any(_alike(case.role.person.text, row.person) for row in holders)
        gate = "office_spelling" if alike else None if _new(article, case, holder) else UNKNOWN
    elif _elsewhere(case, known):
        gate = "office_elsewhere"
    elif _other_time(article, case):
        gate = "office_other_time"
    elif freshness(holder.checked_on, holder.valid_to is not None, case.day) == "stale":
        gate = "table_stale"
    elif holder.valid_from.last > case.day or (
        holder.valid_to and holder.valid_to.first < case.day
    ):
        gate = "office_handover"
    if gate is not None:
        return _note(article, case, "unclear", gate, holder)
    fresh = freshness(holder.checked_on, holder.valid_to is not None, case.day)
    named = all(map(body_of, case.role.offices))
    return _mismatch(article, case, holder, decisive=fresh == "fresh" and named and not own)


def _new(article: Article, case: Case, holder: Office) -> bool:
    """Is the person called the new one, while another has just come into the office?"""
    new = article.says(replace(case.claim, sentence=case.claim.span), "titles", "new")
    return new and timedelta(0) <= case.day - holder.valid_from.last <= NEWLY


def _elsewhere(case: Case, known: Sequence[Office]) -> bool:
    """Does the person bear this title in another country or body?"""
    titles = {title_of(office) for office in case.offices}
    others = [row for row in known if title_of(row.office) in titles and row not in case.own]
    return any(in_office(row, case.day, HANDOVER) for row in others)


def _other_time(article: Article, case: Case) -> bool:
    """Does the sentence speak of another time, or may it, as of one who left long ago?"""
    claim, own = of_one_voice(article, case.claim), case.own
    if article.leaves_own_time(claim) or article.says(claim, "titles", "history"):
        return True
    if claim.period is not None and not _near(claim.period.start, case.day):
        return True
    if _dated(article, case):
        return True
    if not own:
        return False
    if article.says(claim, "titles", "pluperfect"):
        return True
    named = all(map(body_of, case.role.offices))
    lately = named and _left_lately(own, case.day) and _of_its_years(article, case)
    return not (lately or article.speaks_of_now(claim) or (named and _speaks(article, case)))


def _dated(article: Article, case: Case) -> bool:
    """Does another time stand right behind the phrase: "X, chancellor of Austria until 2021"?"""
    claim = case.claim
    for other in article.claims_of(claim.sentence):
        if other.kind == "date" and other.period is not None and other.span.start >= claim.span.end:
            between = article.document.span(claim.span.end, other.span.start).text
            near = len(between.split()) <= BESIDE and between.replace(" ", "").isalpha()
            if near and not _near(other.period.start, case.day):
                return True
    return False


def _speaks(article: Article, case: Case) -> bool:
    """Does the person say something here, in an article that names no year but its own?"""
    span = case.claim.span
    said = [each.attribution for each in article.claims_of(case.claim.sentence)]
    sources = [each.source for each in said if each is not None and each.source is not None]
    told = any(source.start < span.end and span.start < source.end for source in sources)
    return told and _of_its_years(article, case)


def _of_its_years(article: Article, case: Case) -> bool:
    """Does the article name no year but its own and those beside it? Else it may look back."""
    return article.years <= {case.day.year - 1, case.day.year, case.day.year + 1}


def _near(start: date, day: date) -> bool:
    return abs(start - day) <= YEAR


def _left_lately(own: Sequence[Office], day: date) -> bool:
    """Did the person leave within the year? Longer ago, a sentence may well be history."""
    return any(
        row.valid_to is not None and timedelta(0) <= day - row.valid_to.last <= YEAR for row in own
    )


def _alike(name: str, other: str) -> bool:
    """Nearly the same surname: a spelling, which is another check's."""
    a, b = fold(name), fold(other)
    return bool(a and b) and JaroWinkler.similarity(a[-1], b[-1]) >= MISSPELT


def _mismatch(article: Article, case: Case, holder: Office, *, decisive: bool) -> Finding:
    fields = _fields(article, case, holder)
    return JUDGE.finding(
        "mismatch",
        (case.claim,),
        article.wording.say("office_differs", **fields),
        Working(
            evidence=(evidence_of(article, holder),),
            suggestion=article.wording.say("office_suggest", **fields),
        ),
        decisive=decisive,
    )


def _note(article: Article, case: Case, verdict: str, key: str, row: Office) -> Finding:
    message = article.wording.say(key, **_fields(article, case, row))
    working = Working(evidence=(evidence_of(article, row),))
    return JUDGE.finding(verdict, (case.claim,), message, working)


def _fields(article: Article, case: Case, row: Office) -> dict[str, object]:
    return {
        "phrase": case.claim.span.text,
        "person": case.role.person.text,
        "holder": row.person,
        "row": listed(article, row),
        "checked": article.wording.when(row.checked_on.text),
    }
