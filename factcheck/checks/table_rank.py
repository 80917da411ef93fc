"""A rank among the members of a group, held against the tables.

Worked example, article of 12 May 2025: "Frankreich, die zweitgrößte Volkswirtschaft der EU". Of the
27 members on that day the table of output has 4526 billion dollars for Germany and 3030 for France,
then 2255 for Italy: France is second, and the sentence agrees. "Italien, die zweitgrößte ..." does
not; it is a note, for another year or another count may order neighbours otherwise.

Judged is a rank among the members of a group of groups.csv, if the table has a value of one year
for every one of them. Nothing is said where neighbours lie as close as other counts of the same
thing do, and in a sentence about another time.

It cannot see: ranks in the world or on a continent, of which no table holds all; superlatives of
things that no table ranks.
Source of the rule: the rows of the series and of groups.csv.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.languages.inflection import forms
from factcheck.model import Claim, Evidence, Finding, Relation, Span
from factcheck.reference.described import DescribedTable
from factcheck.reference.description import Measure
from factcheck.reference.rows import Figure
from factcheck.relations.named.table_ranks import place_of

CODE = "FC408"
NAME = "table-rank"
PRECISION = "M"

JUDGE = Judge(CODE, NAME, PRECISION)
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Order:
    """The values of a group's members in one year, the greatest first."""

    group: str
    rows: tuple[Figure, ...]

    def place(self, entity: str) -> int:
        """Which place an entity has, 1 for the greatest; 0 for one that is no member."""
        return next((at for at, row in enumerate(self.rows, 1) if row.entity == entity), 0)

    def sure(self, at: int) -> bool:
        """Do the values above and below a cut behind this place differ by more than counts do?"""
        if not 0 < at < len(self.rows):
            return True
        above, below = self.rows[at - 1], self.rows[at]
        return above.low * (1 - above.spread / 2) > below.low * (1 + below.spread / 2)


def check(article: Article) -> Iterator[Finding]:
    """Hold every rank among the members of a group against the tables."""
    day = article.date
    if day is None:
        return
    for relation in article.related("table_rank"):
        order = _order(article, relation, day)
        if order is not None and not _elsewhere(article, relation):
            finding = _judged(article, relation, order)
            if finding is not None:
                yield finding


def _judged(article: Article, relation: Relation, order: Order) -> Finding | None:
    told = [span for span in relation.all("entity") if isinstance(span, Span)]
    places = [_place(article, order, span) for span in told]
    counts = [each for each in relation.all("count") if isinstance(each, Claim)]
    if counts:
        size = counts[0].quantity.value if counts[0].quantity else None
        if size is None or int(size) != len(told) or 0 in places or not order.sure(len(told)):
            return None
        agrees = set(places) == set(range(1, len(told) + 1))
        shown: Sequence[Figure] = order.rows[: len(told)]
    else:
        rank = next(span for span in relation.all("rank") if isinstance(span, Span))
        scene = next(s for s in article.scenes if _holds(s.passage.block.span, rank))
        place = place_of(scene, rank)
        if 0 in places or not (order.sure(places[0] - 1) and order.sure(places[0])):
            return None
        agrees = places[0] == place
        near = order.rows[max(0, place - 2) : place + 1]
        shown = near if agrees else order.rows[: max(place, *places)]
    group = article.name_of(order.group)
    fields = {"figure": relation.span.text, "group": group, "place": max(places)}
    differs = "table_rank_differs" if len(told) == 1 else "table_ranks_differ"
    key = "table_rank_agrees" if agrees else differs
    return JUDGE.finding(
        "supported" if agrees else "unclear",
        tuple(counts),
        article.wording.say(key, **fields),
        Working(evidence=(_evidence(article, order, shown),)),
        spans=(relation.span,),
    )


def _holds(block: Span, span: Span) -> bool:
    return block.start <= span.start < block.end


def _place(article: Article, order: Order, span: Span) -> int:
    return max((order.place(concept) for concept in article.concepts_of(span)), default=0)


def _order(article: Article, relation: Relation, day: date) -> Order | None:
    """The members of the group by the metric, in the newest year that was known for all of them."""
    named = [span for span in relation.all("group") if isinstance(span, Span)]
    groups = {row.group for row in article.tables.groups}
    group = next((c for span in named for c in article.concepts_of(span) if c in groups), None)
    metric = next(span for span in relation.all("metric") if isinstance(span, Span))
    found = _measure(article, metric.text)
    if group is None or found is None:
        return None
    table, measure = found
    members = [row.member for row in article.tables.members(group, day)]
    known: dict[str, dict[str, Figure]] = {}
    for member in members:
        for row in table.figures(measure.concept, member):
            if row.as_of.first <= day:
                known.setdefault(row.period, {})[member] = row
    whole = [period for period, rows in known.items() if len(rows) == len(members) >= FEWEST]
    newest = max(whole, default="")
    if not newest.isdigit() or day.year - int(newest) > known[newest][members[0]].lasts:
        return None
    rows = sorted(known[newest].values(), key=lambda row: -row.low)
    return Order(group, tuple(rows))


def _measure(article: Article, text: str) -> tuple[DescribedTable, Measure] | None:
    """The metric that a noun or superlative ranks, if it is one only."""
    lower = text.lower()
    found = [
        (table, measure)
        for table in article.tables.described
        for measure in table.measures.values()
        if any(lower in forms(word, article.lexicon) for word in measure.ranked)
    ]
    return found[0] if len(found) == 1 else None


def _elsewhere(article: Article, relation: Relation) -> bool:
    """Does the sentence speak of another time, or deny or suppose something?"""
    rank = next(span for span in relation.all("rank") if isinstance(span, Span))
    scene = next(s for s in article.scenes if _holds(s.passage.block.span, rank))
    starts = scene.passage.tokens.starts
    index = next((at for at, start in enumerate(starts) if start >= rank.start), 0)
    sentence = scene.passage.sentence(index)
    stated = Claim("", "statement", relation.span, sentence)
    if article.leaves_own_time(stated) or article.says(stated, "figures", "denied"):
        return True
    if article.says(stated, "figures", "hypothetical") or article.says(stated, "ranks", "other"):
        return True
    return any(
        claim.period is not None and claim.sentence == sentence and not article.speaks_of_now(claim)
        for claim in scene.claims
    )


def _evidence(article: Article, order: Order, rows: Sequence[Figure]) -> Evidence:
    wording = article.wording
    listed = wording.listed(
        [
            f"{order.place(row.entity)} {article.name_of(row.entity)} "
            f"({wording.amount(row.low, row.unit, 4)})"
            for row in rows
        ]
    )
    first = rows[0]
    text = wording.say("table_rank_row", what=first.definition, period=first.period, list=listed)
    return Evidence("table", text, first.source, first.url, first.as_of.text, first.row)
