"""Differences: "54 per cent against 42, a lead of 12 points", "41,206 votes to 30,171. The gap,
11,035, was wider", "won by 12 votes, polling 4,551 to her rival's 4,539".

A figure that a word makes the difference of two others of its unit: behind a noun of difference
and "of", or in apposition to it; before "behind", "ahead" at the end of its clause; behind "by" and
a verb of winning. The two sides are all of their unit that the sentence has before it, else this
and the sentence before; behind "by" they may follow, joined by "to". A third figure of the unit
leaves it open which two are meant, and what is far from what the two make is of something else.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from factcheck.languages.lexicon import Lexicon
from factcheck.model import Relation
from factcheck.relations.changes.marks import OPENERS
from factcheck.relations.changes.old_levels import of_one_size, told_end
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    BREAKS,
    STATEMENT_ENDS,
    Figure,
    Roles,
    Sentence,
    alike,
    amount,
    cues,
    neighbours,
)
from factcheck.relations.shares.voters import against
from factcheck.relations.windows import closing, says
from factcheck.rounding import BOUNDS

PAIR = 2
LIGHT_WORDS = 4
OWNER = 4
VERSUS_WORDS = 8
REACH = 12
OLDEST = 130
ALL = 100
LIVES = frozenset({"age", "number", "duration"})
OTHER_KINDS = frozenset({"percentage_point", "age"})
BARE = frozenset({"percentage", "count", "number"})
SIGNS = BREAKS - frozenset("'’-–")


def find(scene: Scene) -> Iterator[Relation]:
    """The differences of a passage."""
    known = cues(scene.passage.lexicon, "differences", "nouns", "leads", "apart")
    if len(scene.claims) <= PAIR or known.isdisjoint(scene.passage.tokens.lowers):
        return
    done: set[int] = set()
    for window, split, gap in closing(scene):
        if id(gap.claim) in done or not (amount(gap) or gap.kind in OTHER_KINDS):
            continue
        sides = _before(window, split, gap) or _behind(window, split, gap)
        if sides is not None and not _of_others(scene, window, sides, gap):
            done.add(id(gap.claim))
            members: Roles = {"side": sides, "gap": gap}
            yield window.relation("difference", members, sure=split == window.first)


def _of_others(scene: Scene, window: Sentence, sides: tuple[Figure, Figure], gap: Figure) -> bool:
    """Is it exactly that of a side and a figure of the sentence before? "Pays $26,500 earners a
    credit of $13,600, not $4,900: an $8,700 difference"."""
    lead = abs(gap.value)
    values = [abs(side.value) for side in sides]
    if abs(values[0] - values[1]) == lead:
        return False
    earlier = (both for both, split in neighbours(scene) if split == window.first)
    others = (f for both in earlier for f in both.figures if f.last < window.first)
    return any(
        abs(abs(other.value) - value) == lead
        for other in others
        if other.quantity.value is not None and alike(other, gap)
        for value in values
    )


def _before(window: Sentence, split: int, gap: Figure) -> tuple[Figure, Figure] | None:
    """The two sides before ", a lead of 12 points", "The gap, 11,035,", "43 seconds behind"."""
    start = _marked(window, split, gap)
    apart = split > window.first
    if start is None or (apart and (_of_then(window, split, gap) or _unread(window, start))):
        return None
    aged = not window.words.isdisjoint(window.lexicon.data["differences"]["ages"])
    sides = [
        f
        for f in window.figures
        if f.last < start and _comparable(window.lexicon, f, gap, aged=aged)
    ]
    sides = [side for side in sides if _noun_of(window, side) is None]  # "a majority of 19"
    if len(sides) > PAIR:
        sides = _first_two(window, sides, start, gap)
    if len(sides) != PAIR or not _beside(window, sides, split, start):
        return None
    if any(side.quantity.hedge in BOUNDS for side in sides):
        return None  # "fewer than 3,000" has no difference
    voted = not window.words.isdisjoint(window.lexicon.data["votes"]["words"])
    majority = window.before(window.phrases("votes", "majority"), gap.first)
    if _of_seats(window, sides, start, gap):
        return None
    if voted and majority and against(window, sides[0], sides[1]):
        return None  # votes.py reads it
    return (sides[0], sides[1]) if _sized(sides, gap) else None


def _unread(window: Sentence, start: int) -> bool:
    """As in "made 287 for 6, with Reeve hitting 112": a score may be the side that is meant."""
    return any(
        window.word(at).isdecimal() and not any(f.first <= at <= f.last for f in window.figures)
        for at in range(window.first, start)
    )


def _first_two(window: Sentence, sides: Sequence[Figure], start: int, gap: Figure) -> list[Figure]:
    """The greatest two of three or more shares of one sentence, where a lead is told of them.

    A lead that others of them make as well leaves it open whose it is.
    """
    told = says(window, "differences", "of_first_two", range(start, gap.last + 2))
    apart = range(sides[0].last, sides[-1].first)
    if not told or any(window.word(at) in STATEMENT_ENDS for at in apart):
        return []
    if any(side.claim.kind not in {"percentage", "number"} for side in sides):
        return []
    values = sorted((side.value for side in sides), reverse=True)
    lead = gap.value
    others = [(a, b) for a, b in combinations(values, PAIR) if (a, b) != tuple(values[:PAIR])]
    if any(a - b == lead for a, b in others):
        return []
    return [side for side in sides if side.value in values[:PAIR]]


def _of_then(window: Sentence, split: int, gap: Figure) -> bool:
    """As in "A week ago the lead was five points": it is of another time than the sides."""
    day = window.scene.passage.document.date
    periods = [c.period for c in window.scene.claims_in(split, gap.first) if c.period is not None]
    return any(day is None or not p.start <= day <= p.end for p in periods)


def _of_seats(window: Sentence, sides: Sequence[Figure], start: int, gap: Figure) -> bool:
    """As in "412 seats, against 121, a majority of 174": over all the others, not the second."""
    members = window.lexicon.data["votes"]["members"]
    seats = any((side.quantity.noun or "").lower() in members for side in sides)
    return seats and says(window, "votes", "majority_nouns", range(start, gap.last + 2))


def _sized(sides: Sequence[Figure], gap: Figure) -> bool:
    values = [figure.value for figure in (*sides, gap)]
    return of_one_size(abs(values[0] - values[1]), values[2])


def _marked(window: Sentence, split: int, gap: Figure) -> int | None:
    """Where the words begin that make a figure a difference; None if none do."""
    noun = _noun_of(window, gap)
    if noun is not None:
        ends = _ends(window, gap)
        return (_opened(window, split, noun) or _won_with(window, noun)) if ends else None
    nouns = window.phrases("differences", "nouns")
    before = gap.first - 1
    named = window.word(before) == "," and window.before(nouns, before)
    if named and window.breaks(gap.last + 1):  # "The gap, 11,035,"
        return before - named
    if window.at(nouns, gap.last + 1):
        return _opened(window, split, gap.first)  # "a 12-point lead"
    apart = window.at(window.phrases("differences", "apart"), gap.last + 1)
    if apart and window.breaks(gap.last + 1 + apart):
        return gap.first if window.word(gap.first - 1) in OPENERS else None
    by = window.before(window.phrases("changes", "by"), gap.first)
    return gap.first - by if by and _led(window, split, gap.first) and _ends(window, gap) else None


def _noun_of(window: Sentence, gap: Figure) -> int | None:
    """Where the noun stands of which the figure is said: "gap of", "the lead is now"."""
    data, at = window.lexicon.data, gap.first
    small = {*data["changes"]["fillers"], *data["changes"]["thus"], *data["elapsed"]["now"]}
    while window.word(at - 1) in small:
        at -= 1
    length = window.before(window.phrases("changes", "of"), at)
    told = length or (window.word(at - 1) in data["differences"]["is"])
    last, nouns = at - (length or 1) - 1, window.phrases("differences", "nouns")
    places = range(last, last - OWNER if length else last - 1, -1)  # "der Vorsprung der SPD von"
    noun = next((n for n in places if window.at(nouns, n)), None)
    if not told or noun is None or not window.plain(noun, last + 1):
        return None
    over = data["differences"]["of_others"]  # "der Vorsprung auf die Grünen von"
    return None if any(window.word(n) in over for n in range(noun, last + 1)) else noun


def _opened(window: Sentence, split: int, noun: int) -> int | None:
    """The sign or the beginning of the sentence before the noun and its few light words."""
    stops = window.lexicon.data["differences"]["stops"]
    opener, by = noun - 1, window.lexicon.data["changes"]["by"]
    while noun - opener <= LIGHT_WORDS and opener >= split and window.word(opener).isalpha():
        if window.word(opener) in by:  # "separated by a gap of"
            return opener
        if window.word(opener) in stops:
            return None
        opener -= 1
    opened = opener < split or window.word(opener) in {";", *OPENERS}
    return opener + 1 if opened else None


def _led(window: Sentence, split: int, by: int) -> bool:
    """A verb of winning or leading in the sentence, before "by 12 votes"."""
    return says(window, "differences", "leads", range(max(split, by - REACH), by))


def _ends(window: Sentence, gap: Figure) -> bool:
    """Nothing behind the difference says between which others it is."""
    end = gap.last + 1 + window.at(window.phrases("differences", "behind"), gap.last + 1)
    return window.breaks(end) or window.word(end) in window.lexicon.data["differences"]["is"]


def _won_with(window: Sentence, noun: int) -> int | None:
    """As in "und verteidigte das Mandat mit einem Vorsprung von": of the sides before, no place."""
    data = window.lexicon.data
    at = noun - 1 - (window.word(noun - 1) in data["grammar"]["determiners"])
    if window.word(at) not in data["differences"]["with"]:
        return None
    sign = next((n for n in range(at, window.first, -1) if window.word(n) in BREAKS), window.first)
    placed = any(window.word(n) in data["parts"]["before_whole"] for n in range(sign, at))
    return at if not placed and at - sign <= REACH else None


def _comparable(lexicon: Lexicon, side: Figure, gap: Figure, *, aged: bool) -> bool:
    """Can the difference be one of this figure and another like it?"""
    kind = side.claim.kind
    if side.quantity.value is None:
        return False
    if gap.kind in {"percentage_point", "percentage"}:
        return kind == "percentage" or (kind == "number" and 0 < side.quantity.value < ALL)
    if gap.kind == "duration" and gap.quantity.unit == "year":
        return aged and side.quantity.value < OLDEST and kind in LIVES
    points = (gap.quantity.noun or "").lower() in lexicon.data["differences"]["points"]
    if gap.kind == "number" or (points and kind == "percentage"):
        return kind in BARE or alike(side, gap)
    return alike(side, gap)


def _beside(window: Sentence, sides: Sequence[Figure], split: int, start: int) -> bool:
    """One statement of one time, in which neither side is the old or new value of a change."""
    between = range(sides[0].last + 1, min(start, max(split, sides[1].last + 1)))
    of = window.before(window.phrases("parts", "of"), sides[1].first)
    if of and sides[1].first - of == between.start:
        return False  # "340 of the 650 seats, a majority of 30"
    if any(window.word(at) in {";", ":"} for at in between):
        return False
    times = [told_end(window, side) for side in sides]
    if None not in times and times[0] != times[1]:
        return False
    changed = cues(window.lexicon, "changes", "up", "down", "either", "multiplied")
    return not any(window.word(at) in changed for at in range(window.first, start))


def _behind(window: Sentence, split: int, gap: Figure) -> tuple[Figure, Figure] | None:
    """The two sides behind "by 12 points, 54 to 42", "by 12 votes, polling 4,551 to his 4,539"."""
    by = window.before(window.phrases("changes", "by"), gap.first)
    if not by or gap.kind == "percentage" or not _led(window, split, gap.first - by):
        return None
    if window.word(gap.last + 1) not in OPENERS:
        return None
    sides = [f for f in window.figures if f.first > gap.last and f.claim.kind in BARE]
    for left, right in pairwise(sides):
        words = {window.word(at) for at in range(left.last + 1, right.first)}
        versus = words.intersection({*window.lexicon.data["votes"]["against"], "-", "–"})
        near = right.first - left.last <= VERSUS_WORDS and words.isdisjoint(SIGNS)
        known = left.claim.kind == right.claim.kind or "number" in {left.kind, right.kind}
        if versus and near and known and _sized((left, right), gap):
            return left, right
    return None
