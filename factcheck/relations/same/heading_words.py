"""Figures of a heading that the first sentence of the text tells with the same word: "Woman jailed
for six years", "was jailed for six years"; "Boy, 14, drowns", "A 14-year-old boy drowned";
"Nineteen saved from ferry", "All 19 people on board were saved".

A length of a sentence in prison, an age with its noun and verb, a number with its verb. The text
has but one such figure there, and nowhere that of the heading. Prison sentences and ages are
`worded`: what differs need be no slip of digits.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.model import Claim, Relation
from factcheck.relations.figure_kinds import NUMBERS
from factcheck.relations.same.repeats import HEADINGS, same
from factcheck.relations.scene import Scene

STEM, REACH = 4, 4
UNITS = frozenset({"year", "month"})


def find_across(scenes: Sequence[Scene]) -> Iterator[Relation]:
    """The figures of the first heading with those of the first sentence of the text."""
    heads = [scene for scene in scenes if scene.passage.block.kind in HEADINGS and scene.claims]
    body = [scene for scene in scenes if scene.passage.block.kind not in HEADINGS]
    if not heads or not body:
        return
    head, first = heads[0], body[0]
    end = first.passage.bounds(0)[1]
    told = list(first.claims_in(0, end))
    every = [claim for scene in body for claim in scene.claims]
    for claim in head.claims:
        for fitting, worded in (
            (_penalty(head, claim, first, told, end), True),
            (_aged(head, claim, first, told), True),
            (_done(head, claim, first, told), False),
        ):
            others = [c for c in every if c.kind == claim.kind or not worded]
            if fitting is None or any(_value(c) == _value(claim) for c in others):
                continue
            relation = same(claim, fitting, sure=True)
            members = (*relation.members, ("worded", fitting.span)) if worded else relation.members
            yield replace(relation, members=members)


def _value(claim: Claim) -> object:
    return claim.quantity.value if claim.quantity is not None else None


def _penalty(
    head: Scene, claim: Claim, first: Scene, told: Sequence[Claim], end: int
) -> Claim | None:
    """The only length in a sentence that tells of the penalty: "zu sechs Jahren verurteilt"."""
    data = head.passage.lexicon.data["repeats"]
    unit = claim.quantity.unit if claim.quantity else None
    heading, words = set(head.passage.tokens.lowers), set(first.passage.tokens.lowers[:end])
    if claim.kind != "duration" or unit not in UNITS or heading.isdisjoint(data["penalties"]):
        return None
    if words.isdisjoint(data["sentenced"]) or not words.isdisjoint(data["demanded"]):
        return None
    if any(c.kind == "date" and c.period and not c.period.anchor for c in told):
        return None  # "In 2004 a man was jailed for nine years"
    lengths = [c for c in told if c.kind == "duration"]
    alike = [c for c in lengths if c.quantity and c.quantity.unit == unit]
    return alike[0] if len(alike) == len(lengths) == 1 and not _hedged(alike[0], claim) else None


def _hedged(*claims: Claim) -> bool:
    return any(claim.quantity is None or claim.quantity.hedge is not None for claim in claims)


def _aged(head: Scene, claim: Claim, first: Scene, told: Sequence[Claim]) -> Claim | None:
    """The only age of the sentence, of the noun before the heading's and with its verb."""
    words, body = head.passage.tokens.lowers, first.passage.tokens.lowers
    at, last = head.first_token(claim), head.last_token(claim)
    ages = [c for c in told if c.kind == "age"]
    if claim.kind != "age" or len(ages) != 1 or not 1 < at < last + 2 < len(words):
        return None
    noun, verb, behind = words[at - 2], words[last + 2], first.last_token(ages[0]) + 1
    near = body[behind + 1 : behind + 1 + REACH]
    named = words[at - 1] == "," and behind < len(body) and body[behind] == noun
    done = len(verb) >= STEM and any(word[:STEM] == verb[:STEM] for word in near)
    return ages[0] if named and done else None


def _done(head: Scene, claim: Claim, first: Scene, told: Sequence[Claim]) -> Claim | None:
    """The only number of a sentence in which the verb behind the heading's stands."""
    words = head.passage.tokens.lowers
    behind = head.last_token(claim) + 1
    numbers = [c for c in told if c.kind in NUMBERS]
    if claim.kind != "number" or head.first_token(claim) != 0 or len(numbers) != 1:
        return None
    verb = words[behind] if behind < len(words) else ""
    later = first.passage.tokens.lowers[first.last_token(numbers[0]) :]
    return numbers[0] if len(verb) >= STEM and verb in later else None
