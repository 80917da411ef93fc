"""An amount for each, the only figure that counts those it is for, and the only other amount.

"385 Euro pro Schüler. Bei 26 Teilnehmern kommen so 10.010 Euro zusammen", "auf 640 Kilometern 48
Liter, das sind 7,5 Liter auf 100 Kilometer", "four 11-hour shifts a week, 44 hours in all".

A mark (mark.py) tells what the amount is for each of. A sentence, or two that follow each other,
may hold other figures, as long as only one can be the number of them and only one the total. As
nothing else binds the three, they are held `alone` against each other; where no word and no sign
draws the last from the others, no more is told than that they are `agreeing`.
"""

from collections.abc import Container, Iterator, Sequence
from fractions import Fraction
from itertools import chain

from factcheck.interval import exact
from factcheck.model import Claim, Relation
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.each.drawn import Closing, drawn, own_place, rate_of, time_of, usable
from factcheck.relations.each.lone_each import elsewhere
from factcheck.relations.each.mark import Mark, Members, dimension
from factcheck.relations.each.marks import mark_of
from factcheck.relations.figure_kinds import NUMBERS
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    BREAKS,
    DASHES,
    STATEMENT_ENDS,
    Figure,
    Sentence,
    alike,
    clause_of,
    neighbours,
    same_noun,
    sentences,
)
from factcheck.relations.windows import counted

FEWEST = 3
HEAD = 5
SIGNS = frozenset({",", ":", "("}) | DASHES
PAIR = 2


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The amounts for each of a passage; `bound` are the ids of the claims bound already."""
    if len(scene.claims) < FEWEST:
        return
    done: set[int] = set()
    single = ((sentence, sentence.first) for sentence in sentences(scene, FEWEST))
    for window, split in chain(single, neighbours(scene)):
        figures = [figure for figure in counted(window) if usable(figure)]
        if len(figures) < FEWEST:
            continue
        for each in figures:
            if id(each.claim) not in bound and id(each.claim) not in done:
                until = [f for f in figures if f.last <= each.last]
                relation = _read(window, split, until, each)
                if relation is None and len(until) < len(figures):
                    relation = _read(window, split, figures, each)
                if relation is not None:
                    done.add(id(each.claim))
                    yield relation


def _read(window: Sentence, split: int, figures: Sequence[Figure], each: Figure) -> Relation | None:
    """The three, if only one figure can count those it is for and only one be the total."""
    mark = mark_of(window, figures, each)
    found = _pair(window, figures, each, mark) if mark is not None else None
    if mark is None or found is None or any(_one_of_two(window, f) for f in (each, *found)):
        return None
    base, total = found
    rates, times = _rates(window, base, total)
    if mark.joined and len(rates) == 1:
        rates = []
    members: Members = [("each", each.claim), ("base", base.claim), *mark.per, *rates]
    members.append(("total", total.claim))
    *others, last = sorted((each, base, total), key=lambda figure: figure.first)
    end = mark.end if last is each else rate_of(window, last)[1]
    between = range(others[0].first, last.first)
    if any(window.word(at) == ";" for at in between):
        return None
    own = drawn(Closing(window, split, last, others))
    whole = split == window.first and window.breaks(end) and not rates
    if whole and own and mark.named and mark.per and last is each:
        return window.relation("product", members, sure=True)
    size = mark.size if mark.per or mark.made else _factor(window, base)
    made = _value(each) * _factor(window, each) * _value(base) * _factor(window, base) / size
    if not of_one_size(made * times, _value(total) * _factor(window, total)):
        return None
    apposed = last is each and window.word(base.first - 1) in SIGNS
    if whole and mark.joined and (apposed or (last is total and own)):
        return window.relation("product", members, sure=True)
    told = _told(window, split, last, others, end) and not elsewhere(window, base, last)
    if told is None or (mark.bare and not told):
        return None
    closed = last is not each or window.breaks(end)
    open_time = len(rates) == 1 and rates[0][0] == "total_rate"
    generic = bool(mark.per) and _of_anybody(window, base)
    drawn_from = told or (last is total and (generic or _at_head(window, each)))
    members.append(("alone", last.claim.span))
    if not drawn_from or not closed or open_time:
        members.append(("agreeing", last.claim.span))
    return window.relation("product", members, sure=False)


def _one_of_two(window: Sentence, figure: Figure) -> bool:
    """As in "three or four each": which of the two is not told."""
    either = {*window.lexicon.data["ranges"]["or"]}
    pairs = ((figure.first - 1, figure.first - 2), (figure.last + 1, figure.last + 2))
    return any(
        window.word(at) in either and any(f.first <= beyond <= f.last for f in window.figures)
        for at, beyond in pairs
    )


def _of_anybody(window: Sentence, base: Figure) -> bool:
    """As in "ein Haushalt mit 120 Kubikmetern zahlt", "A herd giving 3,000 litres earns"."""
    at = base.first
    while at > window.first and window.word(at - 1) not in {",", *STATEMENT_ENDS}:
        at -= 1
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


def _pair(
    window: Sentence, figures: Sequence[Figure], each: Figure, mark: Mark
) -> tuple[Figure, Figure] | None:
    """The number of those it is for, and the total."""
    rounds = {id(member) for _, member in mark.per}
    others = [f for f in figures if f is not each and id(f.claim) not in rounds]
    value = each.quantity.value
    totals = [f for f in others if f.quantity.value != value and _total(window, f, each, mark)]
    totals = [f for f in totals if not _marked(window, figures, f)]
    bases = [f for f in mark.bases if f in others]
    if each.kind in NUMBERS and not mark.named and not (mark.averaged and each.kind == "count"):
        both = [f for f in others if f in bases or f in totals]
        if len(both) == PAIR and all(f.kind in NUMBERS for f in both):
            base, total = sorted(both, key=_value)
            fits = _value(total) > _value(each) and not _of_one_noun(base, total)
            return (base, total) if fits else None
    if len(totals) > 1:
        totals = [f for f in totals if f not in bases] or totals
    if len(totals) > 1:
        totals = [f for f in totals if f.kind == each.kind and not rate_of(window, f)[0]] or totals
    bases = [f for f in bases if f not in totals]
    return (bases[0], totals[0]) if len(bases) == len(totals) == 1 else None


def _of_one_noun(base: Figure, total: Figure) -> bool:
    nouns = (base.quantity.noun, total.quantity.noun)
    return None not in nouns and same_noun(*nouns)


def _total(window: Sentence, figure: Figure, each: Figure, mark: Mark) -> bool:
    """Is it in a unit of what the amount makes: the same, or of the same dimension?"""
    known = dimension(window, figure)
    many = any(isinstance(member, Claim) for _, member in mark.per)
    if each.kind in NUMBERS and not many and _value(figure) <= _value(each):
        return False  # less than one of them has
    instead = window.phrases("changes", "instead")
    if any(window.before(instead, at) for at in (figure.first, figure.first - 1)):
        return False  # "zahlt 380.000 statt bisher 240.000 Euro"
    if mark.averaged and each.kind == "count" and figure.kind == "number":
        return False  # "leaving 27. On average there were 19 farms"
    if mark.made:
        return known == mark.made
    bare = each.kind == "number" and bool(mark.per) and figure.kind == "count"
    if each.kind == figure.kind == "count" and figure.first > each.first:
        bare = bare or _pointed(window, figure)  # "hold 65 people each. That makes 520 places"
    if mark.joined and each.kind == figure.kind == "count":
        bare = bare or _persons(window, (each, figure))  # "25 Kindern. Insgesamt 850 Jungen und"
    return bare or alike(figure, each) or (bool(known) and known == dimension(window, each))


def _pointed(window: Sentence, figure: Figure) -> bool:
    """Is it the first figure of a sentence that opens with "That"?"""
    at = figure.first
    while at > window.first and window.word(at - 1) not in STATEMENT_ENDS:
        at -= 1
        if any(other.first <= at <= other.last for other in window.figures):
            return False
    return at > window.first and window.word(at) in window.lexicon.data["changes"]["pointing"]


def _persons(window: Sentence, figures: Sequence[Figure]) -> bool:
    persons = window.lexicon.data["sums"]["persons"]
    return all((f.quantity.noun or "").lower() in persons for f in figures)


def _marked(window: Sentence, figures: Sequence[Figure], figure: Figure) -> bool:
    """Is it an amount for each itself, by words behind it?"""
    mark = mark_of(window, figures, figure)
    return mark is not None and mark.end > figure.last + 1 and not rate_of(window, figure)[0]


def _value(figure: Figure) -> Fraction:
    return exact(figure.quantity.value or 0)


def _rates(window: Sentence, base: Figure, total: Figure) -> tuple[Members, Fraction]:
    """The words of the units of time for which the number and the total are told; their ratio."""
    units, times = window.scene.units, Fraction(1)
    members: Members = []
    for role, figure in (("base_rate", base), ("total_rate", total)):
        unit, end = time_of(window, figure) if figure is total else rate_of(window, figure)
        if unit:
            members.append((role, window.scene.passage.span(end - 1, end - 1)))
            times = units[unit].factor / times
    return members, times if len(members) == PAIR else Fraction(1)


def _factor(window: Sentence, figure: Figure) -> Fraction:
    unit = window.scene.units.get(figure.quantity.unit or "")
    return unit.factor if unit is not None else Fraction(1)


def _told(
    window: Sentence, split: int, last: Figure, others: Sequence[Figure], end: int
) -> bool | None:
    """Does a word before the last draw it from the others, a sign, or "in all" behind it?

    None where it is told beside them, or more or less than something.
    """
    data, at = window.lexicon.data, last.first
    against = {*data["changes"]["behind"], *data["changes"]["than"], *data["per_unit"]["extras"]}
    start = max(other.last + 1 for other in others)
    clause = clause_of(window, last)
    own = range(max(clause.start, start), clause.stop)
    if window.word(end) in against or own_place(window, own):
        return None
    upon = window.before(window.phrases("per_unit", "upon_each"), at)  # ", one for every 700"
    at -= upon + 1 if upon and window.word(at - upon - 1) in data["per_unit"]["ones"] else 0
    while window.word(at - 1) in {*data["changes"]["fillers"], *data["per_unit"]["priced"]}:
        at -= 1
    between = range(max(start, split if last.first >= split else window.first), at)
    words = {window.word(n) for n in between}
    if not words.isdisjoint({*data["per_unit"]["no_mean"], *data["per_unit"]["apart"]}):
        return None
    signed = window.word(at - 1) in BREAKS - STATEMENT_ENDS and window.breaks(end)
    points = start <= split and window.word(split) in data["changes"]["pointing"]
    behind = window.at(window.phrases("sums", "behind"), end)
    if signed or points or behind or _draws(window, between):
        return True
    first = min(other.last + 1 for other in others)
    joined = any(window.word(n) in data["ranges"]["and"] for n in range(first, at))
    return None if joined else False


def _draws(window: Sentence, between: range) -> bool:
    """As in "kommen so 10.010 Euro", "raising £15,600", ", on average 30", but not of another.

    A mean opens its clause: "Rovers had an average gate of 16,000" has a gate of its own.
    """
    mean, articles = window.phrases("means", "mean"), window.lexicon.data["means"]["articles"]
    for at in between:
        if window.at(window.phrases("per_unit", "draws"), at):
            return True
        before = at - 1 - (window.word(at - 1) in articles)
        if window.at(mean, at) and (before < window.first or window.word(before) in BREAKS):
            return True
    return False
