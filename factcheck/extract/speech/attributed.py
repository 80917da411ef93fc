"""Join claims and attributions: whose a figure is, and what is said without any figure."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.extract.passages import Passage
from factcheck.extract.speech.reported_speech import Speech
from factcheck.model import Attribution, Claim, Span

NO_FIGURES = frozenset({"date", "office"})


class Attributions:
    """The attributions of a document, asked for spans in the order of the text."""

    def __init__(self, speech: Speech) -> None:
        self._quotations = speech.quotations
        self._starts = [span.start for span in speech.quotations]
        self.found = sorted(
            speech.attributions, key=lambda said: (said.content[0].start, -said.content[-1].end)
        )
        self._next = 0
        self._open: list[Attribution] = []
        self._taken: set[int] = set()

    def of(self, claim: Claim) -> Attribution | None:
        """The innermost attribution in whose content the whole claim stands."""
        span = claim.span
        while self._next < len(self.found) and (
            self.found[self._next].content[0].start <= span.start
        ):
            self._open.append(self.found[self._next])
            self._next += 1
        if not self._open:
            return None
        self._open = [said for said in self._open if said.content[-1].end > span.start]
        inside = [said for said in self._open if _holds(said, span)]
        if not inside:
            return None
        said = min(inside, key=lambda each: each.content[-1].end - each.content[0].start)
        if claim.checkable and claim.kind not in NO_FIGURES:
            self._taken.add(id(said))
        if said.mode == "mixed" and self._quoted(span):
            return replace(said, mode="direct")
        return said

    def _quoted(self, span: Span) -> bool:
        """Does a span stand between quotation marks?"""
        last = bisect_right(self._starts, span.start)
        return any(span.end <= quoted.end for quoted in self._quotations[max(last - 2, 0) : last])

    def statements(self, passages: Sequence[Passage]) -> Iterator[Claim]:
        """A claim for each attribution of which no figure is a claim."""
        starts = [passage.block.span.start for passage in passages]
        for said in self.found:
            if id(said) not in self._taken:
                first, last = said.content[0].start, said.content[-1].end
                passage = passages[bisect_right(starts, first) - 1]
                index = bisect_right(passage.tokens.starts, first) - 1
                span = passage.document.span(first, last)
                yield Claim("", "statement", span, passage.sentence(index), attribution=said)


def _holds(said: Attribution, span: Span) -> bool:
    """Does a span stand in what is said? Who says it does not say his own name or number."""
    source = said.source
    if source is not None and source.start <= span.start and span.end <= source.end:
        return False
    return any(part.start <= span.start and span.end <= part.end for part in said.content)
