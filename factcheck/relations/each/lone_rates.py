"""Two amounts for two units of time: "£120bn a year on pensions, about £330m a day"; and how often
something happens, with its number in a longer time: "a bus every six minutes, ten an hour".

The second is drawn from the first, and no other figure stands between them that may multiply it.
What is far from what the first makes is of something else.
"""

from collections.abc import Container, Iterator
from fractions import Fraction

from factcheck.model import Claim, Relation, Span
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.each.drawn import Closing, closings, drawn, multiplied, rates_of, size
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Sentence, alike

Members = list[tuple[str, Claim | Span]]


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The rates of a passage; `bound` are the ids of the claims that are bound already."""
    done: set[int] = set()
    for window in closings(scene, bound, done):
        if rates_of(window, [window.last]) and drawn(window):
            members = _two_rates(window) or _every(window)
            if members is not None:
                done.add(id(window.last.claim))
                yield window.sentence.relation("rates", members, sure=True)


def _two_rates(window: Closing) -> Members | None:
    """As in "£120bn a year on pensions, about £330m a day"."""
    second = rates_of(window, [window.last])
    first = rates_of(window, [f for f in window.before if alike(f, window.last)])
    if len(first) != 1 or not second or first[0][1] == second[0][1]:
        return None
    (slow, unit, _), (fast, other, end) = first[0], second[0]
    if multiplied(window, [slow, fast]):
        return None
    units = window.sentence.scene.units
    lengths = [units[name].factor for name in (unit, other) if name in units]
    closed = len(lengths) == len((unit, other)) and window.sentence.breaks(end)
    made = size(window, slow) / lengths[0] * lengths[1] if closed else Fraction()
    if not of_one_size(made, size(window, fast)):
        return None
    return [(unit, slow.claim), (other, fast.claim), *_paid(window.sentence)]


def _paid(sentence: Sentence) -> Members:
    """The word of pay, of which a year may have more than twelve months."""
    table = sentence.phrases("per_unit", "paid")
    at = next((at for at in range(sentence.first, sentence.end) if sentence.at(table, at)), None)
    return [] if at is None else [("paid", sentence.scene.passage.span(at, at))]


def _every(window: Closing) -> Members | None:
    """As in "one every 40 seconds. That is almost 800,000 a year"."""
    sentence, units = window.sentence, window.sentence.scene.units
    every = {*sentence.lexicon.data["per_unit"]["every"]}
    lengths = [f for f in window.before if f.kind == "duration" and f.quantity.unit in units]
    lengths = [f for f in lengths if sentence.word(f.first - 1) in every]
    ((_, unit, end),) = rates_of(window, [window.last])
    if len(lengths) != 1 or unit not in units or not sentence.breaks(end):
        return None
    length = lengths[0]
    made = units[unit].factor / size(window, length) if size(window, length) else Fraction()
    if not of_one_size(made, size(window, window.last)):
        return None
    word = sentence.scene.passage.span(length.first - 1, length.first - 1)
    return [(length.quantity.unit or "", length.claim), (unit, window.last.claim), ("every", word)]
