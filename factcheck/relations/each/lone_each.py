"""How many there are for each: "Um die 300 Plätze bewarben sich 2.400, acht auf jeden Platz".

Three numbers that are all a sentence counts, or two that follow each other: those there are, those
they are for, and how many for each, which a phrase and the noun of those they are for mark. What is
far from what the two make is of something else.
"""

from collections.abc import Container, Iterator, Sequence
from fractions import Fraction

from factcheck.interval import exact
from factcheck.model import Relation
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import BREAKS, Figure, Sentence, cues, same_noun
from factcheck.relations.windows import counted, windows

THREE = 3
WORDS = 6
NUMBERS = frozenset({"count", "number"})


def find_rest(scene: Scene, _bound: Container[int]) -> Iterator[Relation]:
    """The numbers for each of a passage."""
    if cues(scene.passage.lexicon, "per_unit", "upon_each").isdisjoint(scene.passage.tokens.lowers):
        return
    done: set[int] = set()
    for window, _ in windows(scene):
        figures = counted(window)
        if len(figures) > THREE and window.breaks(figures[THREE - 1].last + 1):
            figures = figures[:THREE]
        if len(figures) != THREE or not all(figure.kind in NUMBERS for figure in figures):
            continue
        for each in figures:
            others = [figure for figure in figures if figure is not each]
            found = _found(window, each, others)
            if found is not None and id(each.claim) not in done:
                done.add(id(each.claim))
                total, base = found
                members = [("each", each.claim), ("base", base.claim), ("total", total.claim)]
                yield window.relation("product", members, sure=True)


def _found(
    window: Sentence, each: Figure, others: Sequence[Figure]
) -> tuple[Figure, Figure] | None:
    """The total and those it is for; None if no phrase marks the number for each."""
    noun = _noun(window, each)
    if noun is None:
        return None
    bases = [other for other in others if _counts(other, noun)]
    if noun == "":  # "240 applied for the 40 places, or six for each"
        bases = [other for other in others if other.last < each.first][-1:]
    if len(bases) != 1:
        return None
    base = bases[0]
    total = next(other for other in others if other is not base)
    own = each.kind == "count" and not _counts(each, noun)
    if own and not same_noun(each.quantity.noun, total.quantity.noun):
        return None  # 40 classes of 100 children, two teachers each
    made = _value(total) / _value(base) if _value(base) else Fraction()
    return (total, base) if of_one_size(made, _value(each)) else None


def _value(figure: Figure) -> Fraction:
    return exact(figure.quantity.value or 0)


def _noun(window: Sentence, each: Figure) -> str | None:
    """The word behind "for every", "auf jeden" beside a number; "" if none follows."""
    table = window.phrases("per_unit", "upon_each")
    for at in range(each.first + 1, min(window.end, each.last + 2)):  # "zehn je Platz" is a count
        length = window.at(table, at)
        if length:
            return "" if window.breaks(at + length) else window.word(at + length)
    for at in range(each.first - 1, max(window.first, each.first - WORDS - 1), -1):
        if window.word(at) in BREAKS:
            return None
        length = window.at(table, at)
        if length and at + length < each.first:
            return window.word(at + length)
    return None


def _counts(figure: Figure, noun: str) -> bool:
    """Is it a number of these: "Plätze" of "Platz", "Studienplätze" too?"""
    head = (figure.quantity.noun or "").lower().split()[-1:]
    return bool(head and noun) and (same_noun(head[0], noun) or _compound(head[0], noun))


def _compound(head: str, noun: str) -> bool:
    """As in "studienplätze" and "platz": the end of a compound, but for its ending."""
    tail = head[-len(noun) - 1 :]
    return len(head) > len(noun) + 2 and same_noun(tail, noun)
