"""Shares that exclude each other are not more than a hundred per cent together.

Worked example: "52 Prozent dafür, 41 Prozent dagegen und 17 Prozent unentschieden". Nobody is for
and against: 52 + 41 + 17 = 110. Three shares rounded to whole numbers may miss 100 by 1.5; 110 is
too much. 52 + 31 + 17 = 100 agrees.

Less than 100 is judged only where the last share is that of all the others ("die übrigen"):
otherwise some may have given no answer. Shares of several groups, of several years, of answers of
which several may be given, are not added.

It cannot see: questions with several answers that read like one.
Source of the rule: published corrections of polls.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.arithmetic import HUNDRED, total
from factcheck.claims import Article
from factcheck.comparison.derived import interval_of, value_of
from factcheck.comparison.judge import Judge, Working
from factcheck.interval import exact
from factcheck.model import Claim, Finding, Relation

CODE = "FC109"
NAME = "shares-sum"
PRECISION = "M"

JUDGE = Judge(CODE, NAME, PRECISION)


def check(article: Article) -> Iterator[Finding]:
    """Add up every list of exclusive shares."""
    for relation in article.related("shares"):
        shares = tuple(share for share in relation.all("share") if isinstance(share, Claim))
        if all(value_of(share) is not None for share in shares):
            yield from _judged(article, relation, shares)


def _judged(article: Article, relation: Relation, shares: tuple[Claim, ...]) -> Iterator[Finding]:
    found = total(interval_of(share, shares[0]) for share in shares)
    too_much = found.low is not None and exact(found.low) > HUNDRED
    whole = bool(relation.all("rest"))
    too_little = whole and found.high is not None and exact(found.high) < HUNDRED
    if not (too_much or too_little or found.contains(HUNDRED)):
        return
    nominal = sum((value_of(share) or Fraction(0) for share in shares), Fraction(0))
    wording = article.wording
    agrees = not (too_much or too_little)
    quoted = not agrees and article.quoted(shares[0])
    fields = {
        "shares": wording.listed([share.span.text for share in shares]),
        "nominal": wording.number(nominal),
    }
    message = wording.say("shares_agree" if agrees else "shares_differ", **fields)
    yield JUDGE.finding(
        "supported" if agrees else "mismatch",
        shares,
        f"{message} {wording.say('speakers_figure')}" if quoted else message,
        Working(
            wording.say("shares_working", **fields),
            (article.quote(relation.span),),
            None if agrees else wording.say("shares_suggest"),
        ),
        quoted=quoted,
    )
