"""An amount is printed in a currency that did not exist yet.

Worked example: "1995 kostete das Haus 100.000 Euro." The euro began on 1 January 1999, so in 1995
the price was another, in marks or schillings. It may have been converted since, and then the text
says so: "umgerechnet 100.000 Euro", "which is worth". A warning at most.

Read are sentences in the past with one year or day for the amount, that is printed and not reckoned
from the article's date. "seit 1991", "bis 1980" and sentences in the present stay silent, and so do
those with a word of conversion or another currency beside the amount. So does a series: where the
paragraph has an amount of today in the same currency, the old one was converted to compare them.

It cannot see: old money after its end, which still lies in drawers and accounts; sums of many
years.
Source of the rule: currencies.csv (Council Regulation (EC) No 974/98: the euro from 1999 on).
"""

from collections.abc import Iterator

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.model import Claim, Evidence, Finding

CODE = "FC205"
NAME = "currency-anachronism"
PRECISION = "M"


def check(article: Article) -> Iterator[Finding]:
    """Find the amounts of a time before their currency."""
    converted = {
        relation.claim(role).id
        for relation in article.related("conversion")
        for role in ("original", "converted")
    }
    for relation in article.related("paid"):
        claim = relation.claim("amount")
        if claim.id not in converted:
            yield from _judged(article, claim)


def _judged(article: Article, claim: Claim) -> Iterator[Finding]:
    unit = claim.quantity.unit if claim.quantity else None
    row = article.tables.currencies.get(unit or "")
    if row is None or row.valid_from is None or claim.period is None:
        return
    told = any(article.says(claim, "conversions", key) for key in ("words", "behind"))
    if claim.period.end >= row.valid_from.first or told or _compared(article, claim):
        return
    fields = {"figure": claim.span.text, "time": claim.period.span.text}
    yield Judge(CODE, NAME, PRECISION).finding(
        "mismatch",
        (claim,),
        article.wording.say("anachronism", day=row.valid_from.first, **fields),
        Working(
            None,
            (Evidence("table", row.note or row.code, row.source, row.url, row=row.row),),
            article.wording.say("anachronism_suggest"),
        ),
    )


def _compared(article: Article, claim: Claim) -> bool:
    """Is an amount of another time in the same currency printed in the claim's paragraph?"""
    own, times = claim.quantity, claim.period
    blocks = [s.passage.block.span for s in article.scenes]
    block = next((b for b in blocks if b.start <= claim.span.start < b.end), claim.sentence)
    return any(
        other.quantity is not None
        and own is not None
        and other.quantity.unit == own.unit
        and (other.period is None or times is None or other.period.start > times.end)
        for other in article.claims
        if block.start <= other.span.start < block.end and other.id != claim.id
    )
