"""Marks of change: which words make a figure the old value, the new one or the difference.

"von", "auf", "um" and "from", "to", "by" before it, a noun it belongs to ("ein Plus von"), a verb
or sign right before it ("rose 5%", "+5"), a word right behind it ("a 5% increase").
"""

from dataclasses import dataclass

from factcheck.model import Span
from factcheck.relations.sentence import (
    DASHES,
    OPENING,
    Figure,
    Sentence,
    alike,
    clause_of,
    compounded,
    cues,
)

GAP = 9
NAMED_WORDS = 5
NEAR = 4
SHARES = frozenset({"percentage", "percentage_point"})
SHARED = {"gains": "up", "losses": "down"}
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
    at = _before_fillers(sentence, figure)
    held = _held_against(sentence, figure, at) or _left_behind(sentence, figure, at)
    if held is not None:
        return held
    length = sentence.before(sentence.phrases("changes", "of"), at)
    thus = sentence.word(at - 1) in data["thus"]  # "Der Verlust beträgt damit 58 Prozent"
    is_so = sentence.word(at - thus - 1) in sentence.lexicon.data["differences"]["is"]
    length = length or (figure.kind in SHARES and is_so and 1 + thus)
    if length and change_noun(sentence, at - length - 1, figure):
        return Slot(figure, "by", at - length - 1, loose=True)
    amount_of = length and sentence.word(at - 1) not in data["by"]  # not "auf Jahressicht um"
    named = _named(sentence, figure, at - length) if amount_of else None
    if named is not None:
        return named
    length = sentence.before(sentence.phrases("concluding", "joins"), at)
    behind = any(f.last == at - length - 2 for f in sentence.figures)
    if length and figure.kind in SHARES and behind and sentence.breaks(figure.last + 1):
        return Slot(figure, "by", at - length)  # "8.5p, or 8.1%,", "to 11%, or three points,"
    if _behind_share(sentence, figure, at) or _told_again(sentence, figure, at):
        return Slot(figure, "by", at)
    if _stands_at(sentence, at):
        return Slot(figure, "to", at - 1)
    for role in ("by", "to", "from"):
        length = sentence.before(sentence.phrases("changes", role), at)
        if length:
            return Slot(figure, role, at - length - _namely(sentence, at - length))
    if sentence.word(at - 1) in data["direct"] and (
        sentence.word(at - 1).isalpha() or sentence.tokens.glued(at)
    ):
        return Slot(figure, "by", at - 1)
    shared = sentence.word(figure.last + 1) in sentence.lexicon.data["grammar"]["determiners"]
    if figure.kind in SHARES and not shared:  # "verlor 3,2 Punkte", "verlor er damit 3,2 Prozent"
        start = at - 1 - (sentence.word(at - 1) in data["thus"])
        start -= sentence.word(start) in data["subjects"]
        if sentence.word(start) in cues(sentence.lexicon, "changes", "up", "down"):
            return Slot(figure, "by", start)
    return _own_mark(sentence, figure)


def level_slots(sentence: Sentence, levels: tuple[Figure, Figure]) -> list[Slot | None]:
    """The marks of two levels: "from 20 to 30", not "einen Umsatz von 50 Millionen"."""
    slots = [slot_of(sentence, figure) for figure in levels]
    if {slot.role for slot in slots if slot is not None} == {"from", "to"}:
        return slots
    return [_of_change(sentence, slot) if slot is not None else None for slot in slots]


def _of_change(sentence: Sentence, slot: Slot) -> Slot | None:
    """None of a noun's attribute, "einen Umsatz von 50", and of a share: "kommt auf 27 Prozent"."""
    clause = clause_of(sentence, slot.figure)
    if slot.loose or slot.role == "by":
        return slot
    if slot.role == "from":
        noun = sentence.tokens.words[slot.start - 1] if slot.start > sentence.first else ""
        nouns = sentence.lexicon.data["grammar"]["capitalised_nouns"]
        return None if nouns and noun[:1].isupper() else slot
    words = {sentence.word(at) for at in clause}
    reached = not words.isdisjoint(sentence.lexicon.data["sums"]["reach"])
    turned = cues(sentence.lexicon, "changes", "up", "down", "either")
    return None if reached and words.isdisjoint(turned) else slot


def change_noun(sentence: Sentence, at: int, by: Figure | None = None) -> str:
    """The noun of change at a token, of a compound its head: "Wertsteigerung"; "" if none is.

    "Gewinn" and "Verlust" are one of a share: of money they may be the level itself.
    """
    keys = ("nouns", *SHARED) if by is not None and by.kind in SHARES else ("nouns",)
    known = (compounded(sentence.lexicon, sentence.word(at), "changes", key) for key in keys)
    return next(filter(None, known), "")


def noun_turn(sentence: Sentence, at: int, by: Figure | None = None) -> str:
    """ "up" or "down", where the noun of change at a token leads; "" if that is not told."""
    noun = change_noun(sentence, at, by) or sentence.word(at)
    known = [role for role in ("up", "down") if noun in cues(sentence.lexicon, "changes", role)]
    if by is not None and by.kind in SHARES:
        data = sentence.lexicon.data["changes"]
        known += [role for key, role in SHARED.items() if noun in data[key]]
    return known[0] if known else ""


def _left_behind(sentence: Sentence, figure: Figure, at: int) -> Slot | None:
    """As in "von 30.000 auf 45.000": the level that the next one leaves behind."""
    data = sentence.lexicon.data["changes"]
    length = sentence.before(sentence.phrases("changes", "from"), at)
    to = figure.last + 1
    if not length or sentence.word(to) not in data["to"]:
        return None
    if change_noun(sentence, at - length - 1) in data["amounts"]:
        return None  # "ein Plus von 5 auf 45"
    reached = to + 1
    while sentence.word(reached) in data["fillers"]:
        reached += 1
    new = any(f.first == reached and alike(figure, f) for f in sentence.figures)
    start = at - length - _namely(sentence, at - length)
    return Slot(figure, "from", start) if new else None


def _own_mark(sentence: Sentence, figure: Figure) -> Slot | None:
    """The mark that a figure carries itself, or right behind it."""
    data = sentence.lexicon.data["changes"]
    if sentence.word(figure.first) in data["particles_up"]:  # "went up to 5.5%"
        return Slot(figure, "to", figure.first)
    if sentence.word(figure.first) in data["direct"]:  # "minus 5 Prozent"
        return Slot(figure, "by", figure.first)
    named = figure.kind in SHARES and change_noun(sentence, figure.last + 1, figure)
    if named or sentence.word(figure.last + 1) in data["behind"]:  # "30 Prozent Nachlass"
        return Slot(figure, "by", figure.first, behind=True)
    return None


def _told_again(sentence: Sentence, figure: Figure, at: int) -> bool:
    """As in "um 4,20 Euro oder 10 Prozent": a difference that per cent tell once more."""
    data = sentence.lexicon.data["changes"]
    first = next((f for f in sentence.figures if f.last == at - 2), None)
    if first is None or figure.kind != "percentage" or sentence.word(at - 1) not in data["or"]:
        return False
    if first.claim.kind == "percentage":
        return False  # "um 5 oder 6 Prozent"
    return bool(sentence.before(sentence.phrases("changes", "by"), first.first))


def _behind_share(sentence: Sentence, figure: Figure, at: int) -> bool:
    """As in "from 2% to 2.5%, a quarter of a point": points in apposition to a share."""
    share = any(f.last == at - 2 and f.kind == "percentage" for f in sentence.figures)
    closed = sentence.word(at - 1) == "," and sentence.breaks(figure.last + 1)
    return share and closed and figure.kind == "percentage_point"


def _stands_at(sentence: Sentence, at: int) -> bool:
    """As in "up 15% at £2.3bn"."""
    behind = any(f.last == at - 2 and f.kind == "percentage" for f in sentence.figures)
    return behind and sentence.word(at - 1) in sentence.lexicon.data["changes"]["at"]


def _held_against(sentence: Sentence, figure: Figure, at: int) -> Slot | None:
    """As in "compared with 36,000", "up 25% on the 36,000"."""
    length = sentence.before(sentence.phrases("changes", "earlier"), at)
    if length:
        return Slot(figure, "from", at - length, loose=True)
    length = sentence.before(sentence.phrases("changes", "versus"), at)
    shares = [f.last for f in sentence.figures if f.kind in {"percentage", "fraction"}]
    return (
        Slot(figure, "from", at - length, loose=True)
        if length and at - length - 1 in shares
        else None
    )


def _named(sentence: Sentence, figure: Figure, end: int) -> Slot | None:
    """As in "from an original estimate of $1.4 billion", "auf ein Rekordhoch von"."""
    data = sentence.lexicon.data["changes"]
    for at in range(end - 2, max(sentence.first, end - NAMED_WORDS) - 1, -1):
        if not sentence.plain(at, at + 1):
            return None
        for role in ("to", "from"):
            if sentence.word(at) in data[role]:
                return Slot(figure, role, at)
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


def more_of(sentence: Sentence, multiple: Figure) -> Span | None:
    """The noun of a growth behind a multiple: "a fivefold increase" may be six times as much."""
    at = multiple.last + 1
    noun, nouns = sentence.word(at), sentence.lexicon.data["changes"]["nouns"]
    grown = noun in nouns and noun in cues(sentence.lexicon, "changes", "up")
    return sentence.scene.passage.span(at, at) if grown else None


def _namely(sentence: Sentence, at: int) -> bool:
    """As in ", nämlich von 4 auf 2": the word belongs to what spells a change out."""
    named = sentence.word(at - 1) in sentence.lexicon.data["changes"]["namely"]
    return named and sentence.word(at - 2) == ","


def _before_fillers(sentence: Sentence, figure: Figure) -> int:
    """The token with which the figure begins, small words before it included."""
    data, at = sentence.lexicon.data["changes"], figure.first
    if figure.kind == "fraction" and sentence.word(at - 1) in data["definite"]:
        at -= 1  # "um die Hälfte"
    while at > sentence.first and sentence.word(at - 1) in data["fillers"]:
        at -= 1
    marked = {word for role in ("by", "to", "from", "of") for word in data[role]}
    if sentence.word(at - 2) in data["fillers"] and sentence.word(at - 3) in marked:
        at -= 2 * sentence.plain(at - 1, at)  # "by an astounding 109 per cent"
    return at


def told_more(sentence: Sentence, figure: Figure) -> bool:
    """As in "23,000 fewer deaths": a difference by a word of its own, and no level."""
    behind = sentence.lexicon.data["changes"]["behind"]
    return any(sentence.word(at) in behind for at in range(figure.first, figure.last + 1))


def moved(sentence: Sentence, figure: Figure) -> bool:
    """As in "stellte 50 Mitarbeiter ein": the change itself, and no level."""
    data, clause = sentence.lexicon.data["changes"], clause_of(sentence, figure)
    behind = sentence.word(clause.stop - 1) in data["particles_moved"]
    return behind or any(sentence.word(at) in data["moved"] for at in clause)
