"""In a series of like figures one is a thousand or a million times the rest.

Worked example: "Die Bahn zahlt 38 Millionen, der Bund 42 Millionen und das Land 40 Milliarden."
The other two are 38 and 42 million, and 40 Milliarden are 40 Millionen with another scale word:
divided by 1000 it lies among them.

Three figures or more of one unit follow each other in one sentence, all with a scale word or zeros;
the others lie within a factor of three of each other, and the one, divided or multiplied by 1000 or
a million, lies within a factor of two of them; of three, where no more than "and" stands between
them. Figures of which each has its own use ("£2.3bn for schools") are no series. A warning at most.
Of two figures the clause of the second has no word of its own but its time: "96 Millionen Verlust,
2023 waren es 71 Milliarden".

It cannot see: a series over several sentences; two figures of which the second is named again.
Source of the rule: published corrections of million for billion in lists.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.comparison.slips import power_key
from factcheck.interval import exact
from factcheck.model import Claim, Finding, Relation

CODE = "FC117"
NAME = "series-outlier"
PRECISION = "M"

FACTORS = (1000, 10**6)
ALIKE, NEAR = 3, 2
LEAST = 1000
PAIR = 2


def check(article: Article) -> Iterator[Finding]:
    """Find the one figure of a series that does not belong."""
    added = {
        member.id
        for relation in article.related("sum")
        for _, member in relation.members
        if isinstance(member, Claim)
    }
    for relation in article.related("series"):
        claims = [member for member in relation.all("item") if isinstance(member, Claim)]
        if added.intersection(claim.id for claim in claims):
            continue  # the sum tells
        for odd in claims if len(claims) > PAIR else claims[1:]:
            others = [_value(claim) for claim in claims if claim is not odd]
            factor = _factor(_value(odd), others, ALIKE if relation.all("tight") else NEAR)
            if factor is not None and len({_scaled(claim) for claim in claims}) == 1:
                yield _found(article, relation, odd, factor)


def _scaled(claim: Claim) -> bool:
    """With a scale word: "£2.3m, £1.9m and £2,700" has no slip in it."""
    digits = sum(letter.isdecimal() for letter in claim.span.text)
    return digits < len(str(int(_value(claim))))


def _value(claim: Claim) -> Fraction:
    value = claim.quantity.value if claim.quantity else None
    return exact(value if value is not None else Decimal(0))


def _factor(odd: Fraction, others: list[Fraction], near: int) -> Fraction | None:
    """What the figure must be multiplied by to lie among the others."""
    low, high = min(others), max(others)
    if min(low, odd) < LEAST or high > low * ALIKE:
        return None
    for factor in FACTORS:
        for scale in (Fraction(1, factor), Fraction(factor)):
            if low / near <= odd * scale <= high * near:
                return scale
    return None


def _found(article: Article, relation: Relation, odd: Claim, factor: Fraction) -> Finding:
    wording = article.wording
    key = power_key(factor)
    hypothesis = wording.say(key, factor=int(max(factor, 1 / factor)))
    corrected = _value(odd) * factor
    unit = odd.quantity.unit if odd.quantity else None
    figure = article.own_wording.amount(corrected, unit)
    return Judge(CODE, NAME, PRECISION).finding(
        "mismatch",
        (odd,),
        f"{wording.say('series_differs', figure=odd.span.text)} {hypothesis}",
        Working(
            None,
            (article.quote(relation.span),),
            wording.say("suggest_figure", figure=figure),
            hypothesis,
        ),
    )
