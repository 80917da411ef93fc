"""A name of the article that no source has, where a source has one that the article leaves out.

"A base in Nashville" for "a base in Louisville", "from Bad Kissingen" for "aus Bad Kötzting": both
names are strangers to the other text, and they stand in the same place: behind the same preposition
or beside the same word, in sentences that are alike. A name that the other text has in another
sentence counts as well where the two sentences tell the same. Countries are names by any of
their forms, and are only compared with countries.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.alignment.beside import near, without
from factcheck.alignment.index import Index, index_of
from factcheck.alignment.lines import Line, lines_of
from factcheck.alignment.names.named import (
    INSIDE,
    Named,
    acquainted,
    folded,
    names_in,
    vocabulary_of,
)
from factcheck.alignment.names.persons import sound_alike
from factcheck.alignment.statements import told_once
from factcheck.claims import Article
from factcheck.model import Span

BESIDE, AROUND = 3, 6
# How alike the rest of two sentences must be, by what stands beside the names.
ALIKE, ALIKE_BESIDE, ALIKE_AROUND, ALIKE_KNOWN = 0.2, 0.3, 0.34, 0.42
NEXT_TO, IN_REACH, BEHIND = 0.2, 0.1, 0.3
MARGIN = 0.1
ALIKE_EXCHANGED = 0.5
# Kinds of which all names are known, in any language.
CLOSED = frozenset({"country", "region"})
ALIKE_CLOSED = 0.13


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name of the article, and the one that the source has in its place, as told and where."""

    span: Span
    other: str
    source: Article
    place: Span


@dataclass(frozen=True, slots=True)
class _Likely:
    score: float
    key: str
    span: Span
    source: Article


def strangers(article: Article) -> Iterator[Stranger]:
    """Every name of the article in whose place a source has another one."""
    alone = _alone(article)
    for line in lines_of(article) if acquainted(article) else ():
        for name in () if line.heading else names_in(line):
            if any(vocabulary_of(source).has(name) for source in article.sources):
                found = _exchanged(article, line, name)
            else:
                found = _in_place_of(article, line, name) or alone.get(name.key)
            if found is not None:
                yield Stranger(_span(line, name), found.span.text, found.source, found.span)


def _alone(article: Article) -> dict[str, _Likely]:
    """The only country behind "in" that no source has, and the only one the article has not, in
    sentences that have a word in common."""
    found: dict[str, _Likely] = {}
    for kind in CLOSED:
        ours = {
            name.key: (line, name)
            for line in lines_of(article)
            for name in names_in(line)
            if _new(name, kind, article.sources) and not line.heading
        }
        theirs = {
            name.key: (line, name, source)
            for source in article.sources
            for line in lines_of(source)
            for name in names_in(line)
            if _new(name, kind, (article,))
        }
        if len(ours) == len(theirs) == 1:
            ((line, name),), ((other, their, source),) = ours.values(), theirs.values()
            index = index_of(source, article.lexicon.code)
            if index.common(without(line, name), without(other, their)):
                found[name.key] = _Likely(1.0, their.key, _span(other, their), source)
    return found


def _new(name: Named, kind: str, texts: Sequence[Article]) -> bool:
    inside = name.kind == kind and name.sense == INSIDE
    return inside and not any(vocabulary_of(text).has(name) for text in texts)


def _in_place_of(article: Article, line: Line, name: Named) -> _Likely | None:
    """The one name of the sources that is likelier than any other by far."""
    found = sorted(_likely(article, line, name), key=lambda each: -each.score)
    if not found:
        return None
    others = [each for each in found if each.key != found[0].key]
    close = others and others[0].score > found[0].score - MARGIN
    return None if close else found[0]


def _exchanged(article: Article, line: Line, name: Named) -> _Likely | None:
    """The one name of its kind in the sentence that tells the same, of a name that the source has
    elsewhere."""
    for source in article.sources:
        found = told_once(replace(line, words=without(line, name)), source)
        if found is None or found.likeness < ALIKE_EXCHANGED:
            continue
        here, there = _only_in(line, found.line, name.kind), _only_in(found.line, line, name.kind)
        if len(here) != 1 or len(there) != 1 or _named_by(found.line, name):
            return None
        (theirs,) = there.values()
        index = index_of(source, article.lexicon.code)
        beside = _shared(index, line, name, found.line, theirs, BESIDE)
        bound = name.sense is not None or name.kind in CLOSED
        if beside and bound and name.sense == theirs.sense:
            return _Likely(1.0, theirs.key, _span(found.line, theirs), source)
    return None


def _only_in(line: Line, other: Line, kind: str) -> dict[str, Named]:
    """The names of a kind that a sentence has and another one has not."""
    known = {word for each in names_in(other) for word in (each.key, each.printed)}
    return {
        each.key: each
        for each in names_in(line)
        if each.kind == kind and known.isdisjoint({each.key, each.printed})
    }


def _named_by(line: Line, name: Named) -> bool:
    """Does a sentence or one next to it have a name?"""
    lines = lines_of(line.article)[max(0, line.number - 1) : line.number + 2]
    return any(each.key == name.key for near in lines for each in names_in(near))


def _likely(article: Article, line: Line, name: Named) -> Iterator[_Likely]:
    here = {each.key for each in names_in(line)}
    for source in article.sources:
        index = index_of(source, article.lexicon.code)
        for number in index.like(line):
            other = index.lines[number]
            for theirs in names_in(other):
                if theirs.kind != name.kind or theirs.key in here or name.of_another(line, theirs):
                    continue
                if name.kind == "country" and not name.placed_as(theirs):
                    continue  # a German firm that sells to France
                if index.across and sound_alike(name.printed, theirs.printed):
                    continue
                known = vocabulary_of(article).has(theirs)
                if known and _told_elsewhere(index, article, line, other, theirs):
                    continue
                score = _fit(index, line, name, other, theirs, known=known)
                if score:
                    yield _Likely(score, theirs.key, _span(other, theirs), source)


def _told_elsewhere(index: Index, article: Article, line: Line, other: Line, theirs: Named) -> bool:
    """Has the article a sentence that names it and is more like that of the source?"""
    like = index.likeness(line, other)
    return any(
        each is not line
        and theirs.printed in map(folded, each.lowers)
        and index.likeness(each, other) >= like
        for each in lines_of(article)
    )


def _fit(
    index: Index, line: Line, name: Named, other: Line, theirs: Named, *, known: bool
) -> float:
    """How well one name stands in the other's place; 0 where it does not."""
    beside = _shared(index, line, name, other, theirs, BESIDE)
    around = _shared(index, line, name, other, theirs, AROUND)
    behind = name.sense is not None and name.sense == theirs.sense
    if not (beside or behind or around):
        return 0.0
    least = ALIKE_AROUND
    closed = name.kind in CLOSED and name.placed_as(theirs)
    if beside and ((closed and name.sense == theirs.sense) or (behind and index.across)):
        least = ALIKE_CLOSED
    elif beside or behind:
        least = ALIKE if around > (not behind) else ALIKE_BESIDE
    like = index.alike(without(line, name), without(other, theirs))
    least_known = ALIKE_BESIDE if closed and beside else ALIKE_KNOWN
    if like < (max(least, least_known) if known else least):
        return 0.0
    return like + NEXT_TO * min(beside, 2) + IN_REACH * min(around, 3) + BEHIND * behind


def _shared(index: Index, line: Line, name: Named, other: Line, theirs: Named, reach: int) -> int:
    """How many words near the one name stand near the other."""
    return index.common(near(line, name, reach), near(other, theirs, reach))


def _span(line: Line, name: Named) -> Span:
    return line.scene.passage.span(name.first, name.last)
