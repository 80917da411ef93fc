"""From a claim to the rows of figures.csv that speak of the same thing.

A row speaks of a claim when its metric and its entity are named, its qualifiers in the paragraph,
its unit is the claim's, and no word of the clause is one that the metric excludes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.claims import Article
from factcheck.matching.asides import MARKS
from factcheck.matching.clauses import clause_of, reach, words_told
from factcheck.matching.described import says_any
from factcheck.matching.metric_names import named, names_both, names_no_other
from factcheck.model import Claim
from factcheck.reference.dates import Days, parse_days
from factcheck.reference.rows import Concept, Figure
from factcheck.relations.scene import Scene

EVENT_REACH = timedelta(days=21)
SOON = timedelta(days=60)
# Tokens before a metric or a figure in which its owner may stand.
BESIDE = 2
ONE_DAY = len("2025-03-11")


@dataclass(frozen=True, slots=True)
class Published:
    """The rows of one metric and entity that are of the claim's time, and those of all times.

    `decided` if the sentence tells what was decided and is not in force yet; `named` if it says
    whose the metric is; `sure` if it or the passage before does.
    """

    metric: str
    rows: list[Figure]
    series: list[Figure]
    decided: bool
    named: bool
    sure: bool


def published_rows(article: Article, scene: Scene, claim: Claim, day: date) -> Iterator[Published]:
    """The rows of figures.csv that name the sentence's metric, entity, unit and qualifiers."""
    inside = concepts_in(scene, claim)
    for metric in sorted(inside & article.tables.figures_by_concept.keys()):
        if _excluded(article, scene, claim, metric):
            continue
        whose = _whose(article, scene, claim, metric, inside)
        series: dict[tuple[str, object, str], list[Figure]] = {}
        for row in article.tables.figures_by_concept[metric]:
            if row.entity in whose and _unit_fits(article, claim, row) and _qualified(scene, row):
                one_day = row.period and ".." not in row.period and len(row.period) == ONE_DAY
                key = (row.entity, row.qualifiers, row.period if one_day else "")
                series.setdefault(key, []).append(row)
        for rows in series.values():
            timely = [row for row in rows if _timely(row, claim, day)]
            decided = _decided(article, scene, claim, rows)
            if decided or timely:
                owner = rows[0].entity
                said = owner in inside or names_both(scene, claim, metric)
                yield Published(metric, decided or timely, rows, bool(decided), said, whose[owner])


def _whose(
    article: Article, scene: Scene, claim: Claim, metric: str, inside: frozenset[str]
) -> dict[str, bool]:
    """Of whom the metric may be told here, and whether that is sure enough to contradict.

    They are named in the sentence; the metric's own name says it; the passage named nobody else
    before; or the article names no country but the one in which its language is at home.
    """
    owners = {row.entity for row in article.tables.figures_by_concept[metric]}
    found = dict.fromkeys(owners & inside, True)
    home = article.lexicon.data["figures"]["home"].upper()
    at_home = home in owners and names_no_other(article, home)
    if names_both(scene, claim, metric):
        return found | dict.fromkeys(owners - {home}, True) | ({home: True} if at_home else {})
    if found or any(concept.isupper() for concept in inside):
        return found
    before = _last_named(scene, reach(scene, claim)[0])
    if not before.isdisjoint(owners):
        return dict.fromkeys(owners & before, True)
    return {home: False} if at_home else {}


def _last_named(scene: Scene, end: int) -> frozenset[str]:
    """The country or body that was named last before a token of the passage."""
    bodies = (
        frozenset(concept for concept in concepts if concept.isupper())
        for at, concepts in reversed(scene.named)
        if at < end
    )
    return next(filter(None, bodies), frozenset())


def _excluded(article: Article, scene: Scene, claim: Claim, metric: str) -> bool:
    """Has the sentence a word that forbids the match, or the stretch from metric to figure one
    that tells of another's: "savers' deposit rate"?

    In a clause that is a fact by itself and names the metric, what stands around it is another
    matter.
    """
    clause = clause_of(article, scene, claim)
    spots = [(at, after) for at, after, _ in named(scene, claim, metric)]
    inside = [spot for spot in spots if clause.first <= spot[0] < clause.last]
    alone = clause.fact and inside
    whole = (clause.first, clause.last) if alone else reach(scene, claim)
    if says_any(words_told(article, scene, claim, *whole), _terms(article, metric, "exclude")):
        return True
    near = _terms(article, metric, "exclude-near")
    begin, end, words = (
        scene.first_token(claim),
        scene.last_token(claim),
        scene.passage.tokens.words,
    )
    for at, after in inside or spots:
        first, behind = max(min(at, begin) - BESIDE, whole[0]), max(after - 1, end) + 1
        ends = (each for each in range(behind, whole[1]) if words[each] in MARKS)
        if says_any(words_told(article, scene, claim, first, next(ends, whole[1])), near):
            return True
    return False


def _decided(article: Article, scene: Scene, claim: Claim, rows: Sequence[Figure]) -> list[Figure]:
    """As in "cut the rate to 3.75 per cent": what was decided and is not in force yet."""
    day, to = article.date, article.lexicon.phrases("figures", "change_to")
    if day is None:
        return []
    if claim.period is None or claim.period.start <= day:
        if not to.before(scene.passage.tokens, scene.first_token(claim)):
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
