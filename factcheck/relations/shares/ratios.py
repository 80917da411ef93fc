"""Ratios: "Fast jeder dritte Befragte (32 Prozent)", "two thirds - 66 percent - of them".

A share in words and one in per cent, of which the second fills brackets, dashes or an apposition
behind the first, with nothing but the noun between them.
"""

from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import Relation
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import DASHES, OPENING, Figure, Sentence, neighbours

WORDS_BETWEEN = 6
KINDS = frozenset({"fraction", "percentage"})


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The ratios of a sentence."""
    for left, right in pairwise(sentence.figures):
        if {left.kind, right.kind} != KINDS:
            continue
        words, share = (left, right) if left.kind == "fraction" else (right, left)
        sure = _joined(sentence, left, right)
        sure = False if sure is None and _called(sentence, left, right) else sure
        if sure is not None and share.quantity.value is not None:
            yield sentence.relation("ratio", {"in words": words, "share": share}, sure=sure)


def find(scene: Scene) -> Iterator[Relation]:
    """The ratio of a sentence of its own: "Almost 10% agree. That is one in ten people."."""
    pointing = scene.passage.lexicon.data["changes"]["pointing"]
    for both, split in neighbours(scene):
        last = both.figures[-1]
        shares = [f for f in both.figures if f is not last and f.kind in KINDS]
        if both.word(split) not in pointing or last.first < split or shares[-1:] == []:
            continue
        if (
            len(shares) != 1
            or shares[0].first >= split
            or not _restated(both, last)
            or {shares[0].kind, last.kind} != KINDS
        ):
            continue
        first = shares[0]
        words, share = (first, last) if first.kind == "fraction" else (last, first)
        if share.quantity.value is not None:
            yield both.relation("ratio", {"in words": words, "share": share}, sure=False)


def _restated(both: Sentence, last: Figure) -> bool:
    """Only "That is", "This means" before it, and no "more" behind it."""
    data = both.lexicon.data
    first = both.scene.passage.bounds(last.first)[0]
    copula = all(both.word(at) in data["ratio_words"]["is"] for at in range(first + 1, last.first))
    return copula and both.word(last.last + 1) not in data["changes"]["behind"]


def _joined(sentence: Sentence, left: Figure, right: Figure) -> bool | None:
    """True where the second fills brackets or dashes, or a phrase joins it; else None."""
    words = sentence.tokens.words
    start, at = left.last + 1, right.first
    joined = sentence.before(sentence.phrases("concluding", "joins"), at)
    at -= joined
    opener = words[at - 1] if at > start else ""
    if at - 1 - start > WORDS_BETWEEN or not _noun_only(sentence, start, at - 1):
        return None
    if opener in OPENING or opener in DASHES:
        return True if sentence.breaks(right.last + 1) else None
    if opener == "," and joined:
        return True if sentence.breaks(right.last + 1) else None
    between = opener == "," and sentence.word(right.last + 1) == ","  # "almost half, 48 percent,"
    return False if between and left.kind == "fraction" else None


def _called(sentence: Sentence, left: Figure, right: Figure) -> bool:
    """As in "Jede fünfte Stelle ist mit einer Frau besetzt, der Anteil liegt bei 20,3 Prozent"."""
    data, at = sentence.lexicon.data, right.first - 1
    while at > left.last and sentence.word(at) != ",":
        at -= 1
    article = sentence.word(at + 1) in data["changes"]["definite"]
    rate = sentence.word(at + 2) in data["parts"]["rates"]
    rate = rate and sentence.word(at + 3) in data["means"]["between"]
    one = article and rate and right.first - at <= WORDS_BETWEEN
    return one and left.first == sentence.first and sentence.breaks(right.last + 1)


def _noun_only(sentence: Sentence, start: int, end: int) -> bool:
    stops = sentence.lexicon.data["ratio_words"]["stops"]
    words = sentence.tokens.words
    return all(
        (words[at].isalpha() or (words[at] == "-" and sentence.tokens.glued(at)))
        and sentence.word(at) not in stops
        for at in range(start, end)
    )
