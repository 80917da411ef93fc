"""The only two clock times of a window and its only length of hours or minutes: "von 22 Uhr bis 5
Uhr, also sieben Stunden", "left Oban at 9.40am and tied up at 2.25pm. The crossing, at four and
three-quarter hours", "In der 58. Minute traf er. Drei Minuten später, in der 61. Minute,".

The window is the sentence of the length, with those beside it where it needs them; the minutes of
a match count as times. Words bind the three (clock_words.py), or nothing does but the lack of other
times and lengths: then only what fits or what a slip explains is told. Where a word says that
something was late and another what was planned ("sollte um 16.04 Uhr ankommen", "43 Minuten zu
spät") a third time may stand there, when it left. On a journey the ends may have two times; there,
and where the length may be of a part, it is `loose`: a slip of hours is not told.
"""

from collections.abc import Container, Iterator
from itertools import combinations

from factcheck.extract.times.clocks import HOUR, clock_at
from factcheck.model import Claim, Relation
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Roles, Sentence, sentences
from factcheck.relations.times.clock_words import bound_by, of_journey, of_one_way
from factcheck.relations.times.two_dates import late
from factcheck.relations.windows import says, stretches

LENGTHS = frozenset({"hour", "minute"})
PAIR = 2


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The lengths of a passage between two clock times; `bound` are the ids of those that are."""
    if not any(_is_length(claim) for claim in scene.claims):
        return
    for sentence in sentences(scene, fewest=1):
        for length in sentence.figures:
            if _is_length(length.claim) and id(length.claim) not in bound:
                yield from _told(scene, length)


def _is_length(claim: Claim) -> bool:
    """A known number of hours or minutes."""
    quantity = claim.quantity
    if claim.kind != "duration" or quantity is None or quantity.hedge == "range":
        return False
    return quantity.value is not None and quantity.unit in LENGTHS


def _told(scene: Scene, length: Figure) -> Iterator[Relation]:
    """The times of the fewest sentences that have two."""
    for window in stretches(scene, length):
        lengths = [figure for figure in window.figures if figure.kind == "duration"]
        if len(lengths) > 1:
            continue
        dates = [c for c in scene.claims_in(window.first, window.end) if c.kind == "date"]
        clocks = [claim for claim in dates if _clock(scene, claim)]
        if sum(claim.period is not None and claim not in clocks for claim in dates) > 1:
            continue  # two days: the times may be of both
        times = clocks or _minutes(window) or _bare(window)
        told = len(clocks) == PAIR and bound_by(window, clocks[0], clocks[1], length)
        if not told and _of_another(window, length):
            continue
        if len(times) == PAIR or (_late(window, times) and len(times) == PAIR + 1):
            yield _relation(window, times, length, told=told)
            return


def _relation(window: Sentence, times: list[Claim], length: Figure, *, told: bool) -> Relation:
    starts, ends = zip(*combinations(times, PAIR), strict=True)
    late_by, span = _late(window, times), length.claim.span
    way = "late" if late_by else "one_way" if of_one_way(window, times, length) else None
    part = not (_of_the_whole(window, length) or late_by)
    loose = span if not told and (of_journey(window) or part) else None
    members: Roles = {"hours": length, "start": starts, "end": ends, "loose": loose}
    members = {**members, way: span} if way else members
    return window.relation("clock_hours", members, sure=False, alone=None if told else length)


def _clock(scene: Scene, claim: Claim) -> bool:
    """Is it a clock time, perhaps with a part of the day before it: "Morgen um 5 Uhr"?"""
    tokens = range(scene.first_token(claim), scene.last_token(claim) + 1)
    return claim.quantity is None and any(clock_at(scene.passage, at) is not None for at in tokens)


def _of_the_whole(window: Sentence, length: Figure) -> bool:
    """As in "the 55 minutes", "In those three hours", "78 minutes in all", "nach drei Stunden"."""
    data = window.lexicon.data
    whole = window.word(length.first - 1) in data["elapsed"]["whole"]
    led = window.before(window.phrases("durations", "space"), length.first)
    lasting = window.at(window.phrases("durations", "lasting"), length.last + 1)
    return bool(whole or led or lasting or window.breaks(length.last + 1))


def _late(window: Sentence, times: list[Claim]) -> bool:
    return bool(times) and late(window, window.scene.first_token(times[-1]))


def _bare(window: Sentence) -> list[Claim]:
    """As in "from 10.40 to 11.25", "at 9.40": hours without a word that says so."""
    leads = window.lexicon.data["durations"]["hour_leads"]
    data = window.lexicon.data
    numbers = [figure for figure in window.figures if figure.kind == "number"]
    hours = [f for f in numbers if HOUR.fullmatch(f.claim.span.text)]
    named = [f for f in hours if window.word(f.first - 1) in data["grammar"]["determiners"]]
    told = [f for f in hours if f not in named]  # "the 17.05 to Hastings"
    return [f.claim for f in told] if all(window.word(f.first - 1) in leads for f in told) else []


def _minutes(window: Sentence) -> list[Claim]:
    """The minutes of a match: "in the 12th minute and again in the 19th"."""
    nouns = window.lexicon.data["durations"]["minute_nouns"]
    ranks = [figure for figure in window.figures if figure.kind == "ordinal"]
    named = [figure for figure in ranks if window.word(figure.last + 1) in nouns]
    bare = [f for f in ranks if window.breaks(f.last + 1) and named and f.first > named[0].last]
    return [figure.claim for figure in ranks if figure in named or figure in bare]


def _of_another(window: Sentence, length: Figure) -> bool:
    """As in "two hours before kick-off", "the last 20 minutes", "every 30 minutes"."""
    data, bounds = window.lexicon.data["durations"], window.scene.passage.bounds(length.first)
    if says(window, "durations", "other_ways", range(*bounds)):
        return True  # "By car the journey takes 65 minutes"
    behind, before = window.word(length.last + 1), window.word(length.first - 1)
    return behind in data["not_between"] or before in data["not_whole"]
