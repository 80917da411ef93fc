"""Two quotations that may be one: of one speaker, or one of them in a heading without a name.

The relation `quotation` has two mentions, spans of the words with their marks; they share most of
their words in the same order.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, islice
from typing import NamedTuple

from factcheck.document import Document
from factcheck.extract.speech.reported_speech import Speech
from factcheck.languages.tokens import tokenise
from factcheck.model import Attribution, Relation, Span

LEAST_WORDS = 5
LEAST_SHARED = 0.7
LONG = 8
REMEMBERED = 60
HEADINGS = frozenset({"headline", "teaser", "subheading", "caption"})


class _Said(NamedTuple):
    """A quotation with its words, its speaker, and whether it stands in a heading."""

    span: Span
    words: tuple[str, ...]
    bag: frozenset[str]
    speaker: str | None
    heads: bool


def quoted_twice(speech: Speech, document: Document) -> Iterator[Relation]:
    """Pairs of quotations with much the same words, in the order of the text."""
    speaker_at = _speakers(speech.attributions)
    found = [
        _Said(span, words, frozenset(words), speaker_at(span), _heads(span, document))
        for span in speech.quotations
        for words in [words_of(span)]
        if len(words) >= LEAST_WORDS
    ]
    for left, right in _candidates(found):
        one, other = found[left], found[right]
        if other.span.start >= one.span.end and _alike(one, other):
            members = (("mention", one.span), ("mention", other.span))
            yield Relation("quotation", members, other.span, sure=one.heads != other.heads)


def _candidates(found: Sequence[_Said]) -> list[tuple[int, int]]:
    """Pairs of one speaker, or with a heading whose speaker is not another."""
    by_speaker: dict[str, dict[Hashable, int]] = defaultdict(dict)
    pairs: set[tuple[int, int]] = set()
    for at, said in enumerate(found):
        if said.speaker:
            earlier = _earlier(by_speaker[said.speaker], said.words, at)
            pairs.update((one, at) for one in earlier)
    for at, said in enumerate(found):
        if said.heads:
            fits = [o for o, other in enumerate(found) if o != at and _may_be_one(said, other)]
            pairs.update((min(at, other), max(at, other)) for other in fits)
    return sorted(pairs | _but_for_figures(found))


def _but_for_figures(found: Sequence[_Said]) -> set[tuple[int, int]]:
    """Long quotations of the same words but for a figure, whoever is named as the speaker."""
    by_words: dict[tuple[str, ...], dict[Hashable, int]] = defaultdict(dict)
    pairs: set[tuple[int, int]] = set()
    for at, said in enumerate(found):
        if len(said.words) >= LONG:
            plain = tuple("" if word[0].isdecimal() else word for word in said.words)
            earlier = _earlier(by_words[plain], (said.words, said.speaker), at)
            pairs.update((one, at) for one in earlier)
    return pairs


def _earlier(known: dict[Hashable, int], key: Hashable, at: int) -> list[int]:
    """The quotations before this one to compare it with; of equal ones the last stands for all."""
    last = list(islice(reversed(known.values()), REMEMBERED))
    known.pop(key, None)
    known[key] = at
    return last


def _may_be_one(one: _Said, other: _Said) -> bool:
    return not (one.speaker and other.speaker) or one.speaker == other.speaker


def words_of(span: Span) -> tuple[str, ...]:
    """The words of a quotation in lower case, without marks and punctuation."""
    return tuple(lower for lower in tokenise(span.text).lowers if lower[0].isalnum())


def _speakers(attributions: Sequence[Attribution]) -> Callable[[Span], str | None]:
    """A look-up: who says the first attributed content that holds a span."""
    parts = sorted(
        (part.start, part.end, number)
        for number, said in enumerate(attributions)
        for part in said.content
    )
    starts = [start for start, _, _ in parts]
    reach = list(accumulate((end for _, end, _ in parts), max))

    def speaker_at(span: Span) -> str | None:
        at = bisect_right(starts, span.start) - 1
        holding = []
        while at >= 0 and reach[at] >= span.end:
            if parts[at][1] >= span.end:
                holding.append(parts[at][2])
            at -= 1
        return attributions[min(holding)].speaker if holding else None

    return speaker_at


def _heads(span: Span, document: Document) -> bool:
    return document.block_at(span.start).kind in HEADINGS


def _alike(one: _Said, other: _Said) -> bool:
    short, long = sorted((one, other), key=lambda said: len(said.words))
    least = LEAST_SHARED * len(short.words)
    if len(short.words) - len(short.bag - long.bag) < least:
        return False  # most pairs: too many words of one are nowhere in the other
    if f" {' '.join(short.words)} " in f" {' '.join(long.words)} ":
        return True
    if len(short.words) < LEAST_SHARED * len(long.words):
        return False
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    if matcher.quick_ratio() < LEAST_SHARED:
        return False
    return sum(block.size for block in matcher.get_matching_blocks()) >= least
