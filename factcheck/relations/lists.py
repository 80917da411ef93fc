"""Announced lists: "the three countries - France, Germany and Italy -", "zwei Ziele: A und B."

An exact count with its noun, a dash, colon or bracket soon behind it, and items up to the matching
dash or bracket or the end of the sentence. The relation is `sure` only where counting is: a final
conjunction, short items, no word such as "darunter" that leaves some out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.model import Claim, Relation, Span
from factcheck.relations.scene import Scene

MOST = 20
WORDS_BEFORE_OPENER = 6
SHORT_ITEM = 3
DASHES = frozenset("-–—")
ENDS = frozenset(".;!?")


@dataclass
class _Items:
    """Items as token ranges, and what speaks against counting them."""

    ranges: list[tuple[int, int]] = field(default_factory=list)
    conjunctions: int = 0
    doubtful: bool = False


def find(scene: Scene) -> Iterator[Relation]:
    """The announced lists of a passage."""
    for claim in scene.claims:
        if not _announces(claim):
            continue
        last = scene.last_token(claim)
        opener = _opener(scene, last + 1)
        if opener is None:
            continue
        items = _items(scene, opener)
        if len(items.ranges) < 2 or items.conjunctions == 0:
            continue
        yield _relation(scene, claim, opener, items)


def _announces(claim: Claim) -> bool:
    quantity = claim.quantity
    return (
        quantity is not None
        and claim.kind == "count"
        and quantity.hedge is None
        and quantity.value is not None
        and 2 <= quantity.value <= MOST
        and quantity.step == 0
    )


def _opener(scene: Scene, start: int) -> int | None:
    """The dash, colon or bracket that opens the list; nothing but words stands before it."""
    passage = scene.passage
    tokens = passage.tokens
    limit = min(passage.bounds(start - 1)[1], start + WORDS_BEFORE_OPENER)
    for at in range(start, limit):
        word = tokens.words[at]
        if word in DASHES:
            return None if tokens.glued(at) or tokens.glued(at + 1) else at
        if word in ":(":
            return at
        if not word.isalpha():
            return None
    return None


def _items(scene: Scene, opener: int) -> _Items:
    """Split what follows the opener at commas and conjunctions."""
    passage = scene.passage
    tokens, lexicon = passage.tokens, passage.lexicon
    closing = {"(": ")"}.get(tokens.words[opener])
    found = _Items()
    begin = at = opener + 1
    end = passage.bounds(opener)[1]
    while at <= end:
        whole = lexicon.phrases("lists", "whole").at(tokens, at) if at < end else None
        if whole:
            at += whole[0]
            continue
        stop = at >= end or _closes(scene, at, tokens.words[opener], closing)
        conjunction = not stop and tokens.lowers[at] in lexicon.data["lists"]["conjunctions"]
        if stop or conjunction or tokens.words[at] == ",":
            if at > begin:
                found.ranges.append((begin, at - 1))
            begin = at + 1
            if stop or (found.conjunctions and tokens.words[at] == ","):
                break
            found.conjunctions += conjunction
        elif lexicon.phrases("lists", "incomplete").at(tokens, at) or tokens.words[at].isdigit():
            found.doubtful = True
        at += 1
    return found


def _closes(scene: Scene, at: int, opener: str, closing: str | None) -> bool:
    tokens = scene.passage.tokens
    word = tokens.words[at]
    if closing:
        return word == closing
    if word in ENDS and not (word == "." and at + 1 < len(tokens) and tokens.glued(at + 1)):
        return True
    return opener in DASHES and word in DASHES and not tokens.glued(at)


def _relation(scene: Scene, claim: Claim, opener: int, items: _Items) -> Relation:
    passage = scene.passage
    spans = [passage.span(first, last) for first, last in items.ranges]
    sure = (
        items.conjunctions == 1
        and not items.doubtful
        and not _partial(scene, claim, opener)
        and all(_is_short(scene, first, last) for first, last in items.ranges)
    )
    members: list[tuple[str, Claim | Span]] = [("announced", claim)]
    members += [("item", span) for span in spans]
    span = passage.document.span(claim.span.start, spans[-1].end)
    return Relation("list", tuple(members), span, sure)


def _is_short(scene: Scene, first: int, last: int) -> bool:
    """A name, or at most three words: an item that can hardly be two."""
    if scene.names is not None:
        at = first
        while at < last and scene.passage.tokens.lowers[at] in scene.passage.lexicon.stop_words:
            at += 1
        hit = scene.names.name_at(scene.passage.tokens, at)
        if hit is not None and at + hit[0] - 1 == last:
            return True
    return last - first < SHORT_ITEM


def _partial(scene: Scene, claim: Claim, opener: int) -> bool:
    """As in "drei weitere Länder", "two of the five": the list may be of something larger."""
    tokens, lexicon = scene.passage.tokens, scene.passage.lexicon
    first = scene.first_token(claim)
    near = range(max(0, first - 1), opener)
    return any(tokens.lowers[at] in lexicon.data["lists"]["partial_before"] for at in near)
