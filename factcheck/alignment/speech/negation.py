"""A "not" of the source that a quotation translated from it has lost.

The sentence of the source is the one that shares most with the quotation, if no other comes near.
Only its clause that shares most counts: a quotation may leave out the others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.alignment.index import Index, index_of
from factcheck.alignment.lines import Line, line_at
from factcheck.alignment.speech.opposites import poles
from factcheck.alignment.words import Word
from factcheck.claims import Article
from factcheck.languages.tokens import tokenise
from factcheck.model import Span

ALIKE, MARGIN, FEWEST_WORDS = 0.28, 0.1, 3
FIGURE = "v:"
MOST_OF, LONGER = 0.4, 1.6
STOPS = frozenset(",;:–-")


def denied_in_source(article: Article, quotation: Span) -> tuple[Article, Span] | None:
    """The clause of a source in another language that denies what the quotation says."""
    line = line_at(article, quotation)
    if line is None or line.negated:
        return None
    starts = line.scene.passage.tokens.starts
    quoted = replace(
        line,
        words=tuple(w for w in line.words if quotation.start <= starts[w.at] < quotation.end),
    )
    if len(quoted.words) < FEWEST_WORDS:
        return None
    ours = tokenise(quotation.text)
    longest = LONGER * len(ours)
    figures = {mark for mark in line.marks if mark.startswith(FIGURE)}
    for source in article.sources:
        if source.lexicon.code == article.lexicon.code:
            continue
        index = index_of(source, article.lexicon.code)
        found = _alike(index, quoted)
        if found is None or not found.negated or (figures and figures.isdisjoint(found.marks)):
            continue
        if poles(article.lexicon, ours.lowers, source.lexicon, found.lowers) is not None:
            continue  # "not worse" is "better"
        if _clause_denies(index, quoted, found, longest):
            return source, found.span
    return None


def _alike(index: Index, line: Line) -> Line | None:
    """The line of the source that is most like this one by far."""
    likely = sorted(
        ((index.likeness(line, index.lines[at]), at) for at in index.like(line)), reverse=True
    )
    if not likely or likely[0][0] < ALIKE:
        return None
    if len(likely) > 1 and likely[1][0] > likely[0][0] - MARGIN:
        return None
    return index.lines[likely[0][1]]


def denial_told(index: Index, told: Sequence[Word], length: int, line: Line) -> bool:
    """Is most of a clause that is denied among the words of a statement of so many tokens?"""
    negations = line.article.lexicon.glossary.negations
    lowers = line.scene.passage.tokens.lowers
    return any(
        index.shared(words, told) >= MOST_OF
        for first, end in clauses_of(line)
        if not negations.isdisjoint(lowers[first:end])
        and (not index.across or end - first <= LONGER * length)
        for words in ([word for word in line.words if first <= word.at < end],)
    )


def _clause_denies(index: Index, quoted: Line, line: Line, longest: float) -> bool:
    """Is there a word of negation in the clause that shares most with the quotation?

    A clause that is much longer may deny what the quotation leaves out.
    """
    negations = line.article.lexicon.glossary.negations
    lowers = line.scene.passage.tokens.lowers
    best, denies = 0.0, False
    for first, end in clauses_of(line):
        words = tuple(word for word in line.words if first <= word.at < end)
        shared = index.shared(quoted.words, words)
        if shared > best:
            denied = not negations.isdisjoint(lowers[first:end])
            best, denies = shared, denied and end - first <= longest
    return denies


def clauses_of(line: Line) -> Iterator[tuple[int, int]]:
    """The tokens between the marks of a sentence."""
    words = line.scene.passage.tokens.words
    first = line.first
    for at in range(line.first, line.end):
        if words[at] in STOPS:
            yield first, at
            first = at + 1
    yield first, line.end
