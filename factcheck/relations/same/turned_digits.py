"""A figure of a heading that the text tells again, whatever it is of, or with its digits turned:
"230 jobs to go" above "230 of its 1,100 employees will go", "£2.4m in a night" above "brought in
£4.2m", "Man, 34, held" above "A 43-year-old man was arrested".

The figure of the heading, or where the text has it nowhere the only one of its unit among the first
of the text that has its digits in another order. A number of two digits needs more: the word behind
it in the heading stands in the sentence. All are `alone`, and two of one noun left to repeats.py,
but for what the text says to have been reached.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.model import Claim, Relation
from factcheck.relations.figure_kinds import NUMBERS
from factcheck.relations.same.repeats import HEADINGS, moved, other_set, same, unit_of
from factcheck.relations.same.taken_up import apart
from factcheck.relations.scene import Scene

PAIR, OPENING, STEM = 2, 4, 4
Told = tuple[Scene, Claim]


def find_across(scenes: Sequence[Scene]) -> Iterator[Relation]:
    """The figures of headings with those of the text."""
    heads = [scene for scene in scenes if scene.passage.block.kind in HEADINGS and scene.claims]
    body = [(s, c) for s in scenes if s.passage.block.kind not in HEADINGS for c in s.claims]
    for head in heads:
        for claim in head.claims:
            group, digits = "age" if _apposed(head, claim) else _group(claim), _digits(claim)
            if not group or len(digits) < PAIR or apart(head, claim):
                continue
            told = [(s, c) for s, c in body if _group(c) == group and _digits(c)]
            bare = [c for _, c in body if group == "age" and c.kind == "number"]
            again = [c for c in (*(c for _, c in told), *bare) if _value(c) == _value(claim)]
            turned = [c for s, c in told[:OPENING] if _turned(head, claim, s, c)]
            found = again[:1] or (turned if _bound(head, claim, told) else [])
            reached = {id(c) for s, c in told if moved(s, s.first_token(c))}  # "auf 85 gestiegen"
            if len(found) == 1 and (id(found[0]) in reached or not _of_one_noun(claim, found[0])):
                relation = same(claim, found[0], sure=True)
                yield replace(relation, members=(*relation.members, ("alone", found[0].span)))


def _apposed(head: Scene, claim: Claim) -> bool:
    """As in "Landrätin, 58, kandidiert nicht": an age."""
    words, first, last = head.passage.tokens, head.first_token(claim), head.last_token(claim)
    return claim.kind == "number" and words.lower(first - 1) == words.lower(last + 1) == ","


def _group(claim: Claim) -> str:
    """What the figures measure that are held against each other; "" of none."""
    if claim.kind in NUMBERS or claim.kind == "age":
        return "age" if claim.kind == "age" else "number"
    return unit_of(claim) or "" if claim.kind in {"money", "measure"} else ""


def _digits(claim: Claim) -> str:
    """The digits of a bare figure; "" of a fraction, a range and behind a bound."""
    quantity = claim.quantity
    if (
        quantity is None
        or quantity.hedge not in {None, "about"}
        or not isinstance(quantity.value, Decimal)
    ):
        return ""
    return f"{quantity.value:f}".replace(".", "")


def _value(claim: Claim) -> object:
    return claim.quantity.value if claim.quantity is not None else None


def _turned(head: Scene, claim: Claim, scene: Scene, told: Claim) -> bool:
    """The same digits in another order, in a sentence that speaks of no other set or time."""
    digits, passage = _digits(claim), scene.passage
    first, end = passage.bounds(scene.first_token(told))
    words = passage.tokens.lowers[first:end]
    if sorted(digits) != sorted(_digits(told)) or not other_set(passage.lexicon).isdisjoint(words):
        return False
    if claim.kind in NUMBERS and len(digits) == PAIR:
        after = head.last_token(claim) + 1
        noun = head.passage.tokens.lower(after)[:STEM]
        if len(noun) < STEM or not any(word.startswith(noun) for word in words):
            return False
    one, other = (int(c.quantity.value or 0) if c.quantity else 0 for c in (claim, told))
    return len(str(one)) == len(str(other))


def _bound(head: Scene, claim: Claim, told: Sequence[Told]) -> bool:
    """An age is the only one of the heading and the text; of other figures there may be more."""
    if claim.kind != "age":
        return True
    ages = [c for c in head.claims if c.kind == "age"]
    return len(ages) == 1 and len({_value(c) for _, c in told}) == 1


def _of_one_noun(claim: Claim, told: Claim) -> bool:
    return claim.kind == told.kind == "count" and unit_of(claim) == unit_of(told)
