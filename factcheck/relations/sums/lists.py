"""Announced lists: "the three countries - France, Germany and Italy -", "zwei Ziele: A und B."

An exact count with its noun, a dash, colon or bracket soon behind it, and items up to the matching
dash or bracket or the end of the sentence. The relation is `sure` only where counting is: a final
conjunction, short items, no word such as "darunter" that leaves some out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.model import Claim, Relation, Span
from factcheck.relations.scene import Scene
from factcheck.relations.sums.lists_named import named_list, partial

MOST = 20
WORDS_BEFORE_OPENER = 6
SHORT_ITEM = 3
FEW = 2
DASHES = frozenset("-–—")
ENDS = frozenset(".!?")


@dataclass
class _Items:
    """Items as token ranges, and what speaks against counting them."""

    ranges: list[tuple[int, int]] = field(default_factory=list)
    conjunctions: int = 0
    doubtful: bool = False
    closed: bool = False


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


def _ends_in_noun(scene: Scene, items: "_Items") -> bool:
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
    limit = min(passage.bounds(start - 1)[1], start + WORDS_BEFORE_OPENER)
    for at in range(start, limit):
        word = tokens.words[at]
        if word in DASHES:
            spaced = at + 1 < len(tokens) and not (tokens.glued(at) or tokens.glued(at + 1))
            return at if spaced else None
        if word in ":(":
            return at
        copula = passage.lexicon.phrases("lists", "copulas").at(tokens, at)
        if copula:
            return at + copula[0] - 1
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
    incomplete = scene.passage.lexicon.phrases("lists", "incomplete").at(tokens, at)
    return bool(incomplete) or tokens.words[at] == ";" or tokens.words[at].isdigit()


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
    whole = _whole_of(scene, claim, opener)
    if whole is not None:  # it may be of the five, or of all the six, but of nothing else
        placed = len(spans) not in {whole, claim.quantity.value if claim.quantity else None}
    else:
        placed = _close(scene, claim, opener, len(spans)) and not partial(scene, claim, opener)
    listed = items.conjunctions == 1 and items.closed and not items.doubtful
    sure = listed and placed and _countable(scene, claim, opener, items)
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


def _countable(scene: Scene, claim: Claim, opener: int, items: _Items) -> bool:
    """Every item is a known name; or there are three or more, each of one capitalised word.

    "ein Ehepaar und seine Kinder" or "the Baltic states and Poland" may be any number. Behind a
    noun that announces, three or more of one or two small words are counted as well.
    """
    verb = scene.passage.tokens.words[opener].isalpha()
    if all(_known(scene, *each) for each in items.ranges):
        return not verb or _noun_in(scene, claim, "groups", "members")
    if _noun_in(scene, claim, "lists", "announcing") and scene.passage.tokens.words[opener] == ":":
        return len(items.ranges) > FEW and all(_small(scene, *each) for each in items.ranges)
    single = all(_known(scene, *each) or _single(scene, *each) for each in items.ranges)
    return single and not verb and len(items.ranges) > FEW


def _noun_in(scene: Scene, claim: Claim, section: str, key: str) -> bool:
    noun = claim.quantity.noun if claim.quantity is not None else None
    return noun is not None and noun.lower() in scene.passage.lexicon.data[section][key]


def _small(scene: Scene, first: int, last: int) -> bool:
    """One or two words, none of them a function word but an article: "the economy"."""
    lexicon, tokens = scene.passage.lexicon, scene.passage.tokens
    first += tokens.lowers[first] in lexicon.data["grammar"]["determiners"] and first < last
    words = tokens.lowers[first : last + 1]
    return len(words) <= FEW and all(w.isalpha() and w not in lexicon.stop_words for w in words)


def _known(scene: Scene, first: int, last: int) -> bool:
    tokens = scene.passage.tokens
    while first < last and tokens.lowers[first] in scene.passage.lexicon.stop_words:
        first += 1
    hit = scene.names.name_at(tokens, first) if scene.names else None
    return hit is not None and first + hit[0] - 1 == last


def _single(scene: Scene, first: int, last: int) -> bool:
    if scene.passage.tokens.lowers[first] in scene.passage.lexicon.data["grammar"]["determiners"]:
        first += first < last  # "die Rente"
    words = scene.passage.tokens.words[first : last + 1]
    return len(words) <= SHORT_ITEM and all(word[0].isupper() or word == "-" for word in words)


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
    return items > FEW if colon else attribute
