"""A figure that figures.csv knows agrees with the row valid at the article's date.

Worked example, article of 1 December 2025: "Europa hat bereits über 187 Milliarden EUR zur
Unterstützung der Ukraine bereitgestellt". The row of that day says "over 187 billion". Two bounds
are compared by their usual reach, (187, 188] and (187, 188]: they agree. "über 178 Milliarden"
reaches (178, 179] and no row of the six weeks before has that; with 7 and 8 transposed it does, so
it is a mismatch. "über 187 Millionen" fits when multiplied by 1000.

The row must name the same metric, entity, unit and qualifiers as the sentence. A contradiction
needs a single figure in the sentence, no "würde" or "planned", and a row that is fresh; for running
totals a word such as "bereits" and a slip that explains the difference exactly. An older vintage
that fits is `outdated`. A figure that no slip explains contradicts only
a statistic that has one value at a time, and only if nothing but explained words stand between
its name and the figure. A row published after the article supports and never contradicts.

Rows of described tables (inhabitants, output, a house's own) need more: entity, metric and figure
with nothing unexplained between them, and to contradict no unexplained word in the clause. "In
Deutschland leben 38,5 Millionen Menschen" is apart from 83.5 and two digits are transposed; "leben
13 Millionen Menschen in Armut" counts something else.

It cannot see: figures that no table holds, and statements in words that the table does not list.
Source of the rule: figures.csv, one source a row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Printed, Working, compare, printed
from factcheck.comparison.slips import Slip, digit_slips, powers_of_ten
from factcheck.interval import Interval, exact
from factcheck.matching.described import one_stretch
from factcheck.matching.rows import Candidate, bound, candidates, freshness
from factcheck.matching.trace import traced
from factcheck.model import Claim, Evidence, Finding, Quantity
from factcheck.reference.rows import Figure
from factcheck.relations.scene import Scene
from factcheck.rounding import interval_of, second_place, usual_reach

CODE = "FC401"
NAME = "reference-figure"
PRECISION = "H"

JUDGE = Judge(CODE, NAME, PRECISION)
SAME_WEEKS = timedelta(days=42)
NEAR = frozenset({"about", "just under", "just over"})
# A described table confirms nothing where more of the clause's words are unexplained.
EXPLAINED = Fraction(3, 5)
# Farther apart without a slip that explains it, and the row speaks of something else.
FAR = 20


def check(article: Article) -> Iterator[Finding]:
    """Hold every figure against the rows that speak of it; the strongest verdict is given."""
    order = ("supported", "outdated", "mismatch", "unclear")
    for scene in article.scenes:
        for claim in scene.claims:
            if claim.quantity is None or claim.kind == "date":
                continue
            found = [
                finding
                for candidate in candidates(article, scene, claim)
                if (finding := _judged(article, scene, claim, candidate)) is not None
            ]
            if found:
                best = min(found, key=lambda finding: order.index(finding.verdict))
                yield replace(best, trace=tuple(line for each in found for line in each.trace))


def _judged(article: Article, scene: Scene, claim: Claim, candidate: Candidate) -> Finding | None:
    day = article.date
    if day is None or claim.quantity is None:
        return None
    if candidate.running and claim.period is not None and claim.period.end < day:
        day = claim.period.end  # the total of an earlier time
    if candidate.bond is not None and candidate.bond.share < EXPLAINED:
        return None
    known = [row for row in candidate.rows if row.as_of.first <= day]
    later = [row for row in candidate.rows if row.as_of.first > day]
    figure = printed(claim.quantity, reach=True)
    if figure is None:
        spans = [row for row in known if _same_range(claim.quantity, row)]
        return _agreed(article, claim, candidate, (spans[-1], spans[-1])) if spans else None
    for row in reversed(known):
        if _agrees(row, figure) and not _another_exactly(candidate, claim, row, figure):
            outdated = _replaced(candidate, row, known, figure, day)
            return _agreed(article, claim, candidate, (row, known[-1]), outdated=outdated)
    for row in later:
        soon = not candidate.running or row.as_of.first - day <= SAME_WEEKS
        if soon and _agrees(row, figure):
            return _agreed(article, claim, candidate, (row, row))
    if not known:
        return None
    if candidate.bond is None:
        candidate = replace(candidate, tied=bound(article, scene, claim, known[-1].concept))
    return _apart(article, claim, candidate, known[-1], figure, day)


def _replaced(
    candidate: Candidate, row: Figure, known: Sequence[Figure], figure: Printed, day: date
) -> bool:
    """Was there a newer edition, of a total or of the very period, that has another value?"""
    if candidate.running:
        return row is not known[-1] and day - row.as_of.last > SAME_WEEKS
    newer = [
        each for each in known if each.period == row.period and each.as_of.first > row.as_of.last
    ]
    return bool(candidate.bond and newer) and not any(
        each.confirms_only or _near(each, figure) for each in newer
    )


def _same_range(quantity: Quantity, row: Figure) -> bool:
    """As in "5.25 to 5.5 per cent" for a row that is this range."""
    low, high = quantity.interval.low, quantity.interval.high
    if quantity.hedge != "range" or low is None or high is None or row.low == row.high:
        return False
    inside = quantity.interval.contains(row.low) and quantity.interval.contains(row.high)
    return inside and exact(high) - exact(low) < 2 * exact(row.high - row.low)


def _another_exactly(candidate: Candidate, claim: Claim, row: Figure, figure: Printed) -> bool:
    """Is the row only rounded to the figure, which is exactly the value of another time?

    After the cut from 4 to 3.75 per cent, "4 per cent" is no rounding of the new rate.
    """
    hedged = claim.quantity is None or claim.quantity.hedge is not None
    if hedged or candidate.bond is not None or not candidate.statistic:
        return False
    values = {exact(other.low) for other in candidate.series if other.low == other.high}
    return exact(row.low) != figure.value and figure.value in values


def _agreed(
    article: Article,
    claim: Claim,
    candidate: Candidate,
    found: tuple[Figure, Figure],
    *,
    outdated: bool = False,
) -> Finding:
    """The row that agrees and the newest; a negated or supposed figure is not confirmed."""
    row, newest = found
    planned = candidate.bond is not None and candidate.gate == "gate_hypothetical"
    if planned or article.says(claim, "figures", "denied"):
        message = article.wording.say("gate_hypothetical", figure=claim.span.text)
        trace = traced(article, claim, candidate, row, "gate_hypothetical")
        working = Working(evidence=(_evidence(article, row),), trace=(trace,))
        return JUDGE.finding("unclear", (claim,), message, working)
    key = "figure_outdated" if outdated else "figure_agrees"
    message = article.wording.say(key, figure=claim.span.text)
    rows = (newest, row) if outdated else (row,)
    working = Working(
        evidence=tuple(_evidence(article, row) for row in rows),
        trace=(traced(article, claim, candidate, row, None),),
    )
    return JUDGE.finding("outdated" if outdated else "supported", (claim,), message, working)


def _apart(
    article: Article, claim: Claim, candidate: Candidate, row: Figure, figure: Printed, day: date
) -> Finding:
    wording = article.wording
    fields = {"figure": claim.span.text, "checked": wording.when(row.checked_on.text)}
    slip = powers_of_ten(figure, lambda f: _agrees(row, f)) or digit_slips(
        figure, lambda f: _agrees(row, f)
    )
    evidence = (_evidence(article, row),)
    gate = _gate(candidate, claim, row, figure, slip, day)
    since = min(day, claim.period.start) if claim.period is not None else day
    open_ended = gate is None and not candidate.decided
    if open_ended and any(_agrees(other, figure) for other in candidate.coming(since)):
        gate = "gate_coming"
    past = article.leaves_own_time(claim) or article.says(claim, "figures", "past")
    if gate is None and past and slip is None and claim.period is None:
        gate = "gate_other_time"
    trace = (traced(article, claim, candidate, row, gate),)
    if gate is not None:
        working = Working(evidence=evidence, trace=trace)
        return JUDGE.finding("unclear", (claim,), wording.say(gate, **fields), working)
    hypothesis = wording.say(slip.key, factor=slip.factor or 0) if slip else None
    message = wording.say("figure_differs", **fields)
    own = article.own_wording
    suggestion = wording.say("suggest_figure", figure=own.amount(row.low, row.unit, 6))
    return JUDGE.finding(
        "mismatch",
        (claim,),
        f"{message} {hypothesis}" if hypothesis else message,
        Working(None, evidence, suggestion, hypothesis, trace),
        decisive=freshness(row.checked_on, not row.period.endswith(".."), day) == "fresh",
    )


def _near(row: Figure, figure: Printed) -> bool:
    """Is the figure as near as other counts of the same thing are?"""
    wide = Interval(row.low * (1 - row.spread), row.high * (1 + row.spread))
    return wide.overlaps(figure.interval)


def _counted_otherwise(
    candidate: Candidate, row: Figure, figure: Printed, slip: Slip | None
) -> str | None:
    """What forbids a described table to contradict: other words, other counts, another thing."""
    if not candidate.tied:
        return "gate_other_quantity"
    twice = any(
        each.period == row.period and each.as_of == row.as_of and each.low != row.low
        for each in candidate.rows
    )
    if twice or row.confirms_only or (row.spread and _near(row, figure)):
        return "gate_other_count"
    value = exact(row.low)
    if slip is None and not (value and Fraction(1, FAR) < figure.value / value < FAR):
        return "gate_other_quantity"
    return None


def _gate(
    candidate: Candidate,
    claim: Claim,
    row: Figure,
    figure: Printed,
    slip: Slip | None,
    day: date,
) -> str | None:
    """The gate that forbids a contradiction, as the key of its sentence."""
    if candidate.gate is not None:
        return candidate.gate
    if not candidate.decided and _agrees(row, figure):
        return "gate_rounded"
    if candidate.running and claim.period is not None:
        return "gate_other_time"  # of a year the sentence may tell the sum, not the total
    bounded = claim.quantity is not None and claim.quantity.hedge in {"over", "at least"}
    if slip is None and bounded:
        return "gate_understated"
    if slip is None and (candidate.running or row.hedge):
        return "gate_moving"
    if candidate.bond is not None:
        if not one_stretch(row, claim):
            return "gate_other_time"
        if gate := _counted_otherwise(candidate, row, figure, slip):
            return gate
    if slip is None and not (candidate.statistic and candidate.tied):
        return "gate_other_quantity"
    if freshness(row.checked_on, not row.period.endswith(".."), day) == "stale":
        return "table_stale"
    return None


def _agrees(row: Figure, figure: Printed) -> bool:
    return compare(_allowed(row), Interval(row.low, row.high), figure).agrees


def _allowed(row: Figure) -> Interval:
    """What the row allows: its range, its hedge as far as one of its last place, its rounding."""
    value, place = row.low, second_place(row.low)
    if row.high != value:
        return Interval(value, row.high)
    if row.hedge in NEAR:
        low = value - place if row.hedge != "just over" else value
        return Interval(low, value + place if row.hedge != "just under" else value)
    step = Decimal(0) if value < 100 and value == value.to_integral_value() else place
    interval = interval_of(value, step, row.hedge or None, signed=value < 0)
    return usual_reach(value, row.hedge, interval) if row.hedge else interval


def _listed(article: Article, row: Figure) -> str:
    """The row in words: its figure as the source hedged it, and since when."""
    wording = article.wording
    low = wording.amount(row.low, row.unit, 6)
    figure = low if row.low == row.high else f"{low} - {wording.amount(row.high, row.unit, 6)}"
    hedge = wording.hedge(row.hedge)
    return wording.say(
        "figure_row", hedge=f"{hedge} " if hedge else "", figure=figure,
        what=row.definition or article.name_of(row.concept), day=wording.when(row.as_of.text),
    )  # fmt: skip


def _evidence(article: Article, row: Figure) -> Evidence:
    return Evidence("table", _listed(article, row), row.source, row.url, row.as_of.text, row.row)
