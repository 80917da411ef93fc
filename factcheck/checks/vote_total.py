"""No more votes are cast than there are members.

Worked example: "Der Bundestag mit seinen 630 Abgeordneten nahm das Gesetz mit 410 zu 312 Stimmen
an". 410 + 312 = 722, more than 630. With 310 to 212 votes it is 522, and 108 did not vote.

Yes, no and abstentions of one vote are added and held against the members named in its sentence.

It cannot see: bodies whose size stands in another sentence (FC403 knows those of the tables), votes
that are weighted, and ballots in which each member has several votes.
Source of the rule: rules of procedure: one member, one vote.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.arithmetic import total
from factcheck.claims import Article
from factcheck.comparison.derived import Derived, exceeded, interval_of, value_of
from factcheck.comparison.judge import Judge
from factcheck.model import Claim, Finding, Relation

CODE = "FC118"
NAME = "vote-total"
PRECISION = "H"

JUDGE = Judge(CODE, NAME, PRECISION)


def check(article: Article) -> Iterator[Finding]:
    """Add up every vote of a body whose members are counted."""
    for relation in article.related("votes"):
        finding = _judged(article, relation)
        if finding is not None:
            yield finding


def _judged(article: Article, relation: Relation) -> Finding | None:
    members = relation.claim("members")
    votes = tuple(vote for vote in relation.all("vote") if isinstance(vote, Claim))
    values = [value_of(vote) for vote in votes]
    highest = interval_of(members).high
    if any(value is None for value in values) or highest is None:
        return None
    nominal = sum((value for value in values if value is not None), Fraction(0))
    found = total(interval_of(vote) for vote in votes)
    if found.low is None or found.low <= highest:
        return None
    derived = Derived(relation, members, votes, found, nominal, "sum_working")
    return exceeded(article, JUDGE, derived)
