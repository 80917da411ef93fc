"""Two levels and their difference that are all a sentence counts, neither marked as the old one.

"The council has 5,200 employees and plans to cut that to 4,100, a drop of 21 per cent": more is
more than the smaller one, less is less than the greater, so the direction tells which level is the
old one. Both are of one thing where the clause of one of them names nothing that the rest does not
name. The difference is tied to them: in apposition behind both, in a last clause that names nothing
but a change, or in a sentence that takes it up. A difference that is far from what the two
levels make is of something else.
"""

from fractions import Fraction

from factcheck.model import Span
from factcheck.relations.changes.marks import level_slots, slot_of
from factcheck.relations.changes.old_levels import (
    no_name,
    of_one_size,
    old_level,
    opened,
    own_verb,
    replaced,
    says,
    told_end,
)
from factcheck.relations.changes.planned import against_plan, planned_level
from factcheck.relations.changes.ties import closing, concluded, right_behind
from factcheck.relations.changes.turns import drawn, taken_up
from factcheck.relations.sentence import STATEMENT_ENDS, Figure, Sentence, clause_of, cues
from factcheck.relations.shares.opened_parts import opens

NEAR = 3
TENTH = 10
THOUSAND, NEARLY = Fraction(1000), 5


def lone(
    window: Sentence, by: Figure, turn: tuple[str, Span], levels: tuple[Figure, Figure]
) -> tuple[Figure, Figure] | None:
    """The old and the new level by the direction of their difference."""
    less, more = sorted(levels, key=lambda figure: figure.value)
    old, new = (more, less) if turn[0] == "down" else (less, more)
    roles = [slot.role if slot else "" for slot in level_slots(window, (old, new))]
    if by.kind == "multiple" and taken_up(window, by) and by.first > levels[1].last:
        times = new.value / old.value if old.value else Fraction(0)
        return (old, new) if of_one_size(times, by.value) else None
    if by.kind == "multiple" or roles[0] == "to" or roles[1] == "from" or _part(window, levels):
        return None
    tied = closing(window, by, levels) or concluded(window, by, levels) or drawn(window, by)
    either = any(no_name(window, one, two) for one, two in (levels, levels[::-1]))
    either = either or _says_the_same(window, levels) or right_behind(window, by, levels[1])
    either = either or reached(window, levels)
    if _at_one_time(window, levels) or own_verb(window, levels[1], levels[0]):
        return None
    return (old, new) if tied and either and plausible(window, by, old, new) else None


def by_direction(
    window: Sentence, by: Figure, turn: tuple[str, Span], levels: tuple[Figure, Figure]
) -> tuple[Figure, Figure] | None:
    """The old and the new level where nothing ties the difference to them.

    It is the only one, and the direction tells which is the old one. In one statement that is
    enough; in two, both are of one thing by what their clauses name, by a mark of the old or the
    planned one, or by a difference that concludes the statement of the new one.
    """
    less, more = sorted(levels, key=lambda figure: figure.value)
    falls = by.value < 1 if by.kind == "multiple" else turn[0] == "down"
    old, new = (more, less) if falls else (less, more)
    roles = [slot.role if slot else "" for slot in level_slots(window, levels)]
    based = levels[0].last < by.first < levels[1].first  # "0.3 points above the rate of 4.5"
    ends = roles if old is levels[0] else roles[::-1]
    against = ends[1] == "from" or (ends[0] == "to" and ends[1] != "to")
    if against or (_part(window, levels) and not based):
        return None
    kinds = {old.claim.kind, new.claim.kind}
    rates = by.kind == "percentage" and "percentage" in kinds and roles != ["from", "to"]
    if rates and not (old is old_level(window, levels) or says(window, old, "past")):
        return None
    one_time = "from" not in roles and _at_one_time(window, levels)
    if one_time or not plausible(window, by, old, new):
        return None
    planned = planned_level(window, by, levels)
    spelled = by.kind != "fraction" or roles == ["from", "to"]  # "half" has many causes
    if planned is None and (against_plan(window, by) or not spelled):
        return None
    marked, apart = old in (planned, old_level(window, levels)), stopped(window)
    named = levels[1].last < by.first and (
        not no_name(window, by, levels[1])
        if by.kind == "multiple"
        else apart and opened(window, by, levels[1])
    )
    if planned is not old and named and not drawn(window, by):
        return None
    if by.kind == "multiple":
        verb = window.word(by.last) in window.lexicon.data["changes"]["multiplied"]
        return (old, new) if marked or not (verb or apart) else None
    one = marked or any(no_name(window, one, two) for one, two in (levels, levels[::-1]))
    return (old, new) if one or not apart or concluded(window, by, levels) else None


def stopped(window: Sentence) -> bool:
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


def _says_the_same(window: Sentence, levels: tuple[Figure, Figure]) -> bool:
    """As in "In London it is £300", ", das alte 549": of what was counted before."""
    first, second = levels
    same, words = window.phrases("changes", "same"), window.tokens.words
    articles = window.lexicon.data["grammar"]["determiners"]
    gap = range(first.last + 1, second.first)
    adjective = len(gap) == NEAR and words[gap[0]] == "," and words[gap[-1]].islower()
    old = adjective and words[gap[-1]].isalpha() and window.word(gap[1]) in articles
    return old or any(window.at(same, at) for at in clause_of(window, second))


def reached(window: Sentence, levels: tuple[Figure, Figure]) -> bool:
    """As in "cut its 42 sailings to the island to 28": a verb of change takes one to the other."""
    slot = slot_of(window, levels[1])
    between = range(levels[0].last + 1, levels[1].first)
    turned = cues(window.lexicon, "changes", "up", "down")
    verb = any(window.word(at) in turned for at in clause_of(window, levels[0]))
    one = verb and not any(map(window.breaks, between))
    return one and slot is not None and slot.role == "to"


def is_level(window: Sentence, new: Figure) -> bool:
    """As in "there are now 22", "falling to 22"; not "now 15 will close"."""
    slot, at = slot_of(window, new), new.first
    while window.word(at - 1) in window.lexicon.data["changes"]["fillers"]:
        at -= 1
    same = window.before(window.phrases("changes", "same"), at)  # "sind es heute 22"
    has = same or window.word(at - 1) in window.lexicon.data["changes"]["has_value"]
    return bool(has) or (slot is not None and slot.role == "to")


def _at_one_time(window: Sentence, levels: tuple[Figure, Figure]) -> bool:
    """As in "In 2010 it had 8,000 workers and in 2010 it had 6,000"."""
    times = [told_end(window, figure) for figure in levels]
    return times[0] is not None and times[0] == times[1]


def _part(window: Sentence, levels: tuple[Figure, Figure]) -> bool:
    """As in "118 of the 300", "5,300 people, 3,600 of them in tents"."""
    among = window.at(window.phrases("parts", "among"), levels[1].last + 1)
    of = window.before(window.phrases("parts", "of"), levels[1].first)
    of = 0 if replaced(window, levels[1]) else of  # "£5.50 instead of £5"
    apart = range(levels[0].last, levels[1].first)
    of = 0 if any(window.word(at) in STATEMENT_ENDS for at in apart) else of
    return bool(among or of or opens(window, levels[0]))


def leads(turn: tuple[str, Span], old: Figure, new: Figure) -> bool:
    """Does it go from the old level to the new one, up or down, as told?"""
    return (old.value < new.value) == (turn[0] == "up")


def plausible(window: Sentence, by: Figure, old: Figure, new: Figure) -> bool:
    """Is the difference of the size that the two levels make, whatever slip may be in it?"""
    if by.kind == "multiple":
        return old.value > 0 and of_one_size(new.value / old.value, by.value)
    copied = by.kind == old.kind and 0 < new.first - by.last <= NEAR and by.value == new.value
    made, told = _sizes(window, by, old, new)
    return copied or of_one_size(made, told) or _of_one_scale(old, new, by)  # "um 1895 auf 1895"


def _of_one_scale(old: Figure, new: Figure, by: Figure) -> bool:
    """As in "gave $3.4 billion, 36 percent more than the $2.5 million before": a thousandth."""
    times = new.value / old.value if old.value else Fraction(0)
    rises = (abs(times * THOUSAND**power - 1) * 100 for power in (1, -1))
    return by.kind == "percentage" and any(abs(rise - by.value) <= NEARLY for rise in rises)


def fitting(window: Sentence, by: Figure, old: Figure, new: Figure) -> bool:
    """Is the difference that of the two levels, to a tenth of it?"""
    made, told = _sizes(window, by, old, new)
    return abs(made - told) * TENTH <= told


def _sizes(window: Sentence, by: Figure, old: Figure, new: Figure) -> tuple[Fraction, Fraction]:
    """How far the levels are apart, and how far they are said to be."""
    a, told = old.value, by.value
    gap = abs(new.value - a)
    if by.kind in {"percentage", "fraction"} and "percentage" not in {old.kind, new.kind}:
        gap = gap / a * 100 if a else Fraction(0)
        told = told * 100 if by.kind == "fraction" else told
    return gap * finer(window, by, new), told


def finer(window: Sentence, by: Figure, level: Figure) -> Fraction:
    """How many of the units of a difference one of a level's is: 100 centimetres; else 1."""
    units = [window.scene.units.get(f.quantity.unit or "") for f in (level, by)]
    coarse, fine = units
    if coarse is None or fine is None or by.kind != "measure" or coarse.dimension != fine.dimension:
        return Fraction(1)
    return Fraction(1) if coarse.offset else coarse.factor / fine.factor
