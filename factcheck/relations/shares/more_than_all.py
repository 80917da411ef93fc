"""Shares of more than all: "120 Prozent der Wähler", "fell by 150 percent".

A share above 100 per cent of what nobody can be more than all of, or a fall by more than 100.
"""

from collections.abc import Iterator
from decimal import Decimal

from factcheck.model import Claim, Relation, Span
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import cues

ALL = Decimal(100)
WORDS_TO_NOUN = 3
REACH_BACK = 14
REACH_AHEAD = 6


def find(scene: Scene) -> Iterator[Relation]:
    """Shares above 100 per cent of a set, and falls by more than all."""
    for claim in scene.claims:
        quantity = claim.quantity
        if claim.kind != "percentage" or quantity is None or quantity.value is None:
            continue
        if quantity.value <= ALL or quantity.hedge in {"at most", "under"}:
            continue
        whole = _set_behind(scene, claim)
        if whole is not None:
            span = scene.passage.document.span(claim.span.start, whole.end)
            yield Relation("share_of", (("share", claim), ("of", whole)), span)
            continue
        fall = _fall(scene, claim)
        if fall is not None:
            start, end = min(claim.span.start, fall.start), max(claim.span.end, fall.end)
            span = scene.passage.document.span(start, end)
            yield Relation("share_of", (("share", claim), ("fall", fall)), span)


def _set_behind(scene: Scene, claim: Claim) -> Span | None:
    """The people, households or votes of which a share stands before: "der Wähler"."""
    passage = scene.passage
    tokens, data = passage.tokens, passage.lexicon.data["shares"]
    at = scene.last_token(claim) + 1
    hit = passage.lexicon.phrases("shares", "of").at(tokens, at)
    first, end = passage.bounds(scene.first_token(claim))
    comma = next((i for i in range(at, end) if tokens.words[i] in {",", ";"}), end)
    if hit is None or not _plainly(scene, first, comma, "exceeding"):
        return None
    start = at + hit[0]
    for index in range(start, min(end, start + WORDS_TO_NOUN)):
        if tokens.lowers[index] in data["sets"]:
            return passage.span(start, index)
        if not tokens.words[index].isalpha():
            return None
    return None


def _fall(scene: Scene, claim: Claim) -> Span | None:
    """The verb or noun of a fall that governs the share: "fell by 150%"."""
    passage = scene.passage
    tokens, lexicon = passage.tokens, passage.lexicon
    first, end = passage.bounds(scene.first_token(claim))
    index, last = scene.first_token(claim), scene.last_token(claim)
    data, down = lexicon.data["changes"], cues(lexicon, "changes", "down")
    marks = {*data["by"], *data["of"], *down}
    before = tokens.lower(index - 1) if index > first else ""
    if before in data["from"] and tokens.lower(last + 1) in data["to"]:
        return None  # "fiel von 118 auf 116 Prozent"
    of = lexicon.phrases("shares", "of").at(tokens, last + 1)
    if before not in marks or of or not _plainly(scene, first, end, "below_zero"):
        return None
    ahead = range(last + 1, min(end, last + REACH_AHEAD))
    back = range(index - 1, max(first, index - REACH_BACK) - 1, -1)
    final = data["verbs_end_clauses"]
    for at in [*(ahead if final else ()), *back]:
        if tokens.words[at] in {",", ";", ":", "(", ")"}:
            if at > index:
                continue
            return None
        if tokens.lowers[at] in cues(lexicon, "changes", "up"):
            return None
        if tokens.lowers[at] in down:
            return passage.span(at, at)
    return None


def _plainly(scene: Scene, first: int, end: int, key: str) -> bool:
    """No word of the sentence makes more than all possible."""
    words = scene.passage.lexicon.data["shares"][key]
    return all(scene.passage.tokens.lowers[at] not in words for at in range(first, end))
