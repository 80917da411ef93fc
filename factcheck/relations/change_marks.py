"""Marks of change: which words make a figure the old value, the new one or the difference.

"von", "auf", "um" and "from", "to", "by" before it, a noun it belongs to ("ein Plus von"), a verb
or sign right before it ("rose 5%", "+5"), a word right behind it ("a 5% increase"). And whether two
marked figures hang together.
"""

from dataclasses import dataclass

from factcheck.relations.sentence import DASHES, OPENING, Figure, Sentence, cues

GAP = 9
APPOSITION = 4
OPENERS = frozenset({",", ":"}) | DASHES | OPENING


@dataclass(frozen=True, slots=True)
class Slot:
    """What a figure is marked as, and the token with which the mark begins.

    `loose` are marks by a noun or "compared with", `behind` those by a word behind the figure;
    both may follow in apposition.
    """

    figure: Figure
    role: str
    start: int
    loose: bool = False
    behind: bool = False


def slot_of(sentence: Sentence, figure: Figure) -> Slot | None:
    """The mark of a figure, by the words before it or behind it."""
    data = sentence.lexicon.data["changes"]
    at = figure.first
    while at > sentence.first and sentence.word(at - 1) in data["fillers"]:
        at -= 1
    length = sentence.before(sentence.phrases("changes", "earlier"), at)
    if length:
        return Slot(figure, "from", at - length, loose=True)
    length = sentence.before(sentence.phrases("changes", "of"), at)
    if length and sentence.word(at - length - 1) in data["nouns"]:
        return Slot(figure, "by", at - length - 1, loose=True)
    for role in ("by", "to", "from"):
        length = sentence.before(sentence.phrases("changes", role), at)
        if length:
            return Slot(figure, role, at - length)
    if sentence.word(at - 1) in data["direct"] and (
        sentence.word(at - 1).isalpha() or sentence.tokens.glued(at)
    ):
        return Slot(figure, "by", at - 1)
    if sentence.word(figure.first) in data["particles_up"]:  # "went up to 5.5%"
        return Slot(figure, "to", figure.first)
    if sentence.word(figure.first) in data["direct"]:  # "minus 5 Prozent"
        return Slot(figure, "by", figure.first)
    if sentence.word(figure.last + 1) in data["behind"]:
        return Slot(figure, "by", figure.first, behind=True)
    return None


def bracketed(sentence: Sentence, figure: Figure) -> bool:
    """Is the figure inside brackets, such as a conversion?"""
    words = sentence.tokens.words[sentence.first : figure.first]
    return words.count("(") > words.count(")")


def direct(sentence: Sentence, start: int, end: int) -> bool:
    """Nothing but a few words stand between two marked figures, brackets left out."""
    stops = sentence.lexicon.data["changes"]["stops"]
    words, depth, count = sentence.tokens.words, 0, 0
    for at in range(start, end):
        depth += (words[at] == "(") - (words[at] == ")")
        if depth or words[at] == ")" or sentence.dated(at):
            continue
        count += 1
        if not words[at].isalpha() or sentence.word(at) in stops or turns(sentence, at):
            return words[at] == "-" and sentence.tokens.glued(at) and at + 1 < end
    return count <= GAP and end >= start


def turns(sentence: Sentence, at: int) -> bool:
    """A second verb of change begins another statement."""
    return sentence.word(at) in cues(sentence.lexicon, "changes", "up", "down")


def apposed(sentence: Sentence, start: int, slot: Slot) -> bool:
    """As in "auf 10 Euro, ein deutliches Plus von": a comma or dash and few words before it.

    Before a noun may stand its article and adjectives; other marks follow the comma at once.
    """
    stops = sentence.lexicon.data["changes"]["stops"]
    opener = slot.start - 1
    free = APPOSITION if (slot.loose and slot.role == "by") or slot.behind else 0
    openers = sentence.lexicon.data["changes"]["openers"]
    while opener >= start and slot.start - opener <= free and (
        sentence.word(opener) in openers if slot.behind else _light(sentence, opener)
    ):  # fmt: skip
        opener -= 1
    if opener < start or sentence.tokens.words[opener] not in OPENERS:
        return False
    return opener - start <= GAP and all(
        (sentence.word(at).isalpha() or sentence.dated(at)) and sentence.word(at) not in stops
        for at in range(start, opener)
    )


def _light(sentence: Sentence, at: int) -> bool:
    """An article, an adjective, "also": a small word that begins no other statement."""
    word = sentence.tokens.words[at]
    return word.isalpha() and word.islower() and (
        sentence.word(at) not in sentence.lexicon.data["changes"]["stops"]
    )  # fmt: skip
