"""Somebody else than in the source: of two sentences that tell the same, each names one person.

"Timo Brack attributed the growth to the new branches", where the source has Anna Solms. The two
sentences must be more alike than any others, and neither person may be named in the other's
paragraph; of one whom the source does not know, the other must be new to the article as well.
Where somebody says it in both, that is left to the speakers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.alignment.lines import Line, lines_of
from factcheck.alignment.names.named import acquainted
from factcheck.alignment.names.persons import Name, agree, name_of, near, plain
from factcheck.alignment.names.strangers import Stranger
from factcheck.alignment.speech.said import said_in, sources_in
from factcheck.alignment.speech.turns import speaker_of_turn
from factcheck.alignment.statements import told_once
from factcheck.alignment.words import Word
from factcheck.claims import Article
from factcheck.model import Person, Span

ALIKE = 0.5


def exchanged(article: Article) -> Iterator[Stranger]:
    """Every person in whose place a source has another one."""
    for line in lines_of(article):
        found = line.article.people.only_in(line.span)
        if found is None or line.heading:
            continue
        for source in article.sources:
            deed = _in_source(line, *found, source)
            if deed is not None:
                yield deed
                break


def _in_source(line: Line, span: Span, person: Person, source: Article) -> Stranger | None:
    name = name_of(person)
    own = replace(line, words=_without(line, span), marks=_figures(line), around=())
    place = told_once(own, source)
    if place is None:
        return None
    found = place.line.article.people.only_in(place.line.span)
    if found is None or place.likeness < ALIKE or (_speaks(line, span) and _said(place.line)):
        return None
    other = name_of(found[1])
    if not _knows(line.article.sources, name) and (
        _knows((line.article,), other) or not acquainted(line.article)
    ):
        return None
    if agree(name, other) or near(name[-1], other[-1]):
        return None
    if _named_around(place.line, name[-1]) or _named_around(line, other[-1]):
        return None
    return Stranger(span, found[1].name, source, found[0])


def _knows(texts: Sequence[Article], name: Name) -> bool:
    return any(agree(name, name_of(person)) for text in texts for person in text.people.all)


def _said(line: Line) -> bool:
    """Does anybody say what the line tells?"""
    turn = speaker_of_turn(line.article, line.span)
    return turn is not None or bool(said_in(line.article, line.span))


def _speaks(line: Line, span: Span) -> bool:
    return any(each.start <= span.start < each.end for each in sources_in(line))


def _without(line: Line, span: Span) -> tuple[Word, ...]:
    starts = line.scene.passage.tokens.starts
    return tuple(word for word in line.words if not span.start <= starts[word.at] < span.end)


def _figures(line: Line) -> frozenset[str]:
    return frozenset(mark for mark in line.marks if mark.startswith("v:"))


def _named_around(line: Line, surname: str) -> bool:
    """Is somebody named in the paragraph of a sentence?"""
    return surname in plain(line.scene.passage.block.span.text)
