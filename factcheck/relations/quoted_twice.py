"""Two quotations that may be one: of one speaker, or one of them in a heading without a name.

The relation `quotation` has two mentions, spans of the words with their marks; they share most of
their words in the same order.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from factcheck.document import Document
from factcheck.extract.speech.reported_speech import Speech
from factcheck.languages.tokens import tokenise
from factcheck.model import Attribution, Relation, Span

LEAST_WORDS = 5
LEAST_SHARED = 0.7
HEADINGS = frozenset({"headline", "teaser", "subheading", "caption"})


def quoted_twice(speech: Speech, document: Document) -> Iterator[Relation]:
    """Pairs of quotations with much the same words, in the order of the text."""
    found = [
        (span, words, _speaker(span, speech.attributions), _heads(span, document))
        for span in speech.quotations
        for words in [words_of(span)]
        if len(words) >= LEAST_WORDS
    ]
    for number, (span, words, speaker, heads) in enumerate(found):
        for other, other_words, other_speaker, other_heads in found[number + 1 :]:
            if other.start < span.end or (speaker and other_speaker and speaker != other_speaker):
                continue
            if not (heads or other_heads or (speaker and speaker == other_speaker)):
                continue
            if _alike(words, other_words):
                members = (("mention", span), ("mention", other))
                whole = document.span(span.start, other.end)
                yield Relation("quotation", members, whole, sure=heads != other_heads)


def words_of(span: Span) -> tuple[str, ...]:
    """The words of a quotation in lower case, without marks and punctuation."""
    return tuple(lower for lower in tokenise(span.text).lowers if lower[0].isalnum())


def _speaker(span: Span, attributions: Sequence[Attribution]) -> str | None:
    for said in attributions:
        if any(part.start <= span.start and span.end <= part.end for part in said.content):
            return said.speaker
    return None


def _heads(span: Span, document: Document) -> bool:
    return document.block_at(span.start).kind in HEADINGS


def _alike(left: Sequence[str], right: Sequence[str]) -> bool:
    if min(len(left), len(right)) < LEAST_SHARED * max(len(left), len(right)) and not (
        _within(left, right) or _within(right, left)
    ):
        return False
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    if matcher.quick_ratio() < LEAST_SHARED and not (_within(left, right) or _within(right, left)):
        return False
    shared = sum(block.size for block in matcher.get_matching_blocks())
    return shared >= LEAST_SHARED * min(len(left), len(right))


def _within(long: Sequence[str], short: Sequence[str]) -> bool:
    """Do the words of one stand in the other as they are?"""
    size = len(short)
    return any(tuple(long[at : at + size]) == tuple(short) for at in range(len(long) - size + 1))
