"""The clause in which a figure stands: where its metric is named and where its time is told.

"Mortgages stay dear after the Bank last week raised its key rate to 5.25 per cent, its 14th
increase in a row": the clause behind "after" tells the rate, what stands around it does not. Nor
does what the same sentence tells behind "and said".
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from factcheck.claims import Article
from factcheck.matching.asides import COMMA, asides, relative_clauses
from factcheck.model import Claim
from factcheck.relations.scene import Scene

MONTH = timedelta(days=31)
OLD = 5


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `first` to `last`, without the last; a `fact` if it tells something by itself, as
    behind "after" or in a whole sentence, and not what somebody says or wants; `apart` if it
    stands between commas."""

    first: int
    last: int
    fact: bool = True
    apart: bool = False


def reach(scene: Scene, claim: Claim) -> tuple[int, int]:
    """The tokens of a claim's sentence, up to a semicolon on either side: first, one past last."""
    at = scene.first_token(claim)
    first, last = scene.passage.bounds(at)
    words = scene.passage.tokens.words
    cuts = [index for index in range(first, last) if words[index] == ";"]
    return (
        max([first, *(cut for cut in cuts if cut < at)]),
        min([last, *(cut for cut in cuts if cut > at)]),
    )


def clause_of(article: Article, scene: Scene, claim: Claim) -> Clause:
    """The relative or subordinate clause or the apposition in which a figure stands, else its
    sentence up to "and said". "Austria, a country of nine million people, is not a member"."""
    tokens, words = scene.passage.tokens, article.lexicon.data["figures"]
    own = scene.first_token(claim)
    beside = _apposed(article, scene, own)
    if beside is not None:
        return beside
    first, last = reach(scene, claim)
    joins = article.lexicon.data["lists"]["conjunctions"]
    for at in range(own, last - 1):
        if tokens.lowers[at] in joins and tokens.lowers[at + 1] in words["resumes"]:
            last = at
            break
    opens = (*words["factive"], *words["content"])
    begins = [at for at in range(first, own) if tokens.lowers[at] in opens]
    if not begins:
        return Clause(first, last)
    skipped = relative_clauses(article, scene, claim)
    ends = (at for at in range(own, last) if tokens.words[at] == COMMA and at not in skipped)
    return Clause(begins[-1] + 1, next(ends, last), tokens.lowers[begins[-1]] in words["factive"])


def _apposed(article: Article, scene: Scene, own: int) -> Clause | None:
    """What stands between commas: a relative clause, "a country of ...", "now £11.44 an hour"."""
    tokens, words = scene.passage.tokens, article.lexicon.data["figures"]
    first, last = scene.passage.bounds(own)
    commas = [at for at in range(first, last) if tokens.words[at] == COMMA]
    left = max((at for at in commas if at < own), default=first)
    right = min((at for at in commas if at > own), default=last)
    if left == first:
        return None
    if tokens.lower(left + 1) in {*words["factive"], *words["content"]}:
        return None
    opens = {*words["asides"], *words["indefinite"], *words["apposing"]}
    joined = all(lower in words["joining"] for lower in tokens.lowers[left + 1 : own])
    if joined or not opens.isdisjoint(tokens.lowers[left + 1 : left + 3]):
        return Clause(left, right, apart=True)
    return None


def words_told(article: Article, scene: Scene, claim: Claim, first: int, last: int) -> str:
    """These words of a claim's sentence, without those of its relative clauses."""
    aside = relative_clauses(article, scene, claim)
    words = scene.passage.tokens.words
    return " ".join(words[at] for at in range(first, last) if at not in aside)


def told(article: Article, scene: Scene, claim: Claim) -> str:
    """The claim's sentence up to semicolons, without its relative clauses."""
    return words_told(article, scene, claim, *reach(scene, claim))


def own_clause(article: Article, scene: Scene, claim: Claim) -> tuple[int, int]:
    """The tokens that say whether what a figure tells is so: its clause, where that is a fact by
    itself, else the whole sentence."""
    clause = clause_of(article, scene, claim)
    if clause.fact:
        return clause.first, clause.last
    return scene.passage.bounds(scene.first_token(claim))


def in_clause(article: Article, scene: Scene, claim: Claim) -> Claim:
    """The claim with its own clause for a sentence: what its words say is said of the figure."""
    first, last = own_clause(article, scene, claim)
    return replace(claim, sentence=scene.passage.span(first, last - 1))


def own_time(article: Article, scene: Scene, claim: Claim) -> Claim:
    """The claim without a period that is not its own.

    It may stand in an aside or in what follows the figure's clause ("its fourth increase this
    year"), or tell since when what is said holds: "has been 4 per cent since July". A figure
    told by the way has none: "im 38 Millionen Einwohner zählenden Polen wird bald gewählt".
    """
    period = claim.period
    if period is None:
        return claim
    tokens = scene.passage.tokens
    behind = tokens.lower(scene.last_token(claim) + 1)
    if behind in article.lexicon.data["figures"]["attributive"]:
        return replace(claim, period=None)
    first, last = scene.passage.bounds(scene.first_token(claim))
    at = next((at for at in range(first, last) if tokens.ends[at] > period.span.start), last)
    since = article.lexicon.data["elapsed"]["since"]
    lasting = any(lower in since for lower in tokens.lowers[max(first, at - 2) : at])
    if (
        lasting
        or at in relative_clauses(article, scene, claim)
        or _trails(article, scene, claim, at)
    ):
        return replace(claim, period=None)
    return claim


def _trails(article: Article, scene: Scene, claim: Claim, at: int) -> bool:
    """Does a time stand behind the figure's clause, in one that begins with "the" or "its"?"""
    tokens, own = scene.passage.tokens, scene.last_token(claim)
    if at < own:
        return False
    if at >= own_clause(article, scene, claim)[1]:
        return True
    aside, opens = asides(article, scene, claim), article.lexicon.data["figures"]["trailing"]
    return any(
        tokens.words[comma] == COMMA and comma not in aside and tokens.lower(comma + 1) in opens
        for comma in range(own, at)
    )


def told_without_day(article: Article, claim: Claim) -> bool:
    """Is a decision told without its day, as "cut rates to 0.25% after the referendum"?"""
    day, start = article.date, claim.sentence.start
    if not article.says(claim, "figures", "changes") or article.speaks_of_now(claim):
        return False
    end = start + len(claim.sentence.text)
    return not any(
        day is not None and each.period is not None and abs(each.period.start - day) <= MONTH
        for each in article.claims
        if each.kind == "date" and start <= each.span.start < end
    )


def names_old_year(article: Article, claim: Claim) -> bool:
    """As in "Ireland's population of 8 million in 1841 had halved by 1911": a time long gone?"""
    day, start = article.date, claim.sentence.start
    end = start + len(claim.sentence.text)
    return any(
        day is not None and each.period is not None and each.period.end.year < day.year - OLD
        for each in article.claims
        if each.kind == "date" and start <= each.span.start < end
    )
