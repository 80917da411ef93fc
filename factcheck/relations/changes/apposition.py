"""Marked figures in apposition: "auf 10 Euro, ein deutliches Plus von 5 Prozent", ", from 8 to 10".

A comma, a colon, a dash or a bracket and few words before the mark. A verb behind a relative clause
is none: "Shares in the bank, which cut its forecast to £38m from £41m, fell 7%".
"""

from factcheck.relations.changes.marks import GAP, OPENERS, Slot
from factcheck.relations.sentence import BREAKS, Sentence

APPOSITION = 4


def apposed(sentence: Sentence, start: int, slot: Slot) -> bool:
    """As in "auf 10 Euro, ein deutliches Plus von": a comma or dash and few words before it.

    Before a noun may stand its article and adjectives; other marks follow the comma at once.
    """
    opener = slot.start - 1
    free = APPOSITION if (slot.loose and slot.role == "by") or slot.behind else 0
    introduced = sentence.before(sentence.phrases("concluding", "joins"), slot.start)
    if introduced and slot.role == "by":  # "von 8 auf 10 Euro, also um 25 Prozent", "und damit um"
        opener = slot.start - introduced - 1
        closed = opener < start or sentence.tokens.words[opener] in OPENERS
        return closed and opener - start <= GAP and _worded(sentence, start, opener)
    openers = sentence.lexicon.data["changes"]["openers"]
    if slot.loose and sentence.word(slot.start - 1) in sentence.lexicon.data["changes"]["definite"]:
        return False  # "das Plus von 8 Prozent beim Gewinn"
    while opener >= start and slot.start - opener <= free and (
        sentence.word(opener) in openers if slot.behind else _light(sentence, opener)
    ):  # fmt: skip
        opener -= 1
    if opener < start or sentence.tokens.words[opener] not in OPENERS:
        return False
    return (
        opener - start <= GAP
        and _worded(sentence, start, opener)
        and not main_again(sentence, slot)
    )


def main_again(sentence: Sentence, slot: Slot) -> bool:
    """As in "Shares in the bank, which cut it to £38m from £41m, fell 7%", not ", down 7%"."""
    comma, data = slot.start - 1, sentence.lexicon.data
    particles = {*data["changes"]["particles_up"], *data["changes"]["particles_down"]}
    if slot.loose or slot.behind or sentence.word(slot.start) in particles:
        return False
    while comma > sentence.first and sentence.word(comma) not in BREAKS:
        comma -= 1
    begin = sentence.back(comma, BREAKS)
    relative = sentence.word(begin) in data["changes"]["relatives"]
    return relative and sentence.word(begin - 1) == "," == sentence.word(comma)


def _worded(sentence: Sentence, start: int, end: int) -> bool:
    stops = sentence.lexicon.data["changes"]["stops"]
    return all(
        (sentence.word(at).isalpha() or sentence.dated(at)) and sentence.word(at) not in stops
        for at in range(start, end)
    )


def _light(sentence: Sentence, at: int) -> bool:
    """An article, an adjective, "also": a small word that begins no other statement."""
    word = sentence.tokens.words[at]
    return word.isalpha() and word.islower() and (
        sentence.word(at) not in sentence.lexicon.data["changes"]["stops"]
    )  # fmt: skip
