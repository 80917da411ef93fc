"""Where a change leads in the article and in the source: up in the one, down in the other.

Only a difference with its own word is judged ("17 per cent fewer", "ein Plus von 3 Prozent", "fell
4.1%"), and only where the clause has no word that leads the other way. A growing loss is a falling
result, so sentences about losses are left alone, and so are denied ones.
"""

from factcheck.alignment.lines import Mention
from factcheck.model import Span

UP, DOWN = 1, -1
DIFFERENCES = frozenset({"percentage", "percentage_point"})
LOSS = "g:loss"
STOPS = frozenset(",;:()–")
BEHIND = 2


def turned(left: Mention, right: Mention) -> Span | None:
    """The article's word, if one difference is a rise and the other a fall."""
    if left.line.negated or right.line.negated or _loses(left) or _loses(right):
        return None
    ours, theirs = _direction(left), _direction(right)
    if ours is None or theirs is None or ours[0] == theirs[0]:
        return None
    tokens = left.line.scene.passage.tokens
    return left.line.article.document.span(tokens.starts[ours[1]], tokens.ends[ours[1]])


def _loses(mention: Mention) -> bool:
    return any(LOSS in word.keys for word in mention.line.words)


def _direction(mention: Mention) -> tuple[int, int] | None:
    """Up or down by the word behind the figure, else by those of its clause if they agree; and the
    token of the word."""
    passage = mention.line.scene.passage
    tokens, data = passage.tokens, passage.lexicon.data["changes"]
    for at in range(mention.last + 1, min(mention.line.end, mention.last + 1 + BEHIND)):
        if tokens.lowers[at] in data["behind_up"]:
            return UP, at
        if tokens.lowers[at] in data["behind_down"]:
            return DOWN, at
    if mention.claim.kind not in DIFFERENCES:
        return None
    first, end = _clause(mention)
    places = [*range(first, mention.first), *range(mention.last + 1, end)]
    split = any(tokens.lowers[at] in data["either"] for at in places)  # "ging ... zurück"
    ups = {*data["up"], *(data["particles_up"] if split else ())}
    downs = {*data["down"], *(data["particles_down"] if split else ())}
    up = [at for at in places if tokens.lowers[at] in ups]
    down = [at for at in places if tokens.lowers[at] in downs]
    if bool(up) == bool(down):
        return None
    return (UP, up[0]) if up else (DOWN, down[0])


def _clause(mention: Mention) -> tuple[int, int]:
    """The tokens around the figure up to the next comma or the like on either side."""
    words = mention.line.scene.passage.tokens.words
    first, end = mention.first, mention.last + 1
    while first > mention.line.first and words[first - 1] not in STOPS:
        first -= 1
    while end < mention.line.end and words[end] not in STOPS:
        end += 1
    return first, end
