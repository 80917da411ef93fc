"""From a claim to the rows of described tables: ours that are long, and those of the user."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from factcheck.claims import Article
from factcheck.languages.inflection import forms
from factcheck.matching.binding import Bond, bonds
from factcheck.matching.clauses import clause_of, reach, told, words_told
from factcheck.matching.qualifiers import chosen
from factcheck.model import Claim
from factcheck.reference.dates import parse_days
from factcheck.reference.description import YEAR, Measure
from factcheck.reference.rows import Figure
from factcheck.relations.named.groups import ends_phrase
from factcheck.relations.scene import Scene

SHORTEST_STEM = 5
MOSTLY = Fraction(3, 5)
# Times of which a yearly value may be told; that of a month or a quarter is another.
LONG = frozenset({"day", "year"})


def described_rows(
    article: Article, scene: Scene, claim: Claim
) -> Iterator[tuple[tuple[Figure, ...], Bond]]:
    """The rows of an entity that is tied to the claim, each with how it is tied.

    The sentence names metric and entity, has no word that the metric excludes and one that it
    needs, and the figure has the metric's unit or counts its noun.
    """
    first, last = reach(scene, claim)
    words, tokens = article.metric_words, scene.passage.tokens
    hits = (words.at(tokens, at) for at in range(first, last) if words.begins(tokens.lowers[at]))
    metrics = frozenset(concept for hit in hits if hit for concept in hit[1])
    counted = _counted(article, scene, claim)
    if not metrics and not counted:
        return
    clause = clause_of(article, scene, claim)
    sentence = told(article, scene, claim)
    if clause.apart:
        sentence = words_told(article, scene, claim, clause.first, clause.last)
    rises = _rises(article, scene, claim)
    before = article.lexicon.phrases("figures", "change_before")
    level = before.before(tokens, scene.first_token(claim)) is None
    for metric in sorted(metrics or article.tables.measures):
        for table, measure in article.tables.measures[metric]:
            if not (rises if measure.change else level) or not (metrics or measure.nouns):
                continue
            if not _measured(article, claim, measure) or says_any(sentence, measure.exclude):
                continue
            if measure.needs and not says_any(sentence, measure.needs):
                continue
            cells = chosen(article, scene, table, first, last)
            if cells is None:
                continue
            for found in bonds(article, scene, claim, table, measure):
                closed = counted or _noun_of(article, scene, claim)
                bond = _whole(article, scene, claim, found) if closed and found.tied else found
                rows = table.figures(metric, bond.entity) if bond.tied else ()
                meant = tuple(row for row in rows if cells.issubset(row.qualifiers))
                if meant:
                    yield meant, bond


def _counted(article: Article, scene: Scene, claim: Claim) -> bool:
    """As in "Spain's 48 million people", "Germany, with its 84 million people": what is counted
    tells the metric, and no phrase such as "over 65" follows."""
    tokens, at = scene.passage.tokens, scene.first_token(claim)
    quantity = claim.quantity
    if scene.names is None or quantity is None or quantity.noun is None:
        return False
    if _narrowed(article, scene, claim):
        return False
    if article.lexicon.phrases("figures", "owning").before(tokens, at) is not None:
        return True
    before = scene.names.name_before(tokens, at)
    return before is not None and any(term.genitive for term in before[1])


def _narrowed(article: Article, scene: Scene, claim: Claim) -> bool:
    """Does a phrase follow that leaves a part of what is counted?"""
    words = article.lexicon.data["figures"]
    behind = scene.passage.tokens.lower(scene.last_token(claim) + 1)
    return behind in words["restricting"] or behind.endswith(tuple(words["restricting_ends"]))


def _noun_of(article: Article, scene: Scene, claim: Claim) -> bool:
    """As in "Poland's population of 38 million is ageing": the metric's noun has the figure."""
    tokens, at = scene.passage.tokens, scene.first_token(claim)
    of_words = article.lexicon.data["figures"]["of"]
    if tokens.lower(at - 1) not in of_words or _narrowed(article, scene, claim):
        return False
    hit = article.metric_words.at(tokens, at - 2)
    return hit is not None and hit[0] == 1


def _whole(article: Article, scene: Scene, claim: Claim, bond: Bond) -> Bond:
    """The bond of a figure whose phrase tells all; what may still narrow it contradicts nobody."""
    behind = scene.last_token(claim) + 1
    closed = article.lexicon.data["figures"]["verbs_follow"] or ends_phrase(scene, behind)
    if closed or scene.passage.tokens.lower(behind) == ",":
        return replace(bond, share=Fraction(1))
    return replace(bond, share=max(bond.share, MOSTLY))


def _rises(article: Article, scene: Scene, claim: Claim) -> bool:
    """Is the figure by how much something rose?

    "Consumer prices rose by an average of 5.9 per cent": a verb of rising, and before the figure
    neither "to" nor "from".
    """
    tokens, at = scene.passage.tokens, scene.first_token(claim)
    phrases, changes = article.lexicon.phrases, article.lexicon.data["changes"]
    first, last = scene.passage.bounds(at)
    said = frozenset(tokens.lowers[first:last])
    if said.isdisjoint(changes["up"]) or not said.isdisjoint(changes["down"]):
        return False
    if tokens.lower(at - 1) in changes["by"]:
        return True
    return not any(
        phrases("figures", key).before(tokens, at) for key in ("change_before", "change_to")
    )


def _measured(article: Article, claim: Claim, measure: Measure) -> bool:
    """Is the figure's unit, or the noun it counts, that of the metric?"""
    quantity = claim.quantity
    if quantity is None or quantity.kind in {"percentage_point", "ordinal", "age", "multiple"}:
        return False
    if quantity.unit is not None:
        return quantity.unit == measure.unit
    counted = bool(measure.nouns) or not measure.unit
    if quantity.noun is None:
        return quantity.kind in {"number", "count"} and counted
    if not counted or YEAR.fullmatch(claim.span.text.split()[0]):
        return False
    noun = quantity.noun.lower()
    return any(
        form in {noun, noun.split()[-1]}
        for each in (*measure.nouns, *measure.words)
        for form in forms(each, article.lexicon)
    )


def says_any(sentence: str, terms: Sequence[str]) -> bool:
    """Does a sentence have one of these words, or one that begins with it?"""
    if not terms:
        return False
    words = sentence.lower().replace("-", " ").split()
    bare = " ".join([word.strip(".,;:!?()\"'„“”»«") for word in words])
    return any(_has(term, f" {bare} ") for term in terms)


def lasting(article: Article, row: Figure, claim: Claim, day: date) -> bool:
    """Is the row of the claim's time, or, where it tells none, one that still stands for today?"""
    if not row.period:
        return True
    days = parse_days(row.period)
    first, last = days.first, days.last
    period = claim.period
    if period is not None and not (period.granularity == "day" and article.speaks_of_now(claim)):
        if shorter_than_a_year(row):
            return first <= period.start and period.end <= last
        if period.granularity not in LONG:
            return False
        return period.start <= last and first <= period.end
    return first <= day and day.year <= last.year + row.lasts


def shorter_than_a_year(row: Figure) -> bool:
    """Is the row of a day, month, quarter or season, so that a year's figure is another?"""
    return not row.period.isdigit()


def one_stretch(row: Figure, claim: Claim) -> bool:
    """Are row and claim of a time equally long, so that one may contradict the other?"""
    period = claim.period
    if not row.period or not shorter_than_a_year(row):
        return True
    days = parse_days(row.period)
    return period is not None and (days.first, days.last) == (period.start, period.end)


def _has(term: str, words: str) -> bool:
    """Does the term stand in a text of bare words, each between two spaces?"""
    plain = " ".join(term.lower().replace("-", " ").split())
    stem = " " not in plain and len(plain) >= SHORTEST_STEM
    return (f" {plain}" if stem else f" {plain} ") in words
