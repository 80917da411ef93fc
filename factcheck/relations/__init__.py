"""Which claims of a text belong together, and how: one file a kind of relation, found by a walk.

Each module has `find(scene)`, which yields the relations of one passage in the order of the text.
What binds two claims is words and structure, never that their values fit.
"""

import sys
from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType

from factcheck import discovery
from factcheck.model import Relation
from factcheck.relations.scene import Scene


@lru_cache(maxsize=1)
def _finders() -> tuple[ModuleType, ...]:
    return tuple(
        module for module in discovery.modules_in(sys.modules[__name__]) if hasattr(module, "find")
    )


def find_relations(scene: Scene) -> Iterator[Relation]:
    """Every relation between the claims of one passage."""
    for finder in _finders():
        yield from finder.find(scene)
