"""A share is not more than all of a set, and nothing falls by more than all of it.

Worked example: "120 Prozent der Wähler stimmten zu". All voters are 100 per cent; 120 cannot be, 12
or 20 may be meant. "Prices fell by 150%" would make them negative.

Judged are shares of sets on a list of the lexicon: voters, households, pupils, votes. Silent is
everything that can exceed its base: debt of output, use of capacity, last year's level, growth;
and a fall of what can go below zero: profits, balances, temperatures.

It cannot see: shares of sets that are not on the list.
Source of the rule: published corrections; a share is a part of its whole.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.claims import Article
from factcheck.comparison.derived import value_of
from factcheck.comparison.judge import Judge, Working
from factcheck.model import Claim, Finding, Relation

CODE = "FC110"
NAME = "percent-over-100"
PRECISION = "H"

ALL = Fraction(100)


def check(article: Article) -> Iterator[Finding]:
    """Every relation of this kind is a share above a hundred per cent."""
    for relation in article.related("share_of"):
        yield _judged(article, relation)


def _judged(article: Article, relation: Relation) -> Finding:
    share = relation.claim("share")
    fall = relation.all("fall")
    other = (fall or relation.all("of"))[0]
    text = other.span.text if isinstance(other, Claim) else other.text
    wording, quoted = article.wording, article.quoted(share)
    fields = {"figure": share.span.text, "whole": text}
    message = wording.say("over_all_fall" if fall else "over_all", **fields)
    tenth = article.own_wording.amount((value_of(share) or ALL) / 10, "percent", 4)
    return Judge(CODE, NAME, "M" if fall else PRECISION).finding(
        "mismatch",
        (share,),
        f"{message} {wording.say('speakers_figure')}" if quoted else message,
        Working(
            wording.say("over_all_working", **fields),
            (article.quote(relation.span),),
            wording.say("over_all_suggest", tenth=tenth),
        ),
        quoted=quoted,
    )
