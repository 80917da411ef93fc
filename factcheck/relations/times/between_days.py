"""Lengths from one date to another: "on 7 May, three weeks before the deadline of 28 May", "It
opened in 1969. Sixteen years later, in 1985, came the second stretch".

The only two dates of a sentence, or of two that follow each other, of one granularity, and one
length. The length stands right behind the first date with "before" or "after" and few words up to
the second; or with "later" or "earlier" right before the second.
"""

from collections.abc import Iterator

from factcheck.model import Relation
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Roles, Sentence, cues
from factcheck.relations.times.durations import LENGTHS, granular
from factcheck.relations.windows import statements

PAIR = 2
WORDS = 8
SHORT = 3
KEYS = ("sooner", "after", "later_than", "earlier_than")


def find(scene: Scene) -> Iterator[Relation]:
    """The lengths of a passage that lie between two dates."""
    lexicon = scene.passage.lexicon
    if cues(lexicon, "durations", *KEYS).isdisjoint(scene.passage.tokens.lowers):
        return
    for window, split in statements(scene):
        lengths = [f for f in window.figures if f.kind == "duration" and f.quantity.unit in LENGTHS]
        dates = [figure for figure in window.figures if figure.kind == "date"]
        if len(lengths) != 1 or len(dates) != PAIR or lengths[0].quantity.hedge == "range":
            continue
        length, (first, second) = lengths[0], dates
        known = length.quantity.value is not None and first.last < length.first < second.first
        if not known or granular(first) != granular(second) or length.first < split:
            continue
        forward = _aside(window, first, length, second) or _next(window, length, second)
        if forward:
            start, end = (first, second) if forward > 0 else (second, first)
            told = window.scene.passage.span(length.last + 1, length.last + 1)
            members: Roles = {"start": start, "end": end, "duration": length, "told": told}
            yield window.relation("interval_of_time", members, sure=True)


def _aside(window: Sentence, first: Figure, length: Figure, second: Figure) -> int:
    """1 for "on 7 May, three weeks before the deadline of 28 May", -1 for "after", else 0."""
    gap = range(first.last + 1, length.first)
    comma = window.word(length.first - 1) == ","
    if not window.plain(gap.start, gap.stop - comma) or len(gap) > comma * SHORT:
        return 0  # "on 7 May, three weeks", "trat am 3. März zurück, vier Wochen"
    links = {*window.lexicon.data["elapsed"]["leads"], *window.lexicon.data["elapsed"]["of"]}
    for key, forward in (("sooner", 1), ("after", -1)):
        told = window.at(window.phrases("durations", key), length.last + 1)
        words = range(length.last + 1 + told, second.first)
        plain = len(words) <= WORDS and window.plain(words.start, words.stop)
        ends = window.breaks(second.last + 1)  # not "the report of 31 January came out"
        if told and words and plain and ends and window.word(words[-1]) in links:
            return forward
    return 0


def _next(window: Sentence, length: Figure, second: Figure) -> int:
    """1 for "Sixteen years later, in 1985,", -1 for "earlier"; else 0."""
    leads = window.lexicon.data["elapsed"]["leads"]
    for key, forward in (("later_than", 1), ("earlier_than", -1)):
        told = window.at(window.phrases("durations", key), length.last + 1)
        between = range(length.last + 1 + told, second.first)
        if told and all(window.word(at) in leads or window.word(at) == "," for at in between):
            return forward
    return 0
