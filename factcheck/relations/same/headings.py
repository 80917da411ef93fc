"""Figures of a heading that are in the text by their digits, or by what they count: "24 dead".

A bare figure with a scale word ("fined 140 million") is that of the text which has its digits,
whatever their scale word, or its value; one with a unit that of its unit which differs from it by
thousands. A number of dead, with a word for them beside it, is that of the text which has
such a word in its clause. Where the text has several that differ, the relation is not sure. The
only percentage of a heading is the only one of the text where that has its digits in another
order. As relations `same`, like those of repeats.py, which binds figures of one unit
or noun.
"""

from collections.abc import Iterator, Sequence

from factcheck.interval import exact
from factcheck.model import Claim, Relation
from factcheck.relations.figure_kinds import NUMBERS
from factcheck.relations.same.repeats import (
    HEADINGS,
    moved,
    same,
    unit_of,
)
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import BREAKS, cues

AMOUNTS = frozenset({"money", "count", "number", "measure"})
MILLION = 10**6
BESIDE = 2
DIGITS = 2
THOUSANDS = 3  # zeros
TWENTIETH = 20


def find_across(scenes: Sequence[Scene]) -> Iterator[Relation]:
    """The figures of headings with those of the text."""
    heads = [scene for scene in scenes if scene.passage.block.kind in HEADINGS and scene.claims]
    body = [scene for scene in scenes if scene.passage.block.kind not in HEADINGS]
    for head in heads:
        yield from _percentage(head, body)
        for claim in head.claims:
            if claim.kind in AMOUNTS and _value(claim) >= MILLION:
                yield from _joined(claim, [c for c in _claims(body) if _alike(claim, c)])
            elif claim.kind in NUMBERS and _of_dead(head, claim, BESIDE):
                yield from _joined(claim, [*_tolls(body)])


def _percentage(head: Scene, body: Sequence[Scene]) -> Iterator[Relation]:
    """As in "Fares to rise by 8.2%" above "Fares will go up by 2.8% in January"."""
    own = [claim for claim in head.claims if claim.kind == "percentage" and _digits(claim)]
    told = [claim for scene in body for claim in scene.claims if claim.kind == "percentage"]
    if len(own) != 1 or len({_digits(claim) for claim in told}) != 1:
        return
    digits, others = _digits(own[0]), _digits(told[0])
    if sorted(digits) == sorted(others):
        yield same(own[0], told[0], sure=True)


def _digits(claim: Claim) -> str:
    """As printed; "" of a range or behind a hedge."""
    quantity = claim.quantity
    if quantity is None or quantity.value is None or quantity.hedge is not None:
        return ""
    return "".join(sign for sign in claim.span.text if sign.isdecimal())


def _joined(claim: Claim, fitting: Sequence[Claim]) -> Iterator[Relation]:
    sure = len({_value(other) for other in fitting}) == 1
    for other in fitting:
        yield same(claim, other, sure=sure)


def _claims(body: Sequence[Scene]) -> Iterator[Claim]:
    return (c for scene in body for c in scene.claims if c.kind in AMOUNTS and _value(c) >= MILLION)


def _value(claim: Claim) -> int:
    """The value without decimals; 0 if there is none."""
    quantity = claim.quantity
    return 0 if quantity is None or quantity.value is None else int(quantity.value)


def _alike(claim: Claim, other: Claim) -> bool:
    """Of the same digits, or nearly of the same value."""
    one, two = _value(claim), _value(other)
    if claim.kind != "number" and unit_of(claim) != unit_of(other):
        return False
    digits, others = str(one).rstrip("0"), str(two).rstrip("0")
    copied = len(digits) >= DIGITS and digits == others
    if claim.kind != "number":  # "25 million more", and the 250 million they lead to
        copied = copied and (len(str(one)) - len(str(two))) % THOUSANDS == 0
    return copied or abs(exact(one) - two) * TWENTIETH <= one


def _tolls(body: Sequence[Scene]) -> Iterator[Claim]:
    for scene in body:
        known = cues(scene.passage.lexicon, "repeats", "dead")
        if known.isdisjoint(scene.passage.tokens.lowers):
            continue
        for claim in scene.claims:
            if claim.kind in NUMBERS and _of_dead(scene, claim, len(scene.passage.tokens)):
                yield claim


def _of_dead(scene: Scene, claim: Claim, reach: int) -> bool:
    """Is a word for dying in the clause of a number, or at its end, within so many tokens?"""
    passage = scene.passage
    words, table = passage.tokens.lowers, passage.lexicon.phrases("repeats", "dead")
    first, last = scene.first_token(claim), scene.last_token(claim)
    if moved(scene, first):
        return False
    low, high = passage.bounds(first)
    begin, end = first, last + 1
    while begin > max(low, first - reach) and not _ends_clause(words, begin - 1):
        begin -= 1
    while end < min(high, last + 1 + reach) and not _ends_clause(words, end):
        end += 1
    return any(table.at(passage.tokens, at) for at in range(begin, end))


def _ends_clause(words: Sequence[str], at: int) -> bool:
    return words[at] in BREAKS or words[at][0].isdigit()
