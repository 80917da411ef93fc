"""Asides: stretches of a sentence that say nothing of its figure.

"Consumer prices, the statistics office said, rose by 5.9 per cent", "the deposit rate, at which
banks park their money, is 4 per cent", "nach Angaben des Amtes": who says so, and what else is told
of a thing, stands between what belongs together and changes nothing.
"""

from collections.abc import Iterator
from itertools import pairwise

from factcheck.claims import Article
from factcheck.model import Attribution, Claim
from factcheck.relations.scene import Scene

COMMA = ","
ENDS = frozenset(".!?")
MARKS = frozenset(',;:()"“”„»«–—')


def asides(article: Article, scene: Scene, claim: Claim) -> frozenset[int]:
    """The tokens of the asides in a claim's sentence, with the commas around them."""
    first, last = scene.passage.bounds(scene.first_token(claim))
    found = set(relative_clauses(article, scene, claim))
    for each in scene.claims_in(first, last):
        if each.attribution is not None:
            found.update(_who_says(article, scene, claim, each.attribution))
    return frozenset(found)


def _who_says(article: Article, scene: Scene, claim: Claim, said: Attribution) -> Iterator[int]:
    """The source and its verb, with the clause between commas that holds nothing else."""
    if said.source is None:
        return
    first, last = scene.passage.bounds(scene.first_token(claim))
    spans = [span for span in (said.source, said.cue) if span is not None]
    begin, end = min(span.start for span in spans), max(span.end for span in spans)
    tokens = scene.passage.tokens
    inside = [at for at in range(first, last) if begin <= tokens.starts[at] < end]
    estimates = article.lexicon.data["figures"]["estimates"]
    if not inside or any(tokens.lowers[at] in estimates for at in inside):
        return
    low, high = inside[0], inside[-1]
    left, right = _clause(scene, low, high, first, last)
    own = range(scene.first_token(claim), scene.last_token(claim) + 1)
    if left < low or high < right:
        alone = not any(at in own for at in range(left, right + 1))
        if alone and _told_only(scene, left, right):
            low, high = left, right
    if not any(at in own for at in range(low, high + 1)):
        yield from range(low, high + 1)


def _clause(scene: Scene, low: int, high: int, first: int, last: int) -> tuple[int, int]:
    """From the comma before to the comma behind, or the ends of the sentence."""
    words = scene.passage.tokens.words
    while low > first and words[low] not in MARKS:
        low -= 1
    while high < last - 1 and words[high] not in MARKS:
        high += 1
    return low, high


def _told_only(scene: Scene, low: int, high: int) -> bool:
    """Does no other figure than a date stand in the clause of who says so?"""
    return all(each.quantity is None or each.kind == "date" for each in scene.claims_in(low, high))


def relative_clauses(article: Article, scene: Scene, claim: Claim) -> frozenset[int]:
    """The tokens between two commas, or up to the sentence's end, of relative clauses, and of "as
    the office said", in which the figure does not stand; and those of "as expected"."""
    tokens, words = scene.passage.tokens, article.lexicon.data["figures"]
    own = scene.first_token(claim)
    first, last = scene.passage.bounds(own)
    commas = [at for at in range(first, last) if tokens.words[at] == COMMA]
    found: set[int] = set()
    expected = article.lexicon.phrases("figures", "as_expected")
    if not expected.first_words.isdisjoint(tokens.lowers[first:last]):
        for at in range(first, last):
            hit = expected.at(tokens, at)
            found.update(range(at, at + hit[0]) if hit else ())
    end = last - 1 if scene.passage.tokens.words[last - 1] in ENDS else last
    for left, right in pairwise([*commas, end] if commas and commas[-1] < end - 1 else commas):
        opens = {tokens.lower(left + 1), tokens.lower(left + 2)}
        ends = not words["asides_end_in_verb"] or tokens.words[right - 1][0].islower()
        relative = ends and not opens.isdisjoint(words["asides"])
        comment = tokens.lower(left + 1) in words["comments"] and _told_only(scene, left, right)
        if (relative or comment) and not left < own < right:
            found.update(range(left, min(right + 1, last)))
    return frozenset(found)
