"""What comes in and what goes out: "Einnahmen von 184,6 und Ausgaben von 191,3 Millionen. Das Minus
von 6,7 Millionen", "raised £3.2m and spent £2.7m, leaving a surplus of £500,000".

In one sentence or in two, one amount with a word of income in its clause, one with a word of
spending, and one of the same unit behind the noun of what is over or short. It is the difference of
both where nothing else is said of it; of a profit, in another time or purse, behind "after tax", it
need not be (`alone`). As relations `difference`.
"""

from collections.abc import Container, Iterator, Sequence

from factcheck.model import Relation
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    Figure,
    Roles,
    Sentence,
    alike,
    amount,
    clause_of,
    cues,
)
from factcheck.relations.windows import says, statements

FEWEST = 3
REACH = 4


def find_rest(scene: Scene, bound: Container[int]) -> Iterator[Relation]:
    """The balances of a passage; `bound` are the ids of the claims that are worked out already."""
    known = cues(scene.passage.lexicon, "balances", "over_or_short", "gains", "short")
    if len(scene.claims) < FEWEST or known.isdisjoint(scene.passage.tokens.lowers):
        return
    done: set[int] = set()
    for window, _ in statements(scene, FEWEST):
        figures = [f for f in window.figures if f.kind == "money" and amount(f)]
        for gap in figures:
            if id(gap.claim) in bound or id(gap.claim) in done or not _balance(window, gap):
                continue
            sides = _sides(window, figures, gap)
            sized = sides and of_one_size(abs(sides[0].value - sides[1].value), gap.value)
            if sides and (sized or _drawn(window, gap)):
                done.add(id(gap.claim))
                alone = None if _of_both(window, gap) else gap
                members: Roles = {"gap": gap, "side": sides}
                yield window.relation("difference", members, sure=False, alone=alone)


def _balance(window: Sentence, gap: Figure) -> bool:
    """As in "the surplus of", "das Minus von rund"."""
    return _drawn(window, gap) or any(
        _named(window, gap, window.lexicon.words("balances", key))
        for key in ("over_or_short", "gains")
    )


def _drawn(window: Sentence, gap: Figure) -> bool:
    """As in "Damit fehlen im Etat"."""
    thus = {*window.lexicon.data["changes"]["thus"]}
    words = {window.word(at) for at in clause_of(window, gap)}
    aimed = not words.isdisjoint(window.lexicon.data["balances"]["aims"])  # "zum Kauf fehlen"
    told = not aimed and not words.isdisjoint(thus)
    return told and _named(window, gap, window.lexicon.words("balances", "short"))


def _named(window: Sentence, gap: Figure, words: frozenset[str]) -> bool:
    near = range(gap.first - 1, max(window.first, gap.first - 1 - REACH) - 1, -1)
    named = next((at for at in near if window.word(at) in words), None)
    return named is not None and window.plain(named, gap.first)


def _of_both(window: Sentence, gap: Figure) -> bool:
    """Does nothing behind the balance or about its time make it one of something else?"""
    data, after, clause = window.lexicon.data, gap.last + 1, clause_of(window, gap)
    then = says(window, "changes", "past", clause) or not window.words.isdisjoint(
        cues(window.lexicon, "changes", "up", "down")
    )
    verbs = {*data["differences"]["is"], *data["speech"]["modals"], *data["parts"]["passive"]}
    taken_up = window.word(after) in verbs
    short = _named(window, gap, window.lexicon.words("balances", "over_or_short"))
    return (short or _drawn(window, gap)) and (not then and (window.breaks(after) or taken_up))


def _sides(window: Sentence, figures: Sequence[Figure], gap: Figure) -> list[Figure]:
    """The only amount that comes in and the only one that goes out."""
    found: list[Figure] = []
    for key in ("in", "out"):
        told = [f for f in figures if f is not gap and alike(f, gap) and _says(window, f, key)]
        if len(told) != 1 or told[0] in found:
            return []
        found.append(told[0])
    return found


def _says(window: Sentence, figure: Figure, key: str) -> bool:
    """Does the clause of a figure, from the last one up to the next, say so, and it alone?"""
    ends = [f.first for f in window.figures if f.first > figure.last and f.kind == "money"]
    begins = [f.last + 1 for f in window.figures if f.last < figure.first and f.kind == "money"]
    data = window.lexicon.data["balances"]
    before = range(max([window.first, *begins]), figure.first)
    behind = range(figure.last + 1, min([window.end, *ends]))
    other = {"in": "out", "out": "in"}[key]
    near = [window.word(at) for at in before]
    said = [word for word in near if word in data[key] or word in data[other]]
    if said:
        return said[-1] in data[key]
    particles = {window.word(at) for at in behind if at - figure.last <= REACH}
    return not particles.isdisjoint(data[key])
