"""Bare numbers that go on with what was counted last, in brackets, behind a dash or a comma."""

from collections.abc import Sequence

from factcheck.extract.figures.figure import Figure
from factcheck.extract.figures.gapping import is_gapped
from factcheck.extract.figures.plural_nouns import plural_noun
from factcheck.extract.figures.told_ages import is_ended
from factcheck.extract.figures.told_before import of_previous, of_sentence
from factcheck.extract.passages import Passage

TOLD = frozenset({"count", "money", "measure", "percentage"})
LARGE = 1000
STEM = 6


def apposed(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "drei Künstler gingen – zwei in die USA", "231.492 Zuschauer – im Schnitt 33.070"."""
    tokens, lexicon, figure = passage.tokens, passage.lexicon, figures[index]
    average = lexicon.phrases("elided", "average").before(tokens, figure.first)
    dash = tokens.words[figure.first - 1 - (average[0] if average is not None else 0)]
    before = [each for each in of_sentence(passage, figures, index) if _is_count(each)]
    if dash not in lexicon.words("elided", "dashes") or not before:
        return None
    value, whole = figure.quantity.value, before[-1].quantity.value
    fits = value is not None and whole is not None and value < whole
    placed = tokens.lower(figure.last + 1) in lexicon.words("grammar", "prepositions")
    return before[-1] if fits and (placed or average is not None) else None


def gapped(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "vier Kranke starben, unter der neuen Therapie drei": the verb is left out."""
    figure, before = figures[index], list(of_sentence(passage, figures, index))
    if not before or before[-1].quantity.kind not in TOLD or not is_ended(passage, figure.last):
        return None
    words, joins = passage.tokens.words, {",", *passage.lexicon.data["ranges"]["and"]}
    commas = [at for at in range(before[-1].last + 1, figure.first) if words[at] in joins]
    return before[-1] if commas and is_gapped(passage, commas[-1], figure.first) else None


def set_apart(passage: Passage, figure: Figure) -> str | None:
    """As in "most of the cases – 44 – involve children": between dashes, behind a plural."""
    tokens, cut = passage.tokens, passage.lexicon.words("elided", "cut")
    end, begin = figure.first - 1, passage.bounds(figure.first)[0]
    spaced = not tokens.glued(figure.first) or tokens.words[end] == "—"
    if not spaced or not {tokens.lower(end), tokens.lower(figure.last + 1)} <= cut:
        return None
    end -= tokens.words[end - 1] == tokens.words[end]  # "--"
    small = (
        at for at in range(end - 1, begin, -1) if tokens.lowers[at] in passage.lexicon.stop_words
    )
    noun = plural_noun(passage, next(small, begin - 1) + 1, end)
    ends = tuple(passage.lexicon.data["elided"]["describing_ends"])
    described = noun is not None and all(
        lower.endswith(ends) for lower in tokens.lowers[noun.last + 1 : end]
    )
    return noun.text if noun is not None and described else None


def is_large(figure: Figure) -> bool:
    """Is it more than a sentence counts by the way?"""
    return (figure.quantity.value or 0) >= LARGE


def of_size(passage: Passage, figures: Sequence[Figure], index: int) -> Figure | None:
    """The last count that is as large, here or in the sentence before: all count the same."""
    told = [
        each
        for each in (*of_previous(passage, figures, index), *of_sentence(passage, figures, index))
        if is_large(each) and _is_count(each)
    ]
    stems = {(each.quantity.noun or "")[:STEM] for each in told}  # "Besucher", "Besuchern"
    return told[-1] if len(stems) == 1 else None


def _is_count(figure: Figure) -> bool:
    return figure.quantity.kind == "count"
