"""What items bring a total to: "cut 1,200 jobs in March and 850 in May, bringing it to 2,050".

The last figure of one sentence or of up to three, with such a word in its clause, and before it no
others of its kind but items that make it exactly: they confirm each other, and nothing more, as the
total may hold what came earlier. Where the items are of the steps of one time and the total of the
whole of it ("in the first quarter", "in the second", "in the first half"), they are all of it
(`drawn`).
"""

from collections.abc import Container, Iterator, Sequence

from factcheck.model import Claim, Relation, Span
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    Figure,
    Sentence,
    alike,
    clause_of,
    cues,
    neighbours,
    sentences,
)
from factcheck.relations.sums.kinds import (
    SUMS,
    added,
    come_near,
    countable,
    either,
    multiplied,
    value_of,
)
from factcheck.relations.sums.left_over import no_part, unnumbered
from factcheck.relations.windows import triples

FEWEST = 3
MOST = 7
PAIR = 2
FEW = 20


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The totals of a passage; `bound` are the ids of the claims that are worked out already."""
    if sum(claim.kind in SUMS for claim in scene.claims) < FEWEST:
        return
    steps = {word for _, upper in scene.passage.lexicon.data["sums"]["steps"] for word in upper}
    known = steps | cues(scene.passage.lexicon, "sums", "bringing")
    if known.isdisjoint(scene.passage.tokens.lowers):
        return
    done: set[int] = set()
    apart = (both for both, _ in (*neighbours(scene), *triples(scene)))
    for window in (*sentences(scene, FEWEST), *apart):
        figures = [f for f in window.figures if f.kind != "duration" and countable(window, f)]
        if not FEWEST <= len(figures) <= MOST or id(figures[-1].claim) in bound:
            continue
        relation = _read(window, figures[:-1], figures[-1])
        if relation is not None and id(figures[-1].claim) not in done:
            done.add(id(figures[-1].claim))
            yield relation


def _read(window: Sentence, items: Sequence[Figure], total: Figure) -> Relation | None:
    told, values = value_of(total), [value_of(item) for item in items]
    if not 0 < min(values) <= max(values) < told or not come_near(added(items), told):
        return None
    of = window.before(window.phrases("parts", "of"), total.first)
    if of and total.first - of == items[-1].last + 1:
        return None  # "together hold 26 of the 54 seats"
    if not all(alike(item, total) for item in items) or either(window, [*items, total]):
        return None
    more = any(no_part(window, item, more=True) for item in items)
    if more or multiplied(window, total) or unnumbered(window, items, total):
        return None
    members: list[tuple[str, Claim | Span]] = [("total", total.claim)]
    members += [("item", item.claim) for item in items]
    if _steps(window, items, total):
        return window.relation("sum", [*members, ("drawn", total.claim.span)], sure=False)
    hedged = any(figure.quantity.hedge for figure in (*items, total))
    small = total.kind in {"count", "number"} and told < FEW
    brought = window.phrases("sums", "bringing")
    begin = items[-1].last + 1
    said = any(window.at(brought, at) for at in range(begin, clause_of(window, total).stop))
    fits = said and added(items) == told and not hedged and not small
    return window.relation("sum", members, sure=False) if fits else None


def _steps(window: Sentence, items: Sequence[Figure], total: Figure) -> bool:
    """As in "in the first quarter", "in the second", and the total "in the first half"."""
    past = window.phrases("changes", "past")
    clause = clause_of(window, total)
    whole = {window.word(at) for at in clause}
    if len(items) != PAIR or any(window.at(past, at) for at in clause):
        return False
    before = {window.word(at) for at in range(window.first, items[-1].last + 1)}
    first, last = ({*numbered} for numbered in window.lexicon.data["sums"]["step_ranks"])
    behind = {window.word(at) for at in range(items[0].last, clause.start)}
    ranked = not before.isdisjoint(first) and not behind.isdisjoint(last)
    steps = window.lexicon.data["sums"]["steps"]
    return ranked and any(before & {*lower} and whole & {*upper} for lower, upper in steps)
