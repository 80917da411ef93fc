"""Number words that belong to a name: "part two", "Radio Five Live", "Six Nations"."""

from factcheck.extract.figures.name_numbers import ends_here, numbers_what_goes_on
from factcheck.extract.figures.nouns import counted_noun
from factcheck.extract.figures.number_words import word_value
from factcheck.extract.passages import Passage


def numbered_word(passage: Passage, index: int) -> bool:
    """As in "in Kurve acht", "in part two": a number word behind its label, and no noun behind."""
    labels, tokens = passage.lexicon.phrases("labels", "before"), passage.tokens
    joined = index > 2 and tokens.lowers[index - 1] in passage.lexicon.data["ranges"]["and"]
    if joined and tokens.lowers[index - 2] in passage.lexicon.number_anchors:
        index -= 2  # "between junctions two and three"
    if numbers_what_goes_on(passage, index) or _ends_name(passage, index):
        return True
    if index == 0 or passage.tokens.lowers[index - 1] in passage.lexicon.data["labels"]["rank"]:
        return False
    if labels.before(passage.tokens, index) is None or not ends_here(passage, index):
        return False
    return counted_noun(passage, index + 1, passage.bounds(index)[1]) is None  # "top ten hits"


def _ends_name(passage: Passage, index: int) -> bool:
    """As in "a League One side", "Act Two drags", "told Five's": a capital amid small words.

    Where every word has a capital, as in headings, it tells nothing.
    """
    words, first = passage.tokens.words, passage.bounds(index)[0]
    if not words[index][0].isupper() or passage.lexicon.data["grammar"]["capitalised_nouns"]:
        return False
    before, after = index - 1, words[index + 1] if index + 1 < len(words) else "."
    if before < first:
        return False
    named = words[before].isalpha() and words[before][0].isupper()
    if named and not after[0].isupper():
        return words[before].lower() not in passage.lexicon.stop_words
    while before > first and words[before].isalpha() and words[before][0].isupper():
        before -= 1
    return words[before].islower() and not (after[0].isupper() and before == index - 1)


def of_noun(passage: Passage, index: int) -> int | None:
    """As in "nine three-pointers": the number word is part of what the figure before it counts."""
    tokens = passage.tokens
    if not 0 < index < len(tokens) - 2 or tokens.words[index + 1] != "-":
        return None
    before = tokens.lowers[index - 1]
    counted = before[0].isdecimal() or word_value(before, passage.lexicon) is not None
    noun = tokens.lowers[index + 2]
    plural = noun.endswith("s") and not passage.lexicon.data["grammar"]["capitalised_nouns"]
    named = counted and plural and passage.lexicon.units.at(tokens, index + 2) is None
    return index if named else None


def in_title(passage: Passage, index: int) -> bool:
    """As in "a third Six Nations win": a number word and its noun in capitals amid small words."""
    tokens = passage.tokens
    first, end = passage.bounds(index)
    if passage.lexicon.data["grammar"]["capitalised_nouns"] or not first < index < end - 1:
        return False
    before, after = tokens.words[index - 1], tokens.words[index + 2] if index + 2 < end else "."
    amid = (before.islower() or index - 1 == first) and not after[0].isupper()
    return amid and tokens.words[index].istitle() and tokens.words[index + 1].istitle()
