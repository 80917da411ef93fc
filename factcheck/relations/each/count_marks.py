"""Marks of things counted: "385 Euro pro Schüler", "je sieben Stunden", "24 payments of £32.50".

What may count those that the amount is for are the numbers of what is named, or of anything; the
number right before the amount; and of a mean every number and length of time.
"""

from collections.abc import Sequence

from factcheck.interval import exact
from factcheck.relations.each.drawn import rate_of
from factcheck.relations.each.lone_each import counts
from factcheck.relations.each.mark import COUNTED, ENDS, WORDS, Mark, behind, dimension, per_words
from factcheck.relations.figure_kinds import NUMBERS
from factcheck.relations.sentence import BREAKS, DASHES, Figure, Sentence, alike, clause_of

FACTOR = 2


def one_for(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "12 doctors, one for every 700 people": the numbers of other things."""
    length = window.before(window.phrases("per_unit", "upon_each"), each.first)
    ones = window.lexicon.data["per_unit"]["ones"]
    if not length or window.word(each.first - length - 1) not in ones:
        return None
    bases = [f for f in figures if f.claim.kind == "count" and not alike(f, each)]
    return Mark(bases, each.last + 1, named=False) if each.claim.kind == "count" else None


def of_each(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "Each of the 12 weeks has cost £3.5m": the first amount behind them."""
    before = [f for f in figures if f.last < each.first]
    base = before[-1] if before else each
    led = window.before(window.phrases("per_unit", "each_before"), base.first)
    fits = led and each.kind not in NUMBERS and base.claim.kind in COUNTED and not _same(base, each)
    return Mark([base], each.last + 1, joined=True) if fits else None


def of_noun(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "385 Euro pro Schüler", "£65 a head", "£1.3m each", "pro Flasche 7,95 Euro"."""
    data = window.lexicon.data["per_unit"]
    if rate_of(window, each)[0]:
        return None  # "19 a day" are for each day alone
    numbers = [f for f in figures if f.claim.kind == "count" and not _same(f, each)]
    for start in behind(window, each):
        keys = ("each", "each_of_them")
        length = max(window.at(window.phrases("per_unit", key), start) for key in keys)
        length = length or (window.word(start) in data["any_each"])
        if length:
            clause = clause_of(window, each)
            own = [f for f in numbers if f.first in clause and f.first < each.first]
            return Mark(own or numbers, start + length, named=len(own) == 1)
        length = per_words(window, start)
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


def of_pieces(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "fünf Tagen je sieben Stunden", "24 payments of £32.50", "four 11-hour shifts".

    Numbers are for each only where a word such as "each" or "durchschnittlich" says so.
    """
    before = [f for f in figures if f.last < each.first]
    if not before or before[-1].claim.kind not in COUNTED or _same(before[-1], each):
        return None
    base, text = before[-1], each.claim.span.text
    between = range(base.last + 1, each.first)
    joined = not between and any(dash in text for dash in DASHES) and each.kind not in NUMBERS
    data, number = window.lexicon.data["per_unit"], each.claim.kind in {"count", "number"}
    keys = ("dealt",) if number else ("each_prior", "pieces", "dealt")
    tables = [window.phrases("per_unit", key) for key in keys]
    tables += [window.phrases("means", "mean")] if number and each.quantity.noun else []
    length = max(window.before(table, each.first) for table in tables)
    words = [window.word(at) for at in between]
    held = not {*data["any_each"]}.isdisjoint(words)  # "boxes, each holding 250 masks"
    signs = {"-", ","} if held else {"-"}
    told = len(words) <= WORDS and all(word.isalpha() or word in signs for word in words)
    return (
        Mark([base], each.last + 1, joined=True) if joined or (told and (length or held)) else None
    )


def of_price(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "zum Ladenpreis von 24 Euro", "an entry fee of £5"."""
    prices, at = window.lexicon.data["per_unit"]["prices"], each.first - 2
    name = f"{window.word(at)} {window.word(at + 1)}"
    glued = window.lexicon.glossary.compounds
    told = name in prices or (glued and name.endswith(tuple(prices)))
    told = told or bool(window.before(window.phrases("per_unit", "each_prior"), each.first))
    if each.kind != "money" or not told:
        return None
    bases = [f for f in figures if f.claim.kind == "count"]
    return Mark(bases, each.last + 1, named=False)


def of_mean(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
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


def unmarked(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "The pool is 25 metres long and she swam 160 lengths, four kilometres in all"."""
    known = dimension(window, each) or each.quantity.unit
    if len(figures) != len(("each", "base", "total")) or each.kind in NUMBERS:
        return None
    bases = [f for f in figures if f.claim.kind == "count"]
    totals = [f for f in figures[-1:] if known == (dimension(window, f) or f.quantity.unit)]
    if len(bases) != 1 or not totals or totals[0] is each or _same(bases[0], each):
        return None
    of = window.before(window.phrases("parts", "of"), bases[0].first)
    size = exact(totals[0].quantity.value or 0) / exact(each.quantity.value or 1)
    fits = size >= FACTOR or totals[0].quantity.unit != each.quantity.unit
    return Mark(bases, each.last + 1, named=False, bare=True) if fits and not of else None


def _same(base: Figure, each: Figure) -> bool:
    return base.claim.kind == each.claim.kind and alike(base, each)
