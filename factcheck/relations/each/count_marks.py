"""Marks of things counted: "385 Euro pro Schüler", "je sieben Stunden", "24 payments of £32.50".

What may count those that the amount is for are the numbers of what is named, or of anything; the
number right before the amount; and of a mean every number and length of time.
"""

from collections.abc import Sequence

from factcheck.interval import exact
from factcheck.relations.each.drawn import rate_of
from factcheck.relations.each.mark import (
    COUNTED,
    ENDS,
    WORDS,
    Mark,
    behind,
    counts,
    dimension,
    of_anything,
    of_persons,
    per_words,
)
from factcheck.relations.figure_kinds import NUMBERS
from factcheck.relations.sentence import BREAKS, DASHES, Figure, Sentence, alike, clause_of
from factcheck.relations.windows import says

FACTOR = 2
PAIR = 2
NAMING = frozenset("'’-")


def one_for(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "12 doctors, one for every 700 people": the numbers of other things."""
    length = window.before(window.phrases("per_unit", "upon_each"), each.first)
    ones = window.lexicon.data["per_unit"]["ones"]
    if not length or window.word(each.first - length - 1) not in ones:
        return None
    bases = [f for f in figures if f.claim.kind == "count" and not alike(f, each)]
    return Mark(bases, each.last + 1, named=False) if each.claim.kind == "count" else None


def of_each(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "Each of the 12 weeks has cost £3.5m", "gets 320 of the 400,000 gowns"."""
    before = [f for f in figures if f.last < each.first]
    base = before[-1] if before else each
    led = window.before(window.phrases("per_unit", "each_before"), base.first)
    led = led or _spread(window, base)
    of = window.at(window.phrases("parts", "of"), each.last + 1)
    whole = next((f for f in figures if of and f.first == each.last + 1 + of), each)
    fits = led and (each.kind not in NUMBERS or whole is not each)
    fits = fits and base.claim.kind in COUNTED and base is not each
    return Mark([base], whole.last + 1, joined=True) if fits else None


def _spread(window: Sentence, base: Figure) -> bool:
    """As in "auf die 4.000 Haushalte verteilt", "Spread over the 4,000 households"."""
    data = window.lexicon.data["per_unit"]
    behind_it = data["spread_behind"]
    spread = not behind_it or window.word(base.last + 1) in behind_it
    return spread and bool(window.before(window.phrases("per_unit", "spread_before"), base.first))


def of_noun(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "385 Euro pro Schüler", "£65 a head", "£1.3m each", "pro Flasche 7,95 Euro"."""
    if rate_of(window, each)[0]:
        return None  # "19 a day" are for each day alone
    for start in behind(window, each):
        if window.lexicon.rates.at(window.tokens, start) is not None:
            return None  # "litres of water a day"
        length = of_anything(window, start)
        heads = window.at(window.phrases("per_unit", "each"), start)
        if length or heads:
            return _of_anything(window, figures, each, start + max(length, heads), heads=not length)
        length = per_words(window, start)
        noun = window.word(start + length) if length else ""
        if length and window.lexicon.units.at(window.tokens, start + length) is not None:
            return None  # "$5 per mile" is for no number
        if noun and noun not in BREAKS:
            return _counting(figures, each, noun, start + length + 1)
    noun = _noun_before(window, each)
    return _counting(figures, each, noun, each.last + 1) if noun else None


def _of_anything(
    window: Sentence, figures: Sequence[Figure], each: Figure, end: int, *, heads: bool
) -> Mark:
    """The number before it in its clause, else the only one; of heads those of persons."""
    upon = end - each.last > PAIR  # "for each", no bare "each"
    if each.kind in NUMBERS and upon and not heads:
        return Mark([f for f in figures if f.last < each.first][-1:], end, named=False, joined=True)
    counts_too = [f for f in figures if f.claim.kind == "count"]
    numbers = counts_too or [f for f in figures if f.kind == "number" and f is not each]
    own = [f for f in numbers if of_persons(window, f)] if heads else numbers
    near = [f for f in own if f.first in clause_of(window, each) and f.first < each.first]
    return Mark(near or own or numbers, end, named=len(near or own) == 1)


def of_those(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "€1,000 for each of Germany's 84 million residents", "pro Kopf bei 83 Millionen"."""
    base = next((f for f in figures if f.first > each.last), None)
    if base is None or base.claim.kind not in COUNTED or each.kind in NUMBERS:
        return None
    start = each.last + 1
    per = window.at(window.phrases("per_unit", "each_of"), start)
    each_one = per or window.at(window.phrases("per_unit", "each"), start)
    start += each_one
    heads = each_one and window.at(window.phrases("per_unit", "heads"), start)
    words = window.tokens.words[start : base.first]
    near = all(word.isalpha() or word in NAMING for word in words) and len(words) <= WORDS
    round_base = start == base.first and window.before(window.phrases("per_unit", "per"), start)
    told = (per and near and per != round_base) or (heads and start + heads == base.first)
    return Mark([base], base.last + 1, joined=True) if told else None


def of_dealt(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in ", each of which gets £30,000", "verteilt auf sieben Häuser, jedes bekommt 12.000"."""
    tables = [window.phrases("per_unit", key) for key in ("any_each", "dealt", "given")]
    bases = [f for f in figures if f.claim.kind == "count" and not _same(f, each)]
    for at in range(max(clause_of(window, each).start, _behind_last(window, each)), each.first):
        if any(window.at(table, at) for table in tables):
            return Mark(bases, each.last + 1, named=len(bases) == 1)
    return None


def _behind_last(window: Sentence, each: Figure) -> int:
    """The token behind the figure before."""
    return max((f.last + 1 for f in window.figures if f.last < each.first), default=window.first)


def of_compound(window: Sentence, figures: Sequence[Figure], each: Figure) -> Mark | None:
    """As in "eine Pro-Kopf-Verschuldung von 2.000 Euro": of persons."""
    if not says(window, "per_unit", "each_noun", range(_behind_last(window, each), each.first)):
        return None
    return Mark([f for f in figures if of_persons(window, f)], each.last + 1)


def _counting(figures: Sequence[Figure], each: Figure, noun: str, end: int) -> Mark:
    """The numbers of what a noun names, else all of them and the lengths of time."""
    numbers = [f for f in figures if f.claim.kind == "count" and f is not each]
    named = [figure for figure in numbers if counts(figure, noun)]
    others = [figure for figure in numbers if not _same(figure, each)]
    lengths = [f for f in figures if f.kind == "duration" and f.claim.period is None]
    return Mark(named or [*others, *lengths], end, named=bool(named))


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
    if not before or _same(before[-1], each):
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
    prior = window.before(window.phrases("per_unit", "each_prior"), each.first)
    cable = base.kind == "measure" and prior and len(words) == prior + 1  # "540 km Kabel zu je"
    fits = cable or base.claim.kind in COUNTED
    return (
        Mark([base], each.last + 1, joined=True)
        if fits and (joined or (told and (length or held)))
        else None
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
    size = totals[0].value / exact(each.quantity.value or 1)
    fits = size >= FACTOR or totals[0].quantity.unit != each.quantity.unit
    return Mark(bases, each.last + 1, named=False, bare=True) if fits and not of else None


def _same(base: Figure, each: Figure) -> bool:
    return base.claim.kind == each.claim.kind and alike(base, each)
