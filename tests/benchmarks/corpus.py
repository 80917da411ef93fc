"""The text that is measured on: the sources and articles of tests/pairs, thinned to news.

They are dense with figures, as tests must be; real news has a number in digits every 256
characters. So a sentence with figures is left out where the text has its share of them already;
quotations and numbers in words stay, so that news is read faster than this.
What is left is cut into articles of a usual length, and repeated to any size. Repeated text
flatters whatever remembers words, and is hard on whatever compares all that one person said; an
archive of one's own tells more: `python -m tests.benchmarks.articles news.jsonl`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import cycle
from pathlib import Path

from tests.score_pairs import pairs

ROOT = Path(__file__).resolve().parents[2]
# Later than the articles and inside the rates.
DATE = "2025-12-01"
PARAGRAPH = "\n\n"
BETWEEN_FIGURES = 256
ARTICLE = 1600
SENTENCE_END = re.compile(r"(?<=[.!?”“\"])\s+(?=[A-ZÄÖÜ„“\"])")
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@cache
def news(language: str) -> tuple[str, ...]:
    """Articles in a language, as long as usual and as full of figures."""
    articles: list[str] = []
    paragraphs: list[str] = []
    for paragraph in _thinned(_paragraphs(language)):
        paragraphs.append(paragraph)
        if sum(map(len, paragraphs)) >= ARTICLE:
            articles.append(PARAGRAPH.join(paragraphs))
            paragraphs = []
    return tuple(articles)


def text(language: str, characters: int) -> str:
    """Whole articles, one after the other, cut to a number of characters."""
    pieces: list[str] = []
    length = 0
    for piece in cycle(news(language)):
        pieces.append(piece)
        length += len(piece) + len(PARAGRAPH)
        if length > characters:
            break
    return PARAGRAPH.join(pieces)[:characters]


def megabytes(text: str) -> float:
    """The size of a text in UTF-8."""
    return len(text.encode()) / 1e6


def _paragraphs(language: str) -> Iterator[str]:
    """All sources, then all articles, so that no article of ours tells one story twice."""
    sources = [pair.source for pair in pairs() if pair.source_language == language]
    articles = [pair.text() for pair in pairs() if pair.language == language]
    for text in (*sources, *articles):
        yield from text.strip().split(PARAGRAPH)


def _thinned(paragraphs: Iterable[str]) -> Iterator[str]:
    """The paragraphs with no more figures in digits than news has; empty ones are left out."""
    length = figures = 0
    for paragraph in paragraphs:
        kept: list[str] = []
        for sentence in SENTENCE_END.split(paragraph):
            more = len(FIGURE.findall(sentence))
            if not more or (figures + more) * BETWEEN_FIGURES <= length + len(sentence):
                kept.append(sentence)
                length, figures = length + len(sentence), figures + more
        if kept:
            yield " ".join(kept)
