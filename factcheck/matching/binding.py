"""What stands around a figure: where the metric and the entity of a table are named, and what else.

"In Deutschland leben 84 Millionen Menschen": entity, metric and figure with nothing between them
that is not explained. "In Deutschland leben 13 Millionen Menschen in Armut": one word of the clause
is explained by nothing, so something else may be counted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from factcheck.claims import Article
from factcheck.extract.figures.number_words import word_value
from factcheck.languages.inflection import forms
from factcheck.languages.lexicon import Lexicon
from factcheck.matching.asides import COMMA, MARKS, asides
from factcheck.matching.clauses import own_clause, reach
from factcheck.matching.mentions import Mention, entities_or_typed
from factcheck.matching.qualifiers import cells_named
from factcheck.model import Claim
from factcheck.reference.described import DescribedTable
from factcheck.reference.description import Measure
from factcheck.relations.scene import Scene

CLAUSE_ENDS = MARKS | frozenset("[]")
NEAR = 2


@dataclass(frozen=True, slots=True)
class Bond:
    """How an entity is bound to a figure: `points` of its form; `tied` if all between them is
    explained; `share` of the words of the clause that are explained."""

    entity: str
    points: int
    tied: bool
    share: Fraction


def bonds(
    article: Article, scene: Scene, claim: Claim, table: DescribedTable, measure: Measure
) -> list[Bond]:
    """The entities of a table that are bound to a figure of this metric, each with how."""
    first, last = reach(scene, claim)
    own = (scene.last_token(claim), scene.last_token(claim))
    metrics = list(_metrics(article, scene, measure, first, last)) or [own]
    aside = asides(article, scene, claim)
    metrics = [each for each in metrics if each[0] not in aside]
    if not metrics:
        return []
    mentions = [
        each
        for each in entities_or_typed(article, scene, table, first, last)
        if each.first not in aside
    ]
    spans = [*metrics, *((m.first, m.last) for m in mentions)]
    spans += [(begin, end) for begin, end, _ in cells_named(article, scene, table, first, last)]
    covered = aside.union(_covered(scene, claim, (first, last), spans))
    beside = _beside(table, measure, article.lexicon)
    view = _View(article, scene, claim, measure, covered, aside, beside)
    found = [_bond(view, mention, metrics, mentions, (first, last)) for mention in mentions]
    best: dict[str, Bond] = {}
    for bond in found:
        kept = best.get(bond.entity)
        if kept is None or (bond.tied, bond.share) > (kept.tied, kept.share):
            best[bond.entity] = bond
    return list(best.values())


@dataclass(frozen=True)
class _View:
    article: Article
    scene: Scene
    claim: Claim
    measure: Measure
    covered: frozenset[int]
    aside: frozenset[int]
    beside: frozenset[str]

    def content(self, at: int) -> bool:
        """Is this a word that says something?"""
        lower = self.scene.passage.tokens.lowers[at]
        return len(lower) > 1 and lower.isalpha() and lower not in self.article.lexicon.stop_words

    def explained(self, at: int) -> bool:
        """Is this word one that the table, the lexicon or a date accounts for?"""
        if at in self.covered or not self.content(at):
            return True
        lower, figures = self.scene.passage.tokens.lowers[at], self.article.lexicon.data["figures"]
        if lower in self.beside or any(lower in figures[key] for key in ("joining", "asides")):
            return True
        return (self.level or self.measure.change) and lower in figures["moving"]

    def ends(self, low: int, high: int) -> list[int]:
        """The signs that end a clause, without those of asides."""
        words = self.scene.passage.tokens.words
        return [
            at for at in range(low, high + 1) if words[at] in CLAUSE_ENDS and at not in self.aside
        ]

    @cached_property
    def level(self) -> bool:
        """Does "auf" or "to" stand before the figure, so that a verb of change tells the level?"""
        to = self.article.lexicon.phrases("figures", "change_to")
        return to.before(self.scene.passage.tokens, self.scene.first_token(self.claim)) is not None


@lru_cache(maxsize=256)
def _beside(table: DescribedTable, measure: Measure, lexicon: Lexicon) -> frozenset[str]:
    """Words that may stand beside a metric: the description's, and those that head its columns."""
    about = table.description
    named = (*measure.beside, *measure.needs, *measure.nouns)
    words = [part for word in named for part in word.lower().split()]
    heads = " ".join((about.entity, *about.rows, *about.qualifiers)).replace("_", " ").split()
    return frozenset(words).union(*(forms(head, lexicon) for head in heads))


def _metrics(
    article: Article, scene: Scene, measure: Measure, first: int, last: int
) -> Iterator[tuple[int, int]]:
    tokens, words = scene.passage.tokens, article.metric_words
    for at in range(first, last):
        hit = words.at(tokens, at) if words.begins(tokens.lowers[at]) else None
        if hit and measure.concept in hit[1]:
            yield at, at + hit[0] - 1


def _covered(
    scene: Scene, own: Claim, sentence: tuple[int, int], spans: Sequence[tuple[int, int]]
) -> Iterator[int]:
    """The tokens of figures, dates and all that has a name.

    What the figure in question counts must be explained word by word: "3,000 private pupils".
    """
    first, last = sentence
    for begin, end in spans:
        yield from range(begin, end + 1)
    for claim in scene.claims_in(first, last):
        begin, end = scene.first_token(claim), scene.last_token(claim)
        if claim.span == own.span and claim.quantity is not None and claim.quantity.noun:
            yield from _figure_alone(scene, begin, end)
            continue
        yield from range(begin, end + 1)
    for at, _ in scene.named:
        hit = scene.names.name_at(scene.passage.tokens, at) if scene.names else None
        if hit and first <= at < last:
            yield from range(at, at + hit[0])


def _figure_alone(scene: Scene, begin: int, end: int) -> Iterator[int]:
    """The tokens of a figure without what it counts: "5,5 Millionen" of "muslimische Einwohner"."""
    tokens, lexicon = scene.passage.tokens, scene.passage.lexicon
    scales = lexicon.data["numbers"]["scales"]
    for at in range(begin, end + 1):
        lower = tokens.lowers[at]
        number = word_value(lower, lexicon) is not None or lower in scales
        if number or not lower.isalpha():
            yield at


def _bond(
    view: _View,
    mention: Mention,
    metrics: Sequence[tuple[int, int]],
    mentions: Sequence[Mention],
    sentence: tuple[int, int],
) -> Bond:
    begin, end = view.scene.first_token(view.claim), view.scene.last_token(view.claim)
    low, high = min(
        ((min(begin, mention.first, one[0]), max(end, mention.last, one[1])) for one in metrics),
        key=lambda pair: pair[1] - pair[0],
    )
    rivals = [other for other in mentions if other.entity != mention.entity]
    tied = all(view.explained(at) for at in range(low, high + 1))
    tied = tied and not any(low <= other.first <= high for other in rivals)
    tied = tied and not _other_figure(view, low, high) and _one_clause(view, mention, low, high)
    tied = tied and not _joined(view, mention, rivals) and not _modified(view, mention, sentence[0])
    tied = tied and not _within_relative(view, mention)
    first, last = low, high + 1
    if not _opened(view, mention, low, high):
        first, last = _clause(view, low, high, sentence)
    if view.ends(mention.last + 1, mention.last + 1) and mention.first == low:
        first = low  # "in Portugal, home to 10 million people": what is before tells another thing
    content = [at for at in range(first, last) if view.content(at)]
    explained = sum(view.explained(at) for at in content)
    return Bond(
        mention.entity,
        mention.points,
        tied,
        Fraction(explained, len(content)) if content else Fraction(1),
    )


def _one_clause(view: _View, mention: Mention, low: int, high: int) -> bool:
    """A comma may follow the entity ("Finland, a country of 5.6 million people").

    It may precede it only behind a phrase that opens the sentence with "with": "With a population
    of 5.6 million, Finland ...".
    """
    inside = view.ends(low, high)
    begin = view.scene.first_token(view.claim)
    return all(mention.last < at < begin for at in inside) or _opened(view, mention, low, high)


def _opened(view: _View, mention: Mention, low: int, high: int) -> bool:
    """Does "with" open the sentence, and the entity follow its one comma?"""
    tokens = view.scene.passage.tokens
    inside = view.ends(low, high)
    begin = view.scene.first_token(view.claim)
    opening = tokens.lowers[view.scene.passage.bounds(begin)[0]]
    return (
        len(inside) == 1
        and begin < inside[0] < mention.first
        and opening in view.article.lexicon.data["figures"]["opening"]
        and not any(view.content(at) for at in range(inside[0] + 1, mention.first))
    )


def _other_figure(view: _View, low: int, high: int) -> bool:
    """Does another figure, not a date, stand between what belongs together?"""
    return any(
        other.span != view.claim.span
        and other.quantity is not None
        and other.kind != "date"
        and low <= (at := view.scene.first_token(other)) <= high
        and at not in view.aside
        for other in view.scene.claims
    )


def _joined(view: _View, mention: Mention, rivals: Sequence[Mention]) -> bool:
    """Is the entity one of several, as in "Deutschland und Frankreich"?"""
    tokens = view.scene.passage.tokens
    joins = {*view.article.lexicon.data["lists"]["conjunctions"], ","}
    for other in rivals:
        left, right = sorted((mention, other), key=lambda each: each.first)
        gap = [tokens.lowers[at] for at in range(left.last + 1, right.first)]
        plain = all(word in joins or word in view.article.lexicon.stop_words for word in gap)
        if plain and len(gap) <= NEAR and not joins.isdisjoint(gap):
            return True
    return False


def _within_relative(view: _View, mention: Mention) -> bool:
    """Is the entity named inside the relative clause in which the figure stands?

    "In Polen, wo zwei Millionen Menschen aus der Ukraine leben" tells of Poland.
    """
    tokens, words = view.scene.passage.tokens, view.article.lexicon.data["figures"]
    first, last = own_clause(view.article, view.scene, view.claim)
    opens = {tokens.lower(first + 1), tokens.lower(first + 2)}
    return (
        tokens.words[first] == COMMA
        and not opens.isdisjoint(words["asides"])
        and first < mention.first < last
    )


def _modified(view: _View, mention: Mention, start: int) -> bool:
    """As in "Northern France", "im Süden Deutschlands", "Toronto in Canada, home to 3 million
    people": the word before makes it another."""
    before, tokens = mention.first - 1, view.scene.passage.tokens
    if before >= start and tokens.lowers[before] in view.article.lexicon.data["figures"]["inside"]:
        names = view.scene.names
        city = names is not None and names.name_before(tokens, before) is not None
        named = before > start and tokens.words[before - 1][0].isupper()
        if view.ends(mention.last + 1, mention.last + 1):
            named = named or tokens.lowers[before] in view.article.lexicon.data["figures"]["of"]
        return named and (city or not view.explained(before - 1))
    return before >= start and not view.explained(before)


def _clause(view: _View, low: int, high: int, sentence: tuple[int, int]) -> tuple[int, int]:
    """The clause or clauses that the tokens stand in."""
    first, last = sentence
    while low > first and not view.ends(low - 1, low - 1):
        low -= 1
    high += 1
    while high < last and not view.ends(high, high):
        high += 1
    return low, high
