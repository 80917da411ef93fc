"""Telephone and reference numbers: figures to dial or to look up, not to count."""

from factcheck.extract.figures.digits import leading_point
from factcheck.extract.passages import Passage
from factcheck.extract.times.years import is_year

PAIR = 2
DIALLED = 3  # "08431 / 67110": an area code, and spaces around its stroke
PHONE_PARTS = 3
REFERENCE_LENGTH = 8
JOINS = frozenset("-/–")


def phone(passage: Passage, index: int) -> int | None:
    """A figure with a leading zero, a plus before it and groups behind it, or a long number."""
    tokens = passage.tokens
    word = tokens.words[index]
    if index and leading_point(tokens, index, passage.mark):
        return None
    labelled = index > 0 and _phone_label(passage, index)
    if index > 1 and tokens.words[index - 1] == "/" and is_year(tokens.words[index - 2]):
        return None  # "im Schuljahr 2003/04 43.478 Schüler"
    if word.isdecimal() and (labelled or (word[0] == "0" and len(word) > 1)):
        return last_of_groups(passage, index)
    if word.isdecimal() and len(word) >= REFERENCE_LENGTH:
        return index
    run = _pairs(passage, index)
    if run is not None:
        return run
    if index and tokens.words[index - 1] == "+" and tokens.glued(index):
        last = last_of_groups(passage, index)
        return last if last > index else None
    if index + 1 >= len(tokens.words) or tokens.words[index + 1] not in JOINS:
        return None
    last = last_of_groups(passage, index)
    return last if (last - index) // 2 + 1 > PHONE_PARTS else None


def _pairs(passage: Passage, index: int) -> int | None:
    """As in "28 40 81 53": figures of two digits, one behind the other."""
    words, last = passage.tokens.words, index
    while last < len(words) and len(words[last]) == PAIR and words[last].isdecimal():
        last += 1
    return last - 1 if last - index > PHONE_PARTS else None


def last_of_groups(passage: Passage, index: int) -> int:
    """The last of a run of figures joined by hyphens, slashes or spaces."""
    tokens = passage.tokens
    last = index
    while last + 2 < len(tokens) and tokens.words[last + 1] in JOINS:
        dialled = tokens.glued(last + 2) or (
            tokens.words[index][0] == "0" and len(tokens.words[index]) > DIALLED
        )
        if not (tokens.words[last + 2].isdecimal() and dialled):
            break
        last += 2
    if tokens.words[index][0] == "0" or (index and _phone_label(passage, index)):
        while last + 1 < len(tokens) and tokens.words[last + 1][0].isdecimal():
            last += 1  # "030 90 12 34 56"
    return last


def _phone_label(passage: Passage, index: int) -> bool:
    lowers, phones = passage.tokens.lowers, passage.lexicon.words("labels", "phones")
    return lowers[index - 1] in phones or (index > 1 and lowers[index - 2] in phones)
