"""Parts of a whole: "118 von 300 (39 Prozent)", "Almost 40% of the delegates - 118 of 300 -".

Three structures: a part, "von" and its whole, perhaps with the share beside them; a whole behind
"Von den" at the head of a sentence, and the parts in a list; a whole, a comma and "darunter" with
its part. Where the words say that the parts exclude each other, a member `exclusive` is that word.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.model import Relation
from factcheck.relations.figure_kinds import SHARES
from factcheck.relations.sentence import (
    APOSTROPHES,
    BREAKS,
    CLOSING,
    Figure,
    Roles,
    Sentence,
    alike,
    amount,
    cues,
)
from factcheck.relations.shares.given_shares import given
from factcheck.relations.shares.opened_parts import exclusive_side, listed, of_whole, opens
from factcheck.relations.shares.part_shares import (
    apposed,
    beside,
    closes,
    share_of,
    taken,
)

GAP = 8
PAIR = 2
WHOLES = frozenset({"money", "count", "number", "measure", "duration"})
COMPOUND = re.compile(r"\d-\w")


def find_in(sentence: Sentence) -> Iterator[Relation]:
    """The parts of a sentence."""
    if sentence.words.isdisjoint(
        cues(sentence.lexicon, "parts", "of", "of_them", "among", "opening")
    ):
        return
    figures = [f for f in sentence.figures if amount(f) and f.kind in WHOLES]
    if len(figures) < 2:
        return
    shares = [f for f in sentence.figures if f.kind in SHARES and f.quantity.value is not None]
    for share in shares:
        product = taken(sentence, share, figures) or given(sentence, share, figures)
        if product is not None:
            yield _part(sentence, *product, share)
            return
    if opens(sentence, figures[0]):
        yield from _parts_behind(sentence, figures, shares)
        return
    for part, whole in pairwise(figures):
        if is_part_of(sentence, part, whole):
            yield _part(sentence, part, whole, share_of(sentence, part, whole, shares))
        elif _among(sentence, part, whole) or _of_them(sentence, part, whole):  # the whole first
            yield _included(sentence, figures, (part, whole), shares)


def _part(sentence: Sentence, part: Figure, whole: Figure, share: Figure | None) -> Relation:
    behind = share is not None and share.first > max(part.last, whole.last)
    loose = share is not None and behind and not closes(sentence, share)
    return sentence.relation("part", {"part": part, "whole": whole, "share": share}, sure=not loose)


def is_part_of(sentence: Sentence, part: Figure, whole: Figure) -> bool:
    """As in "118 von 300", "118 (39 Prozent) of the 300", but not "um 5 von 10 auf 15"."""
    if part.quantity.hedge == "range" or whole.quantity.hedge == "range":
        return False
    if part.kind == "count" and not alike(part, whole):
        return False
    if COMPOUND.search(whole.claim.span.text):
        return False  # "all six of his 3-point attempts"
    at = whole.first
    if sentence.word(at - 1) == "s" and sentence.word(at - 2) in APOSTROPHES:
        at -= 3  # "of the plant's 320 workers"
    length = sentence.before(sentence.phrases("parts", "of"), at)
    start = at - length
    if not length or not alike(part, whole) or _changes(sentence, part, whole):
        return False
    if part.kind == "count" and whole.kind == "number" and length == 1:
        return False  # "two groups of four"
    if sentence.word(part.first - 1) in sentence.lexicon.data["changes"]["definite"]:
        return False  # "the 1,120 of ten years ago", "among the 41 of the two buses"
    if sentence.tokens.words[start - 1] in CLOSING:
        opener = next(
            (at for at in range(start - 1, part.last, -1) if sentence.word(at) == "("), part.last
        )
        return opener == part.last + 1
    return start == part.last + 1


def _changes(sentence: Sentence, part: Figure, whole: Figure) -> bool:
    """As in "eine Erhöhung um 5 von 10 auf 15": the second is where a change begins."""
    data = sentence.lexicon.data["changes"]
    before = sentence.word(part.first - 1)
    if before in data["by"] or before in data["to"] or before in data["up"]:
        return True
    after = range(whole.last + 1, min(sentence.end, whole.last + 3))
    reached = {figure.first - n for figure in sentence.figures for n in (1, 2)}
    return any(sentence.word(at) in data["to"] and at in reached for at in after)


def _parts_behind(
    sentence: Sentence, figures: Sequence[Figure], shares: Sequence[Figure]
) -> Iterator[Relation]:
    whole, parts = figures[0], listed(sentence, figures)
    if not parts:
        return
    exclusive = exclusive_side(sentence, parts) if len(parts) > 1 else None
    own = [part for part in parts if part.kind == "count"]
    of_it = all(of_whole(sentence, part, whole) for part in own)
    members: Roles = {"part": parts, "exclusive": exclusive, "whole": whole}
    yield sentence.relation("part", members, sure=of_it)
    for part in parts:
        for share in shares:
            if beside(sentence, part, share) or (
                part is parts[-1] and share.first > part.last and apposed(sentence, part, share)
            ):
                yield _part(sentence, part, whole, share)


def _among(sentence: Sentence, whole: Figure, part: Figure) -> bool:
    """As in "20 Menschen, darunter 5 Kinder"."""
    length = sentence.before(sentence.phrases("parts", "among"), part.first)
    opener = part.first - length - 1
    if not length or opener <= whole.last or opener - whole.last > GAP:
        return False
    mark = sentence.tokens.words[opener]
    if mark not in BREAKS or mark in CLOSING or mark == ".":
        return False
    same = whole.kind == part.kind and whole.quantity.unit == part.quantity.unit
    persons = sentence.lexicon.words("sums", "persons")
    people = part.quantity.head in persons and (whole.quantity.head or "") not in persons
    if people and sentence.word(part.first - 1) in sentence.lexicon.data["parts"]["of_things"]:
        return False  # "24 attacks, of which 32 people died"
    return (same or part.kind == "number") and sentence.plain(whole.last + 1, opener)


def _of_them(sentence: Sentence, whole: Figure, part: Figure) -> bool:
    """As in "12.600 Flüchtlinge, 4000 von ihnen waren Kinder"."""
    joined = part.first == whole.last + 2 and sentence.word(whole.last + 1) == ","
    of_them = sentence.phrases("parts", "of_them")
    return joined and alike(whole, part) and bool(sentence.at(of_them, part.last + 1))


def _included(
    sentence: Sentence,
    figures: Sequence[Figure],
    pair: tuple[Figure, Figure],
    shares: Sequence[Figure],
) -> Relation:
    """Not sure where the whole is one of several, only where something was, or whose: of "199
    Aufführungen auf Bühnen von 16 Häusern, darunter 42 Opern" the first figure is the whole."""
    whole, part = pair
    data = sentence.lexicon.data["parts"]
    index = figures.index(whole)
    several = index > 0 and any(
        sentence.word(at) in data["joins"] for at in range(figures[index - 1].last + 1, whole.first)
    )
    placed = sentence.word(whole.first - 1) in data["before_whole"]
    owner = sentence.before(sentence.phrases("parts", "of"), whole.first) > 0
    placed = placed or (index > 0 and owner and figures[index - 1].kind == whole.kind)
    counted = whole.kind in {"count", "money", "measure"}
    own = [share for share in shares if beside(sentence, part, share)]
    members: Roles = {"whole": whole, "part": part, "share": own}
    return sentence.relation("part", members, sure=counted and not several and not placed)
