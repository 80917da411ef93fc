"""Amounts of which a sentence in the past says when they were paid: "1995 kostete das 100 Euro".

The time is the one that the figure's sentence gives it, by a year or a day, and no word makes it
the beginning or the end of something longer ("seit 1991", "bis 1980", "founded in 1991"), or part
of a name ("der 1991 gestiftete Preis").
"""

from collections.abc import Iterator

from factcheck.extract.times.tense import tense_at
from factcheck.model import Relation
from factcheck.relations.scene import Scene

GRANULES = frozenset({"day", "month", "year"})
PAST = -1


def find(scene: Scene) -> Iterator[Relation]:
    """The amounts of a passage with their time."""
    passage = scene.passage
    for claim in scene.claims:
        period = claim.period
        if claim.kind != "money" or period is None or period.granularity not in GRANULES:
            continue
        if period.anchor is not None:
            continue
        first, last = scene.first_token(claim), scene.last_token(claim)
        if tense_at(passage, first, last) != PAST or _longer(scene, period.span.start):
            continue
        members = (("amount", claim), ("time", period.span))
        start, end = (
            min(claim.span.start, period.span.start),
            max(claim.span.end, period.span.end),
        )
        yield Relation("paid", members, passage.document.span(start, end))


def _longer(scene: Scene, start: int) -> bool:
    """Does a word before the time make it an end of a longer one?"""
    tokens = scene.passage.tokens
    at = next((at for at, begin in enumerate(tokens.starts) if begin >= start), 0)
    words = scene.passage.lexicon.phrases("conversions", "time_ends")
    if tokens.lower(at - 1) in scene.passage.lexicon.data["grammar"]["determiners"]:
        return True
    return words.at(tokens, at) is not None or words.before(tokens, at) is not None
