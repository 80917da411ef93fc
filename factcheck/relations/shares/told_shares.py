"""Shares told at the end of what they are of: "Es gibt 1.200 Betriebe, 300 davon suchen Lehrlinge,
das sind 25 Prozent", "600 members voted. 390 were for it, that is 65 per cent".

A whole, its part behind "davon" or at the head of the next sentence, and the share in apposition
with "das sind". And behind "Von 51 Abgeordneten stimmten 28 dafür, 19 dagegen" the share in a
sentence of its own: of which of the parts it is, and whether abstentions count, is not told, so the
others are members `instead`.
"""

from collections.abc import Iterator, Sequence

from factcheck.interval import exact
from factcheck.model import Claim, Relation, Span
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    Figure,
    Sentence,
    alike,
    amount,
    continued,
    cues,
    neighbours,
)
from factcheck.relations.shares.opened_parts import listed, opens
from factcheck.relations.shares.part_shares import apposed

PAIR = 2
GAP = 8
LEAD = 5
SHARES = frozenset({"percentage", "fraction"})
WHOLES = frozenset({"count", "money", "measure"})
ASIDE = frozenset({"date", "ordinal", "age"})


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The share of a sentence whose whole stands before its part."""
    if sentence.words.isdisjoint(cues(sentence.lexicon, "parts", "of_them")):
        return
    three = _three(sentence)
    if three is None:
        return
    whole, part, share = three
    of_them = _of_them(sentence, part) or sentence.at(
        sentence.phrases("parts", "of_them"), part.last + 1
    )
    between = range(whole.last + 1, part.first)
    signs = [at for at in between if not sentence.word(at).isalpha()]
    if of_them and signs == [part.first - 1] and len(between) <= GAP:
        yield from _told(sentence, whole, part, share)


def find(scene: Scene) -> Iterator[Relation]:
    """The share of a sentence whose whole is the only amount of the sentence before."""
    table = scene.passage.lexicon.phrases("parts", "share_of")
    if table.first_words.isdisjoint(scene.passage.tokens.lowers):
        return
    for both, split in neighbours(scene):
        three = _three(both)
        if three is not None and three[0].last < split <= three[1].first:
            lead, share = range(split, three[1].first), three[2]
            joined = both.before(table, share.first)
            pointed = both.word(share.first - joined) in both.lexicon.data["changes"]["pointing"]
            near = len(lead) <= LEAD and both.plain(lead.start, lead.stop)
            of = both.at(both.phrases("shares", "of"), share.last + 2)
            if pointed and near and not of:  # "27 million, or 50%, of the UK"
                yield from _told(both, *three)
    for both, share in continued(scene):
        yield from _of_votes(both, share)


def _three(sentence: Sentence) -> tuple[Figure, Figure, Figure] | None:
    """A whole, a part and a share, and no other figure but dates."""
    figures = [figure for figure in sentence.figures if figure.kind not in ASIDE]
    if len(figures) != PAIR + 1 or figures[2].kind not in SHARES:
        return None
    whole, part, share = figures
    same = alike(whole, part) or bool(part.kind == "count" and _of_them(sentence, part))
    one = whole.kind in WHOLES and amount(part) and same
    known = all(f.quantity.value is not None and f.quantity.hedge != "range" for f in figures)
    less = exact(part.quantity.value or 0) < exact(whole.quantity.value or 0)
    return (whole, part, share) if one and known and less else None


def _of_them(sentence: Sentence, part: Figure) -> int:
    """As in "300 davon suchen Lehrlinge", where what they look for is read as their noun."""
    return sentence.at(sentence.phrases("parts", "of_them"), part.first + 1)


def _told(sentence: Sentence, whole: Figure, part: Figure, share: Figure) -> Iterator[Relation]:
    joined = sentence.before(sentence.phrases("parts", "share_of"), share.first)
    own = sentence.word(share.last + 2) in sentence.lexicon.data["parts"]["taken"]
    if joined and apposed(sentence, part, share) and sentence.breaks(share.last + 1) and not own:
        members = [("part", part.claim), ("whole", whole.claim), ("share", share.claim)]
        yield sentence.relation("part", members, sure=False)


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
