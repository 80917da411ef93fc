"""A country called a member of a group is one at the article's date.

Worked example, article of 10 April 2025: "NATO members Finland, Ireland and Norway". groups.csv has
Finland (since 4 April 2023) and Norway among the members of NATO on that day, and no row of
Ireland: it does not agree. "EU members France, Britain and Italy" did until 31 January 2020.

Judged are names right behind "members" or "members such as", and "X is a member of Y", "X, a member
of Y"; not where a word such as "former"
or "future" stands before, and not in a sentence about another time. Who left within a year or joins
within ninety days is left alone, and so is a member whose days the table knows too coarsely.

It cannot see: members named elsewhere in the sentence, groups that the table does not hold.
Source of the rule: the membership rows of groups.csv.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.matching.rows import DECIDED, FRESH, freshness
from factcheck.model import Claim, Evidence, Finding, Relation, Span
from factcheck.reference.rows import Member

CODE = "FC404"
NAME = "membership"
PRECISION = "M"

JUDGE = Judge(CODE, NAME, PRECISION)
COUNTRY = 2


def check(article: Article) -> Iterator[Finding]:
    """Hold every named member against the members of the group at the article's date."""
    day = article.date
    if day is None:
        return
    groups = {row.group for row in article.tables.groups}
    for relation in article.related("membership"):
        claim = relation.claim("statement")
        spans = [span for span in relation.all("group") if isinstance(span, Span)]
        concepts = [each for span in spans for each in article.concepts_of(span) if each in groups]
        if concepts:
            yield from _judged(article, relation, claim, concepts[0], day)


def _judged(
    article: Article, relation: Relation, claim: Claim, group: str, day: date
) -> Iterator[Finding]:
    rows = article.tables.members(group, day)
    inside = {row.member for row in rows}
    spans = [span for span in relation.all("member") if isinstance(span, Span)]
    if not all(any(map(_country, article.concepts_of(span))) for span in spans):
        return  # "in the euro area, a member of the EU since 2013"
    outside = [span for span in spans if inside.isdisjoint(article.concepts_of(span))]
    fields = {"group": article.name_of(group), "day": day}
    if not outside:
        first = next(row for row in rows if row.member in article.concepts_of(spans[0]))
        message = article.wording.say("membership_agrees", figure=claim.span.text, **fields)
        working = Working(evidence=(_evidence(article, group, first),))
        yield JUDGE.finding("supported", (claim,), message, working)
        return
    if _other_time(article, claim, day) or any(_near(article, group, s, day) for s in outside):
        return
    if any(freshness(row.checked_on, False, day) == "stale" for row in rows if not row.valid_to):
        return
    names = ", ".join(span.text for span in outside)
    message = article.wording.say("membership_differs", names=names, **fields)
    working = Working(evidence=(_evidence(article, group, rows[0]),))
    yield JUDGE.finding("mismatch", (claim,), message, working, spans=outside)


def _country(concept: str) -> bool:
    """Is this the id of a country, its code of two letters?"""
    return len(concept) == COUNTRY and concept not in {"EU", "UN"}


def _near(article: Article, group: str, span: Span, day: date) -> bool:
    """Did it leave within a year, does it join within weeks, or on days not known exactly?"""
    known = set(article.concepts_of(span))
    return not known or any(
        row.member in known
        and row.valid_from.first <= day + FRESH
        and (row.valid_to is None or day - DECIDED <= row.valid_to.last)
        for row in article.tables.groups
        if row.group == group
    )


def _other_time(article: Article, claim: Claim, day: date) -> bool:
    """Does the sentence speak of another time, or deny, suppose or foresee something?"""
    if article.leaves_own_time(claim) or article.says(_stated(article, claim), "figures", "denied"):
        return True
    return any(
        other.period is not None
        and not other.period.start.year <= day.year <= other.period.end.year
        and not (_since(article, other) or _beside(claim, other))
        for other in article.claims_of(claim.sentence)
    )


def _beside(claim: Claim, other: Claim) -> bool:
    """Is a time told apart from an apposition: "X, a member of Y, will do so in 2030"?"""
    text, start = claim.sentence.text, claim.sentence.start
    behind = text[claim.span.end - start : max(other.span.start - start, 0)]
    return "," in claim.span.text and behind.startswith(",")


def _stated(article: Article, claim: Claim) -> Claim:
    """The claim in its sentence up to the "and" behind it: "X is a member and could not ..."."""
    sentence, joins = claim.sentence, article.lexicon.data["lists"]["conjunctions"]
    behind = sentence.text[claim.span.end - sentence.start :]
    ends = [at for word in joins if (at := behind.find(f" {word} ")) >= 0]
    if not ends:
        return claim
    text = sentence.text[: claim.span.end - sentence.start + min(ends)]
    return replace(claim, sentence=Span(sentence.start, sentence.start + len(text), text))


def _since(article: Article, claim: Claim) -> bool:
    """As in "a member since 1995": what began then is told of today."""
    sentence = claim.sentence
    before = sentence.text[: claim.span.start - sentence.start].lower().split()[-2:]
    return any(word in article.lexicon.data["elapsed"]["since"] for word in before)


def _evidence(article: Article, group: str, row: Member) -> Evidence:
    name = article.name_of(group)
    since = article.wording.when(row.valid_from.text)
    text = article.wording.say(
        "membership_row", group=name, member=article.name_of(row.member), since=since
    )
    return Evidence("table", text, row.source, row.url, row.checked_on.text, row.row)
