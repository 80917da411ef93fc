"""The n-th time comes after n - 1 earlier ones.

Worked example: "zum dritten Mal nach 2004, 2013 und 2018". Three earlier years are listed, and the
next is the fourth: 3 + 1 = 4, not 3. "Zum vierten Mal nach 2004, 2013 und 2018" agrees.

Fewer years than n - 1 contradict nothing, for an article may name the last ones only, and the first
time after a year is one since then. A note, for a year may be counted as two or not at all.

It cannot see: a year left out of the list; times counted without their years; ranks among figures.
Source of the rule: ordinal numbers.
"""

from collections.abc import Iterator

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.model import Claim, Finding, Relation

CODE = "FC116"
NAME = "rank"
PRECISION = "N"


def check(article: Article) -> Iterator[Finding]:
    """Hold every n-th time against the number of earlier years listed."""
    for relation in article.related("nth_time"):
        count = relation.claim("time")
        years = [year for year in relation.all("earlier") if isinstance(year, Claim)]
        rank = count.quantity.value if count.quantity else None
        earlier = len({year.span.text for year in years})
        if rank is None or rank < 2 or earlier < len(years):
            continue
        if earlier + 1 >= rank:
            yield _judged(article, relation, years, agrees=earlier + 1 == rank)


def _judged(article: Article, relation: Relation, years: list[Claim], *, agrees: bool) -> Finding:
    wording, count = article.wording, relation.claim("time")
    fields = {
        "figure": count.span.text,
        "years": wording.listed([year.span.text for year in years]),
        "earlier": len(years),
        "rank": len(years) + 1,
    }
    return Judge(CODE, NAME, PRECISION).finding(
        "supported" if agrees else "mismatch",
        (count, *years),
        wording.say("rank_agrees" if agrees else "rank_differs", **fields),
        Working(
            wording.say("rank_working", **fields),
            (article.quote(relation.span),),
            None if agrees else wording.say("rank_suggest", **fields),
        ),
    )
