"""Which claims of a text belong together, and how: one file a structure, found by a walk.

The folders are what is told: changes, shares, sums, amounts for each, units, times, the same figure
twice, named groups. `scene.py`, `sentence.py` and `windows.py` are what the finders look at.

A module has one or more of `find(scene)`, which yields the relations of one passage, `find_in(
sentence)`, those of one sentence of two figures or more, `find_rest(scene, bound)`, those of a
passage that the others leave, and `find_across(scenes)`, those of the whole document; each in the
order of the text. What binds two claims is words and structure, never that their values fit.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from factcheck import discovery
from factcheck.model import Claim, Relation
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import sentences

PAIR = 2
WHOLLY_BOUND = frozenset({"per_unit", "product", "rates", "full_vote"})
Finder = Callable[..., Iterator[Relation]]


@lru_cache(maxsize=4)
def _finders(name: str) -> tuple[Finder, ...]:
    modules = discovery.modules_in(sys.modules[__name__])
    return tuple(getattr(module, name) for module in modules if hasattr(module, name))


def find_relations(scene: Scene) -> Iterator[Relation]:
    """Every relation between the claims of one passage."""
    if not scene.claims:
        return
    found = [relation for find in _finders("find") for relation in find(scene)]
    for sentence in sentences(scene):
        for find_in in _finders("find_in"):
            found += find_in(sentence)
    whole = [relation for relation in found if relation.all("by") and relation.all("from")]
    bound = {id(each) for relation in whole for each in relation.all("by")}
    for relation in found:
        for role in ("share", "length", "duration", "gap", "hours"):
            bound |= {id(member) for member in relation.all(role)}
        bound |= {id(member) for member in relation.all("converted")}
        if relation.kind == "sum" and relation.sure:
            bound |= {id(member) for _, member in relation.members}
        if relation.kind in WHOLLY_BOUND and relation.sure:
            bound |= {id(member) for _, member in relation.members}
    for find_rest in _finders("find_rest"):
        found += find_rest(scene, bound)
    yield from once(found)


def find_across(scenes: Sequence[Scene]) -> Iterator[Relation]:
    """Every relation between claims of different passages."""
    for find in _finders("find_across"):
        yield from find(scenes)


def once(relations: Iterable[Relation]) -> Iterable[Relation]:
    """Where two structures bind the same claims, one relation of them, the surest."""
    found: dict[object, Relation] = {}
    for relation in relations:
        claims = frozenset((role, m.id) for role, m in relation.members if isinstance(m, Claim))
        key = (relation.kind, claims) if len(claims) > PAIR else id(relation)
        if key not in found or _certainty(relation) > _certainty(found[key]):
            found[key] = relation
    return found.values()


def _certainty(relation: Relation) -> tuple[bool, bool, bool]:
    """A sum that is not sure only confirms; of other kinds what stands alone is told least."""
    alone = bool(relation.all("alone"))
    return relation.sure, bool(relation.all("drawn")), alone == (relation.kind == "sum")
