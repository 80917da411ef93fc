"""Dates agree with those of the source the article was written from.

Worked example: the article has "Am 21. Juni entscheidet die Hauptversammlung", the source "The
annual meeting will be held on 12 June 2025". The sentences share the meeting, both dates are days
of one month and year, and the source has no 21 June anywhere: the two do not agree. A month or a
year agrees with any day in it, and a day with the same day however it is printed.

Which dates belong together is weighed as for figures (FC601). A weekday is compared with the days
of the source about a week around it, the day on which somebody said something only with others of
that kind; a year with the year before it only where the source does not speak of "the year before".

Dates without a year are those nearest to the document's own date; where it is not known, they are
not compared. The article's own date is never looked for in a source.

A clock time, a weekday or a month that no source has is a warning where the sentence that tells the
same has another; so is the weekday of a statement where the source itself is of another day, and a
day that the source has only of another event, where the one that belongs here is told nowhere.

It cannot see: a date moved to another event of the same sentence; the zone of a clock time.
Source of the rule: the pairs of articles and sources in tests/pairs.
"""

from collections.abc import Iterator

from factcheck.alignment.choosing.choice import Paired
from factcheck.alignment.choosing.desk import Candidate
from factcheck.alignment.dates.clocks import other_clocks
from factcheck.alignment.dates.days import other_days
from factcheck.alignment.dates.pairing import pairing
from factcheck.alignment.evidence import evidence_at, evidence_of
from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.model import Claim, Finding, Span

CODE = "FC604"
NAME = "source-date"
PRECISION = "H"


def check(article: Article) -> Iterator[Finding]:
    """Compare every date with the sources, if there are any."""
    if not article.sources:
        return
    pairs = pairing(article)
    clocks = list(other_clocks(article, pairs))
    told = {clock.date.id for clock, _ in clocks if clock.date is not None}
    for paired in pairs:
        claim, found = paired.mention.claim, paired.found
        if claim.id in told or (_own_day(article, claim) and not _other_than_own(paired)):
            continue
        if found is not None and paired.standing == "agrees":
            yield _told(article, "supported", "source_date_agrees", paired, found)
        elif found is not None and paired.standing in {"apart", "exchanged"}:
            told.add(claim.id)
            yield _told(article, "mismatch", "source_date_differs", paired, found)
        elif claim.quantity is not None:
            message = article.wording.say("source_missing", figure=claim.span.text)
            yield Judge(CODE, NAME, PRECISION).finding("unverified", [claim], message, Working())
    for clock, other in clocks:
        place = (other.date or other).span
        span = (clock.date or clock).span
        yield _other(article, clock.date, span, place.text, other.line.article, place)
    for each in other_days(article):
        if each.claim.id not in told:
            day = each.found
            shown = day if isinstance(day, str) else article.wording.day(day)
            yield _other(article, each.claim, each.claim.span, shown, each.source, each.place)


def _other(
    article: Article, claim: Claim | None, span: Span, found: str, source: Article, place: Span
) -> Finding:
    message = article.wording.say("source_date_differs", date=span.text, found=found)
    working = Working(evidence=(evidence_at(source, place),))
    claims = [claim] if claim is not None else []
    return Judge(CODE, NAME, "M").finding("mismatch", claims, message, working, spans=[span])


def _own_day(article: Article, claim: Claim) -> bool:
    period = claim.period
    return period is not None and period.start == period.end == article.date


def _other_than_own(paired: Paired) -> bool:
    """Is it surely another day of the source that is printed as the day of the article?"""
    return paired.standing == "apart" and paired.sure


def _told(article: Article, verdict: str, key: str, paired: Paired, found: Candidate) -> Finding:
    claim, other = paired.mention.claim, found.mention.claim
    message = article.wording.say(key, date=claim.span.text, found=other.span.text)
    suggestion = None
    if verdict == "mismatch" and other.period is not None and other.period.granularity == "day":
        day = article.own_wording.day(other.period.start)
        suggestion = article.wording.say("suggest_figure", figure=day)
    working = Working(evidence=(evidence_of(found.mention.line),), suggestion=suggestion)
    judge = Judge(CODE, NAME, PRECISION if paired.sure else "M")
    return judge.finding(verdict, [claim], message, working)
