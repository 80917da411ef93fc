"""Ratios: "Fast jeder dritte Befragte (32 Prozent)", "two thirds - 66 percent - of them".

A share in words and one in per cent, of which the second fills brackets, dashes or an apposition
behind the first, with nothing but the noun between them.
"""

from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import Relation
from factcheck.relations.sentence import DASHES, OPENING, Figure, Sentence

WORDS_BETWEEN = 6


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The ratios of a sentence."""
    for left, right in pairwise(sentence.figures):
        if {left.kind, right.kind} != {"fraction", "percentage"}:
            continue
        words, share = (left, right) if left.kind == "fraction" else (right, left)
        sure = _joined(sentence, left, right)
        if sure is not None and share.quantity.value is not None:
            members = (("in words", words.claim), ("share", share.claim))
            yield sentence.relation("ratio", members, sure=sure)


def _joined(sentence: Sentence, left: Figure, right: Figure) -> bool | None:
    """True where the second fills brackets or dashes, or a phrase joins it; else None."""
    words = sentence.tokens.words
    start, at = left.last + 1, right.first
    joined = sentence.before(sentence.phrases("ratio_words", "joins"), at)
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


def _noun_only(sentence: Sentence, start: int, end: int) -> bool:
    stops = sentence.lexicon.data["ratio_words"]["stops"]
    words = sentence.tokens.words
    return all(
        (words[at].isalpha() or (words[at] == "-" and sentence.tokens.glued(at)))
        and sentence.word(at) not in stops
        for at in range(start, end)
    )
