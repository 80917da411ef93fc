"""Words that make one figure a part of another: "240 of them", "118 of 300", "davon 240"."""

from factcheck.relations.sentence import APOSTROPHES, DASHES, Figure, Sentence
from factcheck.relations.shares.opened_parts import opens

WORDS = 4
OPENERS = frozenset({",", ";", ":"}) | DASHES


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


def points_out(window: Sentence, split: int, part: Figure, whole: Figure, share: Figure) -> bool:
    """As in "60.000 Euro. Das entspricht 20 Prozent der Mittel von 300.000 Euro"."""
    if not part.last < split < share.first < whole.first:
        return False
    data = window.lexicon.data["changes"]
    points = window.word(split) in data["pointing"] and window.word(split + 1) in data["means"]
    length = window.at(window.phrases("parts", "of"), share.last + 1)
    of = window.before(window.phrases("parts", "of"), whole.first)
    gap = range(share.last + 1, whole.first)
    return bool(points and length and of) and not any(map(window.breaks, gap))


def filled(window: Sentence, part: Figure, share: Figure) -> bool:
    """As in "fasst 2100 Zuschauer. Mit 1470 Karten war es zu 70 Prozent ausgelastet"."""
    taken = window.word(share.last + 1) in window.lexicon.data["parts"]["filled"]
    apart = any(map(window.breaks, range(part.last + 1, share.first)))
    return taken and window.breaks(share.last + 2) and part.last < share.first and not apart


def drawn_share(window: Sentence, split: int, part: Figure, whole: Figure, share: Figure) -> bool:
    """As in "1,44 Millionen, also ein Siebtel", "ist das ein Anteil von 39 Prozent."."""
    start, pointing = start_of(window, share), {*window.lexicon.data["changes"]["pointing"]}
    joined = window.before(window.phrases("concluding", "joins"), start)
    means = range(start - 1, max(start - 1 - WORDS, part.last, whole.last), -1)
    if not joined:  # "das entspricht einer Quote von"
        told = {*window.lexicon.data["changes"]["means"]}
        joined = next((start - at for at in means if window.word(at) in told), 0)
        joined += bool(joined) and window.word(start - joined - 1) in pointing
    opener = start - joined - 1
    opened = window.word(opener) in OPENERS | pointing or opener + 1 == split > window.first
    behind = max(part.last, whole.last) < start - joined
    either = {*window.lexicon.data["ranges"]["or"]}  # "27 million, or 50%, of the others"
    plain = either.isdisjoint(window.word(at) for at in range(opener, start))
    of = window.at(window.phrases("parts", "of"), share.last + 2)  # "50 Prozent, der Briten"
    noun = share.kind == "fraction" and window.breaks(share.last + 2)  # "jeder vierten Stelle."
    closed = (window.breaks(share.last + 1) or noun) and not of
    return bool(joined) and opened and behind and plain and closed


def start_of(window: Sentence, share: Figure) -> int:
    """The figure with the small words before it."""
    data, at = window.lexicon.data["changes"], share.first
    while at > window.first and window.word(at - 1) in data["fillers"]:
        at -= 1
    return at - (share.kind == "fraction" and window.word(at - 1) in data["definite"])
