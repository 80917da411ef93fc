"""Totals of what stands in brackets behind each of a list: "CDU (17 Sitze) und Grüne (elf Sitze)
hätten gemeinsam 28 der 54 Mandate", "Labour (17 seats) and the Greens (11) together hold 28".

Figures that each fill brackets, with nothing but names, commas and a conjunction between them, and
behind the last a verb and "together" before a figure of the same kind.
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Relation
from factcheck.relations.sentence import CLOSING, Figure, Sentence, alike, amount, cues

FEWEST = 3
NAMES = 6
WORDS_TO_TOTAL = 4
NEAR = 2


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The totals of a sentence that "together" draws from bracketed figures."""
    jointly = cues(sentence.lexicon, "sums", "jointly")
    if len(sentence.figures) < FEWEST or sentence.words.isdisjoint(jointly):
        return
    figures = [figure for figure in sentence.figures if amount(figure)]
    for index, total in enumerate(figures):
        near = range(max(sentence.first, total.first - NEAR), total.first)
        if not any(sentence.word(at) in jointly for at in near):
            continue
        items = _bracketed(sentence, figures[:index])
        if len(items) > 1 and _behind(sentence, items[-1], total) and _alike(items, total):
            members = [("total", total.claim), *(("item", item.claim) for item in items)]
            yield sentence.relation("sum", members, sure=total.quantity.hedge is None)


def _bracketed(sentence: Sentence, figures: Sequence[Figure]) -> list[Figure]:
    """The last of these figures that fill brackets, one after another."""
    items: list[Figure] = []
    for figure in reversed(figures):
        behind = items[0].first - 1 if items else None
        between = range(figure.last + 2, behind) if behind is not None else range(0)
        names = [at for at in between if sentence.word(at) != ","]
        worded = all(sentence.plain(at, at + 1) or sentence.word(at) == "-" for at in names)
        if not sentence.enclosed(figure) or len(between) > NAMES or not worded:
            break
        items.insert(0, figure)
    return items


def _behind(sentence: Sentence, last: Figure, total: Figure) -> bool:
    """A verb and "together" between the last bracket and the total."""
    start = last.last + 1
    words = range(start + 1, total.first)
    closed = sentence.word(start) in CLOSING
    return closed and len(words) <= WORDS_TO_TOTAL and sentence.plain(words.start, words.stop)


def _alike(items: Sequence[Figure], total: Figure) -> bool:
    """One unit, or numbers of things whose total may be called otherwise: seats, mandates."""
    first = items[0]
    if not all(item.kind == "number" or alike(item, first) for item in items):
        return False
    if any(item.claim.kind == "percentage" for item in items):
        return total.claim.kind == "percentage"  # not the seats of "92 der 183 Sitze"
    return alike(first, total) or first.kind == total.kind == "count"
