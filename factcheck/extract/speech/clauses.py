"""A sentence cut into segments at its commas, colons, semicolons and dashes.

What stands between quotation marks or in brackets is never cut, and a full stop inside a quotation
ends no sentence: "„A. B.“, sagte C." is one unit.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.extract.passages import Passage
from factcheck.extract.speech.quotations import Quotation, Quoted
from factcheck.extract.speech.words import ACCORDING, AFTER, AS, NOUN, SpeechWords
from factcheck.languages.tokens import Tokens
from factcheck.record import record

CUTS = frozenset(",;:–—-")
DASHES = frozenset("–—-")
BRACKETS = {"(": ")", "[": "]"}
MARKS = CUTS | BRACKETS.keys()
ENDS = frozenset(".!?…")
ASKING = frozenset("!?")
LONGEST_NAME = 4


@record
class Segment:
    """Tokens [first, last) of a unit, and the sign before them ("" at the beginning)."""

    first: int
    last: int
    sign: str


@record
class Unit:
    """A sentence of a passage, [first, last), with its segments and outermost quotations.

    `end` is one past its last token that is no closing punctuation; `cues` are the words that can
    show reported speech, outside quotations.
    """

    passage: Passage
    tokens: Tokens
    speech: SpeechWords
    first: int
    last: int
    end: int
    segments: tuple[Segment, ...]
    quotations: tuple[Quotation, ...]
    cues: tuple[int, ...]

    def kind(self, index: int) -> int:
        """What the word at a token can show; a noun shows nothing of a verb."""
        kind = self.speech.kinds.get(self.tokens.lowers[index], 0)
        if kind and index != self.first and self.tokens.words[index][0].isupper():
            kind &= NOUN | ACCORDING | AFTER | AS
        return kind

    def number_of(self, index: int) -> int:
        """The number of the segment in which a token stands (or which it closes)."""
        for number, segment in enumerate(self.segments):
            if index < segment.last:
                return number
        return len(self.segments) - 1

    def inside(self, index: int) -> bool:
        """Does a token stand in a quotation?"""
        return bool(self.quotations) and any(q.first <= index <= q.last for q in self.quotations)


def units(passage: Passage, quoted: Quoted, speech: SpeechWords) -> Iterator[Unit]:
    """The sentences of a passage."""
    outer = [q for q in quoted.found if q.depth == 0]
    openings = [q.first for q in outer]
    starts = [start for start in passage.starts if not _quoted(start, outer, openings)]
    cues, tokens = passage.anchors.speech, passage.tokens
    if outer and not speech.data["verb_second"]:
        closings = {q.last + 1 for q in outer}
        starts = [at for at in starts if at not in closings or not _named_behind(passage, at)]
    for number, first in enumerate(starts):
        last = starts[number + 1] if number + 1 < len(starts) else len(tokens)
        own = cues[bisect_left(cues, first) : bisect_left(cues, last)]
        inner = tuple(outer[bisect_left(openings, first) : bisect_left(openings, last)])
        if not own and not inner:
            yield Unit(passage, tokens, speech, first, last, last, (), (), ())
            continue
        said = tuple(at for at in own if not any(q.first <= at <= q.last for q in inner))
        segments = tuple(_segments(tokens, first, last, inner))
        if not segments:
            continue
        end = _end(tokens, first, last)
        yield Unit(passage, tokens, speech, first, last, end, segments, inner, said)


def _named_behind(passage: Passage, start: int) -> bool:
    """As in "“Why?” | X said", where a mark inside the quotation seems to end the sentence."""
    cues, words = passage.anchors.speech, passage.tokens.words
    if words[start - 2] not in ASKING:
        return False
    number = bisect_left(cues, start)
    cue = cues[number] if number < len(cues) else len(words)
    named = start < cue <= start + LONGEST_NAME
    return named and all(words[at][0].isupper() or words[at] == "." for at in range(start, cue))


def _quoted(index: int, outer: Sequence[Quotation], openings: Sequence[int]) -> bool:
    before = bisect_left(openings, index)
    return before > 0 and index <= outer[before - 1].last


def with_segments(unit: Unit) -> Unit:
    """A sentence that holds no cue, which was left whole, cut as well."""
    if unit.segments:
        return unit
    segments = tuple(_segments(unit.tokens, unit.first, unit.last, ()))
    return replace(unit, segments=segments, end=_end(unit.tokens, unit.first, unit.last))


def _end(tokens: Tokens, first: int, last: int) -> int:
    while last > first and tokens.words[last - 1] in ENDS:
        last -= 1
    return last


def _segments(
    tokens: Tokens, first: int, last: int, quotations: tuple[Quotation, ...]
) -> Iterator[Segment]:
    begin, sign, resume = first, "", first
    for at in [at for at, word in enumerate(tokens.words[first:last], first) if word in MARKS]:
        if at < resume or any(q.first <= at <= q.last for q in quotations):
            continue
        word = tokens.words[at]
        if word in BRACKETS:
            resume = _bracket_end(tokens, at, last) + 1
        elif _cuts(tokens, at):
            if begin < at:
                yield Segment(begin, at, sign)
            begin, sign = at + 1, word
    if begin < last:
        yield Segment(begin, last, sign)


def _cuts(tokens: Tokens, at: int) -> bool:
    """A dash cuts only with a space on both sides, a colon not inside a word ("Kund:innen")."""
    if tokens.words[at] in DASHES:
        return not tokens.glued(at) and not tokens.glued(at + 1 if at + 1 < len(tokens) else at)
    return not (tokens.words[at] == ":" and at + 1 < len(tokens) and tokens.glued(at + 1))


def _bracket_end(tokens: Tokens, at: int, last: int) -> int:
    closing = BRACKETS[tokens.words[at]]
    for index in range(at + 1, min(last, at + 40)):
        if tokens.words[index] == closing:
            return index
    return at
