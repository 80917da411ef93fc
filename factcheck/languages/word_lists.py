"""The file of a language as it is parsed: its lists of words, and how a listed phrase is meant."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from factcheck.languages.phrases import PhraseTable, set_of


class WordLists:
    """One language: `data` is the parsed file, `code` its name."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.code: str = data["code"]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.code!r})"

    def expanded(self, phrases: Iterable[str]) -> list[str]:
        """The phrases with `*` replaced by each adjective ending of the language."""
        endings = self.data["endings"]["adjective"]
        return [
            phrase.replace("*", ending)
            for phrase in phrases
            for ending in (endings if "*" in phrase else [""])
        ]

    def phrases(self, section: str, key: str) -> PhraseTable[bool]:
        """A list of phrases of the file as a look-up; made once."""
        made = self._made.get((section, key))
        if made is None:
            made = self._made[section, key] = set_of(self.expanded(self.data[section][key]))
        return made

    def words(self, section: str, *keys: str) -> frozenset[str]:
        """The words of one list of the file or several, as a set; made once."""
        made = self._sets.get((section, keys))
        if made is None:
            made = frozenset().union(*(self.data[section][key] for key in keys))
            self._sets[section, keys] = made
        return made

    @cached_property
    def _made(self) -> dict[tuple[str, str], PhraseTable[bool]]:
        return {}

    @cached_property
    def _sets(self) -> dict[tuple[str, tuple[str, ...]], frozenset[str]]:
        return {}
