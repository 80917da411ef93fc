"""A number that nobody writes so: "600.000 Millionen", "$1,2345".

Worked example: "600.000 Millionen Euro" would be 600 Milliarden; whoever means 600 Millionen has
written the scale twice, once in zeros and once as a word. Up to 99.999 Millionen the form is in
use; "600,000 million yen" is how accounts in a currency of small units are kept.
In an English amount a comma parts groups of three digits, so "$1,2345" has one too many. A number
before a unit or a scale word whose groups are not of three ("1.00.000 Euro"), or that has two
decimal marks ("1,234,5 Euro"), is none; groups of two before the last are India's and in use where
the comma parts them ("Rs 1,00,000"). A rate is so many per cent or so many in 100,000: "17.4% per
100,000" is both.

It cannot see: broken figures with nothing behind them, which may be versions or addresses.
Source of the rule: the way numbers are written.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.languages.tokens import tokenise
from factcheck.model import Claim, Evidence, Finding
from factcheck.reference.rates import WEEK

CODE = "FC901"
NAME = "malformed-number"
PRECISION = "H"

LARGEST = 100_000
MILLION = 10**6
LEAST_BASE = 1000
SMALL_UNIT = Fraction(1, 20)  # of a euro: yen, won, baht, rupees, the old lira and peseta
FIGURE = re.compile(r"\d[\d.,' \u2019\u00a0\u202f]*\d|\d")
# The look at what precedes follows the digit: `re` finds digits fast.
BROKEN = re.compile(r"\d(?<![\w.,:/].)\d{0,2}([.,])\d{1,4}\1\d{1,4}(?:\1\d{1,4})*(?![\d.,]*\d)")
WHOLE = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
GROUP = 3
BEHIND = 40
TOO_MANY = re.compile(r"(?<![\d.,])\d{1,3},\d{4,}(?![\d.,])")


def check(article: Article) -> Iterator[Finding]:
    """Find the figures whose form contradicts itself."""
    yield from _broken(article)
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


def _broken(article: Article) -> Iterator[Finding]:
    """What looks like a number before a unit or a scale word, and cannot be read as one."""
    text, lexicon = article.document.text, article.lexicon
    for hit in BROKEN.finditer(text):
        number = hit.group()
        grouped = any(len(group) == GROUP for group in re.split("[.,]", number))
        behind = tokenise(text, hit.end(), min(len(text), hit.end() + BEHIND))
        scaled = len(behind) and len(behind.words[0]) > 1 and lexicon.scales.at(behind, 0)
        if WHOLE.fullmatch(number) or INDIAN.fullmatch(number) or not (grouped or scaled):
            continue  # dates, versions and hours have no group of three
        signed = hit.start() > 0 and unicodedata.category(text[hit.start() - 1]) == "Sc"
        if not (signed or scaled or (len(behind) and lexicon.units.at(behind, 0))):
            continue
        span = article.document.span(hit.start(), hit.end())
        yield Judge(CODE, NAME, PRECISION).finding(
            "mismatch",
            (),
            article.wording.say("malformed_marks", figure=number),
            Working(None, (Evidence("article", number),)),
            spans=(span,),
        )


def _fault(article: Article, claim: Claim) -> str | None:
    found = FIGURE.findall(claim.span.text)
    value = claim.quantity.value if claim.quantity else None
    if len(found) != 1 or value is None:
        return None
    grouped = article.lexicon.data["numbers"]["group"] in found[0]
    digits = int(re.sub(r"\D", "", found[0]))
    if grouped and digits >= LARGEST and value == digits * MILLION and not _small(article, claim):
        return "malformed_scale"
    english = article.lexicon.data["numbers"]["decimal"] == "."
    if english and claim.kind == "money" and TOO_MANY.search(claim.span.text):
        return "malformed_groups"
    return (
        "malformed_rate" if claim.kind == "percentage" and _in_thousands(article, claim) else None
    )


def _in_thousands(article: Article, claim: Claim) -> bool:
    """As in "17.4% per 100,000": a rate behind the per cent."""
    behind = tokenise(article.document.text, claim.span.end, claim.sentence.end)
    length = article.lexicon.phrases("per_unit", "per").at(behind, 0) if len(behind) else None
    if length is None or length[0] >= len(behind):
        return False
    start = behind.starts[length[0]]
    base = next((c for c in article.claims if c.span.start == start), None)
    value = base.quantity.value if base is not None and base.quantity is not None else None
    counted = base is not None and base.kind in {"number", "count"}
    return counted and value is not None and value >= LEAST_BASE and not value % LEAST_BASE


def _small(article: Article, claim: Claim) -> bool:
    """Is it money in a currency whose accounts are kept in millions of small units?"""
    code = claim.quantity.unit if claim.quantity and claim.kind == "money" else None
    if code is None:
        return False
    day = min(article.date or date.max, article.rates.last_day)
    band = article.rates.band(code, "EUR", day - WEEK, day)
    return band is not None and band.high < SMALL_UNIT
