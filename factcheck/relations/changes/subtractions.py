"""What is left of an amount: "Zieht man von den 157.000 Fällen die 120.000 Genesenen ab, bleiben
37.000", "take the £8m spent from the £12m and £4m is left".

The only three amounts of a sentence: two that a word of subtraction joins, or of which the first
opens it with "Von den", and the rest behind "bleiben". What is left of persons may be called
otherwise. As relations `difference`.
"""

from collections.abc import Iterator

from factcheck.model import Relation
from factcheck.relations.sentence import Figure, Sentence, alike, amount, cues
from factcheck.relations.shares.opened_parts import opens

THREE = 3
NEAR = 3


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The rest of a sentence and what it is left of."""
    if sentence.words.isdisjoint(cues(sentence.lexicon, "differences", "left", "rest_of")):
        return
    figures = [figure for figure in sentence.figures if figure.kind not in {"date", "ordinal"}]
    if len(figures) != THREE or not all(amount(figure) for figure in figures):
        return
    one, other, rest = figures
    counted = all(figure.kind in {"count", "number"} for figure in figures)
    if not counted and not (alike(one, other) and alike(one, rest)):
        return
    taken = not sentence.words.isdisjoint(sentence.lexicon.data["differences"]["taken_off"])
    if (taken or (opens(sentence, one) and not counted)) and _left(sentence, rest):
        members = [("side", one.claim), ("side", other.claim), ("gap", rest.claim)]
        yield sentence.relation("difference", members, sure=False)


def _left(sentence: Sentence, rest: Figure) -> bool:
    """As in ", bleiben 37.000 übrig", "£4m is left.": nothing else is said of it."""
    data, left = sentence.lexicon.data["differences"], sentence.phrases("differences", "left")
    before = range(max(sentence.first, rest.first - NEAR), rest.first)
    after = rest.last + 1
    behind = sentence.at(left, after)
    over = sentence.word(after) in data["over"]
    if sentence.before(sentence.phrases("differences", "rest_of"), rest.first):
        return True
    told = any(sentence.at(left, at) for at in before)
    return bool(behind) or (told and (over or sentence.breaks(after)))
