"""The n-th time and the years before it: "zum dritten Mal nach 2004 und 2013".

An ordinal with a word for times or titles; behind it, in the same phrase, a preposition and nothing
but years, joined by commas and a closing "und" or "and". "Since" counts from a year and is left
alone, as is "in a row", which counts years of another kind.
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Relation
from factcheck.relations.sentence import DASHES, OPENING, Figure, Sentence, cues

PHRASE = 6


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """Every n-th time of a sentence with the years of the earlier ones."""
    if sentence.words.isdisjoint(cues(sentence.lexicon, "nth_times", "counted")):
        return
    for index, figure in enumerate(sentence.figures):
        if figure.kind != "ordinal" or figure.quantity.value is None:
            continue
        years = _years(sentence, sentence.figures[index + 1 :])
        if years and _bound(sentence, figure, years[0]):
            yield sentence.relation("nth_time", {"time": figure, "earlier": years}, sure=True)


def _bound(sentence: Sentence, count: Figure, year: Figure) -> bool:
    """The words from the ordinal to the first year: "Mal Weltmeister nach", "time, after"."""
    counted = sentence.at(sentence.phrases("nth_times", "counted"), count.last + 1)
    start, end = count.last + 1 + counted, year.first
    end -= sentence.before(sentence.phrases("nth_times", "leads"), end)
    after = sentence.before(sentence.phrases("nth_times", "after"), end)
    between = [sentence.word(at) for at in range(start, end - after)]
    if not counted or not after or len(between) > PHRASE:
        return False
    if between and between[-1] in {*OPENING, *DASHES, ","}:
        between.pop()
    stops = sentence.lexicon.data["nth_times"]["stops"]
    return all(word.isalpha() and word not in stops for word in between)


def _years(sentence: Sentence, figures: Sequence[Figure]) -> list[Figure]:
    """The years in a row with which the figures begin; none where something else belongs to it."""
    joins = sentence.lexicon.data["nth_times"]["joins"]
    years: list[Figure] = []
    closed = False
    for figure in figures:
        if years:
            between = [sentence.word(at) for at in range(years[-1].last + 1, figure.first)]
            if closed or between not in ([","], *([join] for join in joins), *_closing(joins)):
                if len(between) == 1:  # "nach 2004 bis 2006"
                    return []
                break
            closed = between != [","]
        period = figure.claim.period
        if figure.kind != "date" or period is None or period.granularity != "year":
            return []
        years.append(figure)
    if not years or (len(years) > 1 and not closed):
        return []
    after = sentence.word(years[-1].last + 1)
    return [] if after in {*joins, *DASHES, "/"} else years


def _closing(joins: Sequence[str]) -> list[list[str]]:
    return [[",", join] for join in joins]
