"""An amount for each unit, how many of them there are, and the total that a window draws from it.

"1.2m pints a day, a loss of 108m over the 90 days", "found £1.5bn, to be paid over five years. At
£300m a year that is", "feeds 50MW into the grid for four hours. Its 200MWh", "Some 540,000 share
the 316 sq km, about 1,709 to the square kilometre", "18.6m sq ft. At an average of 12,000 sq ft
that would be 1,550 shops", "4.2bn two-pence pieces. That is £84m". And two amounts for two units of
time: "£120bn a year on pensions, about £330m a day".

The last of the three is drawn from the others: a word of working out stands before it, a sign with
no more than a noun and "of", or it opens the second sentence. Before it there is one figure of each
of the two kinds that it takes to make it, and no other. What is far from what they make is of
something else.
"""

from collections.abc import Container, Iterator, Sequence
from fractions import Fraction

from factcheck.interval import exact
from factcheck.model import Claim, Relation, Span
from factcheck.record import record
from factcheck.relations.changes.marks import OPENERS
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, alike, amount
from factcheck.relations.windows import closing

NAMED = 4
SOON = 3
BEHIND = 2
FEWEST = 3
RATED = frozenset({"money", "count", "measure", "number"})
# Units of time of which a longer one has a fixed number, whatever days are worked.
STEPS = frozenset({("month", "year"), ("year", "decade"), ("second", "minute"), ("minute", "hour")})
NUMBERS = frozenset({"count", "number"})
PHYSICAL = (("power", "time", "energy"), ("speed", "time", "length"))
Found = tuple[str, list[tuple[str, Claim | Span]]]


@record
class _Window:
    """What stands before the figure that may close it; `split` is where its sentence begins."""

    sentence: Sentence
    split: int
    last: Figure
    before: Sequence[Figure]


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The products of a passage; `bound` are the ids of the claims that are bound already."""
    if len(scene.claims) < FEWEST - 1:
        return
    done: set[int] = set()
    for sentence, split, last in closing(scene):
        if id(last.claim) in done or id(last.claim) in bound or not _usable(last):
            continue
        before = [f for f in sentence.figures if f.last < last.first and _usable(f)]
        window = _attached(_Window(sentence, split, last, before))
        if not before or not _drawn(window):
            continue
        for read in (_timed, _two_rates, _dense, _physical, _pieces, _averaged):
            found = read(window)
            if found is not None:
                done.add(id(last.claim))
                yield sentence.relation(found[0], found[1], sure=True)
                break


def _attached(window: _Window) -> _Window:
    """Of "a loss of 108m over the 90 days" the amount is what closes the window."""
    sentence, length = window.sentence, window.last
    if length.kind != "duration" or not window.before or not _extent(sentence, length):
        return window
    total = window.before[-1]
    near = length.first - total.last <= NAMED and sentence.plain(total.last + 1, length.first)
    others = [*window.before[:-1], length]
    return _Window(sentence, window.split, total, others) if near else window


def _usable(figure: Figure) -> bool:
    return amount(figure) and figure.quantity.value is not None and figure.kind != "percentage"


def _drawn(window: _Window) -> bool:
    """A word of working out right before the figure, a sign, or the beginning of its sentence."""
    sentence, at = window.sentence, window.last.first
    data = sentence.lexicon.data
    while sentence.word(at - 1) in data["changes"]["fillers"]:
        at -= 1
    near = {sentence.word(n) for n in range(max(window.split, at - NAMED), at)}
    if not near.isdisjoint(data["per_unit"]["no_mean"]) or not _ends(window):
        return False
    if _opens(window, at):
        return True
    keys = ("joins", "verbs", "worked_out", "concludes")
    tables = [sentence.phrases("means", "mean"), *(sentence.phrases("per_unit", k) for k in keys)]
    if any(sentence.before(table, at) for table in tables):
        return True
    of = sentence.before(sentence.phrases("changes", "of"), at)
    if of:
        stops = {*data["changes"]["behind"], *data["changes"]["stops"]}
        for noun in range(at - of - 1, at - of - NAMED - 1, -1):
            if sentence.word(noun) in OPENERS:
                return True
            if not sentence.word(noun).isalpha() or sentence.word(noun) in stops:
                return False
    return sentence.word(at - 1) in OPENERS


def _opens(window: _Window, at: int) -> bool:
    """As in "At £300m a year", "Its 200MWh": it opens the second of two sentences."""
    small = window.sentence.lexicon.stop_words
    words = [window.sentence.word(n) for n in range(window.split, at)]
    own = window.split > window.sentence.first and len(words) <= SOON
    return own and all(word in small for word in words)


def _ends(window: _Window) -> bool:
    """Nothing behind the figure compares it: "a year more than planned"."""
    _, end = _rate(window.sentence, window.last)
    data = window.sentence.lexicon.data["changes"]
    return window.sentence.word(end) not in {*data["behind"], *data["than"], *data["averaged"]}


def _rate(sentence: Sentence, figure: Figure) -> tuple[str, int]:
    """The unit of time behind a figure and its noun, and the token behind both; "" if none is."""
    for at in range(figure.last + 1, figure.last + 1 + BEHIND):
        hit = sentence.lexicon.rates.at(sentence.tokens, at)
        if hit is not None and at + hit[0] <= sentence.end:
            return hit[1], at + hit[0]
        if not sentence.word(at).isalpha():
            break
    return "", figure.last + 1


def _rates_of(window: _Window, figures: Sequence[Figure]) -> list[tuple[Figure, str, int]]:
    rated = [(f, *_rate(window.sentence, f)) for f in figures if f.claim.kind in RATED]
    return [each for each in rated if each[1]]


def _timed(window: _Window) -> Found | None:
    """An amount for each unit of time, a length of it, and the amount of the whole."""
    figures = [*window.before, window.last]
    lengths = [f for f in figures if f.kind == "duration" and f.claim.period is None]
    rated = _rates_of(window, figures)
    if len(lengths) != 1 or len(rated) != 1 or not _extent(window.sentence, lengths[0]):
        return None
    (each, unit, end), base = rated[0], lengths[0]
    value = each.quantity.value
    totals = [
        f for f in figures if f not in (each, base) and alike(f, each) and f.quantity.value != value
    ]
    steps = base.quantity.unit == unit or (unit, base.quantity.unit or "") in STEPS
    if len(totals) != 1 or not steps or _multiplied(window, [each, base, totals[0]]):
        return None
    per = window.sentence.scene.passage.span(end - 1, end - 1)
    return _product(window, each, base, totals[0], per)


def _multiplied(window: _Window, members: Sequence[Figure]) -> bool:
    """Another number between them: "20 Euro im Monat. Bei 1000 Kindern sind das"."""
    start, values = members[0].first, {figure.quantity.value for figure in members}
    others = [f for f in window.before if f not in members and f.quantity.value not in values]
    return any(f.first > start and f.kind in RATED for f in others)


def _extent(sentence: Sentence, length: Figure) -> bool:
    """As in "over five years", "the 90 days", "for four hours", "vier Stunden lang"."""
    if sentence.at(sentence.phrases("durations", "lasting"), length.last + 1):
        return True
    data = sentence.lexicon.data
    over = {*data["per_unit"]["over"], *data["per_unit"]["for"], *data["changes"]["definite"]}
    words = {sentence.word(length.first - 1), sentence.word(length.first)}
    near = {sentence.word(at) for at in range(length.first - NAMED, length.first)}
    return not words.isdisjoint(over) or not near.isdisjoint(data["per_unit"]["takes"])


def _product(
    window: _Window, each: Figure, base: Figure, total: Figure, per: Span | None
) -> Found | None:
    """The relation, if the three are of one size."""
    made, told = _size(window, each) * _size(window, base), _size(window, total)
    if per is not None and total.quantity.unit is None:  # "1.2m pints a day, a loss of 108m"
        told *= _size(window, each) / exact(each.quantity.value or 1)
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


def _token(window: _Window, span: Span) -> int:
    starts = window.sentence.tokens.starts
    return next(at for at in range(window.sentence.first, len(starts)) if starts[at] == span.start)


def _size(window: _Window, figure: Figure) -> Fraction:
    """The value in the base unit of its dimension."""
    unit = window.sentence.scene.units.get(figure.quantity.unit or "")
    factor = unit.factor if unit is not None else Fraction(1)
    return exact(figure.quantity.value or 0) * factor


def _two_rates(window: _Window) -> Found | None:
    """As in "£120bn a year on pensions, about £330m a day"."""
    second = _rates_of(window, [window.last])
    first = _rates_of(window, [f for f in window.before if alike(f, window.last)])
    if len(first) != 1 or not second or first[0][1] == second[0][1]:
        return None
    (slow, unit, _), (fast, other, end) = first[0], second[0]
    if _multiplied(window, [slow, fast]):
        return None
    units = window.sentence.scene.units
    lengths = [units[name].factor for name in (unit, other) if name in units]
    closed = len(lengths) == len((unit, other)) and window.sentence.breaks(end)
    made = _size(window, slow) / lengths[0] * lengths[1] if closed else Fraction()
    if not of_one_size(made, _size(window, fast)):
        return None
    return "rates", [(unit, slow.claim), (other, fast.claim)]


def _dense(window: _Window) -> Found | None:
    """As in "540,000 share the 316 sq km, about 1,709 to the square kilometre"."""
    sentence, each = window.sentence, window.last
    length = sentence.at(sentence.phrases("per_unit", "dense"), each.last + 1)
    at = each.last + 1 + length
    hit = sentence.lexicon.units.at(sentence.tokens, at) if length else None
    unit = sentence.scene.units.get(hit[1].unit) if hit is not None else None
    if hit is None or unit is None or each.kind not in NUMBERS:
        return None
    bases = [f for f in window.before if _dimension(sentence, f) == unit.dimension]
    totals = [f for f in window.before if f.kind in RATED and f not in bases and alike(f, each)]
    if len(bases) != 1 or len(totals) != 1 or not sentence.breaks(at + hit[0]):
        return None
    per = sentence.scene.passage.span(at, at + hit[0] - 1)
    return _product(window, each, bases[0], totals[0], per)


def _dimension(sentence: Sentence, figure: Figure) -> str:
    unit = sentence.scene.units.get(figure.quantity.unit or "")
    return unit.dimension if unit is not None else ""


def _physical(window: _Window) -> Found | None:
    """As in "50MW for four hours. Its 200MWh": of each dimension there is one."""
    found: dict[str, list[Figure]] = {}
    for figure in (*window.before, window.last):
        found.setdefault(_dimension(window.sentence, figure), []).append(figure)
    for each, base, total in PHYSICAL:
        groups = [found.get(name, []) for name in (each, base, total)]
        if all(len(group) == 1 for group in groups):
            rate, time, whole = (group[0] for group in groups)
            if _extent(window.sentence, time):
                return _product(window, rate, time, whole, None)
    return None


def _pieces(window: _Window) -> Found | None:
    """As in "4.2bn two-pence pieces. That is £84m": what each is worth, joined to their number."""
    for base, each in zip(window.before, window.before[1:], strict=False):
        joined = each.first == base.last + 1 and "-" in each.claim.span.text
        if joined and base.claim.kind == "count" and each.kind == window.last.kind == "money":
            totals = [f for f in window.before if f not in (base, each) and alike(f, window.last)]
            if alike(each, window.last) and not totals:
                return _product(window, each, base, window.last, None)
    return None


def _averaged(window: _Window) -> Found | None:
    """As in "18.6m sq ft. At an average of 12,000 sq ft that would be 1,550 shops"."""
    sentence, base = window.sentence, window.last
    means = sentence.phrases("means", "mean")
    each = [f for f in window.before if sentence.before(means, f.first)]
    if len(each) != 1 or base.kind != "count" or each[0].kind not in {"money", "measure"}:
        return None
    totals = [f for f in window.before if f is not each[0] and alike(f, each[0])]
    return _product(window, each[0], base, totals[0], None) if len(totals) == 1 else None
