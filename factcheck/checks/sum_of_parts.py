"""The parts of a list add up to the total that closes it.

Worked example: "30 billion for A, 12.5 billion for B and 7.5 billion for C, a total of 50 billion".
30 + 12.5 + 7.5 = 50; as printed the parts allow 49.4 to 50.6, so 50 agrees and 60 does not.

Bounds add: n parts rounded to a unit u miss the total by n times u / 2 at most, and the total by
half of its own unit; sums of rounded parts that miss by a unit are right. Counts printed to the ten
without a hedge are counted, not rounded: of 640 seats 410, 150 and 90 are 650. Judged is a total
behind "insgesamt", "zusammen", "a total of"; behind "davon", "of which" some parts may be left out,
and then only parts that are more than the whole disagree (FC106).

A total at the head of the next sentence ("In those 36 days") gives a warning.

So does a whole with all its parts: "employs 480 people at two sites, 310 in Leeds and 190 in Hull".
310 + 190 = 500. Where the words leave room for other parts, only where a slip explains it.

So does what is left: "The barn held 640 bales. With 280 sold and 150 fed to the herd 310 remain".
640 - 280 - 150 = 210. Passed over where the rest fits with a part that is one of another part, or
that came in.

So do the points of a season: "22 wins, 9 draws and 7 defeats, 73 points". 3 times 22 and 9 is 75.
Passed over where two points for a win give what is printed, or the two are more than ten apart.

It cannot see: parts in more than three sentences, parts that overlap and are named all the same,
and percentages of different things, whose relation is not made.
Source of the rule: published corrections of totals.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import product

from factcheck.arithmetic import total
from factcheck.claims import Article
from factcheck.comparison.derived import Derived, held, interval_of, value_of
from factcheck.comparison.judge import Judge
from factcheck.comparison.slips import place_of
from factcheck.interval import Interval, point
from factcheck.model import Claim, Finding, Relation

CODE = "FC105"
NAME = "sum-of-parts"
PRECISION = "H"

APART, ZERO = 10, Fraction(0)
COUNTED = frozenset({"count", "number"})
TEN = 10

JUDGE = Judge(CODE, NAME, PRECISION)
LOOSE = Judge(CODE, NAME, "M")  # the total stands apart


def check(article: Article) -> Iterator[Finding]:
    """Judge every total with its parts; FC106 tells of parts that exclude each other."""
    exclusive = {
        each.claim("whole").id
        for each in article.related("part")
        if each.sure and each.all("exclusive")
    }
    for relation in article.related("sum"):
        if not relation.sure and relation.claim("total").id in exclusive and _enough(relation):
            continue
        apart = relation.all("drawn") or relation.all("alone")
        judge = LOOSE if apart else JUDGE
        tried = (held(article, judge, derived) for derived in _readings(relation))
        finding = next((each for each in tried if each is not None), None)
        told = relation.sure or apart
        if finding is not None and (told or finding.verdict == "supported"):
            yield finding

    for relation in article.related("record"):
        derived = _record(relation)
        finding = held(article, LOOSE, derived) if derived is not None else None
        if finding is not None:
            yield finding


def _enough(relation: Relation) -> bool:
    """Are the parts all of the whole, or more?"""
    derived = _derived(relation)
    told = value_of(relation.claim("total"))
    return derived is not None and told is not None and derived.nominal >= told


def _record(relation: Relation) -> Derived | None:
    """Three points for each win and one for each draw."""
    won, drawn, printed = (relation.claim(role) for role in ("won", "drawn", "points"))
    wins, draws, told = (value_of(claim) for claim in (won, drawn, printed))
    if wins is None or draws is None or told is None:
        return None
    made = 3 * wins + draws
    if told == 2 * wins + draws or abs(told - made) > APART:
        return None
    return Derived(
        relation, printed, (won, drawn), point(made), made, "record_working"
    )  # fmt: skip


def _readings(relation: Relation) -> Iterator[Derived]:
    """The total from its parts; where it stands alone, each part too, which may be the slip."""
    derived = _derived(relation)
    if derived is None:
        return
    yield derived
    if not relation.all("alone") or relation.all("rest"):
        return
    whole = derived.relation.claim("total")
    for item in derived.others:
        others = tuple(other for other in derived.others if other is not item)
        left = (value_of(whole) or ZERO) - sum((value_of(other) or ZERO for other in others), ZERO)
        if left > 0 and item.quantity is not None:
            found = interval_of(whole).plus(total(map(interval_of, others)).negated())
            found = point(left) if _counted(whole, (item, *others)) else found
            unit = item.quantity.unit
            yield Derived(relation, item, (whole, *others), found, left, "rest_working", unit)


def _derived(relation: Relation) -> Derived | None:
    printed = relation.claim("total")
    items = tuple(item for item in relation.all("item") if isinstance(item, Claim))
    values = [value_of(item) for item in items]
    if any(value is None for value in values) or printed.quantity is None:
        return None
    nominal = sum((value for value in values if value is not None), Fraction(0))
    if relation.all("rest"):
        return _rest(relation, items, nominal)
    return Derived(
        relation,
        printed,
        items,
        point(nominal) if _counted(printed, items) else total(map(_exactly, items)),
        nominal,
        "sum_working",
        printed.quantity.unit,
    )


def _counted(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Are all of them counts without a hedge, to the ten at most, the whole as finely as its parts?

    Else it may be rounded: "1,200 in all, 424 in Leeds and 771 in York".
    """
    claims = (whole, *parts)
    bare = (c.quantity is not None and c.quantity.hedge is None for c in claims)
    if not all(bare) or any(c.quantity and c.quantity.kind not in COUNTED for c in claims):
        return False
    own, *others = (place_of(value_of(claim) or ZERO) for claim in claims)
    return own <= TEN and all(own <= other for other in others)


def _exactly(item: Claim) -> Interval:
    """What an item allows; "fünfmal" beside items is counted."""
    quantity = item.quantity
    if quantity is not None and quantity.kind == "multiple" and isinstance(quantity.value, Decimal):
        return point(quantity.value) if quantity.hedge is None else quantity.interval
    return interval_of(item)


def _rest(relation: Relation, items: tuple[Claim, ...], taken: Fraction) -> Derived | None:
    """The whole without its parts; None where the rest fits with one inside another, or added."""
    printed, whole = relation.claim("rest"), relation.claim("total")
    most, left = value_of(whole), value_of(printed)
    values = [value_of(item) or Fraction(0) for item in items]
    if most is None or left is None or printed.quantity is None:
        return None
    if any(most + other == left for other in _other_sums(values)):
        return None
    found = interval_of(whole).plus(total(map(_exactly, items)).negated())
    found = point(most - taken) if _counted(whole, (printed, *items)) else found
    return Derived(
        relation, printed, (whole, *items), found, most - taken, "rest_working",
        printed.quantity.unit,
    )  # fmt: skip


def _other_sums(parts: Sequence[Fraction]) -> Iterator[Fraction]:
    """What is added where some parts are parts of others, or came in: all but the plain sum."""
    for signs in product((Fraction(-1), Fraction(0), Fraction(1)), repeat=len(parts)):
        if any(sign >= 0 for sign in signs):
            yield sum((sign * part for sign, part in zip(signs, parts, strict=True)), Fraction(0))
