"""What is said where: the attributions of a document by the lines that they speak or name in."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from factcheck.alignment.lines import Line, lines_at
from factcheck.claims import Article
from factcheck.model import Attribution, Span


def said_in(article: Article, span: Span) -> list[Attribution]:
    """The attributions to whose content a span belongs, be it in part."""
    found = {
        id(said): said
        for line in lines_at(article, span)
        for said in _contents(article)[line.number]
    }
    return [
        said
        for said in found.values()
        if any(part.start < span.end and span.start < part.end for part in said.content)
    ]


def sources_in(line: Line) -> list[Span]:
    """The phrases of a line that name who speaks."""
    return _sources(line.article)[line.number]


@lru_cache(maxsize=16)
def _contents(article: Article) -> dict[int, list[Attribution]]:
    found: dict[int, list[Attribution]] = defaultdict(list)
    for said in article.speech.attributions:
        for number in dict.fromkeys(_numbers(article, said.content)):
            found[number].append(said)
    return found


@lru_cache(maxsize=16)
def _sources(article: Article) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = defaultdict(list)
    for said in article.speech.attributions:
        if said.source is not None:
            for number in _numbers(article, (said.source,)):
                found[number].append(said.source)
    return found


def _numbers(article: Article, spans: tuple[Span, ...]) -> Iterator[int]:
    return (line.number for span in spans for line in lines_at(article, span))
