"""Doubled, tripled, halved: the new value is that many times the old one.

Worked example: "tripled to 15,000 tonnes from 4,900". 15,000 / 4,900 = 3.06, with rounding 3.04 to
3.08; "tripled" is said of 2.75 to 3.25 times: they agree. With 9,800 tonnes it is 2.0 times, and
the text should say doubled.

Windows: doubled 1.85 to 2.15, tripled 2.75 to 3.25, halved 0.45 to 0.55, a tenth on either side for
the others. "More than" shifts the window up to the next whole number, "almost" down by a sixth.
"Dreimal mehr", "three times more", "a threefold increase" is three or four times, both allowed.
"Doubled twice", "doubled again" may be four times and is not contradicted.
"Rose by 60 percent, to almost three times what it had been": up by 60 percent it is 1.6 times.

It cannot see: what doubled where only one value is printed.
Source of the rule: usage in news; letters to editors on "almost doubled" for half as much again.
"""

from collections.abc import Iterator

from factcheck.arithmetic import HUNDRED, quotient, scaled
from factcheck.claims import Article
from factcheck.comparison.derived import Derived, held_to, interval_of, value_of
from factcheck.comparison.hypotheses import alternative
from factcheck.comparison.judge import Judge
from factcheck.interval import Interval, point
from factcheck.model import Claim, Finding, Relation
from factcheck.multiples import window_of

CODE = "FC104"
NAME = "multiple"
PRECISION = "H"


def check(article: Article) -> Iterator[Finding]:
    """Judge every change that is told as a multiple."""
    for relation in article.related("change"):
        if not (relation.all("from") and relation.all("by")):
            continue
        by = relation.claim("by")
        more = bool(relation.all("more"))
        window = _window(article, by, more=more) if by.kind == "multiple" else None
        derived = _derived(relation, by) if window is not None else None
        if derived is not None and window is not None:
            judge = Judge(CODE, NAME, PRECISION if relation.sure else "M")
            finding = held_to(article, judge, derived, window)
            again = article.says(by, "changes", "applied_again", elsewhere=True)
            if finding is not None and (finding.verdict != "mismatch" or not again):
                yield finding
    yield from _told_twice(article)


def _told_twice(article: Article) -> Iterator[Finding]:
    """A growth in per cent is one hundredth of it and one times as much."""
    for relation in article.related("grown"):
        by, times = relation.claim("by"), relation.claim("times")
        window, percent = _window(article, times, more=False), value_of(by)
        grown = scaled(interval_of(by).plus(point(HUNDRED)), 1 / HUNDRED)
        if window is not None and percent is not None and grown is not None:
            nominal = (percent + HUNDRED) / HUNDRED
            derived = Derived(relation, times, (by,), grown, nominal, "multiple_working")
            finding = held_to(article, Judge(CODE, NAME, "M"), derived, window)
            if finding is not None:
                yield finding


def _derived(relation: Relation, by: Claim) -> Derived | None:
    old, new = relation.claim("from"), relation.claim("to")
    a, b = value_of(old), value_of(new)
    ratio = quotient(interval_of(new), interval_of(old))
    if ratio is None or not a or b is None:
        return None
    others = [alternative("slip_once_more", b / a + 1), alternative("slip_once_more", b / a - 1)]
    if 0 < b < a:
        others = [alternative("slip_wrong_base", a / b - 1)]
    return Derived(
        relation, by, (old, new), ratio, b / a, "multiple_working", explained=tuple(others)
    )


def _window(article: Article, by: Claim, *, more: bool) -> Interval | None:
    """What a multiple is said of, with its hedge, and with "more" once more."""
    if value_of(by) is None or by.quantity is None:
        return None
    return window_of(by.quantity, more=more or article.says(by, "changes", "times_more"))
