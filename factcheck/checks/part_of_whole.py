"""A part is not more than its whole, nor are parts that cannot overlap together.

Worked example: "Von den 630 Abgeordneten stimmten 512 mit Ja und 206 mit Nein". Who votes yes does
not vote no, so the parts are added: 512 + 206 = 718, more than 630. Of 718 they are all of it.

Compared is the lowest reading of the parts with the highest of the whole. Parts that may overlap
("davon 60 Frauen und 55 Studenten") are not added: each alone must fit. Where exclusive parts make
up the whole exactly, the finding confirms it.

It cannot see: whether parts that leave a remainder should add up.
Source of the rule: published corrections of votes and casualties.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.arithmetic import total
from factcheck.claims import Article
from factcheck.comparison.derived import Derived, exceeded, finding_of, interval_of, value_of
from factcheck.comparison.judge import Judge
from factcheck.interval import point
from factcheck.model import Claim, Finding, Relation

CODE = "FC106"
NAME = "part-of-whole"
PRECISION = "H"

JUDGE = Judge(CODE, NAME, PRECISION)
# For a part in the sentence behind its whole.
APART = Judge(CODE, NAME, "M")


def check(article: Article) -> Iterator[Finding]:
    """Judge every whole with its parts."""
    for relation in article.related("part"):
        if not relation.sure:
            continue
        parts = tuple(part for part in relation.all("part") if isinstance(part, Claim))
        if relation.all("exclusive") and len(parts) + len(relation.all("one")) > 1:
            finding = _judged(article, relation, parts)
            if finding is not None:
                yield finding
                continue
        for part in parts:
            finding = _judged(article, relation, (part,))
            if finding is not None:
                yield finding


def _judged(article: Article, relation: Relation, parts: tuple[Claim, ...]) -> Finding | None:
    """A mismatch where the parts are more than the whole, a confirmation where they are all."""
    whole = relation.claim("whole")
    values = [value_of(part) for part in parts]
    bound = value_of(whole)
    if any(value is None for value in values) or bound is None or whole.quantity is None:
        return None
    ones = len(relation.all("one"))  # "two men, a woman and three children"
    nominal = sum((value for value in values if value is not None), Fraction(ones))
    found = total((point(Fraction(ones)), *(interval_of(part) for part in parts)))
    working = "sum_working" if len(parts) > 1 else "part_working"
    working = "ones_working" if ones else working
    derived = Derived(
        relation, whole, parts, found, nominal, working, whole.quantity.unit
    )  # fmt: skip
    lowest, highest = derived.interval.low, whole.quantity.interval.high
    if lowest is not None and highest is not None and lowest > highest:
        judge = APART if relation.all("apart") else JUDGE
        return exceeded(article, judge, derived)
    if len(parts) + ones > 1 and nominal == bound:
        return finding_of(article, JUDGE, derived, "supported", "sum_agrees")
    return None
