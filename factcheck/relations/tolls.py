"""The dead of a heading and of the text: "Drei Tote bei Unfall", "sind vier Menschen gestorben".

The one number of dead in the heading, and the only number of persons in the opening of the text
whose clause has a phrase of dying. If any other number of the text is that of the heading, which
may be the newer one, nothing is said; nor of bounds.
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Relation
from factcheck.relations.scene import Scene

HEADINGS = frozenset({"headline", "teaser"})
COUNTED = frozenset({"count", "number"})
FEWEST = 2
OPENING = 2


def find_across(scenes: Sequence[Scene]) -> Iterator[Relation]:
    """The number of dead of the heading with that of the opening of the text."""
    heads = [scene for scene in scenes if scene.passage.block.kind in HEADINGS]
    body = [scene for scene in scenes if scene.passage.block.kind not in HEADINGS]
    told = [claim for scene in heads for claim in scene.claims if _dead(scene, claim)]
    if len(told) != 1 or not body or not _exact(told[0]):
        return
    heading = told[0]
    opening = [claim for scene in body[:OPENING] for claim in _died(scene)]
    again = any(_value(claim) == _value(heading) for scene in body for claim in scene.claims)
    if len(opening) == 1 and _exact(opening[0]) and not again:
        members = (("heading", heading), ("body", opening[0]))
        yield Relation("toll", members, opening[0].span)


def _value(claim: Claim) -> object:
    return claim.quantity.value if claim.quantity and claim.kind in COUNTED else None


def _exact(claim: Claim) -> bool:
    quantity = claim.quantity
    return (
        quantity is not None
        and quantity.hedge is None
        and quantity.value is not None
        and quantity.value >= FEWEST
        and quantity.step == 0
    )


def _noun(claim: Claim) -> str:
    noun = claim.quantity.noun if claim.quantity and claim.kind == "count" else None
    return noun.lower().split()[-1] if noun else ""


def _dead(scene: Scene, claim: Claim) -> bool:
    dead = scene.passage.lexicon.data["repeats"]["dead"]
    behind = scene.passage.tokens.lower(scene.last_token(claim) + 1)  # "Three dead in crash"
    persons = _noun(claim) in scene.passage.lexicon.data["sums"]["persons"]
    counted = claim.kind == "number" or persons
    return _noun(claim) in dead or (counted and behind in dead)


def _died(scene: Scene) -> Iterator[Claim]:
    """The numbers of persons of sentences that tell of dying."""
    data, died = scene.passage.lexicon.data, scene.passage.lexicon.phrases("repeats", "died")
    tokens = scene.passage.tokens
    if died.first_words.isdisjoint(tokens.lowers):
        return
    for claim in scene.claims:
        if _noun(claim) not in data["sums"]["persons"]:
            continue
        first, end = scene.passage.bounds(scene.first_token(claim))
        others = [c for c in scene.claims_in(first, end) if c.kind in COUNTED and c is not claim]
        clause = _clause(scene, claim, (first, end))
        himself = any(tokens.lowers[at] in data["repeats"]["himself"] for at in range(first, end))
        if not others and not himself and any(died.at(tokens, at) for at in clause):
            yield claim


def _clause(scene: Scene, claim: Claim, sentence: tuple[int, int]) -> range:
    """The words around a number up to the next comma."""
    words = scene.passage.tokens.words
    begin, end = scene.first_token(claim), scene.last_token(claim) + 1
    while begin > sentence[0] and words[begin - 1] != ",":
        begin -= 1
    while end < sentence[1] and words[end] != ",":
        end += 1
    return range(begin, end)
