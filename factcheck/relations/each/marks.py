"""What an amount is for each of, by the words beside it: "je Quadratmeter", "a pupil", "an hour".

Each reader takes a figure of a window and gives the figures that may tell how many there are of
what it is for, with the members that say of which unit it is: "320 Euro je Quadratmeter" the
areas, "7,5 Liter auf 100 Kilometer" the other lengths, "385 Euro pro Schüler" the numbers of
pupils or else of anything, "je sieben Stunden", "24 payments of £32.50" and "four 11-hour shifts"
the number right before, "im Schnitt 27.000" every number and length of time.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from fractions import Fraction

from factcheck.interval import exact
from factcheck.model import Claim, Span
from factcheck.record import record
from factcheck.relations.each.drawn import RATED, rate_of
from factcheck.relations.each.lone_each import counts
from factcheck.relations.figure_kinds import NUMBERS
from factcheck.relations.sentence import (
    BREAKS,
    DASHES,
    STATEMENT_ENDS,
    Figure,
    Sentence,
    alike,
    clause_of,
)

WORDS = 6
ROUND = 100
COUNTED = frozenset({"count", "duration"})
ENDS = STATEMENT_ENDS | {":"}
PHYSICAL = {"speed": ("time", "length"), "power": ("time", "energy")}
# Units of time of which a longer one has a fixed number, whatever days are worked.
STEPS = frozenset({("month", "year"), ("year", "decade"), ("second", "minute"), ("minute", "hour")})
Members = list[tuple[str, Claim | Span]]


@record
class Mark:
    """What may count those that an amount is for; `named` where the mark says what they are.

    `size` is that of the unit in `per`, `end` one past the words of the mark; `made` the dimension
    of what the two make together, where it is not that of the amount. What is `joined` to the
    number right before it has that number whatever the time it is told for.
    """

    bases: Sequence[Figure]
    end: int
    per: Members = field(default_factory=list)
    size: Fraction = Fraction(1)
    named: bool = True
    made: str = ""
    joined: bool = False
    averaged: bool = False


Reader = Callable[[Sentence, Sequence[Figure], Figure], Mark | None]


def mark_of(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """The first mark that tells what a figure is for each of, if anything counts that."""
    marks = (read(window, figures, each) for read in READERS)
    return next((mark for mark in marks if mark is not None and mark.bases), None)


def dimension(window: Sentence, figure: Figure) -> str:
    """What the unit of a figure measures; "time" of a duration."""
    return "time" if figure.kind == "duration" else window.scene.dimension(figure.quantity.unit)


def behind(window: Sentence, each: Figure) -> Iterator[int]:
    """The token behind a figure, and that behind the noun of a measure: "acht Tonnen Weizen je"."""
    yield each.last + 1
    noun = window.word(each.last + 1).isalpha() and each.kind in {"measure", "money"}
    if noun:
        yield each.last + 2


def _physical(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "624 Kilometer in vier Stunden, im Schnitt 156 Kilometer pro Stunde"."""
    time, made = PHYSICAL.get(dimension(window, each), ("", ""))
    bases = [f for f in figures if made and _lasts(window, f, time)]
    return Mark(bases, each.last + 1, made=made) if bases else None


def _lasts(window: Sentence, figure: Figure, time: str) -> bool:
    return dimension(window, figure) == time and figure.claim.period is None


def _timed(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "780 Euro im Monat": the lengths of time in months, or in years."""
    unit, end = rate_of(window, each)
    if not unit or each.kind not in RATED:
        return None
    lengths = [f for f in figures if f.kind == "duration" and f.claim.period is None]
    units = {unit, *(long for short, long in STEPS if short == unit)}
    bases = [f for f in lengths if f.quantity.unit in units]
    span = window.scene.passage.span(end - 1, end - 1)
    return Mark(bases, end, [("per", span)], window.scene.units[unit].factor)


def _of_unit(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "£750 per square foot", "50 je Quadratkilometer", "48 miles to the gallon"."""
    for start in behind(window, each):
        many = window.at(window.phrases("per_unit", "per_many"), start)
        round_base = next((f for f in window.figures if many and f.first == start + many), None)
        if round_base is not None:
            return _of_so_many(window, figures, each, round_base)
        dense = window.at(window.phrases("per_unit", "dense"), start)
        length = max(_per(window, start), dense)
        at = start + length
        if not length:
            continue
        hit = window.lexicon.units.at(window.tokens, at)
        unit = window.scene.units.get(hit[1].unit) if hit is not None else None
        if hit is not None and unit is not None and not _of_some(window, at + hit[0]):
            bases = [f for f in figures if dimension(window, f) == unit.dimension]
            span = window.scene.passage.span(at, at + hit[0] - 1)
            return Mark(bases, at + hit[0], [("per", span)], unit.factor)
    return None


def _per(window: Sentence, at: int) -> int:
    """The length of "je", "per", "for every"."""
    tables = (window.phrases("per_unit", key) for key in ("per", "upon_each", "each_of"))
    return max(window.at(table, at) for table in tables)


def _of_some(window: Sentence, at: int) -> bool:
    """As in "pro Quadratmeter Wohnfläche", "per square metre of living space"."""
    nouns = window.lexicon.data["grammar"]["capitalised_nouns"]
    named = nouns and at < window.end and window.tokens.words[at][0].isupper()
    return bool(named) or window.word(at) in window.lexicon.data["parts"]["taken"]


def _of_so_many(
    window: Sentence, figures: Sequence[Figure], each: Figure, many: Figure
) -> Mark | None:
    """As in "7,5 Liter auf 100 Kilometer", "12 cases per 100,000 people"."""
    value = many.quantity.value
    if value is None or value < ROUND or str(value).strip("0") != "1" or many.kind == "money":
        return None
    unit = dimension(window, many)
    bases = [
        f
        for f in figures
        if f not in (each, many) and (alike(f, many) or (unit and dimension(window, f) == unit))
    ]
    known = window.scene.units.get(many.quantity.unit or "")
    size = exact(value) * (known.factor if known is not None else 1)
    return Mark(bases, many.last + 1, [("per", many.claim)], size)


def _of_noun(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "385 Euro pro Schüler", "£65 a head", "£1.3m each", "pro Flasche 7,95 Euro"."""
    data = window.lexicon.data["per_unit"]
    if rate_of(window, each)[0]:
        return None  # "19 a day" are for each day alone
    numbers = [f for f in figures if f.claim.kind == "count" and not alike(f, each)]
    for start in behind(window, each):
        keys = ("each", "each_of_them")
        length = max(window.at(window.phrases("per_unit", key), start) for key in keys)
        length = length or (window.word(start) in data["any_each"])
        if length:
            return Mark(numbers, start + length, named=False)
        length = _per(window, start)
        noun = window.word(start + length) if length else ""
        if noun and noun not in BREAKS:
            return _counting(figures, numbers, noun, start + length + 1)
    noun = _noun_before(window, each)
    return _counting(figures, numbers, noun, each.last + 1) if noun else None


def _counting(figures: Sequence[Figure], numbers: Sequence[Figure], noun: str, end: int) -> Mark:
    """The numbers of what a noun names, else all of them and the lengths of time."""
    named = [figure for figure in numbers if counts(figure, noun)]
    lengths = [f for f in figures if f.kind == "duration" and f.claim.period is None]
    return Mark(named or [*numbers, *lengths], end, named=bool(named))


def _led(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "Each of the 12 weeks has cost £3.5m": the first amount behind them."""
    before = [f for f in figures if f.last < each.first]
    base = before[-1] if before else each
    led = window.before(window.phrases("per_unit", "each_before"), base.first)
    fits = led and each.kind not in NUMBERS and base.claim.kind in COUNTED and not _same(base, each)
    return Mark([base], each.last + 1, joined=True) if fits else None


def _of_one(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "0,41 Euro kostet die Kilowattstunde", "Ein Liter Diesel kostet 1,60 Euro"."""
    articles = window.lexicon.data["grammar"]["determiners"]
    for at in clause_of(window, each) if each.kind == "money" else ():
        hit = window.lexicon.units.at(window.tokens, at + 1)
        unit = window.scene.units.get(hit[1].unit) if hit is not None else None
        if hit is None or unit is None or window.word(at) not in articles:
            continue
        if unit.dimension != "time" and not any(f.first <= at + 1 <= f.last for f in figures):
            bases = [f for f in figures if dimension(window, f) == unit.dimension]
            span = window.scene.passage.span(at + 1, at + hit[0])
            return Mark(bases, each.last + 1, [("per", span)], unit.factor)
    return None


def _one_for(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "12 doctors, one for every 700 people": the numbers of other things."""
    length = window.before(window.phrases("per_unit", "upon_each"), each.first)
    ones = window.lexicon.data["per_unit"]["ones"]
    if not length or window.word(each.first - length - 1) not in ones:
        return None
    bases = [f for f in figures if f.claim.kind == "count" and not alike(f, each)]
    return Mark(bases, each.last + 1, named=False) if each.claim.kind == "count" else None


def _noun_before(window: Sentence, each: Figure) -> str:
    """As in "pro Flasche sind das 7,95 Euro", "Each van, at £45,000,", "Ein Fahrzeug kostet"."""
    single, table = window.phrases("per_unit", "single"), window.phrases("per_unit", "upon_each")
    for at in range(each.first - 1, max(window.first - 1, each.first - WORDS - 1), -1):
        if any(f.first <= at <= f.last for f in window.figures) or window.word(at) in ENDS:
            return ""
        opens = at == window.first or window.word(at - 1) in ENDS
        length = window.at(table, at) or (window.at(single, at) if opens else 0)
        if length and window.word(at + length).isalpha() and at + length < each.first:
            return window.word(at + length)
    return ""


def _of_pieces(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "fünf Tagen je sieben Stunden", "24 payments of £32.50", "four 11-hour shifts"."""
    if each.kind in NUMBERS:
        return None
    before = [f for f in figures if f.last < each.first]
    if not before or before[-1].claim.kind not in COUNTED or _same(before[-1], each):
        return None
    base, text = before[-1], each.claim.span.text
    between = range(base.last + 1, each.first)
    joined = not between and any(dash in text for dash in DASHES)
    tables = [window.phrases("per_unit", key) for key in ("each_prior", "pieces", "dealt")]
    length = max(window.before(table, each.first) for table in tables)
    words = [window.word(at) for at in between]
    told = length and len(words) <= WORDS and all(word.isalpha() or word == "-" for word in words)
    return Mark([base], each.last + 1, joined=True) if joined or told else None


def _same(base: Figure, each: Figure) -> bool:
    return base.claim.kind == each.claim.kind and alike(base, each)


def _of_mean(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "im Schnitt also 27.000", "an average gate of 12,000"."""
    table, clause = window.phrases("means", "mean"), clause_of(window, each)
    opens = tuple(window.lexicon.data["means"]["opens"])
    if rate_of(window, each)[0]:
        return None  # "im Schnitt 12 Millionen Euro pro Jahr"
    if not any(window.at(table, at) or window.word(at).startswith(opens) for at in clause):
        return None
    bases = [f for f in figures if f.kind == "duration" and f.claim.period is None]
    bases += [f for f in figures if f.kind in NUMBERS and f is not each and f.quantity.noun]
    return Mark(bases, each.last + 1, named=False, averaged=True)


READERS: tuple[Reader, ...] = (
    _physical, _one_for, _timed, _of_unit, _led, _of_noun, _of_pieces, _of_one, _of_mean,
)  # fmt: skip
