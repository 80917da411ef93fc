"""Changes whose old value, new value and difference are told apart: "Statt 7.500 kamen nur 6.300
Gäste, 1.200 weniger als im Vorjahr", "fell by 1,200 to 6,300. The year before it was 7,500".

A sentence, or two that follow each other, with one difference and two levels of one quantity and no
other figure besides dates and times. One of the levels must be marked as the old one: by "from", by
"last year" or "instead of" in its clause. And both must be of one thing: the clause of the old one
names nothing that the rest does not name too. What is found elsewhere already is left out.
"""

from collections.abc import Container, Iterator, Sequence

from factcheck.interval import exact
from factcheck.model import Claim, Period, Relation, Span
from factcheck.relations.changes.lone_levels import (
    between,
    closing,
    concluded,
    leads,
    lone,
    nothing_else,
    plausible,
    told_level,
)
from factcheck.relations.changes.marks import slot_of
from factcheck.relations.changes.old_levels import (
    clause_of_level,
    no_name,
    of_one_size,
    old_level,
    one_thing,
    since_then,
    told_time,
)
from factcheck.relations.changes.other_bases import another_rate, of_another, own_noun
from factcheck.relations.changes.subjects import two_subjects
from factcheck.relations.changes.turns import as_much, drawn, turn_of
from factcheck.relations.figure_kinds import DIFFERENCES
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    BREAKS,
    Figure,
    Sentence,
    alike,
    amount,
    clause_of,
    cues,
)
from factcheck.relations.windows import counted, windows

Turn = tuple[str, Span]
LEVELS = 2
JOINED = 2
NEAR = 3
WORDS_BEFORE = 5


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The changes of a passage; `bound` are the ids of the differences that have one already."""
    done: set[int] = set()
    for window, split in windows(scene):
        if len(counted(window)) > LEVELS:
            yield from _change(window, split, bound, done)


def _change(
    window: Sentence, split: int, bound: Container[int], done: set[int]
) -> Iterator[Relation]:
    figures = counted(window)
    differences = [(figure, turn_of(window, figure)) for figure in figures]
    known = [(figure, turn) for figure, turn in differences if turn is not None]
    if len(known) != 1 or id(known[0][0].claim) in bound or id(known[0][0].claim) in done:
        return
    by, turn = known[0]
    levels = _levels(window, [figure for figure in figures if figure is not by], by)
    if levels is None or not (
        by.kind in DIFFERENCES or by.kind == "multiple" or alike(by, levels[0])
    ):
        return
    behind, since = by.first > levels[0].last, since_then(window, by, levels)
    if (
        (_of_another(window, by, own=behind) and not since)
        or another_rate(window, by)
        or _denied(window, (*levels, by))
        or _subordinate(window, by)
    ):
        return
    pair = _marked(window, split, by, levels)
    marked = pair is not None
    if pair is None or not (by.kind == "multiple" or _consistent(window, by, turn, pair)):
        pair, marked = lone(window, by, turn, levels), False
    if pair is None or two_subjects(window, by, *pair):
        return
    old, new = pair
    marked = marked or told_level(window, new)
    done.add(id(by.claim))
    members: list[tuple[str, Claim | Span]] = [("from", old.claim), ("to", new.claim)]
    members += [("by", by.claim)] if by.kind == "multiple" else [("by", by.claim), turn]
    members += [("level", old.claim.span)] if marked else []
    yield window.relation("change", members, sure=False)


def _consistent(window: Sentence, by: Figure, turn: Turn, pair: tuple[Figure, Figure]) -> bool:
    """Does it go up or down as told, and about as far? "From" and "to" may hold a slip."""
    roles = {slot.role for figure in pair if (slot := slot_of(window, figure))}
    return roles == {"from", "to"} or (leads(turn, *pair) and plausible(by, *pair))


def _marked(
    window: Sentence, split: int, by: Figure, levels: tuple[Figure, Figure]
) -> tuple[Figure, Figure] | None:
    """The old and the new level, where the old one is marked and both are of one thing."""
    told = _referred(window, by, levels, split) or _apposed(window, by, levels)
    told = told or since_then(window, by, levels)
    told = told or (by.first > levels[1].last and by.kind == "multiple" and as_much(window, by))
    old = levels[0] if told else _held_against(window, by, levels) or old_level(window, levels)
    if old is None or not (told or _of_then(window, by, old)) or _since_another(window, by, old):
        return None
    new = levels[1] if old is levels[0] else levels[0]
    ends = {slot.role for figure in levels if (slot := slot_of(window, figure))}
    tied = _tied(window, by, new) or closing(window, by, levels)
    light = concluded(window, by, levels)
    carried = between(window, by, levels)
    so = by.first > levels[1].last and drawn(window, by)
    spread = _announced(window, by, levels) or _foretold(window, split, by, levels)
    tied = tied or light or carried or so or spread or nothing_else(window, by, levels)
    spelled = (by.kind == "multiple" or light) and ends == {"from", "to"}
    one = spelled or carried or so or one_thing(window, old, new)
    return (old, new) if told or (tied and one) else None


def _levels(
    window: Sentence, figures: Sequence[Figure], by: Figure
) -> tuple[Figure, Figure] | None:
    """The two amounts of one unit, if besides them there are lengths of time at most."""
    figures = [figure for figure in figures if not _said_again(window, by, figure)]
    found = [figure for figure in figures if figure.kind != "duration"] or list(figures)
    if len(found) > LEVELS:  # what is like no other is of something else
        found = [
            f
            for f in found
            if f.kind in DIFFERENCES or any(f is not other and alike(f, other) for other in found)
        ]
    if len(found) != LEVELS or not alike(found[0], found[1]):
        return None
    known = all(figure.quantity.value is not None and amount(figure) for figure in found)
    shares = any(f.kind == "percentage" for f in found) and not _of_shares(by, found)
    ranks = window.lexicon.data["changes"]["ranks"]
    ranked = any(window.word(figure.last) in ranks for figure in (*found, by))
    return (found[0], found[1]) if known and not (shares or ranked) else None


def _said_again(window: Sentence, by: Figure, figure: Figure) -> bool:
    """As in "up 3% or $2.30": the difference itself in other words."""
    first, second = (by, figure) if by.first < figure.first else (figure, by)
    joined = second.first - first.last == JOINED
    return joined and window.word(first.last + 1) in window.lexicon.data["ranges"]["or"]


def _of_shares(by: Figure, levels: Sequence[Figure]) -> bool:
    """A difference in points, or in per cent that may be meant as points."""
    if by.kind != "percentage":
        return by.kind in {"percentage_point", "multiple"}
    a, b, told = (exact(figure.quantity.value or 0) for figure in (*levels, by))
    shares = all(f.claim.kind in {"percentage", "number"} for f in levels)
    return shares and of_one_size(abs(a - b), told)


def _referred(window: Sentence, by: Figure, levels: tuple[Figure, Figure], split: int) -> bool:
    """As in "Die Zahl soll sich auf 43.000 verdoppeln" behind the sentence with that number."""
    old, new = levels
    slot = slot_of(window, new)
    if not old.last < split <= min(by.first, new.first) or slot is None or slot.role != "to":
        return False
    table, of = window.phrases("changes", "the_number"), window.lexicon.data["changes"]["number_of"]
    hits = ((at, window.at(table, at)) for at in range(split, new.first))
    return any(length and window.word(at + length) not in of for at, length in hits)


def _apposed(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "von 12 auf 15 Euro pro Quadratmeter, ein Aufschlag von 20 Prozent"."""
    roles = [slot.role if (slot := slot_of(window, figure)) else "" for figure in levels]
    return roles == ["from", "to"] and closing(window, by, levels)


def _announced(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "Bislang 22,5 Prozent, künftig 25 Prozent: Mit dem Beschluss steigt er um 2,5"."""
    colons = [at for at in range(window.first, by.first) if window.word(at) == ":"]
    one = len(colons) == 1 and levels[1].last < colons[0]
    return one and all(no_name(window, a, b) for a, b in (levels, levels[::-1]))


def _foretold(window: Sentence, split: int, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "Die Mittel werden halbiert. Statt 640.000 Euro gibt es noch 420.000"."""
    before = by.last < split <= levels[0].first and by.kind == "multiple"
    dated = any(figure.kind == "date" and figure.last < split for figure in window.figures)
    return (
        before
        and not dated
        and all(no_name(window, one, two) for one, two in (levels, levels[::-1]))
    )


def _held_against(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> Figure | None:
    """As in "1,400 more than the 16,000": the level right behind the comparison."""
    if window.word(by.last + 2) not in window.lexicon.data["changes"]["than"]:
        return None
    return next((f for f in levels if 0 <= f.first - by.last - 3 <= 1), None)


def _tied(window: Sentence, by: Figure, new: Figure) -> bool:
    """Does the difference stand right behind the new value, or before it as in "by 5% to"?"""
    slot = slot_of(window, new)
    if by.last < new.first:
        start = slot.start if slot is not None and slot.role == "to" else new.first
        return slot is not None and slot.role == "to" and start - by.last <= NEAR
    signs = [at for at in range(new.last + 1, by.first) if window.word(at) in BREAKS]
    words = range(signs[0] if signs else new.last, by.first)
    near = len(words) <= (WORDS_BEFORE if signs else NEAR)
    stops = window.lexicon.data["changes"]["stops"]
    so = window.lexicon.data["changes"]["thus"]
    joined = any(window.word(at) in so for at in words)
    small = all(window.word(at) not in stops for at in words) and no_name(window, by, new)
    return len(signs) <= 1 and near and (joined or small)


def _of_another(window: Sentence, by: Figure, *, own: bool) -> bool:
    """A yearly rate, or a change since another time than the one beside it."""
    before = range(max(window.first, by.first - WORDS_BEFORE), by.first)
    return another_rate(window, by) or of_another(window, before) or (own and own_noun(window, by))


def _subordinate(window: Sentence, by: Figure) -> bool:
    """As in ", obwohl die Preise um ein Drittel höher waren": a clause about something else."""
    at = by.first - 1
    while at > window.first and window.word(at) not in BREAKS:
        at -= 1
    data = window.lexicon.data
    means = (window.word(place) in data["changes"]["means"] for place in range(at, by.last + NEAR))
    if window.word(at + 1) in data["changes"]["refers"] or any(means):
        return False  # ", which means a rise of"
    return window.word(at) == "," and window.word(at + 1) in data["parts"]["clauses"]


def _denied(window: Sentence, figures: Sequence[Figure]) -> bool:
    """As in "not doubled from 20 to 30"; "statt" tells the old value."""
    told = cues(window.lexicon, "changes", "past")
    denials = {*window.lexicon.data["changes"]["denials"]} - told
    if window.words.isdisjoint(denials):
        return False
    clauses = (at for figure in figures for at in clause_of(window, figure))
    return any(window.word(at) in denials for at in clauses)


def _of_then(window: Sentence, by: Figure, old: Figure) -> bool:
    """Is the difference held against the old value? Not "mehr als erwartet", "than its rival"."""
    data = window.lexicon.data["changes"]
    at = by.last + 1
    if by.kind == "multiple":
        at += window.at(window.phrases("changes", "times_as"), at)
        if at == by.last + 1:
            return True
    else:
        at += 1
        if window.word(at) not in data["than"]:
            return True
        at += 1
    past = window.phrases("changes", "past")
    ahead = range(at, min(window.end, at + NEAR))
    if old.first in ahead:
        return True
    claims = window.scene.claims_in(ahead.start, ahead.stop)
    times = [c.period for c in claims if c.kind == "date" or c.period is not None]
    if not times and not any(window.at(past, place) for place in ahead):
        return False
    ends = {".", "!", "?", ";"}
    if by.last < old.first and not any(window.word(n) in ends for n in range(at, old.first)):
        return True  # "weniger als vor einem Jahr, als es 1,2 Milliarden waren"
    then = told_time(window, old)
    if then is None:
        clause = clause_of_level(window, old)
        return any(window.at(past, place) for place in clause)
    return any(time is not None and _one_time(time, then) for time in times)


def _since_another(window: Sentence, by: Figure, old: Figure) -> bool:
    """As in "has trebled since 2001; it was 31p in 2007"."""
    at, since = by.last + 1, window.lexicon.data["elapsed"]["since"]
    if window.word(at) not in since:
        return False
    times = [c.period for c in window.scene.claims_in(at, at + NEAR) if c.period is not None]
    then = told_time(window, old)
    return bool(times) and then is not None and not _one_time(times[0], then)


def _one_time(one: Period, other: Period) -> bool:
    """Of one year, and where both tell the month, of one month."""
    years = one.end.year == other.end.year
    fine = {"day", "week", "month"}.issuperset({one.granularity, other.granularity})
    return years and (not fine or one.end.month == other.end.month)
