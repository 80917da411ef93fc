"""Two levels and their difference that are all a sentence counts, neither marked as the old one.

"The council has 5,200 employees and plans to cut that to 4,100, a drop of 21 per cent": more is
more than the smaller one, less is less than the greater, so the direction tells which level is the
old one. Both are of one thing where the clause of one of them names nothing that the rest does not
name. The difference is tied to them: in apposition behind both, in a last clause that names nothing
but a change, or in a sentence that takes it up. A difference that is far from what the two
levels make is of something else.
"""

from bisect import bisect_left
from collections.abc import Iterable
from fractions import Fraction

from factcheck.interval import exact
from factcheck.model import Span
from factcheck.relations.changes.marks import change_noun, slot_of
from factcheck.relations.changes.old_levels import (
    no_name,
    of_one_size,
    old_level,
    opened,
    own_tail,
    own_verb,
    says,
    told_end,
    told_time,
)
from factcheck.relations.changes.planned import against_plan, planned_level
from factcheck.relations.changes.turns import taken_up
from factcheck.relations.sentence import BREAKS, STATEMENT_ENDS, Figure, Sentence, cues
from factcheck.relations.shares.opened_parts import opens
from factcheck.relations.windows import end_of

NEAR = 3
LIGHT_WORDS = 7
CALENDAR = frozenset({"day", "week", "month", "year"})


def closing(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """The difference with its noun in apposition behind both levels: ", a drop of 24 points"."""
    slot = slot_of(window, by)
    last = slot is not None and slot.role == "by" and slot.loose and by.first > levels[1].last
    if slot is None or not last or not window.breaks(end_of(window, by)):
        return False
    signs = [at for at in range(levels[1].last + 1, slot.start) if window.word(at) in BREAKS]
    return len(signs) == 1 and slot.start - signs[0] <= NEAR


def lone(
    window: Sentence, by: Figure, turn: tuple[str, Span], levels: tuple[Figure, Figure]
) -> tuple[Figure, Figure] | None:
    """The old and the new level by the direction of their difference."""
    less, more = sorted(levels, key=_value)
    old, new = (more, less) if turn[0] == "down" else (less, more)
    roles = [slot.role if (slot := slot_of(window, figure)) else "" for figure in (old, new)]
    if by.kind == "multiple" and taken_up(window, by) and by.first > levels[1].last:
        return (old, new) if of_one_size(_value(new) / _value(old), _value(by)) else None
    if by.kind == "multiple" or roles[0] == "to" or roles[1] == "from" or _part(window, levels):
        return None
    tied = closing(window, by, levels) or concluded(window, by, levels)
    either = any(no_name(window, one, two) for one, two in (levels, levels[::-1]))
    if _at_one_time(window, levels) or own_verb(window, levels[1], levels[0]):
        return None
    return (old, new) if tied and either and plausible(window, by, old, new) else None


def by_direction(
    window: Sentence, by: Figure, turn: tuple[str, Span], levels: tuple[Figure, Figure]
) -> tuple[Figure, Figure] | None:
    """The old and the new level where nothing ties the difference to them.

    It is the only one, and the direction tells which is the old one. That both are of one thing is
    told by what their clauses name, by a mark of the old or the planned one, or by a difference
    that concludes the statement of the new one.
    """
    less, more = sorted(levels, key=_value)
    falls = _value(by) < 1 if by.kind == "multiple" else turn[0] == "down"
    old, new = (more, less) if falls else (less, more)
    roles = [slot.role if (slot := slot_of(window, figure)) else "" for figure in (old, new)]
    based = levels[0].last < by.first < levels[1].first  # "0.3 points above the rate of 4.5"
    reached = roles == ["to", "to"]  # "kam auf 44,1 Prozent, in der Stichwahl auf 52,6"
    if (
        (roles[0] == "to" and not reached)
        or roles[1] == "from"
        or (_part(window, levels) and not based)
    ):
        return None
    kinds = {old.claim.kind, new.claim.kind}
    rates = by.kind == "percentage" and "percentage" in kinds
    if rates or not plausible(window, by, old, new):
        return None
    one_time = roles != ["from", "to"] and _at_one_time(window, levels)
    if one_time or _of_another_time(window, by, new):
        return None
    planned = planned_level(window, by, levels)
    spelled = by.kind != "fraction" or roles == ["from", "to"]  # "half" has many causes
    if planned is None and (against_plan(window, by) or not spelled):
        return None
    named = (
        not no_name(window, by, levels[1])
        if by.kind == "multiple"
        else opened(window, by, levels[1])
    )
    if planned is not old and levels[1].last < by.first and named:
        return None
    if old is planned:
        return old, new
    tails = own_tail(window, old, new) or own_tail(window, new, old)
    if not tails and old is old_level(window, levels):
        return old, new
    if by.kind == "multiple":
        verb = window.word(by.last) in window.lexicon.data["changes"]["multiplied"]
        return None if verb or _stopped(window) else (old, new)
    one = any(no_name(window, one, two) for one, two in (levels, levels[::-1]))
    one = one or (concluded(window, by, levels) and new is levels[1])
    return (old, new) if one or not _stopped(window) else None


def _stopped(window: Sentence) -> bool:
    """Is there more than one sentence or statement in the window?"""
    return any(window.word(at) in STATEMENT_ENDS for at in range(window.first, window.end - 1))


def nothing_else(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """Do the clauses of both levels, and that of a difference apart from them, name nothing new?

    "There were 38 in 2003 and are 22 now", "has risen by 32% since then".
    """
    if by.kind == "multiple" and by.first < levels[0].first:
        return False  # "bis 2030 verdoppelt" is a plan
    both = no_name(window, levels[0], levels[1]) and no_name(window, levels[1], levels[0])
    behind = levels[1].last < by.first
    own = behind and not no_name(window, by, levels[1])
    return both and not own and not _own_statement(window, by, levels)


def _own_statement(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "Profits grew by 4%. Costs rose to", and in a clause of another name behind both."""
    if levels[1].last < by.first:
        return opened(window, by, levels[1])
    between = range(by.last + 1, levels[0].first)
    apart = any(window.word(at) in STATEMENT_ENDS for at in between)
    return apart and opened(window, by, levels[0])


def told_level(window: Sentence, new: Figure) -> bool:
    """As in "are 22 now", "falling to 22": a level, and not what is taken away."""
    return is_level(window, new) or says(window, new, "present")


def is_level(window: Sentence, new: Figure) -> bool:
    """As in "there are now 22", "falling to 22"; not "now 15 will close"."""
    slot, at = slot_of(window, new), new.first
    while window.word(at - 1) in window.lexicon.data["changes"]["fillers"]:
        at -= 1
    same = window.before(window.phrases("changes", "same"), at)  # "sind es heute 22"
    has = same or window.word(at - 1) in window.lexicon.data["changes"]["has_value"]
    return bool(has) or (slot is not None and slot.role == "to")


def _value(figure: Figure) -> Fraction:
    return exact(figure.quantity.value or 0)


def _at_one_time(window: Sentence, levels: tuple[Figure, Figure]) -> bool:
    """As in "In 2010 it had 8,000 workers and in 2010 it had 6,000"."""
    times = [told_end(window, figure) for figure in levels]
    return times[0] is not None and times[0] == times[1]


def _of_another_time(window: Sentence, by: Figure, new: Figure) -> bool:
    """As in "After the rise of March it went from 2.25% to 2.75% in June"."""
    own, time = told_time(window, by), told_time(window, new)
    if own is None or own.granularity not in CALENDAR or time is None:
        return False
    length = any(f.claim.period is own and f.kind == "duration" for f in window.figures)
    before = bisect_left(window.tokens.starts, own.span.start) - 1
    since = window.word(before) in window.lexicon.data["elapsed"]["since"]
    than = window.word(by.last + 2) in window.lexicon.data["changes"]["than"]
    return not (length or since or than) and (own.end < time.start or time.end < own.start)


def _part(window: Sentence, levels: tuple[Figure, Figure]) -> bool:
    """As in "118 of the 300", "5,300 people, 3,600 of them in tents"."""
    among = window.at(window.phrases("parts", "among"), levels[1].last + 1)
    of = window.before(window.phrases("parts", "of"), levels[1].first)
    apart = range(levels[0].last, levels[1].first)
    of = 0 if any(window.word(at) in STATEMENT_ENDS for at in apart) else of
    return bool(among or of or opens(window, levels[0]))


def concluded(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """In a last clause of small words and words of change, or that takes up the change before it.

    "Und damit 20 Prozent mehr", ", which tenants said was a rise of 20 per cent", "Das Minus von".
    """
    if resumed(window, by, levels):
        return True
    begin, data = by.first, window.lexicon.data
    signs = {*BREAKS, *data["parts"]["joins"]}
    while begin > levels[1].last + 1 and window.word(begin - 1) not in signs:
        begin -= 1
    if begin <= levels[1].last + 1 or by.first - begin > LIGHT_WORDS:
        return False
    slot = slot_of(window, by)
    end = by.last + 1
    while end < window.end and window.word(end) not in BREAKS:
        end += 1
    words = [*range(begin, by.first), *range(by.last + 1, end)]
    refers = window.word(begin) in data["changes"]["refers"] and slot is not None
    noun = slot is not None and (slot.loose or change_noun(window, by.last + 1, by))
    told = refers and slot is not None and (noun or no_name(window, by, levels[1]))
    return bool(told) or _light(window, words)  # not ", which made diesel 15% cheaper"


def resumed(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "Das Minus von 25 Prozent", "fürchtet die Erhöhung um 1 Prozent", a sentence later."""
    slot = slot_of(window, by)
    if slot is None or not (slot.loose or slot.behind) or levels[1].last >= slot.start:
        return False
    article = window.word(slot.start - 1) in window.lexicon.data["changes"]["definite"]
    return article and any(
        window.word(at) in STATEMENT_ENDS for at in range(levels[1].last, slot.start)
    )


def _light(window: Sentence, words: Iterable[int]) -> bool:
    """Only small words, and words of change."""
    data = window.lexicon.data["changes"]
    small = {*window.lexicon.stop_words, *data["behind"], *data["than"], *data["means"]}
    small |= {*data["nouns"], *data["thus"]}
    small |= cues(window.lexicon, "changes", "up", "down", "either", "present")
    small |= {*window.lexicon.data["sums"]["reach"]}
    return all(window.word(at) in small for at in words)


def between(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "2019 noch 20,5 Prozent, verloren sie 8,6 und fielen auf 11,9": light up to the new."""
    if not levels[0].last < by.first < by.last < levels[1].first:
        return False
    gap = range(by.last + 1, levels[1].first)
    return not any(map(window.dated, gap)) and _light_but_for_a_comma(window, gap)


def led(window: Sentence, by: Figure, levels: tuple[Figure, Figure]) -> bool:
    """As in "the staff of 4,800 will shrink by half to 3,200": light up to "by half to"."""
    old, new = levels
    slot = slot_of(window, new)
    if not old.last < by.first < new.first or slot is None or slot.role != "to":
        return False
    beside = new.first - by.last <= NEAR
    return beside and _light_but_for_a_comma(window, range(old.last + 1, by.first))


def of_time(window: Sentence, by: Figure, old: Figure) -> bool:
    """As in "trebled since 2007, when it was 31p": light up to the old level of that time."""
    gap = range(by.last + 1, old.first)
    when = window.lexicon.data["changes"]["when"]
    told = any(window.word(at) in when for at in gap)
    return told and window.breaks(old.last + 1) and _light_but_for_a_comma(window, gap)


def _light_but_for_a_comma(window: Sentence, gap: range) -> bool:
    signs = [at for at in gap if window.word(at) in BREAKS]
    joined = len(signs) <= 1 and all(window.word(at) == "," for at in signs)
    rest = (at for at in gap if at not in signs and not window.dated(at))
    return joined and _light(window, rest)


def leads(turn: tuple[str, Span], old: Figure, new: Figure) -> bool:
    """Does it go from the old level to the new one, up or down, as told?"""
    return (_value(old) < _value(new)) == (turn[0] == "up")


def plausible(window: Sentence, by: Figure, old: Figure, new: Figure) -> bool:
    """Is the difference of the size that the two levels make, whatever slip may be in it?"""
    a, b, told = _value(old), _value(new), _value(by)
    gap = abs(b - a)
    if by.kind == "multiple":
        return a > 0 and of_one_size(b / a, told)
    if by.kind in {"percentage", "fraction"} and "percentage" not in {old.kind, new.kind}:
        gap = gap / a * 100 if a else Fraction(0)
        told = told * 100 if by.kind == "fraction" else told
    return of_one_size(gap * finer(window, by, new), told)


def finer(window: Sentence, by: Figure, level: Figure) -> Fraction:
    """How many of the units of a difference one of a level's is: 100 centimetres; else 1."""
    units = [window.scene.units.get(f.quantity.unit or "") for f in (level, by)]
    coarse, fine = units
    if coarse is None or fine is None or by.kind != "measure" or coarse.dimension != fine.dimension:
        return Fraction(1)
    return Fraction(1) if coarse.offset else coarse.factor / fine.factor
