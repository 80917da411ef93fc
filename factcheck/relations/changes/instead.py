"""What there was to be and the little that is left: "statt fünf Milliarden nur noch 300 Millionen".

Two amounts of one unit and no other figure but dates; before one of them "statt" and a few words,
before the other "nur noch". The second is meant to be less than the first.
"""

from collections.abc import Iterator

from factcheck.model import Relation, Span
from factcheck.relations.changes.marks import slot_of
from factcheck.relations.figure_kinds import ASIDE
from factcheck.relations.sentence import Figure, Sentence, alike, amount, cues

PAIR = 2
LEAD = 6
NEAR = 3


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The amounts of a sentence of which one stands instead of the other."""
    found = _replaced(sentence)
    if found is not None:
        planned, new, only = found
        yield sentence.relation("change", {"from": planned, "to": new, "down": only}, sure=True)


def _replaced(sentence: Sentence) -> tuple[Figure, Figure, Span] | None:
    """What was planned, what is left of it, and the word that says so."""
    if sentence.words.isdisjoint(cues(sentence.lexicon, "changes", "instead")):
        return None
    figures = [f for f in sentence.figures if f.kind not in ASIDE]
    if len(figures) != PAIR or not all(amount(figure) for figure in figures):
        return None
    planned = [f for f in figures if _marked(sentence, f, "instead", LEAD) is not None]
    left = [(f, only) for f in figures if (only := _marked(sentence, f, "only_left", NEAR))]
    told = sentence.phrases("changes", "instead").first_words
    often = sum(sentence.word(at) in told for at in range(sentence.first, sentence.end))
    if len(planned) != 1 or len(left) != 1 or left[0][0] is planned[0] or often > 1:
        return None
    new, only = left[0]
    units = planned[0].kind == new.kind and alike(planned[0], new)
    grown = any((slot := slot_of(sentence, f)) and slot.role == "by" for f in figures)
    return (planned[0], new, only) if units and not grown else None


def _marked(sentence: Sentence, figure: Figure, key: str, reach: int) -> Span | None:
    """The phrase of this list with nothing but a few words between it and the figure."""
    table = sentence.phrases("changes", key)
    for at in range(figure.first - 1, max(sentence.first, figure.first - reach) - 1, -1):
        if not sentence.tokens.words[at].isalpha():
            return None
        length = sentence.at(table, at)
        if length:
            return sentence.scene.passage.span(at, at + length - 1)
    return None
