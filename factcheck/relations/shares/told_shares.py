"""Shares in a clause of their own behind several parts: "Von 51 Abgeordneten stimmten 28 dafür,
19 dagegen. Das sind 55 Prozent", "enthielten sich; das sind 55 Prozent".

Of which of the parts it is, and whether abstentions count, is not told, so the others are members
`instead`.
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Relation
from factcheck.relations.figure_kinds import ASIDE, SHARES
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    BREAKS,
    DASHES,
    Figure,
    Roles,
    Sentence,
)
from factcheck.relations.shares.opened_parts import listed, opens
from factcheck.relations.windows import statements

PAIR = 2
FEWEST = 4


def find(scene: Scene) -> Iterator[Relation]:
    """The share of a sentence or a clause of its own, behind the parts of what stands before."""
    pointing = scene.passage.lexicon.words("changes", "pointing")
    for window, _ in statements(scene, FEWEST):
        share = window.figures[-1]
        begin = window.back(share.first, BREAKS)
        if share.kind in SHARES and window.word(begin) in pointing:
            yield from _of_votes(window, share, begin + 1)


def _of_votes(both: Sentence, share: Figure, start: int) -> Iterator[Relation]:
    """As in "Von 51 Abgeordneten stimmten 28 dafür, 19 dagegen. Das sind 55 Prozent"."""
    figures = [f for f in both.figures if f is not share and f.kind not in ASIDE]
    if len(figures) <= PAIR or not opens(both, figures[0]):
        return
    parts: Sequence[Figure] = listed(both, figures)
    copula = both.lexicon.data["ratio_words"]["is"]
    plain = all(both.word(at) in copula for at in range(start, share.first))
    end = share.last + 1 + both.plain(share.last + 1, share.last + 2)  # "55 Prozent Zustimmung"
    hyphened = both.word(end) in DASHES and both.tokens.glued(end)  # "55 Prozent Ja-Stimmen"
    end += 2 if hyphened else 0
    plain = plain and both.breaks(end)
    if plain and len(parts) == len(figures) - 1:
        part, *instead = parts
        members: Roles = {"part": part, "whole": figures[0], "share": share, "instead": instead}
        yield both.relation("part", members, sure=False)
