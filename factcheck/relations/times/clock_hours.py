"""Hours between two clock times: "von 22 Uhr bis 5 Uhr, also sieben Stunden", "began at 6pm and
ended at 10.30pm, four and a half hours later".

The only two clock times of a sentence and its only length of hours or minutes, behind both. Either
a phrase joins the times ("von ... bis") and the length follows it in apposition, or a word of
beginning stands before the first time and one of ending beside the second, and the length is that
of the whole: "so it lasted". Without such words "five hours later" soon behind the second time
counts from the first, and so does "in the space of", "nach fünf Stunden" between two signs, but
not on a journey, whose ends may have two times. A second day between the two is told by neither.
"""

from collections.abc import Iterator

from factcheck.extract.times.clocks import clock_at
from factcheck.model import Claim, Relation
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import OPENING, Figure, Sentence, cues, neighbours, sentences

LENGTHS = frozenset({"hour", "minute"})
PAIR = 2
JOINED = 4
CLAUSE = 12
BEHIND = 6


def find(scene: Scene) -> Iterator[Relation]:
    """The lengths of a passage that lie between two clock times."""
    if not any(is_length(claim) for claim in scene.claims):
        return
    for sentence in sentences(scene, fewest=1):
        yield from _between(sentence, sentence.first)
    for both, split in neighbours(scene):
        yield from _between(both, split)


def is_length(claim: Claim) -> bool:
    """A known number of hours or minutes."""
    quantity = claim.quantity
    known = quantity is not None and quantity.value is not None and quantity.hedge != "range"
    return claim.kind == "duration" and known and quantity is not None and quantity.unit in LENGTHS


def _between(sentence: Sentence, split: int) -> Iterator[Relation]:
    lengths = [figure for figure in sentence.figures if is_length(figure.claim)]
    others = [f for f in sentence.figures if f.kind == "duration" and f not in lengths]
    clocks = clock_times(sentence)
    if len(lengths) != 1 or others or len(clocks) != PAIR or other_days(sentence):
        return
    (start, end), length = clocks, lengths[0]
    last = sentence.scene.last_token(end)
    if _ahead(sentence, start, end, length):
        members = (("start", start), ("end", end), ("hours", length.claim))
        yield sentence.relation("clock_hours", members, sure=False)
    if last >= length.first or length.first < split:
        return
    after = sentence.at(sentence.phrases("durations", "lasting"), length.last + 1)
    after = after or sentence.word(length.last + 1) in sentence.lexicon.data["changes"]["thus"]
    if not sentence.breaks(length.last + 1 + after):
        return  # "zwei Stunden länger", "zwei Stunden später als geplant"
    bound = _joined(sentence, start, end, length) or _from_to(sentence, start, end, length)
    if bound or _gone(sentence, range(last + 1, length.first), length):
        members = (("start", start), ("end", end), ("hours", length.claim))
        yield sentence.relation("clock_hours", members, sure=False)


def _ahead(sentence: Sentence, start: Claim, end: Claim, length: Figure) -> bool:
    """As in "For 45 minutes, from 10.40 to 11.25,", "For 45 minutes on Tuesday, from"."""
    scene = sentence.scene
    begin, until = scene.first_token(start), sentence.phrases("durations", "until")
    opened = sentence.before(sentence.phrases("durations", "from"), begin)
    joined = sentence.before(until, scene.first_token(end))
    near = scene.first_token(end) - joined - scene.last_token(start) == 1
    mark = begin - opened - 1
    led = sentence.before(sentence.phrases("durations", "held"), length.first)
    gap = range(length.last + 1, mark)
    plain = len(gap) <= JOINED and sentence.plain(gap.start, gap.stop)
    own = bool(opened and joined and led) and near and sentence.word(mark) == ","
    return own and length.last < mark and plain


def clock_times(sentence: Sentence) -> list[Claim]:
    """The clock times among the dates of a sentence."""
    return [claim for claim in _times(sentence) if _clock(sentence, claim)]


def other_days(sentence: Sentence) -> bool:
    """Are two days named, so that the times may be of both?"""
    days = [c for c in _times(sentence) if c.period is not None and not _clock(sentence, c)]
    return len(days) > 1


def _times(sentence: Sentence) -> list[Claim]:
    claims = sentence.scene.claims_in(sentence.first, sentence.end)
    return [claim for claim in claims if claim.kind == "date"]


def _clock(sentence: Sentence, claim: Claim) -> bool:
    """Is it a clock time, perhaps with a part of the day before it: "Morgen um 5 Uhr"?"""
    scene = sentence.scene
    tokens = range(scene.first_token(claim), scene.last_token(claim) + 1)
    return claim.quantity is None and any(clock_at(scene.passage, at) is not None for at in tokens)


def _joined(sentence: Sentence, start: Claim, end: Claim, length: Figure) -> bool:
    """As in "von 22 bis 5 Uhr geöffnet, also sieben Stunden"."""
    scene = sentence.scene
    until = sentence.before(sentence.phrases("durations", "until"), scene.first_token(end))
    begin = scene.first_token(start)
    opened = sentence.before(sentence.phrases("durations", "from"), begin)
    near = scene.first_token(end) - until - scene.last_token(start) == 1
    cue, at = 0, length.first
    while more := sentence.before(sentence.phrases("durations", "total"), at):
        cue, at = cue + more, at - more
    mark = sentence.word(at - 1)
    between = range(scene.last_token(end) + 1, at - 1)
    plain = len(between) <= JOINED and sentence.plain(between.start, between.stop)
    summed = not between or sentence.before(sentence.phrases("durations", "summed"), length.first)
    return bool(until and opened and summed) and near and plain and (mark == "," or mark in OPENING)


def _from_to(sentence: Sentence, start: Claim, end: Claim, length: Figure) -> bool:
    """As in "begann um 22 Uhr und endete um 5 Uhr, sieben Stunden später", "dauerte also"."""
    scene, data = sentence.scene, sentence.lexicon.data["durations"]
    begin, stop = scene.first_token(start), scene.first_token(end)
    clauses = (
        range(max(sentence.first, begin - CLAUSE), stop),
        range(begin, min(sentence.end, scene.last_token(end) + BEHIND)),
    )
    begun, ended = cues(sentence.lexicon, "durations", "begins"), frozenset(data["ends"])
    told = any(sentence.word(at) in begun for at in clauses[0])
    told = told and any(sentence.word(at) in ended for at in clauses[1])
    before = range(scene.last_token(end) + 1, length.first)
    lasts = cues(sentence.lexicon, "durations", "lasts")
    summed = sentence.before(sentence.phrases("durations", "summed"), length.first)
    small = {",", *sentence.lexicon.data["parts"]["joins"]}
    at_once = sentence.word(length.first - 1) in lasts and all(
        sentence.word(at) in small for at in before[:-1]
    )
    whole = any(sentence.word(at) in lasts for at in before) and (bool(summed) or at_once)
    return told and whole


def _gone(sentence: Sentence, gap: range, length: Figure) -> bool:
    """As in "at 1.45pm, five hours later", "at 5.30am, in the space of two hours,"."""
    data = sentence.lexicon.data["durations"]
    if not sentence.words.isdisjoint(data["travel"]):
        return False
    if sentence.word(length.last + 1) in data["lasted"]:
        return len(gap) <= BEHIND
    space = sentence.before(sentence.phrases("durations", "space"), length.first)
    mark = length.first - space - 1
    return bool(space) and mark in gap and mark - gap.start <= 1 and sentence.word(mark) == ","
