"""A value derived from figures of an article, held against the figure that the article prints.

What every arithmetic check does in the end: compare, name the slip that explains a mismatch, show
the working. "2,4 auf 2,7 Milliarden" make 8.2 to 17.0 per cent more, nominally 12.5, so "ein Plus
von 12,5 Prozent" agrees and 25 does not.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from factcheck.arithmetic import HUNDRED, scaled
from factcheck.claims import Article
from factcheck.comparison.chance import telling_alone
from factcheck.comparison.hypotheses import Explain, fits, in_words, slip_of
from factcheck.comparison.judge import Judge, Outcome, Printed, Working, compare, printed
from factcheck.comparison.slips import Slip, copied, powers_of_ten, telling
from factcheck.comparison.workings import calculation, suggested
from factcheck.interval import Interval, exact, point
from factcheck.model import Claim, Finding, Quantity, Relation
from factcheck.rounding import BOUNDS, WIDENING, step_of
from factcheck.rounding import interval_of as bare_interval

DIGITS = 3
ROUNDED = frozenset({"money", "measure", "duration", "percentage"})
SMALL = 100_000
PRICES = frozenset({"money", "number"})
CENT, DEAR = Decimal("0.01"), 1_000
POINTS = Fraction(2)
# Not of rates: 12 euros a month, or 120 a year.
COPIED = frozenset({"change", "part"})


@dataclass(frozen=True, slots=True)
class Derived:
    """What other figures of a relation make of the figure that is judged.

    `interval` is all that they allow, `nominal` what the bare figures give; `working` is the key of
    the calculation with the fields that it needs besides nominal, derived and printed; `unit` is
    that of the figure judged.
    """

    relation: Relation
    figure: Claim
    others: tuple[Claim, ...]
    interval: Interval
    nominal: Fraction
    working: str
    unit: str | None = None
    explained: tuple[Explain, ...] = ()


def value_of(claim: Claim) -> Fraction | None:
    """The nominal value of a figure; None for a range, a date or a vague multitude."""
    quantity = claim.quantity
    if quantity is None or quantity.value is None or quantity.hedge in {"vague", "range"}:
        return None
    return exact(quantity.value)


def interval_of(claim: Claim, beside: Claim | None = None) -> Interval:
    """What a figure allows; anything, if the claim has no quantity.

    A bare number is exact, but not `beside` a measure: "fell to 117 mph from 134".
    """
    quantity, other = claim.quantity, beside.quantity if beside is not None else None
    if quantity is None:
        return Interval(None, None)
    value, exactly = quantity.value, quantity.kind == "number" and not quantity.step
    if exactly and isinstance(value, Decimal) and other is not None and other.kind in ROUNDED:
        step = step_of(abs(value), Decimal(1))
        return bare_interval(value, step, quantity.hedge, signed=False)
    return quantity.interval


def as_fine(claim: Claim, beside: Claim) -> Interval:
    """What a figure allows where another is told more finely, in the place of which it is meant.

    Of "from 2% to 2.25%" both are printed to the hundredth, and beside 4.50 euros 4 euros are 4.00.
    """
    own, other = claim.quantity, beside.quantity
    if own is None or other is None or own.value is None or own.hedge or other.hedge:
        return interval_of(claim, beside)
    prices = "money" in {own.kind, other.kind} <= PRICES and other.step == CENT
    prices = prices and other.unit in {own.unit, None} and own.value < DEAR
    if not 0 < other.step < own.step or not (prices or "percentage" in {own.kind, other.kind}):
        return interval_of(claim, beside)
    half, value = exact(other.step) / 2, exact(own.value)
    return Interval(value - half, value + half)


def held(article: Article, judge: Judge, derived: Derived) -> Finding | None:
    """Compare the derived value with the printed figure; None if the figure has no value."""
    return _unless_chance(derived, _compared(article, judge, derived))


def _unless_chance(derived: Derived, finding: Finding | None) -> Finding | None:
    """The finding, unless only the lack of other figures binds those of it and it proves little."""
    if finding is None or not derived.relation.all("alone"):
        return finding
    value, quantity = value_of(derived.figure), derived.figure.quantity
    if value is None or quantity is None:
        return finding if finding.verdict == "supported" else None
    return finding if telling_alone(finding, value, quantity, derived.nominal) else None


def _compared(article: Article, judge: Judge, derived: Derived) -> Finding | None:
    quantity = derived.figure.quantity
    figure = printed(_absolute(quantity)) if quantity is not None else None
    if quantity is None or figure is None:
        return None
    figure = Printed(figure.value, figure.interval, figure.step, figure.place)  # no prints inside
    outcome = compare(derived.interval, point(derived.nominal), figure)
    if outcome.agrees:
        other = _rather(derived, figure)
        if other is None:
            return finding_of(article, judge, derived, "supported", "sum_agrees")
        hypothesis = article.wording.say(other.key)
        return finding_of(article, judge, derived, "unclear", "sum_loose", hypothesis=hypothesis)
    if outcome.how is not None:
        return _loose(article, judge, derived, quantity)
    if _cut_off(derived, figure, quantity):
        return finding_of(article, judge, derived, "unclear", "sum_loose")
    if _hedged_only(derived, quantity):
        return finding_of(article, judge, derived, "unclear", "sum_hedge")
    return _mismatch(article, judge, derived, figure, outcome)


def held_in_words(article: Article, judge: Judge, derived: Derived) -> Finding | None:
    """As `held`, but a share in words ("by a third") is meant within two points."""
    if derived.figure.kind != "fraction":
        return held(article, judge, derived)
    words = scaled(interval_of(derived.figure), HUNDRED)
    if words is None:
        return None
    low = None if words.low is None else exact(words.low) - POINTS
    high = None if words.high is None else exact(words.high) + POINTS
    return held_to(article, judge, derived, Interval(low, high))


def held_to(article: Article, judge: Judge, derived: Derived, window: Interval) -> Finding | None:
    """Compare the derived value with what a word such as "doubled" is said of."""
    return _unless_chance(derived, _in_window(article, judge, derived, window))


def _in_window(article: Article, judge: Judge, derived: Derived, window: Interval) -> Finding:
    if window.contains(derived.nominal):
        return finding_of(article, judge, derived, "supported", "sum_agrees")
    if derived.interval.overlaps(window):
        return finding_of(article, judge, derived, "unclear", "sum_loose")
    if derived.unit is not None:
        nominal = article.own_wording.amount(derived.nominal, derived.unit, DIGITS)
        suggestion = article.wording.say("suggest_figure", figure=nominal)
    else:
        factor = article.own_wording.number(derived.nominal, DIGITS)
        suggestion = article.wording.say("suggest_factor", factor=factor)
    slip = in_words(window, derived.explained)
    hypothesis = article.wording.say(slip.key) if slip is not None else None
    return finding_of(
        article, judge, derived, "mismatch", "sum_differs", suggestion=suggestion,
        hypothesis=hypothesis,
    )  # fmt: skip


def exceeded(article: Article, judge: Judge, derived: Derived) -> Finding:
    """The mismatch of a whole that is less than its parts."""
    wording = article.wording
    if len(derived.others) > 1:
        figure = article.own_wording.amount(derived.nominal, derived.unit, 12)
        suggestion = wording.say("suggest_figure", figure=figure)
    else:
        suggestion = wording.say("part_suggest")
    return finding_of(article, judge, derived, "mismatch", "part_exceeds", suggestion=suggestion)


def _absolute(quantity: Quantity) -> Quantity:
    """The figure without its sign: "minus 5 Prozent" is a fall of 5."""
    value = quantity.value
    if value is None or value >= 0:
        return quantity
    return Quantity(
        quantity.span, quantity.kind, quantity.interval.negated(), -value, quantity.unit,
        quantity.hedge, quantity.noun, quantity.step,
    )  # fmt: skip


def _loose(article: Article, judge: Judge, derived: Derived, quantity: Quantity) -> Finding | None:
    """An agreement that decides nothing; behind a bound that is far exceeded a slip explains it."""
    reached = printed(_absolute(quantity), reach=True)
    if reached is None or quantity.hedge not in BOUNDS:
        return finding_of(article, judge, derived, "unclear", "sum_loose")
    slip = powers_of_ten(reached, lambda other: fits(other, derived.interval, derived.nominal))
    if slip is not None and not derived.interval.overlaps(reached.interval):
        return _mismatch(article, judge, derived, reached, Outcome(None, decisive=True))
    return finding_of(article, judge, derived, "unclear", "sum_understated")


def _cut_off(derived: Derived, figure: Printed, quantity: Quantity) -> bool:
    """Is it a share whose decimals were cut off, not rounded: 37.5 per cent for 37.58?"""
    whole = quantity.kind == "percentage" and quantity.hedge is None and figure.step > 0
    return whole and 0 <= derived.nominal - figure.value < figure.step


def _hedged_only(derived: Derived, quantity: Quantity) -> bool:
    """Would the bare figure agree? "knapp 51" for 51.2 is careless, but no slip."""
    if quantity.hedge not in WIDENING or quantity.value is None:
        return False
    half = exact(quantity.step) / 2
    value = abs(exact(quantity.value))
    return derived.interval.overlaps(Interval(value - half, value + half))


def _rather(derived: Derived, figure: Printed) -> Slip | None:
    """The other sum that gives the figure as printed, where this one gives it by rounding alone.

    "Fell by 20 percent, from 1,200 to 1,000": 16.7, and 20 only if both were rounded, which small
    figures seldom are; of the new value it is 20 exactly.
    """
    half = figure.step / 2
    values = [value_of(other) for other in derived.others]
    small = all(value is not None and value < SMALL for value in values)
    if not small or abs(figure.value - derived.nominal) <= half:
        return None
    exactly = Printed(
        figure.value, Interval(figure.value - half, figure.value + half), figure.step, figure.place
    )
    found = (explain(exactly, lambda _: True) for explain in derived.explained)
    return next((slip for slip in found if slip is not None), None)


def _mismatch(
    article: Article, judge: Judge, derived: Derived, figure: Printed, outcome: Outcome
) -> Finding:
    slip = slip_of(figure, derived.interval, derived.nominal, derived.explained)
    others = (printed(other.quantity) for other in derived.others if other.quantity is not None)
    told = derived.relation.kind in COPIED and slip is None
    if told and any(other is not None and copied(figure, other) for other in others):
        slip = Slip("slip_copied")
    if slip is not None and derived.relation.all("alone"):
        slip = slip if telling(slip, figure, derived.nominal) else None
    hypothesis = article.wording.say(slip.key, factor=slip.factor or 0) if slip else None
    corrected = derived.nominal
    if slip is not None and slip.corrected is not None:
        corrected = slip.corrected
    unit = slip.unit if slip is not None and slip.unit is not None else derived.unit
    suggestion = article.wording.say(
        "suggest_figure", figure=suggested(article, derived.figure, corrected, unit)
    )
    return finding_of(
        article,
        judge,
        derived,
        "mismatch",
        "sum_differs",
        suggestion=suggestion,
        hypothesis=hypothesis,
        decisive=outcome.decisive,
    )


def finding_of(
    article: Article,
    judge: Judge,
    derived: Derived,
    verdict: str,
    key: str,
    *,
    suggestion: str | None = None,
    hypothesis: str | None = None,
    decisive: bool = True,
) -> Finding:
    """A finding on the figure judged; `key` is that of its message."""
    wording = article.wording
    others = wording.listed([claim.span.text for claim in derived.others])
    message = wording.say(key, figure=derived.figure.span.text, others=others)
    quoted = verdict == "mismatch" and article.quoted(derived.figure)
    parts = [message, hypothesis, wording.say("speakers_figure") if quoted else None]
    return judge.finding(
        verdict,
        (derived.figure, *derived.others),
        " ".join(part for part in parts if part),
        Working(
            calculation(
                article,
                derived.working,
                derived.others,
                derived.nominal,
                derived.interval,
                derived.figure,
                derived.unit,
            ),
            (article.quote(derived.relation.span),),
            suggestion,
            hypothesis,
        ),
        decisive=decisive,
        quoted=quoted,
    )
