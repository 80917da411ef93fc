"""The singular behind "one", where nouns are not capitalised: "one police officer"."""

from typing import Any

from factcheck.extract.figures.noun import Noun
from factcheck.extract.passages import Passage
from factcheck.languages.tokens import Tokens

SINGULAR_NOUN = 5


def singular_noun(passage: Passage, index: int, limit: int) -> Noun | None:
    """As in "one person", "one police officer": the last word before a verb or function word."""
    tokens, grammar = passage.tokens, passage.lexicon.data["grammar"]
    if index < limit and tokens.lowers[index] in grammar["light_adjectives"]:
        index += 1  # "one more game"
    while index + 2 < limit and is_initial(tokens, index):
        index += 2  # "one U.S. soldier"
    if index + 1 < limit and tokens.words[index].istitle() and tokens.words[index + 1].islower():
        index += 1  # "one British soldier"
    ending = passage.lexicon.words("grammar", "not_nouns", "prepositions", "behind_nouns")
    last = index
    while last < min(limit, index + SINGULAR_NOUN):
        lower = tokens.lowers[last]
        if lower == "-" and last > index and tokens.glued(last) and tokens.glued(last + 1):
            last += 2  # "one third-party appeal"
            continue
        if not lower.isalpha():
            break
        verb = last > index and lower.endswith(tuple(grammar["verb_ends"]))
        if verb and tokens.lowers[last - 1] in grammar["before_numbers"] and lower[-1] != "s":
            verb = last + 1 >= limit  # "one previous suspended sentence"
        small = lower in ending or lower in passage.lexicon.stop_words
        if verb or small or not tokens.words[last].islower():
            break  # "one recruit calls himself"
        last += 1
    while last > index and not _ends_singular(tokens.lowers[last - 1], grammar):
        last -= 1  # "one leaves", "one injured"
        if last > index and tokens.words[last - 1] == "-":
            last -= 2  # "one media-induced"
    return Noun(last - 1, tokens.surface(index, last - 1)) if last > index else None


def is_initial(tokens: Tokens, index: int) -> bool:
    """Is it one capital and its full stop, as in "U.S."?"""
    word = tokens.words[index]
    dotted = tokens.lower(index + 1) == "." and tokens.glued(index + 1)
    return len(word) == 1 and word.isupper() and dotted


def _ends_singular(lower: str, grammar: dict[str, Any]) -> bool:
    if lower in grammar["singular_nouns"] or lower.endswith(tuple(grammar["singular_ends"])):
        return True  # "one family", "one hearing", "one class"
    return not lower.endswith(tuple(grammar["not_singular"]))
