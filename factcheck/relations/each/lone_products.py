"""An amount for each unit, how many of them there are, and the total that a window draws from it.

"1.2m pints a day, a loss of 108m over the 90 days", "found £1.5bn, to be paid over five years. At
£300m a year that is", "feeds 50MW into the grid for four hours. Its 200MWh", "Some 540,000 share
the 316 sq km, about 1,709 to the square kilometre", "18.6m sq ft. At an average of 12,000 sq ft
that would be 1,550 shops", "4.2bn two-pence pieces. That is £84m".

The last of the three is drawn from the others (drawn.py), and before it there is one figure of each
of the two kinds that it takes to make it, and no other. What is far from what they make is of
something else. Where nothing draws the last, only what so many cost at so much each is read, and
what misses the total of an amount for each unit of time by zeros alone.
"""

from collections.abc import Container, Iterator
from fractions import Fraction

from factcheck.interval import exact
from factcheck.model import Claim, Relation, Span
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.each.drawn import (
    RATED,
    STEPS,
    Closing,
    attached,
    closings,
    drawn,
    extent,
    multiplied,
    opens_next,
    own_place,
    rates_of,
    size,
)
from factcheck.relations.figure_kinds import NUMBERS
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, alike, clause_of

FEWEST = 3
PAIR = 2
POWERS = (-3, -2, -1, 1, 2, 3)
SPARE = Fraction(1, 20)
PHYSICAL = (("power", "time", "energy"), ("speed", "time", "length"))
Found = tuple[str, list[tuple[str, Claim | Span]]]


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The products of a passage; `bound` are the ids of the claims that are bound already."""
    if len(scene.claims) < FEWEST:
        return
    done: set[int] = set()
    for closed in closings(scene, bound, done):
        window = attached(closed)
        for read in READERS if drawn(window) else (_priced, _slipped):
            found = read(window)
            if found is not None:
                done.add(id(closed.last.claim))
                yield window.sentence.relation(found[0], found[1], sure=True)
                break


def _slipped(window: Closing) -> Found | None:
    """As in "lose £3.5m a week, and in 12 weeks have lost £4.2m.": no more than zeros are wrong."""
    sentence, last = window.sentence, window.last
    gap = range(window.before[0].last, last.first) if window.before else range(0)
    apart = any(sentence.word(at) == ";" for at in gap)
    apart = apart or window.split > sentence.first or not sentence.breaks(last.last + 1)
    found = None if apart else _timed(window)
    return found if found is not None and _zeros(window, found) else None


def _zeros(window: Closing, found: Found) -> bool:
    """Is the total ten, a hundred times what the others make, or a tenth of it?"""
    sizes = {role: claim for role, claim in found[1] if isinstance(claim, Claim)}
    by_id = {id(f.claim): f for f in (*window.before, window.last)}
    each, base, total = (by_id[id(sizes[role])] for role in ("each", "base", "total"))
    made = exact(each.quantity.value or 0) * exact(base.quantity.value or 0)
    times = made / exact(total.quantity.value or 1)
    same = each.quantity.unit == total.quantity.unit
    powers = [Fraction(10) ** power for power in POWERS]
    return same and any(abs(times / power - 1) <= SPARE for power in powers)


def _timed(window: Closing) -> Found | None:
    """An amount for each unit of time, a length of it, and the amount of the whole."""
    figures = [*window.before, window.last]
    lengths = [f for f in figures if f.kind == "duration" and f.claim.period is None]
    rated = rates_of(window, figures)
    if len(lengths) != 1 or len(rated) != 1 or not extent(window.sentence, lengths[0]):
        return None
    (each, unit, end), base = rated[0], lengths[0]
    value = each.quantity.value
    totals = [
        f for f in figures if f not in (each, base) and alike(f, each) and f.quantity.value != value
    ]
    steps = base.quantity.unit == unit or (unit, base.quantity.unit or "") in STEPS
    if len(totals) != 1 or not steps or multiplied(window, [each, base, totals[0]]):
        return None
    if _paid_last(window, base, totals[0]):
        return None
    per = window.sentence.scene.passage.span(end - 1, end - 1)
    found = _product(window, each, base, totals[0], per)
    unequal = each is window.last and _unequal(window, end)
    return None if found is not None and unequal and not _zeros(window, found) else found


def _unequal(window: Closing, end: int) -> bool:
    """As in "£50m a year for the first five and £60m for the rest", "£50m a year at first"."""
    sentence, last = window.sentence, window.last
    behind = [f for f in sentence.figures if f.first > last.last]
    opens = window.split < last.first and opens_next(window, last.first)
    if (
        sentence.word(end) == ","
        and sentence.word(end + 1) in sentence.lexicon.data["changes"]["as"]
    ):
        return True  # "600 im Jahr, wie sie der Nachfolger anstrebt"
    return any(alike(f, last) for f in behind) or not (sentence.breaks(end) or opens)


def _paid_last(window: Closing, base: Figure, total: Figure) -> bool:
    """As in "129 a month and £4,500 down. Over four years that makes £10,692": another total."""
    behind = [f for f in window.sentence.figures if f.first > window.last.last]
    return base is window.last and any(alike(f, total) for f in behind)


def _product(
    window: Closing, each: Figure, base: Figure, total: Figure, per: Span | None
) -> Found | None:
    """The relation, if the three are of one size."""
    made, told = size(window, each) * size(window, base), size(window, total)
    if per is not None and total.quantity.unit is None:  # "1.2m pints a day, a loss of 108m"
        told *= size(window, each) / exact(each.quantity.value or 1)
    unit = window.sentence.lexicon.units.at
    if per is not None:
        hit = unit(window.sentence.tokens, _token(window, per))
        known = window.sentence.scene.units.get(hit[1].unit) if hit is not None else None
        made = made / known.factor if known is not None else Fraction()
    if not of_one_size(made, told):
        return None
    members: list[tuple[str, Claim | Span]] = [("each", each.claim), ("base", base.claim)]
    members += [("per", per)] if per is not None else []
    return "product", [*members, ("total", total.claim)]


def _token(window: Closing, span: Span) -> int:
    starts = window.sentence.tokens.starts
    return next(at for at in range(window.sentence.first, len(starts)) if starts[at] == span.start)


def _dense(window: Closing) -> Found | None:
    """As in "540,000 share the 316 sq km, about 1,709 to the square kilometre"."""
    sentence, each = window.sentence, window.last
    length = sentence.at(sentence.phrases("per_unit", "dense"), each.last + 1)
    at = each.last + 1 + length
    hit = sentence.lexicon.units.at(sentence.tokens, at) if length else None
    unit = sentence.scene.units.get(hit[1].unit) if hit is not None else None
    if hit is None or unit is None or each.kind not in NUMBERS:
        return None
    bases = [
        f for f in window.before if sentence.scene.dimension(f.quantity.unit) == unit.dimension
    ]
    totals = [f for f in window.before if f.kind in RATED and f not in bases and alike(f, each)]
    if len(bases) != 1 or len(totals) != 1 or not sentence.breaks(at + hit[0]):
        return None
    per = sentence.scene.passage.span(at, at + hit[0] - 1)
    return _product(window, each, bases[0], totals[0], per)


def _physical(window: Closing) -> Found | None:
    """As in "50MW for four hours. Its 200MWh": of each dimension there is one."""
    found: dict[str, list[Figure]] = {}
    for figure in (*window.before, window.last):
        found.setdefault(window.sentence.scene.dimension(figure.quantity.unit), []).append(figure)
    for each, base, total in PHYSICAL:
        groups = [found.get(name, []) for name in (each, base, total)]
        if all(len(group) == 1 for group in groups):
            rate, time, whole = (group[0] for group in groups)
            if extent(window.sentence, time):
                return _product(window, rate, time, whole, None)
    return None


def _pieces(window: Closing) -> Found | None:
    """As in "4.2bn two-pence pieces. That is £84m": what each is worth, joined to their number."""
    for base, each in zip(window.before, window.before[1:], strict=False):
        joined = each.first == base.last + 1 and "-" in each.claim.span.text
        if joined and base.claim.kind == "count" and each.kind == window.last.kind == "money":
            totals = [f for f in window.before if f not in (base, each) and alike(f, window.last)]
            if alike(each, window.last) and not totals:
                return _product(window, each, base, window.last, None)
    return None


def _mean_of_counts(window: Closing) -> Found | None:
    """As in "9.2 million watched the 306 games, an average of 30,000"."""
    sentence, mean = window.sentence, window.last
    at = mean.first
    while sentence.word(at - 1) in sentence.lexicon.data["changes"]["thus"]:
        at -= 1
    table = sentence.phrases("means", "mean")
    if not sentence.before(table, at) or not sentence.breaks(mean.last + 1):
        return None
    if mean.kind not in NUMBERS or len(window.before) != PAIR:
        return None
    if own_place(sentence, clause_of(sentence, mean)):
        return None
    base, total = sorted(window.before, key=lambda figure: figure.quantity.value or 0)
    counted = all(f.claim.kind == "count" and f.quantity.noun for f in (base, total))
    alone = counted and not alike(base, total) and base.quantity.noun != mean.quantity.noun
    return _product(window, mean, base, total, None) if alone else None


def _priced(window: Closing) -> Found | None:
    """As in "At £80 each the 24 chairs cost £1,920", "were £80 each. For 24 it paid £1,920"."""
    sentence, total, data = window.sentence, window.last, window.sentence.lexicon.data["per_unit"]
    any_each = {*data["any_each"]}
    each = [f for f in window.before if sentence.word(f.last + 1) in any_each]
    bases = [f for f in window.before if f not in each and f.kind in NUMBERS]
    cost = sentence.word(total.first - 1) in data["costs"] and sentence.breaks(total.last + 1)
    if not cost or total.kind != "money" or len(window.before) != PAIR:
        return None
    if (
        len(each) != 1
        or len(bases) != 1
        or not alike(each[0], total)
        or not _all_of(window, each[0], bases[0])
    ):
        return None
    return _product(window, each[0], bases[0], total, None)


def _all_of(window: Closing, each: Figure, base: Figure) -> bool:
    """As in "At £80 each the 24 chairs cost", "For 24 it paid", of whatever is £80 each."""
    sentence = window.sentence
    definite = sentence.word(base.first - 1) in sentence.lexicon.data["changes"]["definite"]
    near = each.first >= window.split and base.last + 2 == window.last.first
    same = base.kind == "number" and base.quantity.noun is None
    same = same and window.last.first - base.last <= PAIR + 1  # not "For 24 and the tables it"
    listed = sentence.before(sentence.phrases("per_unit", "for"), base.first)
    return (definite and near) or (same and bool(listed))


def _averaged(window: Closing) -> Found | None:
    """As in "18.6m sq ft. At an average of 12,000 sq ft that would be 1,550 shops"."""
    sentence, base = window.sentence, window.last
    means = sentence.phrases("means", "mean")
    each = [f for f in window.before if sentence.before(means, f.first)]
    if len(each) != 1 or base.kind != "count" or each[0].kind not in {"money", "measure"}:
        return None
    if rates_of(window, each):
        return None  # "im Schnitt 12 Millionen Euro pro Jahr. Die vier Schwerpunkte"
    totals = [f for f in window.before if f is not each[0] and alike(f, each[0])]
    return _product(window, each[0], base, totals[0], None) if len(totals) == 1 else None


READERS = (_timed, _dense, _physical, _pieces, _averaged, _mean_of_counts)
