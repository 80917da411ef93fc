"""Shares in a sentence of their own behind several parts: "Von 51 Abgeordneten stimmten 28 dafür,
19 dagegen. Das sind 55 Prozent".

Of which of the parts it is, and whether abstentions count, is not told, so the others are members
`instead`.
"""

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Relation, Span
from factcheck.relations.figure_kinds import ASIDE, SHARES
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import Figure, Sentence, continued
from factcheck.relations.shares.opened_parts import listed, opens

PAIR = 2


def find(scene: Scene) -> Iterator[Relation]:
    """The share of a sentence of its own, behind the parts of the sentence before."""
    for both, share in continued(scene):
        yield from _of_votes(both, share)


def _of_votes(both: Sentence, share: Figure) -> Iterator[Relation]:
    """As in "Von 51 Abgeordneten stimmten 28 dafür, 19 dagegen. Das sind 55 Prozent"."""
    figures = [f for f in both.figures if f is not share and f.kind not in ASIDE]
    if share.kind not in SHARES or len(figures) <= PAIR or not opens(both, figures[0]):
        return
    parts: Sequence[Figure] = listed(both, figures)
    copula = both.lexicon.data["ratio_words"]["is"]
    start = both.scene.passage.bounds(share.first)[0] + 1
    plain = all(both.word(at) in copula for at in range(start, share.first))
    named = both.plain(share.last + 1, share.last + 2)  # "55 Prozent Zustimmung"
    plain = plain and both.breaks(share.last + 1 + named)
    if plain and len(parts) == len(figures) - 1:
        members: list[tuple[str, Claim | Span]] = [("part", parts[0].claim)]
        members += [("whole", figures[0].claim), ("share", share.claim)]
        members += [("instead", part.claim) for part in parts[1:]]
        yield both.relation("part", members, sure=False)
