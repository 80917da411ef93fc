"""The rows that speak of a claim, and whether they may judge it.

How near the values are plays no part: it would hide the errors.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from factcheck.claims import Article
from factcheck.interval import Number, exact
from factcheck.matching.asides import relative_clauses
from factcheck.matching.binding import Bond
from factcheck.matching.clauses import MONTH, own_clause
from factcheck.matching.described import described_rows, lasting
from factcheck.matching.metric_names import proposed
from factcheck.matching.published import BESIDE, EVENT_REACH, period_of, published_rows
from factcheck.model import Claim
from factcheck.reference.dates import Days
from factcheck.reference.rows import Figure
from factcheck.relations.scene import Scene

FRESH = timedelta(days=90)
DECIDED = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Candidate:
    """The rows of one metric, entity and set of qualifiers that fit a claim, oldest first.

    `gate` names what forbids them to contradict the claim, None if nothing does; `running` tells
    a total that grows; `series` holds the rows of other periods as well. Rows of described tables
    have a `bond`, which says how the entity is tied to the figure. `decided` tells that the
    sentence is about a decision that is not in force yet, and the rows are what was decided;
    `doubt` names what forbids to confirm the claim as well. `in_force` tells a level of now, or one
    that began in the month named; `whole`, that only a clause without an unexplained word
    contradicts.
    """

    rows: tuple[Figure, ...]
    gate: str | None
    running: bool
    series: tuple[Figure, ...]
    tied: bool = False
    bond: Bond | None = None
    decided: bool = False
    doubt: str | None = None
    in_force: bool = False
    whole: bool = False

    @property
    def statistic(self) -> bool:
        """One value at a time: only then does a value without a slip contradict."""
        return not self.running and len(self.series) > 1

    def exactly_another(self, claim: Claim, row: Figure, value: Number) -> bool:
        """Is the row only rounded to the figure, which is exactly the value of another time?

        After the cut from 4 to 3.75 per cent, "4 per cent" is no rounding of the new rate.
        """
        hedged = claim.quantity is None or claim.quantity.hedge is not None
        if hedged or self.bond is not None or not self.statistic:
            return False
        values = {exact(other.low) for other in self.series if other.low == other.high}
        return exact(row.low) != value and value in values

    def coming(self, since: date, day: date) -> tuple[Figure, ...]:
        """The rows that begin within a year: what is decided takes effect later. Those that are
        known to have been decided some weeks after the article are left out."""
        return tuple(
            row
            for row in self.series
            if row.period
            and since < period_of(row.period)[0].first <= since + DECIDED
            and not day + EVENT_REACH < row.as_of.first < period_of(row.period)[0].first
        )


def candidates(article: Article, scene: Scene, claim: Claim) -> Iterator[Candidate]:
    """The groups of rows that speak of a claim; empty without an article date."""
    quantity = claim.quantity
    if quantity is None or article.date is None:
        return
    before = article.lexicon.phrases("figures", "change_before")
    if before.before(scene.passage.tokens, scene.first_token(claim)) is None:
        for each in published_rows(article, scene, claim, article.date):
            candidate = _candidate(article, scene, claim, each.rows, each.series)
            if candidate.gate is None and proposed(article, scene, claim, each.metric):
                candidate = replace(candidate, gate="gate_hypothetical")
            if candidate.gate is None and not each.sure:
                candidate = replace(candidate, gate="gate_other_quantity")
            yield replace(candidate, decided=each.decided, whole=not each.named)
    for found, bond in described_rows(article, scene, claim):
        timely = [row for row in found if lasting(article, row, claim, article.date)]
        if timely:
            candidate = _candidate(article, scene, claim, timely, list(found))
            yield replace(candidate, bond=bond, tied=bond.share == 1)


def _candidate(
    article: Article, scene: Scene, claim: Claim, rows: list[Figure], series: list[Figure]
) -> Candidate:
    rows.sort(key=lambda row: (row.as_of.first, row.id))
    running = len(rows) > 1 and rows[-1].period.endswith("..")
    gate = _gate(article, scene, claim, running)
    return Candidate(
        tuple(rows),
        gate,
        running,
        tuple(series),
        doubt="gate_hypothetical" if _says(article, scene, claim, "denied") else None,
        in_force=_in_force(article, scene, claim, rows),
    )


def _in_force(article: Article, scene: Scene, claim: Claim, rows: Sequence[Figure]) -> bool:
    """As in "now £11.44 an hour", "which in April went up to £10.42"."""
    at, present = scene.first_token(claim), article.lexicon.data["figures"]["present"]
    if any(lower in present for lower in scene.passage.tokens.lowers[max(0, at - BESIDE) : at]):
        return True
    period = claim.period
    if period is None or period.end - period.start > MONTH:
        return False
    starts = (period_of(row.period)[0].first for row in rows if row.period)
    return any(period.start <= start <= period.end for start in starts)


def _gate(article: Article, scene: Scene, claim: Claim, running: bool) -> str | None:
    """What forbids a contradiction: another figure beside it, or words that hedge the statement.

    "From 4 per cent" tells the level of before, which is no rival.
    """
    quantity, tokens = claim.quantity, scene.passage.tokens
    before = article.lexicon.phrases("figures", "change_before")
    rivals = [
        other
        for other in scene.claims_in(*own_clause(article, scene, claim))
        if other.quantity is not None
        and (other.span == claim.span or not before.before(tokens, scene.first_token(other)))
        and quantity is not None
        and other.kind in {claim.kind, "number"}
        and other.quantity.unit in {quantity.unit, None}
        and other.quantity.noun == quantity.noun
    ]
    if len(rivals) > 1:
        return "gate_several_figures"
    if _says(article, scene, claim, "hypothetical"):
        return "gate_hypothetical"
    first, last = scene.passage.bounds(scene.first_token(claim))
    cues = article.lexicon.phrases("figures", "running")
    if running and not any(cues.at(tokens, index) for index in range(first, last)):
        return "gate_no_total"
    return None


def _says(article: Article, scene: Scene, claim: Claim, key: str) -> bool:
    """Has the sentence a phrase of this list, outside of relative clauses, names and the figure?

    "Sparer profitieren davon, dass ..." points to the clause that follows.
    """
    phrases, tokens = article.lexicon.phrases("figures", key), scene.passage.tokens
    first, last = own_clause(article, scene, claim)
    own = range(scene.first_token(claim), scene.last_token(claim) + 1)
    hits = ((at, phrases.at(tokens, at)) for at in range(first, last) if at not in own)
    content = article.lexicon.data["figures"]["content"]
    found = [
        at
        for at, hit in hits
        if hit
        and not (tokens.lower(at + hit[0]) == "," and tokens.lower(at + hit[0] + 1) in content)
    ]
    if not found:
        return False
    unsaid = relative_clauses(article, scene, claim).union(_in_names(scene, first, last))
    return any(at not in unsaid for at in found)


def _in_names(scene: Scene, first: int, last: int) -> Iterator[int]:
    """The tokens of names: the "target range" of a bank is no target."""
    for at, _ in scene.named:
        hit = scene.names.name_at(scene.passage.tokens, at) if scene.names else None
        if hit is not None and first <= at < last:
            yield from range(at, at + hit[0])


def freshness(row_checked: Days, closed: bool, day: date) -> str:
    """fresh: may contradict; ageing: with caution; stale: only supports."""
    if closed or row_checked.last >= day:
        return "fresh"
    return "ageing" if day <= row_checked.last + FRESH else "stale"
