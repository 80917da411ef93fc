"""Two conversions of one pair of currencies in one article imply one rate.

Worked example, without an article date: "100 Millionen Dollar (80 Millionen Euro)" and further down
"250 Millionen Dollar (150 Millionen Euro)". The first allows 79.5 to 80.5 million euros for 95 to
105 million dollars, 0.757 to 0.847 euros for a dollar; the second 145 to 155 for 245 to 255, 0.569
to 0.633. Widened by two per cent on either side they still do not meet: one of the two is wrong.

Where the rates of the article's days are known, each conversion is held against them (FC201), and
this check says nothing. So it speaks for articles without a date and for currencies without rates.
Amounts to which the text gives another time of their own are left out.

It cannot see: which of the conversions is wrong.
Source of the rule: figures.md's interval of a printed figure, and that one article uses one rate.
"""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Printed, Working
from factcheck.converting.pairs import Pair, pair_of
from factcheck.converting.windows import windows
from factcheck.interval import Interval
from factcheck.model import Evidence, Finding

CODE = "FC206"
NAME = "implied-rate"
PRECISION = "H"

SPREAD = Fraction(2, 100)
MOST_MOVED = Fraction(1, 10)


def check(article: Article) -> Iterator[Finding]:
    """Compare the conversions of each pair of currencies with one another."""
    groups: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for relation in article.related("conversion"):
        pair = pair_of(relation, "money") if relation.sure else None
        if pair is None or pair.amount.value <= 0 or pair.result.value <= 0:
            continue
        if not _judged_elsewhere(article, pair):
            first, second = sorted((pair.source, pair.target))
            groups[first, second].append(pair)
    for (first, _), pairs in groups.items():
        for left, right in combinations(pairs, 2):
            if not _rate(left, first).overlaps(_rate(right, first)):
                yield _apart(article, left, right, first)
                break


def _judged_elsewhere(article: Article, pair: Pair) -> bool:
    """Are there rates, or does the amount have a time of its own?"""
    timed = any(claim.period is not None for claim in pair.claims)
    if timed or article.leaves_own_time(pair.converted):
        return True
    if article.date is None:
        return False
    return bool(windows(article, pair.source, pair.target, pair.claims))


def _rate(pair: Pair, first: str) -> Interval:
    """Units of the other currency for one of `first`, with rounding and two per cent to spare."""
    amount, result = _around(pair.amount), _around(pair.result)
    low, high = result[0] / amount[1], result[1] / amount[0]
    if pair.source != first:
        low, high = 1 / high, 1 / low
    return Interval(low * (1 - SPREAD), high * (1 + SPREAD))


def _around(figure: Printed) -> tuple[Fraction, Fraction]:
    """The values of which a figure may be the print, rounded to any of its places."""
    width = max(figure.step / 2, min(figure.place / 2, figure.value * MOST_MOVED))
    width = min(width, figure.value / 2)
    return figure.value - width, figure.value + width


def _apart(article: Article, left: Pair, right: Pair, first: str) -> Finding:
    wording = article.wording
    fields = {
        "one": f"{left.original.span.text} ({left.converted.span.text})",
        "other": f"{right.original.span.text} ({right.converted.span.text})",
    }
    rates = [
        pair.result.value / pair.amount.value
        if pair.source == first
        else pair.amount.value / pair.result.value
        for pair in (left, right)
    ]
    calculation = wording.say(
        "implied_working", one=wording.number(rates[0], 4), other=wording.number(rates[1], 4)
    )
    return Judge(CODE, NAME, PRECISION).finding(
        "mismatch",
        (*right.claims, *left.claims),
        wording.say("implied_differs", **fields),
        Working(calculation, (Evidence("article", left.original.sentence.text),)),
    )
