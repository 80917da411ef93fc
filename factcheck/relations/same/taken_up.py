"""A figure that an article or pronoun takes up: "The line is 17 kilometres long. On the 17
kilometres", "supplies 270,000 homes. Those 270,000 homes will".

The only figure of its unit or noun that the passage told before, in another sentence. Whether two
differ by a slip of digits, the check finds; other words of scale are left to the check of those.
"""

from collections.abc import Iterator

from factcheck.model import Claim, Relation
from factcheck.relations.same.repeats import KINDS, moved, other_set, same, unit_of
from factcheck.relations.scene import Scene

NEAR = 4


def find(scene: Scene) -> Iterator[Relation]:
    """The figures of a passage that are taken up."""
    before: dict[tuple[str, str], list[Claim]] = {}
    for claim in scene.claims if len(scene.claims) > 1 else ():
        unit = unit_of(claim) if claim.kind in KINDS else None
        if unit is None or apart(scene, claim):
            continue
        told = before.setdefault((claim.kind, unit), [])
        if (
            taken_up(scene, claim)
            and len({_value(each) for each in told}) == 1
            and _fits(told[-1], claim)
        ):
            yield same(told[-1], claim, sure=True)
        told.append(claim)


def taken_up(scene: Scene, claim: Claim) -> bool:
    """Behind an article, and before nothing that tells which of them is meant."""
    data, tokens = scene.passage.lexicon.data["repeats"], scene.passage.tokens
    first, behind = scene.first_token(claim), tokens.lower(scene.last_token(claim) + 1)
    definite = first > 0 and tokens.lower(first - 1) in data["taken_up"]
    run_in = claim.kind != "count" and behind in data["run_in"]
    return definite and (run_in or behind not in data["told_first"])


def apart(scene: Scene, claim: Claim) -> bool:
    """Is it of a change, of another set or of another time?"""
    first, last = scene.first_token(claim), scene.last_token(claim)
    beside = scene.passage.tokens.lowers[max(0, first - NEAR) : last + NEAR]
    return moved(scene, first) or not other_set(scene.passage.lexicon).isdisjoint(beside)


def _fits(told: Claim, claim: Claim) -> bool:
    """In another sentence, and not of the same digits with another word of scale."""
    one, other = _value(told), _value(claim)
    scaled = one != other and str(one).rstrip("0") == str(other).rstrip("0")
    return told.sentence != claim.sentence and not scaled


def _value(claim: Claim) -> int:
    return int(claim.quantity.value or 0) if claim.quantity is not None else 0
