"""Shares that exclude each other are not more than a hundred per cent together.

Worked example: "52 Prozent dafür, 41 Prozent dagegen und 17 Prozent unentschieden". Nobody is for
and against: 52 + 41 + 17 = 110. Three shares rounded to whole numbers may miss 100 by 1.5; 110 is
too much. 52 + 31 + 17 = 100 agrees.

Less than 100 is judged only where the last share is that of all the others ("die übrigen"):
otherwise some may have given no answer; and of a share and the remaining one alone neither ("bought
40 per cent and later the remaining 20"). Shares of several groups, of several years, of answers of
which several may be given, are not added.

It cannot see: questions with several answers that read like one.
Source of the rule: published corrections of polls.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.arithmetic import HUNDRED, scaled, total
from factcheck.claims import Article
from factcheck.comparison.derived import POINTS, interval_of, value_of
from factcheck.comparison.judge import Judge, Working
from factcheck.interval import Interval, exact, point
from factcheck.model import Claim, Finding, Relation

CODE = "FC109"
NAME = "shares-sum"
PRECISION = "M"

PAIR = 2

JUDGE = Judge(CODE, NAME, PRECISION)


def check(article: Article) -> Iterator[Finding]:
    """Add up every list of exclusive shares."""
    for relation in article.related("shares"):
        shares = tuple(share for share in relation.all("share") if isinstance(share, Claim))
        if all(value_of(share) is not None for share in shares):
            yield from _judged(article, relation, shares)


def _judged(article: Article, relation: Relation, shares: tuple[Claim, ...]) -> Iterator[Finding]:
    found = total(_percent(share, shares[0]) for share in shares)
    too_much = found.low is not None and exact(found.low) > HUNDRED
    whole = bool(relation.all("rest")) and len(shares) > PAIR
    too_little = whole and found.high is not None and exact(found.high) < HUNDRED
    if not (too_much or too_little or found.contains(HUNDRED)):
        return
    nominal = sum((_nominal(share) for share in shares), Fraction(0))
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


def _percent(share: Claim, first: Claim) -> Interval:
    """What a share allows in per cent; one in words, "drei Viertel", is meant within two points."""
    if share.kind != "fraction":
        return interval_of(share, first)
    hedged = share.quantity is not None and share.quantity.hedge is not None
    found = scaled(interval_of(share), HUNDRED) if hedged else point(_nominal(share))
    return found.plus(Interval(-POINTS, POINTS)) if found is not None else Interval(None, None)


def _nominal(share: Claim) -> Fraction:
    return (value_of(share) or Fraction(0)) * (HUNDRED if share.kind == "fraction" else 1)
