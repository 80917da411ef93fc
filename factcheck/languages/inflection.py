"""The inflected forms of a word, and the parts of a compound: rules are data, this is how they run.

A form is made from the word itself: endings are put on and taken off, the last vowel changes where
the language's plurals do that. "Schüler" is no form of "Schule": endings that make other words
(-er of those who do something) are no endings of inflection.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from factcheck.languages.lexicon import Lexicon

SHORTEST = 4
LONGEST_TAIL = "(?:e[nrl])?"


@lru_cache(maxsize=65536)
def forms(phrase: str, lexicon: Lexicon) -> frozenset[str]:
    """A phrase and its forms, in small letters: Land, Landes, Länder; country, countries.

    The last word is inflected, and the adjectives before it where the language does that.
    """
    rules = lexicon.data["inflection"]
    *before, word = phrase.lower().split() or [""]
    if not before:
        return frozenset(_words(word, rules))
    heads = {" ".join(before)}
    for end in rules["adjectives"]:
        heads |= {
            " ".join(_declined(each, end, rules["adjectives"]) for each in before)
            for each in before
            if each.endswith(tuple(rules["adjectives"]))
        }
    return frozenset(f"{head} {form}" for head in heads for form in _words(word, rules))


def _declined(word: str, end: str, ends: list[str]) -> str:
    """An adjective with another ending; any other word as it is."""
    found = next((each for each in ends if word.endswith(each)), "")
    long_enough = found and len(word) - len(found) >= SHORTEST
    return word[: -len(found)] + end if long_enough else word


def _words(word: str, rules: dict[str, Any]) -> Iterator[str]:
    stems = {word, *_without(word, rules["ends"])}
    for one, other in rules["pairs"]:
        for old, new in ((one, other), (other, one)):
            if word.endswith(old):
                stems.add(word[: -len(old)] + new)
    for stem in stems:
        yield from (stem + end for end in rules["ends"])
    back = {new: old for old, new in rules["umlauts"].items()}
    for stem in {word, *_without(word, rules["umlaut_ends"])}:
        yield from (
            changed + end
            for changed in _changed(stem, rules["umlauts"])
            for end in rules["umlaut_ends"]
        )
        yield from (base + end for base in _changed(stem, back) for end in rules["base_ends"])
    for stem in {word, *_without(word, rules["class_ends"])}:
        for base in (stem, *_changed(stem, back)):
            if base.endswith(tuple(rules["classed"])):
                tops = (base, *_changed(base, rules["umlauts"]))
                yield from (base + end for end in rules["base_ends"])
                yield from (top + end for top in tops for end in rules["class_ends"])


def _without(word: str, ends: list[str]) -> Iterator[str]:
    """What is left of a word without one of the endings, if that is long enough."""
    for end in ends:
        if end and word.endswith(end) and len(word) - len(end) >= SHORTEST:
            yield word[: -len(end)]


def _changed(word: str, vowels: dict[str, str]) -> Iterator[str]:
    """The word with its last vowel changed: Platz, Plätz; Garten, Gärten."""
    for old, new in vowels.items():
        found = re.search(f"{old}([^aeiouäöüy]+{LONGEST_TAIL})$", word)
        if found is not None and not word[: found.start()].endswith(("e", "a", "ä")):
            yield word[: found.start()] + new + found[1]


def turned(lexicon: Lexicon, first: str, second: str) -> Iterator[str]:
    """Compounds that say what two words say turned round: "Zahl" and "Schüler", schülerzahl."""
    rules = lexicon.data["inflection"]
    bases = {second, *_without(second, rules["ends"])}
    for base in bases:
        for link in rules["links"]:
            yield f"{base}{link}{first}"
