"""Amounts of which a sentence in the past says when they were paid: "1995 kostete das 100 Euro".

The time is the one that the figure's sentence gives it, by a year or a day, and no word makes it
the beginning or the end of something longer ("seit 1991", "bis 1980", "founded in 1991"), or part
of a name ("der 1991 gestiftete Preis").
"""

from bisect import bisect_left
from collections.abc import Iterator

from factcheck.extract.times.tense import tense_at
from factcheck.model import Period, Relation
from factcheck.relations.scene import Scene

GRANULES = frozenset({"day", "month", "year"})
PAST = -1
SIGNS = frozenset(",;:()–—")


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
        if _in_another_clause(scene, period, first, last):
            continue
        members = (("amount", claim), ("time", period.span))
        start, end = (
            min(claim.span.start, period.span.start),
            max(claim.span.end, period.span.end),
        )
        yield Relation("paid", members, passage.document.span(start, end))


def _in_another_clause(scene: Scene, period: Period, first: int, last: int) -> bool:
    """As in "1974 abgerissen worden, ihr Neubau hat 12 Millionen gekostet"."""
    tokens, joins = scene.passage.tokens, scene.passage.lexicon.data["ranges"]["and"]
    begin = bisect_left(tokens.starts, period.span.start)
    end = bisect_left(tokens.starts, period.span.end)
    if end <= first and tokens.words[end] == "," and tokens.lower(end + 1) in joins:
        return True  # "Sie heiratete 1954, und 12.000 Euro …"
    between = (
        range(end + (tokens.words[end] == ","), first) if end <= first else range(last + 1, begin)
    )
    return any(tokens.words[at] in SIGNS for at in between)


def _longer(scene: Scene, start: int) -> bool:
    """Does a word before the time make it an end of a longer one?"""
    tokens = scene.passage.tokens
    at = next((at for at, begin in enumerate(tokens.starts) if begin >= start), 0)
    words = scene.passage.lexicon.phrases("conversions", "time_ends")
    if tokens.lower(at - 1) in scene.passage.lexicon.data["grammar"]["determiners"]:
        return True
    return words.at(tokens, at) is not None or words.before(tokens, at) is not None
