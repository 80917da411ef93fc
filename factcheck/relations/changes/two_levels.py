"""The two levels that one difference is told of, among all the other figures of a statement.

Left out are lengths of time, what says the difference again, and what is like no other. Of several
the only "from 6.99 to 5.99" are meant, of "from 400 to 460 and then to 520" both ends.
"""

from collections.abc import Sequence

from factcheck.relations.changes.marks import slot_of, told_more
from factcheck.relations.changes.old_levels import of_one_size, replaced
from factcheck.relations.figure_kinds import DIFFERENCES
from factcheck.relations.sentence import Figure, Sentence, alike, amount
from factcheck.relations.windows import said_again

LEVELS = 2
SHARES = frozenset({"percentage", "percentage_point"})


def two_levels(
    window: Sentence, figures: Sequence[Figure], by: Figure
) -> tuple[Figure, Figure] | None:
    """The two amounts of one unit, if besides them there are lengths of time at most."""
    figures = [figure for figure in figures if not said_again(window, by, figure)]
    found = [figure for figure in figures if figure.kind != "duration"]
    if len(found) < LEVELS and by.kind != "multiple":  # "14 weeks in January and 11.2 now"
        ago = window.lexicon.data["changes"]["ago"]
        found = [f for f in figures if window.word(f.last + 1) not in ago]
    if len(found) > LEVELS:  # what is like no other is of something else
        found = [
            f
            for f in found
            if f.kind in SHARES or any(f is not other and alike(f, other) for other in found)
        ]
    found = list(_from_to(window, found)) if len(found) > LEVELS else found
    if len(found) != LEVELS or not (alike(*found) or _persons(window, found)):
        return None
    known = all(figure.quantity.value is not None and amount(figure) for figure in found)
    shares = any(f.kind == "percentage" for f in found) and not _of_shares(by, found)
    ranks = window.lexicon.data["changes"]["ranks"]
    ranked = any(window.word(figure.last) in ranks for figure in (*found, by))
    known = known and not any(told_more(window, figure) for figure in found)
    return (found[0], found[1]) if known and not (shares or ranked) else None


def _persons(window: Sentence, levels: Sequence[Figure]) -> bool:
    """People may be called workers the second time."""
    persons = window.lexicon.data["sums"]["persons"]
    return all((level.quantity.noun or "").lower() in persons for level in levels)


def _from_to(window: Sentence, figures: Sequence[Figure]) -> Sequence[Figure]:
    """The only "from 6.99 to 5.99" among them, of "from 400 to 460 and then to 520" both ends."""
    slots = [slot_of(window, figure) for figure in figures]
    roles = [slot.role if slot is not None else "" for slot in slots]
    instead = [at for at, figure in enumerate(figures) if at and replaced(window, figure)]
    if len(instead) == 1:  # "on £275,000 it is £3,750 instead of £8,250"
        return figures[instead[0] - 1 : instead[0] + 1]
    others = any(f.kind in DIFFERENCES for f in figures)  # "by 30%, then by 20%: from £100 to £56"
    if roles.count("from") != 1 or "to" not in roles or others:
        return figures
    first, last = roles.index("from"), len(roles) - 1 - roles[::-1].index("to")
    steps = roles[first + 1 : last + 1]
    return [figures[first], figures[last]] if steps and set(steps) == {"to"} else figures


def _of_shares(by: Figure, levels: Sequence[Figure]) -> bool:
    """A difference in points, or in per cent that may be meant as points."""
    if by.kind != "percentage":
        return by.kind in {"percentage_point", "multiple"}
    a, b, told = (figure.value for figure in (*levels, by))
    shares = all(f.claim.kind in {"percentage", "number"} for f in levels)
    return shares and of_one_size(abs(a - b), told)


def stepped(window: Sentence, old: Figure, new: Figure) -> bool:
    """Is there a level between both, so that the difference may be that of the last step?"""
    between = (f for f in window.figures if old.last < f.first < new.first)
    slots = [slot_of(window, figure) for figure in between if alike(figure, new)]
    return any(slot is not None and slot.role == "to" for slot in slots)
