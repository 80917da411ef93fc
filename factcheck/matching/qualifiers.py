"""Which of the rows that share entity and time a sentence means: "primary pupils in Camden"."""

from collections.abc import Iterator
from functools import lru_cache

from factcheck.claims import Article
from factcheck.languages.inflection import forms
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.phrases import PhraseTable
from factcheck.reference.described import DescribedTable
from factcheck.relations.scene import Scene

Pair = tuple[str, str]


def cells_named(
    article: Article, scene: Scene, table: DescribedTable, first: int, last: int
) -> Iterator[tuple[int, int, tuple[Pair, ...]]]:
    """Where a cell of a qualifying column is named: first and last token, (column, cell) pairs."""
    words = _words(table, article.lexicon)
    for at in range(first, last):
        hit = words.at(scene.passage.tokens, at)
        if hit is not None:
            yield at, at + hit[0] - 1, hit[1]


def chosen(
    article: Article, scene: Scene, table: DescribedTable, first: int, last: int
) -> frozenset[Pair] | None:
    """The one cell of each qualifying column that the sentence means; None where it tells none.

    A sentence that names no cell of a column means the cell of the total, if there is one.
    """
    named = [
        pair for *_, pairs in cells_named(article, scene, table, first, last) for pair in pairs
    ]
    totals = article.lexicon.data["statements"]["totals"]
    found: set[Pair] = set()
    for column, cells in table.qualifier_cells.items():
        said = {cell for name, cell in named if name == column}
        meant = said or {cell for cell in cells if cell.lower() in totals}
        if len(meant) != 1:
            return None
        found.add((column, meant.pop()))
    return frozenset(found)


@lru_cache(maxsize=64)
def _words(table: DescribedTable, lexicon: Lexicon) -> PhraseTable[tuple[Pair, ...]]:
    found: dict[str, tuple[Pair, ...]] = {}
    for column, cells in table.qualifier_cells.items():
        for cell in cells:
            for form in forms(cell, lexicon):
                found[form] = (*found.get(form, ()), (column, cell))
    return PhraseTable(found.items())
