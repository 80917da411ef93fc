"""Where a sentence names a metric, and what stands between that name and a figure."""

from collections.abc import Iterator, Sequence

from factcheck.claims import Article
from factcheck.matching.asides import COMMA, asides
from factcheck.matching.clauses import own_clause
from factcheck.model import Claim
from factcheck.reference.names import Term
from factcheck.reference.rows import Figure
from factcheck.relations.scene import Scene

# The form of a name that says whose the metric is.
OWN = "own-name"
# Tokens behind the name of a metric within which its owner may stand: "the key rate of the Fed".
BEHIND = 3
# Letters of the id of a country.
COUNTRY = 2


def names_both(scene: Scene, claim: Claim, metric: str) -> bool:
    """As in "National Living Wage": a name of the metric that says whose it is."""
    return any(
        term.concept == metric and term.form == OWN
        for *_, terms in named(scene, claim, metric)
        for term in terms
    )


def names_no_other(article: Article, home: str) -> bool:
    """Does the article name no country but its own, so that what it says unnamed is of that one?"""
    return all(
        concept == home or len(concept) != COUNTRY or not concept.isupper()
        for scene in article.scenes
        for _, concepts in scene.named
        for concept in concepts
    )


def bound(article: Article, scene: Scene, claim: Claim, row: Figure, *, whole: bool) -> bool:
    """Does nothing but explained words stand between the metric's name and the figure?

    Explained are names of the tables, function words, asides, and the words that join a figure to
    what it measures ("liegt bei", "stands at"). One other word, and something else may be measured.
    With `whole` that holds of the whole clause: "adjusted for inflation, the minimum wage is ...".
    """
    passage = scene.passage
    begin, end = scene.first_token(claim), scene.last_token(claim)
    aside = asides(article, scene, claim)
    own = range(begin, end + 1)
    clause = range(*own_clause(article, scene, claim)) if whole else range(0)
    if not all(at in aside or at in own or _explained(article, scene, claim, at) for at in clause):
        return False
    for index, after, _ in named(scene, claim, row.concept):
        gap = range(after, begin) if index < begin else range(end + 1, index)
        at = _into_clause(article, passage.tokens.lowers, gap)
        if all(at in aside or _explained(article, scene, claim, at) for at in gap[at:]):
            return True
    return False


def tells_of(article: Article, scene: Scene, claim: Claim, row: Figure) -> bool:
    """Does the sentence tell the metric of the row's country or body?"""
    whose = {row.entity, *(value for _, value in row.qualifiers)}
    places = list(named(scene, claim, row.concept))
    return not places or any(_of(article, scene, claim, place, whose) for place in places)


def _of(
    article: Article,
    scene: Scene,
    claim: Claim,
    place: tuple[int, int, tuple[Term, ...]],
    whose: set[str],
) -> bool:
    """Is the country or body named right behind the metric, else nearest before it, one of these?

    "Turkey's central bank left its key rate at 50%, while the Bank of England cut": Turkey's. Where
    many may have the metric, or "their" stands before it, nobody unknown may stand between: "the
    Bank of England and lenders raised their rates".
    """
    first, after, terms = place
    begin, _ = scene.passage.bounds(first)
    told: set[str] | None = None
    end, aside = begin, asides(article, scene, claim)
    for at, concepts in scene.named:
        bodies = {concept for concept in concepts if concept.isupper()}
        if not bodies or not begin <= at < after + BEHIND or first <= at < after:
            continue
        hit = scene.names.name_at(scene.passage.tokens, at) if scene.names else None
        if at in aside or _compared(article, scene, at):
            continue
        if hit and any(term.form != "capital" for term in hit[1]):
            told, end = bodies, at + hit[0]
    anybodys = len({term.concept for term in terms}) > 1 and all(term.form != OWN for term in terms)
    if told is None:
        return not anybodys
    if told.isdisjoint(whose):
        return False
    theirs = scene.passage.tokens.lower(first - 1) in article.lexicon.data["figures"]["their"]
    if not (anybodys or theirs):
        return True
    return all(at in aside or _acts(article, scene, claim, at) for at in range(end, first))


def _compared(article: Article, scene: Scene, at: int) -> bool:
    """As in "like the European Central Bank": not the one that the sentence tells of."""
    lowers, data = scene.passage.tokens.lowers, article.lexicon.data
    while at > 0 and lowers[at - 1] in data["memberships"]["articles"]:
        at -= 1
    return at > 0 and lowers[at - 1] in data["figures"]["comparing"]


def _acts(article: Article, scene: Scene, claim: Claim, at: int) -> bool:
    """A word that may stand between who decides and what: a verb of change, a date, an adverb."""
    words, lower = article.lexicon.data["figures"], scene.passage.tokens.lowers[at]
    if any(lower in words[key] for key in ("acting", "changes", "moving", "asides")):
        return True
    return _explained(article, scene, claim, at)


def proposed(article: Article, scene: Scene, claim: Claim, metric: str) -> bool:
    """As in "promise a minimum wage of 15 euros": a value, and not the one in force."""
    words, lowers = article.lexicon.data["figures"], scene.passage.tokens.lowers
    if lowers[scene.first_token(claim) - 1] in words["indefinite"]:
        return True
    first, _ = scene.passage.bounds(scene.first_token(claim))
    for index, *_ in named(scene, claim, metric):
        before = index - 1
        while before > first and lowers[before] in words["joining"]:
            before -= 1
        if before >= first and lowers[before] in words["indefinite"]:
            return True
    return False


def named(scene: Scene, claim: Claim, metric: str) -> Iterator[tuple[int, int, tuple[Term, ...]]]:
    """Where the sentence names the metric: first token, the one behind the name, its meanings."""
    passage = scene.passage
    for index in range(*passage.bounds(scene.first_token(claim))):
        hit = scene.names.name_at(passage.tokens, index) if scene.names else None
        if hit is not None and any(term.concept == metric for term in hit[1]):
            yield index, index + hit[0], hit[1]


def _into_clause(article: Article, lowers: Sequence[str], gap: range) -> int:
    """How many tokens lead from a name into its relative clause, with at most a verb before it.

    "Sie erhalten den Mindestlohn, der bei ...", "müssen den Mindestlohn zahlen, der bei ...".
    """
    for skipped in (0, 1):
        if len(gap) > skipped + 1 and lowers[gap[skipped]] == COMMA:
            relative = lowers[gap[skipped + 1]] in article.lexicon.data["figures"]["asides"]
            return skipped + 2 if relative else 0
    return 0


def _explained(article: Article, scene: Scene, claim: Claim, at: int) -> bool:
    tokens, figures = scene.passage.tokens, article.lexicon.data["figures"]
    lower = tokens.lowers[at]
    if lower in article.lexicon.stop_words or any(
        lower in figures[k] for k in ("joining", "steps")
    ):
        return True
    if not lower.isalpha():
        return True
    if lower in figures["moving"]:
        to = article.lexicon.phrases("figures", "change_to")
        return to.before(tokens, scene.first_token(claim)) is not None
    if _in_name(scene, at):
        return True
    start, by = tokens.starts[at], article.lexicon.data["changes"]["by"]
    return any(
        other.span.start <= start < other.span.end
        and (other.kind == "date" or tokens.lower(scene.first_token(other) - 1) in by)
        for other in scene.claims
    )


def _in_name(scene: Scene, at: int) -> bool:
    """Is the token one of a name's: "Bank", "of" and "England"?"""
    for first in range(max(at - BEHIND, 0), at + 1):
        hit = scene.names.name_at(scene.passage.tokens, first) if scene.names else None
        if hit is not None and first + hit[0] > at:
            return True
    return False
