"""Parts told in the sentence behind their whole: "... 27 Milliarden Euro. Davon entfallen 19 auf".

The first sentence has one amount, the second opens with "davon", "darunter" or "of these", or with
a number of them. What it counts in the same unit is no more than that amount, unless a word marks
it as of another time or as one end of a change. A member `apart` is the word that opens it.
"""

from collections.abc import Iterator

from factcheck.model import Relation
from factcheck.relations.changes.marks import slot_of
from factcheck.relations.figure_kinds import ASIDE
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    Figure,
    Sentence,
    alike,
    amount,
    neighbours,
    same_noun,
)

WHOLES = frozenset({"money", "count", "measure"})


def find(scene: Scene) -> Iterator[Relation]:
    """The parts of a passage that stand in a sentence of their own."""
    opening = scene.passage.lexicon.phrases("parts", "opening_next")
    of_them = scene.passage.lexicon.phrases("parts", "of_them")
    if (opening.first_words | of_them.first_words).isdisjoint(scene.passage.tokens.lowers):
        return
    for both, split in neighbours(scene):
        length = both.at(opening, split)
        if length:
            yield from _parts(both, split, length)
            continue
        counted = (f for f in both.figures if f.claim.span.text[0].isdecimal())
        for figure in counted:  # "812 took part. 497 of them said", not "Five of them"
            if split <= figure.first <= split + 1 and (more := both.at(of_them, figure.last + 1)):
                yield from _parts(both, split, figure.last + more - split + 1, figure)


def _parts(
    both: Sentence, split: int, length: int, only: Figure | None = None
) -> Iterator[Relation]:
    figures = [figure for figure in both.figures if figure.kind not in ASIDE]
    before = [figure for figure in figures if figure.first < split and figure.kind != "duration"]
    if len(before) != 1 or before[0].kind not in WHOLES or before[0].quantity.value is None:
        return
    whole = before[0]
    tables = [both.phrases("changes", key) for key in ("past", "versus", "than_base")]
    tables.append(both.phrases("parts", "besides"))
    if any(both.at(table, at) for table in tables for at in range(split, both.end)):
        return
    apart = both.scene.passage.span(split, split + length - 1)
    for part in [only] if only is not None else figures[1:]:
        bare = part.kind == "number" and part.first <= split + length + 1  # "Of these, 1,420 had"
        counted = bare and whole.kind == "count" and amount(part)
        if (
            (counted or _of_it(part, whole))
            and slot_of(both, part) is None
            and _main(both, split, part)
        ):
            yield both.relation("part", {"part": part, "whole": whole, "apart": apart}, sure=True)


def _of_it(part: Figure, whole: Figure) -> bool:
    """An amount of the whole's unit, or a count of the same noun."""
    if part.kind != whole.kind or not amount(part) or part.quantity.hedge == "range":
        return False
    if part.kind == "count":
        return same_noun(part.quantity.noun, whole.quantity.noun)
    return alike(part, whole)


def _main(both: Sentence, split: int, part: Figure) -> bool:
    """Not in a clause about something else: "davon profitiert ein Bau, der 30 Millionen kostet"."""
    relative = {
        *both.lexicon.data["grammar"]["determiners"],
        *both.lexicon.data["parts"]["clauses"],
    }
    commas = (at for at in range(split, part.first) if both.word(at) == ",")
    return not any(both.word(at + 1) in relative for at in commas)
