"""Quotations: text between quotation marks of any style, nested, and over several paragraphs.

A mark opens or closes by the style of its pair, and where a sign does both, by the space beside it:
a German closing mark is the English opening one. What is never closed in its paragraph is no
quotation, unless the next paragraph opens again with the same mark. Apostrophes, inches, feet and
seconds are no marks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.extract.passages import Passage
from factcheck.languages.tokens import Tokens
from factcheck.model import Span

# Closing signs of each sign that can open.
PAIRS = {
    "„": "“”\"‟",
    "“": "”“\"",
    "”": "”“",
    "\"": "\"“”",
    "»": "«",
    "«": "»",
    "‚": "‘’'",
    "‘": "’'",
    "'": "'’",
    "‹": "›",
    "›": "‹",
}  # fmt: skip
SINGLE = frozenset("‚‘’'")
ALWAYS_OPEN = frozenset("„")
STRAIGHT = '"'
STOPS = frozenset(".,;:!?)")
SENTENCE_ENDS = frozenset(".!?…")
BEFORE_OPENING = frozenset('(„“"»«‚‘‹›[–—-/:')


@dataclass(frozen=True, slots=True)
class Quotation:
    """Token indexes of the opening and the closing mark in one passage; `depth` 0 is outermost.

    `last` is the last token of the passage where the quotation goes on in the next paragraph.
    """

    first: int
    last: int
    depth: int
    closed: bool = True

    def words(self, tokens: Tokens) -> list[str]:
        """The words between the marks."""
        return [word for word in tokens.words[self.first : self.last + 1] if word[0].isalnum()]


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotations of a passage, and the marks of it that have no partner."""

    found: tuple[Quotation, ...] = ()
    unpaired: tuple[int, ...] = ()


NOTHING = Quoted()


def find_quotations(passage: Passage, following: Passage | None = None) -> Quoted:
    """The quotations of a passage in its order; `following` is the paragraph behind it."""
    tokens = passage.tokens
    marks = passage.anchors.marks
    if not marks:
        return NOTHING
    stack: list[int] = []
    found: list[Quotation] = []
    unpaired: list[int] = []
    for position, index in enumerate(marks):
        sign = tokens.words[index]
        closes = _partner(tokens, index, stack)
        if closes is not None:
            unpaired += [at for at in stack[closes + 1 :] if tokens.words[at] not in SINGLE]
            found.append(Quotation(stack[closes], index, closes))
            del stack[closes:]
        elif (not stack and _spaced(tokens, marks, position)) or (
            _opens(tokens, index) and (sign not in SINGLE or _closed_later(tokens, marks, position))
        ):
            if not (stack and _goes_on(tokens, index, stack[-1])):
                stack.append(index)
        elif not (sign in SINGLE or _measure(tokens, index) or _commas_open(tokens, index)):
            unpaired.append(index)
    if stack and following is not None and _reopens(tokens, stack[0], following):
        found.append(Quotation(stack[0], len(tokens) - 1, 0, closed=False))
        del stack[0]
    unpaired += [at for at in stack if tokens.words[at] not in SINGLE]
    if unpaired and any(_inches(tokens, at) for at in marks):
        unpaired = [at for at in unpaired if tokens.words[at] != STRAIGHT]
    return Quoted(tuple(sorted(found, key=lambda q: (q.first, -q.last))), tuple(sorted(unpaired)))


def without_pairs(marks: Sequence[Span]) -> Iterator[Span]:
    """The lone marks of a document without those that close a lone one of an earlier paragraph."""
    opened: Span | None = None
    for mark in marks:
        if opened is not None and mark.text in PAIRS.get(opened.text, ""):
            opened = None
            continue
        if opened is not None:
            yield opened
        opened = mark
    if opened is not None:
        yield opened


def _partner(tokens: Tokens, index: int, stack: Sequence[int]) -> int | None:
    """Which of the open marks this one closes."""
    sign = tokens.words[index]
    if not stack or not _may_close(tokens, index):
        return None
    for place in range(len(stack) - 1, -1, -1):
        opening = tokens.words[stack[place]]
        if sign in PAIRS[opening] and stack[place] + 1 < index:
            if sign in SINGLE and not _ends_word(tokens, index):
                return None
            return place
    return None


def _may_close(tokens: Tokens, index: int) -> bool:
    """Closed up with what stands before it, or, as in French, with a space on both sides."""
    sign = tokens.words[index]
    if sign in ALWAYS_OPEN:
        return False
    if tokens.glued(index):
        return True
    return sign in "»«" or not _glued_behind(tokens, index)


def _opens(tokens: Tokens, index: int) -> bool:
    """A mark before a word, with a space or another opening sign before it."""
    sign = tokens.words[index]
    if index + 1 >= len(tokens) or sign == "‟":
        return False
    before = tokens.words[index - 1] if tokens.glued(index) else ""
    if sign == "’" or (sign in SINGLE and _decade(tokens, index)):
        return False
    if before and before not in BEFORE_OPENING:
        return sign in ALWAYS_OPEN
    return _glued_behind(tokens, index) or sign in "»«„"


def _goes_on(tokens: Tokens, index: int, opened: int) -> bool:
    """A mark that opens once more at the head of a sentence: paragraphs run together."""
    same = tokens.words[index] == tokens.words[opened]
    within = tokens.words[index - 1] in SINGLE  # "... and say 'wow.' "My own view ..."
    return same and tokens.words[index - 1 - within] in SENTENCE_ENDS


def _spaced(tokens: Tokens, marks: Sequence[int], position: int) -> bool:
    """As in "called it " a small step".": a space too many, and a next mark that can only close."""
    if tokens.words[marks[position]] != STRAIGHT or position + 1 == len(marks):
        return False
    index, closing = marks[position : position + 2]
    loose = not (tokens.glued(index) or _glued_behind(tokens, index))
    partner = tokens.words[closing] == STRAIGHT and tokens.glued(closing)
    return loose and partner and _ends_word(tokens, closing)


def _decade(tokens: Tokens, index: int) -> bool:
    """As in "the '90s": the apostrophe stands for the century."""
    return tokens.words[index + 1].isdecimal() and tokens.lower(index + 2) == "s"


def _closed_later(tokens: Tokens, marks: Sequence[int], position: int) -> bool:
    """A single mark opens only where a later one closes it: else it is an apostrophe."""
    signs = PAIRS[tokens.words[marks[position]]]
    return any(
        tokens.words[at] in signs and tokens.glued(at) and _ends_word(tokens, at)
        for at in marks[position + 1 :]
    )


def _ends_word(tokens: Tokens, index: int) -> bool:
    """No letter follows: "don’t" is one word."""
    return not (_glued_behind(tokens, index) and tokens.words[index + 1][0].isalnum())


def _glued_behind(tokens: Tokens, index: int) -> bool:
    """Does the next token follow without a space?"""
    return index + 1 < len(tokens) and tokens.glued(index + 1)


def _measure(tokens: Tokens, index: int) -> bool:
    """Inches and seconds stand right behind a figure."""
    return tokens.glued(index) and tokens.words[index - 1][0].isdecimal()


def _inches(tokens: Tokens, index: int) -> bool:
    """As in "a 19" screen": within a quotation nothing tells it from a mark that closes."""
    goes_on = index + 1 < len(tokens) and tokens.words[index + 1] not in STOPS
    return tokens.words[index] == STRAIGHT and _measure(tokens, index) and goes_on


def _commas_open(tokens: Tokens, index: int) -> bool:
    """As in ",,Wir gehen", sagte er": two commas that stand for a mark."""
    for at in range(index - 2, 0, -1):
        if tokens.words[at] in PAIRS:
            return False
        if tokens.words[at] == tokens.words[at - 1] == ",":
            return tokens.glued(at) and tokens.glued(at + 1)
    return False


def _reopens(tokens: Tokens, opening: int, following: Passage) -> bool:
    """Does the next paragraph begin with the mark that is still open?"""
    return bool(following.tokens.words) and following.tokens.words[0] == tokens.words[opening]
