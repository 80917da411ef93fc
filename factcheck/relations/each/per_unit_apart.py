"""Amounts for each that are told apart: "Pro Gesuch 2000 Franken. Bei 200.000 Gesuchen macht das".

The number of heads behind "bei" or "für", the amount for each with "pro" and the name of the heads
before or behind it, or "Pro-Kopf-" and a noun, and the whole amount: these three and no other
figure but dates, in one sentence or in two that follow each other, and a verb or "also" that says
that the last of them is worked out. Where the three stand close together, per_unit.py reads them.
"""

from collections.abc import Iterator

from factcheck.model import Relation
from factcheck.relations.each.drawn import own_place
from factcheck.relations.each.per_unit import of_persons
from factcheck.relations.figure_kinds import ASIDE
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    Figure,
    Sentence,
    alike,
    amount,
    clause_of,
    cues,
    neighbours,
    same_noun,
)

THREE = 3
LEAD = 4
REACH = 9
MONEY = frozenset({"money", "measure"})


def find(scene: Scene) -> Iterator[Relation]:
    """Amounts for each of which the heads or the total stand in another sentence."""
    known = cues(scene.passage.lexicon, "per_unit", "worked_out", "each_of")
    if known.isdisjoint(scene.passage.tokens.lowers):
        return
    for both, split in neighbours(scene):
        relation = _read(both, split)
        if relation is not None:
            yield relation


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """As in "Bei 530.000 Einwohnern ergibt das eine Pro-Kopf-Verschuldung von 200 Euro"."""
    if len(sentence.figures) < THREE:
        return
    noun, nouns = sentence.phrases("per_unit", "each_noun"), _unit_nouns(sentence)
    each = not sentence.words.isdisjoint(cues(sentence.lexicon, "per_unit", "each_of"))
    first = next((f for f in sentence.figures if f.kind not in ASIDE), None)
    measured = each and first is not None and first.kind == "measure"
    if (
        measured
        or not sentence.words.isdisjoint(nouns)
        or any(sentence.at(noun, at) for at in range(sentence.first, sentence.end))
    ):
        relation = _read(sentence, sentence.first)
        if relation is not None:
            yield relation


def _read(sentence: Sentence, split: int) -> Relation | None:
    figures = [figure for figure in sentence.figures if figure.kind not in ASIDE]
    if len(figures) != THREE or figures[-1].first < split:
        return None
    if split > sentence.first and figures[0].first >= split:
        return None
    bases = [figure for figure in figures if figure.kind in {"count", "number"}]
    bases = bases or [figure for figure in figures if figure.kind == "measure"]
    amounts = [f for f in figures if f.kind in MONEY and amount(f) and f not in bases]
    if len(bases) != 1 or len(amounts) != 2 or not _comparable(sentence, *amounts):
        return None
    measured = bases[0].kind == "measure"  # "pro Kilometer" says of what
    if not (measured or _case(sentence, bases[0]) or _spread(sentence, bases[0])):
        return None
    each = [figure for figure in amounts if _for_each(sentence, figure, bases[0])]
    if len(each) != 1 or _rated(sentence, each[0]):
        return None
    if own_place(sentence, clause_of(sentence, each[0])):
        return None  # "In dem Viertel werden im Schnitt 17 Euro je Quadratmeter verlangt"
    if not _concludes(sentence, figures[-1], split, measured=measured):
        return None
    total = amounts[1] if amounts[0] is each[0] else amounts[0]
    if total is not figures[-1] and each[0] is not figures[-1]:
        return None
    members = (("total", total.claim), ("base", bases[0].claim), ("each", each[0].claim))
    monthly = not sentence.words.isdisjoint(_unit_nouns(sentence))  # both are, as rents are
    return sentence.relation("per_unit", members, sure=monthly or not _rated(sentence, total))


def _unit_nouns(sentence: Sentence) -> dict[str, str]:
    """Nouns of an amount for each unit, and the unit: "Quadratmeterpreis"."""
    return dict(sentence.lexicon.data["per_unit"]["unit_nouns"])


def _comparable(sentence: Sentence, total: Figure, each: Figure) -> bool:
    """One unit, or two of one dimension: tonnes and kilograms."""
    units = [sentence.scene.units.get(f.quantity.unit or "") for f in (total, each)]
    dimensions = {unit.dimension for unit in units if unit is not None}
    return alike(total, each) or (None not in units and len(dimensions) == 1)


def _spread(sentence: Sentence, base: Figure) -> bool:
    """As in "auf die 4.000 Haushalte verteilt", "auf jeden der 11.000 Schüler"."""
    data = sentence.lexicon.data["per_unit"]
    if sentence.before(sentence.phrases("per_unit", "each_before"), base.first):
        return True
    behind = data["spread_behind"]
    spread = not behind or sentence.word(base.last + 1) in behind
    return spread and bool(
        sentence.before(sentence.phrases("per_unit", "spread_before"), base.first)
    )


def _case(sentence: Sentence, base: Figure) -> bool:
    """As in "Bei geschätzt 200.000 Gesuchen"."""
    table = sentence.phrases("per_unit", "for")
    return any(
        sentence.at(table, at) and sentence.plain(at, base.first)
        for at in range(max(sentence.first, base.first - LEAD), base.first)
    )


def _for_each(sentence: Sentence, figure: Figure, base: Figure) -> bool:
    """As in "pro Gesuch 2000", "2000 pro Gesuch", "200 pro Kopf", "eine Pro-Kopf-Last von 200"."""
    marks = sentence.phrases("per_unit", "each_of")
    if figure is sentence.figures[-1] and _spread(sentence, base):
        return True
    nouns = _unit_nouns(sentence)
    clause = range(_begin(sentence, figure), min(sentence.end, figure.last + LEAD))
    for at in clause:
        if sentence.at(sentence.phrases("per_unit", "each"), at):
            return of_persons(sentence, base)
        if sentence.at(sentence.phrases("per_unit", "each_noun"), at) and at < figure.first:
            return of_persons(sentence, base)
        if nouns.get(sentence.word(at), "") == (base.quantity.unit or " ") and at < figure.first:
            return True
        length = sentence.at(marks, at)
        noun = sentence.word(at + length)
        if length and noun and base.quantity.noun and same_noun(base.quantity.noun, noun):
            return True
        unit = sentence.lexicon.units.at(sentence.tokens, at + length) if length else None
        if unit is not None and unit[1].unit == base.quantity.unit:
            return not _of_some(sentence, at + length + unit[0])
    return False


def _of_some(sentence: Sentence, at: int) -> bool:
    """As in "per square metre of living space", "pro Quadratmeter Wohnfläche"."""
    nouns = sentence.lexicon.data["grammar"]["capitalised_nouns"]
    named = nouns and at < sentence.end and sentence.tokens.words[at][0].isupper()
    return bool(named) or sentence.word(at) in sentence.lexicon.data["parts"]["taken"]


def _begin(sentence: Sentence, figure: Figure) -> int:
    """The first token of the words before a figure that belong to it alone."""
    others = [other.last for other in sentence.figures if other.last < figure.first]
    return max([sentence.first, figure.first - REACH, *(last + 1 for last in others)])


def _concludes(sentence: Sentence, last: Figure, split: int, *, measured: bool) -> bool:
    """A verb or a word such as "also" in the sentence of the last figure, before it.

    What lies at so much a square metre may be the ground: there the verb must sum up.
    """
    keys = ("verbs", "joins") if measured else ("worked_out",)
    tables = [sentence.phrases("per_unit", key) for key in keys]
    return any(sentence.at(table, at) for table in tables for at in range(split, last.first))


def _rated(sentence: Sentence, figure: Figure) -> bool:
    """For a month or a year, more or less than something, on average: not the plain quotient."""
    data = sentence.lexicon.data["changes"]
    near = range(figure.last + 1, min(sentence.end, figure.last + 1 + LEAD))
    if any(sentence.at(sentence.phrases("changes", "rates"), at) for at in near):
        return True
    return any(sentence.word(at) in {*data["averaged"], *data["behind"]} for at in near)
