"""A number that nobody writes so: "600.000 Millionen", "$1,2345".

Worked example: "600.000 Millionen Euro" would be 600 Milliarden; whoever means 600 Millionen has
written the scale twice, once in zeros and once as a word. Up to 99.999 Millionen the form is in
use.
In an English amount a comma parts groups of three digits, so "$1,2345" has one too many.

It cannot see: figures that are so broken that they are not read as one ("1.00.000").
Source of the rule: the way numbers are written.
"""

import re
from collections.abc import Iterator

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.model import Claim, Evidence, Finding

CODE = "FC901"
NAME = "malformed-number"
PRECISION = "H"

LARGEST = 100_000
MILLION = 10**6
FIGURE = re.compile(r"\d[\d.,' \u2019\u00a0\u202f]*\d|\d")
TOO_MANY = re.compile(r"(?<![\d.,])\d{1,3},\d{4,}(?![\d.,])")


def check(article: Article) -> Iterator[Finding]:
    """Find the figures whose form contradicts itself."""
    for claim in article.claims:
        if claim.quantity is None or claim.quantity.value is None:
            continue
        key = _fault(article, claim)
        if key is not None:
            yield Judge(CODE, NAME, PRECISION).finding(
                "mismatch",
                (claim,),
                article.wording.say(key, figure=claim.span.text),
                Working(None, (Evidence("article", claim.sentence.text),)),
            )


def _fault(article: Article, claim: Claim) -> str | None:
    found = FIGURE.findall(claim.span.text)
    value = claim.quantity.value if claim.quantity else None
    if len(found) != 1 or value is None:
        return None
    grouped = article.lexicon.data["numbers"]["group"] in found[0]
    digits = int(re.sub(r"\D", "", found[0]))
    if grouped and digits >= LARGEST and value == digits * MILLION:
        return "malformed_scale"
    english = article.lexicon.data["numbers"]["decimal"] == "."
    if english and claim.kind == "money" and TOO_MANY.search(claim.span.text):
        return "malformed_groups"
    return None
