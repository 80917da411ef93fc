"""A change in per cent is the one between the old and the new value.

Worked example: "stieg von 2,4 auf 2,7 Milliarden Euro, ein Plus von 12,5 Prozent". 2.7 / 2.4 - 1 is
12.5 per cent; 2.4 as printed allows 2.35 to 2.45, 2.7 allows 2.65 to 2.75, so the change is between
2.65 / 2.45 - 1 = 8.2 and 2.75 / 2.35 - 1 = 17.0 per cent: they agree. "25 Prozent" lies outside.

A fall is compared with the old value as well: from 351,915 to 250,945 is 28.7 per cent down; 40.2
would be on the new value, and then the finding asks for the base. So it does where the new value is
given as a share of the old ("up 250%" for two and a half times as much). A difference in the
figures' own unit ("um 300 auf 2.700") is subtracted. Between two percentages FC103 judges.

It cannot see: a change whose old or new value is not in the sentence, changes of losses, and
changes from zero. A verb that points the other way is a warning.
Source of the rule: published corrections of percentages computed on the wrong base; percentages are
computed from unrounded figures, so anything inside the interval is right.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.arithmetic import change, scaled, share
from factcheck.claims import Article
from factcheck.comparison.derived import (
    Derived,
    as_fine,
    held_in_words,
    interval_of,
    value_of,
)
from factcheck.comparison.hypotheses import alternative
from factcheck.comparison.judge import Judge, Working
from factcheck.interval import Interval
from factcheck.model import Claim, Finding, Relation

CODE = "FC102"
NAME = "percent-change"
PRECISION = "H"

SHARES = frozenset({"percentage", "percentage_point"})


def check(article: Article) -> Iterator[Finding]:
    """Judge every change of which the old and the new value are printed."""
    for relation in article.related("change"):
        ends = _ends(relation)
        if ends is None:
            yield from _from_amount(article, relation)
            continue
        judge = Judge(CODE, NAME, PRECISION if relation.sure else "M")
        derived = _derived(article, relation, *ends)
        finding = held_in_words(article, judge, derived) if derived is not None else None
        if finding is not None and finding.verdict == "mismatch" and _the_difference(relation):
            continue
        if _factor(article, *ends) == 1 and (finding is None or finding.verdict != "mismatch"):
            yield from _direction(article, relation, *ends)
        if finding is not None:
            yield finding


def _the_difference(relation: Relation) -> bool:
    """As in "had 60 libraries and will close 15, a reduction of a quarter": 15 is a quarter of 60.

    Where only neighbourhood makes it the new value, it is the difference itself.
    """
    if relation.sure or relation.all("level") or relation.claim("by").quantity is None:
        return False
    part = share(interval_of(relation.claim("to")), interval_of(relation.claim("from")))
    by = relation.claim("by")
    if by.kind not in {"percentage", "fraction"} or part is None or not relation.all("down"):
        return False
    told = interval_of(by) if by.kind == "percentage" else scaled(interval_of(by), Fraction(100))
    return told is not None and told.overlaps(part)


def _ends(relation: Relation) -> tuple[Claim, Claim] | None:
    """The old and the new value, both known and above zero."""
    if not relation.all("from"):
        return None
    old, new = relation.claim("from"), relation.claim("to")
    a, b = value_of(old), value_of(new)
    return (old, new) if a is not None and b is not None and a > 0 and b > 0 else None


def _derived(article: Article, relation: Relation, old: Claim, new: Claim) -> Derived | None:
    by = relation.claim("by") if relation.all("by") else None
    a, b = value_of(old), value_of(new)
    if by is None or a is None or b is None or new.kind in SHARES:
        return None
    if by.kind in {"percentage", "fraction"}:
        return _in_percent(relation, (old, new, by), (a, b), _factor(article, old, new))
    if by.kind not in {"multiple", "fraction", "percentage_point"}:
        times = _factor(article, by, new) if _measured(article, by, new) else Fraction(1)
        gap = scaled(as_fine(new, old).minus(as_fine(old, new)), times)
        return Derived(
            relation, by, (old, new), _upward(gap, a, b), abs(b - a) * times, "difference_working",
            by.quantity.unit if by.quantity else None,
        )  # fmt: skip
    return None


def _in_percent(
    relation: Relation,
    claims: tuple[Claim, Claim, Claim],
    values: tuple[Fraction, Fraction],
    factor: Fraction,
) -> Derived | None:
    (old, new, by), (a, b) = claims, values
    later = scaled(as_fine(new, old), factor)
    found = change(as_fine(old, new), later) if later is not None else None
    if found is None:
        return None
    b *= factor
    nominal = abs(b / a - 1) * 100
    return Derived(
        relation,
        by,
        (old, new),
        _upward(found, a, b),
        nominal,
        "rise_working" if b >= a else "fall_working",
        "percent",
        (
            alternative("slip_wrong_base", abs(a / b - 1) * 100),
            alternative("slip_share", b / a * 100),
            alternative("slip_hundred", nominal - 100),
            alternative("slip_hundred_more", nominal + 100),
        ),
    )


def _measured(article: Article, by: Claim, new: Claim) -> bool:
    """Centimetres beside metres; a difference of degrees is one of any scale."""
    units = [article.tables.units.get((c.quantity and c.quantity.unit) or "") for c in (by, new)]
    known = [unit.dimension for unit in units if unit is not None and not unit.offset]
    return len(known) > 1 and known[0] == known[1]


def _factor(article: Article, old: Claim, new: Claim) -> Fraction:
    """What the new value's unit is in that of the old one: gigawatts behind megawatts."""
    names = [claim.quantity.unit if claim.quantity else None for claim in (old, new)]
    units = [article.tables.units.get(name or "") for name in names]
    if names[0] == names[1] or units[0] is None or units[1] is None:
        return Fraction(1)
    return units[1].factor / units[0].factor


def _from_amount(article: Article, relation: Relation) -> Iterator[Finding]:
    """As in "fell by 3 euros to 41, a loss of 6.8 percent": the old value is the sum of both."""
    if not (relation.all("amount") and relation.all("by")):
        return
    amount, by = relation.claim("amount"), relation.claim("by")
    level = relation.claim("then" if relation.all("then") else "to")
    gap, now = value_of(amount), value_of(level)
    fallen = bool(relation.all("down"))
    known = fallen != bool(relation.all("up")) and by.kind in {"percentage", "fraction"}
    if gap is None or now is None or gap <= 0 or not known:
        return
    more = Fraction(fallen - (not fallen)) if relation.all("to") else Fraction(0)
    then = interval_of(level)
    if more:
        then = then.plus(interval_of(amount) if fallen else interval_of(amount).negated())
    before = now + gap * more
    found = share(interval_of(amount), then) if before > 0 else None
    if found is not None:
        after = before - gap if fallen else before + gap
        wrong_base = (alternative("slip_wrong_base", gap / after * 100),) if after else ()
        derived = Derived(
            relation, by, (amount, level), found, gap / before * 100,
            "fall_working" if fallen else "rise_working", "percent", wrong_base,
        )  # fmt: skip
        judge = Judge(CODE, NAME, PRECISION if relation.sure else "M")
        finding = held_in_words(article, judge, derived)
        if finding is not None:
            yield finding


def _upward(found: Interval | None, old: Fraction, new: Fraction) -> Interval:
    """A fall as a positive figure, as it is printed."""
    if found is None:
        return Interval(None, None)
    return found if new >= old else found.negated()


def _direction(article: Article, relation: Relation, old: Claim, new: Claim) -> Iterator[Finding]:
    """A word that says up where the figures go down, or down where they go up."""
    risen = interval_of(new, old).minus(interval_of(old, new))
    up, down = relation.all("up"), relation.all("down")
    like = old.quantity is not None and new.quantity is not None and (
        old.quantity.step == new.quantity.step != 0
    )  # fmt: skip
    gap = (value_of(new) or 0) - (value_of(old) or 0)
    falls = gap < 0 and (like or (risen.high is not None and risen.high < 0))
    rises = gap > 0 and (like or (risen.low is not None and risen.low > 0))
    if not relation.sure or not ((up and falls) or (down and rises)):
        return
    word = (*up, *down)[0]
    wording = article.wording
    figures = {"old": old.span.text, "new": new.span.text}
    said = word.span if isinstance(word, Claim) else word
    yield Judge(CODE, NAME, "M").finding(
        "mismatch",
        (new, old),
        wording.say("change_direction", word=said.text, **figures),
        Working(
            wording.say("direction_working", **figures),
            (article.quote(relation.span),),
            wording.say("direction_suggest"),
        ),
        quoted=article.quoted(new),
        spans=(new.span, old.span, said),
    )
