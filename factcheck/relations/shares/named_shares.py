"""Shares that a word defines: a turnout is voters by electors, a margin is profit by sales.

"Bei einem Umsatz von 2,06 Milliarden Euro blieb ein Gewinn von 131 Millionen, die Marge lag bei 6,4
Prozent": the lexicon names for each such share the words of the share, of its part and of its
whole. Each word has one figure, right before it or behind it in its clause, and all three stand in
one sentence or in two that follow each other. Where only one of part and whole has its word, the
other is the only other figure before the share. A word such as "adjusted" before one of them makes
it another thing, and so does a second figure for the same word. A share with several meanings (a
margin may be of another profit) is drawn from the two by a word such as "damit". As relations
`part`.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.languages.phrases import PhraseTable
from factcheck.model import Relation
from factcheck.relations.changes.marks import slot_of
from factcheck.relations.changes.old_levels import of_one_size
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import (
    BREAKS,
    Figure,
    Sentence,
    alike,
    amount,
)
from factcheck.relations.windows import statements

ROLES = ("share", "part", "whole")
FEWEST = 3
REACH = 7
KINDS = frozenset({"money", "count", "number"})
Bound = dict[tuple[str, str], Figure | None]


def find(scene: Scene) -> Iterator[Relation]:
    """The shares of a passage that have a name of their own."""
    lexicon = scene.passage.lexicon
    if lexicon.named_shares["share"].first_words.isdisjoint(scene.passage.tokens.lowers):
        return
    done: set[int] = set()
    for window, split in statements(scene):
        if len(window.figures) >= FEWEST:
            yield from _shares(window, split, done)


def _shares(window: Sentence, split: int, done: set[int]) -> Iterator[Relation]:
    """`split` is where the second sentence begins, which has the share and nothing else of it."""
    bound: Bound = {}
    for role in ROLES:
        for name, figure in _named(window, window.lexicon.named_shares[role]):
            known = bound.get((role, name), figure)
            bound[role, name] = figure if known is figure else None
        if not bound:
            return
    for role, name in [key for key in bound if key[0] == "share"]:
        share, part, whole = (bound.get((each, name)) for each in ROLES)
        part, whole = _completed(window, share, part, whole)
        if share is None or part is None or whole is None or id(share.claim) in done:
            continue
        together = max(part.first, whole.first) < split or split == window.first
        if together and _of_both(window, share, name) and _fit(share, part, whole):
            done.add(id(share.claim))
            yield window.relation("part", {"part": part, "whole": whole, role: share}, sure=False)


def _completed(
    window: Sentence, share: Figure | None, part: Figure | None, whole: Figure | None
) -> tuple[Figure | None, Figure | None]:
    """Of part and whole the one that no word names is the only other figure that it may be."""
    known = part or whole
    if share is None or known is None or (part and whole):
        return part, whole
    others = [f for f in window.figures if f not in (share, known) and amount(f)]
    fitting = [f for f in others if f.kind != "percentage" and f.kind in KINDS]
    if len(fitting) != 1 or not alike(known, fitting[0]) or fitting[0].first > share.first:
        return part, whole
    small, large = (known, fitting[0]) if known is part else (fitting[0], known)
    made = small.value / large.value * 100 if large.value else Fraction()
    return (small, large) if made < 100 and of_one_size(made, share.value) else (part, whole)


def _of_both(window: Sentence, share: Figure, name: str) -> bool:
    """Nothing in the clause of the share names a place or a group: "in Leeds", "insgesamt".

    A share that has several meanings must be drawn from the two: "damit", "a margin of".
    """
    begin, end = share.first, share.last + 1
    while begin > window.first and window.word(begin - 1) not in BREAKS:
        begin -= 1
    while end < window.end and window.word(end) not in BREAKS:
        end += 1
    words = [*range(begin, share.first), *range(share.last + 1, end)]
    data = window.lexicon.data["named_shares"]
    if name not in data["one_meaning"] and not any(
        window.word(at) in data["drawn"] for at in words
    ):
        return False
    own = window.lexicon.named_shares["share"].first_words
    times = window.scene.claims_in(begin, end)
    dated = {window.scene.first_token(claim) for claim in times if claim.kind == "date"}
    capitals = [at for at in words[1:] if window.tokens.words[at][0].isupper() and at not in dated]
    named = any(window.word(at) not in own for at in capitals)
    return not (named or any(window.word(at) in data["elsewhere"] for at in words))


def _fit(share: Figure, part: Figure, whole: Figure) -> bool:
    """A share in per cent, of money or of numbers, and no two different times."""
    periods = {(p.start, p.end) for f in (share, part, whole) if (p := f.claim.period)}
    if share.kind != "percentage" or not amount(part) or len(periods) > 1:
        return False
    if "money" in {part.kind, whole.kind}:
        return alike(part, whole)
    return {part.kind, whole.kind} <= {"count", "number"}


def _named(window: Sentence, table: PhraseTable[str]) -> Iterator[tuple[str, Figure]]:
    """Each name with the figure that its word has."""
    if window.words.isdisjoint(table.first_words):
        return
    at = window.first
    while at < window.end:
        hit = table.at(window.tokens, at)
        if hit is None:
            at += 1
            continue
        figure = _figure_of(window, at, at + hit[0])
        if figure is not None:
            yield hit[1], figure
        at += hit[0]


def _figure_of(window: Sentence, start: int, end: int) -> Figure | None:
    """The figure that counts the word, stands right before it or is the next one in its clause."""
    data = window.lexicon.data["named_shares"]
    if window.word(start - 1) in data["qualifiers"]:
        return None
    figures = [f for f in window.figures if amount(f)]
    own = next((f for f in figures if f.first <= start <= f.last + 1), None)
    if own is not None:
        return own
    if window.word(end) == ",":  # "The turnout, 62.3%, was"
        apposed = next((f for f in figures if f.first == end + 1), None)
        return apposed if apposed is not None and window.breaks(apposed.last + 1) else None
    behind = [f for f in figures if end <= f.first <= end + REACH]
    for figure in behind:
        slot = slot_of(window, figure)
        between = range(end, figure.first)
        if any(window.word(at) in BREAKS or window.word(at) in data["stops"] for at in between):
            return None
        if slot is None or slot.role == "to" or slot.start == end:
            return figure
    return None
