"""Ranges that were not read as one, for their ends do not ascend: "zwischen 300 und 200 Euro".

Two figures of one unit, behind "between", with nothing but "and" between them, each with a scale of
its own. What ascends is one figure already and gives no relation.
"""

from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import Relation
from factcheck.relations.sentence import Figure, Roles, Sentence, alike, amount, cues
from factcheck.relations.windows import says

NEAR = 10
SCALED = 1_000_000


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The pairs of a sentence that "between" opens."""
    if sentence.words.isdisjoint(cues(sentence.lexicon, "ranges", "between")):
        return
    for left, right in pairwise(sentence.figures):
        joined = right.first == left.last + 2
        word = sentence.word(left.last + 1)
        if not joined or word not in sentence.lexicon.data["ranges"]["and"]:
            continue
        opened = sentence.before(sentence.phrases("ranges", "between"), left.first)
        borrowed = _borrowed(left) and not _near(left, right)
        unit = sentence.word(left.last)
        twice = unit.isalpha() and unit == sentence.word(right.last)
        if opened and amount(left) and alike(left, right) and not borrowed and not twice:
            members: Roles = {"low": left, "high": right}
            yield sentence.relation("range", members, sure=not _continues(sentence, right))


def _borrowed(figure: Figure) -> bool:
    """As in "between 300 and 2 million": whether the first means millions too is not told."""
    value, text = figure.quantity.value, figure.claim.span.text
    digits = sum(letter.isdecimal() for letter in text)
    words = any(letter.isalpha() for letter in text)
    return value is None or (bool(digits) and not words and digits < len(str(abs(int(value)))))


def _near(left: Figure, right: Figure) -> bool:
    """As in "zwischen 1,5 und 1,2 Milliarden": with another scale the ends were far apart."""
    a, b = left.quantity.value, right.quantity.value
    return a is not None and b is not None and SCALED <= b < a < NEAR * b


def _continues(sentence: Sentence, right: Figure) -> bool:
    """As in "between 300 and 200 million years ago", "... v. Chr.": counted downwards."""
    after = right.last + 1
    return says(sentence, "ranges", "downwards", (after, after + 1))
