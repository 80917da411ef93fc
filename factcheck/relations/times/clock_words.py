"""What binds a length to the two clock times before it.

A phrase joins the times ("von ... bis") and the length follows in apposition; a word of beginning
stands before the first and one of ending beside the second, and the length is of the whole: "so it
lasted"; "five hours later" soon behind the second, "in the space of", "nach fünf Stunden" between
two signs, but not on a journey, whose ends may have two times.
"""

from collections.abc import Sequence

from factcheck.model import Claim
from factcheck.relations.sentence import OPENING, Figure, Sentence, cues

CLAUSE, JOINED, BEHIND = 12, 4, 6
SPELL = 3


def bound_by(window: Sentence, start: Claim, end: Claim, length: Figure) -> bool:
    """Do words bind the length to the two times?"""
    scene = window.scene
    if scene.last_token(end) >= length.first:
        return False
    after = window.at(window.phrases("durations", "lasting"), length.last + 1)
    after = after or window.word(length.last + 1) in window.lexicon.data["changes"]["thus"]
    if not window.breaks(length.last + 1 + after):
        return False  # "zwei Stunden länger", "zwei Stunden später als geplant"
    if _joined(window, start, end, length) or _from_to(window, start, end, length):
        return True
    gap = range(scene.last_token(end) + 1, length.first)
    return not of_journey(window) and _gone(window, gap, length)


def of_one_way(window: Sentence, times: Sequence[Claim], length: Figure) -> bool:
    """As in "leaves at 6.45am and reaches Brodick at 7.40am, a crossing of 55 minutes"."""
    data, scene = window.lexicon.data["durations"], window.scene
    first, last = scene.first_token(times[0]), scene.last_token(times[-1])
    ahead = {window.word(at) for at in range(max(window.first, first - CLAUSE), last)}
    behind = {window.word(at) for at in range(first, min(window.end, last + BEHIND))}
    told = {window.word(at) for at in range(length.first - SPELL, length.first)}
    on_foot = ahead.isdisjoint(data["departs"]) or behind.isdisjoint(data["arrives"])
    return not on_foot and not told.isdisjoint(data["ways"]) and window.breaks(length.last + 1)


def of_journey(window: Sentence) -> bool:
    """Does a word tell of a journey?"""
    return not window.words.isdisjoint(window.lexicon.data["durations"]["travel"])


def _joined(window: Sentence, start: Claim, end: Claim, length: Figure) -> bool:
    """As in "von 22 bis 5 Uhr geöffnet, also sieben Stunden"."""
    scene = window.scene
    until = window.before(window.phrases("durations", "until"), scene.first_token(end))
    begin = scene.first_token(start)
    opened = window.before(window.phrases("durations", "from"), begin)
    near = scene.first_token(end) - until - scene.last_token(start) == 1
    cue, at = 0, length.first
    while more := window.before(window.phrases("durations", "total"), at):
        cue, at = cue + more, at - more
    mark = window.word(at - 1)
    between = range(scene.last_token(end) + 1, at - 1)
    plain = len(between) <= JOINED and window.plain(between.start, between.stop)
    summed = not between or window.before(window.phrases("durations", "summed"), length.first)
    return bool(until and opened and summed) and near and plain and (mark == "," or mark in OPENING)


def _from_to(window: Sentence, start: Claim, end: Claim, length: Figure) -> bool:
    """As in "begann um 22 Uhr und endete um 5 Uhr, sieben Stunden später", "dauerte also"."""
    scene, data = window.scene, window.lexicon.data["durations"]
    begin, stop = scene.first_token(start), scene.first_token(end)
    clauses = (
        range(max(window.first, begin - CLAUSE), stop),
        range(begin, min(window.end, scene.last_token(end) + BEHIND)),
    )
    begun, ended = cues(window.lexicon, "durations", "begins"), frozenset(data["ends"])
    told = any(window.word(at) in begun for at in clauses[0])
    told = told and any(window.word(at) in ended for at in clauses[1])
    before = range(scene.last_token(end) + 1, length.first)
    lasts = cues(window.lexicon, "durations", "lasts")
    summed = window.before(window.phrases("durations", "summed"), length.first)
    small = {",", *window.lexicon.data["parts"]["joins"]}
    at_once = window.word(length.first - 1) in lasts and all(
        window.word(at) in small for at in before[:-1]
    )
    whole = any(window.word(at) in lasts for at in before) and (bool(summed) or at_once)
    return told and whole


def _gone(window: Sentence, gap: range, length: Figure) -> bool:
    """As in "at 1.45pm, five hours later", "at 5.30am, in the space of two hours,"."""
    data = window.lexicon.data["durations"]
    if window.word(length.last + 1) in data["lasted"]:
        return len(gap) <= BEHIND
    space = window.before(window.phrases("durations", "space"), length.first)
    mark = length.first - space - 1
    return bool(space) and mark in gap and mark - gap.start <= 1 and window.word(mark) == ","
