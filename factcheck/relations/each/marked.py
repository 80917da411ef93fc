"""An amount for each, the only figure that counts those it is for, and the only other amount.

"385 Euro pro Schüler. Bei 26 Teilnehmern kommen so 10.010 Euro zusammen", "auf 640 Kilometern 48
Liter, das sind 7,5 Liter auf 100 Kilometer", "four 11-hour shifts a week, 44 hours in all".

A mark (mark.py) tells what the amount is for each of. A sentence, two that follow each other, or
one with what is counted anywhere before it may hold other figures, as long as only one can be the
number of them and only one the total. Where a word draws the last of the three from the others, or
a sign an amount for each that is of their size, and nothing else is counted, the relation is sure.
Else they are held `alone` against each other; where nothing draws the last, no more is told than
that they are `agreeing`.
"""

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from factcheck.model import Relation
from factcheck.relations.each.drawn import drawn, usable
from factcheck.relations.each.mark import COUNTED, dimension
from factcheck.relations.each.pairs import may_make
from factcheck.relations.each.threes import Three, three_of
from factcheck.relations.each.told import Drawn, elsewhere, told
from factcheck.relations.figure_kinds import NUMBERS
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    BREAKS,
    DASHES,
    STATEMENT_ENDS,
    Figure,
    Sentence,
    alike,
    neighbours,
    sentences,
)
from factcheck.relations.windows import counted, denied, end_of, said_again

SIGNS = frozenset({",", ":", "("}) | DASHES
FEWEST = 3
HEAD = 5
SOON = 2
Read = tuple[int, Relation | None]  # how surely, as in Drawn, and what
Window = tuple[Callable[[Three], Read], Sentence, int, Sequence[Figure]]
NOTHING: Read = (-1, None)


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The amounts for each of a passage; `bound` are the ids of the claims bound already."""
    if len(scene.claims) < FEWEST:
        return
    best: dict[int, Read] = {}
    for read, window, split, figures in chain(_near(scene), _far(scene)):
        for each in figures if read is _beside else [f for f in figures if f.first >= split]:
            key = id(each.claim)
            known = best.get(key, NOTHING)
            if key in bound or known[0] >= Drawn.SIGN or not may_make(window, figures, each):
                continue
            cuts = _cuts(window, split, figures, each)
            threes = (three_of(window, split, cut, each) for cut in cuts)
            found = max((read(three) for three in threes if three), key=_certainty, default=known)
            best[key] = max(known, found, key=_certainty)
    yield from (relation for _, relation in best.values() if relation is not None)


def _certainty(read: Read) -> int:
    return read[0]


def _near(scene: Scene) -> Iterator[Window]:
    """Each sentence, and each two that follow each other, with its figures."""
    for sentence in sentences(scene, FEWEST):
        yield _beside, sentence, sentence.first, _amounts(sentence)
    for both, split in neighbours(scene):
        yield _beside, both, split, _amounts(both)


def _far(scene: Scene) -> Iterator[Window]:
    """Each sentence with all that is counted before it."""
    earlier: list[Figure] = []
    for sentence in sentences(scene, 1):
        figures = _amounts(sentence)
        if earlier and len(figures) > 1:
            window = replace(sentence, first=0, figures=(*earlier, *figures))
            yield _apart, window, sentence.first, [*earlier, *figures]
        earlier += [f for f in figures if f.claim.kind in COUNTED]


def _amounts(window: Sentence) -> list[Figure]:
    """The amounts of a window, without what is denied."""
    return [f for f in counted(window) if usable(f) and not denied(window, f)]


def _cuts(
    window: Sentence, split: int, figures: Sequence[Figure], each: Figure
) -> Iterator[Sequence[Figure]]:
    """The figures up to the amount for each, up to what closes something behind it, and all."""
    for end, last in enumerate(figures, 1):
        if end < FEWEST or last.last < each.last:
            continue
        closed = last is each or end == len(figures) or split < last.first <= split + SOON
        if closed or window.breaks(end_of(window, last)):
            yield figures[:end]


def _apart(three: Three) -> Read:
    """As in "was open for 24 days. The weather was kind. It took £84,000, or £3,500 a day".

    What is drawn from a total of its sentence is for each of what a mark names.
    """
    inside = three.base.first < three.split <= min(three.each.first, three.total.first)
    named = inside and three.mark.named and three.last is three.each and not three.rates
    if not named or not drawn(three.closing) or not told(three):
        return NOTHING
    if elsewhere(three.window, three.base, three.last) or not three.window.breaks(three.end):
        return NOTHING
    relation = three.window.relation("per_unit", three.members, sure=False, alone=three.last)
    return Drawn.SIGN, relation


def _beside(three: Three) -> Read:
    """What is told of three that stand together."""
    window, mark, base, last = three.window, three.mark, three.base, three.last
    if any(_one_of_two(window, figure) for figure in (three.each, base, three.total)):
        return NOTHING
    if said_again(window, three.each, three.total):
        return NOTHING  # "500 pounds, or 227 kilograms"
    own = drawn(three.closing)
    here = three.split == window.first and window.breaks(three.end) and not three.rates
    if here and own and mark.named and mark.per and last is three.each:
        return Drawn.WORD, window.relation("per_unit", three.members, sure=True)
    drawn_by = told(three)
    whole = last is three.each and mark.end > three.total.first > last.first
    drawn_by = Drawn.SIGN if whole and drawn_by is Drawn.BESIDE else drawn_by
    placed = not mark.made and elsewhere(window, base, last)
    if drawn_by is None or placed or (mark.bare and not drawn_by):
        return NOTHING
    far = not three.sized and three.split > window.first and last is three.total
    if not far and _firm(three, drawn_by):
        return Drawn.WORD, window.relation("per_unit", three.members, sure=True)
    if not three.sized and not (far and _firm(three, drawn_by)):
        return NOTHING
    apposed = last is three.each and window.word(base.first - 1) in SIGNS
    if here and mark.joined and (apposed or (last is three.total and own)):
        return Drawn.WORD, window.relation("per_unit", three.members, sure=True)
    members = three.members
    if not (drawn_by or _in_general(three)) or not _closed(three) or _open_time(three):
        members = {**members, "agreeing": last.claim.span}
        drawn_by = Drawn.BESIDE
    return drawn_by, window.relation("per_unit", members, sure=False, alone=last)


def _firm(three: Three, drawn_by: Drawn) -> bool:
    """Do words bind all three, and nothing else is counted: is a mismatch of any size told?"""
    mark, last = three.mark, three.last
    timed = not three.rates or (last is three.each and "base_rate" not in three.rates)
    named = mark.named or mark.joined or _counted_both(three)
    only = (three.only or _of_its_kind(three)) and three.base.kind != "number"
    if not (only and timed and named and _closed(three)) or _with_others(three) or _listed(three):
        return False
    later = last is three.total and three.base.first < three.split and not mark.made
    if later and not (mark.per and drawn(three.closing)):
        return False  # what else was sold, given or paid may be told between two sentences
    kinds = {three.each.kind, three.total.kind}
    if not three.sized and (mark.made or not kinds.isdisjoint(NUMBERS)):
        return False
    signed = three.sized and (last is three.each or bool(mark.made))
    return drawn_by is Drawn.WORD or (drawn_by is Drawn.SIGN and signed)


def _of_its_kind(three: Three) -> bool:
    """Is there one figure of each dimension: as in "14 containers can feed 50MW for four hours"?"""
    own = (three.each, three.base, three.total)
    known = {dimension(three.window, figure) for figure in own}
    found = [f for f in three.window.figures if dimension(three.window, f) in known]
    return bool(three.mark.made) and len(found) == len(own)


def _counted_both(three: Three) -> bool:
    """As in "9.2 million watched the 306 games, an average of 30,000"."""
    nouns = [three.base.quantity.noun, three.total.quantity.noun]
    told_both = all(nouns) and not alike(three.base, three.total)
    return (
        three.mark.averaged and told_both and three.base.quantity.noun != three.each.quantity.noun
    )


def _closed(three: Three) -> bool:
    """Does nothing behind an amount for each say of what else it is? "At £80 each they were"."""
    window, at = three.window, three.last.first - 1
    priced = window.word(at) in window.lexicon.data["per_unit"]["priced"]
    opened = priced and window.word(at - 1) in STATEMENT_ENDS
    ends = three.mark.joined or bool(three.mark.made) or window.breaks(three.end) or opened
    return ends or three.last is not three.each


def _open_time(three: Three) -> bool:
    """Is a total told for a month or a year, and nothing says of what time the number is?"""
    return [*three.rates] == ["total_rate"] and three.last is not three.each


def _in_general(three: Three) -> bool:
    """Is the total that of a length, of anybody, or of a price that heads its sentence?"""
    window, mark, base = three.window, three.mark, three.base
    lasts = three.only and base.kind == "duration" and bool(mark.per)
    if lasts or _of_its_kind(three):
        return three.last is three.total
    general = bool(mark.per) and _of_anybody(window, base)
    return three.last is three.total and (general or _at_head(window, three.each))


def _with_others(three: Three) -> bool:
    """As in "to two nieces and a dogs' home, £1.37m each"."""
    window, at = three.window, three.base.last + 1
    data = window.lexicon.data
    own = {*data["grammar"]["determiners"], *data["changes"]["fillers"]}
    joined = window.word(at) in data["parts"]["joins"] and window.word(at + 1) in own
    return joined and three.base.first < three.last.first


def _listed(three: Three) -> bool:
    """As in "goes to two nieces, £1m each, a dogs' home and the taxman": one of several."""
    window, each = three.window, three.each
    joins = window.lexicon.data["parts"]["joins"]
    behind = [window.word(at) for at in range(each.last + 1, window.end)]
    apposed = three.total.last < three.base.first < each.first
    apposed = apposed and each.kind not in NUMBERS and window.word(each.first - 1) == ","
    return apposed and "," in behind and not set(joins).isdisjoint(behind)


def _one_of_two(window: Sentence, figure: Figure) -> bool:
    """As in "three or four each": which of the two is not told."""
    either = {*window.lexicon.data["ranges"]["or"]}
    pairs = ((figure.first - 1, figure.first - 2), (figure.last + 1, figure.last + 2))
    same = [f for f in window.figures if alike(f, figure)]
    return any(
        window.word(at) in either and any(f.first <= beyond <= f.last for f in same)
        for at, beyond in pairs
    )


def _of_anybody(window: Sentence, base: Figure) -> bool:
    """As in "ein Haushalt mit 120 Kubikmetern zahlt", "A herd giving 3,000 litres earns"."""
    at = window.back(base.first, {",", *STATEMENT_ENDS})
    return at > window.first and window.word(at) in window.lexicon.data["per_unit"]["single"]


def _at_head(window: Sentence, each: Figure) -> bool:
    """As in "At 78p a litre the tank costs", "Bei einem Preis von elf Cent kostet das"."""
    data = window.lexicon.data["per_unit"]
    for at in range(each.first - 1, max(window.first, each.first - HEAD) - 1, -1):
        if window.word(at) in BREAKS:
            return False
        if at == window.first or window.word(at - 1) in STATEMENT_ENDS:
            return window.word(at) in {*data["priced"], *data["for"]}
    return False
