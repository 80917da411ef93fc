"""A passage is a block cut into tokens and sentences: what every finder works on."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import field

from factcheck.document import Document
from factcheck.extract.anchors import Anchors, find_anchors
from factcheck.extract.figures.digits import decimal_mark
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.sentences import sentence_starts
from factcheck.languages.tokens import Tokens, tokenise
from factcheck.model import Block, Span
from factcheck.record import record


@record
class Passage:
    """One block of a document with its tokens and the first token of each sentence."""

    document: Document
    lexicon: Lexicon
    block: Block
    tokens: Tokens
    starts: list[int]
    anchors: Anchors
    mark: str
    _sentences: dict[int, Span] = field(default_factory=dict, compare=False)

    def bounds(self, index: int) -> tuple[int, int]:
        """First token of the sentence in which a token stands, and one past its last."""
        number = bisect_right(self.starts, index)
        last = self.starts[number] if number < len(self.starts) else len(self.tokens)
        return self.starts[number - 1], last

    def sentence(self, index: int) -> Span:
        """The sentence in which a token stands."""
        first, last = self.bounds(index)
        if first not in self._sentences:  # a sentence of many figures is cut out once
            self._sentences[first] = self.span(first, last - 1)
        return self._sentences[first]

    def span(self, first: int, last: int) -> Span:
        """The text from token `first` to token `last`, both included."""
        return self.document.span(self.tokens.starts[first], self.tokens.ends[last])


def passages(document: Document, lexicon: Lexicon) -> Iterator[Passage]:
    """The blocks that hold any text, in order; `mark` is the document's decimal mark."""
    mark = decimal_mark(document.text, lexicon.data["numbers"]["decimal"])
    for block in document.blocks:
        tokens = tokenise(document.text, block.span.start, block.span.end)
        if len(tokens):
            starts = sentence_starts(tokens, lexicon)
            anchors = find_anchors(tokens, lexicon)
            yield Passage(document, lexicon, block, tokens, starts, anchors, mark)
