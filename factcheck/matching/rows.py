"""From a claim to the rows of figures.csv that speak of the same thing, and whether they may judge.

A row speaks of a claim when its metric and its entity are named in the claim's sentence, its
qualifiers in the paragraph, its unit is the claim's, and no word of the sentence is one that the
metric excludes. How near the values are plays no part: it would hide the errors.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from factcheck.claims import Article
from factcheck.matching.asides import own_clause, relative_clauses, told
from factcheck.matching.binding import Bond, reach
from factcheck.matching.described import described_rows, lasting, says_any
from factcheck.matching.metric_names import names_both, names_no_other, proposed
from factcheck.model import Claim
from factcheck.reference.dates import Days, parse_days
from factcheck.reference.rows import Concept, Figure
from factcheck.relations.scene import Scene

EVENT_REACH = timedelta(days=21)
FRESH = timedelta(days=90)
SOON = timedelta(days=60)
DECIDED = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Candidate:
    """The rows of one metric, entity and set of qualifiers that fit a claim, oldest first.

    `gate` names what forbids them to contradict the claim, None if nothing does; `running` tells
    a total that grows; `series` holds the rows of other periods as well. Rows of described tables
    have a `bond`, which says how the entity is tied to the figure. `decided` tells that the
    sentence is about a decision that is not in force yet, and the rows are what was decided;
    `denied`, that it says what is not.
    """

    rows: tuple[Figure, ...]
    gate: str | None
    running: bool
    series: tuple[Figure, ...]
    tied: bool = False
    bond: Bond | None = None
    decided: bool = False
    denied: bool = False

    @property
    def statistic(self) -> bool:
        """One value at a time: only then does a value without a slip contradict."""
        return not self.running and len(self.series) > 1

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
        yield from _published(article, scene, claim, article.date)
    for found, bond in described_rows(article, scene, claim):
        timely = [row for row in found if lasting(article, row, claim, article.date)]
        if timely:
            candidate = _candidate(article, scene, claim, timely, list(found))
            yield replace(candidate, bond=bond, tied=bond.share == 1)


def _published(article: Article, scene: Scene, claim: Claim, day: date) -> Iterator[Candidate]:
    """The rows of figures.csv that name the sentence's metric, entity, unit and qualifiers."""
    inside = concepts_in(scene, claim)
    metrics = sorted(inside & article.tables.figures_by_concept.keys())
    sentence = told(article, scene, claim) if metrics else ""
    for metric in metrics:
        if says_any(sentence, _terms(article, metric, "exclude")):
            continue
        own = names_both(scene, claim, metric)
        home = article.lexicon.data["figures"]["home"].upper()
        series: dict[tuple[str, object, str], list[Figure]] = {}
        for row in article.tables.figures_by_concept[metric]:
            alone = own and (row.entity != home or names_no_other(article, home))
            here = alone or row.entity in inside
            if here and _unit_fits(article, claim, row) and _qualified(scene, row):
                one_day = (
                    row.period and ".." not in row.period and len(row.period) == len("2025-03-11")
                )
                key = (row.entity, row.qualifiers, row.period if one_day else "")
                series.setdefault(key, []).append(row)
        for rows in series.values():
            timely = [row for row in rows if _timely(row, claim, day)]
            decided = _decided(article, scene, claim, rows)
            if decided or timely:
                candidate = _candidate(article, scene, claim, decided or timely, rows)
                if candidate.gate is None and proposed(article, scene, claim, metric):
                    candidate = replace(candidate, gate="gate_hypothetical")
                yield replace(candidate, decided=bool(decided))


def _decided(article: Article, scene: Scene, claim: Claim, rows: Sequence[Figure]) -> list[Figure]:
    """As in "cut the rate to 3.75 per cent": what was decided and is not in force yet."""
    day, to = article.date, article.lexicon.phrases("figures", "change_to")
    if day is None or not to.before(scene.passage.tokens, scene.first_token(claim)):
        return []
    if not article.says(claim, "figures", "changes"):
        return []
    return [
        row
        for row in rows
        if row.period
        and row.as_of.first <= day < (start := period_of(row.period)[0].first)
        and _told_of(claim, start, day)
    ]


def _told_of(claim: Claim, start: date, day: date) -> bool:
    """Does the sentence tell this day, or none and the day is near?"""
    period = claim.period
    if period is not None and period.end >= start:
        return period.start <= start
    return period is None and start <= day + SOON


def concepts_in(scene: Scene, claim: Claim) -> frozenset[str]:
    """Every concept that the claim's sentence names, up to a semicolon on either side."""
    return frozenset(_concepts(scene, *reach(scene, claim)))


def _concepts(scene: Scene, first: int, last: int) -> Iterator[str]:
    for index, concepts in scene.named:
        if first <= index < last:
            yield from concepts


def _terms(article: Article, concept: str, form: str | None = None) -> list[str]:
    rows: Sequence[Concept] = article.tables.concepts_by_id.get(concept, ())
    code = article.lexicon.code
    return [row.term for row in rows if row.language == code and form in {None, row.form}]


def _unit_fits(article: Article, claim: Claim, row: Figure) -> bool:
    quantity = claim.quantity
    if quantity is None:
        return False
    if quantity.unit is not None or quantity.noun is None:
        return quantity.unit == row.unit
    noun = quantity.noun.lower()
    return any(term.lower() in {noun, noun.split()[-1]} for term in _terms(article, row.unit))


def _qualified(scene: Scene, row: Figure) -> bool:
    """Every qualifier whose value is a concept with a name must be named in the paragraph."""
    named = frozenset(_concepts(scene, 0, len(scene.passage.tokens)))
    return all(value in named for key, value in row.qualifiers if key != "per")


def _timely(row: Figure, claim: Claim, day: date) -> bool:
    """Does the row speak of the claim's time: its period, else the article's day?"""
    if not row.period:
        return True
    first, last = period_of(row.period)
    if last is None:
        return first.first <= day
    if first.first == last.last:
        period = claim.period
        if period is not None and not period.start <= first.first <= period.end:
            return False
        return first.first <= day <= first.first + EVENT_REACH
    if claim.period is not None:
        return claim.period.start <= last.last and first.first <= claim.period.end
    return first.first <= day <= last.last


def period_of(text: str) -> tuple[Days, Days | None]:
    """The period of a row: "2025", "2025-03-11", "2013..2017", "2022-02-24.."."""
    first, dots, last = text.partition("..")
    if not dots:
        return parse_days(first), parse_days(first)
    return parse_days(first), parse_days(last) if last else None


def _candidate(
    article: Article, scene: Scene, claim: Claim, rows: list[Figure], series: list[Figure]
) -> Candidate:
    rows.sort(key=lambda row: (row.as_of.first, row.id))
    running = len(rows) > 1 and rows[-1].period.endswith("..")
    gate = _gate(article, scene, claim, running)
    denied = _says(article, scene, claim, "denied")
    return Candidate(tuple(rows), gate, running, tuple(series), denied=denied)


def _gate(article: Article, scene: Scene, claim: Claim, running: bool) -> str | None:
    """What forbids a contradiction: another figure beside it, or words that hedge the statement."""
    quantity = claim.quantity
    rivals = [
        other
        for other in scene.claims
        if other.sentence == claim.sentence
        and other.quantity is not None
        and quantity is not None
        and other.kind in {claim.kind, "number"}
        and other.quantity.unit in {quantity.unit, None}
        and other.quantity.noun == quantity.noun
    ]
    if len(rivals) > 1:
        return "gate_several_figures"
    if _says(article, scene, claim, "hypothetical"):
        return "gate_hypothetical"
    tokens = scene.passage.tokens
    first, last = scene.passage.bounds(scene.first_token(claim))
    cues = article.lexicon.phrases("figures", "running")
    if running and not any(cues.at(tokens, index) for index in range(first, last)):
        return "gate_no_total"
    return None


def _says(article: Article, scene: Scene, claim: Claim, key: str) -> bool:
    """Has the sentence a phrase of this list, outside of relative clauses, names and the figure?"""
    phrases, tokens = article.lexicon.phrases("figures", key), scene.passage.tokens
    first, last = own_clause(article, scene, claim)
    own = range(scene.first_token(claim), scene.last_token(claim) + 1)
    found = [at for at in range(first, last) if at not in own and phrases.at(tokens, at)]
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
