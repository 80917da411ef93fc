"""What a word tells of the person named beside it: a first name, "Frau", "Regierungssprecherin"."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.remembered import Remembered
from factcheck.languages.tokens import Tokens
from factcheck.reference.first_names import load_first_names
from factcheck.reference.names import fold
from factcheck.reference.tables import Tables

GENDERS: Final = {"masculine": "m", "feminine": "f", "either": ""}
SHORTEST_FIRST_HALF = 2
TAIL = 3
# Names with one of these are listed so; without, they are other words ("Länder", Lander).
UMLAUTS = frozenset("äöü")


@dataclass(frozen=True, slots=True)
class NameWord:
    """`kind` is first, honorific or head; `gender` is m, f or "" for either."""

    kind: str
    gender: str


class NameWords(Remembered[NameWord | None]):
    """Word in lower case -> what it tells, None for most."""

    def __init__(self, lexicon: Lexicon, first_names: Mapping[str, str]) -> None:
        super().__init__()
        self._compounds = bool(lexicon.data["grammar"]["capitalised_nouns"])
        self._first_names = first_names
        self._honorifics = _by_word(lexicon, "honorifics")
        self._heads = _by_word(lexicon, "heads")
        endings = lexicon.data["persons"]["head_endings"]
        for word, gender in list(self._heads.items()):
            for ending in endings:
                self._heads.setdefault(word + ending, gender)
        self._ends = tuple(sorted(self._heads, key=len, reverse=True))
        self._tails = frozenset(end[-TAIL:] for end in self._ends)

    def is_first(self, lower: str) -> bool:
        """Is the word a first name?"""
        word = self[lower]
        return word is not None and word.kind == "first"

    def is_head(self, lower: str) -> bool:
        """Is the word what a person does ("Arbeitsminister")?"""
        word = self[lower]
        return word is not None and word.kind == "head"

    def read(self, word: str) -> NameWord | None:
        """What a word tells by the lists, by the table of first names and by its ending."""
        if word in self._honorifics:
            return NameWord("honorific", self._honorifics[word])
        if word in self._heads:
            return NameWord("head", self._heads[word])
        gender = self._first_names.get(word)
        if gender is None and not word.isascii() and not UMLAUTS & set(word):
            gender = self._first_names.get("".join(fold(word)))
        if gender is not None:
            return NameWord("first", gender)
        if self._compounds and word[-TAIL:] in self._tails and word.endswith(self._ends):
            end = next(end for end in self._ends if word.endswith(end))
            if len(word) - len(end) > SHORTEST_FIRST_HALF:
                return NameWord("head", self._heads[end])
        return None


def _by_word(lexicon: Lexicon, key: str) -> dict[str, str]:
    section = lexicon.data["persons"]
    return {
        word: gender
        for form, gender in GENDERS.items()
        for word in section.get(f"{key}_{form}", ())
    }


@lru_cache(maxsize=16)
def load_name_words(tables: Tables, lexicon: Lexicon) -> NameWords:
    """The name words of a language with these tables; made once."""
    return NameWords(lexicon, load_first_names(tables))


def past_ranks(tokens: Tokens, index: int, words: NameWords) -> int:
    """Past what stands between title and name: "Sir", "General", "Dr."."""
    while index + 1 < len(tokens):
        word, following = words[tokens.lowers[index]], tokens.words[index + 1]
        rank = word is not None and word.kind != "first" and tokens.words[index][0].isupper()
        if not rank or not (following == "." or following[0].isupper()):
            break
        index += 2 if following == "." else 1
    return index
