"""A growth told twice: "rose by 80 percent, to almost twice what it had been", "stieg um 150
Prozent auf das Zweieinhalbfache".

A difference in per cent, marked as one that leads up, and behind it "to" with a multiple and a
phrase that says of what it is, or the end of its clause.
"""

from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import Relation, Span
from factcheck.relations.changes.marks import direct, slot_of
from factcheck.relations.changes.other_bases import another_rate
from factcheck.relations.sentence import Figure, Sentence, cues

GAP = 8


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """Each growth of a sentence that a multiple tells once more."""
    figures = [figure for figure in sentence.figures if figure.kind not in {"date", "duration"}]
    for by, multiple in pairwise(figures):
        if by.kind != "percentage" or multiple.kind != "multiple" or by.quantity.value is None:
            continue
        slot = slot_of(sentence, by)
        if slot is None or slot.role != "by" or slot.loose or another_rate(sentence, by):
            continue
        up = _up(sentence, by, multiple)
        if up is not None and _reaches(sentence, by, multiple):
            yield sentence.relation("grown", {"by": by, "up": up, "times": multiple}, sure=True)


def _up(sentence: Sentence, by: Figure, multiple: Figure) -> Span | None:
    """The word of change before the difference, else the multiple, if nothing leads down."""
    found = {
        role: at
        for at in range(sentence.first, by.first)
        for role in ("up", "down")
        if sentence.word(at) in cues(sentence.lexicon, "changes", role)
    }
    more = (multiple.quantity.value or 0) > 1 and by.first == sentence.first + 1
    at = found.get("up", multiple.first if more else None)
    fallen = not sentence.words.isdisjoint(cues(sentence.lexicon, "changes", "down"))
    down = "down" in found or ("up" not in found and fallen)
    return sentence.scene.passage.span(at, at) if at is not None and not down else None


def _reaches(sentence: Sentence, by: Figure, multiple: Figure) -> bool:
    """As in ", to almost twice what it had been", "auf das Doppelte gestiegen"."""
    at = multiple.first
    at -= sentence.word(at - 1) in sentence.lexicon.data["grammar"]["determiners"]
    length = sentence.before(sentence.phrases("changes", "to"), at)
    start = at - length
    start -= sentence.before(sentence.phrases("concluding", "joins"), start)  # ", und damit auf"
    comma = sentence.word(start - 1) == ","
    if not length or not 0 <= start - comma - by.last - 1 <= GAP:
        return False
    if not direct(sentence, by.last + 1, start - comma):
        return False
    after = multiple.last + 1
    told = sentence.at(sentence.phrases("changes", "what_it_was"), after)
    verb = sentence.lexicon.data["changes"]["verbs_end_clauses"]
    if told:
        return sentence.breaks(after + told)  # not "what it was in the recession"
    return bool(verb and (sentence.breaks(after) or sentence.breaks(after + 1)))
