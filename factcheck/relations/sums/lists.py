"""Announced lists: "the three countries - France, Germany and Italy -", "zwei Ziele: A und B."

An exact count with its noun, a dash, colon or bracket soon behind it, and items up to the matching
dash or bracket or the end of the sentence. The relation is `sure` only where counting is: a final
conjunction, short items, no word such as "darunter" that leaves some out.
"""

from collections.abc import Iterator

from factcheck.model import Claim, Relation, Span
from factcheck.relations.scene import Scene
from factcheck.relations.sentence import DASHES
from factcheck.relations.sums.list_items import FEW, Items, countable, named
from factcheck.relations.sums.lists_named import ENDS, is_year, named_list, partial

MOST = 20
WORDS_BEFORE_OPENER = 6
WORDS_BEFORE_COLON = 12


def find(scene: Scene) -> Iterator[Relation]:
    """The announced lists of a passage."""
    for claim in scene.claims:
        if not _announces(claim) or _headed(scene, claim):
            continue
        opener = _opener(scene, scene.last_token(claim) + 1)
        if opener is None:
            yield from named_list(scene, claim)
            continue
        items = _items(scene, opener)
        if len(items.ranges) < 2 or items.conjunctions == 0 or not _ends_in_noun(scene, items):
            continue
        yield _relation(scene, claim, opener, items)


def _headed(scene: Scene, claim: Claim) -> bool:
    """As in "Nach drei Gipfeln: Hoffnung und Zweifel": what follows is no list of them."""
    first = scene.first_token(claim)
    not_after = scene.passage.lexicon.data["lists"]["not_after"]
    return first > 0 and scene.passage.tokens.lowers[first - 1] in not_after


def _ends_in_noun(scene: Scene, items: Items) -> bool:
    """Where nouns are capitalised, a last item that ends in a verb is the rest of a sentence."""
    if not scene.passage.lexicon.data["grammar"]["capitalised_nouns"]:
        return True
    last = scene.passage.tokens.words[items.ranges[-1][1]]
    return not last[0].islower()


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
    limit = min(passage.bounds(start - 1)[1], start + WORDS_BEFORE_COLON)
    for at in range(start, limit):
        word = tokens.words[at]
        if word == ":" or (word == "(" and at - start < WORDS_BEFORE_OPENER):
            return at
        if word in DASHES and tokens.glued(at) and at + 1 < limit and tokens.glued(at + 1):
            continue  # "semi-finals"
        if word in DASHES:
            near = at - start < WORDS_BEFORE_OPENER
            spaced = at + 1 < len(tokens) and not (tokens.glued(at) or tokens.glued(at + 1))
            return at if spaced and near else None
        copula = passage.lexicon.phrases("lists", "copulas").at(tokens, at)
        if copula and at - start < WORDS_BEFORE_OPENER and named(scene, at + copula[0]):
            return at + copula[0] - 1
        if not word.isalpha():
            return None
    return None


def _items(scene: Scene, opener: int) -> Items:
    """Split what follows the opener at commas and conjunctions."""
    passage = scene.passage
    tokens, lexicon = passage.tokens, passage.lexicon
    closing = {"(": ")"}.get(tokens.words[opener])
    found = Items()
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
                found.closed = bool(stop)
                break
            found.conjunctions += conjunction
        elif _leaves_out(scene, at):
            found.doubtful = True
        at += 1
    return found


def _leaves_out(scene: Scene, at: int) -> bool:
    """A semicolon, a figure, or a word such as "darunter": the items cannot be counted."""
    tokens = scene.passage.tokens
    lexicon = scene.passage.lexicon
    incomplete = lexicon.phrases("lists", "incomplete").at(tokens, at)
    several = tokens.lowers[at] in lexicon.data["lists"]["several"]
    figure = tokens.words[at].isdigit() and not is_year(scene, at)
    return bool(incomplete) or several or figure or tokens.words[at] == ";"


def _closes(scene: Scene, at: int, opener: str, closing: str | None) -> bool:
    tokens = scene.passage.tokens
    word = tokens.words[at]
    if closing:
        return word == closing
    if word in ENDS and not (word == "." and at + 1 < len(tokens) and tokens.glued(at + 1)):
        return True
    return opener in DASHES and word in DASHES and not tokens.glued(at)


def _relation(scene: Scene, claim: Claim, opener: int, items: Items) -> Relation:
    passage = scene.passage
    spans = [passage.span(first, last) for first, last in items.ranges]
    whole = _whole_of(scene, claim, opener)
    if whole is not None:  # it may be of the five, or of all the six, but of nothing else
        placed = len(spans) not in {whole, claim.quantity.value if claim.quantity else None}
    else:
        placed = _close(scene, claim, opener, len(spans)) and not partial(scene, claim, opener)
    listed = items.conjunctions == 1 and items.closed and not items.doubtful
    sure = listed and placed and countable(scene, claim, opener, items)
    members: list[tuple[str, Claim | Span]] = [("announced", claim)]
    members += [("item", span) for span in spans]
    span = passage.document.span(claim.span.start, spans[-1].end)
    return Relation("list", tuple(members), span, sure)


def _whole_of(scene: Scene, claim: Claim, opener: int) -> int | None:
    """The six of "five of the six directors - A, B and C -", right before the list."""
    of_words = scene.passage.lexicon.data["titles"]["of"]
    after = scene.last_token(claim) + 1
    whole = next(
        (c for c in scene.claims if c.kind == "count" and c.span.start > claim.span.end), None
    )
    if scene.passage.tokens.lower(after) not in of_words or whole is None or not _announces(whole):
        return None
    value = whole.quantity.value if whole.quantity else None
    near = scene.first_token(whole) - after <= FEW and scene.last_token(whole) + 1 == opener
    return int(value) if near and value is not None else None


def _close(scene: Scene, claim: Claim, opener: int, items: int) -> bool:
    """The noun stands right before the opener, or with an attribute between ("Europas").

    A colon behind a clause ("Zwei Häfen bleiben gesperrt:") opens a list only of three or more.
    """
    tokens, stop_words = scene.passage.tokens, scene.passage.lexicon.stop_words
    between = range(scene.last_token(claim) + 1, opener)
    attribute = all(
        tokens.words[at][0].isupper() or tokens.lowers[at] in stop_words for at in between
    )
    colon = tokens.words[opener] == ":"
    if colon and len(between) >= WORDS_BEFORE_OPENER and not _opens(scene, claim):
        return False
    return items > FEW and not _rival(scene, claim, opener) if colon else attribute


def _opens(scene: Scene, claim: Claim) -> bool:
    """Does the count open its sentence, as what the whole of it is about?"""
    first = scene.first_token(claim)
    colon = scene.passage.tokens.lower(first - 1) == ":"
    return colon or first - scene.passage.bounds(first)[0] <= 1


def _rival(scene: Scene, claim: Claim, opener: int) -> bool:
    """As in "Vier Teams kämpfen um drei Plätze: ...": the list may be of either number."""
    begin = scene.passage.bounds(opener)[0]
    counts = [c for c in scene.claims_in(begin, opener) if c.kind == "count" and c is not claim]
    return bool(counts)
