"""Which claims of a text belong together, and how: one file a kind of relation, found by a walk.

A module has one or more of `find(scene)`, which yields the relations of one passage, `find_in(
sentence)`, those of one sentence of two figures or more, and `find_across(scenes)`, those of the
whole document; each in the order of the text. What binds two claims is words and structure, never
that their values fit.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from factcheck import discovery
from factcheck.model import Relation
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import sentences

Finder = Callable[[Any], Iterator[Relation]]


@lru_cache(maxsize=3)
def _finders(name: str) -> tuple[Finder, ...]:
    modules = discovery.modules_in(sys.modules[__name__])
    return tuple(getattr(module, name) for module in modules if hasattr(module, name))


def find_relations(scene: Scene) -> Iterator[Relation]:
    """Every relation between the claims of one passage."""
    if not scene.claims:
        return
    for find in _finders("find"):
        yield from find(scene)
    for sentence in sentences(scene):
        for find_in in _finders("find_in"):
            yield from find_in(sentence)


def find_across(scenes: Sequence[Scene]) -> Iterator[Relation]:
    """Every relation between claims of different passages."""
    for find in _finders("find_across"):
        yield from find(scenes)
