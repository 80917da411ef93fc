"""Days on which people met or signed: "The defence ministers met in Paris on Wednesday".

A sentence with a verb of meeting or signing and one day, "the same day" or "a day after". What the
event was, the check finds by its words; where the sentence denies it, nothing is read.
"""

from collections.abc import Iterator

from factcheck.model import Claim, Relation
from factcheck.relations.scene import Scene

DAYS = frozenset({"day", "weekend"})


def find(scene: Scene) -> Iterator[Relation]:
    """The dated meetings and signings of a passage."""
    if scene.names is None or not scene.names.event_words:
        return
    passage = scene.passage
    tokens = passage.tokens
    first = 0
    while first < len(tokens):
        first, last = passage.bounds(first)
        if _says(scene, "held", first, last) and not _says(scene, "unheld", first, last):
            yield from _told(scene, first, last)
        first = last


def _says(scene: Scene, key: str, first: int, last: int) -> bool:
    words = scene.passage.lexicon.phrases("events", key)
    if words.first_words.isdisjoint(scene.passage.tokens.lowers[first:last]):
        return False
    return any(words.at(scene.passage.tokens, at) for at in range(first, last))


def _told(scene: Scene, first: int, last: int) -> Iterator[Relation]:
    passage = scene.passage
    after = passage.lexicon.phrases("events", "day_after")
    sentence = passage.span(first, last - 1)
    for at in range(first, last):
        hit = after.at(passage.tokens, at)
        if hit:
            told = passage.span(at, at + hit[0] - 1)
            yield Relation("held_event", (("after", told),), sentence)
    dates = [claim for claim in scene.claims_in(first, last) if claim.kind == "date"]
    same = [claim for claim in dates if _same(scene, claim)]
    days = [claim for claim in dates if claim.period and claim.period.granularity in DAYS]
    for claim in same[:1]:
        yield Relation("held_event", (("same", claim),), sentence)
    spans = {(claim.period.start, claim.period.end) for claim in days if claim.period}
    if days and not same and len(spans) == 1:
        yield Relation("held_event", (("date", days[-1]),), sentence)


def _same(scene: Scene, claim: Claim) -> bool:
    words = scene.passage.lexicon.data["events"]["same_day"]
    return scene.passage.tokens.lowers[scene.first_token(claim)] in words
