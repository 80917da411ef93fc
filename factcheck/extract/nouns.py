"""The counted noun behind a figure: "34 Militärchefs", "15 weitere Länder", "27 member states"."""

from dataclasses import dataclass

from factcheck.extract.passages import Passage

ADJECTIVES = 3
COMPOUND_NOUN = 4


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun as printed and its last token."""

    last: int
    text: str


def counted_noun(passage: Passage, index: int, limit: int) -> Noun | None:
    """The noun that a numeral before token `index` counts, looked for up to token `limit`.

    Where nouns are capitalised, the first capitalised word after at most three lower-case
    adjectives; elsewhere the words up to the first that ends like a plural.
    """
    if passage.lexicon.data["grammar"]["capitalised_nouns"]:
        return _capitalised(passage, index, limit)
    return _plural(passage, index, limit)


def _capitalised(passage: Passage, index: int, limit: int) -> Noun | None:
    tokens, stop_words = passage.tokens, passage.lexicon.stop_words
    at = index
    if at < limit and tokens.words[at] == "-" and tokens.glued(at):
        at += 1
    while at < min(limit, index + ADJECTIVES) and tokens.words[at][0].islower():
        lower = tokens.lowers[at]
        if lower in stop_words or not lower.endswith(
            tuple(passage.lexicon.data["grammar"]["adjective_ends"])
        ):
            return None
        at += 1
    if at >= limit or not tokens.words[at][0].isupper():
        return None
    last = at
    while last + 2 < limit and tokens.words[last + 1] == "-" and tokens.glued(last + 2):
        last += 2
    return Noun(last, tokens.surface(at, last))


def _plural(passage: Passage, index: int, limit: int) -> Noun | None:
    tokens, stop_words = passage.tokens, passage.lexicon.stop_words
    grammar = passage.lexicon.data["grammar"]
    at = index
    if at < limit and tokens.words[at] == "-":
        return None
    for last in range(at, min(limit, at + COMPOUND_NOUN)):
        lower = tokens.lowers[last]
        if not lower.isalpha() or lower in stop_words:
            return None
        if lower in grammar["plurals"]:
            return Noun(last, tokens.surface(_head(passage, at, last), last))
        if lower.endswith(grammar["plural_end"]) and not lower.endswith(
            tuple(grammar["singular_ends"])
        ):
            return Noun(last, tokens.surface(_head(passage, at, last), last))
    return None


def _head(passage: Passage, first: int, last: int) -> int:
    """Adjectives that only compare or qualify ("more", "other") are not part of the noun."""
    light = passage.lexicon.data["grammar"]["light_adjectives"]
    while first < last and passage.tokens.lowers[first] in light:
        first += 1
    return first
