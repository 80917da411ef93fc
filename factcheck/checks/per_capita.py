"""An amount for each, times those it is for, is the total.

Worked example: "84 billion euros, or roughly 1,000 euros for each of the 84 million residents".
84,000 million / 84 million = 1,000: they agree. "Roughly 100" is a tenth of it, a slip by ten.
"5,000 shares at $30 apiece, a stake worth $150,000": 5,000 * 30 = 150,000; "$15,000" is a tenth.
"£1.2m a day, or £438m a year": 200 to 366 days of 1.2 are 240 to 439.2; "£438bn" is not among them.

An amount for each is often rounded to taste ("1.50 dollars" for 1.53), so a twentieth is allowed.
A year has twelve months, 14 of pay, nine where the sentence is of a school, ten where it is cheaper
by the year: "£2,880 a year, or £340 a month" is wrong. What only 200 working days or six hours of a
shift would make decides nothing. Three figures `alone` in a window, or two rates that nothing draws
from each other, are told only where a slip explains them.

It cannot see: an amount that is not shared equally, or among others than those counted beside it.
Source of the rule: published corrections; "a million for everyone" is the best known of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.arithmetic import product, quotient, scaled
from factcheck.claims import Article
from factcheck.comparison.derived import Derived, finding_of, held, interval_of, value_of
from factcheck.comparison.judge import Judge
from factcheck.comparison.products import made
from factcheck.comparison.unit_times import CLOSE, about, counts_of, factor_of
from factcheck.interval import Interval, exact, point
from factcheck.model import Claim, Finding, Relation

CODE = "FC112"
NAME = "per-capita"
PRECISION = "M"

LAST = 2
WHOLE_DAY, AT_REST = 86_400, 4
MONTH, MONTH_DAYS = Fraction(30), {Fraction(28), Fraction(31)}

JUDGE = Judge(CODE, NAME, PRECISION)


def check(article: Article) -> Iterator[Finding]:
    """Judge every amount for each with its total and the number of heads."""
    judged: list[frozenset[str]] = []
    for relation in sorted(article.related("per_unit"), key=_boldness):
        if _figures(relation) in judged or (not relation.sure and _known(relation, judged)):
            continue
        finding = made(article, JUDGE, relation)
        if finding is not None and (finding.verdict == "supported" or _boldness(relation) < LAST):
            judged.append(_figures(relation))
            yield finding
    for relation in article.related("rates"):
        finding = _rates(article, relation) if not _known(relation, judged) else None
        if finding is not None:
            yield finding


def _boldness(relation: Relation) -> int:
    """What words bind comes first, what nothing draws from the others last."""
    alone = relation.all("alone") and not relation.all("agreeing")
    return 0 if relation.sure else 1 if alone else LAST


def _known(relation: Relation, judged: Iterable[frozenset[str]]) -> bool:
    """Are two of its figures held against each other already?"""
    return any(len(_figures(relation) & other) > 1 for other in judged)


def _figures(relation: Relation) -> frozenset[str]:
    return frozenset(member.id for _, member in relation.members if isinstance(member, Claim))


def _rates(article: Article, relation: Relation) -> Finding | None:
    """The second of two rates, from the first and the times that its unit has in the other's.

    What only days or months at work would make is no agreement, and a mismatch where a slip
    explains it.
    """
    first, second = (member for _, member in relation.members[:2])
    if not (isinstance(first, Claim) and isinstance(second, Claim)):
        return None
    if relation.all("every"):
        often = _as_often(article, relation, first, second)
        return held(article, JUDGE, often) if often is not None else None
    fewest, least, most = _times(relation)
    whole = _rate(relation, first, second, (least, most))
    if whole is None:
        return None
    finding = held(article, JUDGE, whole)
    if finding is None and relation.all("alone"):
        return _turned(article, relation)
    if finding is not None and finding.verdict == "supported" and least == most:
        return _off(article, whole, times=least) or finding
    if finding is None or finding.verdict != "mismatch" or finding.hypothesis is not None:
        return finding
    at_work = _rate(relation, first, second, (fewest, most))
    if at_work is not None and fewest != least:
        looser = held(article, JUDGE, at_work)
        if looser is not None and looser.verdict != "mismatch":
            return finding_of(article, JUDGE, at_work, "unclear", "sum_loose")
    return finding


def _off(article: Article, whole: Derived, *, times: Fraction) -> Finding | None:
    """The slip of what is close all the same: "720 a month, 8,460 a year", which is 8,640."""
    exactly = product(interval_of(whole.others[0]), point(times))
    alone = (*whole.relation.members, ("alone", whole.figure.span))
    bound = replace(whole.relation, members=alone)
    if exactly is None:
        return None
    finding = held(article, JUDGE, replace(whole, relation=bound, interval=exactly))
    return finding if finding is not None and finding.verdict == "mismatch" else None


def _turned(article: Article, relation: Relation) -> Finding | None:
    """Of two rates `alone` the first may be the one with the slip."""
    first, second = relation.members[:2]
    if not (isinstance(first[1], Claim) and isinstance(second[1], Claim)):
        return None
    back = replace(relation, members=(second, first, *relation.members[2:]))
    _, least, most = _times(back)
    other = _rate(back, second[1], first[1], (least, most))
    return held(article, JUDGE, other) if other is not None else None


def _rate(
    relation: Relation, first: Claim, second: Claim, times: tuple[Fraction, Fraction]
) -> Derived | None:
    """The first rate that many times."""
    a, found = value_of(first), product(interval_of(first), Interval(min(times), max(times)))
    if found is None or a is None or second.quantity is None or not all(times):
        return None
    nominal = a * (MONTH if set(times) == MONTH_DAYS else times[0])
    unit = second.quantity.unit
    return Derived(relation, second, (first,), about(found, CLOSE), nominal, "rates_working", unit)


def _times(relation: Relation) -> tuple[Fraction, Fraction, Fraction]:
    """How often the unit of the first rate stands in that of the second, at work and in all."""
    first, second = (role for role, _ in relation.members[:2])
    fewest, least, most = (Fraction(n) for n in counts_of(relation, first, second))
    if not least:
        down = counts_of(relation, second, first)
        fewest, least, most = (1 / Fraction(n) if n else Fraction() for n in down)
    return fewest, least, most


def _as_often(article: Article, relation: Relation, every: Claim, number: Claim) -> Derived | None:
    """How often something happens in a longer time that happens every so many minutes.

    Of a day or more a part may be at rest.
    """
    unit = article.tables.units[relation.members[1][0]]
    lasts = scaled(interval_of(every), factor_of(article, every))
    found = quotient(point(unit.factor), lasts) if lasts is not None else None
    a = value_of(every)
    if found is None or a is None or not a:
        return None
    resting = unit.factor >= WHOLE_DAY
    low = exact(found.low or 0) / (AT_REST if resting else 1)
    allowed = about(Interval(low, found.high))
    nominal = unit.factor / (a * factor_of(article, every))
    return Derived(relation, number, (every,), allowed, nominal, "rates_working")
