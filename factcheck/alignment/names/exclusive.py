"""A word of the article whose field has another one in the source: the police for the firemen.

No source names it anywhere, and the article nowhere the one of the source, so that both are
strangers to the other text. The sentences must be alike without the two words, the less
so if words near the two are the same.
"""

from collections.abc import Iterator

from factcheck.alignment.beside import near, without
from factcheck.alignment.index import Index, index_of
from factcheck.alignment.lines import Line, lines_of
from factcheck.alignment.names.fields import Item, items_in, meant_in, values_of
from factcheck.alignment.names.strangers import Stranger
from factcheck.claims import Article
from factcheck.model import Span

BESIDE, AROUND = 3, 6
# How alike two sentences must be: by themselves, with a word near the two, with one beside them.
ALIKE, ALIKE_AROUND, ALIKE_BESIDE = 0.5, 0.3, 0.15


def excluded(article: Article) -> Iterator[Stranger]:
    """Every word of a field in whose place a source has another one of it."""
    for line in lines_of(article):
        for item in () if line.heading else items_in(line):
            if any((item.field, item.value) in values_of(source) for source in article.sources):
                continue
            found = max(_fits(article, line, item), key=lambda fit: fit[0], default=None)
            if found is not None:
                yield found[1]


def _fits(article: Article, line: Line, item: Item) -> Iterator[tuple[float, Stranger]]:
    """The words of the sources that stand in the place of one of the article, and how well."""
    ours = values_of(article) | meant_in(line)
    rest = without(line, item)
    for source in article.sources:
        index = index_of(source, article.lexicon.code)
        for number in index.like(line):
            other = index.lines[number]
            if other.heading or (item.field, item.value) in meant_in(other):
                continue
            for theirs in items_in(other):
                if theirs.field != item.field or (theirs.field, theirs.value) in ours:
                    continue
                like = index.alike(rest, without(other, theirs))
                if like >= _least(index, line, item, other, theirs):
                    place = _span(other, theirs)
                    yield like, Stranger(_span(line, item), place.text, source, place)


def _least(index: Index, line: Line, item: Item, other: Line, theirs: Item) -> float:
    """How alike the sentences must be, by what stands near the two words."""
    for reach, least in ((BESIDE, ALIKE_BESIDE), (AROUND, ALIKE_AROUND)):
        if index.common(near(line, item, reach), near(other, theirs, reach)):
            return least
    return ALIKE


def _span(line: Line, item: Item) -> Span:
    return line.scene.passage.span(item.first, item.last)
