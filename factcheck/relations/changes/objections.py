"""What speaks against a difference that is told apart from its two levels.

A rate of another thing ("more than expected"), a change since another time ("has trebled since
2001; it was 31p in 2007"), a denial, a clause about something else.
"""

from collections.abc import Sequence

from factcheck.interval import exact
from factcheck.model import Period
from factcheck.relations.changes.apposition import main_again
from factcheck.relations.changes.lone_levels import reached
from factcheck.relations.changes.marks import moved, slot_of
from factcheck.relations.changes.old_levels import (
    clause_of_level,
    since_then,
    told_time,
)
from factcheck.relations.changes.other_bases import another_rate, of_another, own_noun
from factcheck.relations.changes.planned import planned_level
from factcheck.relations.sentence import (
    BREAKS,
    STATEMENT_ENDS,
    Figure,
    Sentence,
    alike,
    clause_of,
    cues,
)
from factcheck.relations.windows import denied

NEAR = 3
WORDS_BEFORE = 5


def objected(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """Is it of another thing or another time than both levels, denied, or in a clause aside?"""
    planned = planned_level(window, by, levels) is not None
    own = by.first > levels[0].last and not planned
    other = not planned and _of_another(window, by, own=own)
    return (
        (other and not since_then(window, by, levels) and not _of_that_time(window, by, levels))
        or (another_rate(window, by) and not planned)
        or (_above_another(window, by, levels) and not planned)
        or _of_another_day(window, by)
        or _main_again(window, by, levels)
        or _denied(window, (*levels, by))
        or subordinate(window, by)
        or _of_next_clause(window, by, levels)
        or _than_that_of(window, by, levels)
        or _sum_of(by, levels)
        or (any(_come_or_gone(window, level) for level in levels) and not reached(window, levels))
    )


def _of_that_time(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "gegenüber 2014 um 9,8 Punkte auf 20,5 Prozent; damals waren es 10,7"."""
    then, old = window.lexicon.words("changes", "at_that_time"), levels[1]
    return by.first < old.first and any(window.word(at) in then for at in clause_of(window, old))


def _above_another(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "liegt zehn Prozent über dem Plan", not "über dem Vorjahreswert von 40 Tonnen"."""
    clause = clause_of(window, by)
    if any(by.last < level.first < clause.stop for level in levels):
        return False
    phrases = (window.phrases("changes", key) for key in ("above_level", "below_level"))
    return any(window.at(table, by.last + 1) for table in phrases)


def _sum_of(by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "Kommen zu den 550 Millionen noch 200 Millionen, ist das ein Minus von 750"."""
    values = [exact(level.quantity.value or 0) for level in levels]
    return alike(by, levels[0]) and exact(by.quantity.value or 0) == sum(values)


def _than_that_of(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "more than double that in 2015": of a level of then, which is not printed."""
    at = by.last + 1
    if window.word(at) not in window.lexicon.data["changes"]["that_of"]:
        return False
    times = [c.period for c in window.scene.claims_in(at, at + NEAR) if c.kind == "date"]
    told = [told_time(window, level) for level in levels]
    pairs = [(time, then) for time in times for then in told if time is not None]
    return bool(times) and not any(then and _one_time(time, then) for time, then in pairs)


def _of_next_clause(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "Debts grew by 4%, and costs rose to £41m from £38m": the levels have a verb."""
    gap, joins = range(by.last + 1, levels[0].first), window.lexicon.data["ranges"]["and"]
    start = next((at + 1 for at in gap if window.word(at) in joins), levels[0].first)
    turned = cues(window.lexicon, "changes", "up", "down")
    verb = next((at for at in range(start, levels[0].first) if window.word(at) in turned), start)
    small = window.lexicon.stop_words
    return any(window.word(at) not in small for at in range(start, verb))


def _of_another(window: Sentence, by: Figure, *, own: bool) -> bool:
    """A yearly rate, or a change since another time than the one beside it."""
    before = range(max(window.first, by.first - WORDS_BEFORE), by.first)
    return another_rate(window, by) or of_another(window, before) or (own and own_noun(window, by))


def _come_or_gone(window: Sentence, level: Figure) -> bool:
    """As in "hired 300 workers", "stellt 300 Mitarbeiter ein": those who came, and no level.

    Not "had 640 members when she took over", nor money: what one "nahm ein" is a level.
    """
    if level.claim.kind != "count" or not moved(window, level) or slot_of(window, level):
        return False
    data, clause = window.lexicon.data["changes"], clause_of(window, level)
    near = (*range(level.first - NEAR, level.first), level.last + 1)
    told = any(window.word(at) in data["moved"] for at in near if at in clause)
    return told or window.word(clause.stop - 1) in data["particles_moved"]


def subordinate(window: Sentence, by: Figure) -> bool:
    """As in ", obwohl die Preise um ein Drittel höher waren": a clause about something else."""
    at = by.first - 1
    while at > window.first and window.word(at) not in BREAKS:
        at -= 1
    data = window.lexicon.data
    means = (window.word(place) in data["changes"]["means"] for place in range(at, by.last + NEAR))
    if window.word(at + 1) in data["changes"]["refers"] or any(means):
        return False  # ", which means a rise of"
    return window.word(at) == "," and window.word(at + 1) in data["parts"]["clauses"]


def _main_again(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "Shares in the bank, which cut it to £38m from £41m, fell 7%": of the shares."""
    slot = slot_of(window, by)
    return levels[1].last < by.first and slot is not None and main_again(window, slot)


def _of_another_day(window: Sentence, by: Figure) -> bool:
    """As in "to 4.5% from 4.25%; the last half-point rise was in February"."""
    return bool(window.before(window.phrases("changes", "another_one"), by.first))


def _denied(window: Sentence, figures: Sequence[Figure]) -> bool:
    """As in "not doubled from 20 to 30"; "statt" tells the old value."""
    told = cues(window.lexicon, "changes", "past")
    denials = {*window.lexicon.data["changes"]["denials"]} - told
    if window.words.isdisjoint(denials):
        return False
    if any(denied(window, figure) for figure in figures):
        return False  # "nicht 277.000, sondern nur 269.121, 7.900 weniger": the old value
    clauses = (at for figure in figures for at in clause_of(window, figure))
    return any(window.word(at) in denials for at in clauses)


def of_then(window: Sentence, by: Figure, old: Figure) -> bool:
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
    if by.last < old.first and not any(
        window.word(n) in STATEMENT_ENDS for n in range(at, old.first)
    ):
        return True  # "weniger als vor einem Jahr, als es 1,2 Milliarden waren"
    then = told_time(window, old)
    if then is None:
        clause = clause_of_level(window, old)
        return any(window.at(past, place) for place in clause)
    return any(time is not None and _one_time(time, then) for time in times)


def since_another(window: Sentence, by: Figure, old: Figure) -> bool:
    """As in "has trebled since 2001; it was 31p in 2007", "32% up on 2019; in 2012 it was"."""
    data, at = window.lexicon.data, by.last + 1
    more = (word for key in ("share_up", "share_down", "behind") for word in data["changes"][key])
    at += window.word(at) in more
    against = window.at(window.phrases("changes", "versus"), at)
    if window.word(at) not in data["elapsed"]["since"] and not against:
        return False
    times = [c.period for c in window.scene.claims_in(at, at + NEAR) if c.period is not None]
    then = told_time(window, old)
    return bool(times) and then is not None and not _one_time(times[0], then)


def _one_time(one: Period, other: Period) -> bool:
    """Of one year, and where both tell the month, of one month."""
    years = one.end.year == other.end.year
    fine = {"day", "week", "month"}.issuperset({one.granularity, other.granularity})
    return years and (not fine or one.end.month == other.end.month)
