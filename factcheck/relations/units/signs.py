"""An amount with a sign before it and the name of a currency behind: "$4,5 Mrd. Euro".

The name must be the amount's: with a noun behind it ("a $5m yen loan", "5 € Mark Müller zahlen") it
is that noun's. Where nouns have no capitals, only a name in the plural or at the end of its clause
is.
"""

from collections.abc import Iterator

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.tokens import Tokens
from factcheck.model import Relation
from factcheck.relations.scene import Scene

CLOSERS = frozenset(".,;:!?)]-–—")
SHORTEST_NAME = 3


def find(scene: Scene) -> Iterator[Relation]:
    """The amounts of a passage that are followed by the name of a currency."""
    passage = scene.passage
    for claim in scene.claims:
        if claim.kind != "money" or claim.quantity is None or claim.quantity.unit is None:
            continue
        tokens, at = passage.tokens, scene.last_token(claim) + 1
        hit = passage.lexicon.currencies.at(tokens, at)
        if hit is None or tokens.glued(at) or tokens.lower(at).isdecimal():
            continue
        last = at + hit[0] - 1
        whole = len(tokens.words[last]) >= SHORTEST_NAME and tokens.words[last].isalpha()
        if whole and _is_its_name(tokens, last, passage.lexicon):
            name = passage.span(at, last)
            span = passage.document.span(claim.span.start, name.end)
            yield Relation("sign", (("amount", claim), ("name", name)), span)


def _is_its_name(tokens: Tokens, last: int, lexicon: Lexicon) -> bool:
    after = last + 1
    word = tokens.words[after] if after < len(tokens) else "."
    if word == "-" and tokens.glued(after):
        return False
    if word in CLOSERS:
        return True
    if lexicon.data["grammar"]["capitalised_nouns"]:
        return word[0].islower()
    name = tokens.words[last]
    return name.islower() and name.endswith("s") and word[0].islower()
