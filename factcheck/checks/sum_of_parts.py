"""The parts of a list add up to the total that closes it.

Worked example: "30 billion for A, 12.5 billion for B and 7.5 billion for C, a total of 50 billion".
30 + 12.5 + 7.5 = 50; as printed the parts allow 49.4 to 50.6, so 50 agrees and 60 does not.

Bounds add: n parts rounded to a unit u miss the total by n times u / 2 at most, and the total by
half of its own unit; sums of rounded parts that miss by a unit are right. Judged is a total
behind "insgesamt", "zusammen", "a total of"; behind "davon", "of which" some parts may be left out,
and then only parts that are more than the whole disagree (FC106).

A total at the head of the next sentence ("In those 36 days") gives a warning.

It cannot see: parts in several sentences, parts that overlap and are named all the same, and
percentages of different things, whose relation is not made.
Source of the rule: published corrections of totals.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.arithmetic import total
from factcheck.claims import Article
from factcheck.comparison.derived import Derived, held, interval_of, value_of
from factcheck.comparison.judge import Judge
from factcheck.model import Claim, Finding, Relation

CODE = "FC105"
NAME = "sum-of-parts"
PRECISION = "H"

JUDGE = Judge(CODE, NAME, PRECISION)
LOOSE = Judge(CODE, NAME, "M")  # the total stands apart


def check(article: Article) -> Iterator[Finding]:
    """Judge every total with its parts."""
    for relation in article.related("sum"):
        derived = _derived(relation)
        judge = LOOSE if relation.all("drawn") else JUDGE
        finding = held(article, judge, derived) if derived is not None else None
        told = relation.sure or relation.all("drawn")
        if finding is not None and (told or finding.verdict == "supported"):
            yield finding


def _derived(relation: Relation) -> Derived | None:
    printed = relation.claim("total")
    items = tuple(item for item in relation.all("item") if isinstance(item, Claim))
    values = [value_of(item) for item in items]
    if any(value is None for value in values) or printed.quantity is None:
        return None
    nominal = sum((value for value in values if value is not None), Fraction(0))
    return Derived(
        relation,
        printed,
        items,
        total(interval_of(item) for item in items),
        nominal,
        "sum_working",
        printed.quantity.unit,
    )
