"""What is left of an amount: "Zieht man von den 157.000 Fällen die 120.000 Genesenen ab, bleiben
37.000", "will close 38 of its 212 shops. That leaves 174", "had £9m, of which £8m is gone; £1m is
left".

The rest stands behind "bleiben", "the remaining" or before "is left", and before it the sentence,
or this and the one before, have two amounts of its unit and no more: the one is a part of the
other, a word of subtraction joins them, or "That leaves" opens the second sentence. What is left of
persons may be called otherwise. What is far from what the two make is of something else. As
relations `difference`.
"""

from collections.abc import Iterator, Sequence

from factcheck.interval import exact
from factcheck.model import Relation
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.figure_kinds import NUMBERS
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, alike, amount, cues, same_noun
from factcheck.relations.shares.opened_parts import opens
from factcheck.relations.windows import closing

PAIR = 2
NEAR = 3


def find(scene: Scene) -> Iterator[Relation]:
    """The rests of a passage and what they are left of."""
    known = cues(scene.passage.lexicon, "differences", "left", "rest_of")
    if len(scene.claims) <= PAIR or known.isdisjoint(scene.passage.tokens.lowers):
        return
    done: set[int] = set()
    for window, split, rest in closing(scene):
        if id(rest.claim) in done or not amount(rest) or not _left(window, split, rest):
            continue
        sides = [f for f in window.figures if f.last < rest.first and _like(f, rest)]
        if (
            len(sides) == PAIR
            and _one_noun(sides, rest)
            and _taken(window, split, rest, sides)
            and _sized(sides, rest)
        ):
            done.add(id(rest.claim))
            yield window.relation("difference", {"side": sides, "gap": rest}, sure=False)


def _like(figure: Figure, rest: Figure) -> bool:
    counted = {figure.kind, rest.kind} <= NUMBERS
    if "duration" in {figure.kind, rest.kind} and figure.kind != rest.kind:
        return False  # "of the 1,120 birds of ten years ago 640 are left"
    return amount(figure) and figure.quantity.value is not None and (counted or alike(figure, rest))


def _one_noun(sides: Sequence[Figure], rest: Figure) -> bool:
    """Not "38 of its 212 shops. It has 90 staff left"."""
    nouns = [side.quantity.noun for side in sides if side.quantity.noun]
    own = rest.quantity.noun if rest.kind == "count" else None
    return not (own and nouns) or any(same_noun(noun, own) for noun in nouns)


def _sized(sides: Sequence[Figure], rest: Figure) -> bool:
    one, other, told = (exact(figure.quantity.value or 0) for figure in (*sides, rest))
    return told < max(one, other) and of_one_size(abs(one - other), told)


def _taken(window: Sentence, split: int, rest: Figure, sides: Sequence[Figure]) -> bool:
    """The one is taken off the other: "take the £8m from", "Von den 12", "38 of its 212"."""
    taken = not window.words.isdisjoint(window.lexicon.data["differences"]["taken_off"])
    of = window.before(window.phrases("parts", "of"), sides[1].first)
    part = of and sides[1].first - of == sides[0].last + 1
    among = window.before(window.phrases("parts", "among"), sides[1].first)
    left = window.before(window.phrases("differences", "left"), rest.first)
    opening = left and split > window.first and rest.first - left - split < NEAR
    somewhere = window.word(rest.last + 1) in window.lexicon.data["parts"]["before_whole"]
    if opening and not somewhere and sides[1].first < split:
        return True
    money = not all(side.kind in NUMBERS for side in sides)
    return bool(taken or part or among) or (opens(window, sides[0]) and money)


def _left(window: Sentence, split: int, rest: Figure) -> bool:
    """As in ", bleiben 37.000 übrig", "£4m is left.": nothing else is said of it."""
    data, left = window.lexicon.data["differences"], window.phrases("differences", "left")
    before = range(max(split, rest.first - NEAR), rest.first)
    after = rest.last + 1
    if window.before(window.phrases("differences", "rest_of"), rest.first):
        return True
    articles = window.lexicon.data["changes"]["definite"]  # "the left has 182"
    told = any(window.at(left, at) and window.word(at - 1) not in articles for at in before)
    over = window.word(after) in data["over"]
    return bool(window.at(left, after)) or (told and (over or window.breaks(after)))
