"""Votes are no more than the members, and a majority is the difference of the sides.

Worked example: "Der Bundestag mit seinen 630 Abgeordneten nahm das Gesetz mit 410 zu 312 Stimmen
an". 410 + 312 = 722, more than 630. With 310 to 212 votes it is 522, and 108 did not vote.

A majority behind the votes ("by 320 votes to 280, a majority of 40") is 320 - 280 = 40. It is
passed over where it is the larger side itself, all the votes, or what that side has above half
(320 - 300 = 20): such majorities are printed too.

"37 of the 60 seats, a majority of 14 over all the others": 37 - (60 - 37) = 14.

Yes, no and abstentions of one vote are added and held against the members named in its sentence.

Where it is told who abstained, and how many members were away or that all were there, votes are all
of them: "by 23 votes to 14, with two abstentions. Three of its 42 members were absent". One vote
short may be the chair's.

It cannot see: bodies whose size stands in another sentence (FC403 knows those of the tables), votes
that are weighted, and ballots in which each member has several votes.
Source of the rule: rules of procedure: one member, one vote.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from factcheck.arithmetic import total
from factcheck.claims import Article
from factcheck.comparison.derived import (
    Derived,
    exceeded,
    finding_of,
    held,
    interval_of,
    value_of,
)
from factcheck.comparison.judge import Judge
from factcheck.interval import point
from factcheck.model import Claim, Finding, Relation

CODE = "FC118"
NAME = "vote-total"
PRECISION = "H"

EXACT = 1000

JUDGE = Judge(CODE, NAME, PRECISION)
LOOSE = Judge(CODE, NAME, "M")  # told apart


def check(article: Article) -> Iterator[Finding]:
    """Add up every vote of a body whose members are counted."""
    for relation in article.related("votes"):
        finding = _judged(article, relation)
        if finding is not None:
            yield finding
    for relation in article.related("full_vote"):
        finding = _full(article, relation)
        if finding is not None:
            yield finding
    for relation in article.related("majority"):
        finding = _majority(article, relation)
        if finding is not None:
            yield finding
    for relation in article.related("seats"):
        finding = _over_all(article, relation)
        if finding is not None and (relation.sure or finding.verdict == "supported"):
            yield finding


def _full(article: Article, relation: Relation) -> Finding | None:
    """All votes and those who were away, held against the members, which are exact."""
    members = relation.claim("members")
    votes = tuple(vote for vote in relation.all("vote") if isinstance(vote, Claim))
    values, size = [value_of(vote) for vote in votes], value_of(members)
    if size is None or size >= EXACT or any(value is None for value in values):
        return None
    made = sum((value for value in values if value is not None), Fraction(0))
    derived = Derived(relation, members, votes, point(made), made, "sum_working")
    if made == size:
        return finding_of(article, LOOSE, derived, "supported", "sum_agrees")
    number = article.own_wording.number(made)
    suggestion = article.wording.say("suggest_figure", figure=number)
    return finding_of(article, LOOSE, derived, "mismatch", "sum_differs", suggestion=suggestion)


def _majority(article: Article, relation: Relation) -> Finding | None:
    """The difference of the two sides, held against the majority printed."""
    votes = tuple(vote for vote in relation.all("vote") if isinstance(vote, Claim))
    larger, smaller = sorted(votes, key=lambda vote: value_of(vote) or 0, reverse=True)
    printed = relation.claim("majority")
    most, least, own = (value_of(claim) for claim in (larger, smaller, printed))
    if most is None or least is None or own in {None, most, most + least, (most - least) / 2}:
        return None
    found = interval_of(larger).plus(interval_of(smaller).negated())
    derived = Derived(
        relation, printed, (larger, smaller), found, most - least, "difference_working"
    )
    return held(article, JUDGE, derived)


def _over_all(article: Article, relation: Relation) -> Finding | None:
    """The seats of one party less those of all the others, held against the majority printed."""
    part, whole, printed = (relation.claim(role) for role in ("part", "whole", "majority"))
    held_by, seats, own = (value_of(claim) for claim in (part, whole, printed))
    if held_by is None or seats is None or own is None or 2 * held_by <= seats:
        return None
    more = 2 * held_by - seats
    if own in {held_by, more + 1, more - 1}:
        return None  # the speaker left out
    if not relation.sure and own in {more / 2, floor(more / 2) + 1}:
        return None  # what it has above half of the seats, which nobody calls "over all the others"
    derived = Derived(relation, printed, (part, whole), point(more), more, "majority_working")
    return held(article, JUDGE, derived)


def _most(members: Claim) -> Fraction | None:
    """The size of a body; "the 100-member Senate" is exact, thousands may be rounded."""
    size = value_of(members)
    hedged = members.quantity is not None and members.quantity.hedge is not None
    if size is not None and size < EXACT and not hedged:
        return size
    high = interval_of(members).high
    return None if high is None else Fraction(high)


def _judged(article: Article, relation: Relation) -> Finding | None:
    members = relation.claim("members")
    votes = tuple(vote for vote in relation.all("vote") if isinstance(vote, Claim))
    values = [value_of(vote) for vote in votes]
    highest = _most(members)
    if any(value is None for value in values) or highest is None:
        return None
    nominal = sum((value for value in values if value is not None), Fraction(0))
    found = total(interval_of(vote) for vote in votes)
    if found.low is None or found.low <= highest:
        return None
    derived = Derived(relation, members, votes, found, nominal, "sum_working")
    return exceeded(article, JUDGE, derived)
