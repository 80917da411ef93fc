"""Changes whose old value stands in brackets: "stieg um 20 Prozent auf 84 Euro (Vorjahr: 70)".

The old value fills the brackets, with nothing else in them but a word or a year that says of when
it is. The new value and the difference are the two figures before them: "um 20 Prozent auf 84", or
the difference in apposition, "£3.4bn, up 4.1%". Where nothing says when, a difference that is far
from what the two make is of something else.
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Relation
from factcheck.relations.changes.lone_levels import plausible
from factcheck.relations.changes.marks import slot_of
from factcheck.relations.changes.subjects import another_subject
from factcheck.relations.figure_kinds import DIFFERENCES
from factcheck.relations.sentence import CLOSING, Figure, Sentence, alike, amount, compounded

WORDS = 3
PAIR = 2
ASIDE = frozenset({"date", "ordinal", "duration"})


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """Each new value with the old one in brackets behind it, and their difference."""
    floor = sentence.first
    if "(" not in sentence.words:
        return
    for old in sentence.figures:
        opener = _opener(sentence, old)
        if opener is None:
            continue
        before = [f for f in sentence.figures if floor <= f.first < opener and f.kind not in ASIDE]
        floor = old.last + 1
        found = _apposed(sentence, before, opener) or _led(sentence, before, opener)
        if found is None or not alike(found[0], old):
            continue
        new, by = found
        if another_subject(sentence, by, (old, new)):
            continue
        if opener + 1 < old.first or plausible(sentence, by, old, new):
            yield sentence.relation("change", {"from": old, "to": new, "by": by}, sure=False)


def _apposed(
    sentence: Sentence, before: Sequence[Figure], opener: int
) -> tuple[Figure, Figure] | None:
    """As in "sales £3.4bn, up 4.1% (£3.3bn)": the new value and the difference."""
    if len(before) < PAIR or before[-1].last + 1 != opener:
        return None
    new, by = before[-PAIR:]
    slot = slot_of(sentence, by) if by.kind in DIFFERENCES else None
    near = slot is not None and slot.role == "by" and new.last + 1 == slot.start - 1
    return (new, by) if near and sentence.word(new.last + 1) == "," else None


def _led(sentence: Sentence, before: Sequence[Figure], opener: int) -> tuple[Figure, Figure] | None:
    """As in "stieg um 20 Prozent auf 84 (70)": the new value and the difference before it."""
    if len(before) != PAIR or any(
        compounded(sentence.lexicon, word, "changes", "by_day") for word in sentence.words
    ):
        return None  # "Der Kurs stieg um 5 Prozent auf 84 Euro (Vorjahr: 70 Euro)": since yesterday
    by, new = before
    slots = slot_of(sentence, by), slot_of(sentence, new)
    led = slots[0] is not None and slots[0].role == "by" and by.kind in DIFFERENCES
    reached = slots[1] is None or slots[1].role == "to"
    near = opener - new.last - 1 <= WORDS and sentence.plain(new.last + 1, opener)
    return (new, by) if led and reached and near else None


def _opener(sentence: Sentence, old: Figure) -> int | None:
    """The bracket before "Vorjahr: 70 Millionen Euro)", if nothing else stands in it."""
    if sentence.word(old.last + 1) not in CLOSING or old.quantity.value is None or not amount(old):
        return None
    at = old.first - 1
    while at > sentence.first and sentence.word(at) != "(" and old.first - at <= WORDS + 1:
        at -= 1
    inside = range(at + 1, old.first)
    return at if sentence.word(at) == "(" and _timed(sentence, inside) else None


def _timed(sentence: Sentence, inside: range) -> bool:
    """A word or a date of when, and nothing else but small words and a colon; or nothing at all."""
    past, small = sentence.phrases("changes", "past"), sentence.lexicon.stop_words
    told, at = not inside, inside.start
    while at < inside.stop:
        length = sentence.at(past, at) or sentence.dated(at)
        if not length and sentence.word(at) != ":" and sentence.word(at) not in small:
            return False
        told = told or bool(length)
        at += max(length, 1)
    return told
