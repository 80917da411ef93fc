"""A decimal is printed with the mark that the language and the rest of the text use.

Worked example: "Der Bau kostet 4.5 Milliarden Euro, die Straße 2,5 Milliarden." German decimals
have a comma, and the other figure of this text has one: 4.5 does not follow it, and may have come
from an English source unread. In English it is the point: "4,5 billion" beside "2.5 billion".

Silent where no other decimal of the text has the language's own mark (Swiss texts), where more than
two have the foreign one, and for figures without unit or scale, which are versions and chapters.
Three digits are no decimal: "4.500". A quotation in another language keeps that language's mark.

It cannot see: whether the value is right.
Source of the rule: the way numbers are written in German and English.
"""

import re
from collections.abc import Iterator

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.languages.detect import detect_language
from factcheck.model import Claim, Evidence, Finding

CODE = "FC902"
NAME = "decimal-separator"
PRECISION = "H"

OTHER = {",": ".", ".": ","}
MOST = 2
# The look at what precedes follows the digit: `re` finds digits fast.
DECIMALS = {mark: re.compile(rf"\d(?<![\d.,'].)\d*[{mark}]\d+(?![\d.,]*\d)") for mark in OTHER}
VERSION = re.compile(r"\d[.,]0(?!\d)")
ODD = {mark: re.compile(rf"\d(?<![\d.,'].)\d*[{mark}]\d{{1,2}}(?![\d.,]*\d)") for mark in OTHER}


def check(article: Article) -> Iterator[Finding]:
    """Find the few decimals with the other mark."""
    own = article.lexicon.data["numbers"]["decimal"]
    figures = [claim for claim in article.claims if _measured(claim)]
    usual = [claim for claim in figures if DECIMALS[own].search(claim.span.text)]
    odd = [c for c in figures if ODD[OTHER[own]].search(c.span.text) and not _foreign(article, c)]
    if not usual or len(odd) > min(MOST, len(usual)):
        return
    for claim in odd:
        fields = {"figure": claim.span.text, "other": usual[0].span.text}
        yield Judge(CODE, NAME, PRECISION).finding(
            "mismatch",
            (claim,),
            article.wording.say("separator_differs", **fields),
            Working(None, (Evidence("article", usual[0].sentence.text),)),
        )


def _measured(claim: Claim) -> bool:
    quantity = claim.quantity
    if quantity is None or claim.kind in {"date", "ordinal", "number"}:
        return False
    version = VERSION.search(claim.span.text) is not None  # "Windows Mobile 6.0 Professional"
    return quantity.unit is not None or (claim.kind == "count" and not version)


def _foreign(article: Article, claim: Claim) -> bool:
    """Does the figure stand in a quotation in another language?"""
    quotations = (
        article.document.text[q.start : q.end]
        for q in article.speech.quotations
        if q.start <= claim.span.start and claim.span.end <= q.end
    )
    own = article.lexicon.code
    return any(detect_language(text) not in {None, own} for text in quotations)
