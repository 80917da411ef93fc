"""Means: "zwischen 1.500 und 2.000 Euro, im Durchschnitt 1.800 Euro", "5 to 9%, on average 7%".

A range, and behind a comma, dash or bracket a word of the mean with a figure of the same unit.
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Relation
from factcheck.relations.sentence import BREAKS, Figure, Sentence, alike, amount, cues
from factcheck.relations.sums.listing import listed

WORDS_BETWEEN = 8
LINKS = 4
FEWEST = 3


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The means of a sentence."""
    if sentence.words.isdisjoint(cues(sentence.lexicon, "means", "mean")):
        return
    yield from _listed_mean(sentence)
    ends: list[Figure] = []
    for figure in sentence.figures:
        if not amount(figure):
            continue
        start = _mean(sentence, figure)
        if start is None:
            ends = [*ends[-1:], figure]
            continue
        members = _range(sentence, ends, figure)
        if members and _near(sentence, ends[-1], start) and _of_all(sentence, start, figure):
            sure = sentence.tokens.words[start - 1] in BREAKS
            yield sentence.relation("mean", {**members, "mean": figure}, sure=sure)
        ends = []


def _mean(sentence: Sentence, figure: Figure) -> int | None:
    """Where the word begins that makes a figure a mean, else None."""
    table = sentence.phrases("means", "mean")
    data = sentence.lexicon.data["means"]
    between = data["between"]
    apposed = sentence.word(figure.first - 1) == "," and sentence.breaks(figure.last + 1)
    at = figure.first - apposed  # "the average, £3.2m, would"
    while figure.first - at <= LINKS:
        length = sentence.before(table, at)
        if length:
            start = at - length
            while sentence.word(start - 1) in data["articles"]:
                start -= 1
            return start
        if sentence.word(at - 1) not in between:
            return None
        at -= 1
    return None


def _of_all(sentence: Sentence, start: int, mean: Figure) -> bool:
    """No "national average", no "June average", nor "on average 22 of them men"."""
    before = sentence.word(start - 1)
    joined = before in BREAKS or before in sentence.lexicon.data["ranges"]["and"]
    return joined and not sentence.at(sentence.phrases("parts", "of_them"), mean.last + 1)


def _range(sentence: Sentence, ends: list[Figure], mean: Figure) -> dict[str, Figure]:
    """The range before a mean: one claim, or two figures behind "zwischen"."""
    if not ends or mean.quantity.value is None:
        return {}
    last = ends[-1]
    if last.quantity.hedge == "range":
        return {"range": last} if alike(last, mean) else {}
    if len(ends) < 2 or not alike(ends[0], last) or not alike(last, mean):
        return {}
    ranges = sentence.lexicon.data["ranges"]
    if _spread(sentence, ends[0], last):
        return {"low": ends[0], "high": last}
    opened = sentence.before(sentence.phrases("ranges", "between"), ends[0].first)
    joined = last.first - ends[0].last == 2 and sentence.word(last.first - 1) in ranges["and"]
    return {"low": ends[0], "high": last} if opened and joined else {}


def _spread(sentence: Sentence, low: Figure, high: Figure) -> bool:
    """As in "running from £180,000 in the north to £420,000 on the coast"."""
    opened = sentence.before(sentence.phrases("changes", "from"), low.first)
    verb = sentence.word(low.first - opened - 1) in sentence.lexicon.data["means"]["spread"]
    joined = sentence.before(sentence.phrases("changes", "to"), high.first)
    between = range(low.last + 1, high.first - joined)
    return (
        bool(opened and verb and joined)
        and len(between) <= WORDS_BETWEEN
        and (sentence.plain(between.start, between.stop))
    )


def _listed_mean(sentence: Sentence) -> Iterator[Relation]:
    """As in "scored 12, 15, 9 and 20 goals, an average of 14"."""
    figures = [figure for figure in sentence.figures if amount(figure)]
    for index, mean in enumerate(figures):
        behind = sentence.at(sentence.phrases("means", "behind"), mean.last + 1)
        if index >= FEWEST and behind and sentence.breaks(mean.last + 1 + behind):
            yield from _average(sentence, figures[:index], mean)
            continue
        start = _mean(sentence, mean) if index >= FEWEST else None
        if start is None or sentence.word(start - 1) not in {",", "-", "–", ";"}:
            continue
        items = listed(sentence, _announced(figures[:index]), mean)
        at = mean.first - (sentence.word(mean.first - 1) == ",")
        named = sentence.before(sentence.phrases("means", "mean"), at)
        closed = sentence.breaks(mean.last + 1) and named
        if items and len(items) >= FEWEST and closed and _near(sentence, items[-1], start):
            yield sentence.relation("average", {"item": items, "mean": mean}, sure=True)


def _average(sentence: Sentence, before: Sequence[Figure], mean: Figure) -> Iterator[Relation]:
    """As in "sold for £2.1m, £3.4m and £4.1m, made £3.2m on average"."""
    items = listed(sentence, _announced(before), mean)
    if items and len(items) >= FEWEST and mean.first - items[-1].last <= WORDS_BETWEEN:
        yield sentence.relation("average", {"item": items, "mean": mean}, sure=True)


def _announced(figures: Sequence[Figure]) -> Sequence[Figure]:
    """As in "The four hospitals recorded 31, 28, 44 and 37": the four are how many there are."""
    first = figures[0]
    own = first.kind == "count" and first.quantity.value == len(figures) - 1
    return figures[1:] if own else figures


def _near(sentence: Sentence, last: Figure, start: int) -> bool:
    """A few words and one comma or bracket between the range and the word of the mean."""
    gap = range(last.last + 1, start)
    marks = [at for at in gap if not sentence.word(at).isalpha()]
    return len(gap) <= WORDS_BETWEEN and len(marks) <= 1
