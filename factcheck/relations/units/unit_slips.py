"""Measures whose units the figures beside them test: "1,200 square kilometres, or 12 square km".

Three structures. A measure said again in brackets or behind ", or", in the same unit or in one of
another dimension ("357,000 kilometres (138,000 square miles)"). Two lengths, "long" and "wide" or
joined by "by", and the area of the sentence. And the capacity of a plant with its yearly output,
both in units of power.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.model import Relation
from factcheck.relations.sentence import OPENING, Figure, Roles, Sentence, amount
from factcheck.relations.windows import says

PAIR = 2
WORDS_BEFORE = 5
TIME_WORDS = 4


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The measures of a sentence that test each other."""
    measures = [f for f in sentence.figures if f.claim.kind in {"measure", "number"} and amount(f)]
    if len(measures) < PAIR:
        return
    for left, right in pairwise(measures):
        if _again(sentence, left, right):
            yield sentence.relation("restated", {"first": left, "second": right}, sure=True)
    yield from _areas(sentence, measures)
    yield from _outputs(sentence, measures)


def _again(sentence: Sentence, left: Figure, right: Figure) -> bool:
    """Alone in brackets right behind the other, or between commas behind "or"."""
    if not (
        sentence.scene.dimension(left.quantity.unit)
        and sentence.scene.dimension(right.quantity.unit)
    ):
        return False
    opener = left.last + 1
    if sentence.word(opener) in OPENING:
        return right.first == opener + 1 and sentence.enclosed(right)
    joined = sentence.before(sentence.phrases("conversions", "loose"), right.first)
    near = opener == right.first - joined - 1 and sentence.word(opener) == ","
    return bool(joined) and near and sentence.breaks(right.last + 1)


def _areas(sentence: Sentence, measures: Sequence[Figure]) -> Iterator[Relation]:
    """As in "500 square metres, a rectangle 300 metres long and 500 metres wide"."""
    areas = [f for f in measures if sentence.scene.dimension(f.quantity.unit) == "area"]
    sides = [f for f in measures if _side(sentence, f, measures)]
    if len(areas) != 1 or len(sides) != PAIR:
        return
    (area,), (length, width) = areas, sides
    if not _crossed(sentence, length, width):
        return
    between = range(min(width.last, area.last) + 1, max(length.first, area.first))
    stops = sentence.lexicon.data["unit_slips"]["stops"]
    if all(sentence.word(at) not in stops for at in between):
        yield sentence.relation("area", {"side": [length, width], "area": area}, sure=True)


def _side(sentence: Sentence, figure: Figure, measures: Sequence[Figure]) -> bool:
    """A length, or the bare 300 of "300 by 500 metres"."""
    if sentence.scene.dimension(figure.quantity.unit) == "length":
        return True
    following = next((f for f in measures if f.first > figure.last), None)
    by = sentence.lexicon.data["unit_slips"]["by"]
    return (
        figure.kind == "number"
        and following is not None
        and sentence.scene.dimension(following.quantity.unit) == "length"
        and following.first == figure.last + 2
        and sentence.word(figure.last + 1) in by
    )


def _crossed(sentence: Sentence, length: Figure, width: Figure) -> bool:
    """Joined by "by", or one long and the other wide."""
    data = sentence.lexicon.data["unit_slips"]
    if width.first == length.last + PAIR and sentence.word(length.last + 1) in data["by"]:
        return True
    return {_named(sentence, length), _named(sentence, width)} == {"long", "wide"}


def _named(sentence: Sentence, figure: Figure) -> str:
    """Long or wide, by the word right behind a length."""
    for key in ("long", "wide"):
        if sentence.word(figure.last + 1) in sentence.lexicon.data["unit_slips"][key]:
            return key
    return ""


def _outputs(sentence: Sentence, measures: Sequence[Figure]) -> Iterator[Relation]:
    """As in "have a capacity of 2 megawatts each and produced 9,500 megawatts last year"."""
    powers = [f for f in measures if sentence.scene.dimension(f.quantity.unit) == "power"]
    if len(powers) != PAIR:
        return
    rated = [f for f in powers if _capacity(sentence, f)]
    made = [f for f in powers if f not in rated and _yearly(sentence, f)]
    if len(rated) != 1 or len(made) != 1:
        return
    each = sentence.at(sentence.phrases("unit_slips", "each"), rated[0].last + 1)
    counted = [f for f in sentence.figures if f.kind == "count" and f.first < rated[0].first]
    several = counted[:1] if each else None
    members: Roles = {"capacity": rated[0], "output": made[0], "count": several}
    if not each or counted:
        yield sentence.relation("output", members, sure=True)


def _capacity(sentence: Sentence, figure: Figure) -> bool:
    start = max(sentence.first, figure.first - WORDS_BEFORE)
    return says(sentence, "unit_slips", "capacity", range(start, figure.last + TIME_WORDS))


def _yearly(sentence: Sentence, figure: Figure) -> bool:
    """Produced, and in a stretch of time."""
    times = sentence.phrases("unit_slips", "in_time")
    before = range(max(sentence.first, figure.first - WORDS_BEFORE), figure.first)
    behind = range(figure.last + 1, min(sentence.end, figure.last + 1 + TIME_WORDS))
    verb = says(sentence, "unit_slips", "produced", (*before, *behind))
    timed = any(sentence.at(times, at) for at in (*behind, *before))
    return verb and timed
