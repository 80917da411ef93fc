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
from fractions import Fraction

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Printed, Working, printed
from factcheck.comparison.published import (
    agrees,
    evidence_of,
    figure_of,
    is_range,
    same_range,
)
from factcheck.comparison.slips import Slip, digit_slips, powers_of_ten
from factcheck.interval import Interval, exact
from factcheck.matching.clauses import in_clause, names_old_year, own_time, told_without_day
from factcheck.matching.described import one_stretch
from factcheck.matching.mentions import NEARLY
from factcheck.matching.metric_names import bound, tells_of
from factcheck.matching.rows import Candidate, candidates, freshness
from factcheck.matching.trace import traced
from factcheck.model import Claim, Finding
from factcheck.reference.rows import Figure
from factcheck.relations.scene import Scene

CODE = "FC401"
NAME = "reference-figure"
PRECISION = "H"

JUDGE = Judge(CODE, NAME, PRECISION)
SAME_WEEKS = timedelta(days=42)
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
            timed = own_time(article, scene, claim)
            pairs = [
                (candidate, finding)
                for candidate in candidates(article, scene, timed)
                if (finding := _judged(article, scene, timed, candidate)) is not None
            ]
            found = [finding for _, finding in pairs]
            if found:
                best = min(found, key=lambda finding: order.index(finding.verdict))
                doubts = [each for one, each in pairs if each.verdict == "unclear" and not one.bond]
                if best.verdict == "mismatch" and doubts:
                    best = doubts[0]  # what may be another of two rates is not contradicted
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
    owned = candidate.bond is not None or candidate.whole or not candidate.statistic
    if known and not owned and not tells_of(article, scene, claim, known[-1]):
        other = "gate_other_quantity"
        candidate = replace(candidate, gate=candidate.gate or other, doubt=other)
    figure = printed(claim.quantity, reach=True)
    if figure is None:
        return _ranged(article, scene, claim, candidate, known, day)
    for row in reversed(known):
        if agrees(row, figure) and not candidate.exactly_another(claim, row, figure.value):
            outdated = _replaced(candidate, row, known, figure, day)
            return _agreed(article, claim, candidate, (row, known[-1]), outdated=outdated)
    for row in later:
        soon = not candidate.running or row.as_of.first - day <= SAME_WEEKS
        if soon and agrees(row, figure):
            return _agreed(article, claim, candidate, (row, row))
    if not known:
        return None
    if candidate.bond is None:
        candidate = _tied(article, scene, claim, candidate, known[-1])
    return _apart(article, scene, claim, candidate, known[-1], figure, day)


def _tied(
    article: Article, scene: Scene, claim: Claim, candidate: Candidate, row: Figure
) -> Candidate:
    """Does the sentence tell the row's metric? Wages are of trades and firms too, rates are not."""
    whole = candidate.whole or row.unit != "percent"
    tied = bound(article, scene, claim, row, whole=whole)
    return replace(candidate, tied=tied)


def _ranged(
    article: Article,
    scene: Scene,
    claim: Claim,
    candidate: Candidate,
    known: Sequence[Figure],
    day: date,
) -> Finding | None:
    """A range of the article against the rows that are ranges."""
    quantity = claim.quantity
    if quantity is None:
        return None
    for row in reversed(known):
        if same_range(row, quantity):
            return _agreed(article, claim, candidate, (row, row))
    if candidate.bond is not None or not known or not is_range(known[-1], quantity):
        return None
    candidate = _tied(article, scene, claim, candidate, known[-1])
    return _apart(article, scene, claim, candidate, known[-1], None, day)


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
    if planned or candidate.doubt:
        gate = candidate.doubt or "gate_hypothetical"
        message = article.wording.say(gate, figure=claim.span.text)
        trace = traced(article, claim, candidate, row, gate)
        working = Working(evidence=(evidence_of(article, row),), trace=(trace,))
        return JUDGE.finding("unclear", (claim,), message, working)
    key = "figure_outdated" if outdated else "figure_agrees"
    message = article.wording.say(key, figure=claim.span.text)
    rows = (newest, row) if outdated else (row,)
    working = Working(
        evidence=tuple(evidence_of(article, row) for row in rows),
        trace=(traced(article, claim, candidate, row, None),),
    )
    return JUDGE.finding("outdated" if outdated else "supported", (claim,), message, working)


def _apart(
    article: Article,
    scene: Scene,
    claim: Claim,
    candidate: Candidate,
    row: Figure,
    figure: Printed | None,
    day: date,
) -> Finding:
    """The row that does not agree, or the gate that forbids to say so; None stands for a range."""

    def fits(other: Figure) -> bool:
        if figure is not None:
            return agrees(other, figure)
        return claim.quantity is not None and same_range(other, claim.quantity)

    wording = article.wording
    fields = {"figure": claim.span.text, "checked": wording.when(row.checked_on.text)}
    slip = None
    if figure is not None:
        slip = powers_of_ten(figure, lambda f: agrees(row, f))
        slip = slip or digit_slips(figure, lambda f: agrees(row, f))
    evidence = (evidence_of(article, row),)
    gate = _gate(candidate, claim, row, figure, slip, day)
    since = min(day, claim.period.start) if claim.period is not None else day
    open_ended = gate is None and not (candidate.decided or candidate.in_force)
    if open_ended and any(map(fits, candidate.coming(since, day))):
        gate = "gate_coming"
    told = in_clause(article, scene, claim)
    old = article.says(told, "figures", "long") or (
        candidate.bond and names_old_year(article, told)
    )
    if gate is None and claim.period is None and old:
        gate = "gate_other_time"
    if gate is None and claim.period is None and not (candidate.in_force or candidate.decided):
        before = any(
            fits(other) for other in candidate.series if other.as_of.last < row.as_of.first
        )
        if before and told_without_day(article, told):
            gate = "gate_other_time"
    past = article.leaves_own_time(told) or article.says(told, "figures", "past")
    if gate is None and past and slip is None and claim.period is None:
        gate = "gate_other_time"
    trace = (traced(article, claim, candidate, row, gate),)
    if gate is not None:
        working = Working(evidence=evidence, trace=trace)
        return JUDGE.finding("unclear", (claim,), wording.say(gate, **fields), working)
    hypothesis = wording.say(slip.key, factor=slip.factor or 0) if slip else None
    message = wording.say("figure_differs", **fields)
    suggestion = wording.say("suggest_figure", figure=figure_of(article, row, own=True))
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
    if not candidate.tied or (candidate.bond and candidate.bond.points <= NEARLY):
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
    figure: Printed | None,
    slip: Slip | None,
    day: date,
) -> str | None:
    """The gate that forbids a contradiction, as the key of its sentence."""
    if candidate.gate is not None:
        return candidate.gate
    if not candidate.decided and figure is not None and agrees(row, figure):
        return "gate_rounded"
    if candidate.running and claim.period is not None:
        return "gate_other_time"  # of a year the sentence may tell the sum, not the total
    bounded = claim.quantity is not None and claim.quantity.hedge in {"over", "at least"}
    if slip is None and bounded:
        return "gate_understated"
    if slip is None and (candidate.running or row.hedge):
        return "gate_moving"
    if candidate.bond is not None and figure is not None:
        if not one_stretch(row, claim):
            return "gate_other_time"
        if gate := _counted_otherwise(candidate, row, figure, slip):
            return gate
    if slip is None and not (candidate.statistic and candidate.tied):
        return "gate_other_quantity"
    if freshness(row.checked_on, not row.period.endswith(".."), day) == "stale":
        return "table_stale"
    return None
