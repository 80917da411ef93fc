"""Days on which people met or signed: "The defence ministers met in Paris on Wednesday".

A sentence with a verb of meeting or signing and one day. What the event was, the check finds by its
words; where the sentence denies it, nothing is read.
"""

from collections.abc import Iterator

from factcheck.model import Relation
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
    dates = [claim for claim in scene.claims_in(first, last) if claim.kind == "date"]
    days = [claim for claim in dates if claim.period and claim.period.granularity in DAYS]
    if len({(claim.period.start, claim.period.end) for claim in days if claim.period}) == 1:
        yield Relation("held_event", (("date", days[-1]),), scene.passage.span(first, last - 1))
