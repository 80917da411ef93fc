"""The words of a sentence as they can be recognised in another one, in any language.

A word has several keys: its stem, what the glossary says it is about, the country or metric of
concepts.csv that it names, and, between languages, its topics and its consonants, in which names
and words of one origin are alike ("Präsident" and "president" are prsdnt). Two words match when
they share a key.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.languages.lexicon import Lexicon
from factcheck.reference.names import fold
from factcheck.relations.scene import Scene

STEM = 6
SHORTEST = 3
SHORTEST_STEM = 4
SKELETON = 5
FEWEST_CONSONANTS = 4
ENDINGS = ("ern", "en", "es", "er", "n", "e", "s")
VOWELS = frozenset("aeiouyj")
# Letters that one word has in one language and its sister in another.
SOUNDS = (("ph", "f"), ("th", "t"), ("ck", "k"), ("sch", "s"), ("sh", "s"), ("ch", "k"))
LETTERS = str.maketrans("czvwq", "kkfuk")

Keys = frozenset[str]
NOTHING: Keys = frozenset()
# The signs of keys that only count between languages.
ACROSS = frozenset("ct")
# Those by which the sense of a word is known.
KNOWN_KEYS = frozenset("gkt")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that says something: where it stands (its token) and the keys it is known by."""

    at: int
    keys: Keys


def words_of(scene: Scene, first: int, end: int, measured: frozenset[int]) -> Iterator[Word]:
    """The words among these tokens that are neither function words nor units of a figure.

    `measured` are the tokens of figures.
    """
    tokens, lexicon = scene.passage.tokens, scene.passage.lexicon
    named = _concepts(scene)
    for at in range(first, end):
        lower = tokens.lowers[at]
        if at in measured and lower in lexicon.units.first_words:
            continue
        if len(lower) < SHORTEST and at not in named:
            continue
        keys = keys_of(lexicon, lower) | named.get(at, NOTHING)
        if keys:
            yield Word(at, keys)


@lru_cache(maxsize=1 << 17)
def keys_of(lexicon: Lexicon, lower: str) -> Keys:
    """The keys of a word in lower case; none of a function word, a number or a unit."""
    if not lower.isalpha() or len(lower) < SHORTEST or lower in _silent(lexicon):
        return NOTHING
    plain = "".join(fold(lower))
    found = {f"w:{stem(plain)}"}
    found.update(f"g:{entry}" for entry in lexicon.glossary.of(lower))
    found.update(f"t:{topic}" for topic in lexicon.glossary.topics(lower))
    bones = skeleton(plain)
    if bones is not None:
        found.add(f"c:{bones}")
    return frozenset(found)


@lru_cache(maxsize=16)
def _silent(lexicon: Lexicon) -> frozenset[str]:
    """Words that say nothing of what a sentence is about."""
    silent = set(lexicon.stop_words | lexicon.number_anchors | lexicon.calendar_words)
    silent |= lexicon.scales.first_words | lexicon.hedges.first_words
    return frozenset(silent)


def stem(plain: str) -> str:
    """The beginning of a folded word without its ending: that of all its forms."""
    for ending in ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= SHORTEST_STEM:
            plain = plain[: -len(ending)]
            break
    return plain[:STEM]


def skeleton(plain: str) -> str | None:
    """The first letter and the consonants of a folded word; None where they are too few."""
    for pair, sign in SOUNDS:
        plain = plain.replace(pair, sign)
    plain = plain.translate(LETTERS)
    bones = plain[:1]
    for sign in plain[1:]:
        if sign not in VOWELS and sign != bones[-1]:
            bones += sign
    return bones[:SKELETON] if len(bones) >= FEWEST_CONSONANTS else None


def measured_in(scene: Scene) -> frozenset[int]:
    """The tokens that belong to a figure."""
    found: set[int] = set()
    for claim in scene.claims:
        if claim.quantity is not None:
            found.update(range(scene.first_token(claim), scene.last_token(claim) + 1))
    return frozenset(found)


def _concepts(scene: Scene) -> dict[int, Keys]:
    """The tokens at which something of concepts.csv is named, and its keys."""
    return {at: frozenset(f"k:{concept}" for concept in found) for at, found in scene.named}
