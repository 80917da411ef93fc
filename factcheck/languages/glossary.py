"""What a word is about, whatever it is called: the entries of `[glossary]` it belongs to.

"Umsatz", "Erlösen" and "Umsatzrückgang" are `revenue` in German, "sales" is in English.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

SHORTEST_PART = 5
REMEMBERED = 1 << 17
PLACES = ("regions", "towns")
NOTHING: frozenset[str] = frozenset()


class Glossary:
    """One language's words by their entries; what was asked is remembered."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._entries: dict[str, set[str]] = defaultdict(set)
        for section in ("words", *PLACES):
            for entry, words in data[section].items():
                for word in words:
                    self._entries[word].add(entry)
        self._topics: dict[str, set[str]] = defaultdict(set)
        for entry, words in data["across"].items():
            for word in words:
                self._topics[word].add(entry)
        self.regions, self.towns = (frozenset(data[section]) for section in PLACES)
        self._endings: Sequence[str] = ("", *data["endings"])
        self.endings = frozenset(self._endings)
        self.name_endings = frozenset({"", *data["name_endings"]})
        self.compounds: bool = data["compounds"]
        self.generic = frozenset(f"g:{entry}" for entry in data["generic"])
        self.persons = self.generic | {f"g:{entry}" for entry in data["persons"]}
        self.negations = frozenset(data["negations"])
        self.comparisons = frozenset(data["comparisons"])
        self.turns = [frozenset(pair) for pair in data["turns"]]
        self.other_time = frozenset(data["other_time"])
        self.background = {kind: frozenset(words) for kind, words in data["background"].items()}
        self.derived = {sign: frozenset(words) for sign, words in data["derived"].items()}
        self._bare = frozenset(data["bare_nouns"]), tuple(data["bare_noun_endings"])
        self.senses = {word: sense for sense, words in data["senses"].items() for word in words}
        self._known: dict[str, frozenset[str]] = {}

    def common(self, word: str) -> bool:
        """Is a word in lower case one that stands as names do without being one?"""
        words, endings = self._bare
        return word in words or word.endswith(endings)

    def of(self, word: str) -> frozenset[str]:
        """The entries of a word in lower case."""
        found = self._known.get(word)
        if found is None:
            found = frozenset(self._look_up(word, self._entries)) or NOTHING
            if len(self._known) < REMEMBERED:
                self._known[word] = found
        return found

    def topics(self, word: str) -> set[str]:
        """What a word in lower case is about, as far as only another language asks."""
        return self._look_up(word, self._topics)

    def is_topic(self, word: str) -> bool:
        """Is a word in lower case a form of one that tells a topic, and no part of it?"""
        return any(form in self._topics for form in self._forms(word))

    def _look_up(self, word: str, entries: Mapping[str, set[str]]) -> set[str]:
        found: set[str] = set()
        for form in self._forms(word):
            found |= entries.get(form, NOTHING)
        if found or not self.compounds:
            return found
        for cut in range(SHORTEST_PART, len(word)):
            found |= entries.get(word[:cut], NOTHING)
            if len(word) - cut >= SHORTEST_PART:
                for form in self._forms(word[cut:]):
                    found |= entries.get(form, NOTHING)
        return found

    def _forms(self, word: str) -> list[str]:
        """The word, and what is left of it without each ending that it has."""
        return [
            word[: len(word) - len(ending)] for ending in self._endings if word.endswith(ending)
        ]
