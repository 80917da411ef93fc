"""Words that make one figure a part of another: "240 of them", "118 of 300", "davon 240"."""

from factcheck.relations.sentence import APOSTROPHES, Figure, Sentence
from factcheck.relations.shares.opened_parts import opens

WORDS = 4


def is_part(window: Sentence, part: Figure, whole: Figure) -> bool:
    """As in "240 of them", "davon 240", "240 of the 800", "Von den 800"."""
    of_them = window.phrases("parts", "of_them")
    near = range(part.last + 1, min(window.end, part.last + 1 + WORDS))
    told = any(window.at(of_them, at) and window.plain(part.last + 1, at) for at in near)
    told = told or bool(window.at(of_them, part.first + 1))  # "300 davon suchen Lehrlinge"
    among = window.before(window.phrases("parts", "among"), part.first)
    return told or bool(among) or is_of(window, part, whole) or opens(window, whole)


def is_of(window: Sentence, part: Figure, whole: Figure) -> bool:
    """As in "240 of the 800", "four of the hotel's 28 rooms"."""
    at = whole.first
    if window.word(at - 1) == "s" and window.word(at - 2) in APOSTROPHES:
        at -= 3  # "of the hotel's 28 rooms"
    length = window.before(window.phrases("parts", "of"), at)
    return bool(length) and at - length == part.last + 1


def bare(part: Figure, whole: Figure) -> bool:
    """A number without a noun behind a counted one: "800 samples ... In 240, or 30 per cent"."""
    return part.kind == "number" and whole.kind == "count"


def definite(window: Sentence, split: int, part: Figure, whole: Figure) -> bool:
    """As in "It had 250 letters. The 95 that were against": a number of them."""
    the = window.word(part.first - 1) in window.lexicon.data["changes"]["definite"]
    relative = window.word(part.last + 1) in window.lexicon.data["lives"]["relative"]
    return the and relative and bare(part, whole) and part.first == split + 1
