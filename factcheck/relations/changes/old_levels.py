"""Which of two levels is the old one: by a mark, a word of the past, or the times of their clauses.

"Statt 7.500", "noch 7.500", "im Vorjahr (7.500)", "2020: 7.500" beside a level of today or of a
later year. Both or neither marked leaves it open.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from factcheck.model import Period
from factcheck.relations.changes.marks import level_slots, slot_of
from factcheck.relations.figure_kinds import ASIDE
from factcheck.relations.sentence import (
    BREAKS,
    STATEMENT_ENDS,
    Figure,
    Sentence,
    clause_of,
    cues,
)
from factcheck.relations.windows import denied

SPARE = 1
FARTHEST = 3
ZEROS = (1, 2, 3, 6)
PAIR = 2
NEARLY = Fraction(1, 10)
STEM = 4


def old_level(window: Sentence, levels: tuple[Figure, Figure]) -> Figure | None:
    """The level that a mark or its clause makes the old one; None if both are or neither is."""
    slots = level_slots(window, levels)
    roles = [slot.role if slot is not None else "" for slot in slots]
    follows = slots[1] is not None and slots[1].start == levels[0].last + 1
    of = window.before(window.phrases("parts", "of"), levels[1].first)
    if follows and roles[1] != "to" and (of or roles[0] != "to"):
        return None  # "118 von 300"; not "to 5% from 20"
    if set(roles) == {"from", "to"}:
        return levels[roles.index("from")]
    if any(slot.role == "from" and not slot.loose for slot in slots if slot is not None):
        return None  # "Von 500 Betrieben wurden 120 geprüft"
    past = next((told for told in _told(window, levels) if told[0] != told[1]), None)
    if past is None or roles[past.index(True)] == "to":
        return None  # "now at 146,000 troops, would shrink to 100,000"
    return levels[past.index(True)]


def _told(window: Sentence, levels: tuple[Figure, Figure]) -> Iterator[list[bool]]:
    """Which level is the old one, by one kind of mark after the other."""
    yield [replaced(window, figure) for figure in levels]
    ends = [told_end(window, figure) for figure in levels]
    if ends[0] is not None and ends[1] is not None:
        yield [ends[0] < ends[1], ends[1] < ends[0]]
    yield [says(window, figure, "past") or _ago(window, figure) for figure in levels]
    today = [
        says(window, figure, "present") or _ago(window, figure, later=True) for figure in levels
    ]
    yield [today[1], today[0]]
    day = window.scene.passage.document.date
    if None in ends:  # what has no time is of the article's
        yield [day is not None and end is not None and end.year < day.year for end in ends]


def replaced(window: Sentence, level: Figure) -> bool:
    """As in "statt 30", "nicht 30, sondern", "bought it for £90" where it was sold as well."""
    at = level.first
    while window.word(at - 1) in window.lexicon.data["changes"]["fillers"]:
        at -= 1
    if denied(window, level):
        return True
    bought, sold = window.lexicon.data["changes"]["traded"]
    clause = {window.word(place) for place in clause_of_level(window, level, own=True)}
    traded = not clause.isdisjoint(bought) and not window.words.isdisjoint(sold)
    return bool(window.before(window.phrases("changes", "instead"), at)) or traded


def told_end(window: Sentence, figure: Figure) -> date | None:
    """The last day of the only time in the clause of a figure."""
    period = told_time(window, figure)
    return period.end if period is not None else None


def told_time(window: Sentence, figure: Figure) -> Period | None:
    """The only time in the clause of a figure."""
    clause = _timed_clause(window, figure)
    times = window.scene.claims_in(clause.start, clause.stop)
    told = [c.period for c in times if c.kind in {"date", "duration"} and c.period is not None]
    return told[0] if len({period.end for period in told}) == 1 else None


def _timed_clause(window: Sentence, figure: Figure) -> range:
    """The own clause of a level, and what stands before "when": "up on 2019, when it was 32"."""
    clause = clause_of_level(window, figure, own=True)
    start = clause.start
    if window.word(start) in window.lexicon.data["changes"]["when"]:
        start -= 2
        while start > window.first and window.word(start - 1) not in BREAKS:
            start -= 1
    return range(start, clause.stop)


def says(window: Sentence, figure: Figure, key: str) -> bool:
    """Does a word of this list, "now", "last year", stand in the clause of a level?"""
    table = window.phrases("changes", key)
    only = window.lexicon.data["changes"]["only"]
    clause = _timed_clause(window, figure)
    return any(window.at(table, at) and window.word(at - 1) not in only for at in clause)


def _ago(window: Sentence, figure: Figure, *, later: bool = False) -> bool:
    """As in "vor zehn Jahren (230)": the time of its clause is over; or else "ten years later"."""
    clause, scene = _timed_clause(window, figure), window.scene
    words = window.lexicon.data["durations"]["later_than"]
    times = scene.claims_in(clause.start, clause.stop)
    times = [c for c in times if (window.word(scene.last_token(c) + 1) in words) == later]
    periods = [claim.period for claim in times if claim.kind in {"date", "duration"}]
    return any(
        period.anchor is not None and period.granularity != "day" and period.end < period.anchor
        for period in periods
        if period is not None
    )


def clause_of_level(window: Sentence, figure: Figure, *, own: bool = False) -> range:
    """The words around a figure up to the next sign or amount on either side.

    Its `own` end at "and" too, and without the time of the amount before it: "38 pubs in 2003 only
    22 are left".
    """
    begin, end = figure.first, figure.last + 1
    amounts = [f for f in window.figures if f.kind not in ASIDE and f.kind != "duration"]
    others = {f.first for f in amounts} - {figure.first}
    ends = {f.last for f in amounts} - {figure.last}
    signs = {*BREAKS, *(window.lexicon.data["parts"]["joins"] if own else ())}
    if window.word(begin - 1) == "(":
        begin -= 1
    start = begin
    while begin > window.first and window.word(begin - 1) not in signs and begin - 1 not in ends:
        begin -= 1
    if own and begin - 1 in ends:
        times = window.scene.claims_in(begin, start)
        lasts = [window.scene.last_token(claim) for claim in times if claim.kind == "date"]
        begin = next((last + 1 for last in lasts if last + 1 < start), begin)
    while end < window.end and window.word(end) not in signs and end not in others:
        end += 1
    return range(begin, end)


def one_thing(window: Sentence, level: Figure, other: Figure) -> bool:
    """Does the clause of a level name nothing new? "Im Vorjahr waren es", "it had been"."""
    free = _new_words(window, clause_of_level(window, level), other)
    nouns = window.lexicon.data["grammar"]["capitalised_nouns"]
    own = own_verb(window, level, other)
    return len(free) <= SPARE and not own and not (nouns and _capitals(window, free))


def own_verb(window: Sentence, level: Figure, other: Figure) -> bool:
    """As in "12.9%, and 9% vape": a word of its own right behind a level."""
    if window.lexicon.data["grammar"]["capitalised_nouns"]:
        return False
    return level.last + 1 in _new_words(window, clause_of_level(window, level), other)


def nothing_new(window: Sentence, level: Figure, other: Figure) -> bool:
    """Has the clause of a level no word of its own? "In 2023 it was"."""
    return not _new_words(window, clause_of_level(window, level), other)


def opened(window: Sentence, by: Figure, level: Figure) -> bool:
    """Does what tells a difference open with a name? "Costs grew by 4%", not ", a 32% rise"."""
    slot, data = slot_of(window, by), window.lexicon.data["changes"]
    of_it = slot is not None and window.word(by.first - 1) not in data["by"]
    told = slot.start if slot is not None and of_it else by.first  # "A loss of 18 points"
    begin = window.back(told, STATEMENT_ENDS)
    if begin <= level.last < told:  # one statement
        begin = max(clause_of(window, by).start, level.last + 1)
    begin += window.word(begin) in {*data["thus"], *data["pointing"]}  # "Damit liegt sie"
    return not _nameless(window, range(begin, told), level)


def no_name(window: Sentence, level: Figure, other: Figure) -> bool:
    """Are verbs of change and of intent all that stands new between a level and the other one?"""
    clause = clause_of(window, level)
    if other.last < level.first:  # "had 250 members before and has 700 now": one subject
        joins = window.lexicon.data["ranges"]["and"]
        between = range(other.last + 1, level.first)
        joined = [at for at in between if window.word(at) in joins]
        clause = range(max(clause.start, other.last + 1, *(at + 1 for at in joined)), clause.stop)
    else:
        clause = range(clause.start, min(clause.stop, other.first))
    return _nameless(window, clause, other)


def _nameless(window: Sentence, clause: range, other: Figure) -> bool:
    light = cues(window.lexicon, "changes", "up", "down", "either", "light", "behind")
    free = [at for at in _new_words(window, clause, other) if window.word(at) not in light]
    nouns = window.lexicon.data["grammar"]["capitalised_nouns"]
    return not (_capitals(window, free) if nouns else free)


def _capitals(window: Sentence, words: Sequence[int]) -> list[int]:
    return [at for at in words if window.tokens.words[at][0].isupper()]


def _new_words(window: Sentence, clause: range, other: Figure) -> list[int]:
    """The words of a clause that are no figure, time or function word, nor stand elsewhere."""
    elsewhere = {
        _stem(window.word(at)) for at in range(window.first, window.end) if at not in clause
    }
    known = {*elsewhere, *map(_stem, (other.quantity.noun or "").lower().split())}
    covered = {at for figure in window.figures for at in range(figure.first, figure.last + 1)}
    covered |= {
        at
        for claim in window.scene.claims_in(window.first, window.end)
        for at in range(window.scene.first_token(claim), window.scene.last_token(claim) + 1)
    }
    for place in clause:
        for key in ("past", "present", "same"):
            length = window.at(window.phrases("changes", key), place)
            covered |= set(range(place, place + length))
    return [
        at
        for at in clause
        if at not in covered
        and window.word(at).isalpha()
        and window.word(at) not in window.lexicon.stop_words
        and _stem(window.word(at)) not in known
    ]


def _stem(word: str) -> str:
    return word[:STEM]


def of_one_size(made: Fraction, told: Fraction) -> bool:
    """At most three times as large, or a slip of zeros or digits: else it is of something else."""
    if made <= 0 or told <= 0:
        return False
    times = max(made, told) / min(made, told)
    zeros = (abs(times / 10**power - 1) <= NEARLY for power in ZEROS)
    return times <= FARTHEST or any(zeros) or _turned(made, told)


def _turned(made: Fraction, told: Fraction) -> bool:
    """As in 81 for 18: the two digits exchanged."""
    digits = str(told) if told.denominator == 1 else ""
    return len(digits) == PAIR and abs(int(digits[::-1]) - made) <= 1


def since_then(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "lag 1998 bei 33,3 Millionen, ist seither um 14 Prozent auf 38 Millionen gestiegen".

    Only the date of the old value and small words stand before "ist seither".
    """
    old, slot = levels[0], slot_of(window, levels[1])
    table, small = window.phrases("changes", "since_then"), window.lexicon.stop_words
    at = next((at for at in range(old.last + 1, by.first) if window.at(table, at)), None)
    if at is None or slot is None or slot.role != "to" or levels[1].first < by.last:
        return False
    dates = [f for f in window.figures if f.kind == "date" and f.claim.period is not None]
    words = [window.word(n) for n in range(old.last + 1, at) if not window.dated(n)]
    free = [word for word in words if word.isalpha() and word not in small]
    return len(dates) == 1 and dates[0].last < at and len(free) <= SPARE
