"""What a word tells of the person named beside it: a first name, "Frau", "Regierungssprecherin"."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from factcheck.languages.lexicon import Lexicon
from factcheck.reference.first_names import load_first_names
from factcheck.reference.names import fold
from factcheck.reference.tables import Tables

GENDERS: Final = {"masculine": "m", "feminine": "f", "either": ""}
SHORTEST_FIRST_HALF = 2
TAIL = 3
# Names with one of these are listed so; without, they are other words ("Länder", Lander).
UMLAUTS = frozenset("äöü")
REMEMBERED = 1 << 18


@dataclass(frozen=True, slots=True)
class NameWord:
    """`kind` is first, honorific or head; `gender` is m, f or "" for either."""

    kind: str
    gender: str


class NameWords(dict[str, NameWord | None]):
    """Word in lower case -> what it tells, None for most; each word is thought about once."""

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

    def __missing__(self, lower: str) -> NameWord | None:
        found = self._read(lower)
        if len(self) < REMEMBERED:
            self[lower] = found
        return found

    def is_first(self, lower: str) -> bool:
        """Is the word a first name?"""
        word = self[lower]
        return word is not None and word.kind == "first"

    def is_head(self, lower: str) -> bool:
        """Is the word what a person does ("Arbeitsminister")?"""
        word = self[lower]
        return word is not None and word.kind == "head"

    def _read(self, lower: str) -> NameWord | None:
        if lower in self._honorifics:
            return NameWord("honorific", self._honorifics[lower])
        if lower in self._heads:
            return NameWord("head", self._heads[lower])
        gender = self._first_names.get(lower)
        if gender is None and not lower.isascii() and not UMLAUTS & set(lower):
            gender = self._first_names.get("".join(fold(lower)))
        if gender is not None:
            return NameWord("first", gender)
        if self._compounds and lower[-TAIL:] in self._tails and lower.endswith(self._ends):
            end = next(end for end in self._ends if lower.endswith(end))
            if len(lower) - len(end) > SHORTEST_FIRST_HALF:
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
