"""One amount with two scale words: "1,9 Billionen Dollar" here, "1,9 Milliarden Dollar" there.

Two amounts of one unit in different sentences with the same digits, of two or more (three below a
billion), of which one is a thousand times the other, with a word near both that names what they
are of, or an article that takes the first up. A word such as "last" or "each" beside one of them
makes it another amount.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.model import Claim, Relation
from factcheck.relations.same.repeats import names_between, other_set
from factcheck.relations.same.taken_up import taken_up
from factcheck.relations.scene import Scene

KINDS = frozenset({"money", "count"})
THOUSAND, MILLION, BILLION = 1000, 10**6, 10**9
DIGITS = 2
WINDOW = 8
BESIDE = 3


def find_across(scenes: Sequence[Scene]) -> Iterator[Relation]:
    """The amounts of a document that differ in nothing but the scale word."""
    groups: dict[tuple[str, str | None, str], list[tuple[Scene, Claim]]] = defaultdict(list)
    for scene in scenes:
        for claim in scene.claims:
            quantity = claim.quantity
            value = quantity.value if quantity is not None else None
            if quantity is None or value is None or claim.kind not in KINDS or value < MILLION:
                continue
            digits = str(int(value)).rstrip("0")
            if len(digits) >= DIGITS or sum(map(str.isdecimal, claim.span.text)) >= DIGITS:
                groups[claim.kind, quantity.unit, digits].append((scene, claim))
    for group in groups.values():
        for (left, first), (right, second) in pairwise(group):
            if _thousandfold(first, second) and _of_one(left, first, right, second):
                span = left.passage.document.span(first.span.start, second.span.end)
                members = (("mention", first), ("mention", second))
                yield Relation("scale", members, span, sure=False)


def _thousandfold(first: Claim, second: Claim) -> bool:
    a, b = (c.quantity.value if c.quantity else None for c in (first, second))
    apart = first.sentence != second.sentence
    return apart and a is not None and b is not None and max(a, b) == THOUSAND * min(a, b)


def _of_one(left: Scene, first: Claim, right: Scene, second: Claim) -> bool:
    """A shared word that names things, and nothing that makes one of them another amount."""
    near = [_near(scene, claim) for scene, claim in ((left, first), (right, second))]
    if near[0] is None or near[1] is None:
        return False
    values = [int(c.quantity.value or 0) for c in (first, second) if c.quantity is not None]
    long = min(values) >= BILLION or len(str(values[0]).rstrip("0")) > DIGITS
    shared = long and bool(near[0] & near[1])
    return shared or (left is right and taken_up(right, second) and not _of_a_noun(right, second))


def _of_a_noun(scene: Scene, claim: Claim) -> bool:
    """As in "the £78 billion plan": of what it names, which may be another."""
    tokens, data, behind = scene.passage.tokens, scene.passage.lexicon.data, scene.last_token(claim)
    if data["grammar"]["capitalised_nouns"]:
        return tokens.words[behind + 1][:1].isupper()
    verbs = {*data["differences"]["is"], *data["speech"]["modals"], *data["parts"]["passive"]}
    return tokens.lower(behind + 1) not in verbs


def _near(scene: Scene, claim: Claim) -> frozenset[str] | None:
    first, last = scene.first_token(claim), scene.last_token(claim)
    tokens, (begin, end) = scene.passage.tokens, scene.passage.bounds(first)
    beside = tokens.lowers[max(begin, first - BESIDE) : min(end, last + 1 + BESIDE)]
    if not other_set(scene.passage.lexicon).isdisjoint(beside):
        return None
    before = names_between(scene, max(begin, first - WINDOW), first)
    return before | names_between(scene, last + 1, min(end, last + 1 + WINDOW))
