"""Where a passage names the entities of a described table."""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.claims import Article
from factcheck.reference.described import DescribedTable
from factcheck.relations.scene import Scene

# Points of an entity by the form in which it stands.
POINTS = {"name": 35, "genitive": 35, "adjective": 30}
NEARLY = 20


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last` name an entity of a table; `points` of the form they do it in."""

    first: int
    last: int
    entity: str
    points: int


def entities_or_typed(
    article: Article, scene: Scene, table: DescribedTable, first: int, last: int
) -> Iterator[Mention]:
    """The entities named; where there is none, a name with a slip of the hand is taken for it."""
    found = list(entities(article, scene, table, first, last))
    yield from found or _typed(scene, table, first, last)


def _typed(scene: Scene, table: DescribedTable, first: int, last: int) -> Iterator[Mention]:
    tokens, named = scene.passage.tokens, {at for at, _ in scene.named}
    for at in range(first, last):
        if tokens.words[at][0].isupper() and at not in named:
            entity = table.nearly_at(tokens.words[at])
            if entity:
                yield Mention(at, at, entity, NEARLY)


def entities(
    article: Article, scene: Scene, table: DescribedTable, first: int, last: int
) -> Iterator[Mention]:
    """Every place where an entity of the table is named by its own name or adjective."""
    tokens, named = scene.passage.tokens, {at for at, _ in scene.named}
    rules = article.lexicon.data["endings"]
    endings = (*rules["genitive"], *rules["place"])
    at = first
    while at < last:
        size, entity = table.entity_at(tokens, at, endings)
        if size:
            yield Mention(at, at + size - 1, entity, POINTS["name"])
            at += size
            continue
        hit = scene.names.name_at(tokens, at) if scene.names and at in named else None
        for term in hit[1] if hit else ():
            if term.form in POINTS and term.concept in table.rows_by_entity:
                size = hit[0] if hit else 1
                yield Mention(at, at + size - 1, term.concept, POINTS[term.form])
                break
        at += size or (hit[0] if hit else 1)
