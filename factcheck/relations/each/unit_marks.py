"""Marks of a unit: "320 Euro je Quadratmeter", "780 Euro im Monat", "7,5 Liter auf 100 Kilometer".

What may count those that the amount is for are measures of that unit's dimension, and lengths of
time. Speed and power make a length and an amount of energy with the time they last.
"""

from collections.abc import Sequence
from dataclasses import replace

from factcheck.interval import exact
from factcheck.languages.tokens import tokenise
from factcheck.relations.each.drawn import RATED, STEPS, extent, rate_of, time_of
from factcheck.relations.each.mark import ENDS, Mark, behind, dimension, per_words
from factcheck.relations.sentence import Figure, Sentence, alike, amount, clause_of

ROUND = 100
SHORTEST = 3
CONFUSED = frozenset({"power", "energy"})
PHYSICAL = {"speed": ("time", "length"), "power": ("time", "energy")}


def of_speed(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "624 Kilometer in vier Stunden, im Schnitt 156 Kilometer pro Stunde"."""
    time, made = PHYSICAL.get(dimension(window, each), ("", ""))
    bases = [f for f in figures if made and _lasts(window, f, time)]
    return Mark(bases, each.last + 1, made=made) if bases else None


def _lasts(window: Sentence, figure: Figure, time: str) -> bool:
    during = figure.claim.period is None or extent(window, figure)
    return dimension(window, figure) == time and during


def of_time(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "780 Euro im Monat": the lengths of time in months, or in years."""
    unit, end = time_of(window, each)
    if not unit or each.kind not in RATED:
        return None
    lengths = [f for f in figures if f.kind == "duration" and f.claim.period is None]
    units = {unit, *(long for short, long in STEPS if short == unit)}
    bases = [f for f in lengths if f.quantity.unit in units]
    if not bases:
        counts = [f for f in figures if f.kind == "count" and f is not each]
        named = [f for f in counts if _named_for(window, f, unit)]
        others = [f for f in figures if f is not each and alike(f, each)]
        same = any(rate_of(window, f)[0] == unit for f in others)  # "£600 a month, £27,000 a month"
        bases = named or ([f for f in counts if f not in others] if same else [])
        return Mark(bases, max(end, each.last + 1), named=bool(named))
    span = window.scene.passage.span(end - 1, end - 1)
    end = max(end, each.last + 1)
    return Mark(bases, end, {"per": span}, window.scene.units[unit].factor)


def _named_for(window: Sentence, figure: Figure, unit: str) -> bool:
    """Is it a number of days, as in "24 Öffnungstagen"?"""
    head = figure.quantity.head if window.lexicon.glossary.compounds else ""
    tails = (tokenise(head[cut:]) for cut in range(SHORTEST, len(head) - 1))
    hits = (window.lexicon.units.at(tail, 0) for tail in tails)
    return any(hit is not None and hit[1].unit == unit for hit in hits)


def of_unit(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "£750 per square foot", "50 je Quadratkilometer", "48 miles to the gallon"."""
    for start in behind(window, each):
        many = window.at(window.phrases("per_unit", "per_many"), start)
        round_base = next((f for f in window.figures if many and f.first == start + many), None)
        if round_base is not None:
            return _of_so_many(window, figures, each, round_base)
        dense = window.at(window.phrases("per_unit", "dense"), start)
        length = max(per_words(window, start), dense)
        at = start + length
        if not length:
            continue
        hit = window.lexicon.units.at(window.tokens, at)
        unit = window.scene.units.get(hit[1].unit) if hit is not None else None
        if hit is not None and unit is None:  # "10 cents a pound. On 40 pounds of chicken"
            own = [f for f in figures if f.kind == "measure" and window.word(at) in _name(f)]
            return Mark(own, at + hit[0]) if own else None
        if hit is not None and unit is not None and not _of_some(window, at + hit[0]):
            bases = [f for f in figures if _measures(window, f, unit.dimension)]
            own = [f for f in bases if f.quantity.unit == unit.unit]
            span = window.scene.passage.span(at, at + hit[0] - 1)
            timed = unit.dimension == "time"
            return Mark(own or bases, at + hit[0], {"per": span}, unit.factor, named=not timed)
    return None


def _name(figure: Figure) -> str:
    """The last word of a figure, mostly that of its unit."""
    return figure.claim.span.text.split()[-1].lower()


def _measures(window: Sentence, figure: Figure, wanted: str) -> bool:
    """Is it a measure of this dimension? Of power and energy each stands for the other too."""
    return {dimension(window, figure), wanted} in ({wanted}, CONFUSED)


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
    one = value == 1 and many.kind == "measure"
    if value is None or many.kind == "money" or not (one or value >= ROUND):
        return None
    if str(value).strip("0") != "1":
        return None
    unit = dimension(window, many)
    bases = [
        f
        for f in figures
        if f not in (each, many) and (alike(f, many) or (unit and dimension(window, f) == unit))
    ]
    known = window.scene.units.get(many.quantity.unit or "")
    size = exact(value) * (known.factor if known is not None else 1)
    return Mark(bases, many.last + 1, {"per": many.claim}, size)


def upon_many(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "Auf 1.000 Einwohner kommen 780 Autos"."""
    before = [f for f in window.figures if f.last < each.first]
    if not before or not amount(each):
        return None
    length = window.before(window.phrases("per_unit", "per_many"), before[-1].first)
    opens = before[-1].first - length
    one = before[-1].quantity.value == 1  # "Ein Hektar Wald bindet sechs Tonnen"
    opened = (length or one) and (opens == window.first or window.word(opens - 1) in ENDS)
    plain = opened and window.plain(before[-1].last + 1, each.first)
    mark = _of_so_many(window, figures, each, before[-1]) if plain else None
    at = before[-1].last + 1
    costs = one and window.at(window.phrases("per_unit", "costs"), at)  # "Ein Kilometer kostet"
    return replace(mark, end=each.last + 1) if mark is not None and costs else mark


def of_compound_unit(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "einem Quadratmeterpreis von zwölf Euro"."""
    nouns = dict(window.lexicon.data["per_unit"]["unit_nouns"])
    clause = clause_of(window, each)
    names = {nouns.get(window.word(at)) for at in range(clause.start, each.first)} if nouns else {}
    bases = [f for f in figures if f.quantity.unit in names and f.kind == "measure"]
    return Mark(bases, each.last + 1) if bases else None


def of_one(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "0,41 Euro kostet die Kilowattstunde", "Ein Liter Diesel kostet 1,60 Euro"."""
    data = window.lexicon.data
    articles = {*data["grammar"]["determiners"], *data["per_unit"]["single"]}
    for at in clause_of(window, each) if each.kind == "money" else ():
        hit = window.lexicon.units.at(window.tokens, at + 1)
        unit = window.scene.units.get(hit[1].unit) if hit is not None else None
        if hit is None or unit is None or window.word(at) not in articles:
            continue
        if unit.dimension != "time" and not any(f.first <= at + 1 <= f.last for f in figures):
            bases = [f for f in figures if dimension(window, f) == unit.dimension]
            span = window.scene.passage.span(at + 1, at + hit[0])
            end = max(each.last, at + hit[0]) + 1
            return Mark(bases, end, {"per": span}, unit.factor)
    return None
