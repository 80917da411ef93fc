"""The first figure of a range is the smaller one.

Worked example: "zwischen 300 und 200 Euro". 300 is more than 200: the ends are the wrong way round,
or one of them is a slip. "zwischen -5 und -10 Grad" is left alone, as are durations, which are
counted downwards ("between 300 and 200 years ago", "zwischen 30 und 20 Minuten vor Schluss"), and
years.

Only "zwischen A und B", "between A and B" is read: prices and temperatures fall "von 300 bis 200".
Where the first figure may have another scale than the second (between 300 and 2 million) nothing is
said; "zwischen 50 und 30 Millionen" are less than ten times apart and can only be of one.

It cannot see: ranges with other words, and which of the ends is wrong.
Source of the rule: the way ranges are written.
"""

from collections.abc import Iterator

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.model import Finding

CODE = "FC111"
NAME = "range-reversed"
PRECISION = "H"

KINDS = frozenset({"money", "percentage", "count", "measure"})


def check(article: Article) -> Iterator[Finding]:
    """Find the ranges whose ends descend."""
    for relation in article.related("range"):
        low, high = relation.claim("low"), relation.claim("high")
        a, b = low.quantity, high.quantity
        if a is None or b is None or a.value is None or b.value is None:
            continue
        unit = article.tables.units.get(b.unit or "")
        if high.kind not in KINDS or (unit is not None and unit.offset) or not relation.sure:
            continue
        if a.value > b.value > 0 and a.hedge is None and b.hedge is None:
            fields = {"low": low.span.text, "high": high.span.text}
            yield Judge(CODE, NAME, PRECISION).finding(
                "mismatch",
                (low, high),
                article.wording.say("range_reversed", **fields),
                Working(
                    article.wording.say("range_working", low=a.value, high=b.value),
                    (article.quote(relation.span),),
                    article.wording.say("range_suggest", **fields),
                ),
            )
