"""Amounts for each day or year of a length: "In den sieben Tagen kamen 5.600 Gäste, im Schnitt also
800 am Tag", "£48m over eight years, or £6m a year".

A length, the amount of the whole of it and the amount for each of its units of time, in this or the
other order of the first two, and no other figure but dates, in one sentence or in two. A word such
as "im Schnitt" or "also" draws the last from the others.
"""

from collections.abc import Iterator

from factcheck.model import Relation
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, alike, amount, neighbours, sentences

THREE = 3
LEAD = 4
DRAWN = 5
ASIDE = frozenset({"date", "ordinal", "age"})
AMOUNTS = frozenset({"money", "count", "number", "measure"})


def find(scene: Scene) -> Iterator[Relation]:
    """The amounts for each unit of a length."""
    if not any(claim.kind == "duration" for claim in scene.claims):
        return
    for sentence in sentences(scene):
        yield from _read(sentence, sentence.first)
    for both, split in neighbours(scene):
        if both.figures[-1].first >= split > both.figures[0].first:
            yield from _read(both, split)


def _read(sentence: Sentence, split: int) -> Iterator[Relation]:
    figures = [figure for figure in sentence.figures if figure.kind not in ASIDE]
    if len(figures) != THREE or figures[-1].first < split:
        return
    each, bases = figures[-1], [f for f in figures[:-1] if f.kind == "duration"]
    totals = [f for f in figures[:-1] if f.kind in AMOUNTS and amount(f)]
    if len(bases) != 1 or len(totals) != 1 or each.kind not in AMOUNTS or not amount(each):
        return
    base, total = bases[0], totals[0]
    known = all(f.quantity.value is not None and f.quantity.hedge != "range" for f in figures)
    if not known or not alike(total, each) or not _over(sentence, base):
        return
    timed = _rate(sentence, each) == base.quantity.unit and not _rate(sentence, total)
    if timed and _drawn(sentence, max(split, base.last + 1, total.last + 1), each):
        members = (("total", total.claim), ("base", base.claim), ("each", each.claim))
        yield sentence.relation("per_unit", members, sure=True)


def _rate(sentence: Sentence, figure: Figure) -> str:
    """The unit of time behind a figure and its noun: "800 am Tag", "800 Gäste pro Tag"; or ""."""
    hit = sentence.lexicon.rates.at(sentence.tokens, figure.last + 1)
    return hit[1] if hit is not None and figure.last + hit[0] < sentence.end else ""


def _over(sentence: Sentence, base: Figure) -> bool:
    """As in "in den kommenden acht Jahren", "an den zehn Tagen", "over eight years"."""
    over = sentence.lexicon.data["per_unit"]["over"]
    if sentence.word(base.first) in over:  # read as a bound: "over eight years"
        return True
    before = range(base.first - 1, max(sentence.first, base.first - LEAD) - 1, -1)
    opened = next((at for at in before if sentence.word(at) in over), None)
    return opened is not None and sentence.plain(opened, base.first)


def _drawn(sentence: Sentence, start: int, each: Figure) -> bool:
    """A word of a mean or of a result soon before the amount for each, which ends its clause."""
    tables = [sentence.phrases("means", "mean"), sentence.phrases("per_unit", "joins")]
    near = range(max(start, each.first - DRAWN), each.first)
    other = sentence.lexicon.data["per_unit"]["no_mean"]
    if any(sentence.word(at) in other for at in near):
        return False  # "zuletzt also 700 pro Jahr"
    hit = sentence.lexicon.rates.at(sentence.tokens, each.last + 1)
    closed = hit is not None and sentence.breaks(each.last + 1 + hit[0])
    return closed and any(sentence.at(table, at) for table in tables for at in near)
